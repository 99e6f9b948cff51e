import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {brotliDecompressSync, gunzipSync, gzipSync} from 'node:zlib';

import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';

import {decodePoints} from '../../../lib/feed/published/points-file.js';
import type {Manifest, TerritoryFile} from '../../../src/feed/published/format.js';
import {scatteredFeatures} from '../../helpers/large.ts';
import {startServer} from '../feed/server.ts';
import {feedText, Trial} from './publish-trial.ts';

type Feature = ReturnType<typeof scatteredFeatures>[number];
const RELAIS = fileURLToPath(new URL('../../../lib/cli/relais.js', import.meta.url));
const DATE = {updatedAt: '2026-11-24T09:00:00Z'};
const server = await startServer();

function raising(feature: Feature, raised: number): Feature {
  return {...feature, properties: {...feature.properties, raised}};
}

describe('runs of relais publish', () => {
  let trial: Trial;
  beforeEach(async () => {
    trial = await Trial.begin();
  });
  afterEach(() => trial.end());

  const manifest = () => trial.read<Manifest>('feed.json');

  it('take lines, from the standard input too', async () => {
    const child = spawn(process.execPath, [RELAIS, 'publish', '-', '--out', trial.out, '--quiet']);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end(
      scatteredFeatures(10, 60)
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    assert.equal(await ended, 0);
    assert.equal((await manifest()).counts.campaigns, 10);
  });

  it('take what is compressed with gzip', async () => {
    const path = join(trial.folder, 'campaigns.geojson.gz');
    await writeFile(path, gzipSync(feedText(scatteredFeatures(10, 60))));
    assert.equal((await trial.run(path, '--out', trial.out)).code, 0);
    assert.equal((await manifest()).counts.campaigns, 10);
  });

  it('take a spreadsheet, and know its lines again', async () => {
    const csv = fileURLToPath(new URL('../../fixtures/adapters/csv.csv', import.meta.url));
    const {code, stderr} = await trial.run(csv, '--out', trial.out);
    assert.equal(code, 0, stderr);
    const {counts} = await manifest();
    assert.ok(counts.campaigns > 1);
    const {stdout} = await trial.run(csv, '--out', trial.out);
    assert.match(
      stdout,
      new RegExp(`^${counts.campaigns} campaigns .* [1-9]\\d* of them as before`),
    );
    assert.match(stdout, /^0 files written.*nothing is new/m);
  });

  it('take an address, and read again only what changed, on whichever page it stands', async () => {
    const features = scatteredFeatures(300, 60);
    const serve = (all: readonly object[]) => {
      for (let page = 0; page < 3; page += 1) {
        const next = page < 2 ? {next: `page-${page + 1}.json`} : {};
        const some = all.slice(page * 100, (page + 1) * 100);
        server.serve(`/f/page-${page}.json`, JSON.parse(feedText(some, {...DATE, ...next})));
      }
    };
    const run = () => trial.run(`${server.origin}/f/page-0.json`, '--out', trial.out);
    serve(features);
    assert.match((await run()).stdout, /^300 campaigns .* 0 of them as before/);
    assert.match((await run()).stdout, /^300 campaigns .* 300 of them as before\n0 files written/);
    // One changes on each page, and all move: what was on one page is on another.
    const changed = features.map((one, at) => (at % 100 === 50 ? raising(one, 77) : one));
    serve([...changed.slice(120), ...changed.slice(0, 120)]);
    assert.match((await run()).stdout, /^300 campaigns .* 297 of them as before/);
    for (const id of ['c50', 'c150', 'c250']) {
      const {features: found} = await trial.read<{features: Feature[]}>(`campaigns/${id}.json`);
      assert.equal(found[0]?.properties['raised'], 77);
    }
  });

  it('end with 130 when interrupted, and the next goes on from there', async () => {
    await trial.publish(scatteredFeatures(300, 60), DATE);
    const before = await readFile(join(trial.out, 'feed.json'), 'utf8');
    const features = scatteredFeatures(3000, 60);
    await writeFile(trial.feed, feedText(features, DATE));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const {child, ended} = trial.start();
      await trial.isAtWork();
      child.kill(signal);
      const {code, stderr} = await ended;
      assert.equal(code, 130);
      assert.match(stderr, /interrupted.*is whole/);
      assert.equal(await readFile(join(trial.out, 'feed.json'), 'utf8'), before);
      await assertWhole(trial);
    }
    assert.equal((await trial.run(trial.feed, '--out', trial.out)).code, 0);
    assert.equal((await manifest()).counts.campaigns, 3000);
    await assertSame(trial);
  });

  it('end with what they are given, though it never ends', async () => {
    const {child, ended} = trial.startReading();
    child.stdin.write('hello\n');
    const {code, stderr} = await ended;
    assert.equal(code, 2);
    assert.match(stderr, /standard input begins with "hello…": cut off or not JSON/);
    child.stdin.destroy();
  });

  it('never are two at once', async () => {
    const text = feedText(scatteredFeatures(200, 60), DATE);
    await writeFile(trial.feed, text);
    const first = trial.startReading();
    first.child.stdin.write(text.slice(0, 5000));
    await trial.isAtWork();
    const second = await trial.start().ended;
    assert.equal(second.code, 2);
    assert.match(second.stderr, new RegExp(`Another run .* \\(process ${first.child.pid} `));
    first.child.stdin.end(text.slice(5000));
    assert.equal((await first.ended).code, 0);
    await assertSame(trial);
    assert.equal((await trial.run(trial.feed, '--out', trial.out)).code, 0);
  });

  it('make the same files when each has to reach the disk first', async () => {
    const {code} = await trial.publish(scatteredFeatures(60, 900), DATE, '--durable');
    assert.equal(code, 0);
    await assertWhole(trial);
    await assertSame(trial);
  });

  it('killed at twenty moments, leave every file that the manifest names whole', async () => {
    const features = scatteredFeatures(900, 200);
    await trial.publish(features, DATE);
    const changedIn = (round: number) =>
      features
        .slice(round % 3)
        .map((one, at) => (at % 5 === round % 5 ? raising(one, round) : one));
    // How long one takes here and now, so that the moments are all over it.
    const began = performance.now();
    await trial.publish(changedIn(4), DATE);
    const whole = performance.now() - began;
    let killed = 0;
    for (let round = 0; round < 20; round += 1) {
      await writeFile(trial.feed, feedText(changedIn(round), DATE));
      const {child, ended} = trial.start('--quiet');
      await Promise.race([wait(((round + 0.5) / 20) * whole), ended]);
      child.kill('SIGKILL');
      if ((await ended).signal === 'SIGKILL') killed += 1;
      await assertWhole(trial);
    }
    assert.ok(killed > 10, `${killed} of 20 were killed`);
    const {code, stderr} = await trial.publish(features, DATE);
    assert.equal(code, 0, stderr);
    await assertWhole(trial);
    await assertSame(trial);
  });
});

