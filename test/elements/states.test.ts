import {http, HttpResponse, delay} from 'msw';
import {expect} from '@open-wc/testing';

import type {State} from '../../src/elements/feed-controller.js';
import {expectAccessible} from '../helpers/axe.js';
import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {ELEMENTS, type FeedElement, place} from '../helpers/elements.js';
import {network, serveFeed, servePictures} from '../helpers/network.js';
import {deep} from '../helpers/page.js';
import {pause, waitUntil} from '../helpers/wait.js';

const PAU = {name: 'Pau', code: '64445', departement: '64', region: '75', country: 'FR'};
const DAY_MS = 86_400_000;
const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const LONG = 'Réhabilitation de l’ancienne conserverie intercommunale '.repeat(4).slice(0, 200);

/** All that a campaign can say, and campaigns that say as little as may be. */
const FULL = makeFeed(
  [
    makeFeature({
      id: 'good',
      coordinates: [-0.3708, 43.2951],
      properties: {
        title: LONG,
        tagline: LONG,
        category: 'patrimoine',
        image: {src: 'https://images.example/a.gif', alt: 'Le kiosque', width: 800, height: 450},
        goal: 1000,
        raised: 1864.5,
        backers: 1234,
        threshold: 0.6,
        stretchGoals: [2000],
        matching: {by: 'Ville de Pau', rate: 1, cap: 500, given: 120},
        startsAt: day(-5),
        endsAt: day(9),
        place: PAU,
        owner: {name: 'Ville de Pau', url: 'https://owner.example/', kind: 'public'},
        mentors: [{name: 'Région', url: 'https://region.example/'}],
        call: {id: 'call', edition: 'one'},
        history: [
          {at: day(-4), raised: 200, backers: 10},
          {at: day(-2), raised: 900, backers: 300},
        ],
        news: [{at: day(-1), title: LONG, url: 'https://platform.example/news'}],
      },
    }),
    makeFeature({id: 'silent', properties: {status: 'live', place: PAU, title: 'Sans chiffre'}}),
    ...['succeeded', 'failed', 'upcoming', 'cancelled'].map((status, index) =>
      makeFeature({
        id: status,
        coordinates: [-0.37 + index / 10, 43.3],
        properties: {status, place: PAU, goal: 1000, raised: index, title: LONG},
      }),
    ),
  ],
  {
    calls: [
      {
        id: 'call',
        title: LONG,
        organiser: {name: 'Département', url: 'https://departement.example/'},
        url: 'https://departement.example/call',
        budget: {available: 50_000, committed: 12_000},
        editions: [
          {id: 'one', title: 'Une', campaignsFrom: '2020-01-01', campaignsTo: '2099-01-01'},
          {id: 'zero', title: 'Zéro', campaignsFrom: '2018-01-01', campaignsTo: '2019-01-01'},
        ],
      },
    ],
  },
);

/** The forms that an element has beside its first. */
const FORMS: Record<string, Record<string, string>[]> = {
  'relais-project-card': ['horizontal', 'compact', 'banner'].map((variant) => ({variant})),
  'relais-progress-bar': [{campaign: 'silent'}],
  'relais-project-list': ['list', 'carousel'].map((layout) => ({layout})),
  'relais-territory-map': ['map', 'list'].map((view) => ({view})),
};

/**
 * In Chromium each colour scheme meets each width; elsewhere each of both is met once. What axe finds depends on
 * the page, hardly on the engine, and it takes most of the time.
 */
const EVERY_PAIR = 'userAgentData' in navigator;

const FEED = 'https://feeds.example/states.json';
const SETTLED: readonly State[] = ['ready', 'empty', 'error'];

/** WCAG 1.4.12: the spacing that a reader may set without losing anything. */
const SPACING =
  '* {line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important}' +
  'p {margin-block-end: 2em !important}';

/** Brings each element of a feed into one state after the other. */
const STATES: Record<
  string,
  (tag: string, attributes: Record<string, string>) => Promise<FeedElement>
> = {
  idle: async (tag, attributes) => place(tag, attributes, 'Les projets'),
  loading: async (tag, attributes) => {
    network.use(
      http.get(FEED, async () => {
        await delay('infinite');
        return new HttpResponse();
      }),
    );
    return place(tag, {...attributes, feed: FEED});
  },
  ready: async (tag, attributes) => {
    serveFeed(FEED, FULL);
    return settled(place(tag, {...attributes, feed: FEED}));
  },
  empty: async (tag, attributes) => {
    serveFeed(FEED, makeFeed([]));
    return settled(place(tag, {...attributes, feed: FEED}));
  },
  error: async (tag, attributes) => {
    network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
    return settled(place(tag, {...attributes, feed: FEED}, 'Les projets'));
  },
  stale: async (tag, attributes) => {
    serveFeed(FEED, FULL);
    const element = await settled(place(tag, {...attributes, feed: FEED}));
    network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
    element.reload();
    await waitUntil(() => element.stale, 'never stale');
    return element;
  },
};

async function settled(element: FeedElement): Promise<FeedElement> {
  const heard = new Promise((resolve) => {
    for (const type of ['relais-load', 'relais-error']) {
      element.addEventListener(type, resolve, {once: true});
    }
  });
  await heard;
  // Names, outlines and markers come a little later.
  await pause(150);
  expect(SETTLED).to.include(element.localName === 'relais-city-search' ? 'ready' : element.state);
  return element;
}

