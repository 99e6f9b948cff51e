import type {SearchIndex} from './search-index.js';

/**
 * How well a name answers what was typed, in powers of ten of inhabitants: a name that begins with
 * it weighs as much as one a thousand times more populated that merely contains it.
 */
export const MATCH = {
  exact: 20,
  // Above the beginning of the name of a town of 10,000 inhabitants: Aÿ, not Aytré; but Boulogne-Billancourt.
  exactFormer: 11.1,
  exactBare: 9,
  prefix: 7,
  prefixFormer: 4,
  word: 3,
  typo: 4,
  typoPrefix: 1.5,
} as const;

/** Receives an entry that matches, and how well. */
export type Visit = (entry: number, match: number) => void;

const LINE_FEED = 10;

/** Letters that must follow an error in the beginning of a name, for the error to be sure. */
const TYPO_TAIL = 2;

/** Visits the names equal to `query`, those that begin with it, those with a word that does. */
export function visitNames(index: SearchIndex, query: string, visit: Visit): void {
  const {text, starts, first} = index;
  let entry = 0;
  for (let at = text.indexOf(`\n${query}`); at >= 0; at = text.indexOf(`\n${query}`, at + 1)) {
    while ((starts[entry + 1] ?? Infinity) <= at + 1) entry++;
    const end = text.charCodeAt(at + 1 + query.length);
    const isFormer = entry >= first.former && entry < first.epci;
    const whole = isFormer ? MATCH.exactFormer : MATCH.exact;
    const begun = isFormer ? MATCH.prefixFormer : MATCH.prefix;
    if (entry + 1 < starts.length) visit(entry, end === LINE_FEED ? whole : begun);
  }
  visitBare(index, query, visit);
  if (query.length < 3) return;
  entry = 0;
  for (let at = text.indexOf(` ${query}`); at >= 0; at = text.indexOf(` ${query}`, at + 1)) {
    while ((starts[entry + 1] ?? Infinity) <= at) entry++;
    visit(entry, MATCH.word);
  }
}

function visitBare({text, bare}: SearchIndex, query: string, visit: Visit): void {
  for (let at = 0; at < bare.length; at += 2) {
    const start = bare[at] ?? 0;
    if (!text.startsWith(query, start)) continue;
    const isWhole = text.charCodeAt(start + query.length) === LINE_FEED;
    visit(bare[at + 1] ?? 0, isWhole ? MATCH.exactBare : MATCH.prefix);
  }
}

/** Visits the names one error away: a letter missing, added, replaced, or two in the wrong order. */
export function visitTypos({bytes, starts, bare}: SearchIndex, query: string, visit: Visit): void {
  const letters = Uint8Array.from(query, (letter) => letter.charCodeAt(0));
  for (let entry = 0; entry + 1 < starts.length; entry++) {
    const match = oneError(bytes, starts[entry] ?? 0, letters);
    if (match > 0) visit(entry, match);
  }
  for (let at = 0; at < bare.length; at += 2) {
    const match = oneError(bytes, bare[at] ?? 0, letters);
    if (match > 0) visit(bare[at + 1] ?? 0, match);
  }
}

/** How well the name at `start` matches with one error; 0 when it does not. */
function oneError(bytes: Uint8Array, start: number, letters: Uint8Array): number {
  let at = 0;
  while (at < letters.length && bytes[start + at] === letters[at]) at++;
  if (at === letters.length) return 0;
  const name = start + at;
  const next = letters[at + 1];
  const isHopeless =
    bytes[name + 1] !== next && bytes[name + 1] !== letters[at] && bytes[name] !== next;
  if (isHopeless && next !== undefined) return 0;
  return Math.max(
    tail(bytes, name + 1, letters, at + 1, bytes[name] !== LINE_FEED),
    tail(bytes, name + 1, letters, at, bytes[name] !== LINE_FEED),
    tail(bytes, name, letters, at + 1, true),
    tail(
      bytes,
      name + 2,
      letters,
      at + 2,
      bytes[name] === letters[at + 1] && bytes[name + 1] === letters[at],
    ),
  );
}

/** Compares what follows the error, when there can have been that error. */
function tail(
  bytes: Uint8Array,
  name: number,
  letters: Uint8Array,
  from: number,
  isPossible: boolean,
): number {
  if (!isPossible) return 0;
  const length = letters.length - from;
  for (let at = 0; at < length; at++) if (bytes[name + at] !== letters[from + at]) return 0;
  if (bytes[name + length] === LINE_FEED) return MATCH.typo;
  return length >= TYPO_TAIL ? MATCH.typoPrefix : 0;
}
