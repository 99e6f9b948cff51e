import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {delay, http, HttpResponse} from 'msw';

import '../../src/elements/call-for-projects.js';
import type {RelaisCallForProjects} from '../../src/elements/call-for-projects.js';
import type {
  RelaisErrorEvent,
  RelaisLoadEvent,
  RelaisSelectEvent,
} from '../../src/elements/events.js';
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
  return `https://feeds.example/call-${asked}.json`;
}

const DAY = 86_400_000;

/** An instant so many days from now. */
function days(count: number): string {
  return new Date(Date.now() + count * DAY).toISOString();
}

const APPLYING = {id: '2027', title: 'Édition 2027', opensAt: days(-5), closesAt: days(20)};
const OVER = {
  id: '2025',
  title: 'Édition 2025',
  opensAt: days(-600),
  closesAt: days(-550),
  campaignsFrom: days(-500),
  campaignsTo: days(-450),
};
const CAMPAIGNING = {
  id: '2026',
  title: 'Édition 2026',
  opensAt: days(-300),
  closesAt: days(-250),
  campaignsFrom: days(-20),
  campaignsTo: days(20),
};

function makeWireCall(fields: Record<string, unknown> = {}) {
  return {
    id: 'mel',
    title: 'MEL Makers',
    organiser: {name: 'Métropole de Lille', url: 'https://lille.example/'},
    url: 'https://lille.example/call',
    applyUrl: 'https://lille.example/apply',
    editions: [CAMPAIGNING, OVER],
    ...fields,
  };
}

/** A laureate of an edition. */
function laureate(id: string, edition: string | null, properties: Record<string, unknown> = {}) {
  return makeFeature({
    id,
    properties: {
      title: `Laureate ${id}`,
      startsAt: days(-10),
      endsAt: days(10),
      call: {id: 'mel', ...(edition && {edition})},
      ...properties,
    },
  });
}

async function settled(element: RelaisCallForProjects) {
  await waitUntil(() => !['idle', 'loading'].includes(element.state), 'never left loading');
  await element.updateComplete;
  return element;
}

async function callOf(
  features: unknown[],
  calls: unknown[] = [makeWireCall()],
  attributes: Record<string, string> = {},
) {
  feed = nextFeed();
  serveFeed(feed, makeFeed(features, {calls}));
  const element = document.createElement('relais-call-for-projects');
  element.lang = 'fr';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.setAttribute('feed', feed);
  await fixture(html`<div>${element}</div>`);
  return settled(element);
}

function part(element: RelaisCallForProjects, name: string): HTMLElement | null {
  return element.renderRoot.querySelector(`[part~="${name}"]`);
}

function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function ids(element: RelaisCallForProjects): string[] {
  return [...element.renderRoot.querySelectorAll('relais-project-card')].map(
    ({data}) => data?.id ?? '',
  );
}

