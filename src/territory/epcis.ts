import {digitAt} from './alphabet.js';
import {loadDivisions} from './divisions.js';
import {once} from './once.js';

/** A grouping of communes with its own taxes. */
export interface Epci {
  /** SIREN, nine digits. */
  code: string;
  /** With the form of the grouping in front, as the State writes it: `CC du Canton d'Erstein`. */
  name: string;
  /** Codes of the départements it spans, the most populated part first. */
  departements: string[];
  /** Inhabitants of its communes. */
  population: number;
  /** Longitude and latitude, to two kilometres; absent when unknown. */
  center?: [number, number];
}

/** The EPCI in the order of their codes, and the place of each. */
export interface Epcis {
  list: readonly Epci[];
  indexOf: ReadonlyMap<string, number>;
}

/** Loads the EPCI, once. */
export const loadEpcis = once(async (): Promise<Epcis> => {
  const [tables, divisions] = await Promise.all([import('./data/epcis.js'), loadDivisions()]);
  const sirens = tables.sirens.split(' ');
  const populations = tables.populations.split(' ');
  const departements = tables.departements.split('\n');
  let siren = 0;
  const list = tables.names.split('\n').map((name, index): Epci => {
    siren += Number.parseInt(sirens[index] ?? '', 36);
    const codes = departements[index]?.split(' ') ?? [];
    const origin = divisions.departements.get(codes[0] ?? '')?.center;
    const x = digitAt(tables.centers, 2 * index);
    const y = digitAt(tables.centers, 2 * index + 1);
    return {
      code: String(siren),
      name,
      departements: codes,
      population: Number.parseInt(populations[index] ?? '', 36),
      ...(x > 0 && origin ? {center: [step(origin[0], x), step(origin[1], y)]} : {}),
    };
  });
  return {list, indexOf: new Map(list.map(({code}, index) => [code, index]))};
});

function step(origin: number, digit: number): number {
  return Number((origin + (digit - 45) * 0.02).toFixed(2));
}
