// A campaign in full zod, with the rules of src/feed/schema.ts.
import {z} from 'zod';

import * as rules from './rules.mjs';

const text = z.string().regex(rules.TEXT);
const link = z.string().regex(rules.LINK).refine(rules.isAddress);
const moment = z.string().refine(rules.isMoment);
const amount = z.number().min(0).max(rules.MOST);
const above = z.number().gt(0).max(rules.MOST);
const whole = z.int().min(0).max(rules.MOST);
const like = (form) => z.string().regex(form).nullish();
const body = z.object({name: text, url: link.nullish(), logo: link.nullish()});

const campaign = z.object({
  type: z.literal('Feature'),
  id: text,
  geometry: z
    .object({type: z.literal('Point'), coordinates: z.array(z.number()).refine(rules.isPosition)})
    .nullish(),
  properties: z.object({
    title: text,
    url: link,
    tagline: text.nullish(),
    category: text.nullish(),
    image: z
      .object({
        src: link,
        alt: z.string().nullish(),
        width: whole.nullish(),
        height: whole.nullish(),
      })
      .nullish(),
    status: z.enum(rules.STATUSES).nullish(),
    currency: like(rules.CURRENCY),
    goal: above.nullish(),
    raised: amount.nullish(),
    unit: z.enum(rules.UNITS).nullish(),
    threshold: z.number().gt(0).max(1).nullish(),
    stretchGoals: z.array(above).nullish(),
    extendedFrom: moment.nullish(),
    matching: z
      .object({by: text, rate: above, cap: amount.nullish(), given: amount.nullish()})
      .nullish(),
    backers: whole.nullish(),
    startsAt: moment.nullish(),
    endsAt: moment.nullish(),
    place: z
      .object({
        name: text.nullish(),
        code: like(rules.COMMUNE),
        postcode: like(rules.POSTCODE),
        epci: like(rules.EPCI),
        departement: like(rules.DEPARTEMENT),
        region: like(rules.REGION),
        country: like(rules.COUNTRY),
      })
      .nullish(),
    owner: z
      .object({name: text, url: link.nullish(), kind: z.enum(rules.KINDS).nullish()})
      .nullish(),
    mentors: z.array(body).nullish(),
    call: z.object({id: text, edition: text.nullish()}).nullish(),
    history: z
      .array(z.object({at: moment, raised: amount.nullish(), backers: whole.nullish()}))
      .nullish(),
    news: z.array(z.object({at: moment.nullish(), title: text, url: link.nullish()})).nullish(),
    lang: like(rules.LANGUAGE),
  }),
});

/** How many campaigns are right. */
export default function validate(features) {
  return features.filter((feature) => campaign.safeParse(feature).success).length;
}
