import {departementOfCommune, regionOfDepartement} from '../territory/codes.js';
import type {Placing, Table} from './columns.js';

/** The levels by which campaigns can be counted. */
export type Level = 'commune' | 'epci' | 'departement' | 'region';

export const LEVELS: readonly Level[] = ['departement', 'region', 'epci', 'commune'];

/** What the campaigns of one territory come to. */
export interface Tally {
  count: number;
  /** How many have a known amount, and the sum of those, in cents. */
  known: number;
  cents: number;
}

/** What is counted between two breaths. */
const SLICE = 500;

/**
 * The code of each place at a level; '' when it is not said and does not follow from what is. A
 * commune that has merged counts where it is today, an arrondissement in its city.
 *
 * @param breathe - Lets the page go on, if it has been kept waiting.
 */
export async function codesBy(
  placings: readonly Placing[],
  level: Level,
  breathe?: () => Promise<void>,
): Promise<string[]> {
  if (level === 'departement' || level === 'region')
    return placings.map((one) => codeOf(one, level));
  const {findTerritory} = await import('../territory/gazetteer.js');
  const codes: string[] = [];
  for (const {code, epci, country} of placings) {
    if (country !== 'FR') codes.push('');
    else if (level === 'epci' && epci) codes.push(epci);
    else {
      const found = code ? await findTerritory(`commune:${code}`) : undefined;
      const commune = (found?.parent ?? found?.code ?? '').replace('commune:', '');
      codes.push((level === 'epci' ? found?.epci : commune) ?? '');
    }
    if (codes.length % SLICE === 0) await breathe?.();
  }
  return codes;
}

/**
 * What the campaigns of a table come to, by territory; those whose territory is not known are under ''.
 *
 * @param codes - For each of the table's placings.
 * @param mask - The statuses that count.
 */
export function tallyOf(table: Table, codes: readonly string[], mask: number): Map<string, Tally> {
  const numbers = new Map<string, number>();
  const numberOf = (code: string) => {
    const known = numbers.get(code) ?? numbers.size;
    numbers.set(code, known);
    return known;
  };
  const nowhere = numberOf('');
  const of = Int32Array.from(codes, numberOf);
  const tallies = [...numbers].map((): Tally => ({count: 0, known: 0, cents: 0}));
  for (let at = 0; at < table.length; at += 1) {
    if (((mask >> (table.status[at] ?? 0)) & 1) === 0) continue;
    const place = table.place[at] ?? -1;
    const tally = tallies[place < 0 ? nowhere : (of[place] ?? nowhere)];
    if (!tally) continue;
    const raised = table.raised[at] ?? NaN;
    tally.count += 1;
    if (Number.isNaN(raised)) continue;
    tally.known += 1;
    tally.cents += Math.round(raised * 100);
  }
  return new Map([...numbers].map(([code, number]) => [code, tallies[number] as Tally]));
}

function codeOf(place: Placing, level: 'departement' | 'region'): string {
  if (place.country !== 'FR') return '';
  const departement =
    place.departement ?? (place.code ? departementOfCommune(place.code) : undefined);
  if (level === 'departement') return departement ?? '';
  return place.region ?? (departement ? (regionOfDepartement(departement) ?? '') : '');
}
