import {worldX, worldY, worldYTable} from './mercator.js';
import {ANY_STATUS, type Points} from './points.js';

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number];

/** Cells of one zoom, on an axis of the world, are 2 ** (zoom + 2): 64 CSS pixels each. */
const CELLS_AT_ZOOM_0 = 2;

/** The zoom whose cells are counted once and for all. Above it they are added up; below, the points of a few are read. */
export const BASE_ZOOM = 10;

/** Cells on an axis of the world, at that zoom. */
export const BASE = cellsAt(BASE_ZOOM);

/** Numbers in `GridRows.sums` for each row. */
export const SUMS = 7;

/** Points between two breaths. */
const SLICE = 16_384;

/** Cells on an axis of the world, at a zoom. */
export function cellsAt(zoom: number): number {
  return 2 ** (zoom + CELLS_AT_ZOOM_0);
}

/**
 * Points counted by cell. Those of one cell and one status stand together ("a row"), so that a filter
 * by status costs nothing.
 *
 * Its columns are public: who adds up thousands of rows, each time a map moves, reads them directly.
 */
export class GridRows {
  readonly points: Points;
  /** Where a latitude in 1e-5 degrees is on the square map of the world. */
  readonly yOf = worldYTable();
  /** Which statuses count: a mask of `maskOf`. */
  mask = ANY_STATUS;

  /** How many rows there are: the columns are longer. */
  length = 0;
  /** Cell and status of each row: eight times the one, plus the other. */
  keys = new Int32Array(256);
  count = new Int32Array(256);
  first = new Int32Array(256);
  known = new Int32Array(256);
  /** For each row: cents, x, y, west, north, east, south. */
  sums = new Float64Array(256 * SUMS);

  #slots = new Int32Array(1024);
  /** Where the points of each row begin in the order of rows. */
  #starts = new Uint32Array(0);
  #order = new Uint32Array(0);

  private constructor(points: Points) {
    this.points = points;
  }

  /**
   * Counts points.
   *
   * @param breathe - Called every few milliseconds; lets the page go on before it resolves. Missing: never.
   */
  static async of(points: Points, breathe?: () => Promise<void>): Promise<GridRows> {
    const rows = new GridRows(points);
    const rowOf = new Uint32Array(points.length);
    for (let from = 0; from < points.length; from += SLICE) {
      rows.#add(rowOf, from, Math.min(points.length, from + SLICE));
      await breathe?.();
    }
    rows.#order = new Uint32Array(points.length);
    const next = new Uint32Array(rows.length + 1);
    for (let row = 0; row < rows.length; row += 1) {
      next[row + 1] = (next[row] ?? 0) + (rows.count[row] ?? 0);
    }
    rows.#starts = next.slice();
    for (let from = 0; from < points.length; from += SLICE) {
      const to = Math.min(points.length, from + SLICE);
      for (let at = from; at < to; at += 1) {
        const row = rowOf[at] ?? 0;
        rows.#order[next[row]!] = at;
        next[row]! += 1;
      }
      await breathe?.();
    }
    return rows;
  }

  /** Whether the points of a row count. */
  counts(row: number): boolean {
    return ((this.mask >> ((this.keys[row] ?? 0) & 7)) & 1) === 1;
  }

  /** The cell of a point among so many on an axis. */
  cellOf(at: number, cells: number): number {
    const x = Math.floor(((this.points.longitude[at] ?? 0) / 36e6 + 0.5) * cells);
    const y = Math.floor(this.yOf(this.points.latitude[at] ?? 0) * cells);
    return y * cells + Math.min(cells - 1, x);
  }

  /** Every point that counts in a box. */
  eachIn([west, south, east, north]: Box, tell: (at: number) => void): void {
    const [x0, y0, x1, y1] = [worldX(west), worldY(north), worldX(east), worldY(south)];
    this.eachNear(x0, y0, x1, y1, (at) => {
      const x = this.points.longitude[at]! / 36e6 + 0.5;
      const y = this.yOf(this.points.latitude[at]!);
      if (x >= x0 && x <= x1 && y >= y0 && y <= y1) tell(at);
    });
  }

  /** Every point that counts, of every cell that touches a box of the world. */
  eachNear(x0: number, y0: number, x1: number, y1: number, tell: (at: number) => void): void {
    const [left, right] = [Math.floor(x0 * BASE), Math.floor(x1 * BASE)];
    const [top, bottom] = [Math.floor(y0 * BASE), Math.floor(y1 * BASE)];
    for (let row = 0; row < this.length; row += 1) {
      const base = this.keys[row]! >> 3;
      const column = base % BASE;
      if (column < left || column > right || !this.counts(row)) continue;
      const line = (base - column) / BASE;
      if (line < top || line > bottom) continue;
      for (let at = this.#starts[row]!; at < this.#starts[row + 1]!; at += 1)
        tell(this.#order[at]!);
    }
  }

  #add(rowOf: Uint32Array, from: number, to: number): void {
    const {longitude, latitude, raised, status} = this.points;
    for (let at = from; at < to; at += 1) {
      const x = longitude[at]! / 36e6 + 0.5;
      const y = this.yOf(latitude[at]!);
      const cell = Math.floor(y * BASE) * BASE + Math.min(BASE - 1, Math.floor(x * BASE));
      const row = this.#rowFor(cell * 8 + status[at]!, at);
      const sums = this.sums;
      const sum = row * SUMS;
      rowOf[at] = row;
      this.count[row]! += 1;
      const amount = raised[at]!;
      // NaN alone is not itself: unknown is not 0.
      if (amount === amount) {
        this.known[row]! += 1;
        sums[sum]! += Math.round(amount * 100);
      }
      sums[sum + 1]! += x;
      sums[sum + 2]! += y;
      if (x < sums[sum + 3]!) sums[sum + 3] = x;
      if (y < sums[sum + 4]!) sums[sum + 4] = y;
      if (x > sums[sum + 5]!) sums[sum + 5] = x;
      if (y > sums[sum + 6]!) sums[sum + 6] = y;
    }
  }

  /** The row of a key; a new one begins with `first`. */
  #rowFor(key: number, first: number): number {
    const last = this.#slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & last;
    for (;;) {
      const row = this.#slots[slot]! - 1;
      if (row < 0) break;
      if (this.keys[row] === key) return row;
      slot = (slot + 1) & last;
    }
    const row = this.length;
    if (row === this.keys.length) this.#grow();
    this.length += 1;
    this.keys[row] = key;
    this.first[row] = first;
    this.sums.set([0, 0, 0, Infinity, Infinity, -Infinity, -Infinity], row * SUMS);
    this.#slots[slot] = row + 1;
    if (this.length * 2 > this.#slots.length) this.#spread();
    return row;
  }

  #grow(): void {
    const longer = <T extends Int32Array | Float64Array>(old: T): T => {
      const made = new (old.constructor as new (length: number) => T)(old.length * 2);
      made.set(old);
      return made;
    };
    this.keys = longer(this.keys);
    this.count = longer(this.count);
    this.first = longer(this.first);
    this.known = longer(this.known);
    this.sums = longer(this.sums);
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    for (let row = 0; row < this.length; row += 1) {
      let slot = (Math.imul(this.keys[row]!, 0x9e3779b1) >>> 7) & (slots.length - 1);
      while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }
}
