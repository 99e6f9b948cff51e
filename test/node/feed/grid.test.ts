import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import Supercluster from 'supercluster';

import {Grid, MAX_GRID_ZOOM, type GridCluster} from '../../../lib/feed/grid.js';
import {latitudeAt, longitudeAt, worldX, worldY, worldYTable} from '../../../lib/feed/mercator.js';
import {blankPoints, maskOf, type Points} from '../../../lib/feed/points.js';
import {markerSize} from '../../../lib/feed/separate.js';

type Box = [number, number, number, number];
const FRANCE: Box = [-12, 40, 17, 53];
const WORLD: Box = [-180, -85, 180, 85];

/** Numbers that look like chance and are the same in every run. */
function chance(seed: number) {
  return () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}

/** Points around towns, some large and many small, as people live. */
function townsfolk(count: number): Points {
  const next = chance(7);
  const towns = Array.from({length: 2000}, () => [
    -4 + next() * 11,
    42.5 + next() * 8,
    next() ** 4,
  ]);
  const sums: number[] = [];
  let sum = 0;
  for (const [, , weight = 0] of towns) sums.push((sum += weight));
  const points = blankPoints(count);
  for (let at = 0; at < count; at += 1) {
    const wanted = next() * sum;
    const [lon = 0, lat = 0] = towns[sums.findIndex((value) => value >= wanted)] ?? [];
    points.longitude[at] = Math.round((lon + (next() + next() - 1) * 0.15) * 1e5);
    points.latitude[at] = Math.round((lat + (next() + next() - 1) * 0.1) * 1e5);
    points.raised[at] = next() < 0.1 ? NaN : Math.round(next() * 1e5) / 4;
    points.status[at] = Math.floor(next() * 6);
  }
  return points;
}

function totals(clusters: readonly GridCluster[]) {
  const sum = (key: 'count' | 'known' | 'cents') =>
    clusters.reduce((total, cluster) => total + cluster[key], 0);
  return {count: sum('count'), known: sum('known'), cents: sum('cents')};
}

const points = townsfolk(20_000);
const grid = await Grid.of(points);

describe('the world', () => {
  it('is projected and comes back', () => {
    for (const [lon, lat] of [
      [2.35, 48.85],
      [55.45, -20.88],
      [-176.2, -13.3],
    ] as const) {
      assert.ok(Math.abs(longitudeAt(worldX(lon)) - lon) < 1e-9);
      assert.ok(Math.abs(latitudeAt(worldY(lat)) - lat) < 1e-9);
    }
  });

  it('is projected by table to a fiftieth of a pixel at the greatest zoom', () => {
    const byTable = worldYTable();
    const pixels = 256 * 2 ** MAX_GRID_ZOOM;
    for (let lat = -84; lat < 84; lat += 0.7311) {
      const fixed = Math.round(lat * 1e5);
      const error = Math.abs(byTable(fixed) - worldY(fixed / 1e5)) * pixels;
      assert.ok(Math.abs(lat) > 60 || error < 0.05, `${lat}: ${error}`);
      assert.ok(error < 2, `${lat}: ${error}`);
    }
  });
});

