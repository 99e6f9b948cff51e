import {latitudeAt, longitudeAt, worldX, worldY} from '../mercator.js';
import {MARGIN, separate, type Spot} from '../separate.js';
import {TILE_DEPTH} from './tile.js';
import {loneIn} from './tile-lone.js';
import type {TileAt, TileTree} from './tile-tree.js';
import type {Named, ReadTile} from './tiles.js';

/** The last zoom of a map; beyond it nothing more is told apart. */
const MAX_MAP_ZOOM = 16;

/** What one marker stands for. */
export interface TileCluster extends Spot {
  /** The zoom that it was made for. */
  zoom: number;
  isOnePlace: boolean;
  /** Of one campaign that no tile named yet: the tile to read for it. Null: it is known, or no tile names it. */
  wanted: TileAt | null;
}

/** West, south, east, north in degrees. */
type Box = readonly [number, number, number, number];

/** What is looked at: the part of the world, and the map's zoom. */
export interface View {
  box: Box;
  zoom: number;
}

/** The tiles that a view is made of. */
export function tilesOf({box: [west, south, east, north], zoom}: View, maxZoom: number): TileAt[] {
  const z = tileZoom(zoom, maxZoom);
  const last = 2 ** z - 1;
  const on = (at: number) => Math.max(0, Math.min(last, Math.floor(at * 2 ** z)));
  const [x0, x1] = [on(worldX(west)), on(worldX(east))];
  const [y0, y1] = [on(worldY(north)), on(worldY(south))];
  const tiles: TileAt[] = [];
  for (let y = y0; y <= y1; y += 1) for (let x = x0; x <= x1; x += 1) tiles.push([z, x, y]);
  return tiles;
}

/**
 * The clusters of a view, out of the tiles that were read: exact where these are of the view's own zoom or
 * leaves, coarser where they are still to be read. Line by line, from the north.
 *
 * @param named - The campaigns of a tile, each with its number.
 * @param mask - Which statuses count.
 * @param most - A coarser grid is taken when there would be more.
 */
export function clustersOf(
  tree: TileTree,
  view: View,
  maxZoom: number,
  named: (tile: ReadTile) => readonly Named[],
  mask: number,
  most = Infinity,
): TileCluster[] {
  const tiles = tilesOf(view, maxZoom);
  const [west, south, east, north] = view.box;
  const [x0, x1, y0, y1] = [worldX(west), worldX(east), worldY(north), worldY(south)];
  for (let at = Math.max(0, Math.min(MAX_MAP_ZOOM, view.zoom)); ; at = Math.max(0, at - 1)) {
    const zoom = Math.round(at);
    const cells = cellsAt(zoom);
    const found = new Map<number, TileCluster>();
    for (const place of tiles) spread(tree, place, maxZoom, named, mask, zoom, found);
    const near = [...found.values()].filter(({x, y}) => {
      const margin = MARGIN / cells;
      return x >= x0 - margin && x <= x1 + margin && y >= y0 - margin && y <= y1 + margin;
    });
    const apart = separate(near, 256 * 2 ** at, cells);
    const seen = apart.filter(({x, y}) => x >= x0 && x <= x1 && y >= y0 && y <= y1);
    if (seen.length > most && at > 0) continue;
    // A marker's radius at the greatest zoom: what is nearer than that stays one.
    const least = 30 / 256 / 2 ** MAX_MAP_ZOOM;
    for (const cluster of seen) {
      const size = Math.max(cluster.east - cluster.west, cluster.south - cluster.north);
      cluster.isOnePlace = zoom === MAX_MAP_ZOOM || size < least;
      if (cluster.count > 1) cluster.wanted = null;
    }
    return seen.sort((one, other) => (one.cells[0] ?? 0) - (other.cells[0] ?? 0));
  }
}

/** Tells whether a place is in a cell of clusters of one zoom. */
export function insideOf(clusters: readonly TileCluster[]): (x: number, y: number) => boolean {
  const cells = cellsAt(clusters[0]?.zoom ?? 0);
  const inside = new Set(clusters.flatMap((cluster) => cluster.cells));
  return (x, y) => inside.has(cellAt(x, y, cells));
}

