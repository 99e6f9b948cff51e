import {appendFileSync, opendirSync, renameSync, rmSync, writeFileSync, type Dir} from 'node:fs';
import {join, posix} from 'node:path';

import {Entries} from './entries.js';
import {linesOf} from './lines.js';
import type {Pages} from './paged/pages.js';

/** Beside a file: the same, compressed. In the order of their bits in `Entry.beside`. */
export const BESIDE = ['.gz', '.br'] as const;

/** Lines that wait to be written. */
const HELD = 1000;

/** A file that was written, or one of a list. */
interface Entry {
  /** A hash of all that it was made from; '' when nobody knows. */
  inputs: string;
  /** Which of `BESIDE` there are: bit n is position n. */
  beside: number;
}

/**
 * Which files a folder holds, and what each was made from, so that one whose inputs are what they were
 * is left alone. What happens during a run is noted in a journal: a run that was killed has written some
 * files and not others, and the next one knows which.
 */
export class Ledger {
  readonly #folder: string;
  readonly #path: string;
  readonly #journal: string;
  readonly #key: string;
  /** Of earlier runs. */
  readonly #before: Entries;
  /** What this run has kept or written, for the next one: on disk, but for the last lines. */
  #lines: string[] = [];
  /** The folders that were looked at. */
  readonly #seen = new Set<string>();

  /** @param key - When it is another than last time, every file is made again. */
  constructor(folder: string, state: string, key: string, pages: Pages) {
    this.#folder = folder;
    this.#path = join(state, 'files');
    this.#journal = join(state, 'journal');
    this.#key = key;
    this.#before = new Entries(pages);
    for (const [path, {inputs, beside}] of this.#listed()) {
      this.#before.note(path, inputs, beside);
    }
    // A journal of another key must not be read as one of this.
    if (headOf(this.#journal) !== key) {
      this.#gather();
      rmSync(this.#journal, {force: true});
      appendFileSync(this.#journal, `${key}\n`);
    }
    this.#begin();
  }

  /** Keeps a file that is there and was made from the same. @returns False when it has to be written. */
  keep(path: string, inputs: string): boolean {
    const at = this.#before.find(path);
    if (at === undefined || !this.#before.isFrom(at, inputs)) return false;
    const {beside, there, done} = this.#before.columns;
    this.#look(posix.dirname(path));
    const wanted = 1 | (beside.get(at) << 1);
    if ((there.get(at) & wanted) !== wanted) return false;
    done.set(at, 1);
    this.#put(path, {inputs, beside: beside.get(at)});
    return true;
  }

  /** Before files are written: from here on nobody knows what they hold. */
  willWrite(paths: readonly string[]): void {
    appendFileSync(
      this.#journal,
      paths.map((path) => lineOf(path, {inputs: '', beside: 3})).join(''),
    );
  }

  /** After they were. */
  didWrite(files: readonly (Entry & {path: string})[]): void {
    for (const {path, ...entry} of files) {
      const at = this.#before.find(path);
      if (at !== undefined) this.#before.columns.done.set(at, 1);
      this.#put(path, entry);
    }
    appendFileSync(this.#journal, files.map(({path, ...entry}) => lineOf(path, entry)).join(''));
  }

  /** Files of earlier runs that this one has neither kept nor written, with what stands beside them. */
  *leftOver(): Generator<string[]> {
    for (const [path, beside] of this.#undone()) {
      yield [
        path,
        ...BESIDE.filter((_, bit) => beside & (1 << bit)).map((ending) => path + ending),
      ];
    }
  }

  /** Ends a run: what is left over has been removed. */
  end(): void {
    this.#finish();
    rmSync(this.#journal, {force: true});
    this.#before.close();
  }

  /** Every line of earlier runs: of a file with several, the last holds. */
  *#listed(): Generator<[path: string, entry: Entry]> {
    for (const list of [this.#path, this.#journal]) {
      let isOfKey: boolean | undefined;
      for (const line of linesOf(list)) {
        if (isOfKey === undefined) {
          isOfKey = line === this.#key;
          continue;
        }
        const [inputs = '', beside, path] = line.split(' ');
        const known = isOfKey && inputs !== '-' ? inputs : '';
        if (path) yield [path, {inputs: known, beside: Number(beside) & 3}];
      }
    }
  }

  /** The files of earlier runs that are not done, each once. */
  *#undone(): Generator<[path: string, beside: number, inputs: string]> {
    const {done, beside} = this.#before.columns;
    for (const [path, {inputs}] of this.#listed()) {
      const at = this.#before.find(path);
      // This run's own lines are in the journal, too.
      if (at === undefined || done.get(at)) continue;
      // Of its lines, the one that holds.
      const isKnown = this.#before.isKnown(at);
      if (isKnown && !this.#before.isFrom(at, inputs)) continue;
      done.set(at, 1);
      yield [path, beside.get(at), isKnown ? inputs : ''];
    }
  }

  /** Makes one list of the list and the journal. */
  #gather() {
    this.#begin();
    for (const [path, beside, inputs] of this.#undone()) this.#put(path, {inputs, beside});
    this.#finish();
    this.#before.begin();
  }

  #begin() {
    writeFileSync(`${this.#path}.tmp`, `${this.#key}\n`);
    this.#lines = [];
  }

  #put(path: string, entry: Entry) {
    if (this.#lines.push(lineOf(path, entry)) >= HELD) this.#flush();
  }

  #flush() {
    appendFileSync(`${this.#path}.tmp`, this.#lines.join(''));
    this.#lines = [];
  }

  #finish() {
    this.#flush();
    renameSync(`${this.#path}.tmp`, this.#path);
  }

  /** Notes what there is in a folder, once. */
  #look(folder: string) {
    if (this.#seen.has(folder)) return;
    this.#seen.add(folder);
    const {there} = this.#before.columns;
    for (const name of namesIn(join(this.#folder, folder))) {
      const bit = BESIDE.findIndex((ending) => name.endsWith(ending)) + 1;
      const own = bit ? name.slice(0, -BESIDE[bit - 1]!.length) : name;
      const at = this.#before.find(posix.join(folder, own));
      if (at !== undefined) there.set(at, there.get(at) | (1 << bit));
    }
  }
}

function lineOf(path: string, {inputs, beside}: Entry): string {
  return `${inputs || '-'} ${beside} ${path}\n`;
}

/** The first line of a file; undefined when it has none. */
function headOf(path: string): string | undefined {
  for (const line of linesOf(path)) return line;
  return undefined;
}

/** Names in a folder, some at a time; none when it is not there. */
function* namesIn(folder: string): Generator<string> {
  let dir: Dir;
  try {
    dir = opendirSync(folder, {bufferSize: 256});
  } catch {
    return;
  }
  try {
    for (let one = dir.readSync(); one; one = dir.readSync()) yield one.name;
  } finally {
    dir.closeSync();
  }
}
