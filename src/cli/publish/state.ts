import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import {join} from 'node:path';

import {Bodies} from './bodies.js';
import {Rows} from './rows.js';

/** What of the bodies may be of no use before they are written anew. */
const MOST_DEAD = 16_000_000;

/** Bytes that are read at once of the line before the columns. */
const HEAD_STEP = 65_536;

/** What an earlier run knew of the campaigns. */
export interface Known {
  rows: Rows;
  bodies: Bodies;
  /** Of what reading depends on: when it is another now, each campaign is read again. */
  key: string;
}

/** The file with the columns; the bodies have a number, which is another when they are written anew. */
const ROWS = 'rows';
const bodiesName = (number: number) => `bodies-${number}`;

/** Campaigns as the last run left them, and where this run's go. */
export class State {
  /** What the last run left; null where it left nothing, and once this one is written down. */
  before: Known | null;
  readonly rows = new Rows();
  readonly bodies: Bodies;
  /** Whether bodies that stay have to be copied. */
  readonly isMoving: boolean;
  readonly #folder: string;
  readonly #number: number;

  /** @param folder - Of the state alone. */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, {recursive: true});
    const {known, number, total} = this.#load();
    this.before = known;
    let live = 0;
    for (let at = 0; at < (known?.rows.length ?? 0); at += 1) live += known!.rows.columns.size[at]!;
    this.isMoving = !known || total - live > Math.max(MOST_DEAD, live);
    this.#number = this.isMoving ? number + 1 : number;
    this.bodies = this.isMoving
      ? new Bodies(join(folder, bodiesName(this.#number)), 0)
      : known!.bodies;
  }

  /** Writes down the campaigns of this run. Those of the last are gone then. */
  save(key: string): void {
    this.bodies.flush();
    const path = join(this.#folder, ROWS);
    const file = openSync(`${path}.tmp`, 'w');
    const head = {key, number: this.#number, total: this.bodies.length};
    for (const bytes of this.rows.bytes(head)) {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    }
    closeSync(file);
    renameSync(`${path}.tmp`, path);
    if (this.isMoving) this.before?.bodies.close();
    this.before = null;
    for (const name of readdirSync(this.#folder)) {
      if (/^bodies-\d+$/.test(name) && name !== bodiesName(this.#number)) {
        rmSync(join(this.#folder, name), {force: true});
      }
    }
  }

  close(): void {
    this.bodies.close();
  }

  /** What is missing, broken or of an earlier version is read again from the feed. */
  #load(): {known: Known | null; number: number; total: number} {
    try {
      const {head, rows} = readRows(join(this.#folder, ROWS));
      const {key, number, total} = head;
      if (
        rows &&
        typeof key === 'string' &&
        typeof number === 'number' &&
        typeof total === 'number'
      ) {
        const bodies = new Bodies(join(this.#folder, bodiesName(number)), total);
        return {known: {rows, bodies, key}, number, total};
      }
    } catch {
      // As when it is missing.
    }
    const numbers = readdirSync(this.#folder).map((name) =>
      Number(/^bodies-(\d+)$/.exec(name)?.[1] ?? 0),
    );
    return {known: null, number: Math.max(0, ...numbers), total: 0};
  }
}

/** The columns of the last run, and what stands before them. @throws When the file is not there, or no such file. */
function readRows(path: string): {head: Record<string, unknown>; rows: Rows | null} {
  const file = openSync(path, 'r');
  try {
    const {size} = fstatSync(file);
    let at = 0;
    const read = (into: Uint8Array) => {
      let done = 0;
      for (let count = -1; done < into.length && count !== 0; done += count) {
        count = readSync(file, into, done, into.length - done, at + done);
      }
      at += done;
      return done === into.length;
    };
    const head = headOf(read, size);
    at = head.length + 1;
    const values = JSON.parse(head.toString()) as Record<string, unknown>;
    const rows = Rows.from(values, read);
    return {head: values, rows: at === size ? rows : null};
  } finally {
    closeSync(file);
  }
}

/** The bytes of the first line of a file, without its end. */
function headOf(read: (into: Uint8Array) => boolean, size: number): Buffer {
  let head = Buffer.alloc(0);
  while (head.length < size) {
    const more = Buffer.alloc(Math.min(HEAD_STEP, size - head.length));
    if (!read(more)) break;
    head = Buffer.concat([head, more]);
    const end = head.indexOf(10);
    if (end >= 0) return head.subarray(0, end);
  }
  throw new RangeError('It has no first line.');
}
