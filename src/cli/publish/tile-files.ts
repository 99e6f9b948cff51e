import {STATUSES} from '../../feed/points.js';
import {
  CELLS,
  FIRST_IN_TILE,
  LEAF,
  MAX_TILE_ZOOM,
  MOST_IN_LEAF,
  OPEN,
} from '../../feed/published/tile.js';
import type {Edition, Unit} from './edition.js';
import {NumberHash} from './hash.js';
import {NOWHERE} from './rows.js';
import {Sorter} from './paged/sorter.js';
import {Table, type Column} from './paged/table.js';
import {encodeTile, GROUND, type Ground} from './tile-encode.js';
import {worldAt} from './world.js';

/** Cells on a side of the world at the last zoom of tiles. */
const FINEST = 2 ** MAX_TILE_ZOOM * CELLS;
/** What the ground has of each campaign as its row has it. */
const COPIED = ['body', 'longitude', 'latitude', 'status'] as const;

/** The tiles of the map, each before those below it. */
export function tileUnits(edition: Edition): Generator<Unit> {
  return unitsOfGround(edition, 'tiles', () => true);
}

/** The same of the campaigns alone that are live or to come. */
export function openTileUnits(edition: Edition): Generator<Unit> {
  const {status} = edition.rows.columns;
  const open = new Set(OPEN.map((one) => STATUSES.indexOf(one)));
  return unitsOfGround(edition, 'tiles/open', (at) => open.has(status.get(at)));
}

function* unitsOfGround(
  edition: Edition,
  folder: string,
  isOn: (at: number) => boolean,
): Generator<Unit> {
  const {ground, length} = groundOf(edition, isOn);
  const whole = {zoom: 0, x: 0, y: 0, from: 0, to: length};
  if (length) yield* unitsFrom({edition, folder, ground, hash: new NumberHash()}, whole);
  ground.close();
}

/** What tiles are made from. */
interface Making {
  edition: Edition;
  /** Where they stand. */
  folder: string;
  ground: Ground;
  hash: NumberHash;
}

/** A tile, and the part of the ground that it shows. */
interface Part {
  zoom: number;
  x: number;
  y: number;
  from: number;
  to: number;
}

function* unitsFrom(making: Making, part: Part): Generator<Unit> {
  const {edition, folder, ground, hash} = making;
  const {zoom, x, y, from, to} = part;
  const {body, status, key} = ground.columns;
  const isLast = zoom === MAX_TILE_ZOOM;
  const isLeaf = isLast || to - from <= LEAF;
  const first = firstOf(ground, part, isLeaf ? MOST_IN_LEAF : FIRST_IN_TILE);
  hash.add(edition.coin);
  for (let place = from; place < to; place += 1) {
    hash.add(body.get(place));
    hash.add(status.get(place));
  }
  for (const at of first) hash.add(edition.rows.columns.body.get(at));
  yield {
    path: `${folder}/${zoom}/${x}/${y}.mvt`,
    inputs: hash.end(),
    make: () => encodeTile(edition, ground, {...part, first, isLeaf}),
  };
  if (isLeaf) return;
  const quarter = (FINEST / 2 ** (zoom + 1)) ** 2;
  const base = Math.floor(key.get(from) / (quarter * 4)) * 4;
  let start = from;
  for (let each = 0; each < 4; each += 1) {
    const end = lowerBound(key, (base + each + 1) * quarter, start, to);
    const below = {zoom: zoom + 1, x: x * 2 + (each & 1), y: y * 2 + (each >> 1)};
    if (end > start) yield* unitsFrom(making, {...below, from: start, to: end});
    start = end;
  }
}

/** The campaigns with coordinates, in an order in which those of any tile, and of any cell, stand together. */
function groundOf(
  {rows, coin, pages}: Edition,
  isOn: (at: number) => boolean,
): {ground: Ground; length: number} {
  const from = rows.columns;
  const sorter = new Sorter(pages);
  for (let at = 0; at < rows.length; at += 1) {
    if (from.longitude.get(at) === NOWHERE || !isOn(at)) continue;
    const [x, y] = worldAt(from, at).map((side) => Math.floor(side * FINEST));
    sorter.add(crossed(Math.min(FINEST - 1, x!), Math.min(FINEST - 1, y!)), at, at);
  }
  const ground: Ground = new Table(pages.scratch(), GROUND);
  const {columns: to} = ground;
  let length = 0;
  sorter.end((at, key) => {
    const place = length++;
    to.at.set(place, at);
    to.key.set(place, key);
    for (const name of COPIED) to[name].set(place, from[name].get(at));
    to.raised.set(place, from.coin.get(at) === coin ? from.raised.get(at) : NaN);
  });
  return {ground, length};
}

/** The first in the list's order. */
function firstOf({columns}: Ground, {from, to}: Part, most: number): number[] {
  const first: number[] = [];
  for (let place = from; place < to; place += 1) {
    const at = columns.at.get(place);
    // Of many, few are ever among the first.
    if (first.length === most && at > first[most - 1]!) continue;
    let seat = first.length;
    while (seat > 0 && first[seat - 1]! > at) seat -= 1;
    first.splice(seat, 0, at);
    if (first.length > most) first.pop();
  }
  return first;
}

/** The first place from which keys are at least so much. */
function lowerBound(keys: Column, least: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (keys.get(middle) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bits of two numbers of 18 bits in turn, the column's lowest. */
function crossed(column: number, line: number): number {
  const part = (shift: number) =>
    spread((column >> shift) & 511) + 2 * spread((line >> shift) & 511);
  return part(9) * 2 ** 18 + part(0);
}

/** 9 bits, with a free one after each. */
function spread(bits: number): number {
  let found = (bits | (bits << 8)) & 0x0100ff;
  found = (found | (found << 4)) & 0x010f0f;
  found = (found | (found << 2)) & 0x013333;
  return (found | (found << 1)) & 0x015555;
}
