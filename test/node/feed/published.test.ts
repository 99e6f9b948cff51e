import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';

import {publish} from '../../../lib/cli/publish/publish.js';
import type {Campaign, Status} from '../../../lib/feed/campaign.js';
import {FeedError} from '../../../lib/feed/errors.js';
import {loadCampaign, loadFeed} from '../../../lib/feed/load.js';
import {parsePeriod} from '../../../lib/feed/period.js';
import {maskOf} from '../../../lib/feed/points.js';
import {areasIn, placedIn} from '../../../lib/feed/published/areas.js';
import {PublishedList} from '../../../lib/feed/published/listing.js';
import {openPoints} from '../../../lib/feed/published/points.js';
import {openTerritory} from '../../../lib/feed/published/section.js';
import {loadSole} from '../../../lib/feed/published/sole.js';
import {sumUp} from '../../../lib/feed/published/summary.js';
import {clustersOf} from '../../../lib/feed/published/tile-clusters.js';
import {TileTree} from '../../../lib/feed/published/tile-tree.js';
import {readTile, templateFor} from '../../../lib/feed/published/tiles.js';
import {countWithin, talliesBy} from '../../../lib/feed/published/within.js';
import {statusOf, totalsOf} from '../../../lib/feed/select.js';
import {feedToPublish} from '../../helpers/published-feed.ts';

const COUNT = 1400;
const FEED = 'https://published.example/feed.json';
const folder = mkdtempSync(join(tmpdir(), 'relais-published-'));
const plain = feedToPublish(COUNT);

/** What was asked, as paths; what is in `instead` is answered in the place of the folder's file. */
let asked: string[] = [];
let instead = new Map<string, string | null>();
let ask: typeof fetch;

before(async () => {
  const feed = join(folder, 'source.json');
  writeFileSync(feed, JSON.stringify(plain));
  await publish(feed, join(folder, 'out'), {compress: false});
});
after(() => rmSync(folder, {recursive: true}));

beforeEach(() => {
  asked = [];
  instead = new Map();
  // What was read is shared by those who ask with the same function.
  ask = async (input) => {
    const path = new URL(String(input)).pathname.slice(1);
    asked.push(path);
    const other = instead.get(path);
    if (other === null) return new Response('', {status: 404});
    if (other !== undefined) return new Response(other);
    try {
      return new Response(readFileSync(join(folder, 'out', path)));
    } catch {
      return new Response('', {status: 404});
    }
  };
});

const isOnMainland = ({coordinates}: Campaign) => (coordinates?.[0] ?? -99) > -10;

const open = async () => {
  const {feed, folder: opened} = await loadSole(FEED, {fetch: ask});
  assert.ok(opened);
  return {feed, folder: opened};
};
/** The campaigns of the plain feed, read as every feed is. */
const source = async () =>
  (
    await loadFeed('https://plain.example/feed.json', {
      fetch: async () => new Response(JSON.stringify(plain)),
    })
  ).campaigns;

