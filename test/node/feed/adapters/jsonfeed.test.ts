import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

describe('JSON Feed', () => {
  it('reads what an item has in _campaign', async () => {
    const {42: halle} = await campaignsOf('jsonfeed.json');
    assert.deepEqual(
      [halle?.raised, halle?.goal, halle?.currency, halle?.backers],
      [5230, 12_000, 'EUR', 134],
    );
    assert.deepEqual(halle?.place, {
      name: 'Saint-Denis',
      code: '93066',
      postcode: null,
      epci: '200054781',
      departement: '93',
      region: null,
      country: 'FR',
    });
    assert.deepEqual(halle?.coordinates, [2.3574, 48.9362]);
    assert.deepEqual(halle?.mentors, [{name: 'Ville', url: null, logo: null}]);
    assert.deepEqual(halle?.call, {id: 'aap', edition: '2026'});
    assert.equal(halle?.lang, 'fr');
  });

  it('knows how many of the smallest units a currency has, and who is no laureate', async () => {
    const {43: yen} = await campaignsOf('jsonfeed.json');
    assert.deepEqual(
      [yen?.raised, yen?.currency, yen?.goal, yen?.call],
      [52_300, 'JPY', null, null],
    );
  });

  it('takes the names of FEED.md too, and relative links from the feed', async () => {
    const {44: miel} = await campaignsOf('jsonfeed.json');
    assert.deepEqual([miel?.unit, miel?.goal, miel?.raised], ['orders', 200, 120]);
    assert.equal(miel?.url, 'https://api.example/v1/miel');
    assert.equal(miel?.endsAt, '2026-12-24T23:59:59+01:00');
  });

  it('says whose it is, and what comes next', async () => {
    const {title, publisher, next} = await readAnswer(answerOf('jsonfeed.json'));
    assert.equal(title, 'Projets de la ville');
    assert.deepEqual(publisher, {name: 'Ville de Saint-Denis', url: 'https://ville.example/'});
    assert.equal(next, 'https://api.example/v1/feed-2.json');
  });

  it('refuses one that has news alone', async () => {
    const feed = answerOf('jsonfeed.json') as object;
    const items = [{id: '1', url: 'https://ville.example/1', title: 'News'}];
    await assert.rejects(readAnswer({...feed, items}), {code: 'not-a-feed', message: /_campaign/});
  });
});
