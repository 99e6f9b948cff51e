import type {Campaign, Feed} from '../campaign.js';
import {inPeriod, type Period} from '../period.js';
import {sortCampaigns, totalsOf, type Totals} from '../select.js';
import type {FileOptions} from './files.js';
import type {Folder} from './format.js';
import {MOST_READ, openTerritory, type Section} from './section.js';
import {addTotals} from './totals.js';

/** What the campaigns of a territory come to in a period. */
export interface Summary {
  totals: Totals;
  /** Those that most people know, best first; fewer than there are. */
  best: Campaign[];
  /** Those that were read for it. */
  campaigns: Campaign[];
  /** Not all could be gone through: how many were, of how many. Null when the totals are exact. */
  partly: {read: number; of: number} | null;
  feed: Feed;
}

/** Campaigns that are read at once. */
const STEP = 100;

/**
 * Sums up a territory. All time and whole years are in the folder's totals. For another period campaigns
 * are gone through: those that have ended come latest first, so that what ended before the period
 * begins, and all after it, is none of it.
 *
 * @throws {FeedError} A file could not be read.
 */
export async function sumUp(
  feed: Feed,
  folder: Folder,
  {territory, period}: {territory: string; period: Period | null},
  options: FileOptions,
): Promise<Summary> {
  const section = await openTerritory(folder, territory, options);
  if (!section) return {feed, campaigns: [], totals: totalsOf([]), best: [], partly: null};
  const {best, first, problems} = section;
  const whole = () => ({...feed, problems: [...feed.problems, ...problems]});
  const isExact = section.count === first.length;
  if (!isExact) {
    const totals = period ? yearsIn(section, period) : section.totals;
    const known = best.filter((campaign) => inPeriod(campaign, period));
    const campaigns = first.filter((campaign) => inPeriod(campaign, period));
    if (totals) return {totals, best: known, campaigns, partly: null, feed: whole()};
  }
  const {read, isWhole, campaigns: gone} = await goThrough(section, period, options);
  const campaigns = gone.filter((campaign) => inPeriod(campaign, period));
  return {
    totals: totalsOf(campaigns),
    best: sortCampaigns(sortCampaigns(campaigns, 'raised'), 'backers'),
    campaigns,
    partly: isWhole ? section.partly : {read, of: section.count},
    feed: whole(),
  };
}

/** The totals of a period of whole years; undefined for another. */
function yearsIn(section: Section, {from, to, kind}: Period): Totals | undefined {
  const isWhole =
    kind !== 'last' && (from ?? '-01-01').endsWith('-01-01') && (to ?? '-12-31').endsWith('-12-31');
  if (!isWhole) return undefined;
  const inside = Object.entries(section.years).filter(
    ([year]) =>
      (from === null || year >= from.slice(0, 4)) && (to === null || year <= to.slice(0, 4)),
  );
  return addTotals(inside.map(([, totals]) => totals));
}

async function goThrough(section: Section, period: Period | null, options: FileOptions) {
  const campaigns: Campaign[] = [];
  const since = Date.parse(`${period?.from ?? ''}T00:00:00Z`) - DAY_MS;
  let read = 0;
  let isWhole = false;
  while (!isWhole && read < MOST_READ) {
    const to = Math.min(section.count, read === 0 ? section.first.length : read + STEP, MOST_READ);
    campaigns.push(...(await section.read(read, Math.max(to, 1), options)));
    read = Math.max(to, 1);
    const end = Date.parse(campaigns.at(-1)?.endsAt ?? '');
    isWhole = read >= section.count || (end < Date.now() && end < since);
  }
  return {campaigns, read, isWhole};
}

/** A day of another zone may have begun sooner. */
const DAY_MS = 86_400_000;
