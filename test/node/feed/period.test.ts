import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {inPeriod, parsePeriod} from '../../../lib/feed/period.js';
import {periodText} from '../../../lib/i18n/period-text.js';
import {makeCampaign} from '../../helpers/campaigns.ts';

const NOW = Date.parse('2026-03-31T10:00:00+02:00');

describe('parsePeriod', () => {
  for (const [text, from, to] of [
    ['2026', '2026-01-01', '2026-12-31'],
    [' 2024-02 ', '2024-02-01', '2024-02-29'],
    ['2024-01/2026-06', '2024-01-01', '2026-06-30'],
    ['2024/2025', '2024-01-01', '2025-12-31'],
    ['2024/', '2024-01-01', null],
    ['../2024', null, '2024-12-31'],
    ['2026-03-05', '2026-03-05', '2026-03-05'],
    ['12m', '2025-03-31', null],
    ['1m', '2026-02-28', null],
    ['2Y', '2024-03-31', null],
    ['90d', '2025-12-31', null],
  ] as const) {
    it(`reads "${text}"`, () => {
      const period = parsePeriod(text, NOW);
      assert.equal(period?.from, from);
      assert.equal(period?.to, to);
    });
  }

  for (const text of [
    '',
    'all',
    'soon',
    '26',
    '2026-13',
    '2026-02-30',
    '2026/2025',
    '/',
    '0m',
    '1/2/3',
    '12w',
  ]) {
    it(`takes "${text}" for all time`, () => assert.equal(parsePeriod(text, NOW), null));
  }
});

describe('inPeriod', () => {
  const year = parsePeriod('2026');

  it('counts by the day of the beginning, in Paris', () => {
    const began = (startsAt: string) => inPeriod(makeCampaign({startsAt}), year);
    assert.equal(began('2025-12-31T23:30:00Z'), true);
    assert.equal(began('2026-12-31T23:30:00Z'), false);
    assert.equal(began('2026-12-31T23:30:00+01:00'), true);
  });

  it('counts by the end where nobody says the beginning, and not at all without either', () => {
    assert.equal(inPeriod(makeCampaign({endsAt: '2026-05-01T00:00:00+02:00'}), year), true);
    assert.equal(inPeriod(makeCampaign(), year), false);
    assert.equal(inPeriod(makeCampaign(), null), true);
  });
});

describe('periodText', () => {
  for (const [text, fr, en] of [
    ['2026', 'en 2026', 'in 2026'],
    ['2026-03', 'en mars 2026', 'in March 2026'],
    ['12m', 'au cours des 12 derniers mois', 'over the last 12 months'],
    ['1y', 'au cours de la dernière année', 'over the last year'],
    ['2024/', 'depuis le 1 janvier 2024', 'since 1 January 2024'],
    ['nonsense', '', ''],
  ] as const) {
    it(`says "${text}"`, () => {
      assert.equal(periodText(parsePeriod(text, NOW), 'fr').replace('1er', '1'), fr);
      assert.equal(periodText(parsePeriod(text, NOW), 'en'), en);
    });
  }
});
