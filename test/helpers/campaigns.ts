import type {Call, Campaign, Feed} from '../../src/feed/campaign.js';

// Types alone come from the source: this file runs in browsers and, with types stripped, in Node.

/** A campaign as it has been read: title and link, everything else unknown, but what a test says. */
export function makeCampaign(fields: Partial<Campaign> = {}): Campaign {
  const id = fields.id ?? 'halle';
  return {
    id,
    title: 'Une halle pour le marché',
    url: `https://platform.example/projects/${encodeURIComponent(id)}`,
    tagline: null,
    category: null,
    image: null,
    status: null,
    currency: 'EUR',
    unit: 'money',
    goal: null,
    raised: null,
    threshold: 1,
    stretchGoals: [],
    extendedFrom: null,
    matching: null,
    backers: null,
    startsAt: null,
    endsAt: null,
    place: null,
    coordinates: null,
    owner: null,
    mentors: [],
    call: null,
    history: [],
    news: [],
    lang: null,
    ...fields,
  };
}

/** A call for projects as it has been read. */
export function makeCall(fields: Partial<Call> = {}): Call {
  return {
    id: 'places-vivantes',
    title: 'Places vivantes',
    organiser: null,
    url: null,
    applyUrl: null,
    budget: null,
    currency: 'EUR',
    editions: [],
    ...fields,
  };
}

/** A feed as it has been read. */
export function makeReadFeed(fields: Partial<Feed> = {}): Feed {
  return {
    urls: ['https://feeds.example/feed.json'],
    title: null,
    publisher: null,
    licence: null,
    updatedAt: null,
    campaigns: [],
    calls: [],
    problems: [],
    ...fields,
  };
}

/** A campaign on the wire. `properties` may hold anything: tests of bad feeds need it. */
export interface WireFeature {
  type: 'Feature';
  id: unknown;
  geometry: unknown;
  properties: Record<string, unknown>;
}

/**
 * A campaign on the wire, valid unless a test says otherwise.
 *
 * @param fields.coordinates - Longitude and latitude; without them the geometry is null.
 * @param fields.properties - Beside or instead of the default `title` and `url`; `undefined` leaves one out.
 */
export function makeFeature({
  id = 'halle',
  coordinates,
  properties = {},
}: {
  id?: unknown;
  coordinates?: readonly unknown[];
  properties?: Record<string, unknown>;
} = {}): WireFeature {
  return {
    type: 'Feature',
    id,
    geometry: coordinates ? {type: 'Point', coordinates} : null,
    properties: {
      title: 'Une halle pour le marché',
      url: `https://platform.example/projects/${encodeURIComponent(String(id))}`,
      ...properties,
    },
  };
}

/** A feed on the wire: a FeatureCollection. `top` adds or replaces what stands beside `features`. */
export function makeFeed(
  features: readonly unknown[] = [makeFeature()],
  top: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    type: 'FeatureCollection',
    version: '1.0',
    title: 'Les campagnes de la ville',
    publisher: {name: 'Plateforme', url: 'https://platform.example/'},
    updatedAt: '2026-11-20T09:00:00+01:00',
    features,
    ...top,
  };
}

/** A live campaign of Pau on the wire, a laureate of the edition `one` of the call `call`. */
export function campaignInPau(id: string, properties: Record<string, unknown> = {}): WireFeature {
  return makeFeature({
    id,
    coordinates: [-0.37, 43.3],
    properties: {
      title: `Projet ${id}`,
      status: 'live',
      goal: 100,
      raised: 50,
      place: {name: 'Pau', code: '64445', departement: '64', region: '75', country: 'FR'},
      call: {id: 'call', edition: 'one'},
      ...properties,
    },
  });
}

/** A territory drawn as a box, as a file of `boundaries` has it: [west, south, east, north]. */
export function boxOutline(
  properties: Record<string, unknown>,
  [west, south, east, north]: readonly [number, number, number, number],
) {
  return {
    type: 'Feature',
    properties,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
}
