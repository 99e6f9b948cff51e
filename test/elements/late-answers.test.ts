import {expect} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';

import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {ELEMENTS, type FeedElement, place} from '../helpers/elements.js';
import {network} from '../helpers/network.js';
import {deep, said} from '../helpers/page.js';
import {pause, waitUntil} from '../helpers/wait.js';

const PAU = {name: 'Pau', code: '64445', departement: '64', region: '75', country: 'FR'};
const DAY_MS = 86_400_000;

/** A feed of one campaign, told from others by its title and its figures. */
function feedOf(title: string, raised: number, others: readonly unknown[] = []) {
  return makeFeed(
    [
      makeFeature({
        id: 'good',
        coordinates: [-0.3708, 43.2951],
        properties: {
          title,
          goal: 100,
          raised,
          backers: raised,
          startsAt: new Date(Date.now() - 5 * DAY_MS).toISOString(),
          endsAt: new Date(Date.now() + 9 * DAY_MS).toISOString(),
          place: PAU,
          call: {id: 'call', edition: 'one'},
        },
      }),
      ...others,
    ],
    {
      calls: [
        {id: 'call', title: `Appel ${title}`, editions: [{id: 'one', title: 'Une'}]},
        {id: 'other', title: 'Un autre appel', editions: [{id: 'two', title: 'Deux'}]},
      ],
    },
  );
}

const live = (id: string) =>
  makeFeature({id, properties: {title: id, status: 'live', place: PAU, goal: 100, raised: 5}});
const ALPHA = feedOf('Alpha', 11);
// Two more campaigns here: a search, which names none, counts another number.
const BETA = feedOf('Beta', 77, [live('b2'), live('b3')]);

/** What an element says of each of the two feeds. */
const SAYS: Record<string, {alpha: RegExp; beta: RegExp}> = {
  'relais-progress-bar': {alpha: /11\s%/, beta: /77\s%/},
  // One campaign alone is not worth a selection: the totals tell the feeds apart.
  'relais-territory-summary': {alpha: /11\s€/, beta: /87\s€/},
  'relais-city-search': {alpha: /\b1 campagne\b/, beta: /\b3 campagnes\b/},
};
const TITLES = {alpha: /Alpha/, beta: /Beta/};

let count = 0;

/** An address that answers only when the test says so. */
function gated(answer: () => Response) {
  count += 1;
  const url = `https://feeds.example/late-${count}.json`;
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  let tell = () => {};
  const asked = new Promise<void>((resolve) => (tell = resolve));
  network.use(
    http.get(url, async () => {
      tell();
      await gate;
      return answer();
    }),
  );
  return {url, open: () => open(), asked};
}

function serve(feed: Record<string, unknown>) {
  const {url, open} = gated(() => HttpResponse.json(feed));
  open();
  return url;
}

/** The languages that an element and what it holds say they speak, each once. */
function spoken(element: Element): string {
  const languages = deep(element.shadowRoot ?? element).map((inner) => inner.getAttribute('lang'));
  return [...new Set(languages.filter(Boolean))].sort().join(' ');
}

for (const [tag, attributes] of Object.entries(ELEMENTS)) {
  const {alpha, beta} = SAYS[tag] ?? TITLES;

  describe(`${tag} and late answers`, () => {
    let element: FeedElement;
    const errors: string[] = [];
    const onError = () => errors.push('relais-error');

    async function shows(words: RegExp) {
      await waitUntil(() => words.test(said(element)), `${String(words)} never showed`);
      await element.updateComplete;
    }

    beforeEach(() => {
      errors.length = 0;
      document.addEventListener('relais-error', onError);
    });

    afterEach(() => {
      document.removeEventListener('relais-error', onError);
      element.remove();
    });

    it('keeps the second feed when the first answers after it', async () => {
      const slow = gated(() => HttpResponse.json(ALPHA));
      element = place(tag, {...attributes, feed: slow.url});
      await slow.asked;
      element.feed = serve(BETA);
      await shows(beta);
      slow.open();
      await pause(120);
      expect(said(element)).to.match(beta).and.not.to.match(alpha);
      expect(errors).to.deep.equal([]);
    });

    it('keeps the second feed when the first fails after it', async () => {
      const slow = gated(() => new HttpResponse(null, {status: 404}));
      element = place(tag, {...attributes, feed: slow.url});
      await slow.asked;
      element.feed = serve(BETA);
      await shows(beta);
      slow.open();
      await pause(120);
      expect(said(element)).to.match(beta);
      expect(element.stale).to.equal(false);
      expect(errors).to.deep.equal([]);
    });

    it('shows the first again when it is asked for again, whatever was asked between', async () => {
      const first = serve(ALPHA);
      const between = gated(() => HttpResponse.json(BETA));
      element = place(tag, {...attributes, feed: first});
      await shows(alpha);
      element.feed = between.url;
      await between.asked;
      element.feed = first;
      between.open();
      await shows(alpha);
      await pause(120);
      expect(said(element)).to.match(alpha).and.not.to.match(beta);
    });

    it('shows nothing of a feed that is taken away before it answers', async () => {
      const slow = gated(() => HttpResponse.json(ALPHA));
      element = place(tag, {...attributes, feed: slow.url});
      await slow.asked;
      element.removeAttribute('feed');
      await element.updateComplete;
      slow.open();
      await pause(120);
      expect(said(element)).not.to.match(alpha);
      expect(errors).to.deep.equal([]);
    });

    it('shows what was asked last, when everything changes many times in a moment', async () => {
      const [first, second] = [serve(ALPHA), serve(BETA)];
      element = place(tag, {...attributes, feed: first});
      const last = {...attributes, feed: second, lang: 'fr'};
      const others: Record<string, string>[] = [
        {feed: second, lang: 'en', campaign: 'b2', call: 'other', status: 'failed'},
        {feed: first, lang: 'fr', campaign: 'none', territory: 'departement:59', call: 'none'},
        {feed: 'https://feeds.example/', lang: 'xx', territory: 'nonsense', status: 'bogus'},
      ];
      network.use(http.get('https://feeds.example/', () => new HttpResponse(null, {status: 404})));
      for (let turn = 0; turn < 9; turn += 1) {
        const change = others[turn % others.length] ?? {};
        for (const [name, value] of Object.entries(change)) element.setAttribute(name, value);
        // Sometimes within one update, sometimes over several, sometimes after a request went out.
        if (turn % 3 === 1) await element.updateComplete;
        if (turn % 3 === 2) await pause(5);
      }
      for (const name of ['campaign', 'territory', 'call', 'status']) element.removeAttribute(name);
      // A search's territory is another word for its value: taking one away empties the other.
      await element.updateComplete;
      for (const [name, value] of Object.entries(last)) element.setAttribute(name, value);
      await shows(beta);
      await pause(120);
      expect(said(element)).to.match(beta).and.not.to.match(alpha);
      expect(element.state).to.be.oneOf(['ready', 'idle']);
      expect(element.stale).to.equal(false);
    });

    it('speaks the last language it was given', async () => {
      element = place(tag, {...attributes, feed: serve(BETA)});
      await shows(beta);
      const french = said(element);
      for (const lang of ['en', 'fr', 'en', 'fr', 'en']) {
        element.lang = lang;
        await Promise.resolve();
      }
      await waitUntil(() => spoken(element) === 'en' && said(element) !== french, 'never English');
      for (const lang of ['fr', 'en', 'fr']) {
        element.lang = lang;
        await element.updateComplete;
      }
      await waitUntil(() => spoken(element) === 'fr', 'never French again');
    });
  });
}
