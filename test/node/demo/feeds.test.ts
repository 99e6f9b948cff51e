import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {demoFeeds, SAMPLE, SAMPLES} from '../../../demo/feeds/make.ts';
import type {Feed} from '../../../lib/feed/campaign.js';
import {readFeed} from '../../../lib/feed/read.js';
import {filterCampaigns, ratioOf, statusOf} from '../../../lib/feed/select.js';

const ADDRESS = 'https://town.example/demo/feeds/pays.json';
const DAY = 86_400_000;

/** Winter and summer, a leap day, the turns of the clocks: the days that a calendar gets wrong. */
const VISITS = ['2026-11-24', '2027-01-01', '2027-03-28', '2027-10-31', '2028-02-29', '2030-07-14'];

function read(name: string, now = SAMPLE.now): Feed {
  const json = demoFeeds({root: '../', now})[name];
  assert.ok(json, `there is no ${name}`);
  return readFeed(json, ADDRESS).feed;
}

describe('the samples in the repository', () => {
  for (const name of SAMPLES) {
    it(`${name} is what make.ts writes`, () => {
      const kept = JSON.parse(
        readFileSync(new URL(`../../../demo/feeds/${name}`, import.meta.url), 'utf8'),
      ) as unknown;
      assert.deepEqual(
        kept,
        JSON.parse(JSON.stringify(demoFeeds(SAMPLE)[name])),
        'run: node demo/feeds/make.ts --samples',
      );
    });
  }
});

describe('the feeds of the demo', () => {
  for (const name of Object.keys(demoFeeds(SAMPLE))) {
    it(`${name} is ${name === 'hostile.json' ? 'reported' : 'without a problem'}`, () => {
      const {problems} = read(name);
      if (name === 'hostile.json') assert.ok(problems.length > 0);
      else assert.deepEqual(problems, []);
    });
  }

  it('keeps the figures of the ten real campaigns, without a goal or a day', () => {
    const real = Object.fromEntries(
      read('reelles.json').campaigns.map((campaign) => [campaign.id, campaign]),
    );
    assert.equal(Object.keys(real).length, 10);
    for (const {goal, startsAt, endsAt, status, tagline} of Object.values(real)) {
      assert.deepEqual(
        {goal, startsAt, endsAt, status},
        {
          goal: null,
          startsAt: null,
          endsAt: null,
          status: 'succeeded',
        },
      );
      assert.match(tagline ?? '', /réelle/);
    }
    const figures = (id: string) => [real[id]?.raised, real[id]?.backers];
    assert.deepEqual(figures('jusqu-au-bout-du-monde'), [34185, 392]);
    assert.deepEqual(figures('museum-de-bordeaux'), [11600, 111]);
    assert.deepEqual(figures('seine-a-vernon'), [32961, 225]);
    assert.deepEqual(figures('pau-soignants'), [4607, 263]);
    assert.deepEqual(figures('chu-de-lille'), [64046, 890]);
    assert.deepEqual(figures('castel-d-alzac'), [10001, 79]);
    assert.deepEqual(figures('cantine-fontaine-le-port'), [14715, 95]);
    assert.deepEqual(figures('fresque-chavanay'), [2565, 41]);
    assert.deepEqual(figures('atlas-mercator-hondius'), [8763, 135]);
    assert.deepEqual(figures('rainforest-maclyon'), [24442, 133]);
  });

  it('labels every invented campaign in its first words', () => {
    const real = new Set(read('reelles.json').campaigns.map(({id}) => id));
    for (const [name, label] of [
      ['pays.json', /^Exemple inventé/],
      ['country.json', /^Made-up example/],
      ['france-500.json', /^Exemple inventé/],
    ] as const) {
      for (const {id, tagline} of read(name).campaigns) {
        if (!real.has(id)) assert.match(tagline ?? '', label, `${name}: ${id}`);
      }
    }
  });

  it('says the same in both languages', () => {
    const figures = ({campaigns}: Feed) =>
      campaigns.map(({id, raised, goal, backers, endsAt}) => ({id, raised, goal, backers, endsAt}));
    assert.deepEqual(figures(read('country.json')), figures(read('pays.json')));
  });

  for (const day of VISITS) {
    it(`shows every case to who visits on ${day}`, () => {
      const now = Date.parse(`${day}T11:00:00Z`);
      const {campaigns, calls} = read('pays.json', now);
      const find = (id: string) => {
        const campaign = campaigns.find((candidate) => candidate.id === id);
        assert.ok(campaign, id);
        return campaign;
      };
      const states = new Set(campaigns.map((campaign) => statusOf(campaign, now)));
      for (const status of ['upcoming', 'live', 'succeeded', 'failed', 'cancelled'] as const) {
        assert.ok(states.has(status), `none is ${status}`);
      }
      assert.equal(Math.floor((ratioOf(find('cinema-du-quartier')) ?? 0) * 100), 186);
      assert.equal(Math.floor((ratioOf(find('atelier-velo')) ?? 0) * 1000), 996);
      assert.ok(Date.parse(find('fournil').endsAt ?? '') - now < DAY, 'none is on its last day');
      assert.equal(find('bergerie').unit, 'orders');
      assert.equal(find('gave-propre').raised, null);
      assert.equal(find('moulin').backers, null);
      assert.equal(find('petit-musee').goal, null);
      assert.equal(find('trinquet').threshold, 0.6);
      assert.ok(find('cantine-potager').matching && find('jardin-des-tours').extendedFrom);
      for (const {id, editions} of calls) {
        assert.equal(new Set(editions.map((edition) => edition.id)).size, editions.length, id);
      }
      const laureates = filterCampaigns(campaigns, {call: 'villages-vivants', now});
      const known = new Set(
        calls.find(({id}) => id === 'villages-vivants')?.editions.map((edition) => edition.id),
      );
      for (const {id, call} of laureates) assert.ok(known.has(call?.edition ?? ''), id);
    });
  }
});
