import {expect} from '@open-wc/testing';
import {delay, http, HttpResponse} from 'msw';

import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {ELEMENTS, type FeedElement, place} from '../helpers/elements.js';
import {network} from '../helpers/network.js';
import {CANARY, harm, hurryTime, listenForFaults, said} from '../helpers/page.js';
import {pause, waitUntil} from '../helpers/wait.js';

const MARK = 'feedtext';
const SCRIPT = `globalThis.${CANARY}=1`;
const MARKUP = `${MARK}<img src=x onerror="${SCRIPT}"><script>${SCRIPT}</script><svg onload="${SCRIPT}"></svg>"'\`\${${SCRIPT}}{{${SCRIPT}}};}</style>*{display:none}`;
const PAU = {name: 'Pau', code: '64445', departement: '64', region: '75', country: 'FR'};
const DAY_MS = 86_400_000;

/** What stays right in a feed whose rest is wrong. */
const good = makeFeature({
  id: 'good',
  coordinates: [-0.3708, 43.2951],
  properties: {
    title: 'Le kiosque du parc',
    goal: 1000,
    raised: 420,
    backers: 21,
    startsAt: new Date(Date.now() - 5 * DAY_MS).toISOString(),
    endsAt: new Date(Date.now() + 9 * DAY_MS).toISOString(),
    place: PAU,
    call: {id: 'call', edition: 'one'},
  },
});
const call = {
  id: 'call',
  title: 'Places vivantes',
  editions: [
    {id: 'one', title: 'Édition un', campaignsFrom: '2020-01-01', campaignsTo: '2099-01-01'},
  ],
};

/** What an element says of the good campaign. */
const SHOWS: Record<string, RegExp> = {
  'relais-project-card': /Le kiosque du parc/,
  'relais-progress-bar': /42\s%/,
  'relais-project-list': /Le kiosque du parc/,
  'relais-territory-map': /Le kiosque du parc/,
  'relais-city-search': /\d+ campagnes?/,
  'relais-call-for-projects': /Places vivantes.*Le kiosque du parc/,
  'relais-territory-summary': /collectés.*\d\s€/,
};

/** More than the map reads in the page. */
function isLarge(feed: unknown): boolean {
  const text = typeof feed === 'string' ? feed : JSON.stringify(feed);
  return new TextEncoder().encode(text).length > 2_000_000;
}

function broken(id: string, properties: Record<string, unknown>, coordinates?: unknown[]) {
  return makeFeature({
    id,
    ...(coordinates && {coordinates}),
    properties: {place: PAU, call: {id: 'call', edition: 'one'}, status: 'live', ...properties},
  });
}

const BAD_LINKS = [
  `javascript:${SCRIPT}`,
  ` java\nscript:${SCRIPT}`,
  `JaVaScRiPt:${SCRIPT}`,
  `data:text/html,<script>${SCRIPT}</script>`,
  `vbscript:${SCRIPT}`,
  'blob:https://feeds.example/1',
  'file:///etc/passwd',
];
const WRONG: unknown[] = [null, true, 0, -1, 'x', [], {}, [[]], {name: []}];
const TEXTS = ['title', 'tagline', 'category', 'status', 'currency', 'unit', 'startsAt', 'endsAt'];
const ALL = TEXTS.concat(
  ['url', 'image', 'goal', 'raised', 'threshold', 'stretchGoals', 'matching', 'backers'],
  ['place', 'owner', 'mentors', 'call', 'history', 'news', 'extendedFrom'],
);
const person = {name: MARKUP, url: MARKUP, logo: MARKUP, kind: MARKUP};
const marked = {
  ...Object.fromEntries(TEXTS.map((name) => [name, MARKUP])),
  status: 'live',
  image: {src: `javascript:${SCRIPT}`, alt: MARKUP, width: MARKUP, height: MARKUP},
  place: {...PAU, name: MARKUP},
  owner: person,
  mentors: [person, person],
  matching: {by: MARKUP, rate: 1, cap: 100, given: 5},
  news: [{at: '2026-01-01', title: MARKUP, url: `javascript:${SCRIPT}`}],
  goal: 1000,
  raised: 10,
};

