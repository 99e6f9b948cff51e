import {aTimeout, expect} from '@open-wc/testing';

import '../../src/elements/territory-map.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {makeFeature} from '../helpers/campaigns.js';
import {all, entries, mapOf, markers, nameOf, one, standing} from '../helpers/map.js';
import {prefersMotion} from '../helpers/motion.js';
import {listenForFaults} from '../helpers/page.js';
import {waitUntil} from '../helpers/wait.js';

/** Longer than a zoom moves. */
const MOVED_MS = 600;

/** One campaign in Gironde, one in the Nord. */
const APART = [
  makeFeature({
    id: 'g',
    coordinates: [-0.5, 44.8],
    properties: {title: 'Sud', status: 'live', place: {departement: '33', country: 'FR'}},
  }),
  makeFeature({
    id: 'n',
    coordinates: [3, 50.6],
    properties: {title: 'Nord', status: 'live', place: {departement: '59', country: 'FR'}},
  }),
];

function seen(map: RelaisTerritoryMap): string {
  const frame = one(map, '.map').getBoundingClientRect();
  return markers(map)
    .filter((marker) => {
      const {x, y, width, height} = marker.getBoundingClientRect();
      const [left, top] = [x + width / 2 - frame.x, y + height / 2 - frame.y];
      return left > 0 && left < frame.width && top > 0 && top < frame.height;
    })
    .map((marker) => /Nord|Sud|campagnes/.exec(nameOf(marker))?.[0])
    .sort()
    .join();
}

function moves(map: RelaisTerritoryMap): Promise<unknown> {
  return waitUntil(() => all(map, '.leaflet-zoom-anim').length > 0, 'nothing moves');
}

describe('relais-territory-map while it moves', () => {
  prefersMotion('any');

  it('stands where it was asked last, also when it was asked in the middle of a movement', async () => {
    const map = await standing(await mapOf({territory: 'country:FR'}, APART));
    expect(seen(map)).to.equal('Nord,Sud');
    for (const [territory, shown] of [
      ['departement:59', 'Nord'],
      ['country:FR', 'Nord,Sud'],
    ] as const) {
      one(map, '[part="zoom"]').click();
      await moves(map);
      map.territory = territory;
      await waitUntil(() => entries(map).placed.length === shown.split(',').length);
      await waitUntil(() => map.bounds === null && seen(map) === shown, `never shows ${shown}`);
      // And there it stays.
      await aTimeout(MOVED_MS);
      expect(seen(map)).to.equal(shown);
      expect(map.bounds).to.equal(null);
    }
  });

  it('obeys a press of a button in the middle of the movement that the one before began', async () => {
    const map = await standing(await mapOf());
    const [zoomIn] = all(map, '[part="zoom"]');
    const widths: number[] = [];
    for (const presses of [1, 3]) {
      map.reset();
      await aTimeout(MOVED_MS);
      for (let press = 0; press < presses; press += 1) {
        zoomIn?.click();
        await moves(map);
      }
      await waitUntil(() => map.bounds !== null);
      await aTimeout(MOVED_MS);
      const [west, , east] = map.bounds ?? [0, 0, 0, 0];
      widths.push(east - west);
    }
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).to.be.closeTo(4, 0.1);
  });

  it('can be taken out of the page in the middle of a movement', async () => {
    const map = await standing(await mapOf());
    const faults = listenForFaults();
    one(map, '[part="zoom"]').click();
    await moves(map);
    map.remove();
    await aTimeout(MOVED_MS);
    expect(faults()).to.deep.equal([]);
  });
});

describe('relais-territory-map whose movements are none', () => {
  prefersMotion('reduced');

  it('forgets what the visitor looked at between the question and its answer', async () => {
    const map = await standing(await mapOf({territory: 'country:FR'}, APART));
    map.territory = 'departement:59';
    await map.updateComplete;
    one(map, '[part="zoom"]').click();
    expect(map.bounds).not.to.equal(null);
    await waitUntil(() => seen(map) === 'Nord' && map.bounds === null, 'never shows Nord');
    expect(entries(map).placed).to.deep.equal(['n']);
    expect(all(map, '[part="all"]')).to.deep.equal([]);
  });
});
