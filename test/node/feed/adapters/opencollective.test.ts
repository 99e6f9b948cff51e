import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

describe('Open Collective', () => {
  it('reads an account in cents of its currency', async () => {
    const {'8a47-x': babel} = await campaignsOf('opencollective-account.json');
    assert.deepEqual([babel?.raised, babel?.currency, babel?.backers], [8_168_858.02, 'USD', 120]);
    assert.equal(babel?.url, 'https://opencollective.com/babel');
    assert.equal(babel?.endsAt, null);
  });

  it('takes no goal per month for a goal, nor one in another currency, nor one of two', async () => {
    const {'8a47-x': babel} = await campaignsOf('opencollective-account.json');
    assert.equal(babel?.goal, null);
    const goal = {valueInCents: 100_000, currency: 'USD'};
    const goalWith = async (nodes: object[]) => {
      const answer = answerOf('opencollective-account.json') as {data: {account: object}};
      const account = {...answer.data.account, tiers: {nodes}};
      return (await readAnswer({data: {account}})).campaigns[0]?.goal;
    };
    assert.equal(await goalWith([{interval: null, goal}]), 1000);
    assert.equal(await goalWith([{interval: null, goal: {...goal, currency: 'EUR'}}]), null);
    assert.equal(await goalWith([{interval: null, goal}, {goal}]), null);
  });

  it('reads a list without those that are archived, and unknown stays unknown', async () => {
    const {1: garden, 3: silent, ...others} = await campaignsOf('opencollective-accounts.json');
    assert.deepEqual(others, {});
    assert.deepEqual([garden?.goal, garden?.raised, garden?.backers], [5000, 1234.5, 38]);
    assert.deepEqual([silent?.goal, silent?.raised, silent?.backers], [null, null, null]);
  });
});
