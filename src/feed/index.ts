/** WHAT: the campaign feed, without a DOM. */
export type {
  Body,
  Call,
  Campaign,
  Edition,
  Feed,
  Matching,
  OwnerKind,
  Picture,
  Place,
  Problem,
  Status,
  Unit,
} from './campaign.js';
export {FeedError, type FeedErrorCode} from './errors.js';
export {
  forgetFeeds,
  loadCampaign,
  loadFeed,
  type LoadOptions,
  type LoadedCampaign,
} from './load.js';
export {withinTerritory} from './places.js';
export {relayedUrl} from './relay.js';
export {
  categoriesOf,
  editionOf,
  filterCampaigns,
  phaseOf,
  ratioOf,
  sortCampaigns,
  sortOrders,
  statusOf,
  totalsOf,
  type Bounds,
  type Filter,
  type Phase,
  type SortOrder,
  type Totals,
} from './select.js';
