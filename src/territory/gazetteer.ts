import {
  communeTerritory,
  departementTerritory,
  epciTerritory,
  insideTest,
  loadAtlas,
  regionTerritory,
  type Atlas,
  type Territory,
} from './atlas.js';
import {parseTerritory, territoryCode} from './codes.js';
import {indexOfCommune, nameAt} from './communes.js';
import {loadDivisions} from './divisions.js';
import {loadEpcis} from './epcis.js';
import {fold} from './fold.js';
import {displayName} from './name-codec.js';
import {once, pause} from './once.js';

export type {Territory} from './atlas.js';

/**
 * Finds a territory by its code. The code of a commune that was merged finds its successor.
 *
 * @returns undefined when the code is malformed or was never one.
 */
export async function findTerritory(code: string): Promise<Territory | undefined> {
  const asked = parseTerritory(code);
  if (!asked) return undefined;
  if (asked.kind === 'country') return asked.code === 'FR' ? france() : undefined;
  if (asked.kind === 'commune') {
    const atlas = await loadAtlas();
    const index = indexOfCommune(atlas.communes, asked.code);
    return index < 0 ? undefined : communeTerritory(atlas, index);
  }
  const divisions = await loadDivisions();
  if (asked.kind === 'epci') {
    const {list, indexOf} = await loadEpcis();
    const epci = list[indexOf.get(asked.code) ?? -1];
    return epci && epciTerritory(divisions, epci);
  }
  if (asked.kind === 'departement') {
    const departement = divisions.departements.get(asked.code);
    return departement && departementTerritory(departement);
  }
  const region = divisions.regions.get(asked.code);
  return region && regionTerritory(divisions, region);
}

/**
 * The communes and arrondissements that a postcode serves: arrondissements first, as they are what
 * the postcode means, then the most populated. Empty for a postcode of organisations (CEDEX).
 */
export async function findByPostcode(postcode: string): Promise<Territory[]> {
  const asked = postcode.replace(/\s+/g, '');
  if (!/^\d{5}$/.test(asked)) return [];
  const atlas = await loadAtlas();
  const {communes} = atlas;
  const isServed = communes.postcodeSets.map((set) => set.split(' ').includes(asked));
  const found: number[] = [];
  for (let index = 0; index < communes.length; index++) {
    if (isServed[communes.postcodes[index] ?? 0]) found.push(index);
  }
  const territories = byPopulation(atlas, found);
  return [
    ...territories.filter(({parent}) => parent),
    ...territories.filter(({parent}) => !parent),
  ];
}

/**
 * The communes and arrondissements of that very name (accents, hyphens, capitals and `St` apart),
 * the most populated first. Several answers mean that the name alone is ambiguous; inside one
 * département it never is. A name that no commune bears today finds those that took over from the
 * communes that bore it.
 *
 * @param options.departement - Only the communes of this département, by its code.
 */
export async function findByName(
  name: string,
  {departement}: {departement?: string | undefined} = {},
): Promise<Territory[]> {
  const atlas = await loadAtlas();
  const {live, former} = await loadNames();
  const code = departement?.trim().toUpperCase();
  const {departements, departement: rank} = atlas.communes;
  const isInside = (index: number) =>
    code === undefined || departements[rank[index] ?? -1] === code;
  const asked = fold(name);
  const today = (live.get(asked) ?? []).filter(isInside);
  const heirs = (former.get(asked) ?? []).filter(isInside);
  return byPopulation(atlas, [...new Set(today.length > 0 ? today : heirs)]);
}

/**
 * The territories around one, nearest first: the city of an arrondissement, the EPCI, the
 * départements, the régions, France. An overseas collectivity comes once, as a département.
 */
export async function widerThan(code: string): Promise<Territory[]> {
  const inner = await findTerritory(code);
  if (!inner || inner.kind === 'country') return [];
  const {kind, parent, epci, departement, region} = inner;
  const {departements = departement ? [departement] : [], regions = region ? [region] : []} = inner;
  const isSmall = kind === 'commune' || kind === 'epci';
  const codes = [
    ...(parent ? [parent] : []),
    ...(epci ? [territoryCode('epci', epci)] : []),
    ...(isSmall ? departements.map((one) => territoryCode('departement', one)) : []),
    ...(kind === 'region' ? [] : regions.filter((one) => one.length === 2)).map((one) =>
      territoryCode('region', one),
    ),
  ];
  const wider = await Promise.all(codes.map(findTerritory));
  return [...wider.filter((one) => one !== undefined), france()];
}

/**
 * The communes of today inside a territory, in the order of their codes; for Paris, Lyon and
 * Marseille their arrondissements. Empty for another commune and for an unknown territory.
 */
export async function communesOf(code: string): Promise<Territory[]> {
  const outer = await findTerritory(code);
  if (!outer) return [];
  const atlas = await loadAtlas();
  const {length, arrondissements} = atlas.communes;
  const [from, to] = outer.kind === 'commune' ? [arrondissements, length] : [0, arrondissements];
  const isInside = insideTest(atlas, outer);
  const found: Territory[] = [];
  for (let index = from; index < to; index++) {
    if (isInside(index)) found.push(communeTerritory(atlas, index));
  }
  return found.filter((one) => one.code !== outer.code);
}

/**
 * Says whether a commune lies in a territory, or is it.
 *
 * @param outer - A territory: `epci:243300316`.
 * @param communeCode - With or without `commune:`; a former code counts as its successor.
 * @returns false when either is unknown.
 */
export async function contains(outer: string, communeCode: string): Promise<boolean> {
  const inner = parseTerritory(communeCode) ?? parseTerritory(`commune:${communeCode.trim()}`);
  if (inner?.kind !== 'commune') return false;
  const [territory, atlas] = await Promise.all([findTerritory(outer), loadAtlas()]);
  const index = indexOfCommune(atlas.communes, inner.code);
  return territory !== undefined && index >= 0 && insideTest(atlas, territory)(index);
}

/** Folded names, and the communes that bear them or that replaced those that bore them. */
const loadNames = once(async () => {
  const {communes} = await loadAtlas();
  const live = new Map<string, number[]>();
  const former = new Map<string, number[]>();
  for (let index = 0; index < communes.length; index++) {
    add(live, fold(nameAt(communes, index)), index);
    if (index % SLICE === SLICE - 1) await pause();
  }
  for (const {stored, successor} of communes.formerNames) {
    add(former, fold(displayName(stored)), successor);
  }
  return {live, former};
});

/** Names folded between two pauses: a few milliseconds' worth. */
const SLICE = 2000;

function add(names: Map<string, number[]>, name: string, index: number): void {
  const known = names.get(name);
  if (known) known.push(index);
  else names.set(name, [index]);
}

function byPopulation(atlas: Atlas, indexes: readonly number[]): Territory[] {
  return indexes
    .map((index) => communeTerritory(atlas, index))
    .sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));
}

function france(): Territory {
  return {code: 'country:FR', kind: 'country', name: 'France'};
}
