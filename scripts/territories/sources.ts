/** Reads the public data that npm packages ship. Nothing here knows how tables are written. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

import {fold} from '../../src/territory/fold.ts';

const require = createRequire(import.meta.url);

/**
 * An early edition of `@etalab/decoupage-administratif`, of 2019: it still has the names of communes that
 * were no more then. Those of today have their codes alone.
 */
const EARLY = 'decoupage-2019';

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

/** A name that no commune bears any more, or a part of one does, and the commune that took over from it. */
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

/**
 * The names that communes had given up by the time of the early edition, or have since: of codes that have none
 * among today's parts of communes. Each name is there once for a commune.
 */
function earlyNames(
  communes: readonly Commune[],
  parts: readonly FormerCommune[],
): FormerCommune[] {
  const names = new Map(
    (readJson(EARLY, 'data/communes.json') as RawCommune[]).map(({code, nom}) => [code, nom]),
  );
  const named = new Set(parts.map(({code}) => code));
  const known = new Set(parts.map(({name, successor}) => `${successor} ${fold(name)}`));
  return communes.flatMap(({code: successor, name: today, oldCodes}) =>
    [successor, ...oldCodes].flatMap((code): FormerCommune[] => {
      const name = names.get(code);
      const key = `${successor} ${fold(name ?? '')}`;
      if (!name || named.has(code) || known.has(key) || fold(name) === fold(today)) return [];
      known.add(key);
      return [{code, name, successor}];
    }),
  );
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
  const communes = raw.filter(({type}) => type === 'commune-actuelle').map(commune);
  const parts = raw
    .filter(({chefLieu}) => chefLieu !== undefined)
    .map((row) => ({code: row.code, name: row.nom, successor: row.chefLieu ?? ''}));
  return {
    communes,
    arrondissements: raw
      .filter(({type}) => type === 'arrondissement-municipal')
      .map((row) => ({...commune(row), parent: row.commune ?? ''})),
    former: [...parts, ...earlyNames(communes, parts)],
    epcis,
    departements: read<RawDivision>('departements')
      .map(({code, nom, region}) => ({code, name: nom, region}))
      .sort(byCode),
    regions: read<RawDivision>('regions')
      .map(({code, nom}) => ({code, name: nom}))
      .sort(byCode),
  };
}
