import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {delay, http, HttpResponse} from 'msw';

import type {RelaisLoadEvent, RelaisSelectEvent} from '../../src/elements/events.js';
import '../../src/elements/territory-summary.js';
import type {RelaisTerritorySummary} from '../../src/elements/territory-summary.js';
import {expectAccessible} from '../helpers/axe.js';
import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {network, serveFeed} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

/** An address of its own for each test: good answers are shared. */
let feed = '';
let asked = 0;

beforeEach(() => {
  feed = nextFeed();
});

function nextFeed(): string {
  asked += 1;
  return `https://feeds.example/summary-${asked}.json`;
}

const DAY = 86_400_000;

/** An instant so many days from now. */
function days(count: number): string {
  return new Date(Date.now() + count * DAY).toISOString();
}

const PAU = {code: '64445', name: 'Pau', departement: '64', region: '75'};

/** Four campaigns of Pau: two succeeded, one failed, one live whose figures nobody knows. */
const FOUR = [
  makeFeature({
    id: 'a',
    properties: {
      title: 'A',
      status: 'succeeded',
      startsAt: '2024-03-01T00:00:00+01:00',
      raised: 1000,
      backers: 20,
      place: PAU,
    },
  }),
  makeFeature({
    id: 'b',
    properties: {
      title: 'B',
      status: 'succeeded',
      startsAt: '2025-03-01T00:00:00+01:00',
      raised: 3000,
      backers: 90,
      place: PAU,
    },
  }),
  makeFeature({
    id: 'c',
    properties: {
      title: 'C',
      status: 'failed',
      startsAt: '2025-05-01T00:00:00+02:00',
      raised: 50,
      backers: 3,
      place: PAU,
    },
  }),
  makeFeature({id: 'd', properties: {title: 'D', startsAt: days(-3), endsAt: days(9), place: PAU}}),
];

async function settled(summary: RelaisTerritorySummary) {
  await waitUntil(() => !['idle', 'loading'].includes(summary.state), 'never left loading');
  await summary.updateComplete;
  return summary;
}

async function summaryOf(features: unknown[] = FOUR, attributes: Record<string, string> = {}) {
  feed = nextFeed();
  serveFeed(feed, makeFeed(features));
  const summary = document.createElement('relais-territory-summary');
  summary.lang = 'fr';
  for (const [name, value] of Object.entries(attributes)) summary.setAttribute(name, value);
  summary.setAttribute('feed', feed);
  await fixture(html`<div>${summary}</div>`);
  return settled(summary);
}

function part(summary: RelaisTerritorySummary, name: string): HTMLElement | null {
  return summary.renderRoot.querySelector(`[part~="${name}"]`);
}

function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function ids(summary: RelaisTerritorySummary): string[] {
  return [...summary.renderRoot.querySelectorAll('relais-project-card')].map(
    ({data}) => data?.id ?? '',
  );
}

