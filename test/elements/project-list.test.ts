import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {delay, http, HttpResponse} from 'msw';

import type {RelaisLoadEvent, RelaisSelectEvent} from '../../src/elements/events.js';
import type {RelaisProjectCard} from '../../src/elements/project-card.js';
import '../../src/elements/project-list.js';
import type {RelaisProjectList} from '../../src/elements/project-list.js';
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
  return `https://feeds.example/list-${asked}.json`;
}

const DAY = 86_400_000;

/** An instant so many days from now. */
function days(count: number): string {
  return new Date(Date.now() + count * DAY).toISOString();
}

const LIVE = {startsAt: days(-10), endsAt: days(20)};
const PAST = {startsAt: days(-90), endsAt: days(-30), status: 'succeeded'};

/** As many live campaigns, `c1` the first to end. */
function many(count: number, properties: Record<string, unknown> = {}) {
  return Array.from({length: count}, (_, index) =>
    makeFeature({
      id: `c${index + 1}`,
      properties: {...LIVE, title: `Campaign ${index + 1}`, endsAt: days(index + 1), ...properties},
    }),
  );
}

async function settled(list: RelaisProjectList) {
  await waitUntil(() => !['idle', 'loading'].includes(list.state), 'the list never left loading');
  await list.updateComplete;
  return list;
}

async function listOf(features: unknown[], attributes: Record<string, string> = {}) {
  feed = nextFeed();
  serveFeed(feed, makeFeed(features));
  const list = document.createElement('relais-project-list');
  list.lang = 'fr';
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  list.setAttribute('feed', feed);
  await fixture(html`<div>${list}</div>`);
  return settled(list);
}

function part(list: RelaisProjectList, name: string): HTMLElement | null {
  return list.renderRoot.querySelector(`[part~="${name}"]`);
}

function cards(list: RelaisProjectList): RelaisProjectCard[] {
  return [...list.renderRoot.querySelectorAll('relais-project-card')];
}

function ids(list: RelaisProjectList): string[] {
  return cards(list).map(({data}) => data?.id ?? '');
}

function words(element: Element | null): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Chooses or types, as a visitor does. */
async function fill(list: RelaisProjectList, id: string, value: string) {
  const field = list.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
  if (!field) throw new Error(`There is no field ${id}.`);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLInputElement ? 'input' : 'change'));
  await list.updateComplete;
}

function linkOf(card: RelaisProjectCard | undefined): Element | null {
  return card?.renderRoot.querySelector('a') ?? null;
}

