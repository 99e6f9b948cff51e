import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Status} from '../../../lib/feed/campaign.js';
import {
  categoriesOf,
  editionOf,
  filterCampaigns,
  phaseOf,
  ratioOf,
  sortCampaigns,
  statusOf,
  totalsOf,
} from '../../../lib/feed/select.js';
import {makeCall, makeCampaign} from '../../helpers/campaigns.ts';

const NOW = Date.parse('2026-11-24T12:00:00+01:00');
const PAST = '2026-11-23T23:59:59+01:00';
const FUTURE = '2026-12-31T23:59:59+01:00';

const ids = (campaigns: readonly {id: string}[]) => campaigns.map(({id}) => id).join(' ');

describe('ratioOf', () => {
  it('is what is raised for one of goal, not clamped', () => {
    assert.equal(ratioOf({raised: 1860, goal: 1000}), 1.86);
    assert.equal(ratioOf({raised: 0, goal: 1000}), 0);
  });

  it('is unknown when either is, or without a goal', () => {
    assert.equal(ratioOf({raised: null, goal: 1000}), null);
    assert.equal(ratioOf({raised: 5, goal: null}), null);
  });
});

describe('statusOf', () => {
  const cases: [
    says: string,
    fields: Parameters<typeof makeCampaign>[0],
    status: Status | undefined,
  ][] = [
    ['says nothing: live', {}, 'live'],
    [
      'says succeeded: so it is, whatever the amounts',
      {status: 'succeeded', raised: 1, goal: 10, endsAt: PAST},
      'succeeded',
    ],
    ['says failed', {status: 'failed', raised: 10, goal: 1, endsAt: FUTURE}, 'failed'],
    ['says cancelled', {status: 'cancelled', endsAt: FUTURE}, 'cancelled'],
    ['begins later', {startsAt: FUTURE}, 'upcoming'],
    ['begins later, whatever it says', {startsAt: FUTURE, status: 'live'}, 'upcoming'],
    ['has begun, and says upcoming', {startsAt: PAST, status: 'upcoming'}, 'live'],
    ['says upcoming, without dates', {status: 'upcoming'}, 'upcoming'],
    ['runs', {startsAt: PAST, endsAt: FUTURE}, 'live'],
    ['ended with its goal', {endsAt: PAST, goal: 100, raised: 100}, 'succeeded'],
    ['ended short of its goal', {endsAt: PAST, goal: 100, raised: 99.99}, 'failed'],
    [
      'ended with its threshold',
      {endsAt: PAST, goal: 12, raised: 7.2, threshold: 0.6},
      'succeeded',
    ],
    ['says live, and has ended', {status: 'live', endsAt: PAST, goal: 100, raised: 5}, 'failed'],
    ['ended, amount unknown', {endsAt: PAST, goal: 100}, undefined],
    ['ended, without a goal', {endsAt: PAST, raised: 100}, undefined],
    [
      'ended, without a goal, and says how',
      {endsAt: PAST, raised: 100, status: 'succeeded'},
      'succeeded',
    ],
  ];
  for (const [says, fields, status] of cases) {
    it(says, () => {
      assert.equal(statusOf(makeCampaign(fields), NOW), status);
    });
  }

  it('ends after the last second, not before', () => {
    const campaign = makeCampaign({endsAt: '2026-11-24T23:59:59+01:00', goal: 1, raised: 0});
    assert.equal(statusOf(campaign, Date.parse('2026-11-24T23:59:59+01:00')), 'live');
    assert.equal(statusOf(campaign, Date.parse('2026-11-25T00:00:00+01:00')), 'failed');
  });
});

describe('filterCampaigns', () => {
  const campaigns = [
    makeCampaign({id: 'live', category: 'Patrimoine', endsAt: FUTURE, coordinates: [-0.37, 43.3]}),
    makeCampaign({
      id: 'won',
      status: 'succeeded',
      title: 'Le Kiosque de l’Étang',
      mentors: [{name: 'Département', url: null, logo: null}],
      call: {id: 'places', edition: '2026'},
      coordinates: [179, -17],
    }),
    makeCampaign({id: 'unknown', endsAt: PAST, call: {id: 'places', edition: null}}),
  ];
  const kept = (filter: Parameters<typeof filterCampaigns>[1]) =>
    ids(filterCampaigns(campaigns, {now: NOW, ...filter}));

  it('keeps all by default', () => {
    assert.equal(kept({}), 'live won unknown');
    assert.equal(kept({status: [], category: '', text: ' ', bounds: null}), 'live won unknown');
  });

  it('by status; an end without an outcome is in none', () => {
    assert.equal(kept({status: ['live']}), 'live');
    assert.equal(
      kept({status: ['live', 'upcoming', 'succeeded', 'failed', 'cancelled']}),
      'live won',
    );
  });

  it('by category, mentor, call and edition', () => {
    assert.equal(kept({category: 'patrimoine'}), 'live');
    assert.equal(kept({mentor: 'departement'}), 'won');
    assert.equal(kept({call: 'places'}), 'won unknown');
    assert.equal(kept({call: 'places', edition: '2026'}), 'won');
  });

  it('by words, all of them, without accents, capitals and apostrophes', () => {
    assert.equal(kept({text: 'ETANG kiosque'}), 'won');
    assert.equal(kept({text: "l'etang"}), 'won');
    assert.equal(kept({text: 'étang marché'}), '');
    assert.equal(kept({text: 'departement'}), 'won');
  });

  it('by bounds, across the antimeridian too', () => {
    assert.equal(kept({bounds: [-1, 43, 0, 44]}), 'live');
    assert.equal(kept({bounds: [175, -20, -175, -10]}), 'won');
  });
});

