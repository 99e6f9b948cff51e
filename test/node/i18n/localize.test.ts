import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {
  countryName,
  formatCompact,
  formatDate,
  formatDateTime,
  formatList,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  languageOf,
  pluralOf,
  wholePercents,
} from '../../../lib/i18n/localize.js';

describe('languageOf', () => {
  for (const tag of ['fr', 'fr-CA', 'FR_be', 'br', 'de', '', '  ', null, undefined, 'x', 'eng']) {
    it(`speaks French for ${JSON.stringify(tag)}`, () => assert.equal(languageOf(tag), 'fr'));
  }
  for (const tag of ['en', 'en-US', 'EN', ' en_GB ', 'en-Latn-IE']) {
    it(`speaks English for ${JSON.stringify(tag)}`, () => assert.equal(languageOf(tag), 'en'));
  }
});

describe('formatNumber', () => {
  it('writes the thousands of the language', () => {
    assert.equal(formatNumber(1_234_567, 'fr'), '1\u202f234\u202f567');
    assert.equal(formatNumber(1_234_567, 'en'), '1,234,567');
    assert.equal(formatNumber(12.5, 'fr'), '12,5');
  });

  it('says nothing of what is not finite', () => {
    for (const value of [NaN, Infinity, -Infinity]) {
      assert.equal(formatNumber(value, 'fr'), '');
      assert.equal(formatCompact(value, 'fr'), '');
      assert.equal(formatMoney(value, 'EUR', 'fr'), '');
      assert.equal(formatPercent(value, 'fr'), '');
    }
  });
});

describe('formatCompact', () => {
  it('shortens without rounding up', () => {
    assert.equal(formatCompact(1_290_000, 'fr'), '1,2\u00a0M');
    assert.equal(formatCompact(1_999_999, 'en'), '1.9m');
    assert.equal(formatCompact(950, 'fr'), '950');
  });
});

describe('formatMoney', () => {
  it('shows cents only when there are some', () => {
    assert.equal(formatMoney(9930, 'EUR', 'fr'), '9\u202f930\u00a0€');
    assert.equal(formatMoney(9930, 'EUR', 'en'), '€9,930');
    assert.equal(formatMoney(12.5, 'EUR', 'fr'), '12,50\u00a0€');
    assert.equal(formatMoney(12.5, 'EUR', 'en'), '€12.50');
    assert.equal(formatMoney(0, 'EUR', 'fr'), '0\u00a0€');
  });

  it('forgets what floats leave below a cent', () => {
    assert.equal(formatMoney(0.1 + 0.2, 'EUR', 'fr'), '0,30\u00a0€');
    assert.equal(formatMoney(0.29 * 100, 'EUR', 'fr'), '29\u00a0€');
    assert.equal(formatMoney(12000 * 0.6, 'EUR', 'en'), '€7,200');
  });

  it('counts the digits of the currency', () => {
    assert.equal(formatMoney(12.345, 'TND', 'fr'), '12,345\u00a0TND');
    assert.equal(formatMoney(1500, 'XPF', 'fr'), '1\u202f500\u00a0FCFP');
    assert.equal(formatMoney(1500, 'JPY', 'en'), 'JP¥1,500');
  });

  it('tells the dollars apart', () => {
    assert.equal(formatMoney(12, 'CAD', 'fr'), '12\u00a0$CA');
    assert.equal(formatMoney(12, 'USD', 'fr'), '12\u00a0$US');
    assert.equal(formatMoney(12, 'USD', 'en'), 'US$12');
    assert.equal(formatMoney(12, 'CHF', 'fr'), '12\u00a0CHF');
  });

  for (const code of ['XYZ', 'ABCD', '', '€€€', '12', '<b>']) {
    it(`writes a code that nobody knows after the number: ${JSON.stringify(code)}`, () => {
      assert.equal(formatMoney(1200, code, 'fr'), `1\u202f200\u00a0${code}`);
      assert.equal(formatMoney(1200, code, 'en'), `1,200\u00a0${code}`);
    });
  }
});

