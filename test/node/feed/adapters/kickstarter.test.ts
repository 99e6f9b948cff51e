import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

describe('Kickstarter', () => {
  it('reads a project: floats in its own currency, seconds since 1970', async () => {
    const {1637457328: project} = await campaignsOf('kickstarter-project.json');
    assert.deepEqual(
      [project?.raised, project?.goal, project?.currency],
      [313_337.29, 75_000, 'USD'],
    );
    assert.equal(project?.startsAt, '2014-02-10T16:19:43Z');
    assert.equal(project?.endsAt, '2014-03-14T06:59:00Z');
    assert.equal(project?.status, 'succeeded');
    assert.deepEqual(project?.image, {
      src: 'https://img.example/1024.jpg',
      alt: null,
      width: 1024,
      height: 576,
    });
    // Where it takes place, not where its bank is.
    assert.deepEqual([project?.place?.name, project?.place?.country], ['Vancouver', 'CA']);
  });

  it('takes no converted amount, and no amount for 0', async () => {
    const {1: live, 2: cancelled} = await campaignsOf('kickstarter-discover.json');
    assert.deepEqual([live?.raised, live?.currency], [1250.5, 'GBP']);
    assert.equal(live?.image, null);
    assert.deepEqual([cancelled?.raised, cancelled?.status], [null, 'cancelled']);
  });

  it('reads amounts that are text', async () => {
    const project = answerOf('kickstarter-project.json') as object;
    const {campaigns} = await readAnswer({...project, pledged: '1,234.50', goal: '2000.00'});
    assert.deepEqual([campaigns[0]?.raised, campaigns[0]?.goal], [1234.5, 2000]);
  });

  it('shows none that is not public, and follows pages', async () => {
    const {campaigns, next} = await readAnswer(
      answerOf('kickstarter-discover.json'),
      '',
      'https://k.example/discover?page=2&sort=magic',
    );
    assert.equal(campaigns.length, 2);
    assert.equal(next, 'https://k.example/discover?page=3&sort=magic');
  });
});
