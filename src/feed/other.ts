import type {Problem} from './campaign.js';
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
  const {adapt, understandingOf} = await import('./adapters/index.js');
  const made = await adapt(json, format, {url});
  const read = await readFeedFast(made, url);
  const {remarks = []} = understandingOf(made) ?? {};
  if (!remarks.length) return read;
  const problems = remarks.map(({field, reason}): Problem => ({
    kind: 'feed',
    index: null,
    id: null,
    path: field,
    reason,
  }));
  return {...read, feed: {...read.feed, problems: [...problems, ...read.feed.problems]}};
}
