/**
 * Which markers a map draws: campaigns that would overlap at a zoom become one cluster. Pure: no DOM,
 * no map library. A larger index (millions of points, a worker) can stand in its place behind
 * `ClusterIndex`.
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
  /** Positions in the array given to `clusterIndex`, ascending; never empty. */
  members: readonly number[];
}

/** What a map asks of an index, whatever is behind it. */
export interface ClusterIndex {
  /**
   * The clusters whose centre is in view, in the order of their first members: at most `limit` of
   * them (a coarser level is given when there would be more).
   */
  clustersIn(view: Bounds, zoom: number, limit?: number): Cluster[];
  /** Whether the members stay one cluster however far one zooms in. */
  isOnePlace(cluster: Cluster): boolean;
  /** The box around the members. */
  extentOf(cluster: Cluster): Bounds;
}

/** Beyond this zoom nothing more is told apart: about two metres a pixel in France. */
export const MAX_ZOOM = 16;

/** CSS pixels between two markers, at least: a marker of 44 and air around it. */
export const RADIUS = 60;

/** CSS pixels of the whole world at zoom 0 (the convention of every web map). */
const WORLD = 256;

/** Web Mercator ends here, in degrees of latitude. */
const MAX_LATITUDE = 85.05;

/** Longitude and latitude on the square map. */
export function worldPoint([lon, lat]: readonly [number, number]): WorldPoint {
  const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180);
  return {
    x: lon / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

/** The way back: longitude and latitude in degrees. */
export function lonLat({x, y}: WorldPoint): [lon: number, lat: number] {
  const angle = ((0.5 - y) * 360 * Math.PI) / 180;
  return [(x - 0.5) * 360, (360 * Math.atan(Math.exp(angle))) / Math.PI - 90];
}

/** @param points - Longitude and latitude of each campaign; null when unknown (it is in no cluster). */
export function clusterIndex(points: readonly (readonly [number, number] | null)[]): ClusterIndex {
  const single = points.flatMap((point, index): Cluster[] =>
    point ? [{...worldPoint(point), members: [index]}] : [],
  );
  /** Clusters by zoom; made when first asked for. */
  const levels: Cluster[][] = [];
  const level = (zoom: number): Cluster[] => {
    const radius = RADIUS / WORLD / 2 ** zoom;
    return (levels[zoom] ??= merge(zoom === MAX_ZOOM ? single : level(zoom + 1), radius));
  };
  const boxOf = ({members}: Cluster) => box(members.flatMap((index) => [points[index] ?? []]));

  return {
    clustersIn(view, zoom, limit = Infinity) {
      const {x: west, y: north} = worldPoint([view[0], view[3]]);
      const {x: east, y: south} = worldPoint([view[2], view[1]]);
      for (let at = Math.max(0, Math.min(MAX_ZOOM, Math.floor(zoom))); ; at -= 1) {
        const seen = level(at).filter(
          ({x, y}) => x >= west && x <= east && y >= north && y <= south,
        );
        if (seen.length <= limit || at === 0) {
          return seen.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
        }
      }
    },
    isOnePlace(cluster) {
      const [west, south, east, north] = boxOf(cluster);
      const from = worldPoint([west, north]);
      const to = worldPoint([east, south]);
      return Math.max(to.x - from.x, to.y - from.y) * WORLD * 2 ** MAX_ZOOM < RADIUS;
    },
    extentOf: boxOf,
  };
}

/** The smallest box around points; a box that contains nothing when there are none. */
export function box(points: Iterable<readonly number[]>): Bounds {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon = NaN, lat = NaN] of points) {
    if (lon < bounds[0]) bounds[0] = lon;
    if (lat < bounds[1]) bounds[1] = lat;
    if (lon > bounds[2]) bounds[2] = lon;
    if (lat > bounds[3]) bounds[3] = lat;
  }
  return bounds;
}

/** Joins what is nearer than `radius`: each cluster, in order, takes in those around it not yet taken. */
function merge(clusters: readonly Cluster[], radius: number): Cluster[] {
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
function join(clusters: readonly Cluster[]): Cluster {
  let [x, y, weight] = [0, 0, 0];
  for (const {x: ownX, y: ownY, members} of clusters) {
    x += ownX * members.length;
    y += ownY * members.length;
    weight += members.length;
  }
  const members = clusters.flatMap((cluster) => cluster.members).sort((a, b) => a - b);
  return {x: x / weight, y: y / weight, members};
}
