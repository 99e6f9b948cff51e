/**
 * A file for each campaign, or shards: what each costs on disk and on the wire. `SINGLE_FILES_BELOW` and `IN_SHARD`
 * of `src/cli/publish/campaign-files.ts` come from here.
 *
 *     node bench/shards.mjs [--count=1000,4000,40000]
 *
 * Disk: what files occupy there, in its blocks, with those compressed. Card: what a card transfers for its campaign's
 * file with brotli, on average over the campaigns and for the one in a hundred that has most.
 */
import {mkdtempSync, readdirSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {writeWhole} from '../lib/cli/publish/write-file.js';
import {featureOf} from '../lib/cli/publish/wire.js';
import {shardOf} from '../lib/feed/published/format.js';
import {readFeedFast} from '../lib/feed/read-fast.js';
import {campaignsOfFrance} from './country.mjs';

const [counts = '1000,4000,40000'] = process.argv.flatMap(
  (word) => word.match(/^--count=(.+)$/)?.[1] ?? [],
);
const HEAD = '{"type":"FeatureCollection","version":"1.0","updatedAt":"2026-11-24T09:00:00Z"';
const rows = [];

for (const count of counts.split(',').map(Number)) {
  const features = await Array.fromAsync(campaignsOfFrance(count, Date.now()));
  const whole = {type: 'FeatureCollection', version: '1.0', features};
  const {campaigns} = (await readFeedFast(whole, 'https://platform.example/feed.json')).feed;
  const bodies = campaigns.map((campaign) => [campaign.id, JSON.stringify(featureOf(campaign))]);
  for (const size of [1, 4, 8, 12, 16, 32]) {
    const files = new Map();
    const shards = Math.max(1, Math.round(count / size));
    for (const [id, body] of bodies) {
      const name = size === 1 ? id : String(shardOf(id, shards));
      files.set(name, [...(files.get(name) ?? []), body]);
    }
    rows.push({count, ...measure(files, size === 1 ? 'a file each' : `${size} in a shard`)});
  }
}
console.table(rows);

function measure(files, name) {
  const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  try {
    const began = performance.now();
    for (const [path, members] of files) {
      const data = Buffer.from(`${HEAD},"features":[${members.join(',')}]}`);
      writeWhole(
        {path: `${path}.json`, data, inputs: ''},
        {folder, compress: true, durable: false},
      );
    }
    const time = performance.now() - began;
    const names = readdirSync(folder);
    const stats = new Map(names.map((one) => [one, statSync(join(folder, one))]));
    const disk = [...stats.values()].reduce((sum, {blocks}) => sum + blocks * 512, 0);
    const cards = [...files].flatMap(([path, members]) => {
      const {size} = stats.get(`${path}.json.br`) ?? stats.get(`${path}.json`);
      return members.map(() => size);
    });
    cards.sort((one, other) => one - other);
    const mean = cards.reduce((sum, one) => sum + one, 0) / cards.length;
    return {
      cut: name,
      files: names.length,
      'disk, MB': Number((disk / 1e6).toFixed(1)),
      'seconds to write': Number((time / 1000).toFixed(2)),
      'card, bytes': Math.round(mean),
      'card, 99 %': cards[Math.floor(cards.length * 0.99)],
    };
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
