import fc from 'fast-check';

import type {Campaign} from '../../../src/feed/campaign.js';
import {makeCampaign} from '../../helpers/campaigns.ts';

/** The morning for which the cards of these tests are made. */
export const NOW = Date.parse('2026-03-03T09:00:00Z');

/** A campaign of which everything is known, seven days before its end. */
export function halle(fields: Partial<Campaign> = {}): Campaign {
  return makeCampaign({
    title: 'Une halle couverte pour le marché de Saint-Jean-Pied-de-Port',
    tagline: 'Abriter les producteurs du samedi, été comme hiver, sous une charpente en chêne.',
    category: 'heritage',
    goal: 12000,
    raised: 9930,
    backers: 134,
    startsAt: '2026-02-01T00:00:00Z',
    endsAt: '2026-03-10T22:59:59Z',
    place: {
      name: 'Pau',
      code: '64445',
      postcode: '64000',
      epci: null,
      departement: '64',
      region: '75',
      country: 'FR',
    },
    owner: {name: 'Les Amis de la halle', url: null, kind: 'association'},
    mentors: [{name: 'Ville de Pau', url: null, logo: null}],
    image: {src: 'https://images.example/halle.jpg', alt: null, width: 1600, height: 900},
    ...fields,
  });
}

/** Texts that try to leave their place: markup, merge tags, controls, other scripts, endless words. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>&amp;<![CDATA[',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '*|UNSUB:https://a.example|*',
    '{{{contact.EMAIL}}} {% if x %} [[data:name]] %%name%% ${a} #{b} <%= c %> [% d %] [name] %NAME%',
    '<mj-raw><b>x</b></mj-raw>',
    'ANTICONSTITUTIONNELLEMENT'.repeat(12),
    'سوق مغطى لمدينة باو',
    'שוק מקורה בעיר',
    '👩‍👩‍👧‍👦🎸 Fête',
    '市場の屋根をみんなで直そう',
    '\u0000\u0001\ud800\u2028\u2029\ufffe',
    '- a\n\nFrom: b\r\nBcc: c',
  ),
  fc.string({unit: 'binary', maxLength: 300}),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '"', "'", '{', '%', '*', '|', '[', ']', 'a'),
    maxLength: 60,
  }),
);

const amount = fc.option(fc.oneof(fc.constantFrom(0, 1, 12.5, 9930, 1e12), fc.nat(1e6)));
const hostileUrl = fc
  .oneof(
    fc.constantFrom(
      '?a=*|NAME|*&b={{x}}',
      '?q=<script>\'"',
      '/%%name%%/[[x]]',
      `?long=${'x'.repeat(2500)}`,
      '',
    ),
    fc.webPath(),
  )
  .map((rest) => new URL(`https://platform.example/p${rest}`).href);

/** Any campaign that a feed may give. */
export const hostileCampaign: fc.Arbitrary<Campaign> = fc
  .record({
    id: hostileText,
    title: hostileText,
    url: hostileUrl,
    tagline: fc.option(hostileText),
    category: fc.option(hostileText),
    goal: amount,
    raised: amount,
    backers: fc.option(fc.nat()),
    unit: fc.constantFrom('money', 'orders'),
    threshold: fc.constantFrom(1, 0.6),
    status: fc.option(fc.constantFrom('upcoming', 'live', 'succeeded', 'failed', 'cancelled')),
    endsAt: fc.option(fc.constantFrom('2026-03-03T20:00:00Z', '2026-01-01T00:00:00Z')),
    owner: fc.option(
      fc.record({name: hostileText, url: fc.constant(null), kind: fc.constant('public')}),
    ),
    mentors: fc.array(
      fc.record({name: hostileText, url: fc.constant(null), logo: fc.constant(null)}),
      {maxLength: 3},
    ),
    image: fc.option(
      fc.record({
        src: hostileUrl,
        alt: fc.option(hostileText),
        width: fc.constant(1600),
        height: fc.constantFrom(1, 900, 90_000),
      }),
    ),
    lang: fc.option(fc.constantFrom('ar', 'en', 'fr-CA')),
  })
  .map((fields) => ({...makeCampaign(), ...fields}) as Campaign);
