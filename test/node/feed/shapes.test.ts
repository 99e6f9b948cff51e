import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';

import * as fc from 'fast-check';
import * as z from 'zod/mini';

import {fit} from '../../../lib/feed/fit.js';
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
            assert.equal(fit(shapes[piece], value) !== undefined, isRight, JSON.stringify(value));
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
        assert.ok(fit(shapes.campaignFeature, feature), JSON.stringify(feature));
    }
  });

  it('copy what they know, and nothing else', () => {
    const feature = JSON.parse(
      '{"type":"Feature","id":"a","geometry":null,"bbox":[1],"properties":{"title":"T","url":"https://a.example/","__proto__":{"x":1},"extra":2}}',
    ) as unknown;
    assert.deepEqual(fit(shapes.campaignFeature, feature), {
      type: 'Feature',
      id: 'a',
      properties: {title: 'T', url: 'https://a.example/'},
    });
  });
});
