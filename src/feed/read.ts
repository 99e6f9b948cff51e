import * as z from 'zod/mini';

import {blankCampaign, type Campaign, type Feed, type Problem} from './campaign.js';
import {PARIS} from './civil.js';
import {cleanLink, cleanText} from './clean.js';
import {FeedError} from './errors.js';
import {instantOf, zoneOr} from './moment.js';
import {pathText, prune, type Pruned} from './prune.js';
import {readCall} from './read-call.js';
import {campaignProperties, feedHead, point, type WireProperties} from './schema.js';

/** The format's major version that this library reads. */
const VERSION = 1;

const TITLE = 300;
const LINE = 200;
const PARAGRAPH = 1000;

/** What is read out of one answer. */
export interface ReadFeed {
  feed: Feed;
  /** Address of the next page; null on the last. */
  next: string | null;
}

/**
 * A feed out of parsed JSON. Nothing is lost because one campaign is wrong: what does not pass is left
 * out and reported in `problems`, the smallest part that can go.
 *
 * @param json - Not changed.
 * @param url - Where it came from: for messages, and for relative `next`.
 * @throws {FeedError} `not-a-feed` when it is no FeatureCollection; `version` when it is of a later
 *   major version.
 */
export function readFeed(json: unknown, url: string): ReadFeed {
  const source = asFeed(json, url);
  const head = prune(feedHead, pickHead(source));
  const problems: Problem[] = head.pruned.map((entry) => problem('feed', null, null, entry));
  const {version, title, publisher, licence, updatedAt, timezone, next} = head.value ?? {};
  if (Number.parseInt(String(version ?? VERSION), 10) > VERSION) {
    throw new FeedError(
      'version',
      `${url} is a campaign feed of version ${String(version)}, and this library reads version ${VERSION}: use a later relais-widgets.`,
      {url},
    );
  }
  const zone = zoneOr(timezone, PARIS);
  const report = (entry: Problem) => problems.push(entry);
  const campaigns = readCampaigns(source.features, zone, report);
  const calls = (Array.isArray(source['calls']) ? source['calls'] : []).flatMap((call, index) => {
    const read = readCall(call, zone);
    for (const {path, reason} of read.pruned) {
      report(problem('feed', null, null, {path: ['calls', index, ...path], reason}));
    }
    return read.call ?? [];
  });
  return {
    feed: {
      urls: [url],
      title: title ? cleanText(title, TITLE) : null,
      publisher: publisher
        ? {name: cleanText(publisher.name, LINE), url: cleanLink(publisher.url)}
        : null,
      licence: licence ? cleanText(licence, LINE) : null,
      updatedAt: updatedAt ? instantOf(updatedAt, zone) : null,
      campaigns,
      calls,
      problems,
    },
    next: next ? cleanLink(next, url) : null,
  };
}

type Source = Record<string, unknown> & {features: unknown[]};

function asFeed(json: unknown, url: string): Source {
  const source = json as Record<string, unknown> | null;
  if (
    source === null ||
    typeof source !== 'object' ||
    source['type'] !== 'FeatureCollection' ||
    !Array.isArray(source['features'])
  ) {
    throw new FeedError(
      'not-a-feed',
      `${url} is JSON, but no campaign feed: a GeoJSON FeatureCollection with "features" is expected (FEED.md).`,
      {url},
    );
  }
  return source as Source;
}

/** The head alone: features may be many, and are read one by one. */
function pickHead(source: Source): Record<string, unknown> {
  const {features: _features, calls: _calls, ...head} = source;
  return head;
}

function readCampaigns(
  features: readonly unknown[],
  zone: string,
  report: (entry: Problem) => void,
): Campaign[] {
  const campaigns = new Map<string, Campaign>();
  features.forEach((feature, index) => {
    const id = idOf(feature);
    const tell = (kind: Problem['kind'], path: (string | number)[], reason: string) =>
      report(problem(kind, index, id, {path, reason}));
    if (id === null) {
      tell('campaign', ['id'], 'missing: a campaign needs an identifier, a text or a whole number');
      return;
    }
    if (campaigns.has(id)) {
      tell('campaign', ['id'], `"${id}" stands in the feed before: the first one is kept`);
      return;
    }
    const campaign = readCampaign(feature as Record<string, unknown>, id, zone, tell);
    if (campaign) campaigns.set(id, campaign);
  });
  return [...campaigns.values()];
}

type Tell = (kind: Problem['kind'], path: (string | number)[], reason: string) => void;

