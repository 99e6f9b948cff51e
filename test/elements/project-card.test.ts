import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {http, HttpResponse, delay} from 'msw';

import {
  RelaisLoadEvent,
  type RelaisErrorEvent,
  type RelaisSelectEvent,
} from '../../src/elements/events.js';
import '../../src/elements/project-card.js';
import type {CardVariant, RelaisProjectCard} from '../../src/elements/project-card.js';
import {expectAccessible} from '../helpers/axe.js';
import {makeCampaign, makeFeature, makeFeed} from '../helpers/campaigns.js';
import {network, serveFeed} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

const FEED = 'https://feeds.example/card.json';

async function ready(card: RelaisProjectCard) {
  await waitUntil(() => !['idle', 'loading'].includes(card.state), 'the card never left loading');
  await card.updateComplete;
  return card;
}

function part(card: RelaisProjectCard, name: string): HTMLElement | null {
  return card.renderRoot.querySelector(`[part~="${name}"]`);
}

function words(card: RelaisProjectCard): string {
  return (card.renderRoot.textContent ?? '').replace(/\s+/g, ' ');
}

async function cardOf(
  properties: Record<string, unknown> = {},
  attributes: Record<string, string> = {},
) {
  serveFeed(FEED, makeFeed([makeFeature({id: 'a', properties})]));
  const card = await fixture<RelaisProjectCard>(
    html`<relais-project-card feed=${FEED} campaign="a" lang="fr"></relais-project-card>`,
  );
  for (const [name, value] of Object.entries(attributes)) card.setAttribute(name, value);
  return ready(card);
}

