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
import {encodeTile, type TileContent} from './tile-encode.js';
import {worldAt} from './world.js';

/** Cells on a side of the world at the last zoom of tiles. */
const FINEST = 2 ** MAX_TILE_ZOOM * CELLS;

/** Campaigns with coordinates, in an order in which those of any tile, and of any cell, stand together. */
interface Ground {
  edition: Edition;
  /** Where their tiles stand. */
  folder: string;
  sorted: Uint32Array;
  /** For each of `sorted`, its cell of the last zoom, with the bits of column and line in turn. */
  keys: Float64Array;
  hash: NumberHash;
}

/** The tiles of the map, each before those below it. */
export function tileUnits(edition: Edition): Generator<Unit> {
  return unitsOfGround(groundOf(edition, 'tiles', () => true));
}

/** The same of the campaigns alone that are live or to come. */
export function openTileUnits(edition: Edition): Generator<Unit> {
  const {status} = edition.standing;
  const open = new Set(OPEN.map((one) => STATUSES.indexOf(one)));
  return unitsOfGround(groundOf(edition, 'tiles/open', (at) => open.has(status[at]!)));
}

function* unitsOfGround(ground: Ground): Generator<Unit> {
  if (ground.sorted.length) yield* unitsFrom(ground, 0, 0, 0, 0, ground.sorted.length);
}

function* unitsFrom(
  ground: Ground,
  zoom: number,
  x: number,
  y: number,
  from: number,
  to: number,
): Generator<Unit> {
  const {edition, folder, sorted, keys, hash} = ground;
  const {columns} = edition.rows;
  const {status, rank} = edition.standing;
  const members = sorted.subarray(from, to);
  const isLast = zoom === MAX_TILE_ZOOM;
  const isLeaf = isLast || members.length <= LEAF;
  const first = firstOf(members, rank, isLeaf ? MOST_IN_LEAF : FIRST_IN_TILE);
  hash.add(edition.coin);
  for (const at of members) {
    hash.add(columns.body[at]!);
    hash.add(status[at]!);
  }
  for (const at of first) hash.add(columns.body[at]!);
  const content: TileContent = {zoom, x, y, members, keys: keys.subarray(from, to), first, isLeaf};
  yield {
    path: `${folder}/${zoom}/${x}/${y}.mvt`,
    inputs: hash.end(),
    make: () => encodeTile(edition, content),
  };
  if (isLeaf) return;
  const quarter = (FINEST / 2 ** (zoom + 1)) ** 2;
  const base = Math.floor(keys[from]! / (quarter * 4)) * 4;
  let start = from;
  for (let part = 0; part < 4; part += 1) {
    const end = lowerBound(keys, (base + part + 1) * quarter, start, to);
    if (end > start) {
      yield* unitsFrom(ground, zoom + 1, x * 2 + (part & 1), y * 2 + (part >> 1), start, end);
    }
    start = end;
  }
}

function groundOf(edition: Edition, folder: string, isOn: (at: number) => boolean): Ground {
  const {columns} = edition.rows;
  const {order, rank} = edition.standing;
  const placed = order.filter((at) => columns.longitude[at] !== NOWHERE && isOn(at));
  const keyOf = new Float64Array(edition.rows.length);
  for (const at of placed) {
    const [x, y] = worldAt(edition, at).map((side) => Math.floor(side * FINEST));
    keyOf[at] = crossed(Math.min(FINEST - 1, x!), Math.min(FINEST - 1, y!));
  }
  placed.sort((one, other) => keyOf[one]! - keyOf[other]! || rank[one]! - rank[other]!);
  const keys = Float64Array.from(placed, (at) => keyOf[at]!);
  return {edition, folder, sorted: placed, keys, hash: new NumberHash()};
}

/** The first in the list's order. */
function firstOf(members: Uint32Array, rank: Uint32Array, most: number): Uint32Array {
  const byRank = (one: number, other: number) => rank[one]! - rank[other]!;
  if (members.length <= most * 4) return members.slice().sort(byRank).subarray(0, most);
  // Of many, few are ever among the first.
  let first = members.slice(0, most).sort(byRank);
  let last = rank[first[most - 1]!]!;
  for (const at of members.subarray(most)) {
    if (rank[at]! >= last) continue;
    let place = most - 1;
    while (place > 0 && rank[first[place - 1]!]! > rank[at]!) {
      first[place] = first[place - 1]!;
      place -= 1;
    }
    first[place] = at;
    last = rank[first[most - 1]!]!;
  }
  return first;
}

/** The first position from which keys are at least so much. */
function lowerBound(keys: Float64Array, least: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle]! < least) low = middle + 1;
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
