import assert from 'node:assert/strict';
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import {areasOf} from '../../../lib/cli/publish/areas.js';
import {NumberHash} from '../../../lib/cli/publish/hash.js';
import {Ids} from '../../../lib/cli/publish/ids.js';
import {Ledger} from '../../../lib/cli/publish/ledger.js';
import {Pages} from '../../../lib/cli/publish/paged/pages.js';
import {NOWHERE, Rows, type Row} from '../../../lib/cli/publish/rows.js';
import {State} from '../../../lib/cli/publish/state.js';

const row: Row = {
  raw: 1,
  rawRest: 2,
  id: 3,
  shard: 4,
  body: 5,
  offset: 0,
  size: 2,
  longitude: NOWHERE,
  latitude: 0,
  raised: 12.5,
  backers: NaN,
  start: NaN,
  end: NaN,
  said: 1,
  reach: 0,
  year: 2026,
  coin: 0,
  place: 0,
  call: 0,
  faulty: 0,
  plain: 1,
};

let folder: string;
let pages: Pages;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relais-keeping-'));
  pages = new Pages(folder);
});
afterEach(() => rmSync(folder, {recursive: true}));

describe('the hash of many numbers', () => {
  const hash = new NumberHash();
  const of = (length: number, change = -1) => {
    for (let at = 0; at < length; at += 1) hash.add(at === change ? 0.5 : at);
    return hash.end();
  };

  it('tells one that changed, wherever it stands, and is the same for the same', () => {
    for (const length of [0, 1, 4095, 4096, 4097, 8192, 20_000]) {
      const whole = of(length);
      assert.match(whole, /^[\da-f]{16}$/);
      assert.equal(of(length), whole, `${length} numbers`);
      assert.notEqual(of(length + 1), whole);
      for (const change of [0, 4095, 4096, length - 1].filter((at) => at >= 0 && at < length)) {
        assert.notEqual(of(length, change), whole, `the one at ${change} of ${length}`);
      }
    }
  });
});

describe('ids that were asked for', () => {
  it('are what they were, of any alphabet and length, and read once', () => {
    const all = Array.from({length: 3000}, (_, at) => `${'é日'.repeat(at % 7)}c-${at}`);
    all[17] = 'x'.repeat(20_000);
    const rows = new Rows(pages.scratch());
    for (const _ of all) rows.push(row);
    const ids = new Ids(rows, pages);
    let read = 0;
    for (let turn = 0; turn < 2; turn += 1) {
      all.forEach((id, at) => {
        const found = ids.at(at, () => {
          read += 1;
          return id;
        });
        assert.equal(found, id);
      });
    }
    assert.equal(read, all.length);
  });
});

describe('what is kept for the next run', () => {
  it('is all columns and names, also of more campaigns than there was room for', () => {
    const state = new State(folder, pages);
    for (let at = 0; at < 5000; at += 1) {
      const offset = state.bodies.add(Buffer.from('{}'));
      const place = state.rows.places.of(`commune:${at % 900} départ`);
      state.rows.push({...row, raw: at, offset, place, longitude: at - 2500});
    }
    state.save('key');
    state.close();
    const next = new State(folder, pages);
    const {before} = next;
    assert.ok(before && before.key === 'key' && before.rows.length === 5000);
    const {columns, places} = before.rows;
    for (const at of [0, 1, 1023, 1024, 4999]) {
      assert.equal(columns.raw.get(at), at);
      assert.equal(columns.longitude.get(at), at - 2500);
      assert.equal(columns.raised.get(at), 12.5);
      assert.ok(Number.isNaN(columns.end.get(at)));
      assert.equal(places.list[columns.place.get(at)], `commune:${at % 900} départ`);
    }
    next.close();
  });

  it('is nothing when the file breaks off or goes on, and is then read from the feed again', () => {
    const state = new State(folder, pages);
    state.rows.push({...row, offset: state.bodies.add(Buffer.from('{}'))});
    state.save('key');
    state.close();
    const whole = readFileSync(join(folder, 'rows'));
    for (const bytes of [
      whole.subarray(0, -1),
      whole.subarray(0, 20),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.alloc(0),
    ]) {
      writeFileSync(join(folder, 'rows'), bytes);
      const next = new State(folder, pages);
      assert.equal(next.before, null, `${bytes.length} of ${whole.length} bytes`);
      next.close();
    }
  });
});

