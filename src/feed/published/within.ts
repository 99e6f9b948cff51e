import {departementOfCommune, parseTerritory, regionOfDepartement} from '../../territory/codes.js';
import {codesBy, type Level, type Tally} from '../tally.js';
import {addressOf, brokenFile, ifThere, jsonFile, type FileOptions} from './files.js';
import {fileNameOf, type Folder, type WithinFile} from './format.js';
import {isCounts} from './manifest.js';

/** What is in a territory, by status. */
type Row = WithinFile['rows'][string];

/** What is in the territories of a département, a région or a country; of `''`, of all. */
export type Within = ReadonlyMap<string, Row>;

const NOTHING: Within = new Map();

/** Files that are remembered. */
const MOST_KNOWN = 200;

/** Which territories have campaigns, by file, as of its edition: what was read for something else. */
const known = new Map<string, Within>();

/**
 * What is in each territory inside one.
 *
 * @param territory - "departement:33". One without campaigns has no file, and nothing in it.
 * @throws {FeedError} The file could not be read.
 */
export async function readWithin(
  folder: Folder,
  territory: string,
  options: FileOptions,
): Promise<Within> {
  const url = addressOf(folder, folder.manifest.territories.within, {name: fileNameOf(territory)});
  const file = await ifThere(jsonFile(folder, url, options));
  if (!file) return NOTHING;
  const {rows} = (file.json ?? {}) as Partial<WithinFile>;
  if (typeof rows !== 'object' || rows === null) {
    throw brokenFile(folder, url, 'count of what is within a territory');
  }
  const within: Within = new Map(Object.entries(rows).filter(([, row]) => isRow(row)));
  known.set(keyOf(folder, territory), within);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KNOWN) break;
    known.delete(oldest);
  }
  return within;
}

/**
 * Whether a file that was read before tells that nothing is in a territory, which then has no file. Nothing
 * is asked for it.
 *
 * @param territory - With its level; '' is all.
 */
export function isKnownEmpty(folder: Folder, territory: string): boolean {
  const [kind, code = ''] = territory.split(':');
  const outer = {departement: '', region: '', commune: departementOfCommune(code)}[kind ?? ''];
  // Without its edition an older file could not be told from this one's.
  if (outer === undefined || !folder.manifest.edition) return false;
  const all = known.get(keyOf(folder, ''));
  if (!outer) return all !== undefined && !all.has(territory);
  const around = `departement:${outer}`;
  if (all && !all.has(around)) return true;
  const within = known.get(keyOf(folder, around));
  return within !== undefined && !within.has(territory);
}

function keyOf({url, manifest}: Folder, territory: string): string {
  return `${url} ${manifest.edition} ${territory}`;
}

/**
 * How many campaigns of these statuses are in a territory: of what is around it first, so that nothing is
 * asked of one that has none.
 *
 * @param mask - Of `maskOf` (`points.ts`).
 */
export async function countWithin(
  folder: Folder,
  territory: string,
  mask: number,
  options: FileOptions,
): Promise<number> {
  const asked = parseTerritory(territory);
  if (!asked) return 0;
  const {kind, code} = asked;
  const all = await readWithin(folder, '', options);
  const inRow = (within: Within, key: string) => tallyOfRow(within.get(key), mask).count;
  if (kind === 'departement' || kind === 'region') return inRow(all, `${kind}:${code}`);
  if (kind === 'country') {
    return [...all].reduce(
      (sum, [key, row]) => sum + (key.startsWith('region:') ? tallyOfRow(row, mask).count : 0),
      0,
    );
  }
  const {findTerritory} = await import('../../territory/gazetteer.js');
  const found = await findTerritory(territory);
  if (!found) return 0;
  const {departement, departements = departement ? [departement] : []} = found;
  let count = 0;
  for (const one of departements) {
    if (!inRow(all, `departement:${one}`)) continue;
    count += inRow(await readWithin(folder, `departement:${one}`, options), found.code);
  }
  return count;
}

/**
 * What is in the territories of a level, of a territory or of all of them ('').
 *
 * @returns By code without its level; '' has what is in none of them that the folder counts.
 */
