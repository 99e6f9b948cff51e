import {amountOf, fromMinor, goalOf} from '../foreign/amounts.js';
import {dateOf} from '../foreign/dates.js';
import {featureOf, feedOf} from '../foreign/draft.js';
import {noFeed} from '../foreign/faults.js';
import {linkOf} from '../foreign/links.js';
import {at, either, isObject, listAt, textAt} from '../foreign/values.js';
import type {Adapter} from './adapter.js';

/**
 * JSON Feed 1.1 whose items carry what a campaign has in `_campaign`: amounts as
 * `{"minor": 523000, "currency": "EUR"}` in the currency's smallest units, or the properties of FEED.md
 * under their own names. An item without `_campaign` is news, not a campaign.
 */
export const jsonfeed: Adapter = {
  name: 'jsonfeed',
  adapt(answer, {url}) {
    const items = listAt(answer, 'items');
    const campaigns = items.filter((item) => isObject(at(item, '_campaign')));
    if (!Array.isArray(at(answer, 'items')) || (items.length && !campaigns.length)) {
      throw noFeed(
        url,
        'is no JSON Feed of campaigns: "items" with a "_campaign" in each is expected.',
      );
    }
    const lang = textAt(answer, 'language');
    const author = either(listAt(answer, 'authors')[0], at(answer, 'author'));
    return feedOf(
      campaigns.map((item) => campaignOf(item, url, lang)),
      {
        title: textAt(answer, 'title'),
        publisher: {
          name: textAt(author, 'name'),
          url: linkOf(either(at(author, 'url'), at(answer, 'home_page_url')), url),
        },
        next: textAt(answer, 'next_url'),
      },
    );
  },
};

function campaignOf(item: unknown, url: string, lang: string | null): object {
  const own = at(item, '_campaign');
  const place = at(own, 'place');
  const goal = at(own, 'goal');
  const isOrders = at(goal, 'kind') === 'orders';
  const partners = listAt(own, 'partners');
  const named = (role: string) => partners.filter((partner) => at(partner, 'role') === role);
  const [owner] = named('owner');
  const author = either(at(own, 'owner'), owner, listAt(item, 'authors')[0]);
  const mentors = either(at(own, 'mentors'), named('mentor'));
  const call = at(own, 'call');
  return featureOf({
    ...(own as object),
    id: at(item, 'id'),
    title: at(item, 'title'),
    url: linkOf(either(at(item, 'url'), at(item, 'external_url')), url),
    tagline: either(at(own, 'tagline'), at(item, 'summary')),
    category: either(at(own, 'category'), listAt(item, 'tags')[0]),
    image: at(own, 'image') ?? {
      src: linkOf(either(at(item, 'image'), at(item, 'banner_image')), url),
    },
    currency: either(
      at(own, 'currency'),
      textAt(own, 'raised', 'currency'),
      textAt(goal, 'currency'),
    ),
    unit: either(at(own, 'unit'), isOrders ? 'orders' : null),
    goal: goalOf(
      isOrders ? amountOf(either(at(goal, 'count'), at(goal, 'orders'))) : moneyOf(goal),
    ),
    raised:
      isOrders && !isObject(at(own, 'raised')) ? at(own, 'raised') : moneyOf(at(own, 'raised')),
    backers: either(at(own, 'backers'), at(own, 'supporters')),
    startsAt: dateOf(either(at(own, 'startsAt'), at(own, 'start'))),
    endsAt: dateOf(either(at(own, 'endsAt'), at(own, 'deadline'))),
    place: {
      ...(isObject(place) ? place : null),
      code: either(at(place, 'code'), at(place, 'insee')),
      departement: either(at(place, 'departement'), at(place, 'dept')),
    },
    point: [at(place, 'lon'), at(place, 'lat')],
    owner: {
      name: textAt(author, 'name'),
      url: linkOf(at(author, 'url'), url),
      kind: at(author, 'kind'),
    },
    mentors: Array.isArray(mentors)
      ? mentors.map((mentor) => ({
          name: at(mentor, 'name'),
          url: linkOf(at(mentor, 'url'), url),
          logo: linkOf(at(mentor, 'logo'), url),
        }))
      : mentors,
    // One that applied and was not chosen is no laureate.
    call:
      at(call, 'laureate') === false
        ? null
        : {id: textAt(call, 'id'), edition: textAt(call, 'edition')},
    lang: either(at(item, 'language'), lang),
  });
}

function moneyOf(value: unknown): unknown {
  return isObject(value) ? fromMinor(at(value, 'minor'), at(value, 'currency')) : (value ?? null);
}
