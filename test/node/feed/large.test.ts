import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {FeedError} from '../../../lib/feed/errors.js';
import {readLarge, type LargeFeed} from '../../../lib/feed/large.js';
import {loadFeed} from '../../../lib/feed/load.js';
import {STATUSES} from '../../../lib/feed/points.js';
import {sortCampaigns, statusOf} from '../../../lib/feed/select.js';
import {FeatureSplitter} from '../../../lib/feed/split.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {scatteredFeatures} from '../../helpers/large.ts';
import {startServer} from './server.ts';

const {serve, on, asked} = await startServer();
const {signal} = new AbortController();

function read(urls: string | string[], options: object = {}): Promise<LargeFeed> {
  return readLarge([urls].flat(), {territory: '', signal, ...options});
}

async function all({table, get}: LargeFeed) {
  return get(Array.from({length: table.length}, (_, at) => at));
}

async function codeOf(promise: Promise<unknown>) {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof FeedError, String(error));
  return error.code;
}

/** Whatever the network cuts: pieces of so many bytes. */
function cut(
  text: string,
  length: number,
): {batches: unknown[]; head: string; splitter: FeatureSplitter} {
  const splitter = new FeatureSplitter();
  const bytes = new TextEncoder().encode(text);
  const batches: unknown[] = [];
  for (let at = 0; at < bytes.length; at += length) {
    for (const batch of splitter.push(bytes.subarray(at, at + length))) {
      batches.push(...(JSON.parse(batch) as unknown[]));
    }
  }
  return {batches, head: splitter.head, splitter};
}

describe('what cuts a feed', () => {
  const tricky = {
    type: 'FeatureCollection',
    title: 'Un "titre" \\ avec [des] {crochets} et "features": [',
    publisher: {name: 'é€😀', features: ['no']},
    calls: [{id: 'a', editions: [{id: 'b'}]}],
    features: [{a: '}],[{'}, {b: ['\\"', {c: 'é😀'}]}, null, 3, 'x,y', [1, [2]]],
    after: {features: [1]},
  };

  for (const length of [1, 2, 3, 7, 64, 100_000]) {
    it(`finds each feature and what is around them, in pieces of ${length} bytes`, () => {
      for (const text of [JSON.stringify(tricky), JSON.stringify(tricky, null, 2)]) {
        const {batches, head, splitter} = cut(text, length);
        assert.deepEqual(batches, tricky.features);
        assert.deepEqual(JSON.parse(head), {...tricky, features: []});
        assert.equal(splitter.isWhole, true);
      }
    });
  }

  it('tells what has no features, and what breaks off', () => {
    assert.equal(cut('{"projects":[{"features":[1]}]}', 5).splitter.hasFeatures, false);
    assert.equal(cut('[{"features":[1]}]', 5).splitter.hasFeatures, false);
    assert.equal(cut('{"features":[{"a":1},{"b"', 5).splitter.isWhole, false);
    assert.deepEqual(cut('{"features":[]}', 5).batches, []);
  });
});

