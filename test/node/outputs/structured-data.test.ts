import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';
import {parse} from 'parse5';

import {campaignText} from '../../../lib/i18n/campaign-text.js';
import {openGraph, structuredData} from '../../../lib/outputs/structured-data.js';
import {NOW, halle, hostileCampaign} from './cards.ts';
import {attribute, elements} from './parsed.ts';

type Json = Record<string, unknown> & {
  potentialAction: Record<string, unknown>;
};
const data = (...args: Parameters<typeof structuredData>) =>
  JSON.parse(structuredData(args[0], {now: NOW, ...args[1]})) as Json;

describe('structured data', () => {
  it('is a project of schema.org with the figures of the card', () => {
    const text = campaignText(halle(), 'fr', {now: NOW});
    const {description, potentialAction, ...rest} = data(
      halle({id: 'h', title: 'Une halle', coordinates: [-0.37, 43.29]}),
      {relay: 'pau'},
    );
    assert.deepEqual(rest, {
      '@context': 'https://schema.org',
      '@type': 'Project',
      identifier: 'h',
      name: 'Une halle',
      url: 'https://platform.example/projects/h',
      image: 'https://images.example/halle.jpg',
      keywords: 'Patrimoine',
      parentOrganization: {'@type': 'Organization', name: 'Les Amis de la halle'},
      sponsor: [{'@type': 'Organization', name: 'Ville de Pau'}],
      location: {
        '@type': 'Place',
        name: 'Pau',
        address: {
          '@type': 'PostalAddress',
          addressLocality: 'Pau',
          postalCode: '64000',
          addressCountry: 'FR',
        },
        geo: {'@type': 'GeoCoordinates', longitude: -0.37, latitude: 43.29},
      },
      funding: {
        '@type': 'MonetaryGrant',
        amount: {'@type': 'MonetaryAmount', currency: 'EUR', value: 9930},
      },
      interactionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: 'https://schema.org/DonateAction',
        userInteractionCount: 134,
      },
    });
    assert.ok(String(description).includes(text.progress));
    assert.match(String(description), /Chiffres du 3 mars 2026/);
    assert.equal(potentialAction['actionStatus'], 'https://schema.org/ActiveActionStatus');
    assert.match(String(potentialAction['target']), /utm_source=pau&utm_medium=web/);
  });

  it('leaves out what is unknown, and counts orders as orders', () => {
    const bare = data(
      halle({raised: null, backers: null, owner: null, mentors: [], image: null, place: null}),
    );
    for (const name of [
      'funding',
      'interactionStatistic',
      'parentOrganization',
      'sponsor',
      'image',
      'location',
    ]) {
      assert.equal(name in bare, false, name);
    }
    const orders = data(halle({unit: 'orders', raised: 34, goal: 120}));
    assert.equal('funding' in orders, false);
    assert.equal(orders.potentialAction['@type'], 'PreOrderAction');
    assert.equal((orders['interactionStatistic'] as Json)['userInteractionCount'], 34);
  });

  it('says where the campaign stands', () => {
    const status = (fields: Parameters<typeof halle>[0]) =>
      String(data(halle(fields)).potentialAction['actionStatus'])
        .split('/')
        .at(-1);
    assert.equal(status({startsAt: '2026-05-01T00:00:00Z'}), 'PotentialActionStatus');
    assert.equal(status({endsAt: '2026-02-10T00:00:00Z', raised: 13_000}), 'CompletedActionStatus');
    assert.equal(status({endsAt: '2026-02-10T00:00:00Z'}), 'FailedActionStatus');
    assert.equal(status({endsAt: '2026-02-10T00:00:00Z', raised: null}), 'CompletedActionStatus');
    assert.equal(status({status: 'cancelled'}), 'FailedActionStatus');
  });

  it('stays in its script, and parses back, whatever a feed says', () => {
    fc.assert(
      fc.property(hostileCampaign, (campaign) => {
        const json = structuredData(campaign, {now: NOW});
        const page = elements(
          `<!doctype html><title>x</title><script type="application/ld+json">${json}</script><p>after</p>`,
        );
        const [script, ...others] = page.filter(({tagName}) => tagName === 'script');
        assert.equal(others.length, 0);
        const [content] = (script?.childNodes ?? []) as {value: string}[];
        assert.equal((JSON.parse(content?.value ?? '') as Json)['url'], campaign.url);
        assert.ok(page.some(({tagName}) => tagName === 'p'));
      }),
      {numRuns: 300},
    );
  });
});

describe('Open Graph', () => {
  const tags = (html: string) =>
    Object.fromEntries(
      elements(html)
        .filter(({tagName}) => tagName === 'meta')
        .map((meta) => [
          attribute(meta, 'property') ?? attribute(meta, 'name'),
          attribute(meta, 'content'),
        ]),
    );

  it('says title, figures with their date, page and picture', () => {
    const html = openGraph(halle({title: 'Une halle', tagline: null}), {
      now: NOW,
      page: 'https://relais.example/halle',
      image: 'https://relais.example/cards/halle.png',
      site: 'Ville de Pau',
    });
    const figures =
      '9\u202f930\u00a0€ collectés sur 12\u202f000\u00a0€, 82\u00a0% (Chiffres du 3 mars 2026 à 10:00)';
    const {'og:image:alt': alt, ...rest} = tags(html);
    assert.deepEqual(rest, {
      description: figures,
      'og:type': 'website',
      'og:title': 'Une halle',
      'og:description': figures,
      'og:url': 'https://relais.example/halle',
      'og:site_name': 'Ville de Pau',
      'og:locale': 'fr_FR',
      'og:image': 'https://relais.example/cards/halle.png',
      'og:image:width': '1200',
      'og:image:height': '630',
      'twitter:card': 'summary_large_image',
    });
    assert.match(alt ?? '', /chiffres du 3 mars/);
    assert.match(
      html,
      /<link rel="canonical" href="https:\/\/platform\.example\/projects\/halle">/,
    );
  });

  it('takes the campaign’s own picture, or none', () => {
    assert.equal(tags(openGraph(halle(), {now: NOW}))['og:image:width'], '1600');
    const svg = {src: 'https://images.example/a.svg', alt: null, width: null, height: null};
    assert.equal('og:image' in tags(openGraph(halle({image: svg}), {now: NOW})), false);
    assert.equal(
      'og:url' in tags(openGraph(halle(), {now: NOW, page: 'javascript:alert(1)'})),
      false,
    );
    assert.equal(tags(openGraph(halle(), {now: NOW, lang: 'en'}))['og:locale'], 'en_GB');
  });

  it('stays in its attributes, whatever a feed says', () => {
    fc.assert(
      fc.property(hostileCampaign, (campaign) => {
        const errors: string[] = [];
        const watched = {
          sourceCodeLocationInfo: false,
          onParseError: ({code}: {code: string}) => errors.push(code),
        };
        const page = `<!doctype html><head><title>x</title>${openGraph(campaign, {now: NOW})}</head><body></body>`;
        parse(page, watched);
        assert.deepEqual(errors, []);
        for (const {tagName, attrs} of elements(page)) {
          assert.match(tagName, /^(html|head|title|meta|link|body)$/);
          assert.ok(attrs.every(({name}) => /^(name|property|content|rel|href)$/.test(name)));
        }
      }),
      {numRuns: 300},
    );
  });
});
