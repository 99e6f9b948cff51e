import type {Campaign, Feed} from './campaign.js';
import {PARIS, zoneAhead} from './civil.js';
import {fits} from './fit.js';
import {callOf, campaignOf, headOf} from './from-wire.js';
import type {WireCall, WireFeature, WireHead} from './schema.js';
import {shapes} from './shapes.js';
import type {Ground} from './tidy.js';

/** What is read out of one answer. */
export interface ReadFeed {
  feed: Feed;
  /** Address of the next page; null on the last. */
  next: string | null;
}

/**
 * Reads a feed as `readFeed` does, and loads that and the schema only for one that is not quite right:
 * most are, and a card is on its page the sooner for it.
 *
 * @throws {FeedError} As `readFeed`.
 */
export async function readFeedFast(json: unknown, url: string): Promise<ReadFeed> {
  try {
    return readRightFeed(json, url);
  } catch {
    const {readFeedSlow} = await import('./read-slow.js');
    return readFeedSlow(json, url);
  }
}

/** Thrown in passing: whatever is not right is for `readFeed`, which knows what to say of it. */
function giveUp(): never {
  throw new Error('not right');
}

/** A feed in which nothing is to be said, with every moment's offset written. @throws At the first that is. */
function readRightFeed(json: unknown, url: string): ReadFeed {
  const {type, features, calls, ...rest} = json as Record<string, unknown>;
  if (type !== 'FeatureCollection') giveUp();
  const ground: Ground = {url, offsetAt: giveUp};
  const head = checked('feedHead', rest) as WireHead;
  zoneAhead(0, head.timezone ?? PARIS);
  const {title, publisher, licence, updatedAt, next} = headOf(head, ground, giveUp);
  const campaigns = distinct(features as unknown[], (feature): Campaign => {
    const campaign = campaignOf(checked('campaignFeature', feature) as WireFeature, ground, giveUp);
    return campaign.url ? campaign : giveUp();
  });
  return {
    feed: {
      urls: [url],
      title,
      publisher,
      licence,
      updatedAt,
      campaigns,
      calls: distinct((calls ?? []) as unknown[], (call, index) =>
        callOf(checked('callForProjects', call) as WireCall, index, ground, giveUp),
      ),
      problems: [],
    },
    next,
  };
}

function checked(piece: keyof typeof shapes, given: unknown): unknown {
  return fits(shapes[piece], given) ? given : giveUp();
}

/** Every item as `make` makes it, no two with the same id. */
function distinct<T extends {id: string}>(
  list: unknown[],
  make: (item: unknown, index: number) => T,
): T[] {
  const made = list.map(make);
  return new Set(made.map(({id}) => id)).size === made.length ? made : giveUp();
}
