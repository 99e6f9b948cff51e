import type {Feed} from '../campaign.js';
import {loadFeed, type LoadedFeed, type LoadOptions} from '../load.js';
import type {Folder} from './format.js';

/** A feed; when it is a published folder and no other is read with it, without campaigns yet. */
export interface SoleFeed {
  feed: LoadedFeed;
  folder: Folder | undefined;
}

/** How many campaigns figures are from, and out of how many. */
export interface Partly {
  read: number;
  of: number;
}

/** Null when all campaigns of what was asked are there. */
export function partlyOf({campaigns, unread = 0}: Feed): Partly | null {
  return unread ? {read: campaigns.length, of: campaigns.length + unread} : null;
}

/**
 * Reads a feed for whoever shows only some of its campaigns: of a published folder its manifest alone. Of
 * several feeds a folder is read as `loadFeed` does: the first campaigns of `territory`.
 *
 * @throws {FeedError} As `loadFeed`.
 */
export async function loadSole(url: string, options: LoadOptions): Promise<SoleFeed> {
  const headOnly = !/\S\s+\S/.test(url);
  const feed = await loadFeed(url, {...options, headOnly});
  return {feed, folder: headOnly ? feed.folders?.[0] : undefined};
}
