import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {campaignText, categoryText, percentText} from '../../../lib/i18n/campaign-text.js';
import {historyText} from '../../../lib/i18n/history-text.js';
import type {Campaign} from '../../../src/feed/campaign.js';
import {makeCall, makeCampaign} from '../../helpers/campaigns.ts';

const NOW = Date.parse('2026-11-24T10:00:00+01:00');
const french = (fields: Partial<Campaign>) => campaignText(makeCampaign(fields), 'fr', {now: NOW});
const english = (fields: Partial<Campaign>) => campaignText(makeCampaign(fields), 'en', {now: NOW});

describe('a campaign in full', () => {
  const fields: Partial<Campaign> = {
    title: 'La halle',
    tagline: 'Un toit pour le marché',
    category: 'heritage',
    goal: 12000,
    raised: 9930,
    backers: 134,
    endsAt: '2026-12-01T23:59:59+01:00',
    place: {
      name: 'Pau',
      code: '64445',
      postcode: null,
      epci: null,
      departement: null,
      region: null,
      country: 'FR',
    },
    owner: {name: 'la Ville de Pau', url: null, kind: 'public'},
    mentors: ['Pau Béarn Pyrénées', 'le Béarn', 'Les Halles'].map((name) => ({
      name,
      url: null,
      logo: null,
    })),
  };

  it('speaks French', () => {
    assert.deepEqual(french(fields), {
      title: 'La halle',
      tagline: 'Un toit pour le marché',
      place: 'Pau\u00a0(64)',
      category: 'Patrimoine',
      owner: 'Porté par la Ville de Pau',
      ownerKind: 'Porteur public',
      mentors: 'Accompagné par Pau Béarn Pyrénées, le Béarn et Les Halles',
      call: '',
      status: 'En cours',
      raised: '9\u202f930\u00a0€',
      goal: '12\u202f000\u00a0€',
      amount: '9\u202f930\u00a0€ collectés sur 12\u202f000\u00a0€',
      percent: '82\u00a0%',
      ratio: 9930 / 12000,
      filled: 9930 / 12000,
      progress: '9\u202f930\u00a0€ collectés sur 12\u202f000\u00a0€, 82\u00a0%',
      backers: '134\u00a0contributeurs',
      time: '7\u00a0jours restants',
      threshold: '',
      matching: '',
      stretch: '',
      extended: '',
      latestNews: '',
      callToAction: 'Soutenir',
      callToActionLabel: 'Soutenir\u00a0: La halle',
    });
  });

  it('speaks English', () => {
    const text = english(fields);
    assert.equal(text.category, 'Heritage');
    assert.equal(text.owner, 'Run by la Ville de Pau');
    assert.equal(text.ownerKind, 'Public body');
    assert.equal(text.mentors, 'Mentored by Pau Béarn Pyrénées, le Béarn and Les Halles');
    assert.equal(text.status, 'Live');
    assert.equal(text.progress, '€9,930 raised of €12,000, 82%');
    assert.equal(text.backers, '134\u00a0backers');
    assert.equal(text.time, '7\u00a0days left');
    assert.equal(text.callToActionLabel, 'Support: La halle');
  });
});

