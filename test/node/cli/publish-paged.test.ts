import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {spread} from '../../../lib/cli/publish/hash.js';
import {Lookup} from '../../../lib/cli/publish/paged/lookup.js';
import {PAGE_BYTES, Pages} from '../../../lib/cli/publish/paged/pages.js';
import {Sorter} from '../../../lib/cli/publish/paged/sorter.js';
import {Span, Table} from '../../../lib/cli/publish/paged/table.js';
import {Texts} from '../../../lib/cli/publish/paged/texts.js';
import {publish} from '../../../lib/cli/publish/publish.js';
import {scatteredFeatures} from '../../helpers/large.ts';
import {feedText} from './publish-trial.ts';

/** Room for so few that nearly every question needs the disk. */
const FEW = 5 * PAGE_BYTES;

let folder: string;
let pages: Pages;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-paged-'));
  pages = new Pages(folder, FEW);
});
afterEach(() => {
  assert.ok(pages.bytes <= FEW, `${pages.bytes} bytes`);
  assert.deepEqual(readdirSync(folder), [], 'nothing is left on the disk');
  rmSync(folder, {recursive: true});
});

/** Numbers below 1, the same in each run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

describe('a table of which some pages are in memory', () => {
  const LAYOUT = {real: 'f64', whole: 'u32', signed: 'i32', small: 'u8'} as const;
  const COUNT = 3000;

  it('holds every number of every kind, written and read in any order', () => {
    const [one, other] = [0, 1].map(() => new Table(pages.scratch(), LAYOUT));
    const next = chance(7);
    const expected = Array.from({length: COUNT}, () => ({
      real: next() < 0.1 ? NaN : (next() - 0.5) * 1e12,
      whole: Math.floor(next() * 2 ** 32),
      signed: Math.floor((next() - 0.5) * 2 ** 32),
      small: Math.floor(next() * 256),
    }));
    const names = ['real', 'whole', 'signed', 'small'] as const;
    const order = expected.map((_, at) => (at * 1201) % COUNT);
    for (const at of order) {
      for (const name of names) {
        one!.columns[name].set(at, expected[at]![name]);
        other!.columns[name].set(COUNT - at, expected[at]![name]);
      }
    }
    expected.forEach((row, at) => {
      for (const name of names) {
        assert.equal(one!.columns[name].get(at), row[name], `${name} of ${at}`);
        assert.equal(other!.columns[name].get(COUNT - at), row[name]);
      }
    });
  });

  it('is zero where nothing was set, also on a page that another table had', () => {
    const full = new Table(pages.scratch(), LAYOUT);
    for (let at = 0; at < COUNT; at += 1) full.columns.whole.set(at, 0xffffffff);
    const blank = new Table(pages.scratch(), LAYOUT);
    blank.columns.whole.set(2000, 1);
    for (let at = 0; at < 2000; at += 1) assert.equal(blank.columns.whole.get(at), 0);
    assert.equal(blank.columns.whole.get(2000), 1);
    assert.equal(full.columns.whole.get(5), 0xffffffff);
  });

  it('copies a row with all its numbers, and gives the pages back when closed', () => {
    const from = new Table(pages.scratch(), LAYOUT);
    for (let at = 0; at < COUNT; at += 1) {
      from.columns.real.set(at, at / 3);
      from.columns.small.set(at, at % 251);
    }
    const to = new Table(pages.scratch(), LAYOUT);
    for (let at = 0; at < COUNT; at += 1) to.copy(from, COUNT - 1 - at, at);
    from.close();
    for (let at = 0; at < COUNT; at += 1) {
      assert.equal(to.columns.real.get(at), (COUNT - 1 - at) / 3);
      assert.equal(to.columns.small.get(at), (COUNT - 1 - at) % 251);
    }
  });

  it('gives parts of a column that end where it ends', () => {
    const {columns} = new Table(pages.scratch(), {at: 'u32'});
    for (let at = 0; at < 100; at += 1) columns.at.set(at, at * 10);
    const span = new Span(columns.at, 20, 50);
    assert.equal(span.length, 30);
    assert.equal(span.get(29), 490);
    assert.deepEqual([...span.part(28, 99)], [480, 490]);
    assert.deepEqual([...span.part(40, 99)], []);
  });
});

describe('what is sorted', () => {
  for (const [name, count, most] of [
    ['at once', 500, 1000],
    ['in exactly one run', 500, 500],
    ['in several runs', 5321, 500],
    ['of nothing', 0, 500],
  ] as const) {
    it(`is in order, ${name}`, () => {
      const next = chance(count + 1);
      const sorter = new Sorter(pages, most);
      const all: [key: number, tie: number, value: number][] = [];
      for (let at = 0; at < count; at += 1) {
        const key = at % 97 === 0 ? Infinity : Math.floor(next() * 50) - 10.5;
        all.push([key, next(), at]);
        sorter.add(...all[at]!);
      }
      const found: [number, number][] = [];
      sorter.end((value, key) => found.push([value, key]));
      const expected = all.toSorted(
        ([key, tie], [otherKey, otherTie]) =>
          (key === otherKey ? 0 : key - otherKey) || tie - otherTie,
      );
      assert.deepEqual(
        found,
        expected.map(([key, , value]) => [value, key]),
      );
    });
  }
});

describe('rows by a number', () => {
  it('are found, all that have it and no others, as they become more', () => {
    const {columns} = new Table(pages.scratch(), {number: 'f64'});
    const lookup = new Lookup(pages, columns.number);
    // Many in the same slots, and some with the same number.
    const numberOf = (at: number) => (at % 4000) * 2048 + 2 ** 40;
    for (let at = 0; at < 5000; at += 1) {
      columns.number.set(at, numberOf(at));
      lookup.add(at);
    }
    for (const at of [0, 1, 999, 1000, 3999]) {
      const found = [...lookup.find(numberOf(at))].toSorted((one, other) => one - other);
      assert.deepEqual(found, at < 1000 ? [at, at + 4000] : [at]);
    }
    assert.deepEqual([...lookup.find(5)], []);
    const again = new Lookup(pages, columns.number, 5000);
    assert.deepEqual([...again.find(numberOf(3999))], [3999]);
  });
});

describe('texts', () => {
  it('are what they were, of any alphabet, also across pages', () => {
    const texts = new Texts(pages.scratch());
    const all = Array.from({length: 400}, (_, at) => `${'é日𝄞'.repeat(at)}${at}`);
    all.push('', 'x'.repeat(3 * PAGE_BYTES));
    const places = all.map((text) => texts.add(text));
    for (const at of all.keys()) assert.equal(texts.at(places[at]!), all[at]);
  });
});

describe('the numbers of a path', () => {
  it('are whole, and different for paths that differ little', () => {
    const paths = [''];
    for (let at = 0; at < 100_000; at += 1) {
      paths.push(`campaigns/8192/${at}.json`, `tiles/12/${at % 317}/${Math.floor(at / 317)}.mvt`);
    }
    const [firsts, rests] = [new Set<number>(), new Set<number>()];
    for (const path of paths) {
      const [first, rest] = spread(path);
      assert.ok(Number.isSafeInteger(first) && first >= 0, path);
      assert.ok(Number.isInteger(rest) && rest >= 0 && rest < 2 ** 32, path);
      firsts.add(first);
      rests.add(rest);
    }
    assert.equal(firsts.size, paths.length);
    // Of so many, some five share 32 bits by chance.
    assert.ok(rests.size > paths.length - 25, `${paths.length - rests.size} are the same`);
  });
});

describe('a feed that does not fit in memory', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'relais-small-'));
  });
  afterEach(() => rmSync(place, {recursive: true}));

  /** What is published there, but what a run keeps for itself. */
  const filesIn = (name: string) =>
    new Map(
      readdirSync(join(place, name), {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('.relais'))
        .map((entry) => {
          const path = join(entry.parentPath, entry.name);
          return [path.slice(join(place, name).length), readFileSync(path, 'base64')];
        }),
    );

  it('gives the same files as one that does, and the next time only what changed', async () => {
    const now = Date.parse('2026-11-26T12:00:00Z');
    const features = scatteredFeatures(4500, 27).map((feature, at) =>
      at % 7
        ? feature
        : {...feature, properties: {...feature.properties, call: {id: `a${at % 3}`}}},
    );
    const feed = join(place, 'feed.json');
    const run = (name: string, memory: number) =>
      publish(feed, join(place, name), {now, memory, compress: false});
    const [little, much] = [20 * PAGE_BYTES, 40_000_000];
    for (const changed of [0, 3]) {
      const all = features
        .slice(changed)
        .map((feature, at) => (at < changed ? {...feature, id: `n${at}`} : feature));
      writeFileSync(feed, feedText(all));
      const ours = await run('little', little);
      const theirs = await run('much', much);
      assert.deepEqual(filesIn('little'), filesIn('much'));
      const {seen, campaigns, unread, written, unchanged, removed} = ours;
      assert.deepEqual(
        {seen, campaigns, unread, written, unchanged, removed},
        {
          seen: theirs.seen,
          campaigns: theirs.campaigns,
          unread: theirs.unread,
          written: theirs.written,
          unchanged: theirs.unchanged,
          removed: theirs.removed,
        },
      );
      assert.equal(campaigns, 4500 - changed);
      assert.equal(unread, changed ? 4500 - 2 * changed : 0);
    }
  });
});