describe('sortCampaigns', () => {
  const campaigns = [
    makeCampaign({
      id: 'a',
      title: 'Zoé',
      endsAt: FUTURE,
      raised: 5,
      goal: 10,
      backers: null,
      startsAt: PAST,
    }),
    makeCampaign({
      id: 'b',
      title: 'école',
      endsAt: '2026-11-25T23:59:59+01:00',
      raised: null,
      backers: 3,
    }),
    makeCampaign({
      id: 'c',
      title: 'Eau 10',
      endsAt: PAST,
      raised: 9,
      goal: 5,
      backers: 30,
      startsAt: '2026-01-01T00:00:00+01:00',
    }),
    makeCampaign({id: 'd', title: 'Eau 9', raised: 0, goal: 5}),
  ];
  for (const [order, sorted] of [
    ['feed', 'a b c d'],
    ['ending', 'b a d c'],
    ['newest', 'a c b d'],
    ['progress', 'c a d b'],
    ['raised', 'c a d b'],
    ['backers', 'c b a d'],
    ['title', 'd c b a'],
  ] as const) {
    it(`${order}: what is unknown comes last`, () => {
      assert.equal(ids(sortCampaigns(campaigns, order, NOW)), sorted);
      assert.equal(ids(campaigns), 'a b c d');
    });
  }
});

describe('totalsOf', () => {
  it('of nothing are nothing, and no rate', () => {
    const totals = totalsOf([], NOW);
    assert.equal(totals.campaigns, 0);
    assert.equal(totals.successRate, null);
    assert.equal(totals.backers, null);
    assert.equal(totals.orders, null);
    assert.deepEqual(totals.raised, []);
  });

  it('never add one currency to another, nor orders to money, nor the unknown to anything', () => {
    const totals = totalsOf(
      [
        makeCampaign({raised: 100, backers: 5}),
        makeCampaign({raised: 50.5, backers: 0}),
        makeCampaign({raised: 900, currency: 'XPF'}),
        makeCampaign({raised: 40, unit: 'orders'}),
        makeCampaign({raised: null, backers: null}),
      ],
      NOW,
    );
    assert.deepEqual(totals.raised, [
      {currency: 'XPF', amount: 900, campaigns: 1},
      {currency: 'EUR', amount: 150.5, campaigns: 2},
    ]);
    assert.equal(totals.orders, 40);
    assert.equal(totals.raisedUnknown, 1);
    assert.equal(totals.backers, 5);
    assert.equal(totals.backersKnown, 2);
    assert.equal(totals.campaigns, 5);
  });

  it('count a success rate over what ended with a known outcome', () => {
    const totals = totalsOf(
      [
        makeCampaign({status: 'succeeded'}),
        makeCampaign({status: 'succeeded'}),
        makeCampaign({status: 'failed'}),
        makeCampaign({status: 'cancelled'}),
        makeCampaign({endsAt: PAST}),
        makeCampaign({endsAt: FUTURE}),
        makeCampaign({startsAt: FUTURE}),
      ],
      NOW,
    );
    assert.equal(totals.successRate, 2 / 3);
    assert.equal(totals.live, 1);
    assert.equal(totals.upcoming, 1);
  });
});

describe('categoriesOf', () => {
  it('gives each once, in alphabetical order', () => {
    const named = ['Sport', 'écologie', 'sport', null, 'Écologie'].map((category) =>
      makeCampaign({category}),
    );
    assert.deepEqual(categoriesOf(named), ['écologie', 'Sport']);
  });
});

describe('editions', () => {
  const edition = {
    id: '2026',
    title: '2026',
    opensAt: null,
    closesAt: null,
    campaignsFrom: null,
    campaignsTo: null,
  };

  for (const [phase, dates] of [
    [undefined, {}],
    ['upcoming', {opensAt: FUTURE}],
    ['applying', {opensAt: PAST, closesAt: FUTURE}],
    ['applying', {closesAt: FUTURE}],
    ['choosing', {opensAt: '2026-01-01T00:00:00+01:00', closesAt: PAST}],
    ['choosing', {closesAt: PAST, campaignsFrom: FUTURE}],
    ['campaigning', {closesAt: PAST, campaignsFrom: PAST, campaignsTo: FUTURE}],
    ['campaigning', {campaignsFrom: PAST}],
    ['results', {campaignsFrom: '2026-01-01T00:00:00+01:00', campaignsTo: PAST}],
  ] as const) {
    it(`${JSON.stringify(dates)} is ${phase}`, () => {
      assert.equal(phaseOf({...edition, ...dates}, NOW), phase);
    });
  }

  it('the one named, else the one under way, else the latest', () => {
    const call = makeCall({
      editions: [
        {...edition, id: '2027', opensAt: FUTURE},
        {...edition, id: '2026', opensAt: PAST, closesAt: FUTURE},
        {...edition, id: '2025', campaignsTo: PAST},
      ],
    });
    assert.equal(editionOf(call, '2025', NOW)?.id, '2025');
    assert.equal(editionOf(call, '1999', NOW), undefined);
    assert.equal(editionOf(call, '', NOW)?.id, '2026');
    assert.equal(editionOf(makeCall({editions: call.editions.slice(0, 1)}), '', NOW)?.id, '2027');
    assert.equal(editionOf(makeCall(), '', NOW), undefined);
  });
});