describe('the ledger of a folder', () => {
  const file = (name: string) => writeFileSync(join(folder, name), '{}');
  const state = () => join(folder, '.relais');
  const ledgerOf = (key = 'key') => new Ledger(folder, state(), key, pages);
  beforeEach(() => mkdirSync(state()));

  it('knows after a run what it kept and wrote, and what was left over', () => {
    const first = ledgerOf();
    for (const name of ['a.json', 'b.json', 'c.json']) {
      file(name);
      assert.equal(first.keep(name, name), false);
      first.willWrite([name]);
      first.didWrite([{path: name, inputs: name, beside: 0}]);
    }
    first.end();
    const second = ledgerOf();
    assert.equal(second.keep('a.json', 'a.json'), true);
    assert.equal(second.keep('b.json', 'another'), false);
    second.didWrite([{path: 'b.json', inputs: 'another', beside: 0}]);
    assert.deepEqual([...second.leftOver()], [['c.json']]);
    second.end();
    const third = ledgerOf();
    assert.equal(third.keep('a.json', 'a.json'), true);
    assert.equal(third.keep('b.json', 'another'), true);
    assert.equal(third.keep('c.json', 'c.json'), false);
    third.end();
  });

  it('trusts after a run that was killed what it had written, and nothing that it was writing', () => {
    const names = Array.from({length: 2500}, (_, at) => `${at}.json`);
    names.forEach(file);
    const first = ledgerOf();
    first.didWrite(names.map((path) => ({path, inputs: path, beside: 0})));
    first.end();
    const killed = ledgerOf();
    for (const name of names.slice(0, 2000)) assert.equal(killed.keep(name, name), true);
    killed.willWrite(['2000.json', '2001.json']);
    killed.didWrite([{path: '2000.json', inputs: 'new', beside: 0}]);
    // No end: the next one finds a journal, and half a list that counts for nothing.
    assert.ok(existsSync(join(state(), 'files.tmp')));
    const next = ledgerOf();
    assert.equal(next.keep('2000.json', 'new'), true);
    assert.equal(next.keep('2001.json', '2001.json'), false);
    assert.equal(next.keep('2002.json', '2002.json'), true);
    assert.equal(next.keep('7.json', '7.json'), true);
    next.end();
    assert.equal(existsSync(join(state(), 'files.tmp')), false);
    assert.equal(existsSync(join(state(), 'journal')), false);
  });

  it('makes every file again when files are made otherwise, and still knows which there are', () => {
    file('a.json');
    const first = ledgerOf();
    first.didWrite([{path: 'a.json', inputs: 'a', beside: 0}]);
    first.end();
    const other = ledgerOf('other');
    assert.equal(other.keep('a.json', 'a'), false);
    assert.deepEqual([...other.leftOver()], [['a.json']]);
  });
});

describe('where campaigns are, in the manifest', () => {
  it('is a box on the mainland by status, counts overseas, and the rest', async () => {
    const rows = new Rows(pages.scratch());
    const at = (lon: number, lat: number) =>
      rows.push({...row, longitude: Math.round(lon * 1e5), latitude: Math.round(lat * 1e5)});
    at(-0.57921, 44.83789);
    at(2.35, 48.85);
    at(-61.72, 16);
    at(4.35, 50.85);
    at(-17.44, 14.69);
    rows.push(row);
    [1, 1, 2, 2, 5, 1].forEach((status, place) => rows.columns.status.set(place, status));
    assert.deepEqual(await areasOf({rows}), {
      mainland: {
        // Brussels is in the box, as in a map of the mainland.
        counts: [0, 2, 1],
        boxes: [null, [-0.58, 44.83, 2.35, 48.85], [4.35, 50.85, 4.35, 50.85]],
      },
      overseas: {971: [0, 0, 1]},
      elsewhere: [0, 0, 0, 0, 0, 1],
    });
  });
});