/** What sticks out of an element to the side, and text that is cut off at the side unseen. */
function spilled(host: FeedElement): string[] {
  const right = host.getBoundingClientRect().right + 1;
  return deep(host.shadowRoot ?? host)
    .filter(
      (element) =>
        element instanceof HTMLElement && !element.closest('.map, .hidden, [aria-hidden]'),
    )
    .filter((element) => element.getClientRects().length && !isScrolled(element))
    .filter((element) => element.getBoundingClientRect().right > right)
    .map((element) => `<${element.localName} class="${element.className}">`);
}

/** Whether an element lies in something that scrolls sideways on purpose. */
function isScrolled(element: Element): boolean {
  for (let node: Node | null = element; node;) {
    if (node instanceof Element) {
      const {overflowX, position} = getComputedStyle(node);
      if (/auto|scroll/.test(overflowX) && node !== element) return true;
      if (position === 'absolute' && node.getBoundingClientRect().width < 2) return true;
    }
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
  return false;
}

function space(host: FeedElement) {
  for (const {shadowRoot} of [host, ...deep(host.shadowRoot ?? host)]) {
    if (!shadowRoot) continue;
    const style = document.createElement('style');
    style.textContent = SPACING;
    shadowRoot.append(style);
  }
}

for (const [tag, attributes] of Object.entries(ELEMENTS)) {
  describe(`${tag} in every state`, () => {
    let element: FeedElement | undefined;

    beforeEach(() => {
      servePictures();
      // A page has a heading before ours, and a ground that follows its colours.
      document.documentElement.style.background = 'Canvas';
    });

    afterEach(() => {
      element?.remove();
      element = undefined;
      document.documentElement.removeAttribute('style');
      document.body.removeAttribute('style');
    });

    async function expectSound(name: string, widths = [320, 1280]) {
      if (!element) throw new Error('nothing stands in the page');
      for (const [at, scheme] of ['light', 'dark'].entries()) {
        document.documentElement.style.colorScheme = scheme;
        for (const width of widths.filter((_, of) => EVERY_PAIR || of % 2 === at)) {
          element.style.display = 'block';
          document.body.style.cssText = `margin: 0; inline-size: ${width}px`;
          await pause(60);
          try {
            await expectAccessible(element);
          } catch (cause) {
            throw new Error(`${name}, ${scheme}, ${width} px: ${String(cause)}`, {cause});
          }
          expect(spilled(element), `${name}, ${width} px`).to.deep.equal([]);
        }
      }
    }

    for (const [state, bring] of Object.entries(STATES)) {
      it(`has no axe violation and keeps to its width: ${state}`, async () => {
        element = await bring(tag, attributes);
        await element.updateComplete;
        await expectSound(state);
      });
    }

    for (const form of FORMS[tag] ?? []) {
      const [[name, value] = []] = Object.entries(form);
      it(`has no axe violation and keeps to its width: ${name} ${value}`, async () => {
        element = await STATES['ready']?.(tag, {...attributes, ...form});
        await expectSound(String(value));
      });
    }

    it('keeps to its width with spaced text and with text of 200 %', async () => {
      element = await STATES['ready']?.(tag, attributes);
      if (!element) throw new Error('nothing stands in the page');
      space(element);
      await expectSound('spaced');
      document.documentElement.style.fontSize = '200%';
      await expectSound('200 %', [320, 640, 1280]);
    });

    it('keeps to its width in a theme that sizes every element by its content', async () => {
      const theme = document.createElement('style');
      theme.textContent =
        'html { font-size: 62.5% } body { font-size: 1.8rem } *, *::before, *::after { box-sizing: content-box; margin: 0; padding: 0 }';
      document.head.append(theme);
      try {
        element = await STATES['ready']?.(tag, attributes);
        if (!element) throw new Error('nothing stands in the page');
        await expectSound('content-box');
        const inside = deep(element.shadowRoot ?? element).map(
          (one) => getComputedStyle(one).boxSizing,
        );
        expect(inside.length).to.be.greaterThan(3);
        expect(inside).to.not.include('content-box');
      } finally {
        theme.remove();
      }
    });

    it('keeps its words as they are in a theme of capitals, italics and indents', async () => {
      element = await STATES['ready']?.(tag, attributes);
      if (!element) throw new Error('nothing stands in the page');
      document.body.style.cssText =
        'text-transform: uppercase; font-style: italic; font-weight: 900; text-indent: 3em; white-space: pre';
      const told = [element, ...deep(element.shadowRoot ?? element)]
        // A browser's own choice list has spaces of its own.
        .filter((one) => !/^(style|select|option)$/.test(one.localName) && one.checkVisibility())
        .map((one) => getComputedStyle(one));
      expect(told.length).to.be.greaterThan(3);
      expect(new Set(told.map((style) => style.textTransform))).to.deep.equal(new Set(['none']));
      expect(new Set(told.map((style) => style.fontStyle))).to.deep.equal(new Set(['normal']));
      expect(new Set(told.map((style) => style.textIndent))).to.deep.equal(new Set(['0px']));
      expect(told.map((style) => style.fontWeight)).to.not.include('900');
      expect(told.map((style) => style.whiteSpace)).to.not.include('pre');
    });
  });
}
