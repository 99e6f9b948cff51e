import {fromVectorTileJs, GeoJSONWrapper, type Feature} from '@maplibre/vt-pbf';

import {NO_STATUS} from '../../feed/points.js';
import {
  campaignExtent,
  CELL_STATUSES,
  CELLS,
  EXTENT,
  MAX_TILE_ZOOM,
  type TileCampaign,
} from '../../feed/published/tile.js';
import {bodyAt, type Edition} from './edition.js';
import type {Table} from './paged/table.js';
import {worldAt} from './world.js';

/** Campaigns with coordinates, those of a tile and of a cell together, with what tiles show of them: it is read in this order. */
export const GROUND = {
  /** The cell of the last zoom, with the bits of column and line in turn. */
  key: 'f64',
  /** As in rows. */
  body: 'f64',
  /** As `raisedAt`. */
  raised: 'f64',
  at: 'u32',
  longitude: 'i32',
  latitude: 'i32',
  status: 'u8',
} as const;
export type Ground = Table<typeof GROUND>;

/** What stands in a tile. */
export interface TileContent {
  zoom: number;
  x: number;
  y: number;
  /** Its part of the ground. */
  from: number;
  to: number;
  /** Those that stand in it by themselves, in the list's order. */
  first: readonly number[];
  isLeaf: boolean;
}

type Values = Record<string, string | number | boolean>;

/** A point in MVT. */
const POINT = 1;
const STATES = NO_STATUS + 1;

/** A tile as `feed/published/tile.ts` describes it. */
export function encodeTile(edition: Edition, ground: Ground, tile: TileContent): Uint8Array {
  const campaigns = tile.first.map((at) => campaignFeature(edition, tile, at));
  return fromVectorTileJs({
    layers: {
      cells: layerOf('cells', EXTENT, cellFeatures(ground, tile)),
      campaigns: layerOf('campaigns', campaignExtent(tile.zoom), campaigns),
    },
  });
}

function cellFeatures({columns}: Ground, tile: TileContent): Feature[] {
  const {zoom, x, y, from: first, to: end} = tile;
  const {longitude, latitude, status, raised, key} = columns;
  /** How many cells of the last zoom a cell of this tile has. */
  const inside = 4 ** (MAX_TILE_ZOOM - zoom);
  const cellOf = (place: number) => Math.floor(key.get(place) / inside);
  const features: Feature[] = [];
  for (let from = first, to = first; from < end; from = to) {
    const sums = new Float64Array(3 * STATES);
    let [sumX, sumY, one] = [0, 0, true];
    const [longitudeOfFirst, latitudeOfFirst] = [longitude.get(from), latitude.get(from)];
    const cell = cellOf(from);
    for (to = from; to < end && cellOf(to) === cell; to += 1) {
      const [worldX, worldY] = worldAt(columns, to);
      sumX += worldX;
      sumY += worldY;
      one &&= longitude.get(to) === longitudeOfFirst && latitude.get(to) === latitudeOfFirst;
      const state = status.get(to);
      const amount = raised.get(to);
      sums[state]! += 1;
      if (Number.isNaN(amount)) continue;
      sums[STATES + state]! += 1;
      sums[2 * STATES + state]! += Math.round(amount * 100);
    }
    const count = to - from;
    const [column, line] = uncrossed(cell % CELLS ** 2);
    const values: Values = one ? {one} : {};
    for (let state = 0; state < STATES; state += 1) {
      if (!sums[state]) continue;
      const [known, cents] = [sums[STATES + state]!, sums[2 * STATES + state]!];
      values[CELL_STATUSES[state]!] = JSON.stringify([sums[state], known, cents / 100]);
    }
    features.push(
      pointOf(
        unitsIn((sumX / count) * 2 ** zoom - x, EXTENT, column),
        unitsIn((sumY / count) * 2 ** zoom - y, EXTENT, line),
        values,
      ),
    );
  }
  return features;
}

function campaignFeature(edition: Edition, {zoom, x, y, isLeaf}: TileContent, at: number): Feature {
  const {id, properties} = JSON.parse(bodyAt(edition, at)) as {
    id: string;
    properties: Record<keyof TileCampaign, never> & {place?: {name?: string}};
  };
  const {title, url, status, currency, unit, goal, raised, threshold} = properties;
  const {backers, startsAt, endsAt, lang} = properties;
  const known = {
    title,
    url,
    status,
    currency,
    unit,
    goal,
    raised,
    threshold,
    backers,
    startsAt,
    endsAt,
    lang,
  };
  const place = (properties.place as {name?: string} | undefined)?.name;
  const values: Partial<TileCampaign> = {
    id,
    ...known,
    ...(place && {place}),
    ...(isLeaf && {leaf: true}),
  };
  const [worldX, worldY] = worldAt(edition.rows.columns, at);
  const extent = campaignExtent(zoom);
  // What is not said is no value of the format's.
  const tags = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Values;
  return pointOf(
    unitsIn(worldX * 2 ** zoom - x, extent),
    unitsIn(worldY * 2 ** zoom - y, extent),
    tags,
  );
}

/** A share of a tile in its units; of a cell of it where one is named, which a mean leaves by the last bit. */
function unitsIn(share: number, extent: number, cell?: number): number {
  const size = cell === undefined ? extent : extent / CELLS;
  const from = (cell ?? 0) * size;
  return Math.max(from, Math.min(from + size - 1, Math.floor(share * extent)));
}

function layerOf(name: string, extent: number, features: Feature[]): GeoJSONWrapper {
  const layer = new GeoJSONWrapper(features, {version: 2, extent});
  layer.name = name;
  return layer;
}

function pointOf(x: number, y: number, tags: Values): Feature {
  return {type: POINT, geometry: [[x, y]], tags};
}

/** Column and line out of 8 bits in turn. */
function uncrossed(bits: number): [number, number] {
  const every = (start: number) =>
    [0, 1, 2, 3].reduce((found, bit) => found | (((bits >> (start + bit * 2)) & 1) << bit), 0);
  return [every(0), every(1)];
}
