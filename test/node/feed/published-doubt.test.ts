import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';

import {publish} from '../../../lib/cli/publish/publish.js';
import {FeedError} from '../../../lib/feed/errors.js';
import {loadCampaign, loadFeed} from '../../../lib/feed/load.js';
import type {Manifest} from '../../../lib/feed/published/format.js';
import {readLaureates} from '../../../lib/feed/published/laureates.js';
import {PublishedList} from '../../../lib/feed/published/listing.js';
import {openPoints} from '../../../lib/feed/published/points.js';
import {MOST_READ, openTerritory} from '../../../lib/feed/published/section.js';
import {loadSole} from '../../../lib/feed/published/sole.js';
import {readWithin} from '../../../lib/feed/published/within.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {feedToPublish} from '../../helpers/published-feed.ts';

/** So many that campaigns share files, and that one call has more laureates than a page goes through. */
const COUNT = 4200;
const FEED = 'https://published.example/a/feed.json';
const folder = mkdtempSync(join(tmpdir(), 'relais-doubt-'));
let out = join(folder, 'out');

let asked: string[] = [];
let instead = new Map<string, (turn: number) => string | Buffer | null>();
let ask: typeof fetch;

/** A city, one of its arrondissements, and a commune that others have joined: as feeds name them. */
const small = makeFeed(
  [
    ['paris', '75056', 'Paris', '75011'],
    ['onzieme', '75111', 'Paris 11e', '75011'],
    ['annecy', '74010', 'Annecy', '74000'],
  ].map(([id = '', code = '', name = '', postcode = '']) =>
    makeFeature({
      id,
      coordinates: [2.38, 48.86],
      properties: {title: id, status: 'live', place: {code, name, postcode}},
    }),
  ),
);

before(async () => {
  for (const [name, feed] of [
    ['out', feedToPublish(COUNT)],
    ['small', small],
  ] as const) {
    const source = join(folder, `${name}.json`);
    writeFileSync(source, JSON.stringify(feed));
    await publish(source, join(folder, name), {compress: false});
  }
});
after(() => rmSync(folder, {recursive: true}));

beforeEach(() => {
  asked = [];
  instead = new Map();
  out = join(folder, 'out');
  ask = async (input) => {
    const path = new URL(String(input)).pathname.slice('/a/'.length);
    asked.push(path);
    const other = instead.get(path)?.(asked.filter((one) => one === path).length);
    if (other === null) return new Response('', {status: 404});
    if (other !== undefined) return new Response(other as string);
    try {
      return new Response(readFileSync(join(out, path)));
    } catch {
      return new Response('', {status: 404});
    }
  };
});

const read = (path: string) => readFileSync(join(out, path), 'utf8');
const manifest = () => JSON.parse(read('feed.json')) as Manifest;
const open = async () => {
  const {feed, folder: opened} = await loadSole(FEED, {fetch: ask});
  assert.ok(opened);
  return {feed, folder: opened};
};
const refusal = async (work: Promise<unknown>): Promise<FeedError> => {
  try {
    await work;
  } catch (error) {
    assert.ok(error instanceof FeedError, String(error));
    return error;
  }
  throw new Error('It was read.');
};

describe('a manifest that is not to be trusted', () => {
  const wrong: [what: string, change: (given: Manifest) => object, says: RegExp][] = [
    [
      'another origin',
      (m) => ({...m, callsHref: 'https://evil.example/{name}.json'}),
      /another server/,
    ],
    [
      'another origin, without a scheme',
      (m) => ({...m, callsHref: '//evil.example/{name}'}),
      /another server/,
    ],
    ['a script', (m) => ({...m, tiles: {...m.tiles, href: 'javascript:alert(1)'}}), /tiles\.href/],
    [
      'another origin for what is open',
      (m) => ({...m, tiles: {...m.tiles, open: 'https://evil.example/{z}/{x}/{y}'}}),
      /tiles\.open is on another server/,
    ],
    ['an earlier version', (m) => ({...m, version: 1}), /another version than 2/],
    ['data', (m) => ({...m, campaigns: {...m.campaigns, href: 'data:,{id}'}}), /campaigns\.href/],
    ['no address', (m) => ({...m, territories: {...m.territories, ids: 7}}), /territories\.ids/],
    ['a file of the disk', (m) => ({...m, callsHref: 'file:///etc/{name}'}), /callsHref/],
    ['counts that are none', (m) => ({...m, counts: {...m.counts, campaigns: 1e300}}), /counts/],
    ['counts below zero', (m) => ({...m, counts: {...m.counts, byStatus: [-1]}}), /counts/],
    ['no counts', (m) => ({...m, counts: null}), /counts/],
    ['half a file', (m) => ({...m, campaigns: {...m.campaigns, shards: 0.5}}), /shards/],
    ['a zoom that is none', (m) => ({...m, tiles: {...m.tiles, maxZoom: 'x'}}), /maxZoom/],
    ['a currency that is markup', (m) => ({...m, currency: '<b>'}), /currency/],
  ];
  for (const [what, change, says] of wrong) {
    it(`is refused with its remedy: ${what}`, async () => {
      instead.set('feed.json', () => JSON.stringify(change(manifest())));
      const error = await refusal(loadFeed(FEED, {fetch: ask}));
      assert.equal(error.code, 'not-a-feed');
      assert.match(error.message, says);
      assert.match(error.message, /publish it again/);
      assert.deepEqual(new Set(asked), new Set(['feed.json']));
    });
  }

  it('stays on its own server with `..`, and asks nothing for an id that would be a path', async () => {
    const given = manifest();
    const campaigns = {href: '../campaigns/{id}.json', shards: null};
    instead.set('feed.json', () => JSON.stringify({...given, campaigns}));
    const error = await refusal(loadCampaign(FEED, '../../secret', {fetch: ask}));
    assert.equal(error.code, 'not-found');
    assert.deepEqual(asked, ['feed.json']);
  });

  it('is not read out of the names that every object has', async () => {
    const text = JSON.stringify({...manifest(), title: 'Un flux'});
    instead.set('feed.json', () =>
      text.replace(
        '{',
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
      ),
    );
    const {folder: opened} = await open();
    const within = await readWithin(opened, '', {fetch: ask});
    assert.ok(within.size > 0);
    assert.equal(within.get('__proto__'), undefined);
    assert.equal(await openTerritory(opened, '__proto__', {fetch: ask}), undefined);
    assert.equal(({} as {polluted?: boolean}).polluted, undefined);
    const error = await refusal(loadCampaign(FEED, '__proto__', {fetch: ask}));
    assert.equal(error.code, 'not-found');
  });

  it('is said to be broken when it was cut in the middle, and read once it is whole', async () => {
    const text = read('feed.json');
    instead.set('feed.json', () => text.slice(0, text.length / 2));
    const error = await refusal(loadFeed(FEED, {fetch: ask}));
    assert.equal(error.code, 'not-json');
    assert.match(error.message, /a\/feed\.json/);
    instead.clear();
    assert.equal((await loadFeed(FEED, {fetch: ask, first: 5})).campaigns.length, 5);
  });
});