export async function talliesBy(
  folder: Folder,
  territory: string,
  level: Level,
  mask: number,
  options: FileOptions,
): Promise<Map<string, Tally>> {
  const asked = parseTerritory(territory);
  if (asked?.kind === 'commune' || asked?.kind === 'epci') {
    return talliesOfCommunes(folder, `${asked.kind}:${asked.code}`, level, mask, options);
  }
  const isItself = level === 'region' || (asked?.kind === 'departement' && level === 'departement');
  if (asked && asked.kind !== 'country' && isItself) {
    // What holds it, or is it.
    const key = `${asked.kind}:${asked.code}`;
    const row = (await readWithin(folder, '', options)).get(key);
    const isSmaller = asked.kind === 'departement' && level === 'region';
    const code = isSmaller ? (regionOfDepartement(asked.code) ?? '') : asked.code;
    return new Map(row ? [[code, tallyOfRow(row, mask)]] : []);
  }
  const outer = asked && asked.kind !== 'country' ? `${asked.kind}:${asked.code}` : '';
  const top = await readWithin(folder, outer, options);
  const prefix = `${level}:`;
  const tallies = new Map<string, Tally>();
  const add = (within: Within) => {
    for (const [key, row] of within) {
      const code = key.slice(prefix.length);
      // What is in an arrondissement is in its city too.
      if (!key.startsWith(prefix) || isArrondissement(key)) continue;
      tallies.set(code, sumOf(tallies.get(code), tallyOfRow(row, mask)));
    }
  };
  add(top);
  // What a file of a country does not have is in those of what it has: its régions', its départements'.
  const inner = {
    commune: 'departement:',
    epci: outer ? '' : 'region:',
    departement: '',
    region: '',
  };
  if (tallies.size > 0 || !inner[level]) return tallies;
  const parts = [...top.keys()].filter((key) => key.startsWith(inner[level]));
  const read = await Promise.all(parts.map((part) => readWithin(folder, part, options)));
  read.forEach(add);
  return tallies;
}

/** The same for a territory of communes: those of its départements' files that are its own. */
async function talliesOfCommunes(
  folder: Folder,
  territory: string,
  level: Level,
  mask: number,
  options: FileOptions,
): Promise<Map<string, Tally>> {
  const {communesOf, findTerritory} = await import('../../territory/gazetteer.js');
  const found = await findTerritory(territory);
  if (!found) return new Map();
  const {departement, departements = departement ? [departement] : []} = found;
  const own = found.kind === 'commune' ? [found] : await communesOf(found.code);
  const keys = new Set<string>(own.map(({code}) => code));
  const all = await readWithin(folder, '', options);
  const there = departements.filter((one) => all.has(`departement:${one}`));
  const files = await Promise.all(
    there.map((one) => readWithin(folder, `departement:${one}`, options)),
  );
  const rows = files.flatMap((within) => [...within].filter(([key]) => keys.has(key)));
  const placings = rows.map(([key]) => {
    const code = key.slice('commune:'.length);
    return {code, epci: null, departement: null, region: null, country: 'FR'};
  });
  const codes = await codesBy(placings, level);
  const tallies = new Map<string, Tally>();
  rows.forEach(([, row], at) => {
    const code = codes[at] ?? '';
    tallies.set(code, sumOf(tallies.get(code), tallyOfRow(row, mask)));
  });
  return tallies;
}

/** Of Paris, Lyon or Marseille. */
function isArrondissement(key: string): boolean {
  return /^commune:(751[012]\d|6938[1-9]|132[01]\d)$/.test(key);
}

/** What a row comes to, of the statuses of a mask. */
export function tallyOfRow(row: Row | undefined, mask: number): Tally {
  const [counts = [], raised = [], known = []] = row ?? [];
  const tally: Tally = {count: 0, known: 0, cents: 0};
  counts.forEach((count, status) => {
    if (((mask >> status) & 1) === 0) return;
    tally.count += count;
    tally.known += known[status] ?? 0;
    tally.cents += Math.round((raised[status] ?? 0) * 100);
  });
  return tally;
}

function sumOf(one: Tally | undefined, other: Tally): Tally {
  if (!one) return other;
  return {
    count: one.count + other.count,
    known: one.known + other.known,
    cents: one.cents + other.cents,
  };
}

/** It came from elsewhere. */
function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 3) return false;
  const [counts, raised, known] = row as unknown[];
  return (
    isCounts(counts) &&
    isCounts(known) &&
    Array.isArray(raised) &&
    raised.every((sum) => Number.isFinite(sum))
  );
}
