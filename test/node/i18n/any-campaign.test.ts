import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {campaignText} from '../../../lib/i18n/campaign-text.js';
import {historyText} from '../../../lib/i18n/history-text.js';
import {makeCampaign} from '../../helpers/campaigns.ts';

const MOST = 1e12;
const cents = fc.integer({min: 0, max: 1e14}).map((amount) => amount / 100);
const floats = fc.double({min: 0, max: MOST, noNaN: true});
const amount = fc.oneof(cents, floats, fc.constantFrom(0, 1, 5e-324, MOST));
const known = fc.option(amount);
const instant = fc
  .date({min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true})
  .chain((date) =>
    fc
      .constantFrom('Z', '+01:00', '+02:00', '-04:00', '+14:00', '-11:00')
      .map((offset) => `${date.toISOString().slice(0, 19)}${offset}`),
  );
const moment = fc.option(instant);
const name = fc.string({unit: fc.constantFrom('a', 'é', ' ', '<', '&', '"'), maxLength: 9});

/** Any campaign that reading lets through, and some that it does not. */
const campaign = fc
  .record({
    title: name,
    category: fc.option(fc.constantFrom('culture', 'constructor', '__proto__', 'Jeux')),
    status: fc.option(fc.constantFrom('upcoming', 'live', 'succeeded', 'failed', 'cancelled')),
    currency: fc.constantFrom('EUR', 'USD', 'XPF', 'TND', 'XYZ', '??'),
    unit: fc.constantFrom('money', 'orders'),
    goal: known,
    raised: known,
    threshold: fc.double({min: 0.001, max: 1, noNaN: true}),
    stretchGoals: fc.array(amount, {maxLength: 3}),
    extendedFrom: moment,
    matching: fc.option(fc.record({by: name, rate: amount, cap: known, given: known})),
    backers: fc.option(fc.integer({min: 0, max: 1e9})),
    startsAt: moment,
    endsAt: moment,
    place: fc.option(
      fc.record({
        name: fc.option(name),
        code: fc.option(fc.constantFrom('64445', '97411', '2A004', 'x')),
        postcode: fc.constant(null),
        epci: fc.constant(null),
        departement: fc.option(fc.constantFrom('64', '2A')),
        region: fc.constant(null),
        country: fc.constantFrom('FR', 'CH', 'ZZ', '??'),
      }),
    ),
    history: fc.array(fc.record({at: instant, raised: known, backers: fc.constant(null)}), {
      maxLength: 4,
    }),
    news: fc.array(fc.record({at: moment, title: name, url: fc.constant(null)}), {maxLength: 2}),
  })
  .map((fields) => makeCampaign(fields));
const lang = fc.constantFrom('fr', 'en');
const now = fc.integer({min: Date.parse('1995-01-01'), max: Date.parse('2095-01-01')});

describe('any campaign', () => {
  it('never shows the inside of the machine', () => {
    fc.assert(
      fc.property(campaign, lang, now, (given, language, at) => {
        const text = campaignText(given, language, {now: at});
        const words = [...Object.values(text), historyText(given, language)].filter(
          (value) => typeof value === 'string',
        );
        for (const word of words) {
          assert.doesNotMatch(word, /NaN|undefined|null|Infinity|∞|Invalid|\[object|function/);
        }
      }),
      {numRuns: 1500},
    );
  });

  it('shows no figure for what is unknown', () => {
    fc.assert(
      fc.property(campaign, lang, now, (given, language, at) => {
        const text = campaignText({...given, raised: null, backers: null}, language, {now: at});
        assert.deepEqual(
          [text.raised, text.percent, text.backers, text.ratio, text.filled],
          ['', '', '', null, null],
        );
        if (!given.goal) assert.equal(text.progress, '');
        else assert.ok(text.progress.includes(text.goal));
        assert.doesNotMatch(text.progress, /%/);
      }),
      {numRuns: 500},
    );
  });

  it('keeps the bar between empty and whole, and says 100 % only when it is true', () => {
    fc.assert(
      fc.property(campaign, lang, now, (given, language, at) => {
        const {ratio, filled, percent} = campaignText(given, language, {now: at});
        if (ratio === null || filled === null) {
          assert.deepEqual([ratio, filled, percent], [null, null, '']);
          return;
        }
        const {raised, goal} = given;
        assert.ok(raised !== null && goal);
        assert.ok(filled >= 0 && filled <= 1 && Number.isFinite(ratio));
        const said = BigInt(percent.replace(/\D/g, ''));
        if (/moins|under/.test(percent)) assert.ok(raised > 0 && raised < goal);
        else {
          assert.equal(said >= 100n, raised >= goal, `${percent}: ${raised} of ${goal}`);
          assert.equal(said === 0n, ratio === 0);
        }
      }),
      {numRuns: 1500},
    );
  });

  it('says no day that is past as one that is left', () => {
    fc.assert(
      fc.property(campaign, now, (given, at) => {
        const {time} = campaignText(given, 'fr', {now: at});
        const days = /^([\d\u202f]+)\u00a0jours? restants?$/.exec(time)?.[1];
        if (!days) return;
        const left = (Date.parse(given.endsAt ?? '') - at) / 86_400_000;
        const said = Number(days.replace(/\u202f/g, ''));
        // Civil days: never a day more than the clock has begun, nor one less than it has whole.
        assert.ok(said >= 1 && left >= 1 && Math.abs(said - left) < 1.05, `${time}: ${left}`);
      }),
      {numRuns: 1500},
    );
  });
});