describe('clusters', () => {
  it('add up exactly at every zoom, amounts too; what is unknown is counted and is not 0', () => {
    const amounts = [...points.raised].filter((amount) => !Number.isNaN(amount));
    const expected = {
      count: points.length,
      known: amounts.length,
      cents: amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0),
    };
    for (let zoom = 0; zoom <= MAX_GRID_ZOOM; zoom += 1) {
      assert.deepEqual(totals(grid.clustersIn(WORLD, zoom)), expected, `zoom ${zoom}`);
    }
  });

  it('are the same from whichever view they are seen', async () => {
    const next = chance(3);
    // It never saw the whole world, and remembers nothing of it.
    const near = await Grid.of(points);
    for (const zoom of [5, 7, 9, 10, 11, 13]) {
      const all = new Map(grid.clustersIn(WORLD, zoom).map((one) => [one.cells.join(), one]));
      const size = 360 / 2 ** zoom;
      for (let view = 0; view < 20; view += 1) {
        const at = Math.floor(next() * points.length);
        const [x, y] = [(points.longitude[at] ?? 0) / 1e5, (points.latitude[at] ?? 0) / 1e5];
        for (const cluster of near.clustersIn([x - size, y - size, x + size, y + size], zoom)) {
          assert.deepEqual(cluster, all.get(cluster.cells.join()));
        }
      }
    }
  });

  it('of a closer zoom mostly split those of the wider one; the others stand between two that touch', () => {
    for (let zoom = 5; zoom < 12; zoom += 1) {
      const wider = grid.clustersIn(WORLD, zoom);
      const of = new Map(wider.flatMap((cluster) => cluster.cells.map((cell) => [cell, cluster])));
      const cells = 2 ** (zoom + 2);
      let moved = 0;
      const closer = grid.clustersIn(WORLD, zoom + 1);
      for (const cluster of closer) {
        const parents = cluster.cells.map((cell) => {
          const column = cell % (2 * cells);
          const line = (cell - column) / (2 * cells);
          return of.get(Math.floor(line / 2) * cells + Math.floor(column / 2));
        });
        if (new Set(parents).size > 1) moved += 1;
      }
      assert.ok(moved / closer.length < 0.35, `zoom ${zoom}: ${moved} of ${closer.length}`);
    }
  });

  it('touch at rest no more often than those of supercluster', () => {
    const peer = new Supercluster({radius: 60, extent: 256, maxZoom: 15}).load(
      Array.from({length: points.length}, (_, at) => ({
        type: 'Feature' as const,
        properties: {},
        geometry: {
          type: 'Point' as const,
          coordinates: [(points.longitude[at] ?? 0) / 1e5, (points.latitude[at] ?? 0) / 1e5],
        },
      })),
    );
    for (let zoom = 5; zoom <= 11; zoom += 2) {
      const pixels = 256 * 2 ** zoom;
      const ours = touching(grid.clustersIn(FRANCE, zoom), pixels);
      const theirs = touching(
        peer.getClusters(FRANCE, zoom).map(({geometry, properties}) => ({
          x: worldX(geometry.coordinates[0] ?? 0),
          y: worldY(geometry.coordinates[1] ?? 0),
          count: (properties as {point_count?: number}).point_count ?? 1,
        })),
        pixels,
      );
      assert.ok(ours <= theirs, `zoom ${zoom}: ${ours} of ours, ${theirs} of theirs`);
    }
  });

  it('are at most as many as asked, at a coarser zoom, and nobody is lost', () => {
    const few = grid.clustersIn(FRANCE, 12, 200);
    assert.ok(few.length <= 200);
    assert.equal(totals(few).count, points.length);
  });

  it('know their points: each is in one, in order, with its box', () => {
    for (const zoom of [4, 8, 11]) {
      const clusters = grid.clustersIn(WORLD, zoom);
      const members = clusters.map((cluster) => grid.membersOf([cluster]));
      assert.deepEqual(
        members.flat().sort((a, b) => a - b),
        Array.from({length: points.length}, (_, at) => at),
      );
      clusters.forEach((cluster, at) => {
        const own = members[at] ?? [];
        assert.equal(own.length, cluster.count);
        assert.equal(own[0], cluster.first);
        assert.ok(own.every((point) => grid.has(cluster, point)));
        const [west, , east] = grid.extentOf(cluster);
        const longitudes = own.map((point) => (points.longitude[point] ?? 0) / 1e5);
        assert.ok(Math.abs(Math.min(...longitudes) - west) < 1e-9);
        assert.ok(Math.abs(Math.max(...longitudes) - east) < 1e-9);
      });
    }
  });

  it('give the first of their points, however many are in view', () => {
    for (const zoom of [4, 11]) {
      const clusters = grid.clustersIn(FRANCE, zoom).slice(0, 30);
      assert.deepEqual(
        grid.membersOf(clusters, 20),
        clusters
          .flatMap((cluster) => grid.membersOf([cluster]))
          .sort((a, b) => a - b)
          .slice(0, 20),
      );
    }
  });

  it('are one place when no zoom tells their points apart', async () => {
    const three = blankPoints(3);
    three.longitude.set([200_000, 200_000, 500_000]);
    three.latitude.set([4_800_000, 4_800_000, 4_500_000]);
    const small = await Grid.of(three);
    const [pair, single] = small.clustersIn(WORLD, MAX_GRID_ZOOM);
    assert.deepEqual([pair?.count, pair?.isOnePlace, single?.count], [2, true, 1]);
    assert.equal(small.clustersIn(WORLD, 2)[0]?.isOnePlace, false);
  });
});

describe('a filter', () => {
  it('counts the statuses that it names, without an index of its own', async () => {
    const filtered = await Grid.of(points);
    filtered.mask = maskOf(['live', 'failed']);
    const expected = [...points.status].filter((status) => status === 1 || status === 3).length;
    assert.equal(filtered.length, expected);
    for (const zoom of [5, 12]) {
      assert.equal(totals(filtered.clustersIn(WORLD, zoom)).count, expected);
    }
    const [first] = filtered.clustersIn(WORLD, 3);
    assert.ok(first);
    for (const point of filtered.membersOf([first], 50)) {
      assert.ok([1, 3].includes(points.status[point] ?? -1));
    }
  });
});

