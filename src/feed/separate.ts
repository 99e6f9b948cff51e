import {atOnce} from './at-once.js';

/** What one marker stands for, before it is known which of them touch. */
export interface Spot {
  /** Numbers of the cells whose points it has taken in, its own first. */
  cells: number[];
  count: number;
  /** How many of them have a known amount, and the sum of those, in cents: whole numbers add up exactly. */
  known: number;
  cents: number;
  first: number;
  /** The middle of its points, and the box around them, on the square map of the world. */
  x: number;
  y: number;
  west: number;
  north: number;
  east: number;
  south: number;
}

/** How often neighbours are looked at: after that, hardly any marker touches another. */
const ROUNDS = 7;

/** How many cells away a marker may touch another. */
const REACH = 2;

/** Cells around a view whose markers may have a say in those of the view: neighbours, and theirs, each round. */
export const MARGIN = ROUNDS * 2 * REACH;

/** CSS pixels between the edges of two markers, at least. */
const AIR = 8;

/** CSS pixels across: a ring of 44 for one campaign; larger by the order of magnitude for several. */
export function markerSize(count: number): number {
  return count === 1 ? 44 : Math.round(Math.min(60, 42 + 6 * Math.log10(count)));
}

/**
 * Joins markers that would touch: round by round, two that are each other's nearest become one in the
 * middle of all their points. Whom a marker meets in a round depends on its neighbours alone, and so on
 * at most `ROUNDS` × 2 × `REACH` cells around it: not on what is in view.
 *
 * @param spots - One for each cell that has points. They are changed.
 * @param pixels - CSS pixels of the whole world.
 * @param cells - Cells on an axis of the world.
 */
export function separate<T extends Spot>(spots: readonly T[], pixels: number, cells: number): T[] {
  return atOnce(separating(spots, pixels, cells));
}

/** The same, with a pause after each round. */
export function* separating<T extends Spot>(
  spots: readonly T[],
  pixels: number,
  cells: number,
): Generator<void, T[], void> {
  const yard = new Yard(spots, pixels, cells);
  let asked: Iterable<number> = spots.keys();
  for (let round = 0; round < ROUNDS; round += 1) {
    const pairs = yard.pairs(asked);
    if (pairs.length === 0) break;
    const changed = new Set<number>();
    for (const [one, other] of pairs) yard.join(one, other, changed);
    yield;
    // Nothing has moved around the others: whom they would meet, they know.
    asked = changed;
  }
  return spots.filter((_, at) => !yard.isGone(at));
}

/** Spots by their cells, as numbers: this runs for thousands of them whenever a map moves. */
class Yard {
  readonly #spots: readonly Spot[];
  readonly #pixels: number;
  readonly #cells: number;
  /** Where a cell's spot is: its position, plus one; found from a hash of the cell onward. */
  readonly #slots: Int32Array;
  readonly #keys: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #radius: Float64Array;
  readonly #gone: Uint8Array;
  /** The one that each touches and is nearest to; -1 for none. */
  readonly #nearest: Int32Array;

  constructor(spots: readonly Spot[], pixels: number, cells: number) {
    const {length} = spots;
    this.#spots = spots;
    this.#pixels = pixels;
    this.#cells = cells;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * length + 2)));
    this.#keys = new Float64Array(length);
    this.#x = new Float64Array(length);
    this.#y = new Float64Array(length);
    this.#radius = new Float64Array(length);
    this.#gone = new Uint8Array(length);
    this.#nearest = new Int32Array(length).fill(-1);
    spots.forEach((spot, at) => {
      const key = spot.cells[0] ?? 0;
      this.#keys[at] = key;
      let slot = this.#slotOf(key);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = at + 1;
      this.#measure(at);
    });
  }

  isGone(at: number): boolean {
    return this.#gone[at] === 1;
  }

  /** Those that are each other's nearest, once these have looked around again. */
  pairs(asked: Iterable<number>): [number, number][] {
    const nearest = this.#nearest;
    for (const at of asked) nearest[at] = this.#gone[at] ? -1 : this.#nearestOf(at);
    const pairs: [number, number][] = [];
    for (let at = 0; at < nearest.length; at += 1) {
      const other = nearest[at]!;
      if (other > at && nearest[other] === at) pairs.push([at, other]);
    }
    return pairs;
  }

  /** Makes one of two. @param changed - Takes in those who may have another nearest now. */
  join(one: number, other: number, changed: Set<number>): void {
    const [first, second] = [this.#spots[one]!, this.#spots[other]!];
    const keeps =
      first.count > second.count ||
      (first.count === second.count && this.#keys[one]! < this.#keys[other]!);
    const [into, from] = keeps ? [one, other] : [other, one];
    join(this.#spots[into]!, this.#spots[from]!);
    this.#gone[from] = 1;
    this.#nearest[from] = -1;
    this.#measure(into);
    for (const at of [into, from]) this.#addNear(this.#keys[at]!, changed);
  }

  #measure(at: number): void {
    const {x, y, count} = this.#spots[at]!;
    this.#x[at] = x * this.#pixels;
    this.#y[at] = y * this.#pixels;
    this.#radius[at] = markerSize(count) / 2;
  }

  /** The one that touches it and is nearest; of two as near, the one of the lower cell. */
  #nearestOf(at: number): number {
    const [x, y, reach] = [this.#x[at]!, this.#y[at]!, this.#radius[at]! + AIR];
    const key = this.#keys[at]!;
    let found = -1;
    let least = Infinity;
    for (let line = -REACH; line <= REACH; line += 1) {
      for (let column = -REACH; column <= REACH; column += 1) {
        const other = this.#find(key + line * this.#cells + column);
        if (other < 0 || other === at || this.#gone[other]) continue;
        const [east, south] = [this.#x[other]! - x, this.#y[other]! - y];
        const distance = east * east + south * south;
        const touching = reach + this.#radius[other]!;
        if (distance >= touching * touching || distance > least) continue;
        if (distance === least && this.#lower(at, found) < this.#lower(at, other)) continue;
        found = other;
        least = distance;
      }
    }
    return found;
  }

  #lower(one: number, other: number): number {
    return Math.min(this.#keys[one]!, this.#keys[other]!);
  }

  /** Those whose cells are near enough for a marker to touch. */
  #addNear(key: number, near: Set<number>): void {
    for (let line = -REACH; line <= REACH; line += 1) {
      for (let column = -REACH; column <= REACH; column += 1) {
        const at = this.#find(key + line * this.#cells + column);
        if (at >= 0) near.add(at);
      }
    }
  }

  #find(key: number): number {
    const last = this.#slots.length - 1;
    for (let slot = this.#slotOf(key); ; slot = (slot + 1) & last) {
      const at = this.#slots[slot]! - 1;
      if (at < 0 || this.#keys[at] === key) return at;
    }
  }

  #slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.#slots.length - 1);
  }
}

function join(into: Spot, from: Spot): void {
  const count = into.count + from.count;
  into.x = (into.x * into.count + from.x * from.count) / count;
  into.y = (into.y * into.count + from.y * from.count) / count;
  into.count = count;
  into.known += from.known;
  into.cents += from.cents;
  into.first = Math.min(into.first, from.first);
  into.west = Math.min(into.west, from.west);
  into.north = Math.min(into.north, from.north);
  into.east = Math.max(into.east, from.east);
  into.south = Math.max(into.south, from.south);
  into.cells.push(...from.cells);
}
