import {
  departementOfCommune,
  territoryCode,
  type TerritoryCode,
  type TerritoryKind,
} from './codes.js';
import {codeAt, loadCommunes, nameAt, type Communes} from './communes.js';
import {loadDivisions, type Division, type Divisions} from './divisions.js';
import {loadEpcis, type Epci, type Epcis} from './epcis.js';

/** A place of the French administrative map (COG 2026). */
export interface Territory {
  code: TerritoryCode;
  kind: TerritoryKind;
  name: string;
  /** Code of the département of a commune; a département has its own here. */
  departement?: string;
  /** Codes of the départements an EPCI or a région spans; an EPCI's most populated part first. */
  departements?: string[];
  /** Code of the région of a commune or a département; a région has its own here. */
  region?: string;
  /** Codes of the régions an EPCI spans. */
  regions?: string[];
  /** SIREN of the EPCI of a commune; absent for the islands and collectivities that have none. */
  epci?: string;
  /** Postcodes of a commune; absent where no mail is delivered. */
  postcodes?: string[];
  /** Inhabitants; absent where nobody lives. */
  population?: number;
  /** Longitude and latitude, to one or two kilometres; absent for most small communes. */
  center?: [number, number];
  /** The city that an arrondissement of Paris, Lyon or Marseille belongs to. */
  parent?: TerritoryCode;
}

/** All the tables together. */
export interface Atlas {
  communes: Communes;
  epcis: Epcis;
  divisions: Divisions;
}

/** Loads every table but the outlines. */
export async function loadAtlas(): Promise<Atlas> {
  const [communes, epcis, divisions] = await Promise.all([
    loadCommunes(),
    loadEpcis(),
    loadDivisions(),
  ]);
  return {communes, epcis, divisions};
}

export function communeTerritory({communes, epcis, divisions}: Atlas, index: number): Territory {
  const code = codeAt(communes, index);
  const departement = departementOfCommune(code) ?? '';
  const region = divisions.departements.get(departement)?.region;
  const epci = epcis.list[communes.epci[index] ?? -1];
  const postcodes = communes.postcodeSets[communes.postcodes[index] ?? 0] ?? '';
  const population = communes.population[index] ?? -1;
  const center = communes.centers.get(index);
  const parent = communes.parent[index] ?? -1;
  return {
    code: territoryCode('commune', code),
    kind: 'commune',
    name: nameAt(communes, index),
    departement,
    ...(region === undefined ? {} : {region}),
    ...(epci ? {epci: epci.code} : {}),
    ...(postcodes === '' ? {} : {postcodes: postcodes.split(' ')}),
    ...(population < 0 ? {} : {population}),
    ...(center ? {center} : {}),
    ...(parent < 0 ? {} : {parent: territoryCode('commune', codeAt(communes, parent))}),
  };
}

export function epciTerritory(divisions: Divisions, epci: Epci): Territory {
  const {code, name, departements, population, center} = epci;
  const regions = departements.flatMap((one) => divisions.departements.get(one)?.region ?? []);
  return {
    code: territoryCode('epci', code),
    kind: 'epci',
    name,
    departements: [...departements],
    regions: [...new Set(regions)],
    population,
    ...(center ? {center} : {}),
  };
}

export function departementTerritory({code, name, region, ...measures}: Division): Territory {
  const kind = 'departement';
  return {code: territoryCode(kind, code), kind, name, departement: code, region, ...measures};
}

export function regionTerritory(divisions: Divisions, division: Division): Territory {
  const {code, name, population, center} = division;
  const members = [...divisions.departements.values()].filter(({region}) => region === code);
  return {
    code: territoryCode('region', code),
    kind: 'region',
    name,
    departements: members.map((one) => one.code),
    region: code,
    ...(population === undefined ? {} : {population}),
    ...(center ? {center} : {}),
  };
}

/** Says which communes lie in a territory, by their index. */
export function insideTest(atlas: Atlas, outer: Territory): (index: number) => boolean {
  const {communes, epcis} = atlas;
  const code = outer.code.slice(outer.code.indexOf(':') + 1);
  if (outer.kind === 'country') return () => true;
  if (outer.kind === 'epci') {
    const rank = epcis.indexOf.get(code);
    return (index) => communes.epci[index] === rank;
  }
  if (outer.kind === 'commune') {
    const isIt = (index: number) => index >= 0 && codeAt(communes, index) === code;
    return (index) => isIt(index) || isIt(communes.parent[index] ?? -1);
  }
  const members = new Set(outer.kind === 'region' ? outer.departements : [code]);
  const isMember = communes.departements.map((departement) => members.has(departement));
  return (index) => isMember[communes.departement[index] ?? -1] === true;
}
