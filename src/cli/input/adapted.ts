import {adapt} from '../../feed/adapters/index.js';
import {isForeign} from '../../feed/foreign/own.js';
import type {Page} from './batch.js';

/**
 * A campaign feed on the wire out of an answer that is none.
 *
 * @param answer - Parsed JSON; for a table, its text.
 * @throws {FeedError} `not-a-feed`.
 */
export async function adapted(
  answer: unknown,
  format: string,
  {url, name}: Page,
): Promise<Record<string, unknown>> {
  return (await adapt(answer, format, {url: url || name})) as Record<string, unknown>;
}

/** The adapter for some features of a FeatureCollection; '' when they are campaigns as FEED.md has them. */
export function formatOf(some: object, format: string): string {
  if (format && format !== 'geojson') return format === 'relais' ? '' : format;
  return isForeign(some) ? 'geojson' : '';
}
