import {mkdirSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';

import {Bodies} from './bodies.js';
import type {Pages} from './paged/pages.js';
import {Rows} from './rows.js';

/** What of the bodies may be of no use before they are written anew. */
const MOST_DEAD = 16_000_000;

/** What an earlier run knew of the campaigns. */
export interface Known {
  rows: Rows;
  bodies: Bodies;
  /** Of what reading depends on: when it is another now, each campaign is read again. */
  key: string;
}

/** The file with the rows; the bodies have a number, which is another when they are written anew. */
const ROWS = 'rows';
const bodiesName = (number: number) => `bodies-${number}`;

/** Campaigns as the last run left them, and where this run's go. */
export class State {
  /** What the last run left; null where it left nothing, and once this one is written down. */
  before: Known | null;
  /** In the order of the feed. */
  readonly rows: Rows;
  readonly bodies: Bodies;
  /** Whether bodies that stay have to be copied. */
  readonly isMoving: boolean;
  readonly #pages: Pages;
  readonly #folder: string;
  readonly #path: string;
  readonly #number: number;

  /** @param folder - Of the state alone. */
  constructor(folder: string, pages: Pages) {
    this.#pages = pages;
    this.#folder = folder;
    this.#path = join(folder, ROWS);
    mkdirSync(folder, {recursive: true});
    const {known, number, total} = this.#load();
    this.before = known;
    this.rows = new Rows(pages.open(`${this.#path}.tmp`, 'w+'));
    let live = 0;
    for (let at = 0; at < (known?.rows.length ?? 0); at += 1) {
      live += known!.rows.columns.size.get(at);
    }
    this.isMoving = !known || total - live > Math.max(MOST_DEAD, live);
    this.#number = this.isMoving ? number + 1 : number;
    this.bodies = this.isMoving
      ? new Bodies(join(folder, bodiesName(this.#number)), 0)
      : known!.bodies;
  }

  /** Writes down the campaigns of this run. Those of the last are gone then. */
  save(key: string): void {
    this.bodies.flush();
    this.before?.rows.close();
    this.rows.end({key, number: this.#number, total: this.bodies.length});
    renameSync(`${this.#path}.tmp`, this.#path);
    if (this.isMoving) this.before?.bodies.close();
    this.before = null;
    for (const name of readdirSync(this.#folder)) {
      if (/^bodies-\d+$/.test(name) && name !== bodiesName(this.#number)) {
        rmSync(join(this.#folder, name), {force: true});
      }
    }
  }

  close(): void {
    this.before?.rows.close();
    if (this.isMoving) this.before?.bodies.close();
    this.rows.close();
    this.bodies.close();
  }

  /** What is missing, broken or of an earlier version is read again from the feed. */
  #load(): {known: Known | null; number: number; total: number} {
    let rows: Rows | undefined;
    try {
      const opened = Rows.open(this.#pages, this.#path);
      rows = opened?.rows;
      const {key, number, total} = opened?.head ?? {};
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
    rows?.close();
    const numbers = readdirSync(this.#folder).map((name) =>
      Number(/^bodies-(\d+)$/.exec(name)?.[1] ?? 0),
    );
    return {known: null, number: Math.max(0, ...numbers), total: 0};
  }
}
