import {VectorTile, type VectorTileLayer} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';

import type {Campaign} from '../campaign.js';
import {latitudeAt, longitudeAt} from '../mercator.js';
import {maskOf} from '../points.js';
import {featuresOf} from './campaigns.js';
import {addressOf, brokenFile, bytesFile, type FileOptions} from './files.js';
import type {Folder, Template} from './format.js';
import {CELL_STATUSES, EXTENT, OPEN} from './tile.js';

/** A cell of a tile, which has campaigns. */
export interface TileCell {
  /** The middle of them, on the square map of the world. */
  x: number;
  y: number;
  /** All of them stand at one place. */
  one: boolean;
  /** By position in `STATUSES`, the last being unknown: campaigns, those with a known amount, their sum in cents. */
  counts: number[];
  known: number[];
  cents: number[];
  /** Campaigns of any status. */
  total: number;
}

/** A campaign that a tile names, and where it stands on the square map of the world. */
export interface Named {
  /** Its number among all that were named. */
  member: number;
  x: number;
  y: number;
  /** The zoom of the tile: how exactly it is placed. */
  z: number;
  /** Position in `STATUSES` now. */
  status: number;
  cents: number | null;
}

/** A tile, read. */
export interface ReadTile {
  z: number;
  x: number;
  y: number;
  cells: TileCell[];
  /** Those that it names, in the list's order; of a leaf all, or as many as a leaf may hold. */
  campaigns: Campaign[];
  isLeaf: boolean;
  /** Campaigns in it, of any status. */
  total: number;
}

/** A tile of which the folder has no file: nothing is there. */
export function emptyTile(z: number, x: number, y: number): ReadTile {
  return {z, x, y, cells: [], campaigns: [], isLeaf: true, total: 0};
}

/** The tiles of a folder that tell of these statuses, and of the fewest others. */
export function templateFor({manifest: {tiles}}: Folder, mask: number): Template {
  return mask & ~maskOf(OPEN) ? tiles.href : tiles.open;
}

/**
 * Reads a tile of a folder.
 *
 * @param template - One of the manifest's: which set it is of.
 * @throws {FeedError} It could not be read, or is no tile of ours. The signal's own reason.
 */
export async function readTile(
  folder: Folder,
  template: Template,
  [z, x, y]: readonly [number, number, number],
  options: FileOptions,
): Promise<ReadTile> {
  const url = addressOf(folder, template, {z, x, y});
  const bytes = await bytesFile(folder, url, options);
  try {
    return await decodeTile(bytes, [z, x, y], url);
  } catch (cause) {
    options.signal?.throwIfAborted();
    throw brokenFile(folder, url, `vector tile (${String(cause)})`);
  }
}

/** A tile out of its bytes. @throws They are no vector tile. */
export async function decodeTile(
  bytes: Uint8Array,
  [z, x, y]: readonly [number, number, number],
  url: string,
): Promise<ReadTile> {
  const {layers} = new VectorTile(new PbfReader(bytes));
  // The middle of a unit: on its edge, a place could count in the neighbour's cell.
  const onWorld = (tile: number, unit: number, extent = EXTENT) =>
    (tile + (unit + 0.5) / extent) / 2 ** z;
  const cells = featuresIn(layers['cells']).flatMap((feature) => {
    const [[point] = []] = feature.loadGeometry();
    if (!point) return [];
    const at = {
      x: onWorld(x, within(point.x, 0, EXTENT)),
      y: onWorld(y, within(point.y, 0, EXTENT)),
    };
    return cellOf(feature.properties, at) ?? [];
  });
  let isLeaf = false;
  const features = featuresIn(layers['campaigns']).map((feature) => {
    const {id, leaf, place, ...properties} = feature.properties;
    const [[point] = []] = feature.loadGeometry();
    const at = point && {
      x: onWorld(x, within(point.x, 0, feature.extent), feature.extent),
      y: onWorld(y, within(point.y, 0, feature.extent), feature.extent),
    };
    isLeaf ||= leaf === true;
    return {
      type: 'Feature',
      id,
      geometry: at && {
        type: 'Point',
        coordinates: [longitudeAt(at.x), latitudeAt(at.y)],
      },
      properties: {...properties, ...(place !== undefined && {place: {name: place}})},
    };
  });
  const {feed} = await featuresOf({type: 'FeatureCollection', features}, url);
  const total = cells.reduce((sum, cell) => sum + cell.total, 0);
  return {z, x, y, cells, campaigns: feed.campaigns, isLeaf, total};
}

/** The unit nearest to one, of so many from another on. */
function within(unit: number, from: number, length: number): number {
  return Math.max(from, Math.min(from + length - 1, unit));
}

function featuresIn(layer: VectorTileLayer | undefined) {
  return [...Array(layer?.length ?? 0).keys()].map((at) => (layer as VectorTileLayer).feature(at));
}

/** Undefined for what has no campaign. It came from elsewhere: what is no count is 0. */
function cellOf(
  properties: Record<string, unknown>,
  at: {x: number; y: number},
): TileCell | undefined {
  const sums = CELL_STATUSES.map((name) => sumsIn(properties[name]));
  const counts = sums.map(([count]) => count);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return undefined;
  return {
    ...at,
    one: properties['one'] === true,
    counts,
    known: sums.map(([, known]) => known),
    cents: sums.map(([, , raised]) => Math.round(raised * 100)),
    total,
  };
}

/** Campaigns, known amounts and their sum, out of a property. */
function sumsIn(text: unknown): [count: number, known: number, raised: number] {
  let list: unknown;
  try {
    list = typeof text === 'string' && JSON.parse(text);
  } catch {
    // No list: it says nothing.
  }
  const at = (position: number) => {
    const value: unknown = Array.isArray(list) ? list[position] : 0;
    return Number.isFinite(value) && Number(value) > 0 ? Number(value) : 0;
  };
  return [at(0), at(1), at(2)];
}