/** Feeds that hold the good campaign among what is wrong. A string is sent as it stands. */
const FEEDS: Record<string, () => unknown> = {
  'markup in every text': () =>
    makeFeed([broken('bad', marked), {...good, id: 'good'}, broken(MARKUP, marked)], {
      title: MARKUP,
      publisher: {name: MARKUP, url: `javascript:${SCRIPT}`},
      licence: MARKUP,
      calls: [
        call,
        {
          ...call,
          id: MARKUP,
          title: MARKUP,
          organiser: person,
          editions: [{id: MARKUP, title: MARKUP}],
        },
      ],
    }),
  'links that are scripts': () =>
    makeFeed(
      [
        ...BAD_LINKS.map((url, index) => broken(`url${index}`, {url})),
        ...BAD_LINKS.map((url, index) =>
          broken(index ? `link${index}` : 'bad', {
            image: {src: url, alt: ''},
            owner: {name: 'A', url},
            mentors: [{name: 'B', url, logo: url}],
            news: [{at: '2026-01-01', title: 'N', url}],
          }),
        ),
        good,
      ],
      {
        publisher: {name: 'P', url: BAD_LINKS[0]},
        calls: [{...call, url: BAD_LINKS[0], applyUrl: BAD_LINKS[3]}],
        next: BAD_LINKS[0],
      },
    ),
  'negative, infinite and absurd amounts': () =>
    JSON.stringify(
      makeFeed(
        [
          ...[-5, '@1e999@', '@-1e999@', 1e300, 5e-324, 'NaN', '12 €', '1e3', {}, 1e15].map(
            (amount, index) =>
              broken(index ? `amount${index}` : 'bad', {
                goal: amount,
                raised: amount,
                backers: amount,
                threshold: amount,
                stretchGoals: [amount, amount],
                matching: {by: 'M', rate: amount, cap: amount, given: amount},
                history: [{at: '2026-01-01', raised: amount, backers: amount}],
              }),
          ),
          good,
        ],
        {calls: [{...call, budget: {available: -1, committed: 1e300}}]},
      ),
    ).replace(/"@|@"/g, ''),
  'swapped and impossible coordinates': () =>
    makeFeed(
      [
        broken('bad', {}, [43.2951, -0.3708]),
        ...[[1000, 1000], [null, null], ['a', 'b'], [], [0, 0], [1], [-0.37, 91], [1, 2, 3, 4]].map(
          (coordinates, index) => broken(`at${index}`, {}, coordinates),
        ),
        good,
      ],
      {calls: [call]},
    ),
  'one id many times': () =>
    makeFeed([good, ...Array.from({length: 20}, () => broken('good', {title: 'Un autre'}))], {
      calls: [call, {...call, title: 'Un autre appel'}],
    }),
  'a title of a million characters': () =>
    makeFeed([broken('bad', {title: MARK.repeat(125_000), tagline: 'é'.repeat(1e6)}), good], {
      title: 'W'.repeat(1e6),
      calls: [call],
    }),
  'wrong types everywhere': () =>
    makeFeed(
      [
        ...WRONG,
        ...WRONG.map((wrong, index) =>
          broken(
            `all${index}`,
            Object.fromEntries([...ALL.map((name) => [name, wrong]), ['title', 'T']]) as Record<
              string,
              unknown
            >,
          ),
        ),
        ...WRONG.map((wrong) => ({type: 'Feature', id: 'x', geometry: wrong, properties: wrong})),
        ...WRONG.map((wrong) => makeFeature({id: wrong})),
        good,
      ],
      {
        title: [],
        publisher: 5,
        licence: {},
        updatedAt: [],
        calls: [...WRONG, ...WRONG.map((wrong) => ({...call, id: 'no', editions: wrong})), call],
        next: 5,
      },
    ),
  'keys that reach for prototypes': () => {
    const key =
      '{"__proto__":{"polluted":true,"title":"X"},"constructor":{"prototype":{"polluted":1}},';
    return JSON.stringify(
      makeFeed([broken('bad', {}), broken('__proto__', {}), broken('constructor', {}), good], {
        calls: [call, {...call, id: '__proto__'}],
      }),
    ).replaceAll('{', key);
  },
  'ten thousand problems': () =>
    makeFeed(
      [...Array.from({length: 10_000}, (_, index) => broken(`p${index}`, {url: 'no link'})), good],
      {calls: [call]},
    ),
};

const page = '<!doctype html><title>Maintenance</title><p>Back soon</p>';

