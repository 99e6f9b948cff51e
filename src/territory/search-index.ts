import {codeAt, loadCommunes, type Communes} from './communes.js';
import {loadDivisions, type Division} from './divisions.js';
import {loadEpcis, type Epci} from './epcis.js';
import {fold} from './fold.js';
import {displayName, PARTS} from './name-codec.js';
import {once, pause} from './once.js';
import type {TerritoryKind} from './codes.js';

/**
 * Every name that can be searched, folded, one a line. Communes and arrondissements come first, in
 * the order of `Communes`; then names that communes gave up, EPCI, départements, régions, France.
 */
export interface SearchIndex {
  communes: Communes;
  epcis: readonly Epci[];
  departements: readonly Division[];
  regions: readonly Division[];
  /** The folded names, each between two line feeds. */
  text: string;
  /** The same, as bytes. */
  bytes: Uint8Array;
  /** Where each name starts; one more entry closes the last name. */
  starts: Uint32Array;
  /** Pairs: where a name starts when its article is left out, and which entry it is. */
  bare: Uint32Array;
  /** Decimal logarithm of what an entry weighs against others that match as well. */
  weight: Float32Array;
  /** First entry of each group after the communes. */
  first: {former: number; epci: number; departement: number; region: number; country: number};
}

/** What people leave out at the beginning of a name. */
const ARTICLE = /^(?:de la|de l|le|la|les|l|du|des|de|d|aux) /;

/**
 * What the inhabitants of other levels count for beside those of a commune. The search is for a
 * town first: a wider territory leads only where no town of some size bears such a name, and a
 * name that was given up comes after those in use.
 */
const SHARE = {
  former: 0.0001,
  arrondissement: 0.001,
  epci: 0.002,
  departement: 0.005,
  region: 0.002,
};

const LINE_FEED = 10;
const SPACE = 32;

/** Loads the tables and makes the index, once, in steps that leave the main thread to the page. */
export const loadIndex = once(async (): Promise<SearchIndex> => {
  const [communes, {list: epcis}, divisions] = await Promise.all([
    loadCommunes(),
    loadEpcis(),
    loadDivisions(),
  ]);
  const departements = [...divisions.departements.values()];
  const regions = [...divisions.regions.values()];
  const former = communes.length;
  const epci = former + communes.formerNames.length;
  const departement = epci + epcis.length;
  const region = departement + departements.length;
  const first = {former, epci, departement, region, country: region + regions.length};
  const keys = new Keys(first.country + 1);
  await pause();
  for (let index = 0; index < communes.length; index++) {
    if (index % 12_000 === 11_999) await pause();
    if (index < communes.arrondissements) keys.addStored(communes.stored[index] ?? '');
    else keys.add(fold(displayName(communes.stored[index] ?? '')));
  }
  await pause();
  for (const {stored} of communes.formerNames) keys.addStored(stored);
  for (const {name} of epcis) keys.add(fold(name).replace(/^c[cau] /, ''));
  for (const {name} of [...departements, ...regions, {name: 'France'}]) keys.add(fold(name));
  await pause();
  const {text, bytes, starts} = keys.finish();
  const index = {communes, epcis, departements, regions, first, text, bytes, starts};
  return {...index, bare: bareStarts(text, starts), weight: weigh(index)};
});

/** The level of an entry. */
export function kindOf({first}: SearchIndex, entry: number): TerritoryKind {
  if (entry < first.epci) return 'commune';
  if (entry < first.departement) return 'epci';
  if (entry < first.region) return 'departement';
  return entry < first.country ? 'region' : 'country';
}

/** The entry that is meant: the commune of today for a name it gave up, else the entry itself. */
export function targetOf({first, communes}: SearchIndex, entry: number): number {
  const isFormer = entry >= first.former && entry < first.epci;
  return isFormer ? (communes.formerNames[entry - first.former]?.successor ?? entry) : entry;
}

/** Codes of the départements an entry lies in; none for régions and the country. */
export function departementsOf(index: SearchIndex, entry: number): readonly string[] {
  const {communes, first} = index;
  const target = targetOf(index, entry);
  if (target < first.former) {
    return [communes.departements[communes.departement[target] ?? 0] ?? ''];
  }
  if (target < first.departement) return index.epcis[target - first.epci]?.departements ?? [];
  const departement = index.departements[target - first.departement];
  return departement ? [departement.code] : [];
}

