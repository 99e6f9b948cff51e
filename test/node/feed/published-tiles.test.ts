import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, beforeEach, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';

import {publish} from '../../../lib/cli/publish/publish.js';
import {latitudeAt, longitudeAt} from '../../../lib/feed/mercator.js';
import {maskOf} from '../../../lib/feed/points.js';
import {loadSole} from '../../../lib/feed/published/sole.js';
import type {View} from '../../../lib/feed/published/tile-clusters.js';
import {TileReader} from '../../../lib/feed/published/tile-reader.js';
import {readTile, templateFor} from '../../../lib/feed/published/tiles.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';

const FEED = 'https://published.example/feed.json';
const folder = mkdtempSync(join(tmpdir(), 'relais-tiles-'));

/** Campaigns on a grid over France, near enough for tiles not to name them all: one in nine has failed. */
const grid = Array.from({length: 1800}, (_, at) => ({
  id: `c${at}`,
  coordinates: [-4 + (at % 45) * 0.25, 43.5 + Math.floor(at / 45) * 0.15] as [number, number],
  isRare: at % 9 === 4,
}));
/** Campaigns that failed at one address, which no zoom tells apart. */
const ONE_PLACE = [10.5123, 44.0123] as [number, number];
const AT_ONE_PLACE = 20;
grid.push(
  ...Array.from({length: AT_ONE_PLACE}, (_, at) => ({
    id: `same${at}`,
    coordinates: ONE_PLACE,
    isRare: true,
  })),
);
const rare = new Map(
  grid.flatMap(({id, isRare, coordinates}) => (isRare ? [[id, coordinates] as const] : [])),
);

/** What is asked, and how it ended; what is in `instead` is answered in the place of the folder's file. */
let asked: string[] = [];
let aborted: string[] = [];
let instead: (path: string, signal: AbortSignal | undefined) => Promise<Response> | undefined;
let ask: typeof fetch;

before(async () => {
  const feed = join(folder, 'source.json');
  const features = grid.map(({id, coordinates, isRare}) => {
    const [status, endsAt] = isRare ? ['failed', '2024-06-01'] : ['succeeded', '2024-01-01'];
    return makeFeature({
      id,
      coordinates,
      properties: {title: `Projet ${id}`, status, endsAt, place: {code: '33063'}},
    });
  });
  writeFileSync(feed, JSON.stringify(makeFeed(features)));
  await publish(feed, join(folder, 'out'), {compress: false});
});
after(() => rmSync(folder, {recursive: true}));

beforeEach(() => {
  asked = [];
  aborted = [];
  instead = () => undefined;
  ask = async (input, init) => {
    const path = new URL(String(input)).pathname.slice(1);
    const signal = init?.signal ?? undefined;
    asked.push(path);
    signal?.addEventListener('abort', () => aborted.push(path));
    const other = instead(path, signal);
    if (other) return other;
    try {
      return new Response(readFileSync(join(folder, 'out', path)));
    } catch {
      return new Response('', {status: 404});
    }
  };
});

/** A reader that looks again whenever something came, as a map does. */
async function readerOf(mask: number) {
  const {folder: opened} = await loadSole(FEED, {fetch: ask});
  assert.ok(opened);
  const template = templateFor(opened, mask);
  const root = await readTile(opened, template, [0, 0, 0], {fetch: ask});
  const errors: unknown[] = [];
  let view: View | undefined;
  const reader = new TileReader(
    opened,
    template,
    root,
    {fetch: ask},
    {
      onRead: () => view && look(view),
      onError: (error) => errors.push(error),
    },
  );
  const look = (next: View) => {
    view = next;
    reader.look(next, reader.clusters(next, mask));
  };
  /** Looks at a view until nothing more comes. */
  const settle = async (next: View) => {
    look(next);
    for (let before = -1; before !== asked.length;) {
      before = asked.length;
      await pause(150);
    }
    return reader.clusters(next, mask);
  };
  return {reader, look, settle, errors};
}

const FRANCE = [-5, 42, 11, 51] as const;
const total = (clusters: readonly {count: number}[]) =>
  clusters.reduce((sum, {count}) => sum + count, 0);

