import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

describe('HelloAsso', () => {
  it('reads a form: HTML as text, fractions of seven digits, a country of three letters', async () => {
    const {'demo-boutique-crowdfunding-1': form} = await campaignsOf('helloasso-form.json');
    assert.equal(form?.title, 'Faire un don à Demo Boutique & Cie');
    assert.equal(form?.tagline, 'Pour un toit étanche');
    assert.equal(form?.startsAt, '2026-02-17T10:17:49+01:00');
    assert.deepEqual(
      [form?.place?.name, form?.place?.postcode, form?.place?.country],
      ['Bordeaux', '33000', 'FR'],
    );
    assert.deepEqual(form?.coordinates, [-0.57, 44.83]);
    assert.deepEqual(form?.owner, {name: 'Demo Boutique', url: null, kind: 'association'});
    assert.equal(form?.url, 'https://www.helloasso.com/associations/demo-boutique/formulaires/1');
  });

  it('says no figure that the platform does not say', async () => {
    const {'demo-boutique-crowdfunding-1': form} = await campaignsOf('helloasso-form.json');
    assert.deepEqual(
      [form?.raised, form?.goal, form?.backers, form?.endsAt],
      [null, null, null, null],
    );
  });

  it('takes of a list what collects and is public, with links from the platform’s site', async () => {
    const campaigns = await campaignsOf('helloasso-forms.json');
    assert.deepEqual(Object.keys(campaigns), [
      'demo-boutique-crowdfunding-toit',
      'demo-boutique-donation-dons',
    ]);
    const toit = campaigns['demo-boutique-crowdfunding-toit'];
    assert.equal(toit?.url, 'https://www.helloasso.com/associations/demo-boutique/collectes/toit');
    assert.equal(toit?.place?.country, 'BE');
    assert.equal(toit?.place?.postcode, '4000');
    assert.equal(toit?.endsAt, '2026-12-31T23:59:59+01:00');
  });

  it('follows pages by their number, or by a token where there is none', async () => {
    const list = answerOf('helloasso-forms.json') as {pagination: object};
    const nextOf = async (pagination: object) =>
      (await readAnswer({...list, pagination}, '', 'https://api.example/v5/forms?pageSize=20'))
        .next;
    const base = 'https://api.example/v5/forms?pageSize=20';
    assert.equal(await nextOf(list.pagination), `${base}&pageIndex=2`);
    assert.equal(await nextOf({pageIndex: 2, totalPages: 2, continuationToken: 'abc'}), null);
    assert.equal(await nextOf({continuationToken: 'abc'}), `${base}&continuationToken=abc`);
  });

  it('refuses a form that sells', async () => {
    const form = answerOf('helloasso-form.json') as object;
    await assert.rejects(readAnswer({...form, formType: 'Event'}), {
      code: 'not-a-feed',
      message: /type Event: only CrowdFunding and Donation/,
    });
  });
});
