import {expect} from '@open-wc/testing';

import '../../src/elements/territory-map.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {clearMove, isFree, type Rect, type Room} from '../../src/elements/map-room.js';
import {expectAccessible} from '../helpers/axe.js';
import {makeFeature} from '../helpers/campaigns.js';
import {scatteredFeatures} from '../helpers/large.js';
import {all, mapOf, markers, one, press, standing} from '../helpers/map.js';
import {prefersMotion} from '../helpers/motion.js';
import {pause, waitUntil} from '../helpers/wait.js';

const OVERSEAS = [
  ['971', -61.5, 16.2],
  ['972', -61, 14.6],
  ['974', 55.5, -21.1],
] as const;

/** Around the middle of the country, nearer and nearer. */
const ROUND = Array.from({length: 4}, () => [
  '+',
  'ArrowRight',
  'ArrowDown',
  'ArrowLeft',
  'ArrowUp',
]).flat();

/** All over the mainland, and in three places apart. */
function features() {
  const apart = OVERSEAS.map(([departement, lon, lat]) =>
    makeFeature({
      id: `d${departement}`,
      coordinates: [lon, lat],
      properties: {title: `Projet ${departement}`, status: 'live', place: {departement}},
    }),
  );
  return [...scatteredFeatures(500, 27), ...apart];
}

/** Each marker that can be pressed, where a click on its middle goes elsewhere. */
function missed(map: RelaisTerritoryMap): string[] {
  return markers(map)
    .filter((marker) => !marker.matches('[inert]'))
    .flatMap((marker) => {
      const hit = atMiddle(map, marker);
      if (hit && marker.contains(hit)) return [];
      return [`${marker.textContent} is under ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`];
    });
}

/** What a click on the middle of an element would meet. */
function atMiddle(map: RelaisTerritoryMap, element: Element): Element | null {
  const {left, top, width, height} = element.getBoundingClientRect();
  return map.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2) ?? null;
}

function hitBy(map: RelaisTerritoryMap, element: Element | undefined): boolean {
  return element?.contains(element && atMiddle(map, element)) === true;
}

function covered(map: RelaisTerritoryMap): HTMLElement[] {
  return markers(map).filter((marker) => marker.matches('[inert]'));
}

/** Where a covered marker shows from under what covers it: the map itself is under the pointer there. */
function seenPart(map: RelaisTerritoryMap, marker: Element): [number, number][] | undefined {
  const {left, right, top, bottom, width, height} = marker.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const sides: [number, number][] = [
    [left + 4, y],
    [right - 4, y],
    [x, top + 4],
    [x, bottom - 4],
  ];
  const seen = sides.find(([at, down]) =>
    map.shadowRoot?.elementFromPoint(at, down)?.closest('.canvas'),
  );
  return seen && [seen];
}

/** A map of France in a page as wide as this. */
async function mapAt(width: number, view: string) {
  const style = `display: block; inline-size: ${width}px`;
  const map = await mapOf({territory: 'country:FR', status: 'all', view, style}, features());
  await standing(map);
  await waitUntil(() => all(map, '.area').length === 3, 'no place apart');
  map.scrollIntoView();
  await pause(100);
  return map;
}

