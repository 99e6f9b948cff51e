import {expect, oneEvent} from '@open-wc/testing';
import {HttpResponse} from 'msw';

import type {RelaisErrorEvent} from '../../src/elements/events.js';
import {expectAccessible} from '../helpers/axe.js';
import {place, type FeedElement} from '../helpers/elements.js';
import {file, PUBLISHED, servePublished} from '../helpers/published.js';
import {waitUntil} from '../helpers/wait.js';

/** Of the fixture: 420 campaigns in seven communes, 140 of them live, 412 with a place. */
const PER_COMMUNE = 60;

async function shown(tag: string, attributes: Record<string, string>): Promise<FeedElement> {
  const element = place(tag, {feed: PUBLISHED, ...attributes});
  await waitUntil(() => !['idle', 'loading'].includes(element.state), 'never left loading');
  await element.updateComplete;
  return element;
}

const part = (element: FeedElement, name: string) =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~="${name}"]`) ?? null;
const parts = (element: FeedElement, name: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? []),
];
const words = (element: FeedElement, name: string) =>
  (part(element, name)?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('elements that read a published folder', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  describe('accessibility', () => {
    for (const [tag, attributes] of [
      // First: what it still asks for when it is taken away must not be counted as what others ask for.
      ['relais-territory-map', {}],
      ['relais-project-card', {campaign: 'c3'}],
      ['relais-project-list', {territory: 'departement:33'}],
      ['relais-call-for-projects', {call: 'places'}],
      ['relais-territory-summary', {territory: 'region:75'}],
    ] as const) {
      it(`has no axe violation: ${tag}`, async () => {
        await servePublished();
        const element = await shown(tag, attributes);
        expect(element.state).to.equal('ready');
        await expectAccessible(element);
      });
    }
  });

  describe('relais-project-card and relais-progress-bar', () => {
    it('read the manifest and one file, once for both', async () => {
      const asked = await servePublished();
      const [card] = await Promise.all([
        shown('relais-project-card', {campaign: 'c3'}),
        shown('relais-progress-bar', {campaign: 'c3'}),
      ]);
      expect(words(card, 'title')).to.equal('Projet 3');
      expect(asked.sort()).to.deep.equal(['campaigns/c3.json', 'feed.json']);
    });

    it('show the first campaign of a territory when none is named', async () => {
      const asked = await servePublished();
      const card = await shown('relais-project-card', {territory: 'commune:64445'});
      expect(card.state).to.equal('ready');
      expect(words(card, 'place')).to.contain('Pau');
      expect(asked.sort()).to.deep.equal(['feed.json', 'territories/commune-64445.json']);
    });

    it('say that a campaign is not there', async () => {
      await servePublished();
      const card = await shown('relais-project-card', {campaign: 'nobody'});
      expect(card.state).to.equal('error');
    });
  });

  describe('relais-project-list', () => {
    it('counts all that are live of a territory, and reads on for "show more"', async () => {
      const asked = await servePublished();
      const list = await shown('relais-project-list', {territory: 'departement:33', limit: '20'});
      expect(words(list, 'count')).to.equal('40 campagnes');
      expect(parts(list, 'item').length).to.equal(20);
      expect(asked).to.deep.equal(['feed.json', 'territories/departement-33.json']);
      part(list, 'more')?.click();
      await waitUntil(() => parts(list, 'item').length === 40, 'no more cards');
      expect(part(list, 'more')).to.equal(null);
    });

    it('goes through all of them for an order, and for what the visitor types', async () => {
      await servePublished();
      const list = await shown('relais-project-list', {
        territory: 'departement:33',
        status: 'all',
        sort: 'raised',
      });
      expect(words(list, 'count')).to.equal(`${2 * PER_COMMUNE} campagnes`);
      const input = list.shadowRoot?.querySelector('input');
      if (input) input.value = 'Arcachon';
      input?.dispatchEvent(new Event('input'));
      await waitUntil(() => words(list, 'count').startsWith(`${PER_COMMUNE} campagnes sur`));
    });

    it('is empty where the folder has no file', async () => {
      await servePublished();
      const list = await shown('relais-project-list', {territory: 'commune:33281'});
      expect(list.state).to.equal('empty');
    });

    it('says which file is broken, and keeps what it showed', async () => {
      let isBroken = false;
      const {text} = await file('territories/departement-33.json');
      await servePublished({
        'territories/departement-33.json': () => new HttpResponse(isBroken ? '{"a"' : text),
      });
      const list = await shown('relais-project-list', {territory: 'departement:33'});
      isBroken = true;
      const failed = oneEvent(list, 'relais-error');
      list.reload();
      const {error} = (await failed) as unknown as RelaisErrorEvent;
      expect(error.message).to.contain('territories/departement-33.json');
      expect(list.stale).to.equal(true);
      expect(words(list, 'count')).to.equal('40 campagnes');
    });
  });

  it('relais-call-for-projects shows the laureates of its call', async () => {
    const asked = await servePublished();
    const call = await shown('relais-call-for-projects', {call: 'places'});
    expect(words(call, 'title')).to.equal('Places vivantes');
    expect(parts(call, 'item').length).to.equal(12);
    expect(asked.some((path) => path.startsWith('territories/'))).to.equal(false);
  });

  it('relais-territory-summary reads totals, and those of a year', async () => {
    const asked = await servePublished();
    const summary = await shown('relais-territory-summary', {territory: 'region:75'});
    expect(words(summary, 'figures')).to.contain('campagnes 180');
    expect(asked).to.deep.equal(['feed.json', 'territories/region-75.json']);
    const year = await shown('relais-territory-summary', {territory: 'region:75', period: '2024'});
    expect(words(year, 'figures')).to.contain('campagnes 45');
  });

  it('relais-city-search counts what is live, and widens', async () => {
    const asked = await servePublished();
    const search = await shown('relais-city-search', {value: 'commune:33281'});
    await waitUntil(() => words(search, 'outcome') !== '', 'no outcome');
    expect(words(search, 'outcome')).to.match(/40 campagnes|20 campagnes/);
    expect(asked).not.to.contain('territories/commune-33281.json');
  });
});