describe('formatPercent', () => {
  it('is floored, and goes past 100', () => {
    assert.equal(formatPercent(0.996, 'fr'), '99\u00a0%');
    assert.equal(formatPercent(0.996, 'en'), '99%');
    assert.equal(formatPercent(1, 'fr'), '100\u00a0%');
    assert.equal(formatPercent(1.869, 'fr'), '186\u00a0%');
    assert.equal(formatPercent(12.345, 'fr'), '1\u202f234\u00a0%');
    assert.equal(formatPercent(0, 'fr'), '0\u00a0%');
  });

  it('does not fall to the percent below for a float’s sake', () => {
    for (const whole of [1, 7, 14, 28, 29, 55, 56, 57, 58, 99, 110, 113, 114, 115, 201, 1001]) {
      assert.equal(wholePercents(whole / 100), whole);
    }
    assert.equal(wholePercents(0.29), 29);
    assert.equal(wholePercents(1.1499999), 114);
    assert.equal(wholePercents(1.15), 115);
  });

  it('is not 100 one ulp below', () => {
    assert.equal(wholePercents(1 - Number.EPSILON / 2), 99);
    assert.equal(wholePercents(99_999_999_999.99 / 100_000_000_000), 99);
  });

  it('is the exact floor of amounts in cents, never above and never below', () => {
    const cents = fc.integer({min: 0, max: 1e12});
    fc.assert(
      fc.property(cents, fc.integer({min: 1, max: 1e12}), (raised, goal) => {
        const percent = wholePercents(raised / 100 / (goal / 100));
        assert.equal(BigInt(percent), (BigInt(raised) * 100n) / BigInt(goal));
      }),
      {numRuns: 2000},
    );
  });

  it('is exact around each whole percent, where floats hesitate', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 1e8}),
        fc.integer({min: 1, max: 400}),
        fc.integer({min: -2, max: 2}),
        (hundredth, percent, away) => {
          // A goal of which each percent is a whole number of cents.
          const goal = hundredth * 100;
          const raised = Math.max(0, hundredth * percent + away);
          const said = wholePercents(raised / 100 / (goal / 100));
          assert.equal(BigInt(said), (BigInt(raised) * 100n) / BigInt(goal));
        },
      ),
      {numRuns: 2000},
    );
  });
});

describe('dates', () => {
  it('writes the day of the zone, not of the process', () => {
    assert.equal(formatDate('2026-03-03T23:30:00Z', 'fr'), '4 mars 2026');
    assert.equal(formatDate('2026-03-03T23:30:00Z', 'en'), '4 March 2026');
    assert.equal(formatDate('2026-03-03T23:30:00Z', 'fr', 'UTC'), '3 mars 2026');
  });

  it('counts the first of a month in order, in French', () => {
    assert.equal(formatDate('2026-03-01T12:00:00Z', 'fr'), '1er mars 2026');
    assert.equal(formatDate('2026-03-11T12:00:00Z', 'fr'), '11 mars 2026');
    assert.equal(formatDate('2026-03-21T12:00:00Z', 'fr'), '21 mars 2026');
    assert.equal(formatDate('2026-03-01T12:00:00Z', 'en'), '1 March 2026');
    assert.match(formatDateTime('2026-03-01T09:04:00Z', 'fr'), /^1er mars 2026.*10:04$/);
    assert.equal(formatMonth('2026-03-01', 'fr'), 'mars 2026');
  });

  it('says nothing of a date that does not parse', () => {
    for (const iso of ['', 'tomorrow', '2026-13-45']) {
      assert.equal(formatDate(iso, 'fr'), '');
      assert.equal(formatDateTime(iso, 'en'), '');
    }
  });
});

describe('lists, plurals and countries', () => {
  it('joins names as one speaks', () => {
    assert.equal(formatList(['Pau', 'Lons', 'Billère'], 'fr'), 'Pau, Lons et Billère');
    assert.equal(formatList(['Pau', 'Lons', 'Billère'], 'en'), 'Pau, Lons and Billère');
    assert.equal(formatList(['Pau'], 'fr'), 'Pau');
    assert.equal(formatList([], 'fr'), '');
  });

  it('takes the singular for zero in French alone', () => {
    assert.equal(pluralOf(0, 'fr'), 'one');
    assert.equal(pluralOf(1.5, 'fr'), 'one');
    assert.equal(pluralOf(0, 'en'), 'other');
  });

  it('names countries, and keeps a code that is none', () => {
    assert.equal(countryName('CH', 'fr'), 'Suisse');
    assert.equal(countryName('CH', 'en'), 'Switzerland');
    assert.equal(countryName('not a code', 'fr'), 'not a code');
  });
});