describe('relais-territory-map and what stands over it', () => {
  prefersMotion('reduced');

  for (const width of [288, 736, 1248]) {
    for (const view of ['both', 'map']) {
      it(`has a target wherever a marker can be pressed: ${width} px, ${view}`, async () => {
        const map = await mapAt(width, view);
        expect(missed(map)).to.deep.equal([]);
        await expectAccessible(map);
        const region = one(map, '[part="map"]');
        for (const key of ['ArrowRight', '+', 'ArrowDown', 'ArrowLeft', '+', 'ArrowUp', '+']) {
          press(region, key);
          await map.updateComplete;
          expect(missed(map), key).to.deep.equal([]);
          await expectAccessible(map);
        }
        expect(markers(map).length).to.be.greaterThan(0);
        expect(map.bounds).not.to.equal(null);
        // The places apart are in sight too, over the map or below it.
        const [chip, ...others] = all(map, '.area');
        expect(others).to.have.length(2);
        chip?.scrollIntoView({block: 'nearest'});
        expect(hitBy(map, chip)).to.equal(true);
      });
    }
  }

  it('stands where few markers are under its buttons, with all of the territory', async () => {
    for (const [width, most] of [
      [288, 2],
      [736, 1],
      [1248, 0],
    ] as const) {
      const map = await mapAt(width, 'map');
      expect(covered(map).length, `${width} px`).to.be.at.most(most);
      const frame = one(map, '[part="map"]').getBoundingClientRect();
      const outline = one(map, 'path.land').getBoundingClientRect();
      expect(outline.width).to.be.greaterThan(frame.width / 3);
      map.remove();
    }
  });

  it('brings out a marker that is under a button, when what shows of it is clicked', async () => {
    const map = await mapAt(736, 'map');
    // Whichever marker comes under a button as the map moves, and shows from under it.
    let shows: [number, number] | undefined;
    for (const key of ROUND) {
      press(one(map, '[part="map"]'), key);
      await map.updateComplete;
      shows = covered(map).flatMap((marker) => seenPart(map, marker) ?? [])[0];
      if (shows) break;
    }
    if (!shows) throw new Error('no marker ever came under a button and showed');
    const before = map.bounds?.join();
    const [clientX, clientY] = shows;
    one(map, '.canvas').dispatchEvent(new MouseEvent('click', {bubbles: true, clientX, clientY}));
    await waitUntil(() => map.bounds?.join() !== before, 'the map stays');
    expect(missed(map)).to.deep.equal([]);
  });

  it('keeps the focus in the map when a marker that had it comes under a button', async () => {
    const map = await mapAt(288, 'map');
    const region = one(map, '[part="map"]');
    for (let tries = 0; tries < 8; tries += 1) {
      const last = markers(map).findLast((marker) => !marker.matches('[inert]'));
      last?.focus();
      press(region, ['ArrowLeft', 'ArrowUp'][tries % 2] ?? '');
      await map.updateComplete;
      expect(region.contains(map.shadowRoot?.activeElement ?? null)).to.equal(true);
      expect(map.shadowRoot?.activeElement?.closest('[inert]')).to.equal(null);
    }
  });

  it('finds on the map, where it can be pressed, what an entry of the list asks for', async () => {
    const map = await mapAt(288, 'both');
    for (const id of ['d971', 'd974']) {
      const locate = all(map, `[data-id="${id}"] .locate`)[0];
      locate?.click();
      await map.updateComplete;
      if (locate) {
        const marker = all(map, '.marker.chosen')[0];
        expect(marker?.matches('[inert]')).to.equal(false);
      }
    }
    expect(missed(map)).to.deep.equal([]);
  });

  describe('its room', () => {
    const button: Rect = {left: 200, top: 200, right: 250, bottom: 250};
    const room: Room = {width: 300, height: 300, covers: [button]};

    it('frees a marker whose middle and a target beside it are under nothing', () => {
      expect(isFree({x: 100, y: 100, size: 44}, room)).to.equal(true);
      expect(isFree({x: 225, y: 225, size: 44}, room)).to.equal(false);
      // Its edge is covered, and more than a target is left.
      expect(isFree({x: 190, y: 225, size: 44}, room)).to.equal(true);
      expect(isFree({x: 199, y: 225, size: 44}, room)).to.equal(false);
    });

    it('counts the edge of the map, and two buttons that leave too little between them', () => {
      expect(isFree({x: 1, y: 100, size: 44}, room)).to.equal(false);
      expect(isFree({x: 3, y: 100, size: 44}, room)).to.equal(true);
      const other: Rect = {left: 150, top: 200, right: 180, bottom: 250};
      expect(isFree({x: 190, y: 225, size: 44}, {...room, covers: [button, other]})).to.equal(
        false,
      );
    });

    it('moves no further than what is framed allows, and not at all for nothing', () => {
      const framed = {left: 50, top: 50, right: 250, bottom: 250};
      expect(clearMove([{x: 100, y: 100, size: 44}], room, framed)).to.deep.equal({x: 0, y: 0});
      const {x, y} = clearMove(
        [
          {x: 190, y: 210, size: 60},
          {x: 225, y: 225, size: 44},
        ],
        room,
        framed,
      );
      expect(Math.hypot(x, y)).to.be.greaterThan(0);
      expect(Math.abs(x)).to.be.at.most(42);
      expect(Math.abs(y)).to.be.at.most(42);
      // Free, but touched: it is moved clear where there is room.
      const touched = clearMove([{x: 190, y: 225, size: 44}], room, framed);
      expect(190 + touched.x <= 178 || 225 + touched.y <= 178).to.equal(true);
      const wide = {left: -20, top: -20, right: 320, bottom: 320};
      expect(clearMove([{x: 225, y: 225, size: 44}], room, wide)).to.deep.equal({x: 0, y: 0});
    });
  });
});
