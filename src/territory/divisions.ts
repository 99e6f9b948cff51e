import {once} from './once.js';

/** A département or a région. */
export interface Division {
  code: string;
  name: string;
  /** Code of the région; a région has its own here. */
  region: string;
  /** Inhabitants; absent where nobody lives. */
  population?: number;
  /** Longitude and latitude of where its people live, absent when unknown. */
  center?: [number, number];
}

/** Names of départements and régions: 2.5 kB that every search and every label needs. */
export interface Divisions {
  departements: ReadonlyMap<string, Division>;
  regions: ReadonlyMap<string, Division>;
}

/** Loads the names of départements and régions, once. */
export const loadDivisions = once(async (): Promise<Divisions> => {
  const {departements, regions} = await import('./data/divisions.js');
  return {
    departements: table(departements, true),
    regions: table(regions, false),
  };
});

/** Reads two cells of a table: longitude and latitude, empty when unknown. */
export function center(lon = '', lat = ''): {center?: [number, number]} {
  return lon === '' || lat === '' ? {} : {center: [Number(lon), Number(lat)]};
}

function table(lines: string, hasRegion: boolean): Map<string, Division> {
  return new Map(
    lines.split('\n').map((line) => {
      const cells = line.split('|');
      const code = cells[0] ?? '';
      const region = hasRegion ? (cells.splice(1, 1)[0] ?? '') : code;
      const [, name = '', population = '', lon, lat] = cells;
      const known = population === '' ? {} : {population: Number(population)};
      return [code, {code, name, region, ...known, ...center(lon, lat)}];
    }),
  );
}
