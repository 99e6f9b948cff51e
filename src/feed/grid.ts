import {ANY_STATUS, type Points} from './points.js';
import {latitudeAt, longitudeAt, worldX, worldY, worldYTable} from './mercator.js';
import {MARGIN, separate, type Spot} from './separate.js';

/** Cells of one zoom, on an axis of the world, are 2 ** (zoom + 2): 64 CSS pixels each. */
const CELLS_AT_ZOOM_0 = 2;

/** The zoom whose cells are counted once and for all. Above it they are added up; below, the points of a few are read. */
const BASE_ZOOM = 10;
const BASE = 2 ** (BASE_ZOOM + CELLS_AT_ZOOM_0);

/** Up to this zoom, which shows a country, all clusters are made at once and kept: who pans there waits for nothing. */
const WIDE_ZOOM = 7;

/** Beyond this zoom nothing more is told apart. */
export const MAX_GRID_ZOOM = 16;

/** Points between two breaths. */
const SLICE = 16_384;

/** What one marker stands for. */
export interface GridCluster extends Spot {
  /** Position of the first of its points, in the order of `Points`. */
  first: number;
  /** The zoom it was made for. */
  zoom: number;
  /** Its points stay together however far one zooms in. */
  isOnePlace: boolean;
}

/** West, south, east, north in degrees. */
type Box = readonly [number, number, number, number];

/**
 * An index of points by a grid: what is in view is counted when it is looked at, and no more. The grid
 * starts at one corner of the world, whatever is looked at: a view that moves finds the same clusters.
 *
 * Points of one cell and one status stand together ("a row"), so that a filter by status costs nothing.
 */
export class Grid {
  readonly points: Points;
  /** Which statuses count: a mask of `maskOf`. */
  mask = ANY_STATUS;

  #rows = 0;
  #slots = new Int32Array(1024);
  /** Cell and status of each row. */
  #keys = new Int32Array(256);
  #count = new Int32Array(256);
  #first = new Int32Array(256);
  #known = new Int32Array(256);
  /** For each row: cents, x, y, west, north, east, south. */
  #sums = new Float64Array(256 * 7);
  #starts = new Uint32Array(0);
  #order = new Uint32Array(0);
  readonly #yOf = worldYTable();
  /** The clusters of the whole world at wide zooms, by zoom, for the mask that they were made with: they are few. */
  readonly #wide = new Map<number, GridCluster[]>();
  #wideMask = ANY_STATUS;

  private constructor(points: Points) {
    this.points = points;
  }

