import {BASE, digitAt} from './alphabet.js';
import {center, loadDivisions} from './divisions.js';
import {loadEpcis, type Epcis} from './epcis.js';
import {readCenters} from './commune-centers.js';
import {ruledSuccessor} from './former.js';
import {displayName, splitNames} from './name-codec.js';
import {once, pause} from './once.js';

type Tables = typeof import('./data/communes.js');

/** A commune that no longer exists, or a name that one has given up. */
export interface FormerName {
  /** As it is stored: `displayName` makes it readable. */
  stored: string;
  /** Index of the commune that replaced it. */
  successor: number;
}

/**
 * Every commune of today, then the arrondissements of Paris, Lyon and Marseille, as columns: an
 * object for each of 35,000 communes would cost the page what the tables save.
 */
export interface Communes {
  /** Communes and arrondissements. */
  length: number;
  /** Index of the first arrondissement. */
  arrondissements: number;
  /** Codes of the départements, in the order of `departement`. */
  departements: readonly string[];
  /** Index in `departements`. */
  departement: Uint8Array;
  /** What follows the département in the code. */
  number: Uint16Array;
  /** Index in the list of EPCI, -1 when there is none. */
  epci: Int16Array;
  /** Index in `postcodeSets`. */
  postcodes: Uint16Array;
  postcodeSets: readonly string[];
  /** Inhabitants, -1 when nobody lives there. */
  population: Int32Array;
  /** Index of the commune an arrondissement belongs to, -1 for a commune. */
  parent: Int32Array;
  /** Names as they are stored: `nameAt` makes one readable. */
  stored: readonly string[];
  centers: ReadonlyMap<number, [number, number]>;
  formerNames: readonly FormerName[];
  /** Former codes, with the index of the commune that replaced each. */
  formerCodes: ReadonlyMap<string, number>;
  /** Index of the first commune of each département, and the end of the last. */
  starts: Uint32Array;
}

/** Loads the communes, once. Decoded in short steps, so that the page stays alive meanwhile. */
export const loadCommunes = once(async (): Promise<Communes> => {
  const [tables, divisions, epcis] = await Promise.all([
    import('./data/communes.js'),
    loadDivisions(),
    loadEpcis(),
  ]);
  await pause();
  const communes = columns(tables, [...divisions.departements.keys()]);
  readNumbers(tables, communes);
  readPopulations(tables, communes);
  await pause();
  readMembers(tables, communes, epcis);
  await pause();
  const stored = splitNames(tables.names);
  await pause();
  const centers = readCenters(tables, communes);
  const whole = {...communes, stored, centers};
  addArrondissements(tables, whole);
  return {...whole, ...readFormer(tables, whole)};
});

/** The name of a commune as people write it. */
export function nameAt({stored}: Pick<Communes, 'stored'>, index: number): string {
  return displayName(stored[index] ?? '');
}

/** The code of a commune. */
export function codeAt(
  communes: Pick<Communes, 'departements' | 'departement' | 'number'>,
  index: number,
): string {
  const departement = communes.departements[communes.departement[index] ?? 0] ?? '';
  return departement + String(communes.number[index]).padStart(5 - departement.length, '0');
}

/**
 * The place of a commune by its code, a former code finding its successor.
 *
 * @returns -1 when the code was never one.
 */
export function indexOfCommune(communes: Communes, code: string): number {
  const live = liveIndex(communes, code);
  if (live >= 0) return live;
  const former = communes.formerCodes.get(code);
  if (former !== undefined) return former;
  const heir = ruledSuccessor(code, {has: (text) => liveIndex(communes, text) >= 0});
  return heir === undefined ? -1 : liveIndex(communes, heir);
}

