import {amountOf, goalOf} from '../foreign/amounts.js';
import {dateOf} from '../foreign/dates.js';
import {featureOf, feedOf} from '../foreign/draft.js';
import {noFeed} from '../foreign/faults.js';
import {linkOf, withParameters} from '../foreign/links.js';
import {at, inTable, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

const SITE = 'https://www.kickstarter.com/';

/** How a project stands; those that are not named ("submitted", "deleted") are not public. */
const STATUSES: Readonly<Record<string, string>> = {
  live: 'live',
  successful: 'succeeded',
  failed: 'failed',
  canceled: 'cancelled',
  suspended: 'cancelled',
};

/** Pictures, best first. The name of some says how large they are. */
const PICTURES = ['1024x576', '1536x864', 'full', 'ed', 'med'];

/**
 * Kickstarter: a project, or what "discover" finds. What was raised is `pledged`, in the project's own
 * currency: `usd_pledged` and `converted_pledged_amount` are in another, and the latter is rounded.
 */
export const kickstarter: Adapter = {
  name: 'kickstarter',
  adapt(answer, {url}) {
    const isList = Array.isArray(answer) || Array.isArray(at(answer, 'projects'));
    const projects = Array.isArray(answer) ? answer : listAt(answer, 'projects');
    if (!isList && !textAt(answer, 'urls', 'web', 'project')) {
      const expected = 'a project, or "projects", is expected.';
      throw noFeed(url, `is no answer of Kickstarter: ${expected}`);
    }
    return feedOf((isList ? projects : [answer]).filter(isPublic).map(campaignOf), {
      next: projects.length && at(answer, 'has_more') === true ? nextOf(url) : null,
    });
  },
};

function isPublic(project: unknown): boolean {
  const state = textAt(project, 'state');
  return !state || Object.hasOwn(STATUSES, state);
}

function campaignOf(project: unknown): unknown {
  if (!isObject(project)) return project;
  const state = textAt(project, 'state');
  const creator = at(project, 'creator');
  return featureOf({
    id: at(project, 'id'),
    title: at(project, 'name'),
    url: linkOf(at(project, 'urls', 'web', 'project'), SITE),
    tagline: at(project, 'blurb'),
    category: textAt(project, 'category', 'name'),
    image: pictureOf(at(project, 'photo')),
    status: inTable(STATUSES, state),
    currency: at(project, 'currency'),
    goal: goalOf(amountOf(at(project, 'goal'))),
    raised: amountOf(at(project, 'pledged')),
    backers: amountOf(at(project, 'backers_count')),
    startsAt: dateOf(at(project, 'launched_at')),
    endsAt: dateOf(at(project, 'deadline')),
    // The project's own country is where its bank is.
    place: {
      name: textAt(project, 'location', 'name'),
      country: textAt(project, 'location', 'country'),
    },
    owner: {
      name: textAt(creator, 'name'),
      url: linkOf(at(creator, 'urls', 'web', 'user'), SITE),
    },
  });
}

/** `photo` may be null. */
function pictureOf(photo: unknown): object | null {
  const name = PICTURES.find((candidate) => textAt(photo, candidate));
  if (!name) return null;
  const [, width, height] = /^(\d+)x(\d+)$/.exec(name) ?? [];
  return {
    src: linkOf(textAt(photo, name), SITE),
    width: width ? Number(width) : null,
    height: height ? Number(height) : null,
  };
}

function nextOf(url: string): string {
  const page = Number(new URL(url).searchParams.get('page') ?? 1);
  return withParameters(url, {page: Number.isInteger(page) && page > 0 ? page + 1 : 2});
}
