import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {mkdir, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {brotliDecompressSync, gunzipSync} from 'node:zlib';

import {VectorTile} from '@mapbox/vector-tile';
import {PbfReader} from 'pbf';

import {decodePoints} from '../../../lib/feed/published/points-file.js';
import {withinTerritory} from '../../../lib/feed/places.js';
import {readFeed} from '../../../lib/feed/read.js';
import {sortCampaigns, statusOf, totalsOf} from '../../../lib/feed/select.js';
import type {Manifest, TerritoryFile} from '../../../src/feed/published/format.js';
import {scatteredFeatures} from '../../helpers/large.ts';
import {feedText, Trial} from './publish-trial.ts';

type Feature = ReturnType<typeof scatteredFeatures>[number];

describe('relais publish', () => {
  let trial: Trial;
  let out: string;
  beforeEach(async () => {
    trial = await Trial.begin();
    ({out} = trial);
  });
  afterEach(() => trial.end());

  const run = (...args: string[]) => trial.run(...args);
  const publish: Trial['publish'] = (...args) => trial.publish(...args);
  const read = <T>(path: string) => trial.read<T>(path);
  const filesIn = (place: string) => trial.files(place);

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
      ['cards/', 'NAME.snippet.html', 'oembed/NAME.json', '.relais/'].filter((form) =>
        forms.includes(form),
      ),
    );
  });

  it('draws tiles whose cells add up at each zoom: counts and cents by status', async () => {
    const features = scatteredFeatures(500, 60);
    await publish(features);
    const {campaigns} = readFeed(JSON.parse(feedText(features)), 'https://a.example/f.json').feed;
    const placed = campaigns.filter(({coordinates}) => coordinates);
    assert.ok(placed.length < campaigns.length);
    type Sums = Record<string, number[]>;
    const add = (sums: Sums, name: string, [count = 0, known = 0, raised = 0]: number[]) => {
      const before = sums[name] ?? [0, 0, 0];
      const cents = Math.round(raised * 100) + before[2]!;
      sums[name] = [before[0]! + count, before[1]! + known, cents];
    };
    const statusNow = (campaign: (typeof placed)[number]) => statusOf(campaign, Date.now()) ?? '';
    const sumsOf = (some: typeof placed) => {
      const sums: Sums = {};
      for (const campaign of some) {
        const {raised} = campaign;
        add(sums, statusNow(campaign), [1, raised === null ? 0 : 1, raised ?? 0]);
      }
      return sums;
    };
    const isOpen = (campaign: (typeof placed)[number]) =>
      ['upcoming', 'live'].includes(statusNow(campaign));
    const open = placed.filter(isOpen);
    assert.ok(Object.keys(sumsOf(placed)).length > 2);
    assert.ok(open.length > 100 && open.length < placed.length);
    for (const [set, those] of [
      ['tiles', placed],
      ['tiles/open', open],
    ] as const) {
      const wanted = sumsOf(those);
      const alone = new Set<string>();
      /** What the cells of each zoom's tiles say, and of its leaves alone. */
      const byZoom = new Map<number, {all: Sums; leaves: Sums}>();
      for (const path of await filesIn(join(out, set))) {
        if (!/^\d.*\.mvt$/.test(path)) continue;
        const {layers} = new VectorTile(new PbfReader(await readFile(join(out, set, path))));
        const zoom = Number(path.split('/')[0]);
        const sums = byZoom.get(zoom) ?? {all: {}, leaves: {}};
        byZoom.set(zoom, sums);
        const {cells, campaigns: single} = layers;
        assert.ok(cells && single);
        assert.equal(cells.version, 2);
        const isLeaf = single.feature(0).properties['leaf'] === true;
        for (let at = 0; at < cells.length; at += 1) {
          for (const [name, value] of Object.entries(cells.feature(at).properties)) {
            if (name === 'one') continue;
            const list = JSON.parse(String(value)) as number[];
            add(sums.all, name, list);
            if (isLeaf) add(sums.leaves, name, list);
          }
        }
        if (!isLeaf) continue;
        for (let at = 0; at < single.length; at += 1) {
          const id = String(single.feature(at).properties['id']);
          assert.ok(!alone.has(id));
          alone.add(id);
        }
      }
      assert.deepEqual([...alone].sort(), those.map(({id}) => id).sort());
      assert.ok(byZoom.size > 2);
      // A leaf has no tiles below: what is in leaves of lower zooms is not there any more.
      const above: Sums = {};
      for (const zoom of [...byZoom.keys()].sort((one, other) => one - other)) {
        const {all, leaves} = byZoom.get(zoom)!;
        const found = {...above};
        const inCents = ([count = 0, known = 0, cents = 0]: number[]) => [
          count,
          known,
          cents / 100,
        ];
        for (const [name, list] of Object.entries(all)) add(found, name, inCents(list));
        assert.deepEqual(found, wanted, `${set}, zoom ${zoom}`);
        for (const [name, list] of Object.entries(leaves)) add(above, name, inCents(list));
      }
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
    assert.equal((await run(trial.feed, '--out', out, '--strict')).code, 1);
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
    assert.deepEqual((await readdir(trial.folder)).sort(), ['campaigns.json', 'out']);
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
    await writeFile(trial.feed, feedText(scatteredFeatures(30, 60)).slice(0, -400));
    assert.equal((await run(trial.feed, '--out', out)).code, 2);
    assert.equal(await readFile(join(out, 'feed.json'), 'utf8'), before);
  });
});
