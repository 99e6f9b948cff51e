import * as z from 'zod/mini';

import {isMoment} from './moment.js';
import {POINT, faultOfPosition} from './position.js';

/**
 * The campaign feed as it is written (FEED.md): the only truth for its shapes, from which the JSON
 * Schema is generated. Reading is more forgiving (`read.ts`): it drops what does not pass here. What
 * is not named here is ignored: a feed may carry more than this version knows.
 *
 * Each message says what to write instead: reports show it as it stands.
 */

/** Above this an amount is a slip, or an attack. */
const MOST = 1e12;

const UNKNOWN = ', or leave it out when it is unknown';
const TEXT = 'write text, in quotes';
const AMOUNT = `write a number from 0 to 1e12, without quotes or currency sign${UNKNOWN}`;
const ABOVE_ZERO = `write a number above 0, without quotes or currency sign${UNKNOWN}`;
const SHARE = 'write a share above 0 and at most 1 (0.6 is 60 %)';
const LINK = 'write an http(s) address, or one that begins with /, ./ or ../';
const DATE = 'write a date that exists, as 2026-11-30 or 2026-11-30T18:00:00+01:00';
const CODE = 'write the official code in quotes, with its leading zero';
const LIST = 'write a list, […]';
const OBJECT = 'write an object, {…}, with what FEED.md says that it needs';

/** A check that says what to do when it fails; '' passes. */
const must =
  <T>(faultOf: (value: T) => string) =>
  ({value, issues}: {value: T; issues: z.core.$ZodRawIssue[]}) => {
    const message = faultOf(value);
    if (message) issues.push({code: 'custom', input: value, message});
  };

const maybe = <T extends z.core.$ZodType>(schema: T) => z.optional(z.nullable(schema));
const object = <T extends z.core.$ZodShape>(shape: T) => z.object(shape, OBJECT);
/** `prune.ts` leaves a hole where it takes an element out. */
const list = <T extends z.core.$ZodType>(item: T) => z.array(z.optional(item), LIST);
const inForm = (form: RegExp, message: string) => z.string(message).check(z.regex(form, message));
const code = (form: RegExp) => maybe(inForm(form, CODE));
const oneOf = <const T extends string[]>(...values: T) =>
  z.enum(values, `write ${values.join(' or ')}`);

const text = inForm(/[^\s\p{C}]/u, TEXT);

/** Text that may take several lines. */
export const paragraph = inForm(/[^\s\p{C}]/u, TEXT);

/** A link to what the feed itself is made of: read as text, and checked when it is followed. */
export const address = inForm(/[^\s\p{C}]/u, TEXT);

/** What a picture shows; nothing when it only decorates. */
export const alternative = z.string(TEXT);

/** A language (BCP 47). */
export const language = inForm(
  /^\s*[A-Za-z]{2,3}(-[A-Za-z\d]{1,8})*\s*$/,
  'write a language, as fr or fr-CA',
);

const amount = z.number(AMOUNT).check(z.gte(0, AMOUNT), z.lte(MOST, AMOUNT));
const aboveZero = z.number(ABOVE_ZERO).check(z.gt(0, ABOVE_ZERO), z.lte(MOST, ABOVE_ZERO));

/** People, pixels. */
export const whole = amount.check(
  must((value: number) => (Number.isInteger(value) ? '' : `write a whole number${UNKNOWN}`)),
);

/** An http(s) address; a relative one counts from the feed's own and shows that it is one. */
export const link = inForm(/^\s*([Hh][Tt][Tt][Pp][Ss]?:\/\/|\.{0,2}\/)/, LINK).check(
  // Whether it parses does not depend on the base, which is known when it is read.
  must((value: string) => (URL.canParse(value, 'https://a.example') ? '' : LINK)),
);

/** A day, or an instant (ISO 8601, RFC 3339). */
export const moment = z.string(DATE).check(must((value: string) => (isMoment(value) ? '' : DATE)));

/** A moment that ends something: a day alone lasts until its last second. */
export const end = z.string(DATE).check(must((value: string) => (isMoment(value) ? '' : DATE)));

