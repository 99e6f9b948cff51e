import {expect} from '@open-wc/testing';

import '../../src/elements/territory-map.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {expectAccessible} from '../helpers/axe.js';
import {all, entries, markers, one, press, standing, words} from '../helpers/map.js';
import {prefersMotion} from '../helpers/motion.js';
import {PUBLISHED, servePublished} from '../helpers/published.js';
import {waitUntil} from '../helpers/wait.js';

async function mapOf(attributes: Record<string, string> = {}): Promise<RelaisTerritoryMap> {
  const map = document.createElement('relais-territory-map');
  for (const [name, value] of Object.entries({feed: PUBLISHED, lang: 'fr', ...attributes})) {
    map.setAttribute(name, value);
  }
  document.body.append(map);
  await waitUntil(() => map.state === 'ready', 'never ready');
  return standing(map);
}

const figures = (map: RelaisTerritoryMap) =>
  markers(map).reduce((sum, marker) => {
    const figure = marker.querySelector('.figure')?.textContent?.replace(/\D/g, '') ?? '';
    return sum + (marker.matches('.marker') ? 1 : Number(figure));
  }, 0);

describe('relais-territory-map with a published folder', () => {
  prefersMotion('reduced');
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows all of them from a few tiles, and says how many there are', async () => {
    const asked = await servePublished();
    const map = await mapOf({territory: 'country:FR', status: 'all'});
    await expectAccessible(map);
    // Six of seven communes are on the mainland; the overseas one is out of the frame.
    await waitUntil(() => figures(map) > 340, 'too few');
    expect(words(map, '[part="count"]')).to.equal('420 campagnes');
    expect(entries(map).placed.length).to.be.greaterThan(5);
    const tiles = asked.filter((path) => path.startsWith('tiles/'));
    expect(tiles.length).to.be.lessThan(10);
    expect(asked.some((path) => path.startsWith('campaigns/'))).to.equal(false);
    expect(words(map)).to.contain('Guadeloupe');
  });

  it('counts by status exactly', async () => {
    await servePublished();
    const map = await mapOf();
    expect(words(map, '[part="count"]')).to.equal('140 campagnes');
  });

  it('reads nothing of what has ended to show what is live', async () => {
    const asked = await servePublished();
    const map = await mapOf({territory: 'country:FR'});
    await waitUntil(() => figures(map) > 100, 'too few');
    expect(words(map)).to.contain('Guadeloupe');
    expect(asked.filter((path) => !path.startsWith('tiles/open/'))).to.deep.equal(['feed.json']);
    // Another question is another set of tiles.
    map.setAttribute('status', 'succeeded failed');
    // While it is read there is no count.
    const count = () => all(map, '[part="count"]').length > 0 && words(map, '[part="count"]');
    await waitUntil(() => count() === '280 campagnes', 'not counted anew');
    await waitUntil(() => figures(map) > 200, 'too few that have ended');
    expect(asked).to.contain('tiles/0/0/0.mvt');
  });

  it('stands where what it shows is, also without a territory', async () => {
    await servePublished();
    const map = await mapOf();
    await waitUntil(() => figures(map) > 100, 'too few');
    expect(words(map)).to.contain('Guadeloupe');
  });

  it('reads the tiles of what the visitor goes to, and lists them', async () => {
    const asked = await servePublished();
    const map = await mapOf({status: 'all'});
    const before = asked.length;
    const [cluster] = all(map, '.cluster');
    cluster?.click();
    await waitUntil(() => map.bounds !== null, 'did not move');
    await waitUntil(() => words(map, '[part="count"]').includes('dans cette vue'), 'not in step');
    await waitUntil(() => entries(map).placed.length > 0, 'nothing listed');
    expect(asked.length).to.be.greaterThan(before);
  });

  it('goes by keyboard, and back to all of them', async () => {
    await servePublished();
    const map = await mapOf({status: 'all'});
    press(one(map, '.map'), '+');
    await waitUntil(() => all(map, '[part="all"]').length === 1, 'not in step');
    one(map, '[part="all"]').click();
    await waitUntil(() => words(map, '[part="count"]') === '420 campagnes');
  });

  it('shows more of the list than its tiles name', async () => {
    await servePublished();
    const map = await mapOf({status: 'all'});
    one(map, '[part="more"]').click();
    await waitUntil(() => entries(map).placed.length >= 20, 'no more entries');
  });

  it('shows a territory from its points', async () => {
    const asked = await servePublished();
    const map = await mapOf({territory: 'departement:33', status: 'all'});
    await waitUntil(() => entries(map).placed.length === 20, 'no list');
    expect(words(map, '[part="count"]')).to.equal('120 campagnes');
    expect(asked).to.contain('territories/departement-33.points.bin');
    expect(asked.some((path) => path.startsWith('tiles/'))).to.equal(false);
  });

  it('colours départements by what the folder counts', async () => {
    const asked = await servePublished();
    const map = await mapOf({status: 'all'});
    map.setAttribute('shade', 'number');
    await waitUntil(() => all(map, '[part="table"]').length === 1, 'no table');
    expect(words(map, '[part="table"]')).to.match(/Gironde 120/);
    expect(asked.some((path) => path.startsWith('campaigns/'))).to.equal(false);
  });
});
