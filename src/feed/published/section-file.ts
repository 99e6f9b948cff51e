import type {Totals} from '../select.js';
import type {TerritoryFile} from './format.js';
import {cleanTotals} from './totals.js';

/**
 * The file of a territory or of a call, with figures that are figures; undefined when it is none. Its
 * campaigns are checked one by one by whoever reads them.
 */
export function sectionFile(json: unknown): TerritoryFile | undefined {
  const file = json as Partial<TerritoryFile> | null;
  if (!isSection(file)) return undefined;
  const {totals, years, editions} = file;
  return {
    ...file,
    totals: cleanTotals(totals),
    years: each(years),
    ...(editions && {editions: each(editions)}),
  };
}

function each(totals: Record<string, unknown>): Record<string, Totals> {
  return Object.fromEntries(Object.entries(totals).map(([key, one]) => [key, cleanTotals(one)]));
}

/** Whether a file has what is read of it. */
function isSection(file: Partial<TerritoryFile> | null): file is TerritoryFile {
  if (typeof file !== 'object' || file === null) return false;
  const {type, features, more, best, totals, years, count, placed, idFiles, list} = file;
  const numbers = [count, placed, idFiles];
  return (
    type === 'FeatureCollection' &&
    typeof list === 'string' &&
    [features, more, best].every(Array.isArray) &&
    [totals, years].every((one) => typeof one === 'object' && one !== null) &&
    numbers.every((number) => Number.isSafeInteger(number) && Number(number) >= 0)
  );
}
