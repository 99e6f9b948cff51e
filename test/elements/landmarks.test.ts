import {fixture, html} from '@open-wc/testing';

import {expectAccessible} from '../helpers/axe.js';
import {campaignInPau, makeFeed} from '../helpers/campaigns.js';
import {ELEMENTS, place, type FeedElement} from '../helpers/elements.js';
import {serveFeed} from '../helpers/network.js';
import {pause, waitUntil} from '../helpers/wait.js';

const FEED = 'https://feeds.example/landmarks.json';

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
          makeFeed(
            [
              campaignInPau('good', {category: 'patrimoine'}),
              campaignInPau('b', {category: 'sport'}),
            ],
            {calls},
          ),
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
