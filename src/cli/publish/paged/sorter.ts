import type {Pages} from './pages.js';
import {Table} from './table.js';

/** What is sorted at once in memory; more are runs, which are merged. */
const RUN = 131_072;

const LAYOUT = {key: 'f64', tie: 'f64', value: 'u32'} as const;

/** Puts numbers in the order of their keys, and of `tie` where those are the same, in memory that does not grow with them. */
export class Sorter {
  readonly #pages: Pages;
  readonly #most: number;
  readonly #keys: Float64Array;
  readonly #ties: Float64Array;
  readonly #values: Uint32Array;
  /** How many wait in memory. */
  #held = 0;
  /** Runs that are sorted: where each ends in the table. */
  readonly #ends: number[] = [];
  #runs: Table<typeof LAYOUT> | undefined;

  /** @param most - How many are sorted at once. */
  constructor(pages: Pages, most = RUN) {
    this.#pages = pages;
    this.#most = most;
    this.#keys = new Float64Array(most);
    this.#ties = new Float64Array(most);
    this.#values = new Uint32Array(most);
  }

  /** @param key - No NaN. */
  add(key: number, tie: number, value: number): void {
    if (this.#held === this.#most) this.#put();
    const at = this.#held++;
    this.#keys[at] = key;
    this.#ties[at] = tie;
    this.#values[at] = value;
  }

  /** Gives all that was added, in order, once. */
  end(give: (value: number, key: number) => void): void {
    if (!this.#runs) {
      for (const at of this.#sorted()) give(this.#values[at]!, this.#keys[at]!);
      return;
    }
    this.#put();
    this.#merge(this.#runs, give);
    this.#runs.close();
  }

  #sorted(): Uint32Array {
    const order = new Uint32Array(this.#held);
    for (let at = 0; at < order.length; at += 1) order[at] = at;
    const [keys, ties] = [this.#keys, this.#ties];
    return order.sort((one, other) => keys[one]! - keys[other]! || ties[one]! - ties[other]!);
  }

  #put() {
    this.#runs ??= new Table(this.#pages.scratch(), LAYOUT);
    const {key, tie, value} = this.#runs.columns;
    let to = this.#ends.at(-1) ?? 0;
    for (const at of this.#sorted()) {
      key.set(to, this.#keys[at]!);
      tie.set(to, this.#ties[at]!);
      value.set(to, this.#values[at]!);
      to += 1;
    }
    this.#ends.push(to);
    this.#held = 0;
  }

  #merge({columns}: Table<typeof LAYOUT>, give: (value: number, key: number) => void) {
    const count = this.#ends.length;
    const next = Uint32Array.from(this.#ends, (_, run) => this.#ends[run - 1] ?? 0);
    // The first of each run; Infinity after its last.
    const keys = new Float64Array(count);
    const ties = new Float64Array(count);
    const look = (run: number) => {
      const at = next[run]!;
      const isOver = at === this.#ends[run];
      keys[run] = isOver ? Infinity : columns.key.get(at);
      ties[run] = isOver ? Infinity : columns.tie.get(at);
    };
    for (let run = 0; run < count; run += 1) look(run);
    for (let left = this.#ends.at(-1)!; left > 0; left -= 1) {
      let first = 0;
      for (let run = 1; run < count; run += 1) {
        const [key, least] = [keys[run]!, keys[first]!];
        if (key < least || (key === least && ties[run]! < ties[first]!)) first = run;
      }
      give(columns.value.get(next[first]!), keys[first]!);
      next[first]! += 1;
      look(first);
    }
  }
}