describe('relais-call-for-projects', () => {
  describe('accessibility', () => {
    it('has no axe violation while campaigns run, while bodies apply, and with many editions', async () => {
      const some = [laureate('a', '2026', {goal: 100, raised: 50}), laureate('b', '2025')];
      await expectAccessible(await callOf(some));
      await expectAccessible(await callOf(some, [makeWireCall({editions: [APPLYING]})]));
      const editions = [1, 2, 3, 4, 5].map((year) => ({id: `${year}`, title: `Année ${year}`}));
      await expectAccessible(await callOf(some, [makeWireCall({editions})]));
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
        const element = await fixture<RelaisCallForProjects>(
          html`<relais-call-for-projects feed=${feed} lang="fr"></relais-call-for-projects>`,
        );
        await waitUntil(() => element.state === state, `never ${state}`);
        await element.updateComplete;
        await expectAccessible(element);
      }
    });

    it('has headings one under the other', async () => {
      const element = await callOf([laureate('a', '2026')], undefined, {'heading-level': '2'});
      expect(words(element.renderRoot.querySelector('h2'))).to.equal('MEL Makers');
      expect(words(element.renderRoot.querySelector('h3'))).to.contain('Édition 2026');
      const card = element.renderRoot.querySelector('relais-project-card');
      await card?.updateComplete;
      expect(card?.renderRoot.querySelector('h4')).not.to.equal(null);
    });

    it('marks the current step and the current edition', async () => {
      const element = await callOf([laureate('a', '2026')]);
      const step = element.renderRoot.querySelector('[aria-current="step"]');
      expect(words(step)).to.contain('Campagnes');
      const edition = part(element, 'editions')?.querySelector('[aria-current="true"]');
      expect(words(edition ?? null)).to.equal('Édition 2026');
    });
  });

  describe('attributes', () => {
    it('shows the first call of the feed, and the edition under way', async () => {
      const element = await callOf([laureate('a', '2026'), laureate('b', '2025')]);
      expect(words(part(element, 'title'))).to.equal('MEL Makers');
      expect(words(part(element, 'organiser'))).to.contain('Métropole de Lille');
      expect(ids(element)).to.deep.equal(['a']);
      expect(part(element, 'apply')).to.equal(null);
    });

    it('shows the call and the edition that are named', async () => {
      const calls = [makeWireCall({id: 'other', title: 'Other'}), makeWireCall()];
      const features = [laureate('a', '2026'), laureate('b', '2025')];
      const element = await callOf(features, calls, {call: 'mel', edition: '2025'});
      expect(words(part(element, 'title'))).to.equal('MEL Makers');
      expect(ids(element)).to.deep.equal(['b']);
      expect(words(part(element, 'phase'))).to.contain('terminée');
    });

    it('is in error when the call or the edition is not in the feed', async () => {
      for (const attributes of [{call: 'nope'}, {edition: '1999'}] as Record<string, string>[]) {
        const heard = oneEvent(document, 'relais-error');
        const element = await callOf([laureate('a', '2026')], undefined, attributes);
        const event = (await heard) as unknown as RelaisErrorEvent;
        expect(event.error.code).to.equal('not-found');
        expect(element.state).to.equal('error');
        expect(words(part(element, 'notice'))).to.match(/appel à projets/);
      }
    });

    it('keeps the laureates of a territory', async () => {
      const element = await callOf(
        [
          laureate('pau', '2026', {place: {code: '64445', departement: '64'}}),
          laureate('lille', '2026', {place: {code: '59350', departement: '59'}}),
        ],
        undefined,
        {territory: 'departement:59'},
      );
      expect(ids(element)).to.deep.equal(['lille']);
    });

    it('takes an attribute that is taken away for one that was never there', async () => {
      const element = await callOf([laureate('a', '2026')], undefined, {edition: '2025'});
      for (const name of ['edition', 'call', 'territory', 'relay', 'format']) {
        element.setAttribute(name, element.getAttribute(name) ?? '');
        element.removeAttribute(name);
      }
      await waitUntil(() => ids(element).includes('a'));
    });
  });

  describe('phases', () => {
    it('invites to apply, and says until when', async () => {
      const element = await callOf([], [makeWireCall({editions: [APPLYING]})]);
      const apply = part(element, 'apply');
      expect(apply?.getAttribute('href')).to.equal('https://lille.example/apply');
      expect(words(part(element, 'phase'))).to.match(/ouvertes jusqu’au .*20\d\d/);
      expect(words(part(element, 'notice'))).to.contain('pas encore connus');
      expect(element.state).to.equal('ready');
    });

    it('has words for each phase', async () => {
      for (const [edition, said] of [
        [{opensAt: days(5), closesAt: days(20)}, /ouvriront le/],
        [{opensAt: days(-20), closesAt: days(-5)}, /sélection/],
        [{campaignsFrom: days(-5)}, /campagne/],
        [{campaignsTo: days(-5)}, /terminée le/],
      ] as const) {
        const call = makeWireCall({editions: [{id: 'x', title: 'X', ...edition}]});
        const element = await callOf([], [call]);
        expect(words(part(element, 'phase'))).to.match(said);
      }
    });

    it('says nothing of dates that nobody knows', async () => {
      const call = makeWireCall({editions: [], url: undefined, applyUrl: undefined});
      const element = await callOf([laureate('a', null)], [call]);
      expect(part(element, 'phase')).to.equal(null);
      expect(ids(element)).to.deep.equal(['a']);
    });
  });

  describe('figures', () => {
    it('adds what is known, says "at least" for the rest, and the success rate', async () => {
      const element = await callOf(
        [
          laureate('a', '2026', {raised: 1500, backers: 10, status: 'succeeded'}),
          laureate('b', '2026', {raised: null, backers: null, status: 'failed'}),
        ],
        [makeWireCall({budget: {available: 100000, committed: 64000}})],
      );
      const said = words(part(element, 'figures'));
      expect(said).to.match(/au moins 1\s500\s€/);
      expect(said).to.match(/au moins 10/);
      expect(said).to.match(/50\s%/).and.to.contain('2 campagnes');
      expect(said)
        .to.match(/100\s000\s€/)
        .and.to.match(/64\s000\s€/);
      expect(said).to.match(/lauréats 2/);
    });

    it('leaves out what nobody knows', async () => {
      const element = await callOf([laureate('a', '2026', {raised: null, backers: null})]);
      expect(words(part(element, 'figures'))).to.equal('lauréat 1');
      const none = await callOf([], [makeWireCall()]);
      expect(part(none, 'figures')).to.equal(null);
    });
  });

  describe('editions', () => {
    it('open in place by buttons, without asking the network again', async () => {
      let requests = 0;
      const answer = makeFeed([laureate('a', '2026'), laureate('b', '2025')], {
        calls: [makeWireCall()],
      });
      network.use(
        http.get(feed, () => {
          requests += 1;
          return HttpResponse.json(answer);
        }),
      );
      const element = await settled(
        await fixture<RelaisCallForProjects>(
          html`<relais-call-for-projects feed=${feed} lang="fr"></relais-call-for-projects>`,
        ),
      );
      const before = requests;
      const buttons = part(element, 'editions')?.querySelectorAll('button');
      buttons?.[1]?.focus();
      buttons?.[1]?.click();
      await element.updateComplete;
      expect(ids(element)).to.deep.equal(['b']);
      expect(buttons?.[1]?.getAttribute('aria-current')).to.equal('true');
      expect(element.shadowRoot?.activeElement).to.equal(buttons?.[1]);
      expect(requests).to.equal(before);
      element.edition = '2026';
      await waitUntil(() => ids(element).includes('a'));
    });

    it('open by a native list when they are many', async () => {
      const editions = [...Array(6).keys()].map((year) => ({
        id: `e${year}`,
        title: `Année ${year}`,
      }));
      const element = await callOf([laureate('z', 'e5')], [makeWireCall({editions})]);
      const select = element.renderRoot.querySelector<HTMLSelectElement>('#edition');
      expect(words(select?.labels?.[0]?.querySelector('.label') ?? null)).to.match(/\S/);
      if (select) select.value = 'e5';
      select?.dispatchEvent(new Event('change'));
      await element.updateComplete;
      expect(ids(element)).to.deep.equal(['z']);
    });

    it('are no choice when there is one', async () => {
      const element = await callOf([], [makeWireCall({editions: [CAMPAIGNING]})]);
      expect(part(element, 'editions')).to.equal(null);
    });

    it('take a laureate without an edition for theirs when there is one alone', async () => {
      const features = [laureate('a', null)];
      const one = await callOf(features, [makeWireCall({editions: [CAMPAIGNING]})]);
      expect(ids(one)).to.deep.equal(['a']);
    });
  });

  describe('events', () => {
    it('fires relais-load with the laureates, and lets relais-select out', async () => {
      const heard = oneEvent(document, 'relais-load');
      const element = await callOf([laureate('a', '2026'), laureate('b', '2025')]);
      const event = (await heard) as unknown as RelaisLoadEvent;
      expect(event.campaigns.map(({id}) => id)).to.deep.equal(['a']);
      let chosen: string | undefined;
      element.addEventListener('relais-select', (select: RelaisSelectEvent) => {
        chosen = select.campaign?.id;
        select.preventDefault();
      });
      const card = element.renderRoot.querySelector('relais-project-card');
      await card?.updateComplete;
      card?.renderRoot.querySelector('a')?.click();
      expect(chosen).to.equal('a');
    });
  });

  describe('show more', () => {
    it('adds laureates and moves the focus to the first new one; paper has them all', async () => {
      const features = Array.from({length: 20}, (_, index) => laureate(`l${index}`, '2026'));
      const element = await callOf(features);
      expect(ids(element)).to.have.length(12);
      window.dispatchEvent(new Event('beforeprint'));
      await element.updateComplete;
      expect(ids(element)).to.have.length(20);
      window.dispatchEvent(new Event('afterprint'));
      await element.updateComplete;
      part(element, 'more')?.click();
      await element.updateComplete;
      const card = element.renderRoot.querySelectorAll('relais-project-card')[12];
      await waitUntil(() => element.shadowRoot?.activeElement === card);
    });
  });

  describe('slot and states', () => {
    it("shows the page's own content on error", async () => {
      network.use(http.get(feed, () => new HttpResponse(null, {status: 404})));
      const element = await settled(
        await fixture<RelaisCallForProjects>(
          html`<relais-call-for-projects feed=${feed}><a href="/call">The call</a></relais-call-for-projects>`,
        ),
      );
      expect(element.renderRoot.querySelector('slot')).not.to.equal(null);
    });

    it('keeps the last figures and says their date when a refresh fails', async () => {
      const element = await callOf([laureate('a', '2026')]);
      network.resetHandlers();
      network.use(http.get(feed, () => new HttpResponse(null, {status: 404})));
      element.reload();
      await waitUntil(() => element.stale, 'never stale');
      await element.updateComplete;
      expect(ids(element)).to.deep.equal(['a']);
      expect(words(part(element, 'date'))).to.match(/20\d\d/);
    });

    it('shows the last that was asked for', async () => {
      const element = await callOf([laureate('a', '2026'), laureate('b', '2025')]);
      for (const edition of ['2025', '2026', 'nope', '', '2025']) {
        element.edition = edition;
        await Promise.resolve();
      }
      await aTimeout(200);
      await waitUntil(() => ids(element).join() === 'b', 'the last never shows');
      expect(element.state).to.equal('ready');
    });
  });

  describe('hostile input', () => {
    it('shows markup as text and links nowhere but to http(s)', async () => {
      const markup = '<img src=x onerror="globalThis.hacked=1"><b>hello</b>';
      const element = await callOf(
        [laureate('a', '2026', {title: markup})],
        [
          makeWireCall({
            title: markup,
            organiser: {name: markup, url: 'javascript:globalThis.hacked=1'},
            url: 'javascript:globalThis.hacked=1',
            applyUrl: 'data:text/html,hello',
            editions: [{...APPLYING, title: markup}, OVER],
          }),
        ],
      );
      await aTimeout(50);
      expect((globalThis as {hacked?: number}).hacked).to.equal(undefined);
      expect(element.renderRoot.querySelector('b:not(.steps b)')).to.equal(null);
      for (const link of element.renderRoot.querySelectorAll('a')) {
        expect(link.protocol).to.match(/^https?:$/);
      }
    });
  });
});
