import {amountOf, fromCents, goalOf} from '../foreign/amounts.js';
import {countryOf} from '../foreign/countries.js';
import {dateOf} from '../foreign/dates.js';
import {featureOf, feedOf} from '../foreign/draft.js';
import {refuse} from '../foreign/faults.js';
import {morePages} from '../foreign/graphql.js';
import {linkOf} from '../foreign/links.js';
import {fieldsOf, filled, readMapping} from '../foreign/mapping.js';
import {withUnderstanding} from '../foreign/understanding.js';
import {at, either, inTable, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

const SITE = 'https://www.kisskissbankbank.com/';

/**
 * Where a project has what. A GraphQL answer holds what its query asked for, and of these names only the
 * first of `title`, `tagline`, `url`, `raised`, `backers`, `owner` and `image` were seen in queries: the
 * others are how such fields are called elsewhere. A page that asks for another says so
 * ("kisskissbankbank:endsAt=closingDate,place.name=town.label").
 */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'slug'],
  title: ['name', 'title'],
  url: ['publicUrl', 'url'],
  tagline: ['shortDesc', 'shortDescription', 'baseline'],
  category: ['category.name', 'mainCategory.name', 'category'],
  'image.src': ['image.url', 'coverImage.url', 'image'],
  raised: ['collectedAmount', 'amountCollected'],
  goal: ['goal', 'goalAmount', 'fundingGoal', 'targetAmount', 'objective'],
  backers: ['collectedCount', 'contributorsCount', 'backersCount'],
  startsAt: ['startDate', 'startsAt', 'startedAt', 'launchedAt', 'publishedAt'],
  endsAt: ['endDate', 'endsAt', 'finishDate', 'deadline', 'finishedAt'],
  status: ['status', 'state'],
  'place.name': ['city.name', 'location.city', 'location.name', 'city'],
  'place.postcode': ['location.zipcode', 'location.postcode', 'zipcode', 'postcode'],
  'place.country': ['location.countryCode', 'countryCode'],
  'owner.name': ['owner.name', 'owner.username'],
  'owner.url': ['owner.publicUrl', 'owner.url'],
  mentors: ['mentors', 'mentor'],
  lang: ['locale', 'lang'],
};

/** How far a project is, in the words of the wire. Another word says nothing. */
const STATUSES: Readonly<Record<string, string>> = {
  successful: 'succeeded',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
  cancelled: 'cancelled',
};

/** KissKissBankBank: the answer to a GraphQL query. Amounts are in cents. */
export const kisskissbankbank: Adapter = {
  name: 'kisskissbankbank',
  takesMapping: true,
  adapt(answer, {url, mapping = ''}) {
    const projects = projectsOf(answer);
    if (!projects)
      refuse(answer, url, 'holds no campaign: "data" with "edges" of projects is expected.');
    const given = readMapping(mapping, url, Object.keys(FIELDS));
    const feed = feedOf(
      projects.map((project) => {
        if (!isObject(project)) return project;
        return campaignOf((name) => {
          const constant = given.constants.get(name);
          if (constant !== undefined) return filled(constant, project);
          const own = given.fields.get(name);
          const paths = own === undefined ? (FIELDS[name] ?? []) : [own];
          return either(...paths.map((path) => fieldsOf(project, path)));
        }, project);
      }),
    );
    return withUnderstanding(feed, {remarks: morePages(answer)});
  },
};

/** The nodes of every connection in the answer, or the projects that stand alone; null when there is none. */
function projectsOf(answer: unknown): unknown[] | null {
  const data = at(answer, 'data');
  const parts = isObject(data) ? Object.values(data) : [];
  const lists = parts.flatMap((part): unknown[] => {
    const edges = at(part, 'edges');
    if (Array.isArray(edges)) return [edges.map((edge) => at(edge, 'node'))];
    const nodes = at(part, 'nodes');
    if (Array.isArray(nodes)) return [nodes];
    if (Array.isArray(part)) return [part];
    return textAt(part, 'publicUrl') || isObject(at(part, 'collectedAmount')) ? [[part]] : [];
  });
  return lists.length ? lists.flat() : null;
}

function campaignOf(find: (name: string) => unknown, project: unknown): object {
  const raised = moneyOf(find('raised'));
  const image = find('image.src');
  const mentors = find('mentors');
  return featureOf({
    id: find('id'),
    title: find('title'),
    url: linkOf(find('url'), SITE),
    tagline: find('tagline'),
    category: texts(find('category')),
    image: {src: linkOf(typeof image === 'string' ? image : textAt(image, 'url'), SITE)},
    status: inTable(STATUSES, texts(find('status'))?.toLowerCase()),
    currency: textAt(find('raised'), 'currency'),
    goal: goalOf(goalIn(find('goal'), raised, at(project, 'fundingPercent'))),
    raised,
    backers: amountOf(find('backers')),
    startsAt: dateOf(find('startsAt')),
    endsAt: dateOf(find('endsAt')),
    place: {
      name: texts(find('place.name')),
      postcode: texts(find('place.postcode')),
      country: countryOf(texts(find('place.country'))),
    },
    owner: {name: texts(find('owner.name')), url: linkOf(texts(find('owner.url')), SITE)},
    mentors: (Array.isArray(mentors) ? mentors : listAt(mentors, 'nodes')).map((mentor) => ({
      name: either(textAt(mentor, 'name'), textAt(mentor, 'username')),
      url: linkOf(textAt(mentor, 'publicUrl'), SITE),
      logo: linkOf(textAt(mentor, 'avatarImage', 'url'), SITE),
    })),
    lang: texts(find('lang')),
  });
}

function texts(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** `{"cents": 993000}`. No cents, no amount: null is unknown, never 0. */
function moneyOf(value: unknown): unknown {
  return fromCents(at(value, 'cents'));
}

/**
 * A goal is `{"cents": …}` as every amount here. Of a bare number nobody knows what it counts, but
 * the percentage tells: it is taken when exactly one of the two fits. It is never worked out from the
 * percentage alone, which is rounded.
 */
function goalIn(value: unknown, raised: unknown, percent: unknown): unknown {
  if (typeof value !== 'number') return moneyOf(value);
  if (typeof raised !== 'number' || typeof percent !== 'number' || !raised) return null;
  const fits = (goal: number) => goal > 0 && Math.abs((raised / goal) * 100 - percent) <= 1;
  return [value, value / 100].find(fits) ?? null;
}
