import type {Pages} from './paged/pages.js';
import {Texts} from './paged/texts.js';
import type {Rows} from './rows.js';

/**
 * Ids of campaigns by position, once they were asked for: each stands in the lists of six territories, and is
 * taken out of its body once.
 */
export class Ids {
  readonly #rows: Rows;
  readonly #texts: Texts;

  constructor(rows: Rows, pages: Pages) {
    this.#rows = rows;
    this.#texts = new Texts(pages.scratch());
  }

  /** @param read - Gives the id of that position when it was not asked for before. */
  at(position: number, read: () => string): string {
    const {idAt} = this.#rows.columns;
    const start = idAt.get(position);
    if (start) return this.#texts.at(start - 1);
    const id = read();
    idAt.set(position, this.#texts.add(id) + 1);
    return id;
  }
}
