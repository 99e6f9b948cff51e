import * as z from 'zod/mini';

/**
 * The campaign feed as it is written (FEED.md): the only truth for its shapes, from which the JSON
 * Schema is generated. Reading is more forgiving (`read.ts`): it drops what does not pass here.
 */

/** Above this an amount is a slip, or an attack. */
const MOST_MONEY = 1e12;
/** More people than there are. */
const MOST_PEOPLE = 1e10;

const maybe = <T extends z.core.$ZodType>(schema: T) => z.optional(z.nullable(schema));
const text = z.string().check(z.minLength(1));
const link = z.url({protocol: /^https?$/i});
const quantity = z.number().check(z.minimum(0), z.maximum(MOST_MONEY));
const people = z.int().check(z.minimum(0), z.maximum(MOST_PEOPLE));
const pixels = z.number().check(z.minimum(1), z.maximum(100_000));
const identifier = z.union([text, z.int()]);
const currency = z.string().check(z.regex(/^[A-Za-z]{3}$/));

/** A day, or an instant with its offset (ISO 8601, RFC 3339). */
export const moment = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d))?$/));

const body = z.object({name: text, url: maybe(link), logo: maybe(link)});

const place = z.object({
  name: maybe(text),
  code: maybe(z.string().check(z.regex(/^(\d\d|2[AB])\d{3}$/))),
  postcode: maybe(z.string().check(z.regex(/^[\dA-Z][\dA-Z -]{1,9}$/i))),
  epci: maybe(z.string().check(z.regex(/^\d{9}$/))),
  departement: maybe(z.string().check(z.regex(/^(\d\d|2[AB]|9[78]\d)$/))),
  region: maybe(z.string().check(z.regex(/^\d{2,3}$/))),
  country: maybe(z.string().check(z.regex(/^[A-Z]{2}$/))),
});

/** The properties of one campaign. */
export const campaignProperties = z.object({
  id: maybe(identifier),
  title: text,
  url: link,
  tagline: maybe(text),
  category: maybe(text),
  image: maybe(
    z.object({src: link, alt: maybe(z.string()), width: maybe(pixels), height: maybe(pixels)}),
  ),
  status: maybe(z.enum(['upcoming', 'live', 'succeeded', 'failed', 'cancelled'])),
  currency: maybe(currency),
  goal: maybe(quantity),
  raised: maybe(quantity),
  unit: maybe(z.enum(['money', 'orders'])),
  threshold: maybe(z.number().check(z.gt(0), z.maximum(1))),
  stretchGoals: maybe(z.array(quantity)),
  extendedFrom: maybe(moment),
  matching: maybe(
    z.object({
      by: text,
      rate: z.number().check(z.gt(0), z.maximum(100)),
      cap: maybe(quantity),
      given: maybe(quantity),
    }),
  ),
  backers: maybe(people),
  startsAt: maybe(moment),
  endsAt: maybe(moment),
  place: maybe(place),
  owner: maybe(
    z.object({
      name: text,
      url: maybe(link),
      kind: maybe(z.enum(['public', 'association', 'company', 'person'])),
    }),
  ),
  mentors: maybe(z.array(body)),
  call: maybe(z.object({id: identifier, edition: maybe(identifier)})),
  history: maybe(
    z.array(z.object({at: moment, raised: maybe(quantity), backers: maybe(people)})),
  ),
  news: maybe(z.array(z.object({at: maybe(moment), title: text, url: maybe(link)}))),
  lang: maybe(z.string().check(z.regex(/^[A-Za-z]{2,3}(-[A-Za-z\d]{1,8})*$/))),
});

/** One point: longitude, latitude, and an altitude that is ignored (RFC 7946 §3.1.1). */
export const point = z.object({
  type: z.literal('Point'),
  coordinates: z.array(z.number()).check(z.minLength(2), z.maxLength(3)),
});

/** One campaign of a feed: a GeoJSON Feature. */
export const campaignFeature = z.object({
  type: z.literal('Feature'),
  id: maybe(identifier),
  geometry: z.nullable(point),
  properties: campaignProperties,
});

/** One call for projects. */
export const callForProjects = z.object({
  id: identifier,
  title: text,
  organiser: maybe(body),
  url: maybe(link),
  applyUrl: maybe(link),
  budget: maybe(z.object({available: maybe(quantity), committed: maybe(quantity)})),
  currency: maybe(currency),
  editions: maybe(
    z.array(
      z.object({
        id: identifier,
        title: maybe(text),
        opensAt: maybe(moment),
        closesAt: maybe(moment),
        campaignsFrom: maybe(moment),
        campaignsTo: maybe(moment),
      }),
    ),
  ),
});

/** What stands at the top of a feed, beside its campaigns and calls. */
export const feedHead = z.object({
  version: maybe(z.union([z.string(), z.number()])),
  title: maybe(text),
  publisher: maybe(z.object({name: text, url: maybe(link)})),
  licence: maybe(text),
  updatedAt: maybe(moment),
  timezone: maybe(text),
  next: maybe(text),
});

/** A whole feed. */
export const campaignFeed = z.extend(feedHead, {
  type: z.literal('FeatureCollection'),
  features: z.array(campaignFeature),
  calls: maybe(z.array(callForProjects)),
});

export type WireProperties = z.infer<typeof campaignProperties>;
export type WireCall = z.infer<typeof callForProjects>;
export type WireHead = z.infer<typeof feedHead>;
