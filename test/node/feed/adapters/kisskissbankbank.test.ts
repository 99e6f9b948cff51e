import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

describe('KissKissBankBank', () => {
  it('reads cents, and links from the platform’s own site', async () => {
    const {UHJvamVjdC0x: lavoir, UHJvamVjdC0y: kiosque} =
      await campaignsOf('kisskissbankbank.json');
    assert.equal(lavoir?.raised, 9930);
    assert.equal(lavoir?.backers, 134);
    assert.equal(lavoir?.owner?.name, 'Bidules');
    assert.equal(lavoir?.image?.src, 'https://img.example/lavoir.jpg');
    assert.equal(kiosque?.url, 'https://www.kisskissbankbank.com/fr/projects/kiosque');
  });

  it('never takes null for 0, nor works a goal out of a rounded percentage', async () => {
    const {UHJvamVjdC0x: lavoir, UHJvamVjdC0y: kiosque} =
      await campaignsOf('kisskissbankbank.json');
    assert.equal(lavoir?.goal, null);
    assert.deepEqual([kiosque?.raised, kiosque?.goal, kiosque?.backers], [null, null, null]);
  });

  it('finds the fields that a page names', async () => {
    const {UHJvamVjdC0z: fanfare} = await campaignsOf(
      'kisskissbankbank-more.json',
      'kisskissbankbank:endsAt=closingDay,place.name=town.label',
    );
    assert.equal(fanfare?.endsAt, '2026-12-03T23:59:00+01:00');
    assert.equal(fanfare?.place?.name, 'Pau');
    assert.deepEqual([fanfare?.goal, fanfare?.raised], [12_000, 9930.5]);
  });

  it('takes a goal that is a bare number only where the percentage tells what it counts', async () => {
    const campaigns = await campaignsOf('kisskissbankbank-more.json');
    assert.equal(campaigns['UHJvamVjdC00']?.goal, 1000);
    assert.equal(campaigns['UHJvamVjdC01']?.goal, null);
  });

  it('shows what came in spite of an error, and reports what did not', async () => {
    const {campaigns, problems} = await readAnswer(answerOf('kisskissbankbank-wrong.json'));
    assert.deepEqual(
      campaigns.map(({id}) => id),
      ['UHJvamVjdC02'],
    );
    assert.equal(problems.length, 2);
  });
});
