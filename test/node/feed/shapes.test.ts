import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';

import * as fc from 'fast-check';
import * as z from 'zod/mini';

import {fits} from '../../../lib/feed/fit.js';
import {faultOfPosition} from '../../../lib/feed/position.js';
import {readFeedFast} from '../../../lib/feed/read-fast.js';
import {readFeed} from '../../../lib/feed/read.js';
import * as schema from '../../../lib/feed/schema.js';
import {shapes} from '../../../lib/feed/shapes.js';
import {SHAPES_FILE, shapesSource} from '../../../scripts/shapes.ts';

const PIECES = ['feedHead', 'campaignFeature', 'callForProjects'] as const;

/** Values that are right somewhere in a feed, nearly right, and wrong everywhere. */
const VALUES = [
  null,
  '',
  ' ',
  'Pau',
  '33063',
  '2a004',
  '97411',
  '243300316',
  'EUR',
  'eur',
  'FR',
  'live',
  'orders',
  'public',
  '1',
  '1.0',
  '2026-11-30',
  '2026-02-30',
  '2026-11-30T18:00:00+01:00',
  '2026-11-30T18:00',
  'https://a.example/x',
  'javascript:alert(1)',
  '/relative',
  'http://',
  '\u202e',
  0,
  1,
  -1,
  0.6,
  12.5,
  1e12,
  1e13,
  Number.POSITIVE_INFINITY,
  Number.NaN,
  [],
  {},
  [1],
  [null],
  [{}],
  [-0.37, 43.3],
  [43.3, -0.37],
  [0, 0],
  [200, 1],
  true,
  ['a', 'b'],
  {name: 'X'},
  {name: ''},
  {id: 'a'},
  {name: 'X', url: 'https://a.example'},
  {src: 'https://a.example/i.png', width: 10},
  {by: 'Ville', rate: 1},
  [{at: '2026-01-01', raised: 3}],
  [{title: 'News'}],
  {type: 'Point', coordinates: [2, 48]},
  {type: 'Polygon', coordinates: []},
];

const NAMES: Record<(typeof PIECES)[number], string[]> = {
  feedHead: Object.keys(schema.feedHead.shape),
  campaignFeature: Object.keys(schema.campaignProperties.shape),
  callForProjects: Object.keys(schema.callForProjects.shape),
};

const RIGHT: Record<(typeof PIECES)[number], (fields: object) => unknown> = {
  feedHead: (fields) => ({version: '1.0', ...fields}),
  campaignFeature: (fields) => ({
    type: 'Feature',
    id: 'a',
    geometry: null,
    properties: {title: 'T', url: 'https://a.example/', ...fields},
  }),
  callForProjects: (fields) => ({id: 'a', title: 'T', ...fields}),
};

describe('the shapes that a page reads with', () => {
  it('are those of the schema: npm run generate:shapes', () => {
    assert.equal(readFileSync(SHAPES_FILE, 'utf8'), shapesSource());
  });

  for (const piece of PIECES) {
    it(`fit what the schema accepts of ${piece}, and nothing else`, () => {
      let accepted = 0;
      let refused = 0;
      fc.assert(
        fc.property(
          fc.dictionary(fc.constantFrom(...NAMES[piece]), fc.constantFrom(...VALUES), {maxKeys: 3}),
          (fields) => {
            const value = RIGHT[piece](fields);
            const isRight = z.safeParse(schema[piece] as z.ZodMiniType, value).success;
            if (isRight) accepted += 1;
            else refused += 1;
            assert.equal(fits(shapes[piece], value), isRight, JSON.stringify(value));
          },
        ),
        {numRuns: 5000},
      );
      assert.ok(accepted > 100 && refused > 100, `${accepted} accepted, ${refused} refused`);
    });
  }

  it('fit every campaign of the samples that are valid', () => {
    const folder = new URL('../../../demo/feeds/', import.meta.url);
    const names = readdirSync(folder).filter((name) => /^(pays|one|country)\.json$/.test(name));
    assert.ok(names.length);
    for (const name of names) {
      const feed = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as {features: unknown[]};
      for (const feature of feed.features)
        assert.ok(fits(shapes.campaignFeature, feature), JSON.stringify(feature));
    }
  });

  it('take no position that the schema refuses, and all those of France', () => {
    const box = (west: number, south: number, east: number, north: number) =>
      fc.tuple(
        fc.double({min: west, max: east, noNaN: true}),
        fc.double({min: south, max: north, noNaN: true}),
      );
    fc.assert(
      fc.property(fc.oneof(box(-200, -100, 200, 100), box(-30, -70, 60, 60)), (position) => {
        if (fits('position', position)) assert.equal(faultOfPosition(position), '');
      }),
      {numRuns: 5000},
    );
    const france = fc.oneof(
      box(-5.5, 41, 9.9, 51.6),
      box(-63.5, 14, -60.5, 18.5),
      box(-55, 2, -51, 6),
      box(55, -21.5, 56, -20.8),
      box(44.9, -13.1, 45.4, -12.5),
    );
    fc.assert(fc.property(france, (position) => fits('position', position)));
  });
});

describe('the short way of reading', () => {
  const URL_OF_FEED = 'https://feeds.example/feed.json';

  it('gives what the long one gives, of any feed', async () => {
    let short = 0;
    const feature = fc.dictionary(
      fc.constantFrom(...NAMES.campaignFeature),
      fc.constantFrom(...VALUES),
      {maxKeys: 3},
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(feature, {maxLength: 2}),
        fc.dictionary(fc.constantFrom(...NAMES.callForProjects), fc.constantFrom(...VALUES), {
          maxKeys: 2,
        }),
        async (fields, call) => {
          const json = {
            ...(RIGHT.feedHead({}) as object),
            type: 'FeatureCollection',
            calls: [RIGHT.callForProjects(call)],
            features: fields.map((properties, index) => ({
              ...(RIGHT.campaignFeature(properties) as object),
              id: `c${index}`,
            })),
          };
          const long = readFeed(json, URL_OF_FEED);
          if (!long.feed.problems.length) short += 1;
          assert.deepEqual(await readFeedFast(json, URL_OF_FEED), long);
        },
      ),
      {numRuns: 3000},
    );
    assert.ok(short > 100, `${short} feeds were right`);
  });
});