/** The code of the territory that an entry means. */
export function codeOf(index: SearchIndex, entry: number): string {
  const {first} = index;
  const target = targetOf(index, entry);
  if (target < first.former) return codeAt(index.communes, target);
  if (target < first.departement) return index.epcis[target - first.epci]?.code ?? '';
  if (target < first.region) return index.departements[target - first.departement]?.code ?? '';
  return index.regions[target - first.region]?.code ?? 'FR';
}

/** Collects folded names into one long line of bytes. */
class Keys {
  readonly starts: Uint32Array;
  #bytes = new Uint8Array(1 << 20);
  #length = 1;
  #count = 0;

  constructor(count: number) {
    this.starts = new Uint32Array(count + 1);
    this.#bytes[0] = LINE_FEED;
  }

  /** Adds a name in the form of the tables: a look-up for each letter, ten times as fast as `fold`. */
  addStored(stored: string): void {
    this.#open();
    for (let at = 0; at < stored.length; at++) {
      for (const byte of LETTERS[stored.charCodeAt(at)] ?? []) {
        if (byte !== SPACE || this.#previous > SPACE) this.#bytes[this.#length++] = byte;
      }
    }
    if (this.#previous === SPACE) this.#length--;
    this.#close();
  }

  add(folded: string): void {
    this.#open();
    for (let at = 0; at < folded.length; at++) this.#bytes[this.#length++] = folded.charCodeAt(at);
    this.#close();
  }

  finish(): {text: string; bytes: Uint8Array; starts: Uint32Array} {
    this.starts[this.#count] = this.#length;
    const bytes = this.#bytes.slice(0, this.#length);
    return {text: new TextDecoder('latin1').decode(bytes), bytes, starts: this.starts};
  }

  get #previous(): number {
    return this.#bytes[this.#length - 1] ?? 0;
  }

  #open(): void {
    this.starts[this.#count++] = this.#length;
  }

  #close(): void {
    this.#bytes[this.#length++] = LINE_FEED;
  }
}

/** What each Latin-1 letter of a stored name folds to. */
const LETTERS: readonly (readonly number[])[] = [...Array(256).keys()].map((code) => {
  const letter = String.fromCharCode(code);
  const part = PARTS.find(([character]) => character === letter)?.[1] ?? letter;
  const folded = fold(part);
  const spaced = (/^[-' (]/.test(part) ? ' ' : '') + folded + (/.[-' ]$/.test(part) ? ' ' : '');
  return [...spaced].map((character) => character.charCodeAt(0));
});

function bareStarts(text: string, starts: Uint32Array): Uint32Array {
  const pairs: number[] = [];
  for (let entry = 0; entry + 1 < starts.length; entry++) {
    const start = starts[entry] ?? 0;
    const letter = text.charCodeAt(start);
    // Only names in a, d or l can begin with an article.
    if (letter !== 108 && letter !== 100 && letter !== 97) continue;
    const article = ARTICLE.exec(text.slice(start, start + 7));
    if (article) pairs.push(start + article[0].length, entry);
  }
  return Uint32Array.from(pairs);
}

function weigh(index: Omit<SearchIndex, 'bare' | 'weight'>): Float32Array {
  const {communes, first} = index;
  const weight = new Float32Array(first.country + 1);
  const population = (at: number) => Math.max(0, communes.population[at] ?? 0);
  const set = (entry: number, inhabitants: number, share: number) => {
    weight[entry] = Math.log10(1 + inhabitants * share);
  };
  for (let at = 0; at < communes.length; at++) {
    set(at, population(at), at < communes.arrondissements ? 1 : SHARE.arrondissement);
  }
  communes.formerNames.forEach(({successor}, at) =>
    set(first.former + at, population(successor), SHARE.former),
  );
  index.epcis.forEach((one, at) => set(first.epci + at, one.population, SHARE.epci));
  index.departements.forEach((one, at) =>
    set(first.departement + at, one.population ?? 0, SHARE.departement),
  );
  index.regions.forEach((one, at) => set(first.region + at, one.population ?? 0, SHARE.region));
  return weight;
}
