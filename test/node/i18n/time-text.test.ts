import assert from 'node:assert/strict';
import {after, describe, it} from 'node:test';

import {campaignText} from '../../../lib/i18n/campaign-text.js';
import {dayText} from '../../../lib/i18n/time-text.js';
import type {Campaign} from '../../../src/feed/campaign.js';
import {makeCampaign} from '../../helpers/campaigns.ts';

/** What the time of a campaign says at an instant; without one, at noon on the 24th of November 2026. */
function timeOf(
  fields: Partial<Campaign>,
  now = '2026-11-24T12:00:00+01:00',
  lang: 'fr' | 'en' = 'fr',
) {
  return campaignText(makeCampaign(fields), lang, {now: Date.parse(now)}).time;
}

/** Where visitors may be: both edges of the calendar, half hours, and clocks that change or never do. */
const VISITORS = [
  'Europe/Paris',
  'UTC',
  'Asia/Dubai',
  'Asia/Tehran',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/New_York',
  'Australia/Lord_Howe',
];
const HOME = process.env['TZ'];

after(() => {
  if (HOME === undefined) delete process.env['TZ'];
  else process.env['TZ'] = HOME;
});

for (const visitor of VISITORS) {
  describe(`in ${visitor}`, () => {
    /** The zone is set as each test begins: files of one run share no process, tests of one file do. */
    const inZone = (name: string, check: () => void) =>
      it(name, () => {
        process.env['TZ'] = visitor;
        assert.equal(new Intl.DateTimeFormat().resolvedOptions().timeZone, visitor);
        check();
      });

    inZone('counts civil days, not spans of 24 hours', () => {
      const endsAt = '2026-12-01T23:59:59+01:00';
      assert.equal(timeOf({endsAt}, '2026-11-24T00:00:00+01:00'), '7\u00a0jours restants');
      assert.equal(timeOf({endsAt}, '2026-11-24T23:59:59+01:00'), '7\u00a0jours restants');
      assert.equal(timeOf({endsAt}, '2026-11-25T00:00:00+01:00'), '6\u00a0jours restants');
      assert.equal(timeOf({endsAt}, '2026-11-30T00:00:00+01:00'), '1\u00a0jour restant');
      assert.equal(timeOf({endsAt}, '2026-11-30T23:59:59+01:00'), '1\u00a0jour restant');
      assert.equal(timeOf({endsAt}, '2026-11-30T12:00:00+01:00', 'en'), '1\u00a0day left');
    });

    inZone('says the last day, its hours and its last hour', () => {
      const endsAt = '2026-12-01T23:59:59+01:00';
      assert.equal(
        timeOf({endsAt}, '2026-12-01T00:00:00+01:00'),
        'Dernier jour\u00a0: plus que 23\u00a0heures',
      );
      assert.equal(
        timeOf({endsAt}, '2026-12-01T18:30:00+01:00'),
        'Dernier jour\u00a0: plus que 5\u00a0heures',
      );
      assert.equal(
        timeOf({endsAt}, '2026-12-01T22:30:00+01:00'),
        'Dernier jour\u00a0: plus que 1\u00a0heure',
      );
      assert.equal(timeOf({endsAt}, endsAt), 'Dernier jour\u00a0: moins d’une heure');
      assert.equal(
        timeOf({endsAt}, '2026-12-01T18:30:00+01:00', 'en'),
        'Last day: 5\u00a0hours left',
      );
      assert.equal(timeOf({endsAt}, '2026-12-02T00:00:00+01:00'), 'Terminée le 1er décembre 2026');
    });

    inZone('says hours under a day that ends tomorrow', () => {
      const endsAt = '2026-12-01T10:00:00+01:00';
      assert.equal(timeOf({endsAt}, '2026-11-30T09:00:00+01:00'), '1\u00a0jour restant');
      assert.equal(timeOf({endsAt}, '2026-11-30T20:00:00+01:00'), 'Plus que 14\u00a0heures');
      assert.equal(
        timeOf({endsAt: '2026-12-01T00:15:00+01:00'}, '2026-11-30T23:30:00+01:00'),
        'Moins d’une heure',
      );
      assert.equal(
        timeOf({endsAt: '2026-12-01T00:15:00+01:00'}, '2026-11-30T23:30:00+01:00', 'en'),
        'Less than an hour left',
      );
    });

    inZone('keeps the calendar through the change to winter time', () => {
      // On the 25th of October 2026 Paris lives 25 hours.
      const endsAt = '2026-10-26T23:59:59+01:00';
      assert.equal(timeOf({endsAt}, '2026-10-24T00:30:00+02:00'), '2\u00a0jours restants');
      assert.equal(timeOf({endsAt}, '2026-10-24T23:30:00+02:00'), '2\u00a0jours restants');
      assert.equal(timeOf({endsAt}, '2026-10-25T00:30:00+02:00'), '1\u00a0jour restant');
      assert.equal(
        timeOf({endsAt: '2026-10-25T23:59:59+01:00'}, '2026-10-25T00:10:00+02:00'),
        'Dernier jour\u00a0: plus que 24\u00a0heures',
      );
    });

    inZone('keeps the calendar through the change to summer time', () => {
      // On the 29th of March 2026 Paris lives 23 hours.
      const endsAt = '2026-03-30T23:59:59+02:00';
      assert.equal(timeOf({endsAt}, '2026-03-28T23:30:00+01:00'), '2\u00a0jours restants');
      assert.equal(timeOf({endsAt}, '2026-03-29T00:30:00+01:00'), '1\u00a0jour restant');
      assert.equal(
        timeOf({endsAt: '2026-03-29T23:59:59+02:00'}, '2026-03-29T00:30:00+01:00'),
        'Dernier jour\u00a0: plus que 22\u00a0heures',
      );
    });

    inZone('reads a date in UTC on the clock of Paris', () => {
      const endsAt = '2026-12-01T22:59:59Z';
      assert.equal(
        timeOf({endsAt}, '2026-11-30T23:30:00Z'),
        'Dernier jour\u00a0: plus que 23\u00a0heures',
      );
      assert.equal(timeOf({endsAt}, '2026-11-24T12:00:00Z'), '7\u00a0jours restants');
      assert.equal(timeOf({endsAt: '2026-11-01T23:30:00Z'}), 'Terminée le 2 novembre 2026');
    });

    inZone('counts the days of the place where the date was written', () => {
      // Guadeloupe: it is still the 29th there when Paris has the 30th.
      const west = {endsAt: '2026-11-30T23:59:59-04:00'};
      assert.equal(timeOf(west, '2026-11-30T02:00:00Z'), '1\u00a0jour restant');
      assert.equal(
        timeOf(west, '2026-12-01T02:00:00Z'),
        'Dernier jour\u00a0: plus que 1\u00a0heure',
      );
      assert.equal(timeOf(west, '2026-12-01T12:00:00Z'), 'Terminée le 30 novembre 2026');
      // La Réunion: it is already the 30th there.
      const east = {endsAt: '2026-12-01T23:59:59+04:00'};
      assert.equal(timeOf(east, '2026-11-29T21:00:00Z'), '1\u00a0jour restant');
      assert.equal(
        timeOf(east, '2026-12-01T12:00:00Z'),
        'Dernier jour\u00a0: plus que 7\u00a0heures',
      );
    });
  });
}

