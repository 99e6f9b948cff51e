import type {Problem} from './campaign.js';
import {isForeign} from './foreign/own.js';
import {readFeed, type ReadFeed} from './read.js';

/**
 * Reads a feed in which something is not right. One whose features have another's names is read as such
 * when its title and link can be told from them; else as the feed that it should be, with what is wrong.
 *
 * @throws {FeedError} As `readFeed`.
 */
export async function readFeedSlow(json: unknown, url: string): Promise<ReadFeed> {
  if (!isForeign(json)) return readFeed(json, url);
  const {geojson} = await import('./adapters/geojson.js');
  try {
    return readFeed(geojson.adapt(json, {url}), url);
  } catch (error) {
    const {name, message: reason} = error as Error;
    // Another copy of the library may have thrown it: its class is not ours.
    if (name !== 'FeedError') throw error;
    const read = readFeed(json, url);
    const problem: Problem = {kind: 'feed', index: null, id: null, path: 'features', reason};
    return {...read, feed: {...read.feed, problems: [problem, ...read.feed.problems]}};
  }
}
