import {expect} from '@open-wc/testing';

import '../../src/elements/territory-map.js';
import {all, entries, mapOf, marked, markers, one, standing, words} from '../helpers/map.js';
import {listenForFaults} from '../helpers/page.js';
import {waitUntil} from '../helpers/wait.js';

/** What old scripts gave to every object: names of ours and of Leaflet's, and others. */
const ADDED = ['foo', 'each', 'extend', 'remove', 'click', 'layer', 'onAdd', 'zoom', 'length2'];

// A file of its own: the map's code must be loaded in a page that is already like that.
describe('relais-territory-map in an old page', () => {
  const everyObject = Object.prototype as unknown as Record<string, unknown>;

  afterEach(() => {
    for (const name of ADDED) delete everyObject[name];
  });

  it('works where a script has added to every object', async () => {
    const heard = listenForFaults();
    const map = await mapOf();
    for (const name of ADDED) everyObject[name] = name === 'foo' ? 'bar' : () => 'added';
    await standing(map);
    expect(marked(map)).to.equal(6);
    const [zoomIn] = all(map, '[part="zoom"]');
    zoomIn?.click();
    await waitUntil(() => map.bounds !== null, 'the map does not move');
    one(map, '[part="reset"]').click();
    await waitUntil(() => map.bounds === null, 'the map does not come back');
    expect(all(map, 'path.land')).to.have.length(1);
    map.remove();
    expect(heard()).to.deep.equal([]);
  });

  it('is drawn at once where nothing tells what is in sight', async () => {
    const {IntersectionObserver} = window;
    Reflect.deleteProperty(window, 'IntersectionObserver');
    try {
      const map = await standing(await mapOf());
      expect(marked(map)).to.equal(6);
      expect(entries(map).placed).to.have.length(6);
    } finally {
      window.IntersectionObserver = IntersectionObserver;
    }
  });

  it('goes on as a list, and tells the page, when it cannot be drawn', async () => {
    const heard = listenForFaults();
    const errors: string[] = [];
    const onError = (event: Event) =>
      errors.push((event as ErrorEvent & {error: Error}).error.name);
    document.addEventListener('relais-error', onError);
    const {createElementNS} = document;
    document.createElementNS = () => {
      throw new TypeError('no drawings here');
    };
    try {
      const map = await mapOf();
      await waitUntil(() => words(map).includes('La carte ne peut pas être affichée'));
      expect(errors).to.deep.equal(['FeedError']);
      expect(entries(map).placed).to.have.length(6);
      expect(markers(map)).to.have.length(0);
      expect(heard()).to.deep.equal([]);
    } finally {
      document.createElementNS = createElementNS;
      document.removeEventListener('relais-error', onError);
    }
  });
});
