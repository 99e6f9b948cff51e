import {assembleFeed, type Piece, type ReadFeed, type ReadOptions} from './assemble.js';
import {fit} from './fit.js';
import {prune} from './prune.js';
import * as schema from './schema.js';
import {shapes} from './shapes.js';

export type {ReadFeed, ReadOptions} from './assemble.js';

/**
 * A feed out of parsed JSON. Nothing is lost because one campaign is wrong: what does not pass is left
 * out and reported in `problems`, the smallest part that can go.
 *
 * @param json - Not changed.
 * @param url - Where it came from: for messages, and for the relative links in it.
 * @throws {FeedError} `not-a-feed` when it is no FeatureCollection; `version` when it is of a later
 *   major version.
 */
export function readFeed(json: unknown, url: string, options?: ReadOptions): ReadFeed {
  return assembleFeed(json, url, pruneOrPass, options);
}

/** The schema is slow to be right and quick to be wrong: what fits needs no more than that. */
function pruneOrPass(piece: Piece, given: unknown) {
  const value = fit(shapes[piece], given);
  return value === undefined ? prune(schema[piece], given) : {value, pruned: []};
}
