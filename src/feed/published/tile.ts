/**
 * The vector tiles of a published folder (Mapbox Vector Tile 2.1, so that any map library reads them).
 *
 * A tile z/x/y is read by a map that shows zoom z + `TILE_DEPTH`: it is cut into 16 × 16 cells, which are
 * 64 CSS pixels each at that zoom, the same cells as those of `grid.ts`. Only tiles with campaigns exist.
 *
 * - Layer `cells`, in every tile: a point for each cell that has campaigns, at the mean of their places and inside the
 *   cell, with `one: true` when all of them stand at one place to 1e-5 degrees. For each status that occurs (`CELL_STATUSES`) a
 *   property of its name: how many campaigns, how many of them with a known amount in the manifest's currency, and the sum of
 *   these in major units, as a list in JSON: `live: "[24,23,112118.5]"`. MVT has no lists, and its writers give them as
 *   JSON. Three properties of numbers would cost twice as much, and more the larger the feed is.
 * - Layer `campaigns`: a point for each campaign, in the list's order, with what a marker and an entry of a list say (`TileCampaign`).
 *   In a leaf, which is a tile of at most `LEAF` campaigns or one of the last zoom, all of them (of the last zoom: at most `MOST_IN_LEAF`), and `leaf: true` on each;
 *   in another tile the `FIRST_IN_TILE` that come first in the list's order.
 *
 * There are two sets of them: one of all campaigns, and one of those that are open (`OPEN`) as it is published. A map of
 * what is live reads the second: it pays for none of what has ended, and comes to leaves sooner.
 *
 * A leaf has no tiles below it: who zooms in goes on with it. Elsewhere the tile of z + 1 exists when one of the
 * 8 × 8 cells that it covers has campaigns.
 */

import type {Status} from '../campaign.js';
import {STATUSES} from '../points.js';

/** The statuses of the second set. */
export const OPEN: readonly Status[] = ['upcoming', 'live'];

/** Properties of a cell, by position in `STATUSES`. */
export const CELL_STATUSES: readonly string[] = [...STATUSES, 'unknown'];

/** Map zooms that a tile is read ahead of its own. */
export const TILE_DEPTH = 2;
/** Cells on a side of a tile. */
export const CELLS = 16;
/** Units on a side of a tile, as MVT calls it, in the layer of cells. */
export const EXTENT = 4096;

/**
 * The same in the layer of campaigns, where a leaf serves zooms far beyond its own: those of the last zoom, so
 * that a unit is 0.6 m at the equator in every tile. Each layer says its own extent, as MVT has it.
 */
export function campaignExtent(zoom: number): number {
  return EXTENT * 2 ** (MAX_TILE_ZOOM - zoom);
}
/** A tile of no more campaigns than this holds them all. */
export const LEAF = 64;
export const MOST_IN_LEAF = 500;
export const FIRST_IN_TILE = 12;
/** The last zoom of tiles: a map of zoom 16 reads them. */
export const MAX_TILE_ZOOM = 14;

/**
 * A campaign in a tile: the names of a feed's properties, those that are known. `place` is the commune's
 * name; all else is as `Campaign` has it.
 */
export interface TileCampaign {
  id: string;
  leaf?: boolean;
  title: string;
  url: string;
  status?: string;
  currency?: string;
  unit?: string;
  goal?: number;
  raised?: number;
  threshold?: number;
  backers?: number;
  startsAt?: string;
  endsAt?: string;
  place?: string;
  lang?: string;
}