describe('relais-project-card', () => {
  describe('accessibility', () => {
    for (const variant of ['vertical', 'horizontal', 'compact', 'banner'] satisfies CardVariant[]) {
      it(`has no axe violation as ${variant}`, async () => {
        await expectAccessible(await cardOf({goal: 12000, raised: 9930}, {variant}));
      });
    }

    it('has no axe violation while loading, when empty, on error and when idle', async () => {
      network.use(http.get('https://feeds.example/slow.json', () => delay('infinite')));
      network.use(
        http.get('https://feeds.example/gone.json', () => new HttpResponse(null, {status: 404})),
      );
      serveFeed('https://feeds.example/none.json', makeFeed([]));
      for (const [feed, state] of [
        ['https://feeds.example/slow.json', 'loading'],
        ['https://feeds.example/none.json', 'empty'],
        ['https://feeds.example/gone.json', 'error'],
        ['', 'idle'],
      ] as const) {
        const card = await fixture<RelaisProjectCard>(
          html`<relais-project-card feed=${feed} lang="fr"></relais-project-card>`,
        );
        await waitUntil(() => card.state === state, `never ${state}`);
        await card.updateComplete;
        await expectAccessible(card);
      }
    });

    it('is one link, named by the title alone', async () => {
      const card = await cardOf({title: 'La halle', goal: 100, raised: 50});
      const links = card.renderRoot.querySelectorAll('a');
      expect(links).to.have.length(1);
      expect(links[0]?.textContent?.trim()).to.equal('La halle');
    });

    it('tells the progress in words and keeps the value in its range when over-funded', async () => {
      const card = await cardOf({goal: 1000, raised: 1860});
      const bar = part(card, 'bar');
      expect(bar?.getAttribute('role')).to.equal('progressbar');
      expect(bar?.getAttribute('aria-valuenow')).to.equal('100');
      expect(bar?.getAttribute('aria-valuetext')).to.contain('186');
      expect(part(card, 'percent')?.textContent).to.contain('186');
      expect(card.renderRoot.querySelector('.fill')?.getAttribute('width')).to.equal('100%');
    });

    it('is reached by the keyboard', async () => {
      const card = await cardOf();
      const link = part(card, 'link');
      link?.focus();
      expect((card.renderRoot as ShadowRoot).activeElement).to.equal(link);
    });
  });

  describe('figures', () => {
    it('never says 100 % before it is true', async () => {
      const card = await cardOf({goal: 1000, raised: 996});
      expect(part(card, 'percent')?.textContent).to.match(/99\s%/);
      expect(words(card)).not.to.match(/100\s%/);
      expect(part(card, 'bar')?.getAttribute('aria-valuenow')).to.equal('99');
    });

    it('shows no bar and no zero when the amount and the backers are unknown', async () => {
      const card = await cardOf({goal: 12000, raised: null, backers: null});
      expect(part(card, 'bar')).to.equal(null);
      expect(part(card, 'backers')).to.equal(null);
      expect(words(card)).not.to.match(/(^|[^\d\s\u202f\u00a0])[\s]0\s/);
    });

    it('shows no bar without a goal', async () => {
      const card = await cardOf({goal: null, raised: 500});
      expect(part(card, 'bar')).to.equal(null);
      expect(part(card, 'amount')?.textContent).to.contain('500');
    });

    it('counts orders without a currency sign', async () => {
      const card = await cardOf({unit: 'orders', goal: 50, raised: 34});
      expect(part(card, 'amount')?.textContent).to.contain('34').and.not.to.contain('€');
    });
  });

  describe('attributes', () => {
    it('speaks the language of the page around, across shadow roots, else French', async () => {
      const host = await fixture(html`<div lang="en"><div id="outer"></div></div>`);
      const root = host.querySelector('#outer')?.attachShadow({mode: 'open'});
      const card = document.createElement('relais-project-card');
      card.data = makeCampaign({goal: 1000, raised: 500});
      root?.append(card);
      await card.updateComplete;
      expect(part(card, 'card')?.getAttribute('lang')).to.equal('en');
      card.lang = 'fr';
      await card.updateComplete;
      expect(part(card, 'card')?.getAttribute('lang')).to.equal('fr');
      expect(card.getAttribute('lang')).to.equal('fr');
    });

    it('puts the relay into the link', async () => {
      const card = await cardOf({url: 'https://example.org/p/1?x=1'}, {relay: 'mairie-pau'});
      await card.updateComplete;
      const href = new URL(part(card, 'link')?.getAttribute('href') ?? '');
      expect(href.searchParams.get('utm_source')).to.equal('mairie-pau');
      expect(href.searchParams.get('utm_medium')).to.equal('widget');
      expect(href.searchParams.get('utm_campaign')).to.equal('a');
      expect(href.searchParams.get('x')).to.equal('1');
    });

    it('takes an unknown variant for vertical and an unknown level for 3', async () => {
      const card = await cardOf({}, {variant: 'sideways', 'heading-level': '9'});
      await card.updateComplete;
      expect(part(card, 'card')?.classList.contains('vertical')).to.equal(true);
      expect(part(card, 'title')?.localName).to.equal('h3');
      card.setAttribute('heading-level', '2');
      await card.updateComplete;
      expect(part(card, 'title')?.localName).to.equal('h2');
    });

    it('shows the first campaign of the feed when none is named', async () => {
      serveFeed(
        FEED,
        makeFeed([makeFeature({id: 'x', properties: {title: 'First'}}), makeFeature({id: 'y'})]),
      );
      const card = await ready(
        await fixture<RelaisProjectCard>(
          html`<relais-project-card feed=${FEED}></relais-project-card>`,
        ),
      );
      expect(part(card, 'title')?.textContent?.trim()).to.equal('First');
    });

    it('shows the last that was asked for, however late the answers come', async () => {
      const slow = 'https://feeds.example/slow-first.json';
      network.use(
        http.get(slow, async () => {
          await delay(300);
          return HttpResponse.json(makeFeed([makeFeature({id: 'a', properties: {title: 'Slow'}})]));
        }),
      );
      serveFeed(
        FEED,
        makeFeed([
          makeFeature({id: 'a', properties: {title: 'Fast'}}),
          makeFeature({id: 'b', properties: {title: 'Other'}}),
        ]),
      );
      const card = await fixture<RelaisProjectCard>(
        html`<relais-project-card feed=${slow} campaign="a"></relais-project-card>`,
      );
      await aTimeout(20);
      card.feed = FEED;
      await card.updateComplete;
      for (const id of ['a', 'b', 'a', 'b']) {
        card.campaign = id;
        await Promise.resolve();
      }
      await waitUntil(() => part(card, 'title')?.textContent?.trim() === 'Other');
      await aTimeout(400);
      expect(part(card, 'title')?.textContent?.trim()).to.equal('Other');
    });
  });

  describe('events', () => {
    it('fires relais-load with the campaign, across shadow roots', async () => {
      serveFeed(FEED, makeFeed([makeFeature({id: 'a'})]));
      const heard = oneEvent(document, 'relais-load');
      await fixture(html`<relais-project-card feed=${FEED} campaign="a"></relais-project-card>`);
      const event = await heard;
      expect(event).to.be.instanceOf(RelaisLoadEvent);
      expect((event as unknown as RelaisLoadEvent).campaigns.map(({id}) => id)).to.deep.equal([
        'a',
      ]);
    });

    it('fires relais-error with a code when the campaign is not there', async () => {
      serveFeed(FEED, makeFeed([makeFeature({id: 'a'})]));
      const heard = oneEvent(document, 'relais-error');
      const card = await fixture<RelaisProjectCard>(
        html`<relais-project-card feed=${FEED} campaign="nope"></relais-project-card>`,
      );
      const event = (await heard) as unknown as RelaisErrorEvent;
      expect(event.error.code).to.equal('not-found');
      expect(card.state).to.equal('error');
    });

    it('fires relais-select on the link, and does not follow it when cancelled', async () => {
      const card = await cardOf();
      let chosen: string | undefined;
      card.addEventListener('relais-select', (event: RelaisSelectEvent) => {
        chosen = event.campaign?.id;
        event.preventDefault();
      });
      const click = new MouseEvent('click', {bubbles: true, cancelable: true});
      part(card, 'link')?.dispatchEvent(click);
      expect(chosen).to.equal('a');
      expect(click.defaultPrevented).to.equal(true);
    });
  });

  describe('slot', () => {
    it("shows the page's own content on error, and says why below", async () => {
      network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
      const card = await ready(
        await fixture<RelaisProjectCard>(
          html`<relais-project-card feed=${FEED}><a href="https://example.org/">The campaign</a></relais-project-card>`,
        ),
      );
      expect(card.state).to.equal('error');
      expect(card.renderRoot.querySelector('slot')).not.to.equal(null);
      expect(part(card, 'notice')?.textContent).to.match(/\S/);
    });

    it('is never blank: white space alone is no fallback', async () => {
      network.use(http.get(FEED, () => HttpResponse.error()));
      const card = await fixture<RelaisProjectCard>(
        html`<relais-project-card feed=${FEED}> </relais-project-card>`,
      );
      expect(words(card)).to.match(/\S/);
      await waitUntil(() => card.state === 'error', 'never in error');
      await card.updateComplete;
      expect(part(card, 'notice')?.textContent).to.match(/\S/);
    });
  });

  describe('states', () => {
    it('keeps the last figures and says their date when a refresh fails', async () => {
      const card = await cardOf({title: 'Kept', goal: 10, raised: 5});
      network.resetHandlers();
      network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
      card.reload();
      await waitUntil(() => card.stale, 'never stale');
      await card.updateComplete;
      expect(card.state).to.equal('ready');
      expect(card.hasAttribute('stale')).to.equal(true);
      expect(part(card, 'title')?.textContent?.trim()).to.equal('Kept');
      expect(part(card, 'date')?.textContent).to.match(/20\d\d/);
      serveFeed(FEED, makeFeed([makeFeature({id: 'a', properties: {title: 'New'}})]));
      card.reload();
      await waitUntil(() => !card.stale, 'stale for ever');
      await card.updateComplete;
      expect(part(card, 'title')?.textContent?.trim()).to.equal('New');
    });

    it('tries again when the visitor asks', async () => {
      network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
      const card = await ready(
        await fixture<RelaisProjectCard>(
          html`<relais-project-card feed=${FEED} campaign="a"></relais-project-card>`,
        ),
      );
      network.resetHandlers();
      serveFeed(FEED, makeFeed([makeFeature({id: 'a'})]));
      part(card, 'notice')?.querySelector('button')?.click();
      await waitUntil(() => card.state === 'ready');
    });

    it('reads no feed when a campaign is at hand', async () => {
      const card = await fixture<RelaisProjectCard>(
        html`<relais-project-card .data=${makeCampaign({title: 'At hand'})}></relais-project-card>`,
      );
      expect(card.state).to.equal('ready');
      expect(part(card, 'title')?.textContent?.trim()).to.equal('At hand');
      card.data = null;
      await card.updateComplete;
      expect(card.state).to.equal('idle');
      expect(part(card, 'title')).to.equal(null);
      expect(part(card, 'notice')).to.equal(null);
    });

    it('reads again after it was taken out while loading', async () => {
      let asked = 0;
      network.use(
        http.get(FEED, async () => {
          asked += 1;
          await delay(100);
          return HttpResponse.json(makeFeed([makeFeature({id: 'a'})]));
        }),
      );
      const card = await fixture<RelaisProjectCard>(
        html`<relais-project-card feed=${FEED} campaign="a"></relais-project-card>`,
      );
      const parent = card.parentElement;
      card.remove();
      await aTimeout(20);
      parent?.append(card);
      await ready(card);
      expect(card.state).to.equal('ready');
      expect(asked).to.be.greaterThan(0);
    });
  });

  describe('hostile input', () => {
    const MARKUP = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';

    it('shows markup as text, in every field', async () => {
      const card = await cardOf({
        title: MARKUP,
        tagline: MARKUP,
        category: MARKUP,
        owner: {name: MARKUP, kind: 'public'},
        mentors: [{name: MARKUP}],
        place: {name: MARKUP, country: 'FR'},
        matching: {by: MARKUP, rate: 1},
        news: [{at: '2026-11-01T00:00:00+01:00', title: MARKUP}],
      });
      await aTimeout(50);
      expect((globalThis as {hacked?: number}).hacked).to.equal(undefined);
      expect(card.renderRoot.querySelector('script')).to.equal(null);
      expect(part(card, 'link')?.textContent).to.contain('<img');
    });

    it('links nowhere but to http(s)', async () => {
      serveFeed(
        FEED,
        makeFeed([
          makeFeature({id: 'bad', properties: {url: 'javascript:globalThis.hacked=1'}}),
          makeFeature({id: 'good', properties: {title: 'Good'}}),
        ]),
      );
      const card = await ready(
        await fixture<RelaisProjectCard>(
          html`<relais-project-card feed=${FEED}></relais-project-card>`,
        ),
      );
      expect(part(card, 'link')?.getAttribute('href')).to.match(/^https:/);
      expect(part(card, 'title')?.textContent?.trim()).to.equal('Good');
    });

    it('survives a title of a million characters', async () => {
      const card = await cardOf({title: 'é'.repeat(1_000_000)});
      expect(card.state).to.equal('ready');
      expect((part(card, 'title')?.textContent ?? '').length).to.be.lessThan(1000);
    });

    for (const [name, answer] of [
      ['an HTML page', () => HttpResponse.html('<!doctype html><p>Hello')],
      ['a truncated body', () => HttpResponse.text('{"type":"FeatureCollection","features":[{')],
      ['an array', () => HttpResponse.json([1, 2, 3])],
      ['null', () => HttpResponse.json(null)],
      ['404', () => new HttpResponse('no', {status: 404})],
      ['offline', () => HttpResponse.error()],
      ['500', () => new HttpResponse('no', {status: 500})],
    ] as const) {
      it(`shows a calm sentence for ${name}`, async () => {
        network.use(http.get(FEED, answer));
        const card = await fixture<RelaisProjectCard>(
          html`<relais-project-card feed=${FEED} campaign="a"></relais-project-card>`,
        );
        await waitUntil(() => card.state === 'error', 'never in error');
        await card.updateComplete;
        expect(part(card, 'notice')?.textContent).to.match(/\S/);
      }).timeout(20000);
    }
  });
});