describe('what is not running', () => {
  it('says when it begins', () => {
    const startsAt = '2026-12-01T00:00:00+01:00';
    assert.equal(timeOf({startsAt}), 'Commence le 1er décembre 2026');
    assert.equal(timeOf({startsAt}, undefined, 'en'), 'Starts on 1 December 2026');
    assert.equal(timeOf({startsAt: '2026-11-24T18:00:00+01:00'}), 'Commence aujourd’hui');
    assert.equal(timeOf({status: 'upcoming'}), '');
  });

  it('has no time when it has no end', () => {
    assert.equal(timeOf({}), '');
    assert.equal(timeOf({status: 'succeeded'}), '');
  });

  it('has no time left once it is cancelled or has failed', () => {
    const endsAt = '2026-12-01T23:59:59+01:00';
    assert.equal(timeOf({status: 'cancelled', endsAt}), '');
    assert.equal(timeOf({status: 'failed', endsAt}), '');
    assert.equal(timeOf({status: 'succeeded', endsAt}), '7\u00a0jours restants');
    assert.equal(
      timeOf({status: 'failed', endsAt: '2026-11-01T23:59:59+01:00'}),
      'Terminée le 1er novembre 2026',
    );
  });

  it('says where it stands, and that it ended when nobody knows how', () => {
    const of = (fields: Partial<Campaign>, lang: 'fr' | 'en' = 'fr') =>
      campaignText(makeCampaign(fields), lang, {now: Date.parse('2026-11-24T12:00:00+01:00')});
    const endsAt = '2026-11-01T23:59:59+01:00';
    assert.equal(of({endsAt}).status, 'Terminée');
    assert.equal(of({endsAt}, 'en').status, 'Ended');
    assert.equal(of({endsAt, goal: 100, raised: 100}).status, 'Réussie');
    assert.equal(of({endsAt, goal: 100, raised: 99}).status, 'Non aboutie');
    assert.equal(of({endsAt, goal: 100, raised: 60, threshold: 0.6}).status, 'Réussie');
    assert.equal(of({status: 'cancelled'}).status, 'Annulée');
    assert.equal(of({status: 'upcoming'}).status, 'À venir');
    assert.equal(of({endsAt}).callToAction, 'Découvrir');
    assert.equal(of({}).callToAction, 'Soutenir');
  });

  it('writes the day of a date as the place wrote it', () => {
    assert.equal(dayText('2026-12-31T23:59:59-10:00', 'fr'), '31 décembre 2026');
    assert.equal(dayText('2026-12-31T23:30:00Z', 'fr'), '1er janvier 2027');
    assert.equal(dayText('2026-12-31T23:30:00Z', 'fr', 'Indian/Reunion'), '1er janvier 2027');
    assert.equal(dayText('2026-12-31T23:30:00Z', 'fr', 'America/Guadeloupe'), '31 décembre 2026');
    assert.equal(dayText('nonsense', 'fr'), '');
  });
});