describe('the tiles that a map reads', () => {
  it('name every campaign that stands alone, whatever its tile names', async () => {
    const {reader, settle, errors} = await readerOf(maskOf(['failed']));
    for (const zoom of [6, 7.5, 8, 9]) {
      const clusters = await settle({box: FRANCE, zoom});
      assert.equal(total(clusters), rare.size);
      const alone = clusters.filter(({count}) => count === 1);
      assert.ok(zoom < 8 || alone.length > 20, `${alone.length} alone at ${zoom}`);
      for (const cluster of alone) {
        assert.equal(reader.isNameless(cluster), false);
        const campaign = reader.campaign(cluster.first);
        assert.ok(campaign, `one at zoom ${zoom} has no name`);
        const [lon = 0, lat = 0] = rare.get(campaign.id) ?? [];
        assert.ok(Math.abs(longitudeAt(cluster.x) - lon) < 1e-3, campaign.id);
        assert.ok(Math.abs(latitudeAt(cluster.y) - lat) < 1e-3, campaign.id);
      }
    }
    assert.deepEqual(errors, []);
  });

  it('show nothing as one campaign while it is not known which, and say so when nobody can tell', async () => {
    const {reader, look, settle} = await readerOf(maskOf(['failed']));
    const view = {box: FRANCE, zoom: 8};
    const before = reader.clusters(view, maskOf(['failed'])).filter(({count}) => count === 1);
    look(view);
    assert.equal(before.filter((one) => reader.isNameless(one)).length, 0);
    instead = async (path) =>
      /^tiles\/([7-9]|1\d)\//.test(path)
        ? new Response('', {status: 403})
        : new Response(readFileSync(join(folder, 'out', path)));
    const clusters = await settle(view);
    assert.equal(total(clusters), rare.size);
    const alone = clusters.filter(({count}) => count === 1);
    const nameless = alone.filter((one) => !reader.campaign(one.first));
    assert.ok(nameless.length > 0);
    for (const one of nameless) assert.equal(reader.isNameless(one), true);
  });

  for (const [what, answer] of [
    ['not there', () => new Response('', {status: 404})],
    ['an error of the server', () => new Response('', {status: 500})],
    ['garbage', () => new Response('<html>Bonjour')],
  ] as const) {
    it(`show the others when one is ${what}, and say so once`, async () => {
      const {settle, errors} = await readerOf(maskOf(['failed']));
      const broken = 'tiles/5/16/11.mvt';
      instead = (path) => (path === broken ? Promise.resolve(answer()) : undefined);
      let clusters = await settle({box: FRANCE, zoom: 7});
      // An error of the server is asked again, after a while.
      for (let turn = 0; turn < 60 && errors.length === 0; turn += 1) {
        await pause(200);
        clusters = await settle({box: FRANCE, zoom: 7});
      }
      assert.equal(errors.length, 1);
      assert.match(String(errors[0]), /tiles\/5\/16\/11\.mvt/);
      // What is around it stands in its place.
      assert.equal(total(clusters), rare.size);
    });
  }

  it('tell campaigns of one place from those that are near each other, and name them all', async () => {
    const {reader, settle} = await readerOf(maskOf(['failed']));
    const [west, south] = ONE_PLACE;
    const box = [west - 0.05, south - 0.05, west + 0.05, south + 0.05] as const;
    for (const zoom of [11, 16]) {
      const [cluster, ...others] = await settle({box, zoom});
      assert.ok(cluster?.isOnePlace && others.length === 0);
      assert.equal(cluster.count, AT_ONE_PLACE);
      await reader.descend(cluster);
      const ids = reader
        .membersIn([cluster], maskOf(['failed']))
        .map((at) => reader.campaign(at)?.id);
      assert.equal(new Set(ids).size, AT_ONE_PLACE);
      assert.ok(ids.every((id) => id?.startsWith('same')));
    }
    const apart = await settle({box: [-4.1, 43.4, 3, 47], zoom: 6});
    assert.ok(apart.some(({count, isOnePlace}) => count > 1 && !isOnePlace));
  });

  it('are not read any more when the view has left them', async () => {
    const {look} = await readerOf(maskOf(['failed']));
    instead = (path, signal) =>
      path.startsWith('tiles/')
        ? new Promise((_, reject) =>
            signal?.addEventListener('abort', () => reject(signal.reason as Error)),
          )
        : undefined;
    look({box: FRANCE, zoom: 7});
    await pause(20);
    const first = asked.filter((path) => path.startsWith('tiles/') && path !== 'tiles/0/0/0.mvt');
    assert.ok(first.length > 1);
    look({box: [150, -30, 151, -29], zoom: 7});
    await pause(20);
    assert.deepEqual([...aborted].sort(), [...first].sort());
  });
});
