/** Reads the public data that npm packages ship. Nothing here knows how tables are written. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const require = createRequire(import.meta.url);

export interface Commune {
  code: string;
  name: string;
  departement: string;
  epci: string | undefined;
  postcodes: string[];
  /** Undefined for the places without permanent inhabitants. */
  population: number | undefined;
  /** Codes of the communes it replaces. */
  oldCodes: string[];
  center?: [number, number];
}

export interface Arrondissement extends Commune {
  parent: string;
}

export interface FormerCommune {
  code: string;
  name: string;
  successor: string;
}

export interface Epci {
  code: string;
  name: string;
  communes: string[];
}

export interface Division {
  code: string;
  name: string;
  region?: string | undefined;
}

export interface Sources {
  communes: Commune[];
  arrondissements: Arrondissement[];
  former: FormerCommune[];
  epcis: Epci[];
  departements: Division[];
  regions: Division[];
}

interface RawCommune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  commune?: string;
  chefLieu?: string;
  codesPostaux?: string[];
  population?: number;
  anciensCodes?: string[];
}

interface RawDivision {
  code: string;
  nom: string;
  region?: string;
  membres?: {code: string}[];
}

/** Compares codes by their characters: the same order on every machine. */
export const byCode = (a: {code: string}, b: {code: string}): number =>
  a.code < b.code ? -1 : a.code > b.code ? 1 : 0;

/** The version of a package, to be written beside what comes from it. */
export function versionOf(name: string): string {
  return (readJson(name, 'package.json') as {version: string}).version;
}

export function readJson(name: string, path: string): unknown {
  const main = require.resolve.paths(name) ?? [];
  for (const folder of main) {
    try {
      return JSON.parse(readFileSync(join(folder, name, path), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }
  throw new Error(`${name}/${path} is not installed, seen from ${dirname(import.meta.url)}`);
}

/** Everything about names and codes, from `@etalab/decoupage-administratif`. */
export function readSources(): Sources {
  const read = <T>(file: string) =>
    (readJson('@etalab/decoupage-administratif', `data/${file}.json`) as T[]).slice();
  const raw = read<RawCommune>('communes').sort(byCode);
  const epcis = read<RawDivision>('epci')
    .map(({code, nom, membres = []}) => ({code, name: nom, communes: membres.map((m) => m.code)}))
    .sort(byCode);
  const epciOf = new Map(epcis.flatMap(({code, communes}) => communes.map((c) => [c, code])));
  const commune = (row: RawCommune): Commune => ({
    code: row.code,
    name: row.nom,
    departement: row.departement,
    epci: epciOf.get(row.code),
    postcodes: row.codesPostaux ?? [],
    population: row.population,
    oldCodes: row.anciensCodes ?? [],
  });
  return {
    communes: raw.filter(({type}) => type === 'commune-actuelle').map(commune),
    arrondissements: raw
      .filter(({type}) => type === 'arrondissement-municipal')
      .map((row) => ({...commune(row), parent: row.commune ?? ''})),
    former: raw
      .filter(({chefLieu}) => chefLieu !== undefined)
      .map((row) => ({code: row.code, name: row.nom, successor: row.chefLieu ?? ''})),
    epcis,
    departements: read<RawDivision>('departements')
      .map(({code, nom, region}) => ({code, name: nom, region}))
      .sort(byCode),
    regions: read<RawDivision>('regions')
      .map(({code, nom}) => ({code, name: nom}))
      .sort(byCode),
  };
}
