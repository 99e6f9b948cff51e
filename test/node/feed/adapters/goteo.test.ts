import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

describe('Goteo', () => {
  it('reads a project: the minimum is the goal, the optimum goes on from there', async () => {
    const {llevamealhuerto: huerto} = await campaignsOf('goteo-project.json');
    assert.deepEqual([huerto?.goal, huerto?.stretchGoals, huerto?.raised], [4200, [9200], 5035]);
    // Its amounts are in euros, whatever it is shown in.
    assert.equal(huerto?.currency, 'EUR');
    assert.equal(huerto?.startsAt, '2026-11-04T00:00:00Z');
    assert.equal(huerto?.status, 'live');
    assert.equal(huerto?.endsAt, null);
    assert.deepEqual([huerto?.place?.name, huerto?.place?.country], ['Bilbao', 'ES']);
    assert.deepEqual(huerto?.coordinates, [-2.93, 43.26]);
  });

  it('reads a list without what is not published, and takes nobody for French', async () => {
    const {llevamealhuerto: huerto, fin, ...others} = await campaignsOf('goteo-projects.json');
    assert.deepEqual(others, {});
    assert.equal(huerto?.place, null);
    assert.equal(fin?.status, 'succeeded');
    assert.equal(fin?.url, 'https://goteo.org/project/fin');
    assert.equal(fin?.endsAt, '2026-06-01T00:00:00Z');
    assert.deepEqual(fin?.stretchGoals, []);
  });

  it('reads calls for projects', async () => {
    const {campaigns, calls, problems} = await readAnswer(answerOf('goteo-calls.json'));
    assert.deepEqual([campaigns, problems], [[], []]);
    assert.deepEqual(calls, [
      {
        id: 'crea',
        title: 'Crea en abierto',
        organiser: {
          name: 'Ajuntament',
          url: 'https://town.example/',
          logo: 'https://img.example/logo.png',
        },
        url: 'https://goteo.org/call/crea',
        applyUrl: null,
        budget: {available: 96_000, committed: 48_000},
        currency: 'EUR',
        editions: [
          {
            id: '2026',
            title: 'Crea en abierto',
            opensAt: '2026-06-01T00:00:00Z',
            closesAt: null,
            campaignsFrom: '2026-10-01T00:00:00Z',
            campaignsTo: null,
          },
        ],
      },
    ]);
  });

  it('knows the laureates of a call by where they were asked for', async () => {
    const url = 'https://api.example/calls/crea/projects/';
    const {campaigns} = await readAnswer(answerOf('goteo-projects.json'), '', url);
    assert.deepEqual(campaigns[0]?.call, {id: 'crea', edition: null});
  });

  it('follows pages while there are more', async () => {
    const list = answerOf('goteo-projects.json');
    const nextOf = async (query: string) =>
      (await readAnswer(list, '', `https://api.example/projects/${query}`)).next;
    assert.equal(await nextOf(''), 'https://api.example/projects/?page=1');
    assert.equal(await nextOf('?page=1'), null);
    assert.equal(await nextOf('?limit=50'), null);
  });
});