describe('relais-project-list', () => {
  describe('accessibility', () => {
    for (const layout of ['grid', 'list', 'carousel']) {
      it(`has no axe violation as ${layout}`, async () => {
        const features = [
          ...many(3, {category: 'culture', goal: 100, raised: 40}),
          makeFeature({id: 'x', properties: {...PAST, category: 'food'}}),
        ];
        await expectAccessible(await listOf(features, {layout, status: 'all', limit: '2'}));
      });
    }

    it('has no axe violation beside another list', async () => {
      const first = await listOf(many(2));
      const page = first.parentElement ?? first;
      const second = first.cloneNode() as RelaisProjectList;
      page.append(second);
      await settled(second);
      await expectAccessible(page);
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
        const list = await fixture<RelaisProjectList>(
          html`<relais-project-list feed=${feed} lang="fr"></relais-project-list>`,
        );
        await waitUntil(() => list.state === state, `never ${state}`);
        await list.updateComplete;
        await expectAccessible(list);
      }
    });

    it('is a list of as many entries as cards', async () => {
      const list = await listOf(many(3));
      const whole = part(list, 'list');
      expect(whole?.localName).to.equal('ul');
      expect(whole?.getAttribute('role')).to.equal('list');
      expect(whole?.querySelectorAll(':scope > li')).to.have.length(3);
    });

    it('names each field and tells the count politely', async () => {
      const list = await listOf(many(5, {category: 'culture'}));
      for (const field of list.renderRoot.querySelectorAll<HTMLInputElement>('input, select')) {
        expect(words(field.labels?.[0]?.querySelector('.label') ?? null)).to.match(/\S/);
      }
      expect(part(list, 'count')?.getAttribute('role')).to.equal('status');
      expect(words(part(list, 'count'))).to.equal('5 campagnes');
    });
  });

  describe('attributes', () => {
    it('shows live campaigns unless the page says otherwise', async () => {
      const features = [...many(2), makeFeature({id: 'old', properties: PAST})];
      const list = await listOf(features);
      expect(ids(list)).to.deep.equal(['c1', 'c2']);
      for (const [status, count] of [
        ['succeeded', 1],
        ['live succeeded', 3],
        ['ALL', 3],
        ['nonsense', 2],
        ['', 2],
      ] as const) {
        list.setAttribute('status', status);
        await list.updateComplete;
        expect(cards(list), status).to.have.length(count);
      }
    });

    it('sorts, and takes an unknown order for "ending"', async () => {
      const features = [
        makeFeature({id: 'late', properties: {...LIVE, title: 'B', endsAt: days(9), raised: 5}}),
        makeFeature({id: 'soon', properties: {...LIVE, title: 'C', endsAt: days(2), raised: 9}}),
        makeFeature({id: 'never', properties: {...LIVE, title: 'A', endsAt: null, raised: null}}),
      ];
      const list = await listOf(features);
      for (const [sort, order] of [
        ['', 'soon late never'],
        ['bogus', 'soon late never'],
        ['title', 'never late soon'],
        ['raised', 'soon late never'],
        ['feed', 'late soon never'],
      ] as const) {
        list.setAttribute('sort', sort);
        await list.updateComplete;
        expect(ids(list).join(' '), sort).to.equal(order);
      }
    });

    it('keeps one category, call or mentor', async () => {
      const list = await listOf([
        makeFeature({id: 'a', properties: {...LIVE, category: 'culture'}}),
        makeFeature({id: 'b', properties: {...LIVE, call: {id: 'mel'}}}),
        makeFeature({id: 'c', properties: {...LIVE, mentors: [{name: 'Ville de Pau'}]}}),
      ]);
      for (const [name, value, id] of [
        ['category', 'culture', 'a'],
        ['call', 'mel', 'b'],
        ['mentor', 'Ville de Pau', 'c'],
      ] as const) {
        list.setAttribute(name, value);
        await list.updateComplete;
        expect(ids(list), name).to.deep.equal([id]);
        list.removeAttribute(name);
      }
    });

    it('keeps the campaigns of a territory', async () => {
      const place = (code: string, departement: string) => ({place: {code, departement}});
      const list = await listOf(
        [
          makeFeature({id: 'pau', properties: {...LIVE, ...place('64445', '64')}}),
          makeFeature({id: 'lille', properties: {...LIVE, ...place('59350', '59')}}),
        ],
        {territory: 'commune:64445'},
      );
      expect(ids(list)).to.deep.equal(['pau']);
    });

    it('takes a limit that is no number of cards for 12', async () => {
      const list = await listOf(many(14), {limit: 'lots'});
      for (const limit of ['lots', '0', '-3', 'Infinity']) {
        list.setAttribute('limit', limit);
        await list.updateComplete;
        expect(cards(list), limit).to.have.length(12);
      }
      list.setAttribute('limit', '2.9');
      await list.updateComplete;
      expect(cards(list)).to.have.length(2);
    });

    it('takes an unknown layout for a grid', async () => {
      const list = await listOf(many(1), {layout: 'spiral'});
      expect(part(list, 'list')?.className).to.equal('grid');
      list.layout = 'list';
      await list.updateComplete;
      expect(cards(list)[0]?.variant).to.equal('horizontal');
    });

    it('takes an attribute that is taken away for one that was never there', async () => {
      const list = await listOf(many(14), {limit: '2', sort: 'title', layout: 'list', call: 'x'});
      for (const name of ['limit', 'sort', 'layout', 'call', 'territory', 'lang', 'status']) {
        list.setAttribute(name, list.getAttribute(name) ?? '');
        list.removeAttribute(name);
      }
      await settled(list);
      expect(cards(list)).to.have.length(12);
      expect(part(list, 'list')?.className).to.equal('grid');
      list.removeAttribute('feed');
      await waitUntil(() => list.state === 'idle');
    });

    it('passes relay, language and heading level on to its cards', async () => {
      const list = await listOf(many(1), {relay: 'mairie-pau', 'heading-level': '4', lang: 'en'});
      const [card] = cards(list);
      await card?.updateComplete;
      expect(linkOf(card)?.getAttribute('href')).to.contain('utm_source=mairie-pau');
      expect(card?.renderRoot.querySelector('h4')).not.to.equal(null);
      expect(words(part(list, 'count'))).to.equal('1 campaign');
    });

    it('shows what lies in its bounds, and everything when they are no bounds', async () => {
      const list = await listOf([
        makeFeature({id: 'pau', coordinates: [-0.37, 43.3], properties: LIVE}),
        makeFeature({id: 'lille', coordinates: [3.06, 50.63], properties: LIVE}),
        makeFeature({id: 'nowhere', properties: LIVE}),
      ]);
      list.bounds = [-1, 43, 0, 44];
      await list.updateComplete;
      expect(ids(list)).to.deep.equal(['pau']);
      expect(words(part(list, 'count'))).to.contain('carte');
      list.bounds = [10, 10, 11, 11];
      await list.updateComplete;
      expect(list.state).to.equal('ready');
      expect(words(part(list, 'notice'))).to.match(/\S/);
      for (const wrong of [null, [1, 2], 'here', [NaN, 0, 0, 0]]) {
        list.bounds = wrong as typeof list.bounds;
        await list.updateComplete;
        expect(cards(list)).to.have.length(3);
      }
    });
  });

  describe('filters', () => {
    const features = [
      ...many(3, {category: 'culture'}),
      makeFeature({id: 'four', properties: {...LIVE, title: 'Un four à pain', category: 'food'}}),
      makeFeature({id: 'old', properties: {...PAST, category: 'food', title: 'Vieux moulin'}}),
    ];

    it('are native fields, and only those that offer a choice', async () => {
      const list = await listOf(features, {status: 'all'});
      const fields = () =>
        [...list.renderRoot.querySelectorAll('input, select')].map(({id}) => id).join(' ');
      expect(fields()).to.equal('text category status sort');
      list.status = 'live';
      await list.updateComplete;
      expect(fields()).to.equal('text category sort');
      list.filters = 'none';
      await list.updateComplete;
      expect(fields()).to.equal('');
    });

    it('do not show for what is seen at a glance', async () => {
      expect(part(await listOf(many(2)), 'filters')).to.equal(null);
    });

    it('narrow by words, category and status, and say how many are left', async () => {
      const list = await listOf(features, {status: 'all'});
      await fill(list, 'text', 'FOUR a pain');
      expect(ids(list)).to.deep.equal(['four']);
      expect(words(part(list, 'count'))).to.equal('1 campagne sur 5');
      await fill(list, 'text', '');
      await fill(list, 'category', 'food');
      expect(ids(list)).to.deep.equal(['four', 'old']);
      await fill(list, 'status', 'succeeded');
      expect(ids(list)).to.deep.equal(['old']);
    });

    it('say that nothing is left, stay, and are cleared by a button that hands the focus on', async () => {
      const list = await listOf(features);
      await fill(list, 'text', 'zzz');
      expect(cards(list)).to.have.length(0);
      expect(list.state).to.equal('ready');
      expect(words(part(list, 'notice'))).to.match(/\S/);
      const reset = list.renderRoot.querySelector<HTMLButtonElement>('button[type="reset"]');
      reset?.focus();
      reset?.click();
      await list.updateComplete;
      expect(cards(list)).to.have.length(4);
      expect(list.renderRoot.querySelector<HTMLInputElement>('#text')?.value).to.equal('');
      expect(list.shadowRoot?.activeElement?.id).to.equal('text');
    });

    it('sort as the visitor wishes, also after they were cleared', async () => {
      const list = await listOf(features);
      await fill(list, 'sort', 'title');
      expect(ids(list)[3]).to.equal('four');
      await fill(list, 'category', 'culture');
      list.renderRoot.querySelector<HTMLButtonElement>('button[type="reset"]')?.click();
      await list.updateComplete;
      expect(ids(list)[3]).to.equal('four');
      expect(list.renderRoot.querySelector<HTMLSelectElement>('#sort')?.value).to.equal('title');
    });

    it('forget a category that the next selection does not have', async () => {
      const list = await listOf(features, {status: 'all'});
      await fill(list, 'category', 'culture');
      list.status = 'succeeded';
      await list.updateComplete;
      expect(ids(list)).to.deep.equal(['old']);
    });

    it('send nothing anywhere on Enter', async () => {
      const list = await listOf(features);
      const submit = new SubmitEvent('submit', {bubbles: true, cancelable: true});
      part(list, 'filters')?.dispatchEvent(submit);
      expect(submit.defaultPrevented).to.equal(true);
    });
  });

  describe('show more', () => {
    it('adds a page, says how many remain, and moves the focus to the first new card', async () => {
      const list = await listOf(many(12), {limit: '5'});
      const more = () => part(list, 'more') as HTMLButtonElement | null;
      expect(cards(list)).to.have.length(5);
      expect(words(more())).to.contain('7');
      more()?.focus();
      more()?.click();
      await list.updateComplete;
      expect(cards(list)).to.have.length(10);
      await waitUntil(() => list.shadowRoot?.activeElement === cards(list)[5]);
      expect(cards(list)[5]?.shadowRoot?.activeElement).to.equal(linkOf(cards(list)[5]));
      more()?.click();
      await list.updateComplete;
      expect(cards(list)).to.have.length(12);
      expect(more()).to.equal(null);
    });

    it('starts again from the first page when the selection changes', async () => {
      const list = await listOf(many(8), {limit: '2'});
      part(list, 'more')?.click();
      await list.updateComplete;
      expect(cards(list)).to.have.length(4);
      await fill(list, 'sort', 'title');
      expect(cards(list)).to.have.length(2);
    });

    it('keeps a thousand campaigns out of the page', async () => {
      const list = await listOf(many(1000));
      expect(cards(list)).to.have.length(12);
      expect(words(part(list, 'count'))).to.match(/1\s000 campagnes/);
    });

    it('prints the whole list', async () => {
      const list = await listOf(many(20));
      window.dispatchEvent(new Event('beforeprint'));
      await list.updateComplete;
      expect(cards(list)).to.have.length(20);
      window.dispatchEvent(new Event('afterprint'));
      await list.updateComplete;
      expect(cards(list)).to.have.length(12);
    });
  });

  describe('carousel', () => {
    async function carousel(width = '320px') {
      const list = await listOf(many(6), {layout: 'carousel', limit: '6'});
      list.style.width = width;
      const row = part(list, 'list') as HTMLElement;
      await waitUntil(() => part(list, 'next'), 'no buttons');
      return {list, row};
    }

    it('goes on and back by buttons that say when they are of no use', async () => {
      const {list, row} = await carousel();
      expect(part(list, 'previous')?.getAttribute('aria-disabled')).to.equal('true');
      expect(part(list, 'next')?.hasAttribute('aria-disabled')).to.equal(false);
      part(list, 'next')?.focus();
      part(list, 'next')?.click();
      await waitUntil(() => row.scrollLeft > 100, 'did not scroll');
      await waitUntil(() => !part(list, 'previous')?.hasAttribute('aria-disabled'));
      row.scrollTo({left: row.scrollWidth, behavior: 'instant'});
      await waitUntil(() => part(list, 'next')?.hasAttribute('aria-disabled'), 'no end');
      expect(list.shadowRoot?.activeElement).to.equal(part(list, 'next'));
    });

    it('goes the other way from right to left', async () => {
      const {list, row} = await carousel();
      list.dir = 'rtl';
      part(list, 'next')?.click();
      await waitUntil(() => row.scrollLeft < -100, 'did not scroll');
    });

    it('never moves by itself, and does not widen the page at 320 px', async () => {
      const {list, row} = await carousel();
      await aTimeout(300);
      expect(row.scrollLeft).to.equal(0);
      expect(list.scrollWidth).to.be.at.most(320);
    });

    it('has no buttons when every card is in sight', async () => {
      const list = await listOf(many(1), {layout: 'carousel'});
      await aTimeout(50);
      expect(part(list, 'next')).to.equal(null);
    });
  });

  describe('events', () => {
    it('fires relais-load with what its attributes select, in its order', async () => {
      serveFeed(feed, makeFeed([...many(2).reverse(), makeFeature({id: 'old', properties: PAST})]));
      const heard = oneEvent(document, 'relais-load');
      await fixture(html`<relais-project-list feed=${feed}></relais-project-list>`);
      const event = (await heard) as unknown as RelaisLoadEvent;
      expect(event.campaigns.map(({id}) => id)).to.deep.equal(['c1', 'c2']);
    });

    it('lets the relais-select of its cards out, once, cancelable', async () => {
      const list = await listOf(many(2));
      await cards(list)[1]?.updateComplete;
      const chosen: (string | undefined)[] = [];
      list.addEventListener('relais-select', (event: RelaisSelectEvent) => {
        chosen.push(event.campaign?.id);
        event.preventDefault();
      });
      const click = new MouseEvent('click', {bubbles: true, cancelable: true});
      linkOf(cards(list)[1])?.dispatchEvent(click);
      expect(chosen).to.deep.equal(['c2']);
      expect(click.defaultPrevented).to.equal(true);
    });
  });

  describe('slot', () => {
    it("shows the page's own content while loading, when empty and on error", async () => {
      const answers: Record<string, () => unknown> = {
        loading: () => delay('infinite'),
        empty: () => HttpResponse.json(makeFeed([])),
        error: () => new HttpResponse(null, {status: 404}),
      };
      for (const [state, answer] of Object.entries(answers)) {
        const feed = `https://feeds.example/${state}.json`;
        let asked = false;
        network.use(
          http.get(feed, () => {
            asked = true;
            return answer() as Promise<undefined>;
          }),
        );
        const list = await fixture<RelaisProjectList>(
          html`<relais-project-list feed=${feed}><a href="/all">All</a></relais-project-list>`,
        );
        await waitUntil(() => asked && list.state === state, `never ${state}`);
        await list.updateComplete;
        expect(list.renderRoot.querySelector('slot')).not.to.equal(null);
      }
    });
  });

  describe('parts', () => {
    it('lets a page style the parts of the cards', async () => {
      const list = await listOf(many(1));
      const style = document.createElement('style');
      style.textContent = 'relais-project-list::part(title) {color: rgb(1, 2, 3)}';
      document.head.append(style);
      await cards(list)[0]?.updateComplete;
      const title = cards(list)[0]?.renderRoot.querySelector('[part~="title"]') as Element;
      expect(getComputedStyle(title).color).to.equal('rgb(1, 2, 3)');
      style.remove();
    });
  });

  describe('the parts of a card', () => {
    it('all pass through, whatever the card shows', async () => {
      const list = await listOf([
        makeFeature({
          id: 'full',
          properties: {
            ...LIVE,
            tagline: 'T',
            category: 'C',
            goal: 10,
            raised: 5,
            backers: 2,
            threshold: 0.5,
            owner: {name: 'O', kind: 'public'},
            mentors: [{name: 'M'}],
            place: {name: 'Pau', code: '64445', country: 'FR'},
          },
        }),
      ]);
      const [card] = cards(list);
      await card?.updateComplete;
      const inside = [...(card?.renderRoot.querySelectorAll('[part]') ?? [])].map(
        (element) => element.getAttribute('part') ?? '',
      );
      expect(inside).to.include.members(['card', 'owner', 'details', 'badges', 'mentors', 'cta']);
      const passed = card?.getAttribute('exportparts')?.split(/,\s*/);
      expect(inside.filter((name) => !passed?.includes(name))).to.deep.equal([]);
    });
  });

  describe('states', () => {
    it('is empty when its attributes select nothing, and opens a door to the others', async () => {
      const list = await listOf([makeFeature({id: 'old', properties: PAST})]);
      expect(list.getAttribute('state')).to.equal('empty');
      const door = part(list, 'notice')?.querySelector('button');
      expect(words(door ?? null)).to.equal('Voir 1 autre campagne');
      door?.click();
      await list.updateComplete;
      expect(list.state).to.equal('ready');
      expect(ids(list)).to.deep.equal(['old']);
      await waitUntil(() => list.shadowRoot?.activeElement === cards(list)[0]);
    });

    it('says kindly that a territory has none', async () => {
      const list = await listOf(many(1, {place: {code: '64445'}}), {territory: 'commune:59350'});
      expect(list.state).to.equal('empty');
      expect(words(part(list, 'notice'))).to.contain('territoire');
      list.territory = 'commune:64445';
      await waitUntil(() => list.state === 'ready');
    });

    it('keeps the last figures and says their date when a refresh fails', async () => {
      const list = await listOf(many(2));
      network.resetHandlers();
      network.use(http.get(feed, () => new HttpResponse(null, {status: 404})));
      list.reload();
      await waitUntil(() => list.stale, 'never stale');
      await list.updateComplete;
      expect(cards(list)).to.have.length(2);
      expect(words(part(list, 'date'))).to.match(/20\d\d/);
    });

    it('tries again when the visitor asks', async () => {
      network.use(http.get(feed, () => new HttpResponse(null, {status: 404})));
      const list = await settled(
        await fixture<RelaisProjectList>(
          html`<relais-project-list feed=${feed}></relais-project-list>`,
        ),
      );
      expect(list.state).to.equal('error');
      network.resetHandlers();
      serveFeed(feed, makeFeed(many(1)));
      part(list, 'notice')?.querySelector('button')?.click();
      await waitUntil(() => list.state === 'ready');
    });

    it('shows the last that was asked for, however late the answers come', async () => {
      const slow = 'https://feeds.example/slow-list.json';
      network.use(
        http.get(slow, async () => {
          await delay(300);
          return HttpResponse.json(makeFeed([makeFeature({id: 'slow', properties: LIVE})]));
        }),
      );
      const place = (code: string) => ({...LIVE, place: {code}});
      const list = await listOf([
        makeFeature({id: 'pau', properties: place('64445')}),
        makeFeature({id: 'lille', properties: place('59350')}),
      ]);
      list.feed = slow;
      await aTimeout(20);
      list.feed = feed;
      for (const territory of ['commune:59350', 'commune:64445', '', 'commune:59350']) {
        list.territory = territory;
        await Promise.resolve();
      }
      await aTimeout(500);
      await waitUntil(() => ids(list).join() === 'lille', 'the last never shows');
    });
  });

  describe('hostile input', () => {
    const MARKUP = '<img src=x onerror="globalThis.hacked=1"><b>hello</b>';

    it('shows markup as text, in the choices too', async () => {
      const list = await listOf([
        ...many(4, {title: MARKUP, category: MARKUP}),
        makeFeature({id: 'x', properties: {...LIVE, category: 'food'}}),
      ]);
      await aTimeout(50);
      expect((globalThis as {hacked?: number}).hacked).to.equal(undefined);
      expect(list.renderRoot.querySelector('b')).to.equal(null);
      expect(words(list.renderRoot.querySelector('#category'))).to.contain('<b>hello</b>');
    });

    it('shows what is valid of a broken feed', async () => {
      const list = await listOf([
        null,
        17,
        makeFeature({id: 'bad', properties: {...LIVE, url: 'javascript:globalThis.hacked=1'}}),
        makeFeature({id: 'twice', properties: LIVE}),
        makeFeature({id: 'twice', properties: LIVE}),
        makeFeature({id: 'minus', properties: {...LIVE, raised: -5}}),
      ]);
      expect([...ids(list)].sort()).to.deep.equal(['minus', 'twice']);
    });
  });
});