describe('a published folder', () => {
  it('gives one campaign for the manifest and one file', async () => {
    const {campaign, feed} = await loadCampaign(FEED, 'c7', {fetch: ask});
    assert.equal(campaign.title, 'Projet 7');
    assert.equal(feed.updatedAt, '2026-11-20T09:00:00+01:00');
    assert.equal(feed.calls[0]?.title, 'Places vivantes');
    assert.equal(asked.length, 2);
    await Promise.all(['c7', 'c7'].map((id) => loadCampaign(FEED, id, {fetch: ask})));
    assert.equal(asked.length, 2, 'what was read is shared');
  });

  it('says which campaign it does not hold', async () => {
    await assert.rejects(loadCampaign(FEED, 'nobody', {fetch: ask}), (error: unknown) => {
      assert.ok(error instanceof FeedError);
      assert.equal(error.code, 'not-found');
      assert.match(error.message, /feed\.json holds no campaign "nobody"/);
      return true;
    });
  });

  it('gives loadFeed the first five hundred, and says how many are not read', async () => {
    const feed = await loadFeed(FEED, {fetch: ask});
    assert.equal(feed.campaigns.length, 500);
    assert.equal(feed.unread, COUNT - 500);
    assert.match(feed.problems[0]?.reason ?? '', /900 of 1400 campaigns are not read/);
  });

  it('gives loadFeed all of a territory, as the plain feed has them', async () => {
    const feed = await loadFeed(FEED, {fetch: ask, territory: 'commune:33063'});
    const own = (await source()).filter(({place}) => place?.code === '33063');
    assert.deepEqual(new Set(feed.campaigns.map(({id}) => id)), new Set(own.map(({id}) => id)));
    assert.equal(feed.unread, 0);
  });

  it('is merged with a plain feed, a campaign of both once', async () => {
    const both: typeof fetch = (input, init) =>
      String(input).includes('plain')
        ? Promise.resolve(new Response(JSON.stringify(feedToPublish(10))))
        : ask(input, init);
    const urls = `https://plain.example/feed.json ${FEED}`;
    const feed = await loadFeed(urls, {fetch: both, territory: 'commune:64445'});
    assert.equal(feed.campaigns.filter(({id}) => id === 'c5').length, 1);
    assert.equal(feed.campaigns.length, 10 + 199);
    const {campaign} = await loadCampaign(urls, 'c1399', {fetch: both});
    assert.equal(campaign.id, 'c1399');
  });

  it('refuses a later version, another server, and what is no manifest', async () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'out', 'feed.json'), 'utf8')) as object;
    for (const [change, code, words] of [
      [{version: 3}, 'version', /version 3/],
      [{callsHref: 'https://evil.example/{name}'}, 'not-a-feed', /callsHref is on another server/],
      [{tiles: null}, 'not-a-feed', /tiles\.href is missing/],
      [{counts: {}}, 'not-a-feed', /counts are missing/],
    ] as const) {
      const answer: typeof fetch = async () =>
        new Response(JSON.stringify({...manifest, ...change}));
      await assert.rejects(loadFeed(FEED, {fetch: answer}), (error: unknown) => {
        assert.ok(error instanceof FeedError);
        assert.equal(error.code, code);
        assert.match(error.message, words);
        return true;
      });
    }
  });

  it('names a file that is broken', async () => {
    instead.set('territories/all.json', '{}');
    await assert.rejects(
      loadFeed(FEED, {fetch: ask}),
      /territories\/all\.json is no territory's file/,
    );
    instead.set('territories/all.ids-0.json', '[1]');
    instead.delete('territories/all.json');
    const other: typeof fetch = (input, init) => ask(input, init);
    await assert.rejects(loadFeed(FEED, {fetch: other}), /all\.ids-0\.json is no list of ids/);
  });

  it('has nothing in a territory without a file, and refuses what is none', async () => {
    const {folder: opened} = await open();
    assert.equal(await openTerritory(opened, 'departement:01', {fetch: ask}), undefined);
    assert.equal(await openTerritory(opened, 'nonsense', {fetch: ask}), undefined);
  });
});

describe('what is listed and counted of a published folder', () => {
  it('reads no more of a list than is wanted, and knows how many there are', async () => {
    const {folder: opened} = await open();
    const question = {territory: 'departement:33', call: '', status: ['live'] as const};
    const list = await PublishedList.open(opened, question, {fetch: ask});
    assert.equal(asked.length, 2);
    const own = (await source()).filter(({place}) => place?.code?.startsWith('33'));
    const live = own.filter((campaign) => statusOf(campaign) === 'live').length;
    assert.equal(list.total(['live']), live);
    await list.readUntil((campaigns) => campaigns.length >= 60, {fetch: ask});
    assert.ok(list.campaigns.length >= 60 && list.campaigns.length < own.length);
    await list.readUntil(() => false, {fetch: ask});
    assert.equal(list.isOver, true);
    const read = list.campaigns.filter((campaign) => statusOf(campaign) === 'live');
    assert.equal(read.length, live);
    assert.ok(list.campaigns.length < own.length);
  });

  it('reads on to nothing when all that have not ended were read', async () => {
    const {folder: opened} = await open();
    const question = {territory: 'commune:33063', call: '', status: ['live'] as const};
    const list = await PublishedList.open(opened, question, {fetch: ask});
    const live = list.total(['live']) ?? 0;
    await list.readUntil((campaigns) => campaigns.length >= live, {fetch: ask});
    const before = asked.length;
    await list.readUntil(() => false, {fetch: ask});
    assert.equal(asked.length, before);
    const all = {...question, status: ['live', 'failed'] as const};
    const both = await PublishedList.open(opened, all, {fetch: ask});
    await both.readUntil(() => false, {fetch: ask});
    assert.equal(both.campaigns.length, both.count);
  });

  it('goes to those that have ended past all others', async () => {
    const {folder: opened} = await open();
    const question = {territory: '', call: '', status: ['succeeded'] as const};
    const list = await PublishedList.open(opened, question, {fetch: ask});
    await list.readUntil((campaigns) => campaigns.length >= 10, {fetch: ask});
    assert.ok(list.campaigns.every((campaign) => statusOf(campaign) !== 'live'));
  });

  it('sums up all time, years and recent months as the campaigns themselves do', async () => {
    const {feed, folder: opened} = await open();
    const all = await source();
    for (const [text, from, to] of [
      ['', '0000', '9999'],
      ['2024', '2024', '2024'],
      ['2023/2024', '2023', '2024'],
    ] as const) {
      const period = parsePeriod(text);
      const sums = await sumUp(feed, opened, {territory: '', period}, {fetch: ask});
      const own = all.filter(({startsAt}) => {
        const year = startsAt?.slice(0, 4) ?? '';
        return year >= from && year <= to;
      });
      assert.deepEqual({...sums.totals, raised: []}, {...totalsOf(own), raised: []}, text);
      assert.equal(sums.partly, null);
    }
    const period = parsePeriod('2024-03');
    const sums = await sumUp(feed, opened, {territory: 'commune:33063', period}, {fetch: ask});
    assert.ok(sums.totals.campaigns > 0);
  });

  it('counts what is in a place, and asks nothing of a département without campaigns', async () => {
    const {folder: opened} = await open();
    const live = maskOf(['live']);
    const own = (await source()).filter(
      (campaign) => campaign.place?.code === '33063' && statusOf(campaign) === 'live',
    );
    const count = (code: string) => countWithin(opened, code, live, {fetch: ask});
    assert.equal(await count('commune:33063'), own.length);
    assert.ok((await count('departement:33')) > own.length);
    assert.equal(await count('commune:01004'), 0);
    assert.equal(
      asked.some((path) => path.includes('departement-01')),
      false,
    );
    const tallies = await talliesBy(opened, '', 'commune', live, {fetch: ask});
    assert.equal(tallies.get('33063')?.count, own.length);
  });
});

