/**
 * What publishing takes: a whole feed, the same again, and with ten changes.
 *
 *     node bench/publish.mjs [--count=10000,100000] [--keep=FOLDER]
 *
 * Prints what `relais publish` says of each run, and what a card's file and the first views weigh. With
 * `--keep`, what was published last of each count stays, in FOLDER/COUNT.
 */
import {spawnSync} from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

import {campaignsOfFrance} from './country.mjs';

const option = (name) =>
  process.argv.flatMap((word) => word.match(`^--${name}=(.+)$`)?.[1] ?? [])[0];
const counts = option('count') ?? '10000,100000';
const keep = option('keep');
const relais = fileURLToPath(new URL('../lib/cli/relais.js', import.meta.url));
const HEAD =
  '{"type":"FeatureCollection","version":"1.0","updatedAt":"2026-11-24T09:00:00Z","features":[';

async function write(path, lines) {
  const out = createWriteStream(path);
  for await (const line of lines) if (!out.write(`${line}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

async function* feed(count) {
  yield HEAD;
  let comma = '';
  for await (const campaign of campaignsOfFrance(count, Date.now())) {
    yield comma + JSON.stringify(campaign);
    comma = ',';
  }
  yield ']}';
}

async function* changed(path, count) {
  const step = Math.floor(count / 10);
  let at = 0;
  for await (const line of createInterface({input: createReadStream(path)})) {
    at += 1;
    yield at % step === 1 && at > 1 ? line.replace(/"goal":\d+/, '"goal":4321') : line;
  }
}

for (const count of counts.split(',').map(Number)) {
  const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  try {
    const [first, second] = ['first.json', 'second.json'].map((name) => join(folder, name));
    const out = join(keep ?? folder, String(count));
    await write(first, feed(count));
    await write(second, changed(first, count));
    const durable = join(folder, 'durable');
    const runs = [
      ['whole', first, out],
      ['again', first, out],
      ['ten changes', second, out],
      // Beyond, the disk is waited for for minutes.
      ...(count <= 20_000
        ? [
            ['whole, durable', first, durable, '--durable'],
            ['ten changes, durable', second, durable, '--durable'],
          ]
        : []),
    ];
    for (const [name, path, to, ...more] of runs) {
      const {stdout, stderr, status} = spawnSync(
        process.execPath,
        [relais, 'publish', path, '--out', to, ...more],
        {encoding: 'utf8'},
      );
      if (status !== 0) throw new Error(stderr);
      console.log(`\n${count} campaigns, ${name}:\n${stdout.trim()}`);
    }
    const {campaigns} = JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8'));
    const shards = join(out, campaigns.shards ? `campaigns/${campaigns.shards}` : 'campaigns');
    const names = new Set(readdirSync(shards));
    const sizes = [...names]
      .filter((name) => name.endsWith('.json'))
      // What is short has nothing beside it.
      .map((name) => statSync(join(shards, names.has(`${name}.br`) ? `${name}.br` : name)).size);
    const size = (path) =>
      [`${path}.br`, path]
        .map((name) => statSync(join(out, name), {throwIfNoEntry: false})?.size)
        .find(Boolean) ?? 0;
    console.log(
      `\nWith brotli, bytes: a campaign's file ${Math.round(sizes.reduce((sum, one) => sum + one, 0) / sizes.length)} on average, ` +
        `${Math.max(...sizes)} at most; a commune's (Bordeaux) ${size('territories/commune-33063.json')}; ` +
        `all ${size('territories/all.json')}; the first tile ${size('tiles/0/0/0.mvt')}`,
    );
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
