import {expect} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';

import '../../src/elements/territory-map.js';
import {expectAccessible} from '../helpers/axe.js';
import {all, entries, mapOf, words} from '../helpers/map.js';
import {network} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

// A file of its own: a browser remembers a module that it has loaded once.
describe('relais-territory-map without its code', () => {
  it('goes on as a list and says so', async () => {
    network.use(http.get(/\/leaflet-map\.ts/, () => new HttpResponse(null, {status: 404})));
    const errors: string[] = [];
    document.addEventListener('relais-error', ({error}) => errors.push(error.code), {once: true});
    const map = await mapOf();
    await waitUntil(() => words(map).includes('La carte ne peut pas être affichée'));
    expect(entries(map).placed).to.have.length(6);
    expect(errors).to.deep.equal(['network']);
    expect(all(map, '.map, .locate')).to.have.length(0);
    await expectAccessible(map);
  });
});