describe('relais-territory-summary', () => {
  describe('accessibility', () => {
    it('has no axe violation', async () => {
      await expectAccessible(await summaryOf(FOUR, {territory: 'commune:64445', period: '2025'}));
    });

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
        const summary = await fixture<RelaisTerritorySummary>(
          html`<relais-territory-summary feed=${feed} lang="fr"></relais-territory-summary>`,
        );
        await waitUntil(() => summary.state === state, `never ${state}`);
        await summary.updateComplete;
        await expectAccessible(summary);
      }
    });

    it('tells each figure after what it is, as a description list', async () => {
      const list = part(await summaryOf(), 'figures');
      expect(list?.localName).to.equal('dl');
      for (const pair of list?.querySelectorAll('div') ?? []) {
        expect([...pair.children].map(({localName}) => localName)).to.deep.equal(['dt', 'dd']);
      }
    });
  });

  describe('figures', () => {
    it('adds what is known and says "at least" where something is not', async () => {
      const said = words(part(await summaryOf(), 'figures'));
      expect(said).to.match(/collectés au moins 4\s050\s€/);
      expect(said).to.match(/campagnes 4/);
      expect(said).to.match(/en cours aujourd’hui 1/);
      expect(said).to.match(/contributeurs au moins 113/);
      expect(said).to.match(/66\s%/).and.to.contain('3 campagnes terminées');
    });

    it('leaves out what nobody knows, and never says 0 for it', async () => {
      const summary = await summaryOf([makeFeature({id: 'x', properties: {endsAt: days(3)}})]);
      expect(words(part(summary, 'figures'))).to.equal('campagne 1 en cours aujourd’hui 1');
    });

    it('never adds two currencies, nor orders to money', async () => {
      const summary = await summaryOf([
        makeFeature({id: 'x', properties: {raised: 100, currency: 'EUR'}}),
        makeFeature({id: 'y', properties: {raised: 70, currency: 'CHF'}}),
        makeFeature({id: 'z', properties: {raised: 12, unit: 'orders'}}),
      ]);
      const said = words(part(summary, 'figures'));
      expect(said)
        .to.match(/100\s€/)
        .and.to.match(/70\sCHF/)
        .and.to.match(/préventes 12/);
    });

    it('always says the date of its figures', async () => {
      expect(words(part(await summaryOf(), 'date'))).to.contain('20 novembre 2026');
    });
  });

  describe('attributes', () => {
    it('bears the name of its territory, which is loaded on its own', async () => {
      const summary = await summaryOf(FOUR, {territory: 'departement:64'});
      await waitUntil(() => words(part(summary, 'title')) === 'Pyrénées-Atlantiques', 'no name');
      summary.territory = '';
      await waitUntil(() => words(part(summary, 'title')) === 'Les campagnes de la ville');
    });

    it('counts what began in its period', async () => {
      const summary = await summaryOf();
      for (const [period, count] of [
        ['2025', 2],
        ['2025-05', 1],
        ['2024/2025', 3],
        ['2026/', 1],
        ['/2024-12', 1],
      ] as const) {
        summary.period = period;
        await waitUntil(
          () => new RegExp(`campagnes? ${count}`).test(words(part(summary, 'figures'))),
          `${period} is wrong`,
        );
        await waitUntil(() => /20\d\d/.test(words(part(summary, 'period'))));
      }
    });

    it('counts all time where its period is none', async () => {
      const summary = await summaryOf();
      for (const period of ['', 'all', 'soon', '2026-13', '2025/2024']) {
        summary.period = '2025';
        await waitUntil(() => /campagnes 2/.test(words(part(summary, 'figures'))));
        summary.period = period;
        await waitUntil(() => /campagnes 4/.test(words(part(summary, 'figures'))), `"${period}"`);
        expect(words(part(summary, 'period'))).to.equal('Financement participatif');
      }
    });

    it('counts the last days and months', async () => {
      const summary = await summaryOf(FOUR, {period: '30d'});
      expect(words(part(summary, 'figures'))).to.match(/campagne 1/);
      expect(words(part(summary, 'period'))).to.contain('30 derniers jours');
    });

    it('takes an attribute that is taken away for one that was never there', async () => {
      const summary = await summaryOf(FOUR, {period: '2025', territory: 'departement:59'});
      expect(summary.state).to.equal('empty');
      summary.removeAttribute('territory');
      summary.removeAttribute('period');
      await waitUntil(() => /campagnes 4/.test(words(part(summary, 'figures'))));
    });
  });

  describe('best-known campaigns', () => {
    it('are three, by backers', async () => {
      const summary = await summaryOf();
      expect(ids(summary)).to.deep.equal(['b', 'a', 'c']);
    });

    it('are by amount where backers are unknown', async () => {
      const summary = await summaryOf([
        makeFeature({id: 'x', properties: {raised: 5}}),
        makeFeature({id: 'y', properties: {raised: 9}}),
      ]);
      expect(ids(summary)).to.deep.equal(['y', 'x']);
    });
  });

  describe('events', () => {
    it('fires relais-load with what is counted, and lets relais-select out', async () => {
      const heard = oneEvent(document, 'relais-load');
      const summary = await summaryOf(FOUR, {period: '2025'});
      const event = (await heard) as unknown as RelaisLoadEvent;
      expect(event.campaigns.map(({id}) => id)).to.deep.equal(['b', 'c']);
      let chosen: string | undefined;
      summary.addEventListener('relais-select', (select: RelaisSelectEvent) => {
        chosen = select.campaign?.id;
        select.preventDefault();
      });
      const card = summary.renderRoot.querySelector('relais-project-card');
      await card?.updateComplete;
      card?.renderRoot.querySelector('a')?.click();
      expect(chosen).to.equal('b');
    });
  });

  describe('slot and states', () => {
    it("shows the page's own content on error", async () => {
      network.use(http.get(feed, () => new HttpResponse(null, {status: 404})));
      const summary = await settled(
        await fixture<RelaisTerritorySummary>(
          html`<relais-territory-summary feed=${feed}><p>Our campaigns</p></relais-territory-summary>`,
        ),
      );
      expect(summary.renderRoot.querySelector('slot')).not.to.equal(null);
      expect(words(part(summary, 'notice'))).to.match(/\S/);
    });

    it('says that a territory has none, by its name when that is known', async () => {
      const summary = await summaryOf(FOUR, {territory: 'departement:59'});
      expect(summary.getAttribute('state')).to.equal('empty');
      await waitUntil(() => words(part(summary, 'notice')).includes('Nord'), 'no name');
    });

    it('keeps the last figures when a refresh fails', async () => {
      const summary = await summaryOf();
      network.resetHandlers();
      network.use(http.get(feed, () => new HttpResponse(null, {status: 404})));
      summary.reload();
      await waitUntil(() => summary.stale, 'never stale');
      await summary.updateComplete;
      expect(words(part(summary, 'figures'))).to.match(/campagnes 4/);
      expect(words(part(summary, 'date'))).to.contain('novembre 2026');
    });

    it('shows the last that was asked for', async () => {
      const summary = await summaryOf();
      for (const territory of ['departement:59', 'commune:64445', 'nonsense', 'departement:64']) {
        summary.territory = territory;
        await Promise.resolve();
      }
      await aTimeout(300);
      await waitUntil(() => words(part(summary, 'title')) === 'Pyrénées-Atlantiques');
      expect(summary.state).to.equal('ready');
    });
  });

  describe('hostile input', () => {
    it('shows markup as text', async () => {
      const markup = '<img src=x onerror="globalThis.hacked=1"><b>hello</b>';
      serveFeed(feed, makeFeed(FOUR, {title: markup}));
      const summary = await settled(
        await fixture<RelaisTerritorySummary>(
          html`<relais-territory-summary feed=${feed}></relais-territory-summary>`,
        ),
      );
      expect((globalThis as {hacked?: number}).hacked).to.equal(undefined);
      expect(summary.renderRoot.querySelector('b')).to.equal(null);
      expect(words(part(summary, 'title'))).to.contain('<b>');
    });
  });
});
