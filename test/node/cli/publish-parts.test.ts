import assert from 'node:assert/strict';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {hostname, tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';

import {shardsOf} from '../../../lib/cli/publish/campaign-files.js';
import {takeLock} from '../../../lib/cli/publish/lock.js';
import {Placer} from '../../../lib/cli/publish/territories.js';
import {featureOf} from '../../../lib/cli/publish/wire.js';
import {withinTerritory} from '../../../lib/feed/places.js';
import {readFeed} from '../../../lib/feed/read.js';
import {blankCampaign} from '../../../lib/feed/campaign.js';
import type {Place} from '../../../src/feed/campaign.js';
import {halle} from '../outputs/cards.ts';

const nowhere: Place = {
  name: null,
  code: null,
  postcode: null,
  epci: null,
  departement: null,
  region: null,
  country: 'FR',
};

describe('the territories of a campaign', () => {
  for (const [name, said, expected] of [
    [
      'a commune',
      {code: '33063'},
      ['commune:33063', 'epci:243300316', 'departement:33', 'region:75'],
    ],
    [
      'an arrondissement and its city',
      {code: '75111'},
      ['commune:75111', 'commune:75056', 'region:11'],
    ],
    [
      'a postcode and a name',
      {postcode: '33000', name: 'Bordeaux'},
      ['commune:33063', 'departement:33'],
    ],
    [
      'a commune that has merged into another département',
      {code: '49144'},
      ['commune:49144', 'commune:44180', 'departement:44', 'region:52'],
    ],
    ['another country', {country: 'BE', name: 'Mons'}, ['country:BE']],
  ] as const) {
    it(`are those of ${name}, as a plain feed has them`, async () => {
      const place = {...nowhere, ...said};
      const {territories} = await new Placer().of(place);
      for (const territory of expected) assert.ok(territories.includes(territory), territory);
      for (const territory of [
        ...territories,
        'departement:49',
        'departement:64',
        'commune:64445',
        'region:84',
      ]) {
        const inside = await withinTerritory([{...blankCampaign, place}], territory);
        assert.equal(inside.length === 1, territories.includes(territory), territory);
      }
    });
  }
});

describe('a campaign as it is published', () => {
  it('is read as the same campaign', () => {
    const json = {type: 'FeatureCollection', version: '1.0', features: [featureOf(halle())]};
    const {feed} = readFeed(
      JSON.parse(JSON.stringify(json)),
      'https://elsewhere.example/f/feed.json',
    );
    assert.deepEqual(feed.problems, []);
    assert.deepEqual(feed.campaigns, [halle()]);
  });
});

describe('the shards of a folder', () => {
  const of = (length: number, before?: number | null) => shardsOf(length, true, before);

  it('are as full in a feed of any length, and none in a small one', () => {
    assert.equal(of(3999), null);
    assert.equal(of(0), null);
    for (let length = 4000; length < 2_000_000; length = Math.ceil(length * 1.013)) {
      const average = length / of(length)!;
      assert.ok(average > 11.4 && average < 12.6, `${length}: ${average}`);
    }
    assert.equal(shardsOf(5, false), 1);
  });

  it('stay what they are until the average is off by a tenth', () => {
    const shards = of(100_000)!;
    for (const length of [99_000, 100_010, 105_000]) assert.equal(of(length, shards), shards);
    assert.notEqual(of(115_000, shards), shards);
    assert.notEqual(of(85_000, shards), shards);
  });

  it('do not come and go with one campaign', () => {
    assert.equal(of(4001, null), null);
    assert.notEqual(of(4401, null), null);
    const shards = of(4000)!;
    assert.equal(of(3999, shards), shards);
    assert.equal(of(3600, shards), null);
  });
});

describe('the lock of a folder', () => {
  it('keeps others out, is taken over from the dead, and is let go', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'relais-lock-'));
    try {
      const path = join(folder, 'lock');
      const alive = JSON.stringify({pid: 1, host: hostname(), since: 0});
      await writeFile(path, alive);
      assert.throws(() => takeLock(path), /Another run is publishing there \(process 1/);
      assert.equal(await readFile(path, 'utf8'), alive);
      await writeFile(path, JSON.stringify({pid: 2 ** 22 + 7, host: hostname(), since: 0}));
      const lock = takeLock(path);
      assert.ok(lock.isHeld());
      lock.release();
      await assert.rejects(readFile(path));
    } finally {
      await rm(folder, {recursive: true});
    }
  });
});
