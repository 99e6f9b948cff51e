import type {Feed} from './campaign.js';
import {FeedError} from './errors.js';

/** Why a feed does not give a campaign: it holds none of that id, or one that cannot be shown. */
export function missingCampaign(feed: Feed, id: string): FeedError {
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
