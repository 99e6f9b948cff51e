import {parseTerritory} from './codes.js';
import {codeAt, indexOfCommune} from './communes.js';
import {codeOf, kindOf, type SearchIndex} from './search-index.js';
import type {Accept} from './within.js';

/** An entry that a number names, and the postcode when that is what the number was. */
export interface NumberMatch {
  entry: number;
  postcode?: string;
}

/**
 * Finds what a number or a code means: a postcode or its beginning, a département, a commune code,
 * a SIREN, or a territory as attributes write it.
 *
 * @returns null when the text is not a number: it is a name then.
 */
export function numberMatches(
  index: SearchIndex,
  text: string,
  accept: Accept,
): NumberMatch[] | null {
  const territory = parseTerritory(text);
  if (territory) return wanted(entriesOf(index, territory.kind, territory.code), accept);
  const number = text.replace(/\s+/g, '').toUpperCase();
  if (/^\d{9}$/.test(number)) return wanted(entriesOf(index, 'epci', number), accept);
  if (/^2[AB]\d{0,3}$/.test(number)) return wanted(corsican(index, number), accept);
  if (!/^\d{1,5}$/.test(number)) return null;
  if (number.length < 2) return [];
  const matches = postcodeMatches(index, number, accept);
  if (number.length === 5) {
    matches.push(...wanted(entriesOf(index, 'commune', number), accept));
    // The number of a large organisation (CEDEX), or 75000: the towns of the same office.
    if (matches.length === 0) matches.push(...postcodeMatches(index, number.slice(0, 3), accept));
  } else {
    matches.unshift(...wanted(divisions(index, number), accept));
  }
  return matches.filter(({entry}, at) => matches.findIndex((one) => one.entry === entry) === at);
}

function wanted(entries: number[], accept: Accept): NumberMatch[] {
  return entries.filter(accept).map((entry) => ({entry}));
}

function entriesOf(index: SearchIndex, kind: string, code: string): number[] {
  if (kind === 'commune') return [indexOfCommune(index.communes, code)].filter((at) => at >= 0);
  const entries: number[] = [];
  for (let entry = index.first.epci; entry <= index.first.country; entry++) {
    if (kindOf(index, entry) === kind && codeOf(index, entry) === code) entries.push(entry);
  }
  return entries;
}

/** The département of that number, those that begin with it, then the région of that number. */
function divisions(index: SearchIndex, number: string): number[] {
  const starts = number === '20' ? ['2A', '2B'] : [number];
  const entries = index.departements.flatMap(({code}, at) =>
    starts.some((start) => code.startsWith(start)) ? [index.first.departement + at] : [],
  );
  return [...entries, ...entriesOf(index, 'region', number)];
}

function corsican(index: SearchIndex, number: string): number[] {
  if (number.length === 5) return entriesOf(index, 'commune', number);
  const {communes} = index;
  const entries: number[] = [];
  for (let at = 0; at < communes.arrondissements; at++) {
    const departement = communes.departements[communes.departement[at] ?? 0] ?? '';
    if (number.startsWith(departement) && codeAt(communes, at).startsWith(number)) entries.push(at);
  }
  return [...divisions(index, number), ...byPopulation(index, entries)];
}

/** An arrondissement comes before the city: its postcode says more. */
function postcodeMatches(index: SearchIndex, start: string, accept: Accept): NumberMatch[] {
  const {communes} = index;
  const sets = communes.postcodeSets.map((set) =>
    set.startsWith(start) || set.includes(` ${start}`)
      ? set.split(' ').find((postcode) => postcode.startsWith(start))
      : undefined,
  );
  const entries: number[] = [];
  for (let at = 0; at < communes.length; at++) {
    const isWhole = start.length === 5 || at < communes.arrondissements;
    if (isWhole && sets[communes.postcodes[at] ?? 0] !== undefined && accept(at)) entries.push(at);
  }
  return byPopulation(index, entries).map((entry) => {
    const postcode = sets[communes.postcodes[entry] ?? 0];
    return postcode === undefined ? {entry} : {entry, postcode};
  });
}

function byPopulation({communes}: SearchIndex, entries: number[]): number[] {
  const isPart = (at: number) => Number((communes.parent[at] ?? -1) >= 0);
  const population = (at: number) => communes.population[at] ?? 0;
  return entries.sort((a, b) => isPart(b) - isPart(a) || population(b) - population(a) || a - b);
}
