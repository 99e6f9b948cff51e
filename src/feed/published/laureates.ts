import type {Campaign, Problem} from '../campaign.js';
import {withinTerritory} from '../places.js';
import type {Totals} from '../select.js';
import type {FileOptions} from './files.js';
import type {Folder} from './format.js';
import {MOST_READ, openCall} from './section.js';
import {addTotals} from './totals.js';

/** Not all laureates of a call were read. */
export interface CallSums {
  read: number;
  of: number;
  /** What all those of some editions come to; '' is of those that name none. Null when that is not known. */
  totals: ((editions: readonly string[] | null) => Totals) | null;
}

/**
 * The laureates of a call, of a territory where one is asked: as many as a page goes through.
 *
 * @returns `sums` is null when all were read.
 * @throws {FeedError} A file could not be read.
 */
export async function readLaureates(
  folder: Folder,
  call: string,
  territory: string,
  options: FileOptions,
): Promise<{all: Campaign[]; sums: CallSums | null; problems: readonly Problem[]}> {
  const section = await openCall(folder, call, options);
  if (!section) return {all: [], sums: null, problems: []};
  const read = await section.read(0, MOST_READ, options);
  const {problems, count, editions} = section;
  const all = await withinTerritory(read, territory);
  const totals = (ids: readonly string[] | null) =>
    ids ? addTotals(ids.flatMap((id) => editions[id] ?? [])) : section.totals;
  const sums = {read: MOST_READ, of: count, totals: territory.trim() ? null : totals};
  return {all, sums: count > MOST_READ ? sums : null, problems};
}
