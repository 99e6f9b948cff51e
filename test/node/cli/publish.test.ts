import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdtemp, mkdir, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';

import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';

import {decodePoints} from '../../../lib/feed/published/points-file.js';
import {withinTerritory} from '../../../lib/feed/places.js';
import {readFeed} from '../../../lib/feed/read.js';
import {sortCampaigns, totalsOf} from '../../../lib/feed/select.js';
import type {Manifest, TerritoryFile} from '../../../src/feed/published/format.js';
import {scatteredFeatures} from '../../helpers/large.ts';

const RELAIS = fileURLToPath(new URL('../../../lib/cli/relais.js', import.meta.url));
type Feature = ReturnType<typeof scatteredFeatures>[number];

function feedText(features: readonly object[], more: object = {}): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    version: '1.0',
    title: 'Essai',
    ...more,
    features,
  });
}

describe('relais publish', () => {
  let folder: string;
  let feed: string;
  let out: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-publish-'));
    feed = join(folder, 'campaigns.json');
    out = join(folder, 'out');
  });
  afterEach(() => rm(folder, {recursive: true, force: true}));

  const run = (...args: string[]) =>
    new Promise<{code: number; stdout: string; stderr: string}>((resolve) => {
      execFile(process.execPath, [RELAIS, 'publish', ...args], (error, stdout, stderr) =>
        resolve({code: error ? Number(error.code) : 0, stdout, stderr}),
      );
    });
  const publish = async (features: readonly object[], more: object = {}, ...args: string[]) => {
    await writeFile(feed, feedText(features, more));
    return run(feed, '--out', out, ...args);
  };
  const read = async <T>(path: string) => JSON.parse(await readFile(join(out, path), 'utf8')) as T;
  const filesIn = async (place: string) =>
    (await readdir(place, {recursive: true, withFileTypes: true}))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(place, join(entry.parentPath, entry.name)))
      .filter((path) => !path.startsWith('.relais'));

  it('gives each territory what a plain feed gives, with the same totals', async () => {
    const features = scatteredFeatures(300, 60);
    const {code, stdout} = await publish(features);
    assert.equal(code, 0);
    assert.match(stdout, /^300 campaigns/);
    const {campaigns} = readFeed(JSON.parse(feedText(features)), 'https://a.example/f.json').feed;
    const manifest = await read<Manifest>('feed.json');
    assert.equal(manifest.counts.campaigns, 300);
    for (const [territory, name] of [
      ['', 'all'],
      ['departement:33', 'departement-33'],
      ['region:11', 'region-11'],
      ['country:FR', 'country-FR'],
    ] as const) {
      const wanted = sortCampaigns(await withinTerritory(campaigns, territory), 'ending');
      const file = await read<TerritoryFile>(`territories/${name}.json`);
      assert.ok(wanted.length > 48);
      assert.deepEqual({...file.totals}, totalsOf(wanted));
      const {ids} = await read<{ids: string[]}>(`territories/${name}.ids-0.json`);
      assert.deepEqual(
        ids,
        wanted.map(({id}) => id),
      );
      const points = decodePoints(await readFile(join(out, `territories/${name}.points.bin`)));
      assert.equal(points.list, file.list);
      const placed = wanted.filter(({coordinates}) => coordinates);
      assert.deepEqual(
        [...points.at].map((at) => ids[at]),
        placed.map(({id}) => id),
      );
      placed.forEach(({coordinates, raised}, at) => {
        assert.ok(Math.abs(points.points.longitude[at]! / 1e5 - coordinates![0]) <= 1e-4);
        assert.ok(Math.abs(points.points.latitude[at]! / 1e5 - coordinates![1]) <= 1e-4);
        assert.equal(points.points.raised[at], raised ?? NaN);
      });
    }
  });

  it('makes the files that PUBLISHED.md names, and no others', async () => {
    const text = await readFile(new URL('../../../PUBLISHED.md', import.meta.url), 'utf8');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const forms = rows.flatMap((row) =>
      [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
    );
    const patterns = forms.map((form) => {
      const plain = form.replace(/\./g, '\\.').replace(/ID|NAME/g, '[\\w-]+');
      return {
        form,
        pattern: new RegExp(`^${plain.replace(/SHARDS|NUMBER|\bN\b|\b[XYZ]\b/g, '\\d+')}`),
      };
    });
    const call = {call: {id: 'halles', edition: '2025'}};
    const features = scatteredFeatures(120, 60).map((one) => ({
      ...one,
      properties: {...one.properties, ...call},
    }));
    const seen = new Set<string>();
    // Once with plain ids, once with others, which go into shards.
    for (const prefix of ['', 'É']) {
      await publish(features.map((one) => ({...one, id: prefix + one.id})));
      for (const path of await filesIn(out)) {
        const form = patterns.find(({pattern}) => pattern.test(path))?.form;
        assert.ok(form, path);
        seen.add(form);
      }
    }
    assert.deepEqual(
      forms.filter((form) => !seen.has(form)),
      ['cards/', 'NAME.snippet.html', '.relais/'].filter((form) => forms.includes(form)),
    );
  });

  it('draws tiles whose cells add up at each zoom, as vector tiles', async () => {
    await publish(scatteredFeatures(500, 60));
    const {counts} = await read<Manifest>('feed.json');
    const {totals} = await read<TerritoryFile>('territories/all.json');
    const tiles = (await filesIn(join(out, 'tiles'))).filter((path) => path.endsWith('.mvt'));
    const leaves = new Set<string>();
    const byZoom = new Map<number, {count: number; alone: number}>();
    for (const path of tiles) {
      const {layers} = new VectorTile(new PbfReader(await readFile(join(out, 'tiles', path))));
      const zoom = Number(path.split('/')[0]);
      const sums = byZoom.get(zoom) ?? {count: 0, alone: 0};
      byZoom.set(zoom, sums);
      const {cells, campaigns} = layers;
      assert.ok(cells && campaigns);
      assert.equal(cells.version, 2);
      for (let at = 0; at < cells.length; at += 1) {
        for (const [name, value] of Object.entries(cells.feature(at).properties)) {
          if (/^n\d$/.test(name)) sums.count += Number(value);
        }
      }
      for (let at = 0; at < campaigns.length; at += 1) {
        const {id, leaf} = campaigns.feature(at).properties;
        if (leaf) {
          assert.ok(!leaves.has(String(id)));
          leaves.add(String(id));
          sums.alone += 1;
        }
      }
    }
    assert.equal(leaves.size, counts.placed);
    assert.ok(totals.campaigns > counts.placed);
    // A leaf has no tiles below: what is in leaves of lower zooms is not there any more.
    let above = 0;
    for (const zoom of [...byZoom.keys()].sort((one, other) => one - other)) {
      const {count, alone} = byZoom.get(zoom)!;
      assert.equal(count + above, counts.placed, `zoom ${zoom}`);
      above += alone;
    }
  });

  it('writes again only what a change concerns, and removes what is gone', async () => {
    const features = scatteredFeatures(300, 60);
    const more = {updatedAt: '2026-11-24T09:00:00Z'};
    await publish(features, more);
    const before = new Map<string, number>();
    for (const path of await filesIn(out)) before.set(path, (await stat(join(out, path))).mtimeMs);
    await writeFile(join(out, 'mine.txt'), 'mine');
    const {stdout} = await publish(features, more);
    assert.match(stdout, /^0 files written.*nothing is new/m);
    // c7 goes; c8, of another département, raises something else.
    const changed = features
      .filter(({id}) => id !== 'c7')
      .map((one): Feature =>
        one.id === 'c8' ? {...one, properties: {...one.properties, raised: 12.5}} : one,
      );
    await publish(changed);
    assert.ok(!existsSync(join(out, 'campaigns/c7.json')));
    assert.ok(existsSync(join(out, 'mine.txt')));
    for (const path of ['campaigns/c9.json', 'campaigns/c100.json']) {
      assert.equal((await stat(join(out, path))).mtimeMs, before.get(path));
    }
    const {
      features: [one],
    } = await read<{features: Feature[]}>('campaigns/c8.json');
    assert.equal(one?.properties['raised'], 12.5);
  });

  it('puts the same beside each file, compressed; without, when not asked for', async () => {
    const features = scatteredFeatures(60, 900);
    await publish(features);
    const path = join(out, 'territories/all.json');
    const plain = await readFile(path);
    assert.deepEqual(gunzipSync(await readFile(`${path}.gz`)), plain);
    assert.deepEqual(brotliDecompressSync(await readFile(`${path}.br`)), plain);
    await publish(features, {}, '--no-compress');
    assert.deepEqual(
      (await filesIn(out)).filter((name) => /\.(gz|br)$/.test(name)),
      [],
    );
  });

  it('leaves out what is wrong and says so; strict ends with 1', async () => {
    const features: object[] = scatteredFeatures(20, 60);
    features[3] = {type: 'Feature', id: 'bad', geometry: null, properties: {title: 'Sans lien'}};
    features[5] = features[4]!;
    const {code, stderr, stdout} = await publish(features);
    assert.equal(code, 0);
    assert.match(stderr, /"bad".*properties\.url/);
    assert.match(stderr, /"c4" stands in the feed before/);
    assert.match(stdout, /^18 campaigns .*2 left out/);
    assert.equal((await run(feed, '--out', out, '--strict')).code, 1);
  });

  it('never leaves its folder, whatever the ids are', async () => {
    const ids = [
      '../x',
      '/etc/x',
      'CON',
      'con',
      'Abc',
      'abc',
      'a'.repeat(300),
      '..',
      'a\\b',
      '__proto__',
      'é\u0000',
    ];
    const [model] = scatteredFeatures(1, 60);
    const features = ids.map((id) => ({
      ...model,
      id,
      properties: {...model!.properties, call: {id, edition: id}},
    }));
    const {code, stderr} = await publish(features);
    assert.equal(code, 0, stderr);
    assert.deepEqual((await readdir(folder)).sort(), ['campaigns.json', 'out']);
    for (const path of await filesIn(out)) assert.match(path, /^[\w./-]+$/);
    const {campaigns} = await read<Manifest>('feed.json');
    assert.equal(typeof campaigns.shards, 'number');
  });

  it('refuses a folder whose feed.json is not its own, and a feed that breaks off', async () => {
    await mkdir(out);
    await writeFile(join(out, 'feed.json'), '{"type":"FeatureCollection"}');
    const {code, stderr} = await publish(scatteredFeatures(2, 60));
    assert.equal(code, 2);
    assert.match(stderr, /was not made by relais publish/);
    await rm(out, {recursive: true});
    await publish(scatteredFeatures(20, 60));
    const before = await readFile(join(out, 'feed.json'), 'utf8');
    await writeFile(feed, feedText(scatteredFeatures(30, 60)).slice(0, -400));
    assert.equal((await run(feed, '--out', out)).code, 2);
    assert.equal(await readFile(join(out, 'feed.json'), 'utf8'), before);
  });

  it('takes lines, from the standard input too', async () => {
    const child = spawn(process.execPath, [RELAIS, 'publish', '-', '--out', out, '--quiet']);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.stdin.end(
      scatteredFeatures(10, 60)
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    assert.equal(await ended, 0);
    assert.equal((await read<Manifest>('feed.json')).counts.campaigns, 10);
  });

  it('killed at twenty moments, leaves every file that the manifest names whole', async () => {
    const features = scatteredFeatures(900, 200);
    await publish(features);
    for (let round = 0; round < 20; round += 1) {
      const changed = features
        .slice(round % 3)
        .map((one, at): Feature =>
          at % 5 === round % 5 ? {...one, properties: {...one.properties, raised: round}} : one,
        );
      await writeFile(feed, feedText(changed));
      const child = spawn(process.execPath, [RELAIS, 'publish', feed, '--out', out, '--quiet']);
      const ended = new Promise((resolve) => child.on('exit', resolve));
      const timer = setTimeout(() => child.kill('SIGKILL'), 120 + ((round * 67) % 500));
      await ended;
      clearTimeout(timer);
      await assertWhole();
    }
    const {code, stderr} = await publish(features);
    assert.equal(code, 0, stderr);
    await assertWhole();
    const strays = (await filesIn(out)).filter((path) => path.endsWith('.relais-tmp'));
    assert.deepEqual(strays, []);
    // A clean run makes the same files of the same feed.
    const clean = join(folder, 'clean');
    await run(feed, '--out', clean, '--quiet');
    assert.deepEqual((await filesIn(out)).sort(), (await filesIn(clean)).sort());
  });

  async function assertWhole() {
    const manifest = await read<Manifest>('feed.json');
    const all = await read<TerritoryFile>('territories/all.json');
    assert.ok(manifest.counts.campaigns >= 898);
    for (const feature of all.features as Feature[]) {
      await read(manifest.campaigns.href.replace('{id}', String(feature.id)));
    }
    for (let number = 0; number < all.idFiles; number += 1) {
      await read(`territories/all.ids-${number}.json`);
    }
    for (const path of await filesIn(out)) {
      const bytes = await readFile(join(out, path));
      if (path.endsWith('.json')) JSON.parse(bytes.toString());
      if (path.endsWith('.gz')) gunzipSync(bytes);
      if (path.endsWith('.br')) brotliDecompressSync(bytes);
      if (path.endsWith('.bin')) decodePoints(bytes);
      if (path.endsWith('.mvt')) assert.ok(new VectorTile(new PbfReader(bytes)).layers['cells']);
    }
  }
});
