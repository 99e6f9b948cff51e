import {assembleFeed, type ReadFeed} from './assemble.js';
import {fit} from './fit.js';
import {shapes} from './shapes.js';

/** Thrown in passing, and caught below: something does not fit. */
const MISFIT = Symbol('misfit');

/**
 * Reads a feed as `readFeed` does, and loads the schema only for one that is not right: most are, and
 * a card is on its page the sooner for it.
 *
 * @throws {FeedError} As `readFeed`.
 */
export async function readFeedFast(json: unknown, url: string): Promise<ReadFeed> {
  try {
    return assembleFeed(json, url, (piece, given) => {
      const value = fit(shapes[piece], given);
      if (value === undefined) throw MISFIT;
      return {value, pruned: []};
    });
  } catch (error) {
    if (error !== MISFIT) throw error;
    const {readFeed} = await import('./read.js');
    return readFeed(json, url);
  }
}
