import {spread} from './hash.js';
import {Lookup} from './paged/lookup.js';
import type {Pages} from './paged/pages.js';
import {Table} from './paged/table.js';

const LAYOUT = {
  /** A hash of its path, in two parts. */
  path: 'f64',
  pathRest: 'u32',
  /** A hash of all that it was made from, in two parts; -1 when nobody knows. */
  inputs: 'f64',
  inputsRest: 'u32',
  /** Which of `BESIDE` there are: bit n is position n. */
  beside: 'u8',
  /** 1 when the run has kept or written it. */
  done: 'u8',
  /** What of it was found in its folder: bit 0 is itself, the others as in `beside`. */
  there: 'u8',
} as const;

const UNKNOWN = -1;

/** What is known of the files of a folder: a few numbers for each. */
export class Entries {
  readonly #table: Table<typeof LAYOUT>;
  readonly #byPath: Lookup;
  #length = 0;

  constructor(pages: Pages) {
    this.#table = new Table(pages.scratch(), LAYOUT);
    this.#byPath = new Lookup(pages, this.#table.columns.path);
  }

  get columns(): Table<typeof LAYOUT>['columns'] {
    return this.#table.columns;
  }

  /** The position of a file; undefined when nothing is known of it. */
  find(path: string): number | undefined {
    return this.#find(...spread(path));
  }

  /** Notes what a file was made from: '' when nobody knows. */
  note(path: string, inputs: string, beside: number): void {
    const [first, rest] = spread(path);
    const {columns} = this.#table;
    let at = this.#find(first, rest);
    if (at === undefined) {
      at = this.#length++;
      columns.path.set(at, first);
      columns.pathRest.set(at, rest);
      this.#byPath.add(at);
    }
    const [made, madeRest] = inputs ? spread(inputs) : [UNKNOWN, 0];
    columns.inputs.set(at, made);
    columns.inputsRest.set(at, madeRest);
    columns.beside.set(at, beside);
  }

  /** Whether a file was made from these; '' never is what it was made from. */
  isFrom(at: number, inputs: string): boolean {
    const {columns} = this.#table;
    const [made, madeRest] = inputs ? spread(inputs) : [NaN, 0];
    return columns.inputs.get(at) === made && columns.inputsRest.get(at) === madeRest;
  }

  isKnown(at: number): boolean {
    return this.#table.columns.inputs.get(at) !== UNKNOWN;
  }

  /** Forgets which files the run has done. */
  begin(): void {
    for (let at = 0; at < this.#length; at += 1) this.#table.columns.done.set(at, 0);
  }

  close(): void {
    this.#byPath.close();
    this.#table.close();
  }

  #find(first: number, rest: number): number | undefined {
    const {pathRest} = this.#table.columns;
    for (const at of this.#byPath.find(first)) if (pathRest.get(at) === rest) return at;
    return undefined;
  }
}