const optional = {
  text: maybe(text),
  amount: maybe(amount),
  whole: maybe(whole),
  link: maybe(link),
  moment: maybe(moment),
  end: maybe(end),
  currency: code(/^\s*[A-Za-z]{3}\s*$/),
};

const body = object({name: text, url: optional.link, logo: optional.link});

/** The properties of one campaign. */
export const campaignProperties = object({
  title: text,
  url: link,
  tagline: maybe(paragraph),
  category: optional.text,
  image: maybe(
    object({
      src: link,
      alt: maybe(alternative),
      width: optional.whole,
      height: optional.whole,
    }),
  ),
  status: maybe(oneOf('upcoming', 'live', 'succeeded', 'failed', 'cancelled')),
  currency: optional.currency,
  goal: maybe(aboveZero),
  raised: optional.amount,
  unit: maybe(oneOf('money', 'orders')),
  threshold: maybe(z.number(SHARE).check(z.gt(0, SHARE), z.lte(1, SHARE))),
  stretchGoals: maybe(list(aboveZero)),
  extendedFrom: optional.end,
  matching: maybe(
    object({by: text, rate: aboveZero, cap: optional.amount, given: optional.amount}),
  ),
  backers: optional.whole,
  startsAt: optional.moment,
  endsAt: optional.end,
  place: maybe(
    object({
      name: optional.text,
      code: code(/^\s*(\d\d|2[ABab])\d{3}\s*$/),
      postcode: code(/^\s*[A-Za-z\d][A-Za-z\d -]{1,10}\s*$/),
      epci: code(/^\s*\d{9}\s*$/),
      departement: code(/^\s*(\d\d|2[ABab]|9[78]\d)\s*$/),
      region: code(/^\s*(\d\d|9[78]\d)\s*$/),
      country: code(/^\s*[A-Za-z]{2}\s*$/),
    }),
  ),
  owner: maybe(
    object({
      name: text,
      url: optional.link,
      kind: maybe(oneOf('public', 'association', 'company', 'person')),
    }),
  ),
  mentors: maybe(list(body)),
  call: maybe(object({id: text, edition: optional.text})),
  history: maybe(list(object({at: moment, raised: optional.amount, backers: optional.whole}))),
  news: maybe(list(object({at: optional.moment, title: text, url: optional.link}))),
  lang: maybe(language),
});

/** Longitude, latitude, and an altitude that is ignored (RFC 7946 §3.1.1). */
export const position = z.array(z.number(POINT), POINT).check(must(faultOfPosition));

/** One campaign of a feed: a GeoJSON Feature. */
export const campaignFeature = object({
  type: oneOf('Feature'),
  id: text,
  geometry: maybe(object({type: oneOf('Point'), coordinates: position})),
  properties: campaignProperties,
});

/** One call for projects. */
export const callForProjects = object({
  id: text,
  title: text,
  organiser: maybe(body),
  url: optional.link,
  applyUrl: optional.link,
  budget: maybe(object({available: optional.amount, committed: optional.amount})),
  currency: optional.currency,
  editions: maybe(
    list(
      object({
        id: text,
        title: optional.text,
        opensAt: optional.moment,
        closesAt: optional.end,
        campaignsFrom: optional.moment,
        campaignsTo: optional.end,
      }),
    ),
  ),
});

/** What stands at the top of a feed, beside its campaigns and calls. */
export const feedHead = object({
  version: inForm(/^\s*1(\.\d+)*\s*$/, 'write "1.0"'),
  title: optional.text,
  publisher: maybe(object({name: text, url: optional.link})),
  licence: optional.text,
  updatedAt: optional.moment,
  timezone: optional.text,
  next: maybe(address),
});

/** A whole feed. Made only where it is asked for: a page reads its parts one by one. */
export const campaignFeed = () =>
  object({
    type: oneOf('FeatureCollection'),
    ...feedHead.shape,
    calls: maybe(list(callForProjects)),
    features: list(campaignFeature),
  });

export type WireProperties = z.infer<typeof campaignProperties>;
export type WireFeature = z.infer<typeof campaignFeature>;
export type WireCall = z.infer<typeof callForProjects>;
export type WireHead = z.infer<typeof feedHead>;
