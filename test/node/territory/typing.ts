/** How people mistype, for the evaluation of the search. Always the same mistakes in the same order. */
import {fold} from '../../../lib/territory/fold.js';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Numbers from 0 to 1, the same on every machine (mulberry32). */
export function sampler(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Adds, drops, replaces or swaps one letter after the first, so that the folded name changes. */
export function misspell(name: string, random: () => number): string {
  for (;;) {
    const at = 1 + Math.floor(random() * (name.length - 1));
    const letter = LETTERS.charAt(Math.floor(random() * LETTERS.length));
    const before = name.slice(0, at);
    const after = name.slice(at + 1);
    const typed = [
      before + letter + name.slice(at),
      before + after,
      before + letter + after,
      before + after.charAt(0) + name.charAt(at) + after.slice(1),
    ][Math.floor(random() * 4)];
    if (typed !== undefined && isOneErrorAway(fold(typed), fold(name))) return typed;
  }
}

/** Says whether one letter added, dropped, replaced, or swapped with the next makes `b` of `a`. */
export function isOneErrorAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const tails: [number, number][] = [
    [start + 1, start + 1],
    [start + 1, start],
    [start, start + 1],
  ];
  if (tails.some(([i, j]) => a.slice(i) === b.slice(j))) return true;
  const isSwapped = a[start] === b[start + 1] && a[start + 1] === b[start];
  return isSwapped && a.slice(start + 2) === b.slice(start + 2);
}

/** Draws from a list, each item as often as its weight says; the same item may come again. */
export function draw<T>(
  items: readonly T[],
  size: number,
  weight: (item: T) => number,
  random: () => number,
): T[] {
  let total = 0;
  const sums = items.map((item) => (total += weight(item)));
  return Array.from({length: size}, () => {
    const at = random() * total;
    const index = sums.findIndex((sum) => sum > at);
    const item = items[Math.max(0, index)];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  });
}