/** Answers that hold no feed. */
const ANSWERS: Record<string, () => Response | Promise<Response>> = {
  'an HTML page': () => HttpResponse.html(page),
  'a truncated body': () => new HttpResponse(JSON.stringify(makeFeed([good])).slice(0, 200)),
  'an empty body': () => new HttpResponse(''),
  '500, again and again': () => new HttpResponse('{}', {status: 500}),
  '404': () => new HttpResponse(page, {status: 404}),
  offline: () => HttpResponse.error(),
  'thirty seconds of silence': async () => {
    await delay('infinite');
    return new HttpResponse('');
  },
  null: () => HttpResponse.json(null),
  'a list': () => HttpResponse.json([[], [1]]),
  'an object that is no feed': () => HttpResponse.json({type: 'Feature', features: good}),
  'a feed of a later version': () => HttpResponse.json(makeFeed([good], {version: '99.0'})),
  'a thousand arrays in one another': () =>
    new HttpResponse('['.repeat(100_000) + ']'.repeat(100_000)),
};

const TOLD = ['relais-load', 'relais-error'];

let count = 0;

/** Serves an answer at an address of its own and counts what is asked there. */
function serve(answer: () => Response | Promise<Response>) {
  count += 1;
  const url = `https://feeds.example/hostile-${count}.json`;
  const asked: string[] = [];
  network.use(
    http.get(url, () => {
      asked.push(url);
      return answer();
    }),
  );
  return {url, asked};
}

function serveAny(feed: unknown) {
  const body = typeof feed === 'string' ? feed : JSON.stringify(feed);
  return serve(() => new HttpResponse(body, {headers: {'content-type': 'application/json'}}));
}

/** What a visitor sees of an element: its height, and that it says something. */
function expectNotBlank(element: FeedElement) {
  expect(element.getBoundingClientRect().height, 'height').to.be.greaterThan(2);
  const fallback = [...element.children].some((child) => child.getClientRects().length > 0);
  expect(fallback || /\p{L}/u.test(said(element)), 'neither content nor fallback').to.equal(true);
}

for (const [tag, attributes] of Object.entries(ELEMENTS)) {
  describe(`${tag} and hostile feeds`, () => {
    let element: FeedElement;
    let faults: () => string[];
    let heard: string[];
    let calmTime: (() => void) | undefined;

    const onEvent = ({type}: Event) => heard.push(type);

    function show(more: Record<string, string>, fallback = '') {
      heard = [];
      element = place(tag, {...attributes, ...more}, fallback);
    }

    async function expectUnharmed() {
      // A picture that fails, a promise that nobody holds: they are told a moment later.
      await pause(60);
      expect(harm(element, [MARK, SCRIPT])).to.deep.equal([]);
      expect(({} as {polluted?: unknown}).polluted).to.equal(undefined);
      expectNotBlank(element);
      expect(faults()).to.deep.equal([]);
    }

    beforeEach(() => {
      faults = listenForFaults();
      for (const type of TOLD) document.addEventListener(type, onEvent);
    });

    afterEach(() => {
      calmTime?.();
      calmTime = undefined;
      faults();
      for (const type of TOLD) document.removeEventListener(type, onEvent);
      element.remove();
    });

    for (const [name, feed] of Object.entries(FEEDS)) {
      it(`shows what is right beside ${name}`, async () => {
        const {url, asked} = serveAny(feed());
        show({feed: url});
        await waitUntil(
          () => SHOWS[tag]?.test(said(element)) ?? false,
          'what is right never showed',
        );
        await expectUnharmed();
        expect(heard).to.deep.equal(['relais-load']);
        // The map stops reading what turns out to be large, and reads it anew beside the page.
        expect(asked).to.have.length(tag === 'relais-territory-map' && isLarge(feed()) ? 2 : 1);
      });

      if ('campaign' in attributes) {
        it(`is not blank when asked for the wrong campaign: ${name}`, async () => {
          const {url} = serveAny(feed());
          show({feed: url, campaign: 'bad'}, 'La page du projet');
          await waitUntil(() => heard.length > 0, 'nothing was said');
          await element.updateComplete;
          await expectUnharmed();
        });
      }
    }

    for (const [name, answer] of Object.entries(ANSWERS)) {
      for (const fallback of ['', 'Les projets de la ville']) {
        it(`is not blank after ${name}, ${fallback ? 'with' : 'without'} a fallback`, async () => {
          calmTime = hurryTime();
          const {url, asked} = serve(answer);
          show({feed: url}, fallback);
          await waitUntil(() => heard.length > 0, 'nothing was said');
          await element.updateComplete;
          await expectUnharmed();
          expect(heard).to.deep.equal(['relais-error']);
          expect(asked).to.have.length.within(1, 3);
          if (tag === 'relais-city-search') return;
          expect(element.state).to.equal('error');
          if (fallback) expect(element.children[0]?.getClientRects()).to.have.length(1);
        });
      }
    }
  });
}
