/**
 * Prints what a keystroke of the city search costs the main thread, and the longest stretch that
 * making the index takes. Run after the library is compiled: `node scripts/territories/keystrokes.ts`.
 */
import {performance} from 'node:perf_hooks';

const folder = process.argv[2] ?? new URL('../../lib/', import.meta.url).href;
const {searchTerritories} = await import(new URL('territory/search.js', folder).href);

const TYPED = [
  'Bordeaux',
  'Saint-Denis 93',
  "L'Haÿ-les-Roses",
  'Lyin',
  'saint denis la réunion',
  'Villeneuve-sur-Lot',
  'communauté de communes du canton',
  'Sainte-Geneviève-des-Bois',
  '33000',
  'la rochelle',
];

const blocks = await whileMeasuring(() => searchTerritories('x'));
const times: number[] = [];
for (let round = 0; round < 4; round++) {
  for (const text of TYPED) {
    for (let length = 1; length <= text.length; length++) {
      const start = performance.now();
      await searchTerritories(text.slice(0, length));
      if (round > 0) times.push(performance.now() - start);
    }
  }
}
times.sort((a, b) => a - b);
const at = (share: number) => `${times[Math.floor(share * (times.length - 1))]?.toFixed(2)} ms`;
console.log(
  `first search: ${blocks.total.toFixed(0)} ms, longest block ${blocks.longest.toFixed(0)} ms`,
);
console.log(`keystroke (${times.length}): median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`);

/** Ticks as often as it can: what separates two ticks is a block. */
async function whileMeasuring(
  task: () => Promise<unknown>,
): Promise<{total: number; longest: number}> {
  const start = performance.now();
  let last = start;
  let longest = 0;
  let isDone = false;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isDone) setImmediate(tick);
  };
  tick();
  await task();
  isDone = true;
  return {total: performance.now() - start, longest};
}
