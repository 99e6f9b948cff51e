import {MAINLAND} from '../territory/areas.js';
import {box, type Bounds} from './map-clusters.js';
import type {Polygons} from './map-boundaries.js';

/** A place apart that the frame leaves out, such as an overseas département, and where to look at it. */
export interface Area {
  /** What it is called; empty when it has no name of its own (abroad, at sea). */
  name: string;
  bounds: Bounds;
  /** How many campaigns are there. */
  count: number;
}

/** What decides where a map stands at first. */
export interface FrameWish {
  /** The box around the territory's outline; null when it has none or none is asked. */
  outline: Bounds | null;
  /** The territory is all of France: the frame is then its mainland. */
  country: boolean;
  /** Where to look when there is no campaign at all; null: the mainland. */
  home: Bounds | null;
  /** A territory is asked: its campaigns are then looked at closely, however few. */
  territory: boolean;
  /** Where the campaigns are, and how many at each (one, when it is not said). */
  points: readonly (readonly [lon: number, lat: number, count?: number])[];
  /** Overseas départements and collectivities, with the boxes around them. */
  overseas: readonly {name: string; bounds: Bounds}[];
}

/** Campaigns spread wider than this, in degrees, are shown on the whole mainland. */
const WIDE = 5;

/** A frame around campaigns is at least this wide and high, in degrees: some thirty kilometres, for the lie of the land to be seen. */
const LEAST = 0.3;

/** Where the map stands when nobody has moved it: the outline, else the campaigns, else the mainland. */
export function frameOf({outline, country, home, territory, points, overseas}: FrameWish): Bounds {
  if (outline && !country) return outline;
  if (country) return MAINLAND;
  const mainland = points.filter((point) => inside(MAINLAND, point));
  if (mainland.length > 0) {
    const around = grow(box(mainland), 0.1, LEAST);
    const wide = Math.max(around[2] - around[0], around[3] - around[1]) > WIDE;
    return wide && !territory ? MAINLAND : around;
  }
  const groups = overseas.map(({bounds}) => points.filter((point) => inside(bounds, point)));
  const [most = []] = groups.sort((a, b) => total(b) - total(a));
  const rest = most.length > 0 ? most : points;
  return rest.length > 0 ? grow(box(rest), 0.1, LEAST) : (home ?? MAINLAND);
}

/** The places apart: campaigns far out of the frame, grouped; the largest group first. */
export function areasOf(frame: Bounds, {points, overseas}: FrameWish): Area[] {
  const near = grow(frame, 0.3);
  let rest = points.filter((point) => !inside(near, point));
  const areas: Area[] = [];
  for (const {name, bounds} of overseas) {
    const there = rest.filter((point) => inside(grow(bounds, 0.1), point));
    if (there.length === 0) continue;
    areas.push({name, bounds, count: total(there)});
    rest = rest.filter((point) => !there.includes(point));
  }
  areas.sort((a, b) => b.count - a.count);
  if (rest.length === 0) return areas;
  return [...areas, {name: '', bounds: grow(box(rest), 0.1, LEAST), count: total(rest)}];
}

function total(points: FrameWish['points']): number {
  return points.reduce((sum, [, , count = 1]) => sum + count, 0);
}

/** The box around polygons. */
export function extentOf(polygons: Polygons): Bounds {
  return box(polygons.flat(2));
}

/** Whether a point is in a box, its edge included. */
export function inside(
  [west, south, east, north]: Bounds,
  [lon, lat]: readonly [number, number, number?],
) {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The box with a share of its size added on each side; at least `least` degrees wide and high. */
export function grow([west, south, east, north]: Bounds, share: number, least = 0): Bounds {
  const x = Math.max((east - west) * share, (least - (east - west)) / 2);
  const y = Math.max((north - south) * share, (least - (north - south)) / 2);
  return [west - x, south - y, east + x, north + y];
}
