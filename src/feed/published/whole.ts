import type {LoadedFeed, LoadOptions} from '../load.js';
import {MOST_READ, openTerritory} from './section.js';

/**
 * The campaigns of a published folder as those of a feed, for whoever asks for all of them: the first of
 * its order, those that end soonest before all others. Those of `territory` alone where that is asked.
 * When there are more than ``MOST_READ` of them and no `first` is asked, a problem says how many were not read.
 *
 * @throws {FeedError} A file could not be read.
 */
export async function readFolder(feed: LoadedFeed, options: LoadOptions): Promise<LoadedFeed> {
  const [folder] = feed.folders ?? [];
  const section = folder && (await openTerritory(folder, options.territory ?? '', options));
  if (!section) return feed;
  const most = options.first ?? MOST_READ;
  const campaigns = await section.read(0, most, options);
  const unread = options.first ? 0 : Math.max(0, section.count - most);
  const problems = [...feed.problems, ...section.problems];
  if (unread > 0) {
    const reason = `${unread} of ${section.count} campaigns are not read: ask for a territory, or for campaigns by their id`;
    problems.push({kind: 'feed', index: null, id: null, path: 'campaigns', reason});
  }
  return {...feed, campaigns, problems, unread};
}
