import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {totalsOf} from '../../../lib/feed/select.js';
import {callKindText, editionText} from '../../../lib/i18n/edition-text.js';
import {callFigures, totalsFigures, totalsText} from '../../../lib/i18n/figures-text.js';
import {
  campaignCount,
  countInViewText,
  countOfText,
  loosenText,
  moreText,
} from '../../../lib/i18n/list-text.js';
import {periodText} from '../../../lib/i18n/period-text.js';
import type {Campaign, Edition} from '../../../src/feed/campaign.js';
import {makeCall, makeCampaign} from '../../helpers/campaigns.ts';

const NOW = Date.parse('2026-11-24T10:00:00+01:00');
const totals = (...campaigns: Partial<Campaign>[]) =>
  totalsOf(
    campaigns.map((fields) => makeCampaign(fields)),
    NOW,
  );

describe('totals', () => {
  it('says what campaigns come to, in one line', () => {
    const all = totals(
      {raised: 9930, goal: 12000, backers: 134},
      {raised: 2520.6, goal: 2000, backers: 41, status: 'succeeded'},
      {raised: 10, goal: 2000, backers: 3, status: 'failed'},
    );
    assert.equal(
      totalsText(all, 'fr'),
      '12\u202f460\u00a0€ collectés, 3 campagnes, 1 en cours aujourd’hui, 178 contributeurs, ' +
        '50\u00a0% de réussite sur 2\u00a0campagnes terminées',
    );
    assert.equal(
      totalsText(all, 'en'),
      '€12,460 raised, 3 campaigns, 1 live today, 178 backers, ' +
        '50% success rate of 2\u00a0ended campaigns',
    );
  });

  it('says "at least" when some campaigns do not tell', () => {
    const figures = totalsFigures(totals({raised: 500, backers: 3}, {raised: null}), 'fr');
    assert.deepEqual(
      figures.map(({name, before, value}) => [name, before, value]),
      [
        ['raised', 'au moins', '500\u00a0€'],
        ['campaigns', '', '2'],
        ['live', '', '2'],
        ['backers', 'au moins', '3'],
      ],
    );
  });

  it('leaves out what nobody knows', () => {
    const names = totalsFigures(totals({}), 'fr').map(({name}) => name);
    assert.deepEqual(names, ['campaigns', 'live']);
  });

  it('adds neither currencies nor orders to each other', () => {
    const figures = totalsFigures(
      totals({raised: 500}, {raised: 20, currency: 'CHF'}, {raised: 34, unit: 'orders'}),
      'fr',
    );
    assert.deepEqual(
      figures.slice(0, 3).map(({value, label}) => `${value} ${label}`),
      ['500\u00a0€ collectés', '20\u00a0CHF collectés', '34 préventes'],
    );
  });

  it('never says more than was raised', () => {
    const raised = (...amounts: number[]) =>
      totalsFigures(totals(...amounts.map((amount) => ({raised: amount}))), 'fr')[0]?.value;
    assert.equal(raised(11_999.6), '11\u202f999\u00a0€');
    assert.equal(raised(0.1, 0.2, 0.7), '1\u00a0€');
    assert.equal(raised(0.6), '0,60\u00a0€');
    assert.equal(raised(0), '0\u00a0€');
  });

  it('says the budget of a call', () => {
    const figuresOf = (available: number | null, committed: number | null) =>
      callFigures(makeCall({budget: {available, committed}}), totals(), 'fr').map(
        ({value, label, after}) => [value, label, after].filter(Boolean).join(' '),
      );
    assert.deepEqual(figuresOf(50_000, 20_000), [
      '50\u202f000\u00a0€ de budget dont 20\u202f000\u00a0€ engagés',
    ]);
    assert.deepEqual(figuresOf(null, 20_000), ['20\u202f000\u00a0€ déjà engagés']);
    assert.deepEqual(figuresOf(null, null), []);
  });
});