describe('a view that is coming', () => {
  const [view, inside]: [Box, Box] = [
    [0, 45, 2, 46],
    [0.5, 45.2, 1.5, 45.8],
  ];

  it('is made in steps, and is then what it would be at once', async () => {
    for (const zoom of [6, 9, 12]) {
      const [ahead, atOnce] = [await Grid.of(points), await Grid.of(points)];
      let steps = 0;
      await ahead.foresee(view, zoom, 200, async () => {
        steps += 1;
      });
      assert.ok(steps > 2, `zoom ${zoom}: ${steps}`);
      assert.deepEqual(ahead.clustersIn(view, zoom, 200), atOnce.clustersIn(view, zoom, 200));
    }
  });

  it('serves what lies in it without making anything again', async () => {
    const one = await Grid.of(points);
    await one.foresee(view, 9, 200, async () => {});
    const made = new Set(one.clustersIn(view, 9, 200));
    const found = one.clustersIn(inside, 9, 200);
    assert.ok(found.length > 0);
    assert.ok(found.every((cluster) => made.has(cluster)));
  });

  it('is not taken for that of other campaigns, when the filter changes meanwhile', async () => {
    const [one, other] = [await Grid.of(points), await Grid.of(points)];
    let steps = 0;
    await one.foresee(view, 9, 200, async () => {
      steps += 1;
      if (steps === 2) one.mask = maskOf(['live']);
    });
    assert.equal(steps, 2);
    other.mask = maskOf(['live']);
    assert.deepEqual(one.clustersIn(view, 9, 200), other.clustersIn(view, 9, 200));
  });

  it('is remembered once, also when it was looked at before it was ready', async () => {
    const one = await Grid.of(points);
    let [steps, held]: [number, GridCluster | undefined] = [0, undefined];
    await one.foresee(view, 9, 200, async () => {
      steps += 1;
      if (steps === 3) [held] = one.clustersIn(view, 9, 200);
    });
    const [after] = one.clustersIn(view, 9, 200);
    assert.notEqual(after, held);
    assert.deepEqual(after, held);
    for (const zoom of [10, 11, 12]) one.clustersIn(view, zoom);
    assert.equal(one.clustersIn(view, 9, 200)[0], after);
  });

  it('is forgotten after a few others', async () => {
    const one = await Grid.of(points);
    const [before] = one.clustersIn(view, 9);
    assert.equal(one.clustersIn(view, 9)[0], before);
    for (const zoom of [10, 11, 12, 13]) one.clustersIn(view, zoom);
    assert.notEqual(one.clustersIn(view, 9)[0], before);
    assert.deepEqual(one.clustersIn(view, 9)[0], before);
  });
});

describe('hard points', () => {
  it('at the poles, at the edge of the world and nowhere are still counted', async () => {
    const hard = blankPoints(5);
    hard.longitude.set([18_000_000, -18_000_000, 0, 0, 0]);
    hard.latitude.set([0, 0, 9_000_000, -9_000_000, 0]);
    const small = await Grid.of(hard);
    assert.equal(small.length, 5);
    for (const zoom of [0, 5, 16]) {
      const seen = totals(small.clustersIn([-181, -90, 181, 90], zoom)).count;
      assert.equal(seen, 5, `zoom ${zoom}`);
    }
  });

  it('none at all are no cluster and have no box', async () => {
    const none = await Grid.of(blankPoints(0));
    assert.deepEqual(none.clustersIn(WORLD, 5), []);
    assert.equal(none.extent, null);
  });

  it('a million of them are indexed with breaths between', async () => {
    let breaths = 0;
    const many = await Grid.of(blankPoints(1_000_000), async () => void (breaths += 1));
    assert.equal(many.length, 1_000_000);
    assert.ok(breaths > 60);
  });
});

/** How many pairs of markers touch. */
function touching(spots: readonly {x: number; y: number; count: number}[], pixels: number): number {
  let pairs = 0;
  spots.forEach((one, at) => {
    for (const other of spots.slice(at + 1)) {
      const distance = Math.hypot(one.x - other.x, one.y - other.y) * pixels;
      if (distance < (markerSize(one.count) + markerSize(other.count)) / 2) pairs += 1;
    }
  });
  return pairs;
}