function readCampaign(
  feature: Record<string, unknown>,
  id: string,
  zone: string,
  tell: Tell,
): Campaign | null {
  const {value, pruned} = prune(campaignProperties, feature['properties']);
  const title = value ? cleanText(value.title, TITLE) : '';
  const link = value ? cleanLink(value.url) : null;
  for (const {path, reason} of pruned) {
    tell(value ? 'field' : 'campaign', ['properties', ...path], reason);
  }
  if (!value) return null;
  if (!title || !link) {
    tell('campaign', ['properties', title ? 'url' : 'title'], 'holds nothing that can be shown');
    return null;
  }
  const day = (name: string, text: string | null | undefined, edge: 'start' | 'end' = 'start') => {
    if (!text) return null;
    const instant = instantOf(text, zone, edge);
    if (!instant) tell('field', ['properties', name], `"${text}" is no day of the calendar`);
    return instant;
  };
  const coordinates = readPoint(feature['geometry'], value, tell);
  return {
    ...blankCampaign,
    ...readFigures(value),
    ...readPeople(value),
    id,
    title,
    url: link,
    tagline: orNull(value.tagline, PARAGRAPH),
    category: orNull(value.category, LINE),
    image: readImage(value),
    status: value.status ?? null,
    extendedFrom: day('extendedFrom', value.extendedFrom, 'end'),
    startsAt: day('startsAt', value.startsAt),
    endsAt: day('endsAt', value.endsAt, 'end'),
    coordinates,
    history: (value.history ?? [])
      .flatMap(({at, raised, backers}) => {
        const instant = day('history', at);
        return instant ? {at: instant, raised: raised ?? null, backers: backers ?? null} : [];
      })
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at)),
    news: (value.news ?? [])
      .map(({at, title: said, url}) => ({
        at: day('news', at),
        title: cleanText(said, TITLE),
        url: cleanLink(url),
      }))
      .sort((one, other) => Date.parse(other.at ?? '') - Date.parse(one.at ?? '') || 0),
    lang: value.lang ?? null,
  };
}

function readFigures(value: WireProperties) {
  const {goal, matching} = value;
  return {
    currency: value.currency?.toUpperCase() ?? 'EUR',
    unit: value.unit ?? 'money',
    // A goal of nothing is no goal.
    goal: goal || null,
    raised: value.raised ?? null,
    threshold: value.threshold ?? 1,
    stretchGoals: [...new Set(value.stretchGoals ?? [])]
      .filter((stretch) => stretch > (goal ?? 0))
      .sort((one, other) => one - other),
    matching: matching
      ? {
          by: cleanText(matching.by, LINE),
          rate: matching.rate,
          cap: matching.cap ?? null,
          given: matching.given ?? null,
        }
      : null,
    backers: value.backers ?? null,
  };
}

function readPeople({place, owner, mentors, call}: WireProperties) {
  return {
    place: place
      ? {
          name: orNull(place.name, LINE),
          code: place.code ?? null,
          postcode: place.postcode ?? null,
          epci: place.epci ?? null,
          departement: place.departement ?? null,
          region: place.region ?? null,
          country: place.country ?? 'FR',
        }
      : null,
    owner: owner
      ? {name: cleanText(owner.name, LINE), url: cleanLink(owner.url), kind: owner.kind ?? null}
      : null,
    mentors: (mentors ?? []).map(({name, url, logo}) => ({
      name: cleanText(name, LINE),
      url: cleanLink(url),
      logo: cleanLink(logo),
    })),
    call: call
      ? {id: String(call.id), edition: call.edition == null ? null : String(call.edition)}
      : null,
  };
}

function readImage({image}: WireProperties): Campaign['image'] {
  const src = cleanLink(image?.src);
  if (!image || !src) return null;
  return {
    src,
    alt: image.alt ? cleanText(image.alt, TITLE) : null,
    width: image.width ?? null,
    height: image.height ?? null,
  };
}

/** Metropolitan France, with a margin: where a pair that is swapped would have been meant. */
const FRANCE = {west: -6, east: 10, south: 41, north: 52};

function readPoint(
  geometry: unknown,
  {place}: WireProperties,
  tell: Tell,
): Campaign['coordinates'] {
  if (geometry === null || geometry === undefined) return null;
  const [longitude, latitude] = z.safeParse(point, geometry).data?.coordinates ?? [];
  if (longitude === undefined || latitude === undefined) {
    tell('field', ['geometry'], 'no Point with two numbers: longitude, then latitude');
    return null;
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    tell('field', ['geometry', 'coordinates'], `[${longitude}, ${latitude}] is nowhere on Earth`);
    return null;
  }
  const inFrance = (east: number, north: number) =>
    east > FRANCE.west && east < FRANCE.east && north > FRANCE.south && north < FRANCE.north;
  const abroad = place?.country && place.country !== 'FR';
  if (!abroad && !inFrance(longitude, latitude) && inFrance(latitude, longitude)) {
    tell('field', ['geometry', 'coordinates'], `[${longitude}, ${latitude}] looks swapped: longitude comes first`);
    return null;
  }
  return [longitude, latitude];
}

function idOf(feature: unknown): string | null {
  if (feature === null || typeof feature !== 'object') return null;
  const {id, properties} = feature as {id?: unknown; properties?: {id?: unknown} | null};
  const said = id ?? properties?.id;
  if (typeof said === 'number' && Number.isSafeInteger(said)) return String(said);
  return typeof said === 'string' && said.trim() ? cleanText(said, LINE) : null;
}

function orNull(text: string | null | undefined, most: number): string | null {
  return (text && cleanText(text, most)) || null;
}

function problem(
  kind: Problem['kind'],
  index: number | null,
  id: string | null,
  {path, reason}: Pruned,
): Problem {
  return {kind, index, id, path: pathText(path), reason};
}