/** A folder holds what a clean run makes of the same feed, to the byte, and nothing else. */
async function assertSame(trial: Trial) {
  const clean = join(trial.folder, 'clean');
  await trial.run(trial.feed, '--out', clean, '--quiet');
  const paths = await trial.files();
  assert.deepEqual(paths, await trial.files(clean));
  for (const path of paths) {
    const [found, wanted] = await Promise.all(
      [trial.out, clean].map((folder) => readFile(join(folder, path))),
    );
    assert.ok(found!.equals(wanted!), path);
  }
}

async function assertWhole(trial: Trial) {
  const {campaigns} = await trial.read<Manifest>('feed.json');
  const all = await trial.read<TerritoryFile>('territories/all.json');
  for (const feature of all.features as Feature[]) {
    if (campaigns.shards === null) {
      await trial.read(campaigns.href.replace('{id}', String(feature.id)));
    }
  }
  for (let number = 0; number < all.idFiles; number += 1) {
    await trial.read(`territories/all.ids-${number}.json`);
  }
  for (const path of await trial.files()) {
    const bytes = await readFile(join(trial.out, path));
    if (path.endsWith('.json')) JSON.parse(bytes.toString());
    if (path.endsWith('.gz')) gunzipSync(bytes);
    if (path.endsWith('.br')) brotliDecompressSync(bytes);
    if (path.endsWith('.bin')) decodePoints(bytes);
    if (path.endsWith('.mvt')) assert.ok(new VectorTile(new PbfReader(bytes)).layers['cells']);
  }
}
