import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {loadFeed} from '../../../../lib/feed/load.js';
import {startServer} from '../server.ts';
import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

const server = await startServer();

describe('GeoJSON of somebody else', () => {
  it('is read by the names of its properties', async () => {
    const {'ville.example/halle': halle} = await campaignsOf('geojson.json', 'geojson');
    assert.equal(halle?.title, 'Halle de Saint-Denis');
    assert.deepEqual([halle?.goal, halle?.raised], [12_000, 5230.5]);
    assert.deepEqual(halle?.coordinates, [2.3574, 48.9362]);
    assert.equal(halle?.place?.code, '93066');
  });

  it('has unknown amounts unknown, and an address without a scheme whole', async () => {
    const lavoir = (await campaignsOf('geojson.json', 'geojson'))['ville.example/lavoir?id=2'];
    assert.deepEqual([lavoir?.goal, lavoir?.raised], [null, null]);
    assert.equal(lavoir?.url, 'https://www.ville.example/lavoir?utm_source=x&id=2');
  });

  it('is read with a mapping: paths, amounts that are text, seconds', async () => {
    const format =
      'geojson:title=libelle_court,url=fiche.adresse,raised=eur,goal=cible,endsAt=cloture';
    const {a} = await campaignsOf('geojson-mapped.json', `${format},decimal='.'`);
    assert.deepEqual([a?.raised, a?.goal], [1234.5, 2000]);
    assert.equal(a?.endsAt, '2026-11-30T23:59:00Z');
    assert.equal(a?.url, 'https://ville.example/halle');
    // "2,000" is two to some and two thousand to others.
    const {campaigns, problems} = await readAnswer(answerOf('geojson-mapped.json'), format);
    assert.equal(campaigns[0]?.goal, null);
    assert.equal(problems[0]?.path, 'properties.goal');
  });

  it('is no reason to take a campaign feed for another’s', async () => {
    const feature = {type: 'Feature', id: 'a', geometry: null};
    const ours = [
      {...feature, properties: {title: 'A', url: 'https://a.example/', nom: 'B'}},
      {...feature, id: 'b', properties: {titre: 'B', lien: 'https://b.example/'}},
    ];
    const url = server.serve('/ours.json', {type: 'FeatureCollection', features: ours});
    for (const format of ['', 'geojson', 'relais']) {
      const {campaigns, problems} = await loadFeed(url, format ? {format} : {});
      assert.deepEqual(
        campaigns.map(({title}) => title),
        ['A'],
      );
      assert.deepEqual(
        problems.map(({path}) => path),
        ['version', 'properties.title'],
      );
    }
  });
});