describe('amounts', () => {
  it('says that the amount is not known, and no figure for it', () => {
    const text = french({goal: 12000});
    assert.equal(
      text.amount,
      'Objectif\u00a0: 12\u202f000\u00a0€, montant collecté non communiqué',
    );
    assert.deepEqual([text.raised, text.percent, text.ratio, text.filled], ['', '', null, null]);
    assert.equal(text.progress, text.amount);
    assert.equal(english({goal: 12000}).amount, 'Goal: €12,000, amount raised not published');
  });

  it('says nothing when nothing is known', () => {
    const text = french({});
    for (const field of ['amount', 'raised', 'goal', 'percent', 'progress', 'backers'] as const) {
      assert.equal(text[field], '', field);
    }
  });

  it('says 0 when it is known', () => {
    assert.equal(
      french({goal: 12000, raised: 0}).progress,
      '0\u00a0€ collecté sur 12\u202f000\u00a0€, 0\u00a0%',
    );
    assert.equal(english({goal: 12000, raised: 0}).amount, '€0 raised of €12,000');
    assert.equal(french({backers: 0}).backers, 'Pas encore de contributeur');
  });

  it('agrees in number', () => {
    assert.equal(french({raised: 1}).amount, '1\u00a0€ collecté');
    assert.equal(french({raised: 1.5}).amount, '1,50\u00a0€ collecté');
    assert.equal(french({raised: 2}).amount, '2\u00a0€ collectés');
    assert.equal(french({backers: 1}).backers, '1\u00a0contributeur');
    assert.equal(english({backers: 1}).backers, '1\u00a0backer');
  });

  it('needs no goal, and takes a goal of 0 for none', () => {
    for (const goal of [null, 0]) {
      const text = french({goal, raised: 500});
      assert.equal(text.amount, '500\u00a0€ collectés');
      assert.equal(text.progress, '500\u00a0€ collectés');
      assert.deepEqual([text.goal, text.percent, text.ratio, text.filled], ['', '', null, null]);
    }
  });

  it('says what is past the goal while the bar stays whole', () => {
    const text = french({goal: 1000, raised: 1860});
    assert.equal(text.percent, '186\u00a0%');
    assert.equal(text.ratio, 1.86);
    assert.equal(text.filled, 1);
  });

  it('says under one percent rather than 0', () => {
    assert.equal(french({goal: 12000, raised: 50}).percent, 'moins de 1\u00a0%');
    assert.equal(english({goal: 12000, raised: 50}).percent, 'under 1%');
    assert.equal(percentText(0, 'fr'), '0\u00a0%');
    assert.equal(percentText(0.01, 'fr'), '1\u00a0%');
  });

  it('counts orders, not euros', () => {
    assert.equal(french({unit: 'orders', goal: 50, raised: 34}).amount, '34\u00a0préventes sur 50');
    assert.equal(french({unit: 'orders', goal: 50, raised: 1}).amount, '1\u00a0prévente sur 50');
    assert.equal(french({unit: 'orders', raised: 34}).amount, '34\u00a0préventes');
    assert.equal(
      french({unit: 'orders', goal: 50}).amount,
      'Objectif\u00a0: 50\u00a0préventes, total non communiqué',
    );
    assert.equal(english({unit: 'orders', goal: 50, raised: 0}).amount, '0\u00a0preorders of 50');
  });

  it('says the currency', () => {
    assert.equal(
      french({currency: 'CHF', goal: 1500, raised: 20}).amount,
      '20\u00a0CHF collectés sur 1\u202f500\u00a0CHF',
    );
  });
});

describe('thresholds, matching gifts and further goals', () => {
  it('says from what it succeeds', () => {
    assert.equal(
      french({goal: 12000, threshold: 0.6}).threshold,
      'Réussie dès 60\u00a0% de l’objectif, soit 7\u202f200\u00a0€',
    );
    assert.match(french({goal: 100, threshold: 0.29}).threshold, / 29\u00a0%.* 29\u00a0€$/);
    assert.equal(french({threshold: 0.6}).threshold, '');
    assert.equal(french({goal: 12000}).threshold, '');
  });

  it('asks for whole orders', () => {
    const of = (threshold: number) => french({unit: 'orders', goal: 50, threshold}).threshold;
    assert.equal(of(0.65), 'Réussie dès 65\u00a0% de l’objectif, soit 33\u00a0préventes');
    assert.equal(of(0.58), 'Réussie dès 58\u00a0% de l’objectif, soit 29\u00a0préventes');
  });

  const matched = (rate: number, cap: number | null = null, given: number | null = null) => ({
    matching: {by: 'La Ville de Pau', rate, cap, given},
  });

  it('says who adds to each gift', () => {
    assert.equal(
      french(matched(1, 5000, 2300)).matching,
      'La Ville de Pau double chaque don, jusqu’à 5\u202f000\u00a0€ (2\u202f300\u00a0€ déjà versés)',
    );
    assert.equal(french(matched(0.5)).matching, 'La Ville de Pau ajoute la moitié de chaque don');
    assert.equal(french(matched(2)).matching, 'La Ville de Pau triple chaque don');
    assert.equal(
      french(matched(0.25, null, 1)).matching,
      'La Ville de Pau ajoute 0,25\u00a0€ pour 1\u00a0€ donné (1\u00a0€ déjà versé)',
    );
    assert.equal(
      english(matched(1, 5000, 2300)).matching,
      'La Ville de Pau doubles each gift, up to €5,000 (€2,300 added so far)',
    );
  });

  it('says the next goal once the goal is reached, until the end', () => {
    const fields = {goal: 1000, stretchGoals: [1500, 2000], endsAt: '2026-12-01T23:59:59+01:00'};
    assert.equal(french({...fields, raised: 900}).stretch, '');
    assert.equal(
      french({...fields, raised: 1000}).stretch,
      'Prochain palier\u00a0: 1\u202f500\u00a0€',
    );
    assert.equal(
      french({...fields, raised: 1500}).stretch,
      'Prochain palier\u00a0: 2\u202f000\u00a0€',
    );
    assert.equal(french({...fields, raised: 2000}).stretch, 'Tous les paliers sont atteints');
    const ended = {...fields, endsAt: '2026-11-01T23:59:59+01:00'};
    assert.equal(french({...ended, raised: 1200}).stretch, '');
    assert.equal(french({...ended, raised: 2500}).stretch, 'Tous les paliers sont atteints');
    assert.equal(french({...fields, raised: 1200, status: 'cancelled'}).stretch, '');
  });

  it('says that it was prolonged', () => {
    assert.equal(
      french({extendedFrom: '2026-11-01T23:59:59+01:00'}).extended,
      'Prolongée\u00a0: elle devait finir le 1er novembre 2026',
    );
  });
});