/** The box around a cluster, in degrees. */
export function boxOf({west, south, east, north}: Spot): [number, number, number, number] {
  return [longitudeAt(west), latitudeAt(south), longitudeAt(east), latitudeAt(north)];
}

function tileZoom(zoom: number, maxZoom: number): number {
  return Math.max(0, Math.min(maxZoom, Math.round(zoom) - TILE_DEPTH));
}

/** Cells on an axis of the world: 64 CSS pixels each, as those of `grid.ts`. */
function cellsAt(zoom: number): number {
  return 2 ** (zoom + 2);
}

function cellAt(x: number, y: number, cells: number): number {
  return Math.floor(y * cells) * cells + Math.min(cells - 1, Math.floor(x * cells));
}

/** Adds what is known of one tile's part of the world to the cells of a zoom. */
function spread(
  tree: TileTree,
  place: TileAt,
  maxZoom: number,
  named: (tile: ReadTile) => readonly Named[],
  mask: number,
  zoom: number,
  found: Map<number, TileCluster>,
): void {
  const {tile} = tree.cover(place);
  if (!tile) return;
  const [z, column, line] = place;
  const side = 2 ** z;
  const isHere = ({x, y}: {x: number; y: number}) =>
    Math.floor(x * side) === column && Math.floor(y * side) === line;
  const cells = cellsAt(zoom);
  const add = (
    spot: Omit<Spot, 'cells' | 'first'>,
    first: number,
    wanted: TileAt | null = null,
  ) => {
    const cell = cellAt(spot.x, spot.y, cells);
    const before = found.get(cell);
    if (before) take(before, spot, first);
    else found.set(cell, {...spot, first, cells: [cell], zoom, isOnePlace: false, wanted});
  };
  const campaigns = named(tile);
  if (tile.isLeaf && campaigns.length === tile.total) {
    for (const {member, x, y, status, cents} of campaigns) {
      if (((mask >> status) & 1) === 0 || !isHere({x, y})) continue;
      const box = {west: x, east: x, north: y, south: y};
      add({count: 1, known: Number(cents !== null), cents: cents ?? 0, x, y, ...box}, member);
    }
    return;
  }
  for (const cell of tile.cells) {
    if (!isHere(cell)) continue;
    const sum = {count: 0, known: 0, cents: 0};
    cell.counts.forEach((count, status) => {
      if (((mask >> status) & 1) === 0) return;
      sum.count += count;
      sum.known += cell.known[status] ?? 0;
      sum.cents += cell.cents[status] ?? 0;
    });
    if (sum.count === 0) continue;
    const {x, y} = cell;
    // Where in its cell each one stands is not said, unless they all stand at one place.
    const size = 16 * 2 ** tile.z;
    const isPoint = cell.one || cell.total === 1;
    // A box of the cell's size around their middle: the cell itself may lie mostly where there are none.
    const half = isPoint ? 0 : 0.5 / size;
    const box = {west: x - half, east: x + half, north: y - half, south: y + half};
    const lone = sum.count === 1 ? loneIn(tree, tile, cell, mask, named, maxZoom) : null;
    const own = lone?.named;
    const at = {x: own?.x ?? x, y: own?.y ?? y};
    add({...sum, ...at, ...box}, own?.member ?? Infinity, lone?.wanted);
  }
}

function take(into: Spot, from: Omit<Spot, 'cells' | 'first'>, first: number): void {
  const count = into.count + from.count;
  into.x = (into.x * into.count + from.x * from.count) / count;
  into.y = (into.y * into.count + from.y * from.count) / count;
  into.count = count;
  into.known += from.known;
  into.cents += from.cents;
  into.first = Math.min(into.first, first);
  into.west = Math.min(into.west, from.west);
  into.north = Math.min(into.north, from.north);
  into.east = Math.max(into.east, from.east);
  into.south = Math.max(into.south, from.south);
}
