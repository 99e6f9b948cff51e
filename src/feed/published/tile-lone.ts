import type {TileAt, TileTree} from './tile-tree.js';
import type {Named, ReadTile, TileCell} from './tiles.js';
import {CELLS} from './tile.js';

/** What is known of the one campaign of a cell. */
export interface Lone {
  /** The campaign itself, when a tile that was read names it. */
  named: Named | null;
  /** Else the tile to read, which names it or leads on to the one that does; null: none does. */
  wanted: TileAt | null;
}

/**
 * Which one the only campaign of a cell is. A tile names its first campaigns alone; those below it
 * name the others.
 *
 * @param cell - Of `tile`; has one campaign of the statuses of `mask`.
 * @param named - The campaigns of a tile, each with its number.
 * @param maxZoom - The last zoom of tiles.
 */
export function loneIn(
  tree: TileTree,
  tile: ReadTile,
  cell: TileCell,
  mask: number,
  named: (tile: ReadTile) => readonly Named[],
  maxZoom: number,
): Lone {
  let [at, within] = [tile, cell];
  for (;;) {
    const side = CELLS * 2 ** at.z;
    const [{x, y}, zoom] = [within, at.z];
    const isHere = (one: {x: number; y: number}) =>
      Math.floor(one.x * side) === Math.floor(x * side) &&
      Math.floor(one.y * side) === Math.floor(y * side);
    const own = named(at).find((one) => ((mask >> one.status) & 1) === 1 && isHere(one));
    if (own) return {named: own, wanted: null};
    const last = 2 ** maxZoom;
    const wanted = tree.below(at, [maxZoom, Math.floor(x * last), Math.floor(y * last)]);
    const next = wanted && tree.at(wanted);
    if (!next) return {named: null, wanted};
    // Its cell may have others, of statuses that do not count: the one below that has it has fewer.
    const inside = next.cells.find((one) => isHere(one) && countOf(one, mask) > 0);
    if (!inside || next.z <= zoom) return {named: null, wanted: null};
    [at, within] = [next, inside];
  }
}

/** Campaigns of a cell that are of the statuses of a mask. */
export function countOf({counts}: TileCell, mask: number): number {
  return counts.reduce((sum, count, status) => sum + ((mask >> status) & 1) * count, 0);
}
