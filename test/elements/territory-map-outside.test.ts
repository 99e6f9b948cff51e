import {aTimeout, expect} from '@open-wc/testing';
import {http, HttpResponse, delay} from 'msw';

import '../../src/elements/territory-map.js';
import {all, mapOf, marked, one, standing, words} from '../helpers/map.js';
import {network} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

describe('relais-territory-map and third parties', () => {
  it('asks nobody for tiles before the visitor agrees, and says whom', async () => {
    const asked: string[] = [];
    network.use(
      http.get('https://tiles.example/*', ({request}) => {
        asked.push(request.url);
        return new HttpResponse(null, {status: 404});
      }),
    );
    const map = await standing(
      await mapOf({
        tiles: 'https://tiles.example/{z}/{x}/{y}.png',
        'tiles-attribution': '© <b>IGN</b>',
      }),
    );
    await aTimeout(100);
    expect(asked).to.deep.equal([]);
    expect(words(map, '[part="consent"]')).to.contain('tiles.example');
    one(map, '[part="consent"] button').click();
    // All of them: one that is asked after the test would have no answer.
    await waitUntil(() => asked.length > 0 && asked.length >= all(map, '.leaflet-tile').length);
    expect(words(map, '[part="attribution"]')).to.equal('© <b>IGN</b>');
    expect(all(map, '[part="consent"]')).to.have.length(0);
  });

  it('draws the outlines that the page names, and goes on without them', async () => {
    const ring = [
      [-0.7, 44.7],
      [-0.4, 44.7],
      [-0.4, 45],
      [-0.7, 44.7],
    ];
    network.use(
      http.get('https://geo.example/a.json', () =>
        HttpResponse.json({
          type: 'Feature',
          properties: {code: '33063'},
          geometry: {type: 'Polygon', coordinates: [ring]},
        }),
      ),
      http.get('https://geo.example/b.json', async () => {
        await delay(10);
        return HttpResponse.text('<html>');
      }),
    );
    const map = await standing(
      await mapOf({territory: 'commune:33063', boundaries: 'https://geo.example/a.json'}),
    );
    await waitUntil(() => (all(map, 'path.outline')[0]?.getAttribute('d') ?? '').length > 10);
    map.boundaries = 'https://geo.example/b.json';
    await waitUntil(() => words(map).includes('contour'));
    expect(marked(map)).to.equal(3);
  });
});
