// A campaign in valibot, with the rules of src/feed/schema.ts.
import * as v from 'valibot';

import * as rules from './rules.mjs';

const text = v.pipe(v.string(), v.regex(rules.TEXT));
const link = v.pipe(v.string(), v.regex(rules.LINK), v.check(rules.isAddress));
const moment = v.pipe(v.string(), v.check(rules.isMoment));
const amount = v.pipe(v.number(), v.minValue(0), v.maxValue(rules.MOST));
const above = v.pipe(v.number(), v.gtValue(0), v.maxValue(rules.MOST));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(rules.MOST));
const maybe = (schema) => v.nullish(schema);
const like = (form) => maybe(v.pipe(v.string(), v.regex(form)));
const body = v.object({name: text, url: maybe(link), logo: maybe(link)});

const campaign = v.object({
  type: v.literal('Feature'),
  id: text,
  geometry: maybe(
    v.object({
      type: v.literal('Point'),
      coordinates: v.pipe(v.array(v.number()), v.check(rules.isPosition)),
    }),
  ),
  properties: v.object({
    title: text,
    url: link,
    tagline: maybe(text),
    category: maybe(text),
    image: maybe(
      v.object({
        src: link,
        alt: maybe(v.string()),
        width: maybe(whole),
        height: maybe(whole),
      }),
    ),
    status: maybe(v.picklist(rules.STATUSES)),
    currency: like(rules.CURRENCY),
    goal: maybe(above),
    raised: maybe(amount),
    unit: maybe(v.picklist(rules.UNITS)),
    threshold: maybe(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))),
    stretchGoals: maybe(v.array(above)),
    extendedFrom: maybe(moment),
    matching: maybe(v.object({by: text, rate: above, cap: maybe(amount), given: maybe(amount)})),
    backers: maybe(whole),
    startsAt: maybe(moment),
    endsAt: maybe(moment),
    place: maybe(
      v.object({
        name: maybe(text),
        code: like(rules.COMMUNE),
        postcode: like(rules.POSTCODE),
        epci: like(rules.EPCI),
        departement: like(rules.DEPARTEMENT),
        region: like(rules.REGION),
        country: like(rules.COUNTRY),
      }),
    ),
    owner: maybe(v.object({name: text, url: maybe(link), kind: maybe(v.picklist(rules.KINDS))})),
    mentors: maybe(v.array(body)),
    call: maybe(v.object({id: text, edition: maybe(text)})),
    history: maybe(v.array(v.object({at: moment, raised: maybe(amount), backers: maybe(whole)}))),
    news: maybe(v.array(v.object({at: maybe(moment), title: text, url: maybe(link)}))),
    lang: like(rules.LANGUAGE),
  }),
});

/** How many campaigns are right. */
export default function validate(features) {
  return features.filter((feature) => v.safeParse(campaign, feature).success).length;
}
