/**
 * The page inside a frame: one element, as its address says (`embedAddress` in `outputs/snippet.ts`
 * writes that address). It runs in a sandbox without an origin, so it asks for no storage and trusts
 * no message (`frame-messages.ts`).
 */
import type {LitElement} from 'lit';

import type {RelaisLoadEvent, RelaisSelectEvent} from '../elements/events.js';
import {languageOf, pick} from '../i18n/localize.js';
import {embedStrings, outputStrings} from '../i18n/strings.js';
import {lookOf} from '../outputs/snippet-look.js';
import {keepWhole} from './frame-fit.js';
import {sayToWordPress, speakHeight, wordPressSecret} from './frame-guest.js';
import {givenAttributes} from './given-attributes.js';

const ELEMENTS: Readonly<Record<string, () => Promise<unknown>>> = {
  'project-card': () => import('../elements/project-card.js'),
  'progress-bar': () => import('../elements/progress-bar.js'),
  'project-list': () => import('../elements/project-list.js'),
  'territory-map': () => import('../elements/territory-map.js'),
  'city-search': () => import('../elements/city-search.js'),
  'call-for-projects': () => import('../elements/call-for-projects.js'),
  'territory-summary': () => import('../elements/territory-summary.js'),
};

const query = new URLSearchParams(location.search);
const lang = languageOf(query.get('lang'));
const words = pick(embedStrings, lang);
const page = document.documentElement;
const main = document.querySelector('main') as HTMLElement;
const name = query.get('widget') ?? 'project-card';

function say(title: string) {
  document.title = title;
  const heading = main.querySelector('h1');
  if (heading) heading.textContent = title;
}

function notice(sentence: string) {
  const paragraph = document.createElement('p');
  paragraph.className = 'notice';
  paragraph.textContent = sentence;
  main.append(paragraph);
}

async function show() {
  const element = await make();
  if (typeof element === 'string') {
    notice(element);
    speakHeight({content: main, isThere: () => false, onFitted: () => undefined});
    return;
  }
  let isThere = false;
  element.addEventListener('relais-load', (event) => {
    const [campaign] = (event as RelaisLoadEvent).campaigns;
    const alone = name === 'project-card' || name === 'progress-bar';
    say(pick(outputStrings, lang).frame((alone && campaign?.title) || ''));
    isThere = true;
    guest.say();
  });
  main.append(element);
  const guest = speakHeight({
    content: main,
    isThere: () => isThere,
    onFitted: () => void look(),
  });
  if (parent === window) return;
  const look = keepWhole(element, () => guest.isFitted || wordPressSecret() !== '');
  for (const event of ['resize', 'relais-load', 'relais-error']) {
    addEventListener(event, () => void look());
  }
  await look();
}

/** The element that the address asks for; a sentence where there is none. */
async function make(): Promise<LitElement | string> {
  const load = Object.hasOwn(ELEMENTS, name) ? ELEMENTS[name] : undefined;
  if (!load) return words.noWidget(Object.keys(ELEMENTS).join(', '));
  if (!query.get('feed')) return words.noFeed;
  try {
    await load();
  } catch {
    return words.failed;
  }
  const tag = `relais-${name}`;
  const element = document.createElement(tag) as LitElement;
  const given = givenAttributes(tag) ?? [];
  for (const [key, value] of query) if (given.includes(key)) element.setAttribute(key, value);
  element.setAttribute('lang', lang);
  if (!element.hasAttribute('heading-level')) element.setAttribute('heading-level', '2');
  return element;
}

/** The campaign whose link was followed last, to lead to it where a frame may not. */
let chosen = '';

/**
 * Where a link leads from a frame that WordPress made: it follows those of the frame's own host alone.
 * A link to elsewhere leads to this page without a frame, from which it is one step more.
 */
function reachable(link: HTMLAnchorElement): string {
  if (link.host === location.host) return link.href;
  const own = new URL(location.href);
  own.hash = '';
  if (chosen) {
    own.searchParams.set('widget', 'project-card');
    own.searchParams.set('campaign', chosen);
  }
  return own.href;
}

function onClick(event: MouseEvent) {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || event.defaultPrevented || !/^https?:/.test(link.protocol)) return;
  const isHere = link.href.split('#', 1)[0] === location.href.split('#', 1)[0];
  if (isHere || parent === window) return;
  if (wordPressSecret()) {
    event.preventDefault();
    sayToWordPress('link', reachable(link));
  } else {
    link.target = query.get('links') === 'new' ? '_blank' : '_top';
  }
}

page.lang = lang;
page.dataset['widget'] = name;
page.dataset['scheme'] = query.get('scheme') ?? 'light';
if (parent === window) page.dataset['alone'] = name;
for (const [property, value] of lookOf((each) => query.get(each))) {
  page.style.setProperty(`--relais-${property}`, value);
}
say(pick(outputStrings, lang).frame(''));
if (query.get('links') === 'new') {
  const sentence = document.createElement('p');
  sentence.className = 'links';
  sentence.textContent = words.newTab;
  main.append(sentence);
}
document.addEventListener('relais-select', (event) => {
  chosen = (event as RelaisSelectEvent).campaign?.id ?? '';
});
document.addEventListener('click', onClick);
void show();
