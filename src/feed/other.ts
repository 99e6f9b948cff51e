import {isManifest, readManifest} from './published/manifest.js';
import {readFeedFast, type ReadFeed} from './read-fast.js';

/**
 * Reads what is no feed by its shape: a published folder's manifest, or another platform's answer.
 *
 * @throws {FeedError} `not-a-feed` or `version`.
 */
export async function readOther(json: unknown, format: string, url: string): Promise<ReadFeed> {
  const isOurs = /^(relais|geojson)?$/.test(format);
  if (isOurs && isManifest(json)) return readManifest(json, url);
  const {adapt} = await import('./adapters/index.js');
  return readFeedFast(await adapt(json, format, {url}), url);
}
