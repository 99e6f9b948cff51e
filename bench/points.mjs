import {communesOf} from '../lib/territory/gazetteer.js';

/** Numbers from 0 to 1 that look like chance and are the same in every run. */
export function chance(seed) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

/**
 * Points all over France, more where more people live: three columns in one buffer (1e-5 degrees east,
 * 1e-5 degrees north, euros; of one in ten nobody knows how much). The same in every run.
 */
export async function pointsOfFrance(count) {
  const communes = (await communesOf('country:FR')).filter(({center}) => center);
  const sums = [];
  let people = 0;
  for (const {population = 0} of communes) sums.push((people += population));
  const next = chance(42);
  const longitude = new Int32Array(count);
  const latitude = new Int32Array(count);
  const raised = new Float32Array(count);
  for (let at = 0; at < count; at += 1) {
    const wanted = next() * people;
    let [low, high] = [0, sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < wanted) low = middle + 1;
      else high = middle;
    }
    const [lon, lat] = communes[low].center;
    longitude[at] = Math.round((lon + (next() + next() - 1) * 0.05) * 1e5);
    latitude[at] = Math.round((lat + (next() + next() - 1) * 0.04) * 1e5);
    raised[at] = next() < 0.1 ? NaN : Math.round(next() * 20_000);
  }
  return Buffer.concat([longitude, latitude, raised].map(({buffer}) => Buffer.from(buffer)));
}