describe('the map of a published folder', () => {
  for (const statuses of [['live'], ['succeeded', 'failed'], ['live', 'failed']] as Status[][]) {
    it(`has the same totals in its tiles as the campaigns themselves, at every zoom: ${statuses.join(' and ')}`, async () => {
      const {folder: opened} = await open();
      const mask = maskOf(statuses);
      const template = templateFor(opened, mask);
      const isOpen = statuses.join() === 'live';
      assert.equal(template.includes('open'), isOpen);
      const root = await readTile(opened, template, [0, 0, 0], {fetch: ask});
      const tree = new TileTree(root, opened.manifest.tiles.maxZoom);
      const placed = (await source()).filter((campaign) => {
        const status = statusOf(campaign);
        return campaign.coordinates && status && statuses.includes(status);
      });
      assert.equal(placedIn(opened, mask), placed.length);
      const named = () => [];
      const box = [-10, 40, 10, 52] as const;
      const inBox = placed.filter(isOnMainland).length;
      for (const zoom of [5, 6, 8, 10]) {
        const count = () =>
          clustersOf(tree, {box, zoom}, 14, named, mask).reduce((sum, one) => sum + one.count, 0);
        assert.equal(count(), inBox, `zoom ${zoom}, from the tiles around`);
        for (let x = 0; x < 2 ** (zoom - 2); x += 1) {
          for (let y = 0; y < 2 ** (zoom - 2); y += 1) {
            const {wanted} = tree.cover([zoom - 2, x, y]);
            if (wanted) tree.put(await readTile(opened, template, wanted, {fetch: ask}));
          }
        }
      }
      const answered = asked.filter((path) => path.startsWith('tiles/'));
      assert.ok(answered.length > 4);
      assert.ok(answered.every((path) => path.startsWith('tiles/open/') === isOpen));
    });
  }

  it('says where they are, about, before anything else is read', async () => {
    const {folder: opened} = await open();
    const all = (await source()).filter(({coordinates}) => coordinates);
    asked = [];
    for (const statuses of [['live'], ['failed'], []] as Status[][]) {
      const own = all.filter((campaign) => {
        const status = statusOf(campaign);
        return !statuses.length || (status && statuses.includes(status));
      });
      const areas = await areasIn(opened, maskOf(statuses));
      // One of seven communes is overseas: Guadeloupe.
      assert.deepEqual(
        areas.map(({count}) => count),
        [own.filter(isOnMainland).length, own.filter((one) => !isOnMainland(one)).length],
      );
      const [mainland, overseas] = areas.map(({box}) => box);
      assert.ok(mainland && overseas);
      const longitudes = own.filter(isOnMainland).map(({coordinates}) => coordinates![0]);
      assert.ok(mainland[0] <= Math.min(...longitudes) && mainland[2] >= Math.max(...longitudes));
      assert.ok(mainland[0] > Math.min(...longitudes) - 0.02);
      assert.ok(overseas[0] > -62 && overseas[2] < -60.9);
    }
    assert.deepEqual(asked, []);
    assert.equal(placedIn(opened, maskOf(['upcoming'])), 0);
    assert.deepEqual(await areasIn(opened, maskOf(['upcoming'])), []);
  });

  it('has the points of a territory, and each campaign behind its point', async () => {
    const {feed, folder: opened} = await open();
    const section = await openTerritory(opened, 'departement:33', {fetch: ask});
    assert.ok(section?.hasPoints);
    const {table, get} = await openPoints(feed, opened, section, {fetch: ask});
    const own = (await source()).filter(({place}) => place?.code?.startsWith('33'));
    assert.equal(table.length, own.length);
    const [first] = await get([0]);
    assert.equal(
      Math.round((first?.coordinates?.[0] ?? 0) * 1e4),
      Math.round((table.points.longitude[0] ?? 0) / 10),
    );
    const last = await get([table.length - 1]);
    assert.equal(last[0]?.coordinates, null);
  });
});