describe('editions', () => {
  const edition: Edition = {
    id: '2026',
    title: 'Édition 2026',
    opensAt: '2026-03-01T00:00:00+01:00',
    closesAt: '2026-04-30T23:59:59+02:00',
    campaignsFrom: '2026-09-01T00:00:00+02:00',
    campaignsTo: '2026-10-31T23:59:59+01:00',
  };
  const at = (iso: string, fields: Partial<Edition> = {}, lang: 'fr' | 'en' = 'fr') =>
    editionText({...edition, ...fields}, lang, Date.parse(iso));

  it('says each phase', () => {
    assert.equal(at('2026-02-01T12:00:00Z').now, 'Les candidatures ouvriront le 1er mars 2026.');
    assert.equal(at('2026-04-01T12:00:00Z').now, 'Candidatures ouvertes jusqu’au 30 avril 2026.');
    assert.equal(
      at('2026-06-01T12:00:00Z').now,
      'Candidatures closes\u00a0: les lauréats seront en campagne à partir du 1er septembre 2026.',
    );
    assert.equal(
      at('2026-10-01T12:00:00Z').now,
      'Les lauréats sont en campagne jusqu’au 31 octobre 2026.',
    );
    assert.equal(
      at('2026-11-24T12:00:00Z').now,
      'Édition terminée le 31 octobre 2026\u00a0: voici ses résultats.',
    );
    assert.equal(
      at('2026-11-24T12:00:00Z', {}, 'en').now,
      'This edition ended on 31 October 2026: here are its results.',
    );
  });

  it('lists its steps, with one that is under way', () => {
    const {steps} = at('2026-10-01T12:00:00Z');
    assert.deepEqual(
      steps.map(({label, dates, past, current}) => [label, dates, past, current]),
      [
        ['Candidatures', 'du 1er mars 2026 au 30 avril 2026', true, false],
        ['Sélection', 'du 30 avril 2026 au 1er septembre 2026', true, false],
        ['Campagnes', 'du 1er septembre 2026 au 31 octobre 2026', false, true],
        ['Résultats', 'à partir du 31 octobre 2026', false, false],
      ],
    );
  });

  it('says nothing without a date, and less with fewer', () => {
    const none = {opensAt: null, closesAt: null, campaignsFrom: null, campaignsTo: null};
    assert.deepEqual(at('2026-10-01T12:00:00Z', none), {now: '', steps: []});
    const open = at('2026-10-01T12:00:00Z', {...none, opensAt: '2026-03-01T00:00:00+01:00'});
    assert.equal(open.now, 'Les candidatures sont ouvertes.');
    assert.equal(open.steps[0]?.dates, 'à partir du 1er mars 2026');
  });

  it('says whose call it is', () => {
    const organiser = {name: 'Bordeaux Métropole', url: null, logo: null};
    assert.equal(callKindText(makeCall({organiser}), 'fr'), 'Appel à projets · Bordeaux Métropole');
    assert.equal(callKindText(makeCall(), 'fr'), 'Appel à projets');
  });
});

describe('lists and periods', () => {
  it('counts campaigns', () => {
    assert.equal(campaignCount(12, 'fr'), '12\u00a0campagnes');
    assert.equal(campaignCount(1, 'fr'), '1\u00a0campagne');
    assert.equal(countOfText(3, 12, 'fr'), '3\u00a0campagnes sur 12');
    assert.equal(countInViewText(3, 'fr'), '3\u00a0campagnes dans cette partie de la carte');
  });

  it('says what else there is', () => {
    for (const lang of ['fr', 'en'] as const) {
      for (const text of [moreText(12, 40, lang), moreText(4, 4, lang), loosenText(1, lang)]) {
        assert.match(text, /\d/);
        assert.doesNotMatch(text, /undefined|NaN/);
      }
    }
    assert.equal(loosenText(5, 'fr'), 'Voir 5\u00a0autres campagnes');
  });

  it('says a period, in days that no zone moves', () => {
    assert.equal(periodText({kind: 'year', from: '2026-01-01', to: '2026-12-31'}, 'fr'), 'en 2026');
    assert.equal(
      periodText({kind: 'month', from: '2026-03-01', to: '2026-03-31'}, 'en'),
      'in March 2026',
    );
    assert.equal(
      periodText({kind: 'range', from: '2026-03-01', to: '2026-04-15'}, 'fr'),
      'du 1er mars 2026 au 15 avril 2026',
    );
    assert.equal(periodText(null, 'fr'), '');
  });
});
