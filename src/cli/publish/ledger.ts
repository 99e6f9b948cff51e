import {
  appendFileSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import {join, posix} from 'node:path';

/** Beside a file: the same, compressed. In the order of their bits in `Entry.beside`. */
export const BESIDE = ['.gz', '.br'] as const;

/** Lines that wait to be written. */
const HELD = 1000;

/** What is known of a published file. */
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
  /** Of earlier runs, without what this run has kept or written. */
  readonly #before = new Map<string, Entry>();
  /** What this run has kept or written, for the next one: on disk, but for the last lines. */
  #lines: string[] = [];
  /** Names of files in each folder, as far as they were looked at. */
  readonly #there = new Map<string, Set<string>>();

  /** @param key - When it is another than last time, every file is made again. */
  constructor(folder: string, state: string, key: string) {
    this.#folder = folder;
    this.#path = join(state, 'files');
    this.#journal = join(state, 'journal');
    this.#key = key;
    const [head, ...lines] = linesOf(this.#path);
    const isOfKey = head === key;
    for (const line of lines) this.#note(line, isOfKey);
    const [journalHead, ...noted] = linesOf(this.#journal);
    for (const line of noted) this.#note(line, journalHead === key);
    // A journal of another key must not be read as one of this.
    if (journalHead !== key) {
      this.#begin();
      for (const [path, entry] of this.#before) this.#put(path, entry);
      this.#finish();
      rmSync(this.#journal, {force: true});
      appendFileSync(this.#journal, `${key}\n`);
    }
    this.#begin();
  }

  /** Keeps a file that is there and was made from the same. @returns False when it has to be written. */
  keep(path: string, inputs: string): boolean {
    const entry = this.#before.get(path);
    if (!entry || entry.inputs !== inputs || !this.#isThere(path, entry)) return false;
    this.#before.delete(path);
    this.#put(path, entry);
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
      this.#before.delete(path);
      this.#put(path, entry);
    }
    appendFileSync(this.#journal, files.map(({path, ...entry}) => lineOf(path, entry)).join(''));
  }

  /** Files of earlier runs that this one has neither kept nor written, with what stands beside them. */
  *leftOver(): Generator<string[]> {
    for (const [path, {beside}] of this.#before) {
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

  #note(line: string, isKnown: boolean) {
    const [inputs = '', beside, path] = line.split(' ');
    if (!path) return;
    this.#before.set(path, {
      inputs: isKnown && inputs !== '-' ? inputs : '',
      beside: Number(beside) & 3,
    });
  }

  #isThere(path: string, {beside}: Entry): boolean {
    const folder = posix.dirname(path);
    let names = this.#there.get(folder);
    if (!names) {
      names = new Set(namesIn(join(this.#folder, folder)));
      this.#there.set(folder, names);
    }
    const name = posix.basename(path);
    const wanted = BESIDE.filter((_, bit) => beside & (1 << bit)).map((ending) => name + ending);
    return [name, ...wanted].every((one) => names.has(one));
  }
}

function lineOf(path: string, {inputs, beside}: Entry): string {
  return `${inputs || '-'} ${beside} ${path}\n`;
}

/** Whole lines: a killed run leaves half of one. */
function linesOf(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(0, -1);
  } catch {
    return [];
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
