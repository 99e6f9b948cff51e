import {amountOf, goalOf} from '../foreign/amounts.js';
import {countryOf} from '../foreign/countries.js';
import {dateOf} from '../foreign/dates.js';
import {featureOf, feedOf, said} from '../foreign/draft.js';
import {noFeed} from '../foreign/faults.js';
import {linkOf, withParameters} from '../foreign/links.js';
import {at, either, inTable, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

const SITE = 'https://goteo.org/';

/** How a project stands; those that are not named have not been published. */
const STATUSES: Readonly<Record<string, string>> = {
  in_campaign: 'live',
  funded: 'succeeded',
  fulfilled: 'succeeded',
  unfunded: 'failed',
};
const CLOSED_CALLS = /^(?:pending|editing|reviewing)$/;
const MOST_PER_PAGE = 50;

/**
 * Goteo: a project, a call for projects, or a list of either. Amounts are in euros, whatever currency
 * the project is shown in. A project that reaches its minimum succeeds: the optimum is a stretch goal.
 * It has no announced end.
 */
export const goteo: Adapter = {
  name: 'goteo',
  adapt(answer, {url}) {
    const items = Array.isArray(at(answer, 'items')) ? listAt(answer, 'items') : [answer];
    if (items[0] === answer && !pageOf(answer) && !callPageOf(answer)) {
      const fault = textAt(answer, 'message');
      const expected = 'is no answer of Goteo: a project, a call, or "items" of them, is expected.';
      throw noFeed(url, fault ? `answers with an error: "${fault.slice(0, 300)}"` : expected);
    }
    const calls = items.filter((item) => callPageOf(item) !== null);
    const projects = items.filter((item) => callPageOf(item) === null);
    return feedOf(
      projects.filter(isPublic).map((project) => campaignOf(project, url)),
      {
        calls: calls.length
          ? calls.filter((call) => !CLOSED_CALLS.test(textAt(call, 'status') ?? '')).map(callOf)
          : null,
        next: nextOf(answer, items.length, url),
      },
    );
  },
};

function pageOf(project: unknown): unknown {
  return at(project, 'project-url');
}

/** Earlier answers say "matchfunding-url". */
function callPageOf(call: unknown): unknown {
  return either(at(call, 'call-url'), at(call, 'matchfunding-url'));
}

function isPublic(project: unknown): boolean {
  const status = textAt(project, 'status');
  return !status || Object.hasOwn(STATUSES, status);
}

function campaignOf(project: unknown, url: string): unknown {
  if (!isObject(project)) return project;
  const status = textAt(project, 'status');
  const minimum = amountOf(at(project, 'minimum'));
  const optimum = amountOf(at(project, 'optimum'));
  const isOver = status !== 'in_campaign';
  const [place] = listAt(project, 'location');
  // Only this list says that its projects have won a call: /calls/ID/projects/.
  const [, call] = /\/calls\/([^/]+)\/projects\b/.exec(new URL(url).pathname) ?? [];
  return featureOf({
    id: at(project, 'id'),
    title: at(project, 'name'),
    url: linkOf(pageOf(project), SITE),
    tagline: at(project, 'description-short'),
    image: {src: linkOf(either(at(project, 'image-url-big'), at(project, 'image-url')), SITE)},
    status: inTable(STATUSES, status),
    currency: 'EUR',
    goal: goalOf(minimum),
    raised: amountOf(at(project, 'amount')),
    stretchGoals: Number(optimum) > Number(minimum) ? [optimum] : null,
    startsAt: dateOf(at(project, 'date-published')),
    endsAt: isOver
      ? dateOf(either(at(project, 'date-closed'), at(project, 'date-succeeded')))
      : null,
    place: placeOf(place, project),
    point: pointOf(place, project),
    owner: {name: either(textAt(project, 'owner-name'), textAt(project, 'owner'))},
    call: call ? {id: decode(call)} : null,
    lang: textAt(project, 'lang'),
  });
}

/** A region is no code. Without a country nobody knows where it is, and the reader would take France. */
function placeOf(place: unknown, project: unknown): object | null {
  const country = countryOf(textAt(place, 'country-code'));
  if (!country) return null;
  return {name: either(textAt(place, 'city'), textAt(project, 'region')), country};
}

function pointOf(place: unknown, item: unknown): [unknown, unknown] {
  const holder = at(item, 'latitude') === null ? place : item;
  return [at(holder, 'longitude'), at(holder, 'latitude')];
}

function callOf(call: unknown): unknown {
  const opensAt = dateOf(at(call, 'date-opened'));
  return said({
    id: textAt(call, 'id'),
    title: textAt(call, 'name'),
    organiser: {
      name: either(textAt(call, 'owner-name'), textAt(call, 'owner')),
      logo: linkOf(at(call, 'logo-url'), SITE),
    },
    url: linkOf(callPageOf(call), SITE),
    budget: {
      available: amountOf(at(call, 'amount-available')),
      committed: amountOf(at(call, 'amount-committed')),
    },
    currency: 'EUR',
    editions: [
      {
        id: typeof opensAt === 'string' && opensAt ? opensAt.slice(0, 4) : '1',
        title: textAt(call, 'name'),
        opensAt,
        campaignsFrom: dateOf(at(call, 'date-published')),
        campaignsTo: dateOf(either(at(call, 'date-closed'), at(call, 'date-succeeded'))),
      },
    ],
  });
}

/** Lists are cut in pages of which the answer tells the number, the length and the total. */
function nextOf(answer: unknown, length: number, url: string): string | null {
  const total = at(answer, 'meta', 'total');
  if (typeof total !== 'number' || !length || !Array.isArray(at(answer, 'items'))) return null;
  const parameters = new URL(url).searchParams;
  const page = Number(parameters.get('page') ?? 0);
  const limit = Math.min(Number(parameters.get('limit') ?? 10), MOST_PER_PAGE);
  return Number.isInteger(page) && limit > 0 && (page + 1) * limit < total
    ? withParameters(url, {page: page + 1})
    : null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
