/**
 * What compressing costs and saves at each level, over the files of a published folder. `GZIP_LEVEL` and
 * `BROTLI_QUALITY` of `src/cli/publish/write-file.ts` come from here.
 *
 *     node bench/compression.mjs [--count=10000]
 *
 * Seconds are those of one thread for all files of that kind; the share is of their bytes as they are.
 */
import {createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {publish} from '../lib/cli/publish/publish.js';
import {compressAt} from '../lib/cli/publish/write-file.js';
import {campaignsOfFrance} from './country.mjs';

const [count = '10000'] = process.argv.flatMap((word) => word.match(/^--count=(.+)$/)?.[1] ?? []);
const KINDS = {
  campaigns: /^campaigns\/.*\.json$/,
  lists: /^(territories|calls)\/.*\.json$/,
  tiles: /\.mvt$/,
  points: /\.bin$/,
};
const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
try {
  const source = join(folder, 'feed.ndjson');
  const out = createWriteStream(source);
  for await (const campaign of campaignsOfFrance(Number(count), Date.now())) {
    if (!out.write(`${JSON.stringify(campaign)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const place = join(folder, 'out');
  await publish(source, place, {compress: false});
  const names = readdirSync(place, {recursive: true});
  for (const [kind, pattern] of Object.entries(KINDS)) {
    const files = names
      .filter((name) => pattern.test(name))
      .map((name) => readFileSync(join(place, name)));
    const worth = files.filter(({length}) => length >= 1000);
    const before = worth.reduce((sum, {length}) => sum + length, 0);
    console.log(
      `\n${kind}: ${worth.length} files of 1000 bytes and more, ${(before / 1e6).toFixed(1)} MB`,
    );
    const rows = [];
    for (const [format, levels] of [
      ['gzip', [1, 2, 3, 4, 5, 6, 7, 9]],
      ['brotli', [1, 2, 3, 4, 5, 6, 7, 9]],
    ]) {
      for (const level of levels) {
        const began = performance.now();
        const after = worth.reduce((sum, data) => sum + compressAt(data, format, level).length, 0);
        const seconds = Number(((performance.now() - began) / 1000).toFixed(2));
        rows.push({
          format,
          level,
          seconds,
          'share, %': Number(((after / before) * 100).toFixed(1)),
        });
      }
    }
    console.table(rows);
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}
