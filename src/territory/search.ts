import {territoryCode, type TerritoryCode, type TerritoryKind} from './codes.js';
import {nameAt} from './communes.js';
import {fold} from './fold.js';
import {MATCH, visitNames, visitTypos} from './match.js';
import {displayName} from './name-codec.js';
import {numberMatches} from './numbers.js';
import {readingsOf, UNFINISHED, type Reading} from './query.js';
import {Ranking} from './ranking.js';
import {
  codeOf,
  departementsOf,
  kindOf,
  loadIndex,
  targetOf,
  type SearchIndex,
} from './search-index.js';
import {withinFilter, type Accept} from './within.js';

/**
 * Shorter names have too many neighbours for a typing error to mean anything, unless nothing else
 * answers.
 */
const TYPO_LENGTH = 4;

/** What `searchTerritories` may be asked beside the query. */
export interface SearchOptions {
  /** How many results at most; 8 unless told. */
  limit?: number | undefined;
  /** Only what lies in this territory, itself included: `departement:33`. */
  within?: string | undefined;
  /** Only these levels; all unless told. */
  kinds?: TerritoryKind[] | undefined;
}

/** A territory that answers a query. */
export interface FoundTerritory {
  code: TerritoryCode;
  name: string;
  kind: TerritoryKind;
  /** Code of its département, the most populated one for an EPCI; absent for régions and France. */
  departement?: string;
  departementName?: string;
  /** Code of its région; absent for France. */
  region?: string;
  /** Inhabitants, absent where nobody lives. */
  population?: number;
  /** Longitude and latitude to a kilometre or two, absent when unknown. */
  center?: [number, number];
  /** The postcode that was found, when the query was one or the beginning of one. */
  postcode?: string;
  /** The name that matched, when the commune no longer bears it. */
  matchedName?: string;
}

/**
 * Finds the territories that a person may mean, best first: by name (accents, articles, hyphens,
 * `St` and one typing error do not matter), by name and département, by postcode or by code.
 *
 * @returns nothing for an empty query, or when nothing comes near it.
 */
export async function searchTerritories(
  query: string,
  options: SearchOptions = {},
): Promise<FoundTerritory[]> {
  const {limit = 8, within, kinds} = options;
  const text = query.trim().slice(0, 120);
  if (text === '' || !(limit > 0)) return [];
  const index = await loadIndex();
  const isInside = within === undefined ? undefined : withinFilter(index, within);
  const accept: Accept = (entry) =>
    isWanted(index, entry, kinds) && (isInside === undefined || isInside(entry));
  const numbered = numberMatches(index, text, accept);
  if (numbered) {
    return numbered.slice(0, limit).map(({entry, postcode}) => found(index, entry, postcode));
  }
  return byName(index, text, accept, limit).map((entry) => found(index, entry));
}

/** An overseas collectivity is its own région: listing it twice would ask a question without an answer. */
function isWanted(index: SearchIndex, entry: number, kinds: TerritoryKind[] | undefined): boolean {
  const kind = kindOf(index, entry);
  if (kinds && !kinds.includes(kind)) return false;
  const isTwice = kind === 'region' && codeOf(index, entry).length === 3;
  return !isTwice || (kinds !== undefined && !kinds.includes('departement'));
}

