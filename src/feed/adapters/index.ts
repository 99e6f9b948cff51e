import {FeedError} from '../errors.js';

/** What an adapter is told beside the answer. */
export interface AdapterContext {
  /** Where the answer came from: relative links count from there. */
  url: string;
}

/** Makes a campaign feed out of a platform's own answer. One file per platform; it touches nothing else. */
export interface Adapter {
  /** What `format` calls it. */
  name: string;
  /** Whether an answer is this platform's, by its shape alone. */
  recognises: (json: unknown) => boolean;
  /** The same as a campaign feed on the wire (`schema.ts`). */
  adapt: (json: unknown, context: AdapterContext) => unknown;
}

/** The platforms that are understood, in the order in which they are tried. */
export const adapters: readonly Adapter[] = [];

/**
 * A campaign feed out of an answer that is none.
 *
 * @param format - Name of the adapter to take; '' lets the shape decide.
 * @throws {FeedError} `not-a-feed` when there is no adapter of that name, or none knows the shape.
 */
export function adapt(json: unknown, format: string, context: AdapterContext): unknown {
  const adapter = format
    ? adapters.find(({name}) => name === format)
    : adapters.find(({recognises}) => recognises(json));
  if (adapter) return adapter.adapt(json, context);
  const known = ['relais', 'geojson', ...adapters.map(({name}) => name)].join(', ');
  throw new FeedError(
    'not-a-feed',
    format
      ? `There is no format "${format}": use one of ${known}, or none.`
      : `${context.url} is JSON, but no campaign feed: a GeoJSON FeatureCollection is expected (FEED.md), or the answer of a platform with an adapter.`,
    {url: context.url},
  );
}
