import {expect} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';

import '../../src/elements/territory-map.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {expectAccessible} from '../helpers/axe.js';
import {makeFeed} from '../helpers/campaigns.js';
import {scatteredFeatures} from '../helpers/large.js';
import {
  all,
  entries,
  FEED,
  mapOf,
  marked,
  markers,
  nameOf,
  one,
  standing,
  words,
} from '../helpers/map.js';
import {prefersMotion} from '../helpers/motion.js';
import {network, serveFeed} from '../helpers/network.js';
import {listenForFaults} from '../helpers/page.js';
import {pause, waitUntil} from '../helpers/wait.js';

/** More than a page reads itself (2 MB). */
const COUNT = 3000;
const features = scatteredFeatures(COUNT);

const figures = (map: RelaisTerritoryMap) =>
  markers(map).reduce((sum, marker) => {
    const figure = marker.querySelector('.figure')?.textContent?.replace(/\D/g, '') ?? '';
    return sum + (marker.matches('.marker') ? 1 : Number(figure));
  }, 0);

let address = FEED;

/** A map of all of them. Each test has an address of its own: what one has open, the next would share. */
async function national(): Promise<RelaisTerritoryMap> {
  serveFeed(address, makeFeed(features));
  return mapOf({territory: 'country:FR', status: 'all', feed: address}, features);
}

describe('relais-territory-map with a large feed', () => {
  const {Worker} = window;
  let started = 0;
  let tests = 0;
  prefersMotion('reduced');
  beforeEach(() => {
    started = 0;
    tests += 1;
    address = `https://feeds.example/large-${tests}.json`;
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        started += 1;
      }
    };
  });
  afterEach(() => {
    window.Worker = Worker;
  });

  it('reads it in a worker, shows every campaign, and lists the first that end', async () => {
    const map = await standing(await national());
    expect(started).to.equal(1);
    expect(map.state).to.equal('ready');
    await waitUntil(() => entries(map).placed.length === 20);
    expect(figures(map)).to.equal(COUNT - COUNT / 100);
    expect(words(map, '[part="count"]')).to.match(/^3\s?000\scampagnes$/);
    expect(words(map, '[part="more"]')).to.match(/20 de plus \(sur 2\s?980\)/);
    expect(entries(map).placed[0]).to.equal('c0');
    await expectAccessible(map);
  });

  it('says how much, and of how many it is not known', async () => {
    const map = await standing(await national());
    const names = all(map, '.cluster').map(nameOf);
    const known = names.map((name) => Number(/([\d\s]+)\s€/.exec(name)?.[1]?.replace(/\s/g, '')));
    const placed = features.filter(({geometry}) => geometry);
    const raised = placed.map(({properties}) => Number(properties['raised'] ?? 0));
    const singles = COUNT - COUNT / 100 - figures(map);
    expect(singles).to.equal(0);
    expect(known.reduce((sum, one) => sum + one, 0)).to.equal(raised.reduce((a, b) => a + b, 0));
    expect(names.some((name) => /montant inconnu pour \d+/.test(name))).to.equal(true);
  });

  it('keeps the list in step with the view, and gives all back', async () => {
    const map = await standing(await national());
    for (const _ of [0, 1, 2]) one(map, '[part="zoom"]').click();
    await waitUntil(
      () => map.bounds !== null && /dans cette vue/.test(words(map, '[part="count"]')),
    );
    await waitUntil(() => figures(map) < COUNT / 2, 'it never zooms');
    const said = () =>
      Number(/^[\d\s]+/.exec(words(map, '[part="count"]'))?.[0].replace(/\s/g, ''));
    // The map moves on its way: both are read when it stands still.
    await waitUntil(() => said() === figures(map), 'the list and the map never agree');
    map.reset();
    await waitUntil(() => figures(map) === COUNT - COUNT / 100);
    expect(words(map, '[part="count"]')).to.match(/^3\s?000\scampagnes$/);
  });

  it('filters by status without reading again', async () => {
    let asked = 0;
    const map = await national();
    network.events.on('request:start', ({request}) => {
      if (request.url === address) asked += 1;
    });
    await standing(map);
    map.status = 'live';
    await waitUntil(() => /^750\s/.test(words(map, '[part="count"]')));
    await waitUntil(
      () =>
        figures(map) ===
        features.filter(({geometry, properties}) => geometry && properties['status'] === 'live')
          .length,
    );
    network.events.removeAllListeners();
    expect(asked).to.equal(0);
    expect(started).to.equal(1);
  });

  it('opens the entry of a marker, and finds the marker of an entry', async () => {
    const map = await standing(await national());
    await waitUntil(() => all(map, '.locate').length > 0);
    one(map, '.locate').click();
    await waitUntil(() => all(map, '.marker').length > 0, 'no marker alone');
    const marker = one(map, '.marker');
    marker.click();
    await waitUntil(() => map.shadowRoot?.activeElement?.localName === 'a');
    expect(nameOf(marker)).to.contain(map.shadowRoot?.activeElement?.textContent);
    expect(marked(map)).to.be.greaterThan(0);
  });

  it('can be taken out of the page while it reads what its markers are called', async () => {
    const map = await standing(await national());
    await waitUntil(() => all(map, '.locate').length > 0);
    const faults = listenForFaults();
    one(map, '.locate').click();
    map.remove();
    await pause(300);
    expect(faults()).to.deep.equal([]);
  });

  it('reads it in the page where there can be no worker', async () => {
    window.Worker = function refuse() {
      throw new DOMException('refused', 'SecurityError');
    } as unknown as typeof Worker;
    const map = await standing(await national());
    await waitUntil(() => entries(map).placed.length === 20);
    expect(figures(map)).to.equal(COUNT - COUNT / 100);
  });

  it('reads it in the page when the worker’s file is refused later', async () => {
    window.Worker = class extends EventTarget {
      constructor() {
        super();
        setTimeout(() => this.dispatchEvent(new Event('error')));
      }
      terminate() {}
    } as unknown as typeof Worker;
    const map = await standing(await national());
    expect(figures(map)).to.equal(COUNT - COUNT / 100);
  });

  it('says what is wrong with an answer that breaks off', async () => {
    const text = JSON.stringify({type: 'FeatureCollection', version: '1.0', features});
    network.use(
      http.get('https://feeds.example/half.json', () =>
        HttpResponse.text(text.slice(0, 2_100_000)),
      ),
    );
    const map = document.createElement('relais-territory-map');
    map.feed = 'https://feeds.example/half.json';
    document.body.append(map);
    await waitUntil(() => map.state === 'error', 'no error');
    map.remove();
  });

  it('keeps small feeds in the page', async () => {
    await standing(await mapOf());
    expect(started).to.equal(0);
  });
});
