import {withinTerritory} from '../feed/places.js';
import {loadSole} from '../feed/published/sole.js';
import type {FileOptions} from '../feed/published/files.js';
import type {ReadSoFar} from './project-list-count.js';
import type {ListLoaded, ListWish} from './project-list-published.js';
import {offer} from './project-list-view.js';

/**
 * Reads what a list shows: all of its territory, or of a published folder as much as its cards need.
 *
 * @throws {FeedError} As `loadFeed`.
 */
export async function loadListed(
  url: string,
  wanted: ListWish,
  options: FileOptions & {format?: string},
): Promise<ListLoaded> {
  const {asked} = wanted;
  const {territory} = asked;
  const {feed, folder} = await loadSole(url, {...options, territory});
  if (!folder) {
    const all = await withinTerritory(feed.campaigns, territory);
    return {feed, all, campaigns: offer(all, asked, false), reading: null};
  }
  const {readListed} = await import('./project-list-published.js');
  return readListed(feed, folder, wanted, options);
}

/** How far a list was read; null when all is there. */
export function readSoFar(value: ListLoaded | undefined): ReadSoFar | null {
  const {feed, all, reading} = value ?? {};
  if (reading) return reading.soFar;
  const read = all?.length ?? 0;
  return feed?.unread ? {read, of: read + feed.unread, over: false, total: null} : null;
}