describe('places, owners, calls and news', () => {
  const place = {
    name: null,
    code: null,
    postcode: null,
    epci: null,
    departement: null,
    region: null,
  };

  it('says where', () => {
    const of = (fields: object, lang: 'fr' | 'en' = 'fr') =>
      campaignText(makeCampaign({place: {...place, country: 'FR', ...fields}}), lang).place;
    assert.equal(of({name: 'Saint-Denis', code: '97411'}), 'Saint-Denis\u00a0(974)');
    assert.equal(of({name: 'Ajaccio', code: '2A004'}), 'Ajaccio\u00a0(2A)');
    assert.equal(of({name: 'Pau', departement: '64'}), 'Pau\u00a0(64)');
    assert.equal(of({name: 'Pau'}), 'Pau');
    assert.equal(of({code: '64445'}), '');
    assert.equal(of({name: 'Genève', country: 'CH'}), 'Genève, Suisse');
    assert.equal(of({name: 'Genève', country: 'CH'}, 'en'), 'Genève, Switzerland');
    assert.equal(of({country: 'BE'}), 'Belgique');
  });

  it('keeps a category that it does not know', () => {
    assert.equal(categoryText('Video Games', 'fr'), 'Video Games');
    assert.equal(categoryText('HEALTH', 'fr'), 'Santé');
    assert.equal(categoryText('culture', 'fr'), 'Culture');
    assert.equal(categoryText('jeux', 'en'), 'Jeux');
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      assert.equal(categoryText(name, 'fr').toLowerCase(), name.toLowerCase());
    }
    assert.equal(categoryText('', 'fr'), '');
  });

  it('names the call that it won when the feed tells it', () => {
    const campaign = makeCampaign({call: {id: 'places-vivantes', edition: '2026'}});
    assert.equal(campaignText(campaign, 'fr').call, 'Lauréat d’un appel à projets');
    assert.equal(
      campaignText(campaign, 'fr', {calls: [makeCall({title: 'Places vivantes'})]}).call,
      'Lauréat de l’appel à projets «\u00a0Places vivantes\u00a0»',
    );
  });

  it('says the latest news with its day', () => {
    const news = (at: string | null) => ({news: [{at, title: 'Le toit est posé', url: null}]});
    assert.equal(
      french(news('2026-11-01T10:00:00+01:00')).latestNews,
      'Le 1er novembre 2026\u00a0: Le toit est posé',
    );
    assert.equal(french(news(null)).latestNews, 'Le toit est posé');
  });

  it('tells how it developed, from what is known alone', () => {
    const campaign = makeCampaign({
      history: [
        {at: '2026-10-01T12:00:00+02:00', raised: null, backers: null},
        {at: '2026-10-02T12:00:00+02:00', raised: 100, backers: null},
        {at: '2026-11-02T12:00:00+01:00', raised: 2500, backers: null},
      ],
    });
    assert.equal(
      historyText(campaign, 'fr'),
      'De 100\u00a0€ le 2 octobre 2026 à 2\u202f500\u00a0€ le 2 novembre 2026',
    );
    assert.equal(historyText({...campaign, history: campaign.history.slice(0, 2)}, 'fr'), '');
  });
});
