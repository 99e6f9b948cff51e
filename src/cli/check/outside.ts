import {outlineOf, type Outline} from '../../territory/outlines.js';

/** Degrees around an outline that still count as inside: the coast is right to 300 m, islets are left out. */
const NEAR = 0.1;

/** An outline, and the box around it: west, south, east, north. */
interface Ground {
  rings: Outline['coordinates'][number];
  box: [number, number, number, number];
}

/** Degrees across of a cell: one whose point is no nearer to a border than `NEAR` lies inside as a whole. */
const CELL = NEAR / 2;

/** Cells that lie inside. */
const inside = new Set<string>();

const grounds = new Map<string, Promise<Ground | undefined>>();

/**
 * Whether a point lies in a département, or near it.
 *
 * @returns undefined when its outline is not known.
 */
export async function liesIn(
  departement: string,
  longitude: number,
  latitude: number,
): Promise<boolean | undefined> {
  let known = grounds.get(departement);
  if (!known) grounds.set(departement, (known = groundOf(departement)));
  const ground = await known;
  if (!ground) return undefined;
  const [west, south, east, north] = ground.box;
  const isInBox =
    longitude > west - NEAR &&
    longitude < east + NEAR &&
    latitude > south - NEAR &&
    latitude < north + NEAR;
  if (!isInBox) return false;
  const cell = `${departement} ${Math.floor(longitude / CELL)} ${Math.floor(latitude / CELL)}`;
  if (inside.has(cell)) return true;
  if (isNear(ground, longitude, latitude)) return true;
  if (!isWithin(ground, longitude, latitude)) return false;
  // No border is near: it is as true of all that is nearer than the border.
  inside.add(cell);
  return true;
}

async function groundOf(departement: string): Promise<Ground | undefined> {
  const outline = await outlineOf(`departement:${departement}`);
  if (!outline) return undefined;
  const rings = outline.coordinates.flat();
  const box: Ground['box'] = [180, 90, -180, -90];
  for (const [x, y] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return {rings, box};
}

/** A line from the point to the east crosses the border an odd number of times. */
function isWithin({rings}: Ground, x: number, y: number): boolean {
  let isInside = false;
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [[fromX, fromY], [toX, toY]] = [ring[at - 1]!, ring[at]!];
      if (fromY > y === toY > y) continue;
      if (x < fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) isInside = !isInside;
    }
  }
  return isInside;
}

function isNear({rings}: Ground, x: number, y: number): boolean {
  return rings.some((ring) =>
    ring.some(([atX, atY]) => Math.abs(atX - x) < NEAR && Math.abs(atY - y) < NEAR),
  );
}
