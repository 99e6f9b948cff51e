import type {Pages} from './pages.js';
import {Table, type Column} from './table.js';

/** Slots at first: a power of two. */
const FIRST = 2048;
const LAYOUT = {slot: 'u32'} as const;

/** Finds rows by the numbers of a column, which are whole and not negative. */
export class Lookup {
  readonly #pages: Pages;
  readonly #column: Column;
  /** A row's position plus one where one is; where two would be, the second is in the next that is free. */
  #slots: Table<typeof LAYOUT>;
  #size = FIRST;
  #count = 0;

  /** @param length - Rows that are found from the beginning. */
  constructor(pages: Pages, column: Column, length = 0) {
    this.#pages = pages;
    this.#column = column;
    while (this.#size < length * 2) this.#size *= 2;
    this.#slots = new Table(pages.scratch(), LAYOUT);
    for (let at = 0; at < length; at += 1) this.add(at);
  }

  add(at: number): void {
    this.#count += 1;
    if (this.#count * 2 > this.#size) this.#spread();
    this.#put(at);
  }

  /** Positions of the rows with this number. */
  *find(value: number): Generator<number> {
    const {slot} = this.#slots.columns;
    for (let place = value % this.#size; ; place = (place + 1) % this.#size) {
      const at = slot.get(place) - 1;
      if (at < 0) return;
      if (this.#column.get(at) === value) yield at;
    }
  }

  close(): void {
    this.#slots.close();
  }

  #put(at: number) {
    const {slot} = this.#slots.columns;
    let place = this.#column.get(at) % this.#size;
    while (slot.get(place)) place = (place + 1) % this.#size;
    slot.set(place, at + 1);
  }

  #spread() {
    const [old, size] = [this.#slots, this.#size];
    this.#size *= 2;
    this.#slots = new Table(this.#pages.scratch(), LAYOUT);
    for (let place = 0; place < size; place += 1) {
      const at = old.columns.slot.get(place) - 1;
      if (at >= 0) this.#put(at);
    }
    old.close();
  }
}
