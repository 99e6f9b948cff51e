import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

describe('Ulule', () => {
  it('tells of what is over how it ended, also in a list, which says less', async () => {
    const project = {
      absolute_url: 'https://fr.ulule.com/x/',
      name: {fr: 'Fini'},
      finished: true,
      date_end: '2099-01-01T00:00:00Z',
      currency: 'EUR',
    };
    const {campaigns} = await readAnswer({
      projects: [
        {...project, id: 1, amount_raised: 120, goal: 100},
        {...project, id: 2, amount_raised: 80, goal: 100},
        {...project, id: 3, amount_raised: 80, goal: 100, goal_raised: true},
        {...project, id: 4, type: 'presale', amount_raised: 500, goal: 100, nb_products_sold: 90},
      ],
    });
    assert.deepEqual(
      campaigns.map(({status}) => status),
      ['succeeded', 'failed', 'succeeded', 'failed'],
    );
  });

  it('reads what a search finds: whole units, words in their language, the best picture', async () => {
    const {901001: halle} = await campaignsOf('ulule-search.json');
    assert.equal(halle?.title, 'Une halle pour Saint-Denis');
    assert.equal(halle?.tagline, 'Marché couvert');
    assert.equal(halle?.category, 'Patrimoine');
    assert.equal(halle?.url, 'https://fr.ulule.com/halle-saint-denis/');
    assert.equal(halle?.image?.src, 'https://img.example/l-h.jpg');
    assert.deepEqual(
      [halle?.goal, halle?.raised, halle?.currency, halle?.unit],
      [12_000, 5230, 'EUR', 'money'],
    );
    assert.equal(halle?.endsAt, '2026-11-30T23:59:59+01:00');
    // A list says nothing of backers and places.
    assert.equal(halle?.backers, null);
    assert.equal(halle?.place, null);
  });

  it('counts the orders of a presale, not its euros', async () => {
    const {901002: miel} = await campaignsOf('ulule-search.json');
    assert.deepEqual([miel?.unit, miel?.goal, miel?.raised], ['orders', 200, 167]);
    // Its language is English, and its name is in French alone.
    assert.equal(miel?.title, 'Le miel du toit');
    assert.equal(miel?.tagline, null);
  });

  it('keeps 0 where nothing was given yet', async () => {
    assert.equal((await campaignsOf('ulule-search-2.json'))[901003]?.raised, 0);
  });

  it('has a project that was cancelled and is still online cancelled, with its mentors', async () => {
    const {901010: four} = await campaignsOf('ulule-project.json');
    assert.equal(four?.status, 'cancelled');
    assert.equal(four?.backers, 164);
    assert.equal(four?.place?.name, 'Orthez');
    assert.deepEqual(four?.mentors, [
      {
        name: 'Ville d’Orthez',
        url: 'https://orthez.example/',
        logo: 'https://orthez.example/logo.png',
      },
    ]);
  });

  it('reads texts that are flattened, an address without a scheme, and a time without an offset', async () => {
    const {77: velo} = await campaignsOf('ulule-flat.json');
    assert.equal(velo?.title, 'L’atelier vélo');
    assert.equal(velo?.image?.src, 'https://img.example/velo.jpg');
    assert.equal(velo?.endsAt, '2026-12-01T12:00:00+01:00');
  });

  it('tells success and failure from what the platform says of one that is finished', async () => {
    const project = answerOf('ulule-project.json') as object;
    const over = {...project, is_cancelled: false, finished: true};
    assert.equal(
      (await readAnswer({...over, goal_raised: true})).campaigns[0]?.status,
      'succeeded',
    );
    assert.equal((await readAnswer({...over, goal_raised: false})).campaigns[0]?.status, 'failed');
  });

  it('shows none that is not online yet', async () => {
    const project = answerOf('ulule-project.json') as object;
    for (const status of ['new', 'pending', 'pending-final-validation', 'refused', 'waiting']) {
      assert.deepEqual((await readAnswer({...project, status})).campaigns, [], status);
    }
    assert.deepEqual((await readAnswer({...project, visible: false})).campaigns, []);
  });

  it('follows pages with what was asked, and has none after the last', async () => {
    const {next} = await readAnswer(
      answerOf('ulule-search.json'),
      '',
      'https://api.example/v1/search?q=a&limit=16',
    );
    assert.equal(next, 'https://api.example/v1/search?limit=16&offset=16&q=a');
    assert.equal((await readAnswer(answerOf('ulule-search-2.json'))).next, null);
    const nothing = await readAnswer({
      projects: [],
      meta: {limit: 16, offset: 32, next: '?offset=48'},
    });
    assert.deepEqual([nothing.campaigns, nothing.next], [[], null]);
  });
});
