import {amountOf, goalOf} from '../foreign/amounts.js';
import {dateOf} from '../foreign/dates.js';
import {featureOf, feedOf} from '../foreign/draft.js';
import {refuse} from '../foreign/faults.js';
import {linkOf} from '../foreign/links.js';
import {at, either, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter, AdapterContext} from './adapter.js';

const SITE = 'https://www.ulule.com/';

/** Before it is online a project is nobody's business but its owner's. */
const UNPUBLISHED = /^(?:new|pending|refused|waiting|validated)/;

/** Sizes of a picture, best first. */
const SIZES = ['large', 'full', 'medium', 'small'];

/**
 * Ulule, API v1: a project, or what a search finds. Amounts are whole units of the currency. A list has
 * neither backers nor places; no answer has a postcode, a code or coordinates.
 */
export const ulule: Adapter = {
  name: 'ulule',
  adapt(answer, {url}) {
    const projects = listAt(answer, 'projects');
    const isList = Array.isArray(at(answer, 'projects'));
    if (!isList && !textAt(answer, 'absolute_url')) {
      refuse(answer, url, 'is no answer of Ulule: a project, or "projects", is expected.');
    }
    return feedOf((isList ? projects : [answer]).filter(isPublic).map(campaignOf), {
      next: projects.length ? nextOf(answer, {url}) : null,
    });
  },
};

function isPublic(project: unknown): boolean {
  return at(project, 'visible') !== false && !UNPUBLISHED.test(textAt(project, 'status') ?? '');
}

function campaignOf(project: unknown): unknown {
  if (!isObject(project)) return project;
  const lang = textAt(project, 'lang');
  // A presale counts orders, and its goal is a number of them: the money that came in is no part of it.
  const isPresale = at(project, 'type') === 'presale';
  const raised = amountOf(at(project, isPresale ? 'nb_products_sold' : 'amount_raised'));
  const owner = at(project, 'owner');
  return featureOf({
    id: at(project, 'id'),
    title: worded(project, 'name', lang),
    url: linkOf(at(project, 'absolute_url'), SITE),
    tagline: worded(project, 'subtitle', lang),
    category: worded(at(project, 'main_tag'), 'name', lang),
    image: {src: linkOf(pictureOf(project, lang), SITE)},
    status: statusOf(project, raised),
    currency: at(project, 'currency'),
    unit: isPresale ? 'orders' : null,
    goal: goalOf(amountOf(at(project, 'goal'))),
    raised,
    backers: amountOf(at(project, 'supporters_count')),
    startsAt: dateOf(at(project, 'date_start')),
    endsAt: dateOf(at(project, 'date_end')),
    place: {
      name: textAt(project, 'location', 'city'),
      // The project's own country is where its owner lives.
      country: textAt(project, 'location', 'city') ? textAt(project, 'location', 'country') : null,
    },
    owner: {name: either(textAt(owner, 'name'), textAt(owner, 'username'))},
    mentors: listAt(project, 'partnerships').map((partnership) => ({
      name: textAt(partnership, 'partner', 'name'),
      url: linkOf(at(partnership, 'partner', 'url'), SITE),
      logo: linkOf(addressOf(at(partnership, 'partner', 'logo')), SITE),
    })),
    lang,
  });
}

/** A cancelled project stays "online". What else is over is told by dates and amounts, but where it says so. */
function statusOf(project: unknown, raised: unknown): string | null {
  if (at(project, 'is_cancelled') === true) return 'cancelled';
  if (at(project, 'finished') !== true) return null;
  const goal = goalOf(amountOf(at(project, 'goal')));
  // A list has no "goal_raised".
  const isKnown = typeof raised === 'number' && typeof goal === 'number';
  const reached = at(project, 'goal_raised') ?? (isKnown ? raised >= goal : null);
  return typeof reached === 'boolean' ? (reached ? 'succeeded' : 'failed') : null;
}

/**
 * A text in the project's language: `{"fr": …}`, or, in older answers, flattened (`name_fr`). An object
 * may lack the language: then French, then any.
 */
function worded(holder: unknown, name: string, lang: string | null): unknown {
  const texts = at(holder, name);
  if (typeof texts === 'string') return texts;
  return either(
    lang && at(texts, lang),
    lang && at(holder, `${name}_${lang}`),
    at(texts, 'fr'),
    at(holder, `${name}_fr`),
    ...(isObject(texts) ? Object.values(texts) : []),
    at(holder, `${name}_en`),
  );
}

function pictureOf(project: unknown, lang: string | null): unknown {
  const picture = worded(project, 'main_image', lang);
  const sizes = SIZES.map((size) => addressOf(at(picture, 'versions', size)));
  return either(...sizes, addressOf(picture), addressOf(at(project, 'image')));
}

/** Pictures stand as an address, or as an object with one. */
function addressOf(value: unknown): unknown {
  return either(textAt(value, 'url'), typeof value === 'string' ? value : null);
}

/** The next page: "?limit=16&offset=16", to which what was asked must be added again. */
function nextOf(answer: unknown, {url}: AdapterContext): string | null {
  const next = textAt(answer, 'meta', 'next');
  if (!next || !URL.canParse(next, url)) return null;
  const whole = new URL(next, url);
  for (const [name, value] of new URL(url).searchParams) {
    if (!whole.searchParams.has(name)) whole.searchParams.append(name, value);
  }
  return whole.href;
}
