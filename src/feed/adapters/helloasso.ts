import {countryOf} from '../foreign/countries.js';
import {dateOf} from '../foreign/dates.js';
import {featureOf, feedOf} from '../foreign/draft.js';
import {noFeed} from '../foreign/faults.js';
import {linkOf, withParameters} from '../foreign/links.js';
import {at, either, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

const SITE = 'https://www.helloasso.com/';

/** The forms that collect for a project. The others sell: memberships, tickets, goods. */
const CAMPAIGNS = /^(?:crowdfunding|donation)$/i;

/**
 * HelloAsso, API v5: the public description of a form, or a list of forms. It says nothing of what was
 * raised, of the goal and of how many gave: they are unknown. Titles come in HTML.
 */
export const helloasso: Adapter = {
  name: 'helloasso',
  adapt(answer, {url}) {
    const forms = listAt(answer, 'data');
    if (Array.isArray(at(answer, 'data'))) {
      return feedOf(forms.filter(isShown).map(campaignOf), {next: nextOf(answer, url)});
    }
    const type = textAt(answer, 'formType');
    if (!type && !textAt(answer, 'formSlug')) {
      const fault = textAt(answer, 'errors', '0', 'message') ?? textAt(answer, 'message');
      throw noFeed(
        url,
        fault
          ? `answers with an error: "${fault.slice(0, 300)}"`
          : 'is no answer of HelloAsso: a form, or "data" with forms, is expected.',
      );
    }
    if (type && !CAMPAIGNS.test(type)) {
      throw noFeed(
        url,
        `is a form of the type ${type.slice(0, 40)}: only CrowdFunding and Donation are campaigns.`,
      );
    }
    return feedOf([answer].filter(isShown).map(campaignOf));
  },
};

/** A form that is a draft, private or disabled is not for visitors. */
function isShown(form: unknown): boolean {
  const type = textAt(form, 'formType');
  const state = textAt(form, 'state');
  return (!type || CAMPAIGNS.test(type)) && (!state || state.toLowerCase() === 'public');
}

function campaignOf(form: unknown): unknown {
  if (!isObject(form)) return form;
  const place = at(form, 'place');
  const organisation = textAt(form, 'organizationSlug');
  const identity = [organisation, textAt(form, 'formType'), textAt(form, 'formSlug')];
  return featureOf({
    // A form's own name is unique within its organisation and its type: "1" is a common one.
    id: identity.every(Boolean) ? identity.join('-').toLowerCase() : null,
    title: either(textAt(form, 'title'), textAt(form, 'publicTitle')),
    url: linkOf(at(form, 'url'), SITE),
    tagline: at(form, 'description'),
    image: {src: linkOf(at(form, 'banner', 'publicUrl'), SITE)},
    currency: at(form, 'currency'),
    startsAt: dateOf(at(form, 'startDate')),
    endsAt: dateOf(at(form, 'endDate')),
    place: {
      name: textAt(place, 'city'),
      postcode: textAt(place, 'zipCode'),
      country: countryOf(at(place, 'country')),
    },
    point: [at(place, 'geoLocation', 'longitude'), at(place, 'geoLocation', 'latitude')],
    owner: {
      name: either(textAt(form, 'organizationName'), organisation),
      kind: 'association',
    },
  });
}

/** The next page, by its number; where only a token leads on, by that. */
function nextOf(answer: unknown, url: string): string | null {
  const pages = at(answer, 'pagination');
  if (!listAt(answer, 'data').length) return null;
  const index = at(pages, 'pageIndex');
  const total = at(pages, 'totalPages');
  if (typeof index === 'number' && typeof total === 'number' && total > 0) {
    return index < total ? withParameters(url, {pageIndex: index + 1}) : null;
  }
  const continuationToken = textAt(pages, 'continuationToken');
  return continuationToken ? withParameters(url, {continuationToken}) : null;
}
