import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {civilDays} from '../../../src/feed/civil.ts';

/** [now, end, zone, days]. Paris changes its clocks on 29 March and 25 October 2026. */
const DAYS: [string, string, string | undefined, number][] = [
  ['2026-10-24T12:00:00Z', '2026-10-25T23:59:59+01:00', undefined, 1],
  ['2026-10-23T22:30:00Z', '2026-10-25T23:59:59+01:00', undefined, 1],
  ['2026-10-23T21:30:00Z', '2026-10-25T23:59:59+01:00', undefined, 2],
  ['2026-03-28T23:30:00Z', '2026-03-30T23:59:59+02:00', undefined, 1],
  ['2026-06-01T10:30:00Z', '2026-06-02T23:59:59+11:00', undefined, 1],
  ['2026-06-01T13:30:00Z', '2026-06-02T23:59:59+11:00', undefined, 0],
  ['2026-06-01T21:30:00Z', '2026-06-02T21:59:59Z', undefined, 1],
  ['2026-06-01T22:30:00Z', '2026-06-02T21:59:59Z', undefined, 0],
  ['2026-06-02T02:30:00Z', '2026-06-02T23:59:59Z', 'America/Cayenne', 1],
  ['2026-06-03T10:00:00Z', '2026-06-02T23:59:59+02:00', undefined, -1],
];

describe('civilDays', () => {
  for (const [now, end, zone, days] of DAYS) {
    it(`is ${days} from ${now} to ${end}${zone ? ` in ${zone}` : ''}`, () => {
      assert.equal(civilDays(Date.parse(now), end, zone), days);
    });
  }
});