describe('a large feed', () => {
  const features = scatteredFeatures(1200, 300);

  it('says the same as one that is read whole, in the order of the map’s list', async () => {
    const url = serve('/whole.json', makeFeed(features));
    const [large, whole] = await Promise.all([read(url), loadFeed(url)]);
    const sorted = sortCampaigns(whole.campaigns, 'ending');
    const expected = [
      ...sorted.filter(({coordinates}) => coordinates),
      ...sorted.filter(({coordinates}) => !coordinates),
    ];
    assert.deepEqual(await all(large), expected);
    assert.deepEqual({...large.feed, campaigns: []}, {...whole, campaigns: []});
    const {points, status, raised, currency} = large.table;
    assert.equal(points.length, 1188);
    assert.equal(currency, 'EUR');
    expected.forEach((campaign, at) => {
      assert.equal(STATUSES[status[at] ?? -1], statusOf(campaign));
      assert.equal(Number.isNaN(raised[at]) ? null : raised[at], campaign.raised);
      if (at >= points.length) return;
      assert.deepEqual(campaign.coordinates, [
        (points.longitude[at] ?? 0) / 1e5,
        (points.latitude[at] ?? 0) / 1e5,
      ]);
    });
  });

  it('reports what is wrong where it is, and loses nothing else', async () => {
    const bad = [...features.slice(0, 600), {type: 'Feature'}, ...features.slice(0, 2)];
    const url = serve('/bad.json', makeFeed(bad));
    const [large, whole] = await Promise.all([read(url), loadFeed(url)]);
    assert.equal(large.table.length, whole.campaigns.length);
    assert.ok(large.feed.problems.some(({index}) => index === 600));
    assert.equal(large.feed.problems.filter(({path}) => path === 'id').length >= 2, true);
  });

  it('keeps those of a territory, follows pages, and reads several feeds as one', async () => {
    const second = serve('/second.json', makeFeed(features.slice(100, 150)));
    const first = serve('/first.json', makeFeed(features.slice(0, 100), {next: '/second.json'}));
    assert.equal((await read(first)).table.length, 150);
    const odd = await read(first, {territory: 'departement:33'});
    assert.equal(odd.table.length, 75);
    const other = serve(
      '/other.json',
      makeFeed([...features.slice(140, 160), makeFeature({id: 'x'})]),
    );
    assert.equal((await read([first, second, other])).table.length, 161);
  });

  it('may have its head behind the features, in any order', async () => {
    const {features: some, ...head} = makeFeed(features, {
      title: 'Derrière',
      publisher: {name: 'Béarn', url: 'https://bearn.example/'},
      licence: 'Licence Ouverte 2.0',
      calls: [{id: 'villages', title: 'Villages'}],
    });
    serve('/behind-2.json', makeFeed([makeFeature({id: 'z'})]));
    const whole = {...head, next: '/behind-2.json'};
    for (const [name, feed] of [
      ['before', {...whole, features: some}],
      ['behind', {features: some, ...whole}],
      ['backwards', Object.fromEntries(Object.entries({...whole, features: some}).toReversed())],
    ] as const) {
      const url = serve(`/${name}.json`, feed);
      const [large, small] = await Promise.all([read(url), loadFeed(url)]);
      assert.equal(large.table.length, 1201, name);
      assert.deepEqual({...large.feed, campaigns: []}, {...small, campaigns: []}, name);
      assert.equal(large.feed.title, 'Derrière');
      assert.deepEqual(large.feed.problems, []);
    }
  });

  it('is refused for a type or a version that stands behind the features, and told of one that is missing', async () => {
    const {type: _type, version: _version, ...feed} = makeFeed(features);
    assert.equal(
      await codeOf(read(serve('/topo.json', {...feed, type: 'Topology'}))),
      'not-a-feed',
    );
    assert.equal(await codeOf(read(serve('/no-type.json', feed))), 'not-a-feed');
    const later = {...feed, type: 'FeatureCollection', version: '2.0'};
    assert.equal(await codeOf(read(serve('/later.json', later))), 'version');
    const bare = await read(serve('/bare.json', {...feed, type: 'FeatureCollection'}));
    assert.equal(bare.table.length, features.length);
    assert.deepEqual(
      bare.feed.problems.map(({path}) => path),
      ['version'],
    );
  });

  it('of another’s GeoJSON is read by the names of its properties', async () => {
    const others = features.slice(0, 500).map(({properties, geometry}, at) => ({
      type: 'Feature',
      geometry,
      properties: {NOM: `Projet ${at}`, LIEN: properties['url'], COLLECTE: at},
    }));
    const url = serve('/others.json', {features: others, type: 'FeatureCollection', name: 'x'});
    const {table, feed} = await read(url);
    assert.equal(table.length, 500);
    assert.equal(Math.max(...table.raised), 499);
    assert.equal(feed.title, 'x');
    assert.deepEqual(feed.problems, []);
  });

  it('reads an amount in another currency, and orders, as no amount', async () => {
    const url = serve(
      '/money.json',
      makeFeed([
        makeFeature({id: 'a', properties: {raised: 5}}),
        makeFeature({id: 'b', properties: {raised: 6}}),
        makeFeature({id: 'c', properties: {raised: 7, currency: 'CHF'}}),
        makeFeature({id: 'd', properties: {raised: 8, unit: 'orders'}}),
      ]),
    );
    const {table} = await read(url);
    assert.deepEqual([...table.raised], [5, 6, NaN, NaN]);
    assert.equal(table.currency, 'EUR');
  });

  it('refuses what is no feed, what breaks off, what never ends, and what says no', async () => {
    const other = serve('/api.json', {projects: features.slice(0, 3)});
    assert.equal(await codeOf(read(other)), 'not-a-feed');
    const text = JSON.stringify(makeFeed(features));
    const half = on('/half.json', (_, response) => response.end(text.slice(0, 100_000)));
    assert.equal(await codeOf(read(half)), 'not-json');
    const whole = on('/text.json', (_, response) => response.end(text));
    assert.equal(await codeOf(read(whole, {maxBytes: 50_000})), 'too-large');
    const gone = on('/gone.json', (_, response) => response.writeHead(404).end());
    assert.equal(await codeOf(read(gone)), 'http');
  });

  it('stops for who gives up, and lets the page go on between two pieces', async () => {
    const url = serve('/slow.json', makeFeed(features));
    const stop = new AbortController();
    let breaths = 0;
    const breathe = async () => {
      breaths += 1;
      if (breaths === 2) stop.abort(new Error('enough'));
    };
    await assert.rejects(read(url, {signal: stop.signal, breathe}), /enough/);
    assert.equal(breaths, 2);
  });
});

describe('a reading that would rather be light', () => {
  it('is told so when the feed is not', async () => {
    const url = serve('/heavy.json', makeFeed(scatteredFeatures(50, 300)));
    assert.equal(await codeOf(loadFeed(url, {light: 4000})), 'too-large');
    assert.equal((await loadFeed(url, {light: 400_000})).campaigns.length, 50);
  });

  it('is told so of a later page, and of one feed among several', async () => {
    serve('/page-2.json', makeFeed(scatteredFeatures(50, 300)));
    const paged = serve('/page-1.json', makeFeed([makeFeature()], {next: '/page-2.json'}));
    assert.equal(await codeOf(loadFeed(paged, {light: 4000})), 'too-large');
    const small = serve('/small.json', makeFeed([makeFeature()]));
    assert.equal(await codeOf(loadFeed([small, paged], {light: 4000})), 'too-large');
  });

  it('is one request with a reading that is not, and then gets all', async () => {
    const url = serve('/shared.json', makeFeed(scatteredFeatures(50, 300)));
    const [light, whole] = await Promise.all([loadFeed(url, {light: 4000}), loadFeed(url)]);
    assert.equal(light.campaigns.length, 50);
    assert.equal(whole.campaigns.length, 50);
    assert.equal(asked.get('/shared.json'), 1);
  });
});
