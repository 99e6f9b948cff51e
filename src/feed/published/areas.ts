import {outlineOf, type Outline} from '../../territory/outlines.js';
import type {Areas, Box, Folder} from './format.js';

/** Campaigns that are near each other. */
export interface AreaCount {
  /** Around them, or around where they are. Null: anywhere else. */
  box: Box | null;
  count: number;
}

/** How many campaigns of these statuses have coordinates. @param mask - Of `maskOf` (`points.ts`). */
export function placedIn(folder: Folder, mask: number): number {
  const {mainland, overseas, elsewhere} = areasOf(folder);
  const all = [mainland?.counts, elsewhere, ...Object.values(overseas ?? {})];
  return all.reduce<number>((sum, counts) => sum + sumOf(counts, mask), 0);
}

/**
 * Where the campaigns of these statuses are, about: the areas that have some.
 *
 * @param mask - Of `maskOf` (`points.ts`).
 */
export async function areasIn(folder: Folder, mask: number): Promise<AreaCount[]> {
  const {mainland, overseas, elsewhere} = areasOf(folder);
  const boxes = listOf(mainland?.boxes).filter((_, status) => (mask >> status) & 1);
  const apart = Object.entries(overseas ?? {}).filter(([, counts]) => sumOf(counts, mask) > 0);
  const areas = [
    {box: around(boxes.filter(isBox)), count: sumOf(mainland?.counts, mask)},
    ...(await Promise.all(
      apart.map(async ([code, counts]) => ({
        box: boxOf(await outlineOf(`departement:${code}`).catch(() => undefined)),
        count: sumOf(counts, mask),
      })),
    )),
    {box: null, count: sumOf(elsewhere, mask)},
  ];
  return areas.filter(({count}) => count > 0);
}

/** It came from elsewhere: what is not there counts nothing. */
function areasOf({manifest: {counts}}: Folder): Partial<Areas> {
  return (counts as {areas?: Partial<Areas>}).areas ?? {};
}

function sumOf(counts: unknown, mask: number): number {
  return listOf(counts).reduce<number>((sum, count, status) => {
    const isCounted = ((mask >> status) & 1) === 1 && Number.isSafeInteger(count);
    return sum + (isCounted ? Math.max(0, Number(count)) : 0);
  }, 0);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isBox(value: unknown): value is Box {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isFinite);
}

/** The box around boxes; null around none. */
function around(boxes: readonly Box[]): Box | null {
  const [first, ...others] = boxes;
  if (!first) return null;
  return others.reduce(
    (one, other) => [
      Math.min(one[0], other[0]),
      Math.min(one[1], other[1]),
      Math.max(one[2], other[2]),
      Math.max(one[3], other[3]),
    ],
    first,
  );
}

function boxOf(outline: Outline | undefined): Box | null {
  return around((outline?.coordinates ?? []).flat(2).map(([x, y]): Box => [x, y, x, y]));
}
