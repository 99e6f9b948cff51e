import type {Bodies} from './bodies.js';
import type {Ids} from './ids.js';
import type {Pages} from './paged/pages.js';
import type {Rows} from './rows.js';

/** Changes when files are made otherwise: each is then written again. */
export const FILES_EDITION = 2;

/** All that published files are made from. */
export interface Edition {
  /** The campaigns as they stand, in the list's order (`inOrder`). */
  rows: Rows;
  bodies: Bodies;
  updatedAt: string | null;
  /** The currency of most campaigns, and its position in `rows.coins`; -1 when none has one. */
  currency: string;
  coin: number;
  /** Those that were asked for (`idAt`). */
  ids: Ids;
  /** For what is put in order, or grouped. */
  pages: Pages;
}

/** A file of the folder, as long as it is not made. */
export interface Unit {
  path: string;
  /** A hash of all that it is made from, but the feed's date. */
  inputs: string;
  make: () => string | Uint8Array;
}

/** The body of a campaign: a feature, as JSON. */
export function bodyAt({rows, bodies}: Edition, at: number): string {
  return bodies.text(rows.columns.offset.get(at), rows.columns.size.get(at));
}

export function idAt(edition: Edition, at: number): string {
  return edition.ids.at(at, () => (JSON.parse(bodyAt(edition, at)) as {id: string}).id);
}

/** Bodies as a JSON list. */
export function bodiesAt(edition: Edition, positions: Iterable<number>): string {
  return `[${Array.from(positions, (at) => bodyAt(edition, at)).join(',')}]`;
}

/** What a campaign raised in the edition's currency, in major units; NaN when unknown, in another or in orders. */
export function raisedAt({rows, coin}: Edition, at: number): number {
  return rows.columns.coin.get(at) === coin ? rows.columns.raised.get(at) : NaN;
}

/** The currency of most campaigns. */
export function currencyOf(rows: Rows): {currency: string; coin: number} {
  const counts = rows.coins.list.map(() => 0);
  for (let at = 0; at < rows.length; at += 1) counts[rows.columns.coin.get(at)]! += 1;
  let coin = -1;
  rows.coins.list.forEach((name, at) => {
    if (name && (counts[at] ?? 0) > (counts[coin] ?? 0)) coin = at;
  });
  return {currency: rows.coins.list[coin] ?? 'EUR', coin};
}
