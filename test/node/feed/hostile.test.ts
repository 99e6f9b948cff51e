import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import type {Campaign, Feed} from '../../../lib/feed/campaign.js';
import {FeedError} from '../../../lib/feed/errors.js';
import {readFeed} from '../../../lib/feed/read.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';

const URL_OF_FEED = 'https://feeds.example/feed.json';
const INVISIBLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** What every campaign is, whatever the feed was. */
function assertSound(campaign: Campaign): void {
  const isAmount = (value: number | null) => value === null || (value >= 0 && value <= 1e12);
  const isLink = (value: string | null) =>
    value === null || /^https?:\/\//.test(new URL(value).href);
  const isInstant = (value: string | null) =>
    value === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value);
  const {goal, raised, threshold, backers, stretchGoals, coordinates, matching, place} = campaign;
  assert.ok(campaign.id && campaign.title);
  assert.ok(isLink(campaign.url) && campaign.url);
  assert.ok(isAmount(raised) && isAmount(goal) && goal !== 0);
  assert.ok(threshold > 0 && threshold <= 1);
  assert.ok(isAmount(backers) && (backers === null || Number.isInteger(backers)));
  assert.ok(stretchGoals.every((stretch) => stretch > (goal ?? 0) && isAmount(stretch)));
  assert.match(campaign.currency, /^[A-Z]{3}$/);
  assert.ok(['money', 'orders'].includes(campaign.unit));
  assert.ok(
    [null, 'upcoming', 'live', 'succeeded', 'failed', 'cancelled'].includes(campaign.status),
  );
  for (const at of [campaign.startsAt, campaign.endsAt, campaign.extendedFrom])
    assert.ok(isInstant(at));
  if (coordinates) {
    assert.equal(coordinates.length, 2);
    assert.ok(Math.abs(coordinates[0]) <= 180 && Math.abs(coordinates[1]) <= 90);
  }
  if (matching)
    assert.ok(
      matching.by && matching.rate > 0 && isAmount(matching.cap) && isAmount(matching.given),
    );
  if (place) assert.match(place.country, /^[A-Z]{2}$/);
  if (campaign.image) assert.ok(isLink(campaign.image.src) && campaign.image.src);
  for (const {name, url, logo} of campaign.mentors) assert.ok(name && isLink(url) && isLink(logo));
  if (campaign.owner) assert.ok(campaign.owner.name && isLink(campaign.owner.url));
  for (const entry of campaign.history) {
    assert.ok(isInstant(entry.at) && isAmount(entry.raised) && isAmount(entry.backers));
  }
  for (const entry of campaign.news)
    assert.ok(entry.title && isInstant(entry.at) && isLink(entry.url));
  const texts = JSON.stringify(campaign, (_, value: unknown) => {
    if (typeof value === 'string') {
      assert.doesNotMatch(value, INVISIBLE);
      assert.ok(Array.from(value).length <= 1000 || /^https?:/.test(value));
    }
    assert.notEqual(value, undefined);
    return value;
  });
  assert.ok(texts);
}

function assertSoundFeed(feed: Feed): void {
  feed.campaigns.forEach(assertSound);
  const ids = feed.campaigns.map(({id}) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const problem of feed.problems) {
    assert.ok(problem.reason);
    assert.ok(['campaign', 'field', 'feed'].includes(problem.kind));
  }
}

/** The values that real feeds get wrong, and those that an attacker would try. */
const odd = fc.oneof(
  fc.jsonValue({maxDepth: 3}),
  fc.constantFrom<unknown>(
    Infinity,
    -0,
    1e13,
    -1,
    0.1,
    '0',
    '',
    ' ',
    '12 000 €',
    '2026-02-30',
    '2026-11-30',
    '2026-11-30T10:00',
    'javascript:alert(1)',
    'https://x.example/',
    '//x.example',
    '/x',
    '<script>alert(1)</script>',
    '\u202e\ud800',
    'x'.repeat(2000),
    'FR',
    'EUR',
    '01001',
    [48.8, 2.3],
    {name: 'A'},
    [{name: 'A', url: 'x'}, null, 3],
    {src: 'https://x.example/a.png', width: -1},
    [{at: '2026-01-01', raised: 1}, {at: 1}],
    {by: 'A', rate: 1, cap: '1'},
    {id: 1, edition: 2},
  ),
);

const PROPERTIES = (
  'title url tagline category image status currency goal raised unit threshold stretchGoals extendedFrom ' +
  'matching backers startsAt endsAt place owner mentors call history news lang __proto__ constructor'
).split(' ');

