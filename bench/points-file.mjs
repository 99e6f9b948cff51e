/**
 * What a campaign costs in a published file of points, after compression.
 *
 *     node bench/points-file.mjs [--count=100000,1000000]
 *
 * `scattered`: as `country.mjs` places them. `centred`: every campaign of a commune stands at its centre, to 0.01 degrees.
 */
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

import {decodePoints, encodePoints} from '../lib/feed/published/points-file.js';
import {campaignsOfFrance} from './country.mjs';

const [counts = '100000,1000000'] = process.argv.flatMap(
  (word) => word.match(/^--count=(.+)$/)?.[1] ?? [],
);
const STATUSES = ['upcoming', 'live', 'succeeded', 'failed', 'cancelled'];
const NOW = Date.parse('2026-11-24T09:00:00Z');

for (const count of counts.split(',').map(Number)) {
  const all = [];
  for await (const {geometry, properties} of campaignsOfFrance(count, NOW)) {
    const end = Date.parse(properties.endsAt);
    all.push({
      end: end < NOW ? 1e15 - end : end,
      place: geometry?.coordinates,
      raised: properties.raised ?? NaN,
      status: STATUSES.indexOf(properties.status),
    });
  }
  all.sort((one, other) => one.end - other.end);
  const at = all.flatMap(({place}, position) => (place ? [position] : []));
  const placed = at.map((position) => all[position]);
  for (const [name, digits] of [
    ['scattered', 5],
    ['centred', 2],
  ]) {
    const degrees = (axis) => {
      const all = placed.map(({place}) => Math.round(Number(place[axis].toFixed(digits)) * 1e5));
      return (index) => all[index];
    };
    const [longitude, latitude] = [degrees(0), degrees(1)];
    const began = performance.now();
    const bytes = encodePoints({
      list: '0badcafe',
      length: count,
      at,
      longitude,
      latitude,
      raised: (index) => placed[index].raised,
      status: (index) => placed[index].status,
    });
    const encoded = performance.now();
    const {points} = decodePoints(bytes);
    const decoded = performance.now();
    const gzip = gzipSync(bytes, {level: 9}).length;
    const params = {[constants.BROTLI_PARAM_QUALITY]: 9};
    const brotli = brotliCompressSync(bytes, {params}).length;
    const each = (length) => (length / points.length).toFixed(2);
    console.log(
      `${count} ${name}: ${each(bytes.length)} bytes a campaign, ${each(gzip)} with gzip, ${each(brotli)} with brotli; ` +
        `written in ${Math.round(encoded - began)} ms, read in ${Math.round(decoded - encoded)} ms`,
    );
  }
}
