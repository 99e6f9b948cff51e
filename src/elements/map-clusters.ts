import {latitudeAt, longitudeAt, worldX, worldY} from '../feed/mercator.js';

/**
 * Which markers a map draws: campaigns that would overlap at a zoom become one cluster. Pure: no DOM,
 * no map library. For the feeds that a page reads itself; for more, `feed/grid.ts` stands behind the
 * same `ClusterIndex`.
 *
 * Clusters are made level by level, each from the clusters of the level below, so that zooming in
 * only ever splits them; and over the whole world, so that panning never changes them.
 */

/** West, south, east, north, in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** A place on the square map of the whole world (Web Mercator): x eastwards, y southwards, both in [0, 1]. */
export interface WorldPoint {
  x: number;
  y: number;
}

/** What one marker stands for: one campaign, or several near each other. */
export interface Cluster extends WorldPoint {
  count: number;
  /** Position of the first of them. */
  first: number;
  /** How many of them have a known amount, and the sum of those, in cents: whole numbers add up exactly. */
  known: number;
  cents: number;
}

/** A cluster that knows each of its campaigns. */
export interface Group extends Cluster {
  /** Positions in the array given to `clusterIndex`, ascending; never empty. */
  members: readonly number[];
}

/** What a map asks of an index, whatever is behind it. */
export interface ClusterIndex<C extends Cluster = Cluster> {
  /**
   * The clusters whose centre is in view, in the order of their first members: at most `limit` of
   * them (a coarser level is given when there would be more).
   */
  clustersIn(view: Bounds, zoom: number, limit?: number): C[];
  /** Makes ready, in short steps, what `clustersIn` will give for a view that is coming. Missing: it never takes long. */
  foresee?(view: Bounds, zoom: number, limit: number): void;
  /** Whether the members stay one cluster however far one zooms in. */
  isOnePlace(cluster: C): boolean;
  /** The box around the members. */
  extentOf(cluster: C): Bounds;
}

/** Beyond this zoom nothing more is told apart: about two metres a pixel in France. */
export const MAX_ZOOM = 16;

/** CSS pixels between two markers, at least: a marker of 44 and air around it. */
export const RADIUS = 60;

/** And never less: a cluster stands in the middle of its campaigns, which may be nearer to another than each was. */
const LEAST = 48;

/** CSS pixels of the whole world at zoom 0 (the convention of every web map). */
const WORLD = 256;

/** Longitude and latitude on the square map. */
export function worldPoint([lon, lat]: readonly [number, number, number?]): WorldPoint {
  return {x: worldX(lon), y: worldY(lat)};
}

/** The way back: longitude and latitude in degrees. */
export function lonLat({x, y}: WorldPoint): [lon: number, lat: number] {
  return [longitudeAt(x), latitudeAt(y)];
}

/**
 * @param points - Longitude and latitude of each campaign; null when unknown (it is in no cluster).
 * @param amountOf - What each has raised, in the currency of most; null when unknown.
 */
export function clusterIndex(
  points: readonly (readonly [lon: number, lat: number, count?: number] | null)[],
  amountOf: (index: number) => number | null = () => null,
): ClusterIndex<Group> {
  const single = points.flatMap((point, first): Group[] => {
    if (!point) return [];
    const amount = amountOf(first);
    const known = amount === null ? 0 : 1;
    const cents = Math.round((amount ?? 0) * 100);
    return [{...worldPoint(point), count: 1, first, known, cents, members: [first]}];
  });
  /** Clusters by zoom; made when first asked for. */
  const levels: Group[][] = [];
  const level = (zoom: number): Group[] => {
    const pixel = 1 / WORLD / 2 ** zoom;
    const below = () => (zoom === MAX_ZOOM ? single : level(zoom + 1));
    return (levels[zoom] ??= apart(merge(below(), RADIUS * pixel), LEAST * pixel));
  };
  /** What is never told apart: how many are at the place of the first. */
  let places: Map<number, number> | undefined;
  const boxOf = ({members}: Group) => box(members.flatMap((index) => [points[index] ?? []]));

  return {
    clustersIn(view, zoom, limit = Infinity) {
      const {x: west, y: north} = worldPoint([view[0], view[3]]);
      const {x: east, y: south} = worldPoint([view[2], view[1]]);
      for (let at = Math.max(0, Math.min(MAX_ZOOM, Math.floor(zoom))); ; at -= 1) {
        const seen = level(at).filter(
          ({x, y}) => x >= west && x <= east && y >= north && y <= south,
        );
        if (seen.length <= limit || at === 0) {
          return seen.sort((a, b) => a.first - b.first);
        }
      }
    },
    isOnePlace({first, count}) {
      places ??= new Map(level(MAX_ZOOM).map((group) => [group.first, group.count]));
      return places.get(first) === count;
    },
    extentOf: boxOf,
  };
}

/** The smallest box around points; a box that contains nothing when there are none. */
export function box(points: Iterable<readonly (number | undefined)[]>): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = NaN, lat = NaN] of points) {
    if (lon < bounds[0]) bounds[0] = lon;
    if (lat < bounds[1]) bounds[1] = lat;
    if (lon > bounds[2]) bounds[2] = lon;
    if (lat > bounds[3]) bounds[3] = lat;
  }
  return bounds;
}

/** Joins what is nearer than `radius` until nothing is. */
function apart(clusters: Group[], radius: number): Group[] {
  const joined = merge(clusters, radius);
  return joined.length === clusters.length ? joined : apart(joined, radius);
}

/** Joins what is nearer than `radius`: each cluster, in order, takes in those around it not yet taken. */
function merge(clusters: readonly Group[], radius: number): Group[] {
  const cells = new Map<string, number[]>();
  const cellOf = ({x, y}: WorldPoint) => [Math.floor(x / radius), Math.floor(y / radius)] as const;
  clusters.forEach((cluster, index) => {
    const key = cellOf(cluster).join();
    const cell = cells.get(key);
    if (cell) cell.push(index);
    else cells.set(key, [index]);
  });
  const taken = new Uint8Array(clusters.length);
  return clusters.flatMap((cluster, index) => {
    if (taken[index]) return [];
    const near = [cluster];
    taken[index] = 1;
    const [column, row] = cellOf(cluster);
    for (let i = 0; i < 9; i += 1) {
      const key = [column - 1 + (i % 3), row - 1 + Math.floor(i / 3)].join();
      for (const other of cells.get(key) ?? []) {
        const candidate = clusters[other];
        if (!candidate || taken[other]) continue;
        if (Math.hypot(candidate.x - cluster.x, candidate.y - cluster.y) > radius) continue;
        taken[other] = 1;
        near.push(candidate);
      }
    }
    return near.length === 1 ? near : [join(near)];
  });
}

/** One cluster in the middle of all its members. */
function join(clusters: readonly Group[]): Group {
  let [x, y, count, known, cents] = [0, 0, 0, 0, 0];
  for (const cluster of clusters) {
    x += cluster.x * cluster.count;
    y += cluster.y * cluster.count;
    count += cluster.count;
    known += cluster.known;
    cents += cluster.cents;
  }
  const members = clusters.flatMap((cluster) => cluster.members).sort((a, b) => a - b);
  return {x: x / count, y: y / count, count, known, cents, first: members[0] ?? 0, members};
}
