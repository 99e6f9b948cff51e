import {FeedError} from './errors.js';
import type {LoadedCampaign, LoadedFeed, LoadOptions} from './load.js';

/**
 * Looks for a campaign that the feed itself does not hold: in the published folders among what was read.
 *
 * @throws {FeedError} `not-found`: none holds it, or one that cannot be shown. A folder's own failure,
 *   when no other has the campaign.
 */
export async function seekCampaign(
  feed: LoadedFeed,
  id: string,
  options: LoadOptions,
): Promise<LoadedCampaign> {
  const {folders = [], ...head} = feed;
  let failure: unknown;
  for (const folder of folders) {
    const {readById} = await import('./published/campaigns.js');
    try {
      const {campaigns, problems} = await readById(folder, id, options);
      const [campaign] = campaigns;
      const whole = {...head, campaigns, problems: [...feed.problems, ...problems]};
      if (campaign) return {campaign, feed: whole};
    } catch (error) {
      options.signal?.throwIfAborted();
      failure ??= error;
    }
  }
  if (failure && folders.length === feed.urls.length) throw failure;
  throw missingCampaign(feed, id);
}

/** Why a feed does not give a campaign: it holds none of that id, or one that cannot be shown. */
function missingCampaign(feed: LoadedFeed, id: string): FeedError {
  const urls = feed.urls.join(' ');
  const leftOut = feed.problems.find((problem) => problem.kind === 'campaign' && problem.id === id);
  return new FeedError(
    'not-found',
    leftOut
      ? `${urls} holds "${id}", but it cannot be shown: ${leftOut.path}: ${leftOut.reason}.`
      : `${urls} holds no campaign "${id}": check its id.`,
    {url: feed.urls[0]},
  );
}