const properties = fc
  .array(fc.tuple(fc.constantFrom(...PROPERTIES), odd), {maxLength: 12})
  // As JSON.parse does: an own property, whatever its name.
  .map((entries) => Object.fromEntries(entries));

const feature = fc.oneof(
  odd,
  fc.record({
    type: fc.constant('Feature'),
    id: odd,
    geometry: odd,
    properties: fc.oneof(properties, odd),
  }),
  fc.tuple(fc.oneof(fc.string(), fc.integer()), properties, odd).map(([id, some, coordinates]) => ({
    ...makeFeature({id, properties: some}),
    geometry: {type: 'Point', coordinates},
  })),
);

describe('whatever the feed', () => {
  it('any JSON gives a feed or a FeedError', () => {
    fc.assert(
      fc.property(fc.jsonValue({maxDepth: 4}), (json) => {
        try {
          assertSoundFeed(readFeed(json, URL_OF_FEED).feed);
        } catch (error) {
          assert.ok(error instanceof FeedError, String(error));
        }
      }),
    );
  });

  it('one bad campaign never takes the others with it, and each that shows is sound', () => {
    fc.assert(
      fc.property(fc.array(feature, {maxLength: 6}), (features) => {
        const good = makeFeature({id: 'a good one'});
        const {feed} = readFeed(makeFeed([...features, good]), URL_OF_FEED);
        assertSoundFeed(feed);
        assert.ok(feed.campaigns.some(({id}) => id === 'a good one'));
        const shown = feed.campaigns.length;
        const leftOut = feed.problems.filter(({kind}) => kind === 'campaign').length;
        assert.equal(shown + leftOut, features.length + 1);
      }),
      {numRuns: 400},
    );
  });

  it('any head and any calls leave the campaigns', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(
              'title',
              'publisher',
              'licence',
              'updatedAt',
              'timezone',
              'next',
              'calls',
            ),
            odd,
          ),
        ),
        (top) => {
          const {feed} = readFeed(makeFeed([makeFeature()], Object.fromEntries(top)), URL_OF_FEED);
          assert.equal(feed.campaigns.length, 1);
          for (const call of feed.calls) assert.ok(call.id && call.title);
        },
      ),
    );
  });

  it('prototypes stay clean', () => {
    const json: unknown = JSON.parse(
      JSON.stringify(makeFeed([makeFeature({properties: {raised: 'x'}})])).replace(
        '"raised":"x"',
        '"__proto__":{"goal":5,"polluted":1},"constructor":{"prototype":{"polluted":1}},"raised":"x"',
      ),
    );
    const {campaigns} = readFeed(json, URL_OF_FEED).feed;
    assert.equal(campaigns[0]?.goal, null);
    assert.ok(!('polluted' in {}));
    assert.ok(campaigns[0] && !('polluted' in campaigns[0]));
  });

  it('depth without end is no end of the page', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    const {campaigns} = readFeed(
      makeFeed([makeFeature({properties: {mentors: deep, deep}}), deep, makeFeature({id: 'b'})], {
        calls: deep,
        deep,
      }),
      URL_OF_FEED,
    ).feed;
    assert.deepEqual(
      campaigns.map(({id}) => id),
      ['halle', 'b'],
    );
  });

  it('lists without end are read to a point', () => {
    const {campaigns, problems} = readFeed(
      makeFeed([
        makeFeature({
          properties: {
            history: Array.from({length: 300_000}, () => ({})),
            mentors: Array.from({length: 5000}, (_, index) => ({name: String(index)})),
          },
        }),
      ]),
      URL_OF_FEED,
    ).feed;
    assert.equal(campaigns[0]?.mentors.length, 2000);
    assert.ok(
      problems.some(({path, reason}) => path === 'properties.history' && reason.includes('300000')),
    );
  });

  it('takes time in step with its size, valid or not', () => {
    const timeOf = (count: number, bad: boolean) => {
      const features = Array.from({length: count}, (_, index) =>
        makeFeature({
          id: `c${index}`,
          coordinates: [2, 48],
          properties: {
            goal: bad ? 'x' : 5000,
            raised: 4000,
            endsAt: '2026-11-30',
            mentors: [{name: bad ? '' : 'A'}, {name: 'B'}],
          },
        }),
      );
      const start = performance.now();
      readFeed(makeFeed(features), URL_OF_FEED);
      return performance.now() - start;
    };
    for (const bad of [false, true]) {
      timeOf(2000, bad);
      const small = timeOf(2000, bad);
      const large = timeOf(20_000, bad);
      assert.ok(large < small * 40 + 500, `${small} ms, then ${large} ms for ten times as many`);
    }
  });
});