  /**
   * Indexes points.
   *
   * @param breathe - Called every few milliseconds; lets the page go on before it resolves. Missing: never.
   */
  static async of(points: Points, breathe?: () => Promise<void>): Promise<Grid> {
    const grid = new Grid(points);
    const rowOf = new Uint32Array(points.length);
    for (let from = 0; from < points.length; from += SLICE) {
      grid.#countRows(rowOf, from, Math.min(points.length, from + SLICE));
      await breathe?.();
    }
    grid.#order = new Uint32Array(points.length);
    const next = new Uint32Array(grid.#rows + 1);
    for (let row = 0; row < grid.#rows; row += 1) {
      next[row + 1] = (next[row] ?? 0) + (grid.#count[row] ?? 0);
    }
    grid.#starts = next.slice();
    for (let from = 0; from < points.length; from += SLICE) {
      const to = Math.min(points.length, from + SLICE);
      for (let at = from; at < to; at += 1) {
        const row = rowOf[at] ?? 0;
        grid.#order[next[row]!] = at;
        next[row]! += 1;
      }
      await breathe?.();
    }
    return grid;
  }

  /** How many points count. */
  get length(): number {
    let length = 0;
    for (let row = 0; row < this.#rows; row += 1) {
      if (this.#counts(row)) length += this.#count[row] ?? 0;
    }
    return length;
  }

  /** The box around the points that count; null when there are none. */
  get extent(): [number, number, number, number] | null {
    const world = [Infinity, Infinity, -Infinity, -Infinity];
    for (let row = 0; row < this.#rows; row += 1)
      if (this.#counts(row)) widen(world, this.#sums, row * 7 + 3);
    const [west = 0, north = 0, east = 0, south = 0] = world;
    return west <= east
      ? [longitudeAt(west), latitudeAt(south), longitudeAt(east), latitudeAt(north)]
      : null;
  }

  /** How many points that count are in a box. */
  countIn(box: Box): number {
    let count = 0;
    this.#eachIn(box, () => (count += 1));
    return count;
  }

  /**
   * The clusters whose centre is in view, in the order of their first points.
   *
   * @param most - A coarser zoom is taken when there would be more.
   */
  clustersIn(view: Box, zoom: number, most = Infinity): GridCluster[] {
    const [west, south, east, north] = view;
    const [x0, x1, y0, y1] = [worldX(west), worldX(east), worldY(north), worldY(south)];
    // Between two zooms the cells are those of the next one: the nearer to 64 pixels, the better they part.
    for (let at = Math.max(0, Math.min(MAX_GRID_ZOOM, zoom)); ; at = Math.max(0, at - 1)) {
      const made = at <= WIDE_ZOOM ? this.#wideAt(at) : this.#clusters(x0, y0, x1, y1, at);
      const seen = made.filter(({x, y}) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
      if (seen.length <= most || at === 0) return seen.sort((a, b) => a.first - b.first);
    }
  }

  /** Where the points that count are, about: the middle of those of each cell, and how many, for a zoom up to 10. */
  spread(zoom: number): {x: number; y: number; count: number}[] {
    const cells = cellsAt(Math.min(zoom, BASE_ZOOM));
    const found = new Map<number, GridCluster>();
    this.#addRows(
      (cell) => {
        let cluster = found.get(cell);
        if (!cluster) found.set(cell, (cluster = blank(cell, zoom)));
        return cluster;
      },
      BASE / cells,
      cells,
    );
    return [...found.values()].map(({x, y, count}) => ({x: x / count, y: y / count, count}));
  }

  /** Whether a point is one of a cluster's. */
  has(cluster: GridCluster, at: number): boolean {
    return cluster.cells.includes(this.#cellOf(at, cellsAt(cluster.zoom)));
  }

  /**
   * The points of clusters of one zoom, in the order of `Points`.
   *
   * @param most - The first so many.
   */
  membersOf(clusters: readonly GridCluster[], most = Infinity): number[] {
    const [first] = clusters;
    if (!first) return [];
    const total = clusters.reduce((sum, {count}) => sum + count, 0);
    const wanted = Math.min(most, total);
    const cells = cellsAt(first.zoom);
    const inside = new Set(clusters.flatMap((cluster) => cluster.cells));
    const found: number[] = [];
    // Where most are in view the first are soon found; where few are, those few are read.
    if (total > this.points.length / 16) {
      for (let at = 0; at < this.points.length && found.length < wanted; at += 1) {
        const isCounted = (this.mask >> (this.points.status[at] ?? 0)) & 1;
        if (isCounted && inside.has(this.#cellOf(at, cells))) found.push(at);
      }
      return found;
    }
    const boxes = clusters.map((cluster) => cluster.cells).flat();
    const columns = boxes.map((cell) => cell % cells);
    const lines = boxes.map((cell) => Math.floor(cell / cells));
    const read = (at: number) => {
      if (inside.has(this.#cellOf(at, cells))) found.push(at);
    };
    this.#eachNear(
      Math.min(...columns) / cells,
      Math.min(...lines) / cells,
      (Math.max(...columns) + 1) / cells,
      (Math.max(...lines) + 1) / cells,
      read,
    );
    return found.sort((a, b) => a - b).slice(0, wanted);
  }

  /** The box around a cluster's points, in degrees. */
  extentOf({west, south, east, north}: GridCluster): [number, number, number, number] {
    return [longitudeAt(west), latitudeAt(south), longitudeAt(east), latitudeAt(north)];
  }

  #counts(row: number): boolean {
    return ((this.mask >> ((this.#keys[row] ?? 0) & 7)) & 1) === 1;
  }

  #cellOf(at: number, cells: number): number {
    const x = Math.floor(((this.points.longitude[at] ?? 0) / 36e6 + 0.5) * cells);
    const y = Math.floor(this.#yOf(this.points.latitude[at] ?? 0) * cells);
    return y * cells + Math.min(cells - 1, x);
  }

  #countRows(rowOf: Uint32Array, from: number, to: number): void {
    const {longitude, latitude, raised, status} = this.points;
    for (let at = from; at < to; at += 1) {
      const x = longitude[at]! / 36e6 + 0.5;
      const y = this.#yOf(latitude[at]!);
      const cell = Math.floor(y * BASE) * BASE + Math.min(BASE - 1, Math.floor(x * BASE));
      const row = this.#rowFor(cell * 8 + status[at]!, at);
      const sums = this.#sums;
      const sum = row * 7;
      rowOf[at] = row;
      this.#count[row]! += 1;
      const amount = raised[at]!;
      // NaN alone is not itself: unknown is not 0.
      if (amount === amount) {
        this.#known[row]! += 1;
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
      if (this.#keys[row] === key) return row;
      slot = (slot + 1) & last;
    }
    const row = this.#rows;
    if (row === this.#keys.length) this.#grow();
    this.#rows += 1;
    this.#keys[row] = key;
    this.#first[row] = first;
    this.#sums.set([0, 0, 0, Infinity, Infinity, -Infinity, -Infinity], row * 7);
    this.#slots[slot] = row + 1;
    if (this.#rows * 2 > this.#slots.length) this.#spread();
    return row;
  }

  #grow(): void {
    const longer = <T extends Int32Array | Float64Array>(old: T): T => {
      const made = new (old.constructor as new (length: number) => T)(old.length * 2);
      made.set(old);
      return made;
    };
    this.#keys = longer(this.#keys);
    this.#count = longer(this.#count);
    this.#first = longer(this.#first);
    this.#known = longer(this.#known);
    this.#sums = longer(this.#sums);
  }

  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    for (let row = 0; row < this.#rows; row += 1) {
      let slot = (Math.imul(this.#keys[row]!, 0x9e3779b1) >>> 7) & (slots.length - 1);
      while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = row + 1;
    }
    this.#slots = slots;
  }

  #wideAt(at: number): GridCluster[] {
    if (this.#wideMask !== this.mask) this.#wide.clear();
    this.#wideMask = this.mask;
    let clusters = this.#wide.get(at);
    if (!clusters) this.#wide.set(at, (clusters = this.#clusters(0, 0, 1, 1, at)));
    return clusters;
  }

  /** The clusters of a view and of what is around it. */
  #clusters(x0: number, y0: number, x1: number, y1: number, at: number): GridCluster[] {
    const zoom = Math.round(at);
    const cells = cellsAt(zoom);
    const [left, right] = [Math.floor(x0 * cells) - MARGIN, Math.floor(x1 * cells) + MARGIN];
    const [top, bottom] = [Math.floor(y0 * cells) - MARGIN, Math.floor(y1 * cells) + MARGIN];
    const found = new Map<number, GridCluster>();
    const clusterAt = (cell: number): GridCluster | undefined => {
      const column = cell % cells;
      const line = (cell - column) / cells;
      if (column < left || column > right || line < top || line > bottom) return undefined;
      let cluster = found.get(cell);
      if (!cluster) found.set(cell, (cluster = blank(cell, zoom)));
      return cluster;
    };
    if (zoom <= BASE_ZOOM) this.#addRows(clusterAt, BASE / cells, cells);
    else this.#addPoints(clusterAt, cells, [left, top, right + 1, bottom + 1]);
    for (const cluster of found.values()) {
      cluster.x /= cluster.count;
      cluster.y /= cluster.count;
    }
    const apart = separate([...found.values()], 256 * 2 ** at, cells);
    // A marker's radius at the greatest zoom: what is nearer than that stays one.
    const least = 30 / 256 / 2 ** MAX_GRID_ZOOM;
    for (const cluster of apart) {
      const {west, east, north, south} = cluster;
      cluster.isOnePlace = zoom === MAX_GRID_ZOOM || Math.max(east - west, south - north) < least;
    }
    return apart;
  }

  #addRows(at: (cell: number) => GridCluster | undefined, ratio: number, cells: number): void {
    for (let row = 0; row < this.#rows; row += 1) {
      if (!this.#counts(row)) continue;
      const base = this.#keys[row]! >> 3;
      const column = base % BASE;
      const line = (base - column) / BASE;
      const cluster = at(Math.floor(line / ratio) * cells + Math.floor(column / ratio));
      if (!cluster) continue;
      const sum = row * 7;
      cluster.count += this.#count[row]!;
      cluster.known += this.#known[row]!;
      cluster.cents += this.#sums[sum]!;
      cluster.x += this.#sums[sum + 1]!;
      cluster.y += this.#sums[sum + 2]!;
      cluster.first = Math.min(cluster.first, this.#first[row]!);
      cluster.west = Math.min(cluster.west, this.#sums[sum + 3]!);
      cluster.north = Math.min(cluster.north, this.#sums[sum + 4]!);
      cluster.east = Math.max(cluster.east, this.#sums[sum + 5]!);
      cluster.south = Math.max(cluster.south, this.#sums[sum + 6]!);
    }
  }

  #addPoints(
    at: (cell: number) => GridCluster | undefined,
    cells: number,
    [left, top, right, bottom]: readonly [number, number, number, number],
  ): void {
    const {longitude, latitude, raised} = this.points;
    this.#eachNear(left / cells, top / cells, right / cells, bottom / cells, (point) => {
      const x = longitude[point]! / 36e6 + 0.5;
      const y = this.#yOf(latitude[point]!);
      const cluster = at(
        Math.floor(y * cells) * cells + Math.min(cells - 1, Math.floor(x * cells)),
      );
      if (!cluster) return;
      cluster.count += 1;
      const amount = raised[point]!;
      if (amount === amount) {
        cluster.known += 1;
        cluster.cents += Math.round(amount * 100);
      }
      cluster.x += x;
      cluster.y += y;
      if (point < cluster.first) cluster.first = point;
      if (x < cluster.west) cluster.west = x;
      if (y < cluster.north) cluster.north = y;
      if (x > cluster.east) cluster.east = x;
      if (y > cluster.south) cluster.south = y;
    });
  }

  #eachIn([west, south, east, north]: Box, tell: (at: number) => void): void {
    const [x0, y0, x1, y1] = [worldX(west), worldY(north), worldX(east), worldY(south)];
    this.#eachNear(x0, y0, x1, y1, (at) => {
      const x = this.points.longitude[at]! / 36e6 + 0.5;
      const y = this.#yOf(this.points.latitude[at]!);
      if (x >= x0 && x <= x1 && y >= y0 && y <= y1) tell(at);
    });
  }

  /** Every point that counts, of every base cell that touches a box of the world. */
  #eachNear(x0: number, y0: number, x1: number, y1: number, tell: (at: number) => void): void {
    const [left, right] = [Math.floor(x0 * BASE), Math.floor(x1 * BASE)];
    const [top, bottom] = [Math.floor(y0 * BASE), Math.floor(y1 * BASE)];
    for (let row = 0; row < this.#rows; row += 1) {
      const base = this.#keys[row]! >> 3;
      const column = base % BASE;
      if (column < left || column > right || !this.#counts(row)) continue;
      const line = (base - column) / BASE;
      if (line < top || line > bottom) continue;
      for (let at = this.#starts[row]!; at < this.#starts[row + 1]!; at += 1)
        tell(this.#order[at]!);
    }
  }
}

function cellsAt(zoom: number): number {
  return 2 ** (zoom + CELLS_AT_ZOOM_0);
}

function blank(cell: number, zoom: number): GridCluster {
  return {
    cells: [cell],
    zoom,
    count: 0,
    known: 0,
    cents: 0,
    first: Infinity,
    x: 0,
    y: 0,
    west: Infinity,
    north: Infinity,
    east: -Infinity,
    south: -Infinity,
    isOnePlace: false,
  };
}

function widen(box: number[], sums: Float64Array, at: number): void {
  for (const side of [0, 1]) box[side] = Math.min(box[side]!, sums[at + side]!);
  for (const side of [2, 3]) box[side] = Math.max(box[side]!, sums[at + side]!);
}
