import {atOnce} from './at-once.js';
import {GridKept, WHOLE_WORLD, type WorldBox} from './grid-kept.js';
import {BASE, BASE_ZOOM, cellsAt, GridRows, SUMS, type Box} from './grid-rows.js';
import {latitudeAt, longitudeAt, worldX, worldY} from './mercator.js';
import type {Points} from './points.js';
import {MARGIN, separating, type Spot} from './separate.js';

/** Up to this zoom, which shows a country, all clusters are made at once and kept: who pans there waits for nothing. */
const WIDE_ZOOM = 7;

/** Beyond this zoom nothing more is told apart. */
export const MAX_GRID_ZOOM = 16;

/** What one marker stands for. */
export interface GridCluster extends Spot {
  /** Position of the first of its points, in the order of `Points`. */
  first: number;
  /** The zoom it was made for. */
  zoom: number;
  /** Its points stay together however far one zooms in. */
  isOnePlace: boolean;
}

/**
 * An index of points by a grid: what is in view is counted when it is looked at, and no more. The grid
 * starts at one corner of the world, whatever is looked at: a view that moves finds the same clusters.
 */
export class Grid {
  readonly #rows: GridRows;
  /** What was made for the mask that is. */
  readonly #kept = new GridKept<GridCluster>();

  private constructor(rows: GridRows) {
    this.#rows = rows;
  }

  /**
   * Indexes points.
   *
   * @param breathe - Called every few milliseconds; lets the page go on before it resolves. Missing: never.
   */
  static async of(points: Points, breathe?: () => Promise<void>): Promise<Grid> {
    return new Grid(await GridRows.of(points, breathe));
  }

  get points(): Points {
    return this.#rows.points;
  }

  /** Which statuses count: a mask of `maskOf`. At first all. */
  get mask(): number {
    return this.#rows.mask;
  }

  set mask(mask: number) {
    if (mask !== this.mask) this.#kept.forget();
    this.#rows.mask = mask;
  }

  /** How many points count. */
  get length(): number {
    const rows = this.#rows;
    let length = 0;
    for (let row = 0; row < rows.length; row += 1) {
      if (rows.counts(row)) length += rows.count[row] ?? 0;
    }
    return length;
  }

  /** The box around the points that count; null when there are none. */
  get extent(): [number, number, number, number] | null {
    const rows = this.#rows;
    const world = [Infinity, Infinity, -Infinity, -Infinity];
    for (let row = 0; row < rows.length; row += 1)
      if (rows.counts(row)) widen(world, rows.sums, row * SUMS + 3);
    const [west = 0, north = 0, east = 0, south = 0] = world;
    return west <= east
      ? [longitudeAt(west), latitudeAt(south), longitudeAt(east), latitudeAt(north)]
      : null;
  }

  /** How many points that count are in a box. */
  countIn(box: Box): number {
    let count = 0;
    this.#rows.eachIn(box, () => (count += 1));
    return count;
  }

  /**
   * The clusters whose centre is in view, in the order of their first points.
   *
   * @param most - A coarser zoom is taken when there would be more.
   */
  clustersIn(view: Box, zoom: number, most = Infinity): GridCluster[] {
    return atOnce(this.#finding(view, zoom, most));
  }

  /**
   * Makes ready what `clustersIn` will give for a view that is coming, in short steps.
   *
   * @param breathe - Called before each step; lets the page go on before it resolves.
   */
  async foresee(
    view: Box,
    zoom: number,
    most: number,
    breathe: () => Promise<void>,
  ): Promise<void> {
    const [mask, work] = [this.mask, this.#finding(view, zoom, most)];
    do {
      await breathe();
      // Where other campaigns count by now, what was made would be taken for theirs.
    } while (this.mask === mask && !work.next().done);
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
    return cluster.cells.includes(this.#rows.cellOf(at, cellsAt(cluster.zoom)));
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
        if (isCounted && inside.has(this.#rows.cellOf(at, cells))) found.push(at);
      }
      return found;
    }
    const boxes = clusters.map((cluster) => cluster.cells).flat();
    const columns = boxes.map((cell) => cell % cells);
    const lines = boxes.map((cell) => Math.floor(cell / cells));
    const read = (at: number) => {
      if (inside.has(this.#rows.cellOf(at, cells))) found.push(at);
    };
    this.#rows.eachNear(
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

  *#finding(view: Box, zoom: number, most: number): Generator<void, GridCluster[], void> {
    const [west, south, east, north] = view;
    const seenBox: WorldBox = [worldX(west), worldY(north), worldX(east), worldY(south)];
    const [x0, y0, x1, y1] = seenBox;
    // Between two zooms the cells are those of the next one: the nearer to 64 pixels, the better they part.
    for (let at = Math.max(0, Math.min(MAX_GRID_ZOOM, zoom)); ; at = Math.max(0, at - 1)) {
      const part = at <= WIDE_ZOOM ? WHOLE_WORLD : seenBox;
      let made = this.#kept.find(at, part);
      if (!made) this.#kept.keep(at, part, (made = yield* this.#making(part, at)));
      const seen = made.filter(({x, y}) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
      if (seen.length <= most || at === 0) return seen.sort((a, b) => a.first - b.first);
    }
  }

  /** The clusters of a box and of what is around it. */
  *#making([x0, y0, x1, y1]: WorldBox, at: number): Generator<void, GridCluster[], void> {
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
    yield;
    const apart = yield* separating([...found.values()], 256 * 2 ** at, cells);
    // A marker's radius at the greatest zoom: what is nearer than that stays one.
    const least = 30 / 256 / 2 ** MAX_GRID_ZOOM;
    for (const cluster of apart) {
      const {west, east, north, south} = cluster;
      cluster.isOnePlace = zoom === MAX_GRID_ZOOM || Math.max(east - west, south - north) < least;
    }
    return apart;
  }

  #addRows(at: (cell: number) => GridCluster | undefined, ratio: number, cells: number): void {
    const rows = this.#rows;
    const {keys, count, first, known, sums} = rows;
    for (let row = 0; row < rows.length; row += 1) {
      if (!rows.counts(row)) continue;
      const base = keys[row]! >> 3;
      const column = base % BASE;
      const line = (base - column) / BASE;
      const cluster = at(Math.floor(line / ratio) * cells + Math.floor(column / ratio));
      if (!cluster) continue;
      const sum = row * SUMS;
      cluster.count += count[row]!;
      cluster.known += known[row]!;
      cluster.cents += sums[sum]!;
      cluster.x += sums[sum + 1]!;
      cluster.y += sums[sum + 2]!;
      cluster.first = Math.min(cluster.first, first[row]!);
      cluster.west = Math.min(cluster.west, sums[sum + 3]!);
      cluster.north = Math.min(cluster.north, sums[sum + 4]!);
      cluster.east = Math.max(cluster.east, sums[sum + 5]!);
      cluster.south = Math.max(cluster.south, sums[sum + 6]!);
    }
  }

  #addPoints(
    at: (cell: number) => GridCluster | undefined,
    cells: number,
    [left, top, right, bottom]: readonly [number, number, number, number],
  ): void {
    const {longitude, latitude, raised} = this.points;
    this.#rows.eachNear(left / cells, top / cells, right / cells, bottom / cells, (point) => {
      const x = longitude[point]! / 36e6 + 0.5;
      const y = this.#rows.yOf(latitude[point]!);
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