describe('a folder that is being published again', () => {
  it('reads a file of ids anew that is of another publication, then gives up and says so', async () => {
    const {folder: opened} = await open();
    const name = 'territories/departement-33.ids-0.json';
    const old = read(name).replace(/"list":"[^"]+"/, '"list":"00000000"');
    instead.set(name, (turn) => (turn === 1 ? old : read(name)));
    const section = await openTerritory(opened, 'departement:33', {fetch: ask});
    assert.equal((await section?.read(48, 60, {fetch: ask}))?.length, 12);
    assert.equal(asked.filter((path) => path === name).length, 2);
    instead.set(name, () => old);
    const again = await openTerritory(opened, 'departement:33', {fetch: ask, fresh: true});
    const error = await refusal(again!.read(48, 60, {fetch: ask, fresh: true}));
    assert.match(error.message, /another publication/);
  });

  it('reads points anew that are of another publication', async () => {
    const {feed, folder: opened} = await open();
    const name = 'territories/departement-33.points.bin';
    const other = readFileSync(join(out, 'territories/commune-64445.points.bin'));
    instead.set(name, (turn) => (turn === 1 ? other : readFileSync(join(out, name))));
    const section = await openTerritory(opened, 'departement:33', {fetch: ask});
    assert.ok(section);
    const {table} = await openPoints(feed, opened, section, {fetch: ask});
    assert.equal(table.length, section.count);
    assert.equal(asked.filter((path) => path === name).length, 2);
  });
});

describe('a folder of more than a page goes through', () => {
  it('finds a campaign among those that share a file', async () => {
    assert.ok(manifest().campaigns.shards);
    const {campaign} = await loadCampaign(FEED, 'c4123', {fetch: ask});
    assert.equal(campaign.title, 'Projet 4123');
    assert.equal(asked.length, 2);
    const error = await refusal(loadCampaign(FEED, 'nobody', {fetch: ask}));
    assert.equal(error.code, 'not-found');
  });

  it('has the first laureates of a call, and the totals of all', async () => {
    const {folder: opened} = await open();
    const {all, sums} = await readLaureates(opened, 'places', '', {fetch: ask});
    assert.equal(all.length, MOST_READ);
    assert.deepEqual([sums?.read, sums?.of], [MOST_READ, COUNT / 7]);
    assert.equal(sums?.totals?.(['2025']).campaigns, COUNT / 7);
    assert.equal(sums?.totals?.(null).campaigns, COUNT / 7);
    const inside = await readLaureates(opened, 'places', 'commune:33063', {fetch: ask});
    assert.ok(inside.all.length > 0 && inside.sums?.totals === null);
  });

  it('asks nothing of a territory that it knows to be empty', async () => {
    const {folder: opened} = await open();
    await readWithin(opened, '', {fetch: ask});
    asked = [];
    assert.equal(await openTerritory(opened, 'departement:48', {fetch: ask}), undefined);
    const question = {territory: 'commune:48095', call: ''};
    const list = await PublishedList.open(opened, question, {fetch: ask});
    assert.deepEqual([list.count, list.isOver], [0, true]);
    assert.deepEqual(asked, []);
    assert.ok(await openTerritory(opened, 'departement:33', {fetch: ask}));
  });
});

describe('communes under other names', () => {
  beforeEach(() => {
    out = join(folder, 'small');
  });
  const idsIn = async (territory: string) => {
    const {folder: opened} = await open();
    const section = await openTerritory(opened, territory, {fetch: ask});
    return section?.first.map(({id}) => id).sort();
  };

  it('have what is in their arrondissements, and these their own', async () => {
    assert.deepEqual(await idsIn('commune:75056'), ['onzieme', 'paris']);
    assert.deepEqual(await idsIn('commune:75111'), ['onzieme']);
    assert.equal((await idsIn('commune:75112'))?.includes('onzieme') ?? false, false);
  });

  it('have what is in them after a merger, by the old code too', async () => {
    assert.deepEqual(await idsIn('commune:74010'), ['annecy']);
    // Seynod is part of Annecy since 2017.
    assert.deepEqual(await idsIn('commune:74268'), ['annecy']);
  });
});
