import {LEAF} from './tile.js';
import type {ReadTile} from './tiles.js';

/** Zoom, column and line of a tile. */
export type TileAt = readonly [z: number, x: number, y: number];

/** What is known of a part of the world, and what would tell more. */
export interface Cover {
  /** The nearest tile that was read: of the part itself, or around it. Null: nothing is there. */
  tile: ReadTile | null;
  /** The tile to read next; null when there is no better one. */
  wanted: TileAt | null;
}

/** Zooms that one tile tells of: its cells are as large as the tiles that many zooms below. */
const FORESIGHT = 4;

/** Tiles that are kept. */
const MOST_KEPT = 400;

/**
 * The tiles of a folder that were read. What a tile counts tells which ones below it exist, so that none
 * is asked for that is not there.
 */
export class TileTree {
  readonly #maxZoom: number;
  readonly #root: ReadTile;
  readonly #tiles = new Map<string, ReadTile>();

  /** @param root - The tile of the whole world. */
  constructor(root: ReadTile, maxZoom: number) {
    this.#root = root;
    this.#maxZoom = maxZoom;
  }

  /** The tiles that were read, the root first. */
  get all(): ReadTile[] {
    return [this.#root, ...this.#tiles.values()];
  }

  put(tile: ReadTile): void {
    this.#tiles.set(keyOf(tile), tile);
    for (const oldest of this.#tiles.keys()) {
      if (this.#tiles.size <= MOST_KEPT) break;
      this.#tiles.delete(oldest);
    }
  }

  /** What is known of the part of the world that a tile would show. */
  cover([z, x, y]: TileAt): Cover {
    const tile = this.#nearest(z, x, y);
    if (tile.z >= z) return {tile, wanted: null};
    const wanted = this.below(tile, [z, x, y]);
    return {tile: wanted || tile.isLeaf ? tile : null, wanted};
  }

  /** The tile that was read for just that part of the world; undefined when none was. */
  at([z, x, y]: TileAt): ReadTile | undefined {
    return z === 0 ? this.#root : this.#tiles.get(keyOf({z, x, y}));
  }

  /** The tile below another that tells more of a part of it; null for a leaf, and where nothing is. */
  below(tile: ReadTile, [z, x, y]: TileAt): TileAt | null {
    if (tile.isLeaf || tile.z >= z) return null;
    for (let at = tile.z + 1; ; at += 1) {
      const [column, line] = [x >> (z - at), y >> (z - at)];
      const count = countIn(tile, at, column, line);
      if (count === 0) return null;
      const isLeaf = count <= LEAF || at === this.#maxZoom;
      if (isLeaf || at === z || at === tile.z + FORESIGHT) return [at, column, line];
    }
  }

  #nearest(z: number, x: number, y: number): ReadTile {
    for (let at = z; at > 0; at -= 1) {
      const key = keyOf({z: at, x: x >> (z - at), y: y >> (z - at)});
      const tile = this.#tiles.get(key);
      if (!tile) continue;
      // What was looked at last stays longest.
      this.#tiles.delete(key);
      this.#tiles.set(key, tile);
      return tile;
    }
    return this.#root;
  }
}

export function keyOf({z, x, y}: {z: number; x: number; y: number}): string {
  return `${z}/${x}/${y}`;
}

/** Campaigns of a tile in a part of it, of any status. */
function countIn({cells}: ReadTile, z: number, x: number, y: number): number {
  const side = 2 ** z;
  let count = 0;
  for (const cell of cells) {
    if (Math.floor(cell.x * side) === x && Math.floor(cell.y * side) === y) count += cell.total;
  }
  return count;
}
