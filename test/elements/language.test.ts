import {expect} from '@open-wc/testing';

import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {ELEMENTS, type FeedElement} from '../helpers/elements.js';
import {serveFeed} from '../helpers/network.js';
import {said} from '../helpers/page.js';
import {pause, waitUntil} from '../helpers/wait.js';

const FEED = 'https://feeds.example/language.json';
const PAU = {name: 'Pau', code: '64445', departement: '64', region: '75', country: 'FR'};

/** What each element says in one language alone. */
const WORDS: Record<string, {fr: RegExp; en: RegExp}> = {
  'relais-project-card': {fr: /collectés sur/, en: /raised of/},
  'relais-progress-bar': {fr: /collectés sur/, en: /raised of/},
  'relais-project-list': {fr: /2 campagnes/, en: /2 campaigns/},
  'relais-territory-map': {fr: /2 campagnes/, en: /2 campaigns/},
  'relais-city-search': {fr: /campagne|commune/i, en: /municipalit|campaign/i},
  'relais-call-for-projects': {fr: /collectés sur/, en: /raised of/},
  'relais-territory-summary': {fr: /campagnes/, en: /campaigns/},
};

function serve() {
  const campaign = (id: string) =>
    makeFeature({
      id,
      coordinates: [-0.37, 43.3],
      properties: {
        status: 'live',
        goal: 100,
        raised: 50,
        backers: 3,
        place: PAU,
        call: {id: 'call', edition: 'one'},
      },
    });
  const calls = [{id: 'call', title: 'Appel', editions: [{id: 'one', title: 'Une'}]}];
  serveFeed(FEED, makeFeed([campaign('good'), campaign('other')], {calls}));
}

/** An element without a language of its own, in French ground. */
async function elementIn(place: Element | ShadowRoot, tag: string, own = {}): Promise<FeedElement> {
  serve();
  const element = document.createElement(tag) as FeedElement;
  const attributes = {...ELEMENTS[tag], ...own, feed: FEED};
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.removeAttribute('label');
  place.append(element);
  await waitUntil(() => element.state === 'ready', 'never ready');
  return element;
}

function speaks(element: FeedElement, language: 'fr' | 'en'): Promise<void> {
  const {localName} = element;
  const words = WORDS[localName]?.[language] ?? /^$/;
  return waitUntil(
    () => words.test(said(element)),
    `${localName} does not speak ${language}: ${said(element)}`,
  );
}

describe('the language of a page', () => {
  const page = document.documentElement.lang;
  let around: HTMLElement;

  beforeEach(() => {
    around = document.createElement('div');
    document.body.append(around);
  });
  afterEach(() => {
    around.remove();
    document.documentElement.lang = page;
  });

  for (const tag of Object.keys(ELEMENTS)) {
    it(`${tag} follows it at once: of the page, of an element around, of none any more`, async () => {
      document.documentElement.lang = 'fr';
      const element = await elementIn(around, tag);
      await speaks(element, 'fr');
      document.documentElement.lang = 'en';
      await speaks(element, 'en');
      around.lang = 'fr';
      await speaks(element, 'fr');
      around.removeAttribute('lang');
      await speaks(element, 'en');
    });
  }

  it('is followed through shadow roots around, and by who moves', async () => {
    document.documentElement.lang = 'fr';
    const outer = around.attachShadow({mode: 'open'});
    const section = document.createElement('section');
    outer.append(section);
    const element = await elementIn(section, 'relais-progress-bar');
    await speaks(element, 'fr');
    section.lang = 'en';
    await speaks(element, 'en');
    document.body.append(element);
    await speaks(element, 'fr');
    element.remove();
  });

  it('is not that of who says his own', async () => {
    document.documentElement.lang = 'fr';
    const element = await elementIn(around, 'relais-progress-bar', {lang: 'fr'});
    await speaks(element, 'fr');
    document.documentElement.lang = 'en';
    await element.updateComplete;
    await speaks(element, 'fr');
    element.lang = '';
    await speaks(element, 'en');
  });

  it('is not told to who has left', async () => {
    document.documentElement.lang = 'fr';
    const element = await elementIn(around, 'relais-progress-bar');
    await speaks(element, 'fr');
    element.remove();
    document.documentElement.lang = 'en';
    await pause(20);
    expect(said(element)).to.match(WORDS['relais-progress-bar']?.fr ?? /^$/);
    around.append(element);
    await speaks(element, 'en');
  });
});