function byName(index: SearchIndex, text: string, accept: Accept, limit: number): number[] {
  const query = fold(text);
  if (query === '') return [];
  const ranking = new Ranking(index, limit);
  const readings = readingsOf(query, index).map((reading) => ({
    ...reading,
    accept: narrow(index, reading, accept),
  }));
  const exactBonus = accentBonus(index, text);
  for (const {name, penalty, accept: accepts} of readings) {
    visitNames(index, name, (entry, match) => {
      if (!accepts(entry)) return;
      const bonus = match === MATCH.exact ? exactBonus(entry) : 0;
      ranking.add(entry, match - penalty + bonus);
    });
  }
  const visitErrors = (isLongEnough: (name: string) => boolean): void => {
    for (const {name, penalty, accept: accepts} of readings) {
      if (penalty >= UNFINISHED || !isLongEnough(name)) continue;
      visitTypos(index, name, (entry, match) => {
        const isSure = name.length >= TYPO_LENGTH || match === MATCH.typo;
        if (isSure && accepts(entry)) ranking.add(entry, match - penalty);
      });
    }
  };
  // A name that is typed in full needs no guess about what else it could have been.
  if (ranking.best < MATCH.exactBare - 1) visitErrors(({length}) => length >= TYPO_LENGTH);
  if (ranking.best === -Infinity) visitErrors(({length}) => length > 1 && length < TYPO_LENGTH);
  return ranking.finish();
}

/** When accents are typed, they tell Loiré from the Loire; without them, nothing is known. */
function accentBonus(index: SearchIndex, text: string): (entry: number) => number {
  const typed = text.toLowerCase();
  if (!/[^\x20-\x7f]/.test(typed)) return () => 0;
  return (entry) => (nameOf(index, entry).toLowerCase() === typed ? 3 : 0);
}

function narrow(index: SearchIndex, reading: Reading, accept: Accept): Accept {
  const {departements, postcode, kinds} = reading;
  const {communes, first} = index;
  return (entry) => {
    if (kinds && !kinds.includes(kindOf(index, entry))) return false;
    if (departements && !departementsOf(index, entry).some((code) => departements.has(code))) {
      return false;
    }
    if (postcode !== undefined) {
      const target = targetOf(index, entry);
      const codes = communes.postcodeSets[communes.postcodes[target] ?? 0] ?? '';
      if (target >= first.former || !codes.split(' ').includes(postcode)) return false;
      // The postcode of an arrondissement says more than the city's name.
      if (communes.parent.includes(target)) return false;
    }
    return accept(entry);
  };
}

/** The name that an entry itself bears: for a former commune, not that of its successor. */
function nameOf(index: SearchIndex, entry: number): string {
  const {communes, epcis, departements, regions, first} = index;
  if (entry < first.former) return nameAt(communes, entry);
  if (entry < first.epci)
    return displayName(communes.formerNames[entry - first.former]?.stored ?? '');
  if (entry < first.departement) return epcis[entry - first.epci]?.name ?? '';
  if (entry < first.region) return departements[entry - first.departement]?.name ?? '';
  return regions[entry - first.region]?.name ?? 'France';
}

function found(index: SearchIndex, entry: number, postcode?: string): FoundTerritory {
  const target = targetOf(index, entry);
  const kind = kindOf(index, target);
  const [departement] = departementsOf(index, target);
  const division = index.departements.find(({code}) => code === departement);
  const region = kind === 'region' ? codeOf(index, target) : division?.region;
  return {
    code: territoryCode(kind, codeOf(index, target)),
    name: nameOf(index, target),
    kind,
    ...(departement === undefined ? {} : {departement}),
    ...(division ? {departementName: division.name} : {}),
    ...(region === undefined ? {} : {region}),
    ...measures(index, target),
    ...(postcode === undefined ? {} : {postcode}),
    ...(entry === target ? {} : {matchedName: nameOf(index, entry)}),
  };
}

function measures(
  {communes, epcis, departements, regions, first}: SearchIndex,
  target: number,
): Pick<FoundTerritory, 'population' | 'center'> {
  if (target < first.former) {
    const population = communes.population[target] ?? -1;
    const center = communes.centers.get(target);
    return {...(population < 0 ? {} : {population}), ...(center ? {center} : {})};
  }
  const one =
    epcis[target - first.epci] ??
    departements[target - first.departement] ??
    regions[target - first.region];
  return {
    ...(one?.population === undefined ? {} : {population: one.population}),
    ...(one?.center ? {center: one.center} : {}),
  };
}
