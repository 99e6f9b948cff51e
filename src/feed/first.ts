import type {Campaign, Feed} from './campaign.js';
import {loadFeed, type LoadOptions} from './load.js';
import {withinTerritory} from './places.js';

/**
 * The first campaign of a feed, or of a territory in it.
 *
 * @param territory - "commune:33063"; '' for the whole feed.
 * @returns `campaign` is undefined when there is none.
 * @throws {FeedError} As `loadFeed`.
 */
export async function firstCampaign(
  urls: string,
  territory: string,
  options: LoadOptions,
): Promise<{feed: Feed; campaign: Campaign | undefined}> {
  const feed = await loadFeed(urls, {...options, territory, first: 1});
  const [campaign] = await withinTerritory(feed.campaigns, territory);
  return {feed, campaign};
}