function liveIndex(communes: Communes, code: string): number {
  const rank = communes.departements.indexOf(code.slice(0, /^9[78]/.test(code) ? 3 : 2));
  if (rank < 0) return -1;
  const number = Number(code.slice(communes.departements[rank]?.length));
  let low = communes.starts[rank] ?? 0;
  let high = communes.starts[rank + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((communes.number[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  if (low < (communes.starts[rank + 1] ?? 0) && communes.number[low] === number) return low;
  for (let index = communes.arrondissements; index < communes.length; index++) {
    if (communes.number[index] === number && communes.departement[index] === rank) return index;
  }
  return -1;
}

function columns(tables: Tables, departements: string[]) {
  const counts = tables.counts.split(' ').map(Number);
  const starts = new Uint32Array(counts.length + 1);
  counts.forEach((count, rank) => (starts[rank + 1] = (starts[rank] ?? 0) + count));
  const arrondissements = starts[counts.length] ?? 0;
  const length = arrondissements + tables.arrondissements.split('\n').length;
  const departement = new Uint8Array(length);
  counts.forEach((_, rank) => departement.fill(rank, starts[rank], starts[rank + 1]));
  return {
    length,
    arrondissements,
    departements,
    departement,
    starts,
    number: new Uint16Array(length),
    epci: new Int16Array(length).fill(-1),
    postcodes: new Uint16Array(length),
    postcodeSets: [] as string[],
    population: new Int32Array(length),
    parent: new Int32Array(length).fill(-1),
  };
}

type Columns = ReturnType<typeof columns>;

function readNumbers({numbers}: Tables, {number, departement, arrondissements}: Columns): void {
  let at = 0;
  let value = 0;
  for (let index = 0; index < arrondissements; index++) {
    if (index === 0 || departement[index] !== departement[index - 1]) value = 0;
    let digit = digitAt(numbers, at++);
    for (; digit === BASE - 1; digit = digitAt(numbers, at++)) value += BASE - 1;
    value += digit;
    number[index] = value;
  }
}

function readPopulations(tables: Tables, {population, arrondissements}: Columns): void {
  const large = tables.populationsLarge.split(' ');
  let nextLarge = 0;
  let nextLow = 0;
  for (let index = 0; index < arrondissements; index++) {
    const high = digitAt(tables.populationsHigh, index);
    if (high < BASE - 1) {
      population[index] = high * BASE + digitAt(tables.populationsLow, nextLow++);
    } else {
      const value = Number.parseInt(large[nextLarge++] ?? '', 36);
      population[index] = Number.isNaN(value) ? -1 : value;
    }
  }
}

function readMembers(tables: Tables, communes: Columns, epcis: Epcis): void {
  const {departements, starts, epci, postcodes, postcodeSets} = communes;
  const local = new Map(departements.map((code): [string, number[]] => [code, []]));
  epcis.list.forEach((one, index) => {
    for (const code of one.departements) local.get(code)?.push(index);
  });
  tables.postcodes.split('\n').forEach((line, rank) => {
    const departement = departements[rank] ?? '';
    const members = local.get(departement) ?? [];
    const firsts = line.split(';').map((sets) => {
      const first = postcodeSets.length;
      postcodeSets.push(...sets.split(',').map((set) => fullPostcodes(set, departement)));
      return first;
    });
    for (let index = starts[rank] ?? 0; index < (starts[rank + 1] ?? 0); index++) {
      const member = digitAt(tables.members, index);
      epci[index] = members[member - 1] ?? -1;
      postcodes[index] = (firsts[member] ?? 0) + digitAt(tables.posts, index);
    }
  });
}

/** Corsican postcodes begin with 20; overseas ones with the first two digits of the département. */
function fullPostcodes(set: string, departement: string): string {
  if (set === '') return '';
  const start = departement.slice(0, 2).replace(/[AB]/, '0');
  return set
    .split(' ')
    .map((code) => (code.startsWith('!') ? code.slice(1) : start + code.padEnd(3, '0')))
    .join(' ');
}

function addArrondissements(
  tables: Tables,
  communes: Columns & {stored: string[]; centers: Map<number, [number, number]>},
): void {
  tables.arrondissements.split('\n').forEach((line, rank) => {
    const index = communes.arrondissements + rank;
    const [code = '', parent = '', name = '', postcodes = '', population, lon, lat] =
      line.split('|');
    const departement = communes.departements.indexOf(code.slice(0, 2));
    const from = communes.starts[departement] ?? 0;
    const owner = communes.number.indexOf(Number(parent.slice(2)), from);
    communes.departement[index] = departement;
    communes.number[index] = Number(code.slice(2));
    communes.epci[index] = communes.epci[owner] ?? -1;
    communes.postcodes[index] = communes.postcodeSets.push(postcodes) - 1;
    communes.population[index] = Number(population);
    communes.parent[index] = owner;
    communes.stored.push(`>${name}`);
    const {center: place} = center(lon, lat);
    if (place) communes.centers.set(index, place);
  });
}

function readFormer(
  tables: Tables,
  communes: Columns,
): Pick<Communes, 'formerNames' | 'formerCodes'> {
  const names = splitNames(tables.formerNames);
  const formerNames: FormerName[] = [];
  const formerCodes = new Map<string, number>();
  let successor = 0;
  for (const line of tables.formerCodes.split('\n')) {
    const [step = '', ...entries] = line.split(' ');
    successor += Number.parseInt(step, 36);
    const departement = communes.departements[communes.departement[successor] ?? 0] ?? '';
    for (const entry of entries) {
      const code = entry.replace('*', '');
      if (code !== '=') formerCodes.set(code.length < 5 ? departement + code : code, successor);
      if (entry !== code) formerNames.push({stored: names[formerNames.length] ?? '', successor});
    }
  }
  return {formerNames, formerCodes};
}
