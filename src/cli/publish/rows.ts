import {closeSync, fstatSync, openSync, readSync} from 'node:fs';

import type {PagedFile, Pages} from './paged/pages.js';
import {Table} from './paged/table.js';

/**
 * What publishing needs of each campaign: a row of numbers, in a file of which some pages are in memory
 * (`paged/`). Their texts are in another (`bodies.ts`). A campaign is its position in the rows. First what lists and
 * tiles ask of it, again and again; it fits on half a page.
 */
const TOLD = {
  /** Part of a hash of its id. */
  id: 'f64',
  /** Part of a hash of what is published of it. */
  body: 'f64',
  /** Major units, or orders; NaN when unknown. */
  raised: 'f64',
  backers: 'f64',
  /** 1e-5 degrees; `NOWHERE` without coordinates. */
  longitude: 'i32',
  latitude: 'i32',
  /** The year in which it counts; 0: none. */
  year: 'u32',
  /** Positions in the lists of names. */
  coin: 'u32',
  place: 'u32',
  call: 'u32',
  /** Where its id stands among the texts (`ids.ts`), plus one; 0 where nobody asked for it. */
  idAt: 'u32',
  /** Position in `STATUSES` of how it stands, or `NO_STATUS`: only in an edition (`standing.ts`). */
  status: 'u8',
} as const;

/** Then what a run asks of it once. */
const KEPT = {
  /** What its bytes in the feed were, as two parts of a hash. */
  raw: 'f64',
  rawRest: 'u32',
  /** `hashOf` its id. */
  shard: 'u32',
  /** Where what is published of it stands among the bodies, in bytes. */
  offset: 'f64',
  size: 'u32',
  /** Its position in the feed. */
  turn: 'u32',
  /** Milliseconds since 1970; NaN when not said. */
  start: 'f64',
  end: 'f64',
  /** Position in `STATUSES` of what the feed says; `NO_STATUS` when it says nothing. */
  said: 'u8',
  /** A position in `REACHES`. */
  reach: 'u8',
  /** 1 when something of it was reported: it is read again each time, to be reported again. */
  faulty: 'u8',
  /** 1 when its id is a plain name. */
  plain: 'u8',
} as const;

type Rowed = Table<typeof TOLD, typeof KEPT>;
export type Columns = Rowed['columns'];
/** A campaign as it is taken in. */
export type Row = Record<Exclude<keyof Columns, 'turn' | 'status' | 'idAt'>, number>;

/** What a longitude is where there is none. */
export const NOWHERE = 0x7fffffff;

/** Whether a campaign has what it needs to succeed. */
export const REACHES = ['unknown', 'short', 'reached'] as const;

const FORM = JSON.stringify([TOLD, KEPT]);
/** Bytes that tell how long the end of a file of rows is. */
const SIZE_BYTES = 4;

/** A list of different texts, in which each has a number. */
export class Names {
  readonly list: string[];
  readonly #numbers: Map<string, number>;

  constructor(list: readonly string[] = []) {
    this.list = [...list];
    this.#numbers = new Map(this.list.map((name, at) => [name, at]));
  }

  /** The number of a text, which is new when the text is. */
  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** The lists of names that rows point into. */
interface Lists {
  /** Currencies; '' stands for orders. */
  coins: Names;
  /** The territories that a campaign is in, separated by spaces. */
  places: Names;
  /** Call and edition, as JSON; '' for none. */
  calls: Names;
}

/** The campaigns of a feed. */
export class Rows implements Lists {
  length = 0;
  readonly coins: Names;
  readonly places: Names;
  readonly calls: Names;
  readonly #table: Rowed;

  /** @param file - Empty, or with as many rows as `length` is then set to. */
  constructor(file: PagedFile, lists?: Lists) {
    this.#table = new Table(file, TOLD, KEPT);
    this.coins = lists?.coins ?? new Names();
    this.places = lists?.places ?? new Names();
    this.calls = lists?.calls ?? new Names();
  }

  get columns(): Columns {
    return this.#table.columns;
  }

  /** @returns Its position. */
  push(row: Row): number {
    const at = this.length++;
    const {columns} = this;
    for (const name of Object.keys(row) as (keyof Row)[]) columns[name].set(at, row[name]);
    columns.turn.set(at, at);
    return at;
  }

  /** Adds a campaign of other rows as it is, with the numbers that its names have here. */
  copy(from: Rows, at: number): number {
    const to = this.length++;
    this.#table.copy(from.#table, at, to);
    this.columns.turn.set(to, to);
    const rename = (name: 'coin' | 'place' | 'call', ours: Names, theirs: Names) => {
      const text = theirs.list[from.columns[name].get(at)] ?? '';
      this.columns[name].set(to, ours.of(text));
    };
    rename('coin', this.coins, from.coins);
    rename('place', this.places, from.places);
    rename('call', this.calls, from.calls);
    return to;
  }

  /** Adds a campaign of rows with the same names, as it is. */
  take(from: Rows, at: number): number {
    this.#table.copy(from.#table, at, this.length);
    return this.length++;
  }

  /** Ends the file with the names, and what is said of it all. */
  end(head: object): void {
    const {length, coins, places, calls} = this;
    const names = {coins: coins.list, places: places.list, calls: calls.list};
    const text = Buffer.from(JSON.stringify({...head, form: FORM, length, ...names}));
    const size = Buffer.alloc(SIZE_BYTES);
    size.writeUInt32LE(text.length);
    this.#table.file.end(this.#table.bytes(length), Buffer.concat([text, size]));
  }

  /**
   * The way back: rows to be read, and what was said of them.
   *
   * @returns Null when it is of another form, or breaks off.
   */
  static open(pages: Pages, path: string): {rows: Rows; head: Record<string, unknown>} | null {
    const end = endOf(path);
    if (!end) return null;
    const head = JSON.parse(end.text) as Record<string, unknown>;
    const {form, length, coins, places, calls} = head as Record<string, string[]> & {
      form: string;
      length: number;
    };
    if (form !== FORM) return null;
    const lists = {coins: new Names(coins), places: new Names(places), calls: new Names(calls)};
    const rows = new Rows(pages.open(path, 'r'), lists);
    rows.length = length;
    if (rows.#table.bytes(length) === end.start) return {rows, head};
    rows.close();
    return null;
  }

  close(): void {
    this.#table.close();
  }
}

/** The names at the end of a file of rows, and where they begin; null where there can be none. @throws When there is no such file. */
function endOf(path: string): {text: string; start: number} | null {
  const file = openSync(path, 'r');
  try {
    const {size} = fstatSync(file);
    const read = (start: number, length: number) => {
      const bytes = Buffer.alloc(length);
      return readSync(file, bytes, 0, length, start) === length ? bytes : null;
    };
    const last = size - SIZE_BYTES;
    const length = last < 0 ? undefined : read(last, SIZE_BYTES)?.readUInt32LE();
    if (length === undefined || length > last) return null;
    const text = read(last - length, length)?.toString();
    return text === undefined ? null : {text, start: last - length};
  } finally {
    closeSync(file);
  }
}
