import {worldYTable} from '../../feed/mercator.js';
import type {Column} from './paged/table.js';

/** The whole world, in the units of columns. */
const AROUND = 36e6;
const worldYOf = worldYTable();

/** Where a campaign stands on the square map of the world, 0 to 1, to the last bit as `grid.ts` counts. */
export function worldAt(
  {longitude, latitude}: {longitude: Column; latitude: Column},
  at: number,
): [number, number] {
  return [longitude.get(at) / AROUND + 0.5, worldYOf(latitude.get(at))];
}
