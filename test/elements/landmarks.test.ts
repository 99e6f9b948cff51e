import {fixture, html} from '@open-wc/testing';

import {expectAccessible} from '../helpers/axe.js';
import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {ELEMENTS, place, type FeedElement} from '../helpers/elements.js';
import {serveFeed} from '../helpers/network.js';
import {pause, waitUntil} from '../helpers/wait.js';

const FEED = 'https://feeds.example/landmarks.json';
const PAU = {name: 'Pau', code: '64445', departement: '64', region: '75', country: 'FR'};

const FORMS: Record<string, Record<string, string>[]> = {
  ...Object.fromEntries(Object.entries(ELEMENTS).map(([tag, form]) => [tag, [form]])),
  'relais-territory-map': [
    {territory: 'departement:64', status: 'all'},
    {territory: 'region:75', status: 'all', shade: 'number'},
  ],
};

describe('two of an element on one page', () => {
  for (const [tag, forms] of Object.entries(FORMS)) {
    for (const attributes of forms) {
      it(`${tag} ${attributes['shade'] ? 'with colours ' : ''}gives no landmark's name twice`, async () => {
        const campaign = (id: string, category: string) =>
          makeFeature({
            id,
            coordinates: [-0.37, 43.3],
            properties: {
              title: `Projet ${id}`,
              status: 'live',
              goal: 100,
              raised: 50,
              category,
              place: PAU,
              call: {id: 'call', edition: 'one'},
            },
          });
        const calls = [
          {
            id: 'call',
            title: 'Appel',
            organiser: {name: 'Département'},
            editions: [
              {id: 'one', title: 'Une'},
              {id: 'two', title: 'Deux'},
            ],
          },
        ];
        serveFeed(
          FEED,
          makeFeed([campaign('good', 'patrimoine'), campaign('b', 'sport')], {calls}),
        );
        const page = await fixture<HTMLElement>(html`<div></div>`);
        const elements: FeedElement[] = [];
        for (let count = 0; count < 2; count += 1) {
          const element = place(tag, {...attributes, feed: FEED});
          page.append(element);
          elements.push(element);
        }
        for (const element of elements) {
          await waitUntil(() => element.state === 'ready', 'never ready');
        }
        await pause(200);
        await expectAccessible(page);
      });
    }
  }
});
