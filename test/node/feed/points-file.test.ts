import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {decodePoints, encodePoints} from '../../../lib/feed/published/points-file.js';

const point = fc.record({
  longitude: fc.integer({min: -18_000_000, max: 18_000_000}),
  latitude: fc.integer({min: -9_000_000, max: 9_000_000}),
  raised: fc.oneof(
    fc.constant(NaN),
    fc.integer({min: 0, max: 1_000_000}),
    fc.integer({min: 0, max: 1_000_000}).map((cents) => cents / 100),
  ),
  status: fc.integer({min: 0, max: 5}),
  isPlaced: fc.boolean(),
});

describe('a file of points', () => {
  it('says what it was made from, in its order', () => {
    fc.assert(
      fc.property(fc.array(point, {maxLength: 200}), (all) => {
        const at = all.flatMap(({isPlaced}, position) => (isPlaced ? [position] : []));
        const placed = at.map((position) => all[position]!);
        const file = decodePoints(
          encodePoints({
            list: '0badcafe',
            length: all.length,
            at,
            longitude: (index) => placed[index]!.longitude,
            latitude: (index) => placed[index]!.latitude,
            raised: (index) => placed[index]!.raised,
            status: (index) => placed[index]!.status,
          }),
        );
        assert.equal(file.list, '0badcafe');
        assert.equal(file.length, all.length);
        assert.deepEqual([...file.at], at);
        placed.forEach(({longitude, latitude, raised, status}, index) => {
          const {points} = file;
          assert.ok(Math.abs(points.longitude[index]! - longitude) <= 5);
          assert.ok(Math.abs(points.latitude[index]! - latitude) <= 5);
          assert.equal(points.raised[index], Math.fround(raised));
          assert.equal(points.status[index], status);
        });
      }),
    );
  });

  it('is refused when it breaks off, and nothing else is thrown for any bytes', () => {
    const whole = encodePoints({
      list: '00000001',
      length: 3,
      at: [0, 2],
      longitude: (index) => 100_000 * (index + 1),
      latitude: () => 4_500_000,
      raised: (index) => [12, NaN][index]!,
      status: (index) => index + 1,
    });
    for (let end = 0; end < whole.length; end += 1) {
      assert.throws(() => decodePoints(whole.subarray(0, end)), RangeError);
    }
    fc.assert(
      fc.property(fc.uint8Array({minLength: 0, maxLength: 200}), (bytes) => {
        const given = Uint8Array.from([0x52, 0x50, 0x54, 0x31, ...bytes]);
        assert.throws(() => decodePoints(given), RangeError);
      }),
    );
  });
});
