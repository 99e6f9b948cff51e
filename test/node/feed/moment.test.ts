import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {instantOf as instantBy} from '../../../lib/feed/moment.js';
import {readFeed} from '../../../lib/feed/read.js';
import {offsetOf} from '../../../lib/feed/zone.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';

function instantOf(text: string, zone: string, edge: 'start' | 'end' = 'start') {
  return instantBy(text, edge, (local) => offsetOf(local, zone));
}

function endOf(endsAt: unknown, top: Record<string, unknown> = {}) {
  const json = makeFeed([makeFeature({properties: {endsAt}})], top);
  return readFeed(json, 'https://feeds.example/').feed.campaigns[0]?.endsAt;
}

describe('a day without a time', () => {
  for (const [day, zone, start, end] of [
    ['2026-11-30', 'Europe/Paris', '2026-11-30T00:00:00+01:00', '2026-11-30T23:59:59+01:00'],
    ['2026-07-14', 'Europe/Paris', '2026-07-14T00:00:00+02:00', '2026-07-14T23:59:59+02:00'],
    // Clocks go forward, then back: the day begins with one offset and ends with the other.
    ['2026-03-29', 'Europe/Paris', '2026-03-29T00:00:00+01:00', '2026-03-29T23:59:59+02:00'],
    ['2026-10-25', 'Europe/Paris', '2026-10-25T00:00:00+02:00', '2026-10-25T23:59:59+01:00'],
    ['2026-11-30', 'Indian/Reunion', '2026-11-30T00:00:00+04:00', '2026-11-30T23:59:59+04:00'],
    ['2026-11-30', 'America/Cayenne', '2026-11-30T00:00:00-03:00', '2026-11-30T23:59:59-03:00'],
    ['2026-11-30', 'Pacific/Marquesas', '2026-11-30T00:00:00-09:30', '2026-11-30T23:59:59-09:30'],
    ['2026-11-30', 'Pacific/Kiritimati', '2026-11-30T00:00:00+14:00', '2026-11-30T23:59:59+14:00'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00+00:00', '2024-02-29T23:59:59+00:00'],
  ] as const) {
    it(`${day} in ${zone}`, () => {
      assert.equal(instantOf(day, zone), start);
      assert.equal(instantOf(day, zone, 'end'), end);
      assert.equal(Date.parse(end) - Date.parse(start) > 22 * 3_600_000, true);
    });
  }

  it('ends in the zone that the feed names, else in Paris', () => {
    assert.equal(endOf('2026-11-30'), '2026-11-30T23:59:59+01:00');
    assert.equal(
      endOf('2026-11-30', {timezone: 'America/Martinique'}),
      '2026-11-30T23:59:59-04:00',
    );
    assert.equal(endOf('2026-11-30', {timezone: 'Nowhere/At all'}), '2026-11-30T23:59:59+01:00');
  });
});

describe('an instant', () => {
  for (const [text, instant] of [
    ['2026-11-30T18:00:00+01:00', '2026-11-30T18:00:00+01:00'],
    ['2026-11-30T18:00:00Z', '2026-11-30T18:00:00Z'],
    ['2026-11-30t18:00z', '2026-11-30T18:00:00Z'],
    ['2026-11-30T18:00+0100', '2026-11-30T18:00:00+01:00'],
    ['2021-02-17T10:17:49.4470247+01:00', '2021-02-17T10:17:49+01:00'],
    [' 2026-11-30 18:00:00-07:00 ', '2026-11-30T18:00:00-07:00'],
    // Without an offset it is the time of the feed's zone.
    ['2026-07-01T18:00:00', '2026-07-01T18:00:00+02:00'],
    ['2026-12-01 09:30', '2026-12-01T09:30:00+01:00'],
  ] as const) {
    it(text, () => {
      assert.equal(instantOf(text, 'Europe/Paris'), instant);
      assert.ok(Number.isFinite(Date.parse(instant)));
      assert.equal(endOf(text), instant);
    });
  }

  for (const text of [
    '',
    'soon',
    '2026',
    '2026-11',
    '2026-13-01',
    '2026-00-10',
    '2026-02-29',
    '2026-04-31',
    '2026-11-30T24:30:00Z',
    '2026-11-30T18:61Z',
    '2026-11-30T18Z',
    '2026-11-30T18:00+99:99',
    '30/11/2026',
    'Mon, 04 Mar 2013 00:00:00 GMT',
    '20261130',
  ]) {
    it(`that is none: ${JSON.stringify(text)}`, () => {
      assert.equal(instantOf(text, 'Europe/Paris'), null);
      assert.equal(endOf(text), null);
    });
  }
});
