import {targetOf, type SearchIndex} from './search-index.js';

interface Candidate {
  entry: number;
  target: number;
  score: number;
}

/**
 * Keeps the best few of what matches, each territory once. The score is how well a name matches
 * plus what it weighs; equal scores keep the order of the codes.
 */
export class Ranking {
  /** The best match so far, its weight left out; -Infinity before any. */
  best = -Infinity;

  readonly #index: SearchIndex;
  readonly #limit: number;
  readonly #kept: Candidate[] = [];

  constructor(index: SearchIndex, limit: number) {
    this.#index = index;
    this.#limit = limit;
  }

  add(entry: number, match: number): void {
    if (match > this.best) this.best = match;
    const score = match + (this.#index.weight[entry] ?? 0);
    const kept = this.#kept;
    if (kept.length === this.#limit && score <= (kept[kept.length - 1]?.score ?? 0)) return;
    const target = targetOf(this.#index, entry);
    const twin = kept.findIndex((candidate) => candidate.target === target);
    if (twin >= 0) {
      if ((kept[twin]?.score ?? 0) >= score) return;
      kept.splice(twin, 1);
    }
    let at = kept.length;
    while (at > 0 && isBefore(score, entry, kept[at - 1])) at--;
    kept.splice(at, 0, {entry, target, score});
    if (kept.length > this.#limit) kept.pop();
  }

  /** The entries, best first. */
  finish(): number[] {
    return this.#kept.map(({entry}) => entry);
  }
}

function isBefore(score: number, entry: number, other: Candidate | undefined): boolean {
  return !other || score > other.score || (score === other.score && entry < other.entry);
}
