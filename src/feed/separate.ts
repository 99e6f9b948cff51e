/** What one marker stands for, before it is known which of them touch. */
export interface Spot {
  /** Numbers of the cells whose points it has taken in, its own first. */
  cells: number[];
  count: number;
  /** How many of them have a known amount, and the sum of those, in cents: whole numbers add up exactly. */
  known: number;
  cents: number;
  first: number;
  /** The middle of its points, and the box around them, on the square map of the world. */
  x: number;
  y: number;
  west: number;
  north: number;
  east: number;
  south: number;
}

/** How often neighbours are looked at: after that, hardly any marker touches another. */
const ROUNDS = 7;

/** How many cells away a marker may touch another. */
const REACH = 2;

/** Cells around a view whose markers may have a say in those of the view: neighbours, and theirs, each round. */
export const MARGIN = ROUNDS * 2 * REACH;

/** CSS pixels between the edges of two markers, at least. */
const AIR = 8;

/** CSS pixels across: a ring of 44 for one campaign; larger by the order of magnitude for several. */
export function markerSize(count: number): number {
  return count === 1 ? 44 : Math.round(Math.min(60, 42 + 6 * Math.log10(count)));
}

/**
 * Joins markers that would touch: round by round, two that are each other's nearest become one in the
 * middle of all their points. Whom a marker meets in a round depends on its neighbours alone, and so on
 * at most `ROUNDS` × 2 × `REACH` cells around it: not on what is in view.
 *
 * @param spots - One for each cell that has points. They are changed.
 * @param pixels - CSS pixels of the whole world.
 * @param cells - Cells on an axis of the world.
 */
export function separate<T extends Spot>(spots: readonly T[], pixels: number, cells: number): T[] {
  const home = new Map(spots.map((spot) => [spot.cells[0] ?? 0, spot]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const nearest = new Map<T, T>();
    for (const spot of home.values()) {
      const other = nearestOf(spot, home, pixels, cells);
      if (other) nearest.set(spot, other);
    }
    if (nearest.size === 0) break;
    for (const [spot, other] of nearest) {
      if (nearest.get(other) !== spot || !home.has(keyOf(spot)) || !home.has(keyOf(other)))
        continue;
      const keeps =
        spot.count > other.count || (spot.count === other.count && keyOf(spot) < keyOf(other));
      const [into, from] = keeps ? [spot, other] : [other, spot];
      home.delete(keyOf(from));
      nearest.delete(from);
      nearest.delete(into);
      join(into, from);
    }
  }
  return [...home.values()];
}

function keyOf({cells}: Spot): number {
  return cells[0] ?? 0;
}

/** The one that touches it and is nearest; of two as near, the one of the lower cell. */
function nearestOf<T extends Spot>(
  spot: T,
  home: ReadonlyMap<number, T>,
  pixels: number,
  cells: number,
) {
  const key = keyOf(spot);
  const size = markerSize(spot.count);
  let found: T | undefined;
  let least = Infinity;
  for (let line = -REACH; line <= REACH; line += 1) {
    for (let column = -REACH; column <= REACH; column += 1) {
      const other = home.get(key + line * cells + column);
      if (!other || other === spot) continue;
      const distance = Math.hypot(other.x - spot.x, other.y - spot.y) * pixels;
      const touches = distance < (size + markerSize(other.count)) / 2 + AIR;
      if (!touches || distance > least) continue;
      if (distance === least && found && pairKey(spot, found) < pairKey(spot, other)) continue;
      found = other;
      least = distance;
    }
  }
  return found;
}

function pairKey(one: Spot, other: Spot): number {
  return Math.min(keyOf(one), keyOf(other));
}

function join(into: Spot, from: Spot): void {
  const count = into.count + from.count;
  into.x = (into.x * into.count + from.x * from.count) / count;
  into.y = (into.y * into.count + from.y * from.count) / count;
  into.count = count;
  into.known += from.known;
  into.cents += from.cents;
  into.first = Math.min(into.first, from.first);
  into.west = Math.min(into.west, from.west);
  into.north = Math.min(into.north, from.north);
  into.east = Math.max(into.east, from.east);
  into.south = Math.max(into.south, from.south);
  into.cells.push(...from.cells);
}
