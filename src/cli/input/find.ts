import type {Call, Campaign, Problem} from '../../feed/campaign.js';
import {FeedError} from '../../feed/errors.js';
import {loadCampaign} from '../../feed/load.js';
import {PUBLISHED} from '../../feed/published/format.js';
import {printableJson} from '../printable.js';
import {baseOf, readBatch} from './read-batch.js';
import {readInput, type ReadOptions} from './read.js';

/** A campaign with what its cards say of the feed. */
export interface Found {
  campaign: Campaign;
  /** When the figures were true: the feed's own word, else its server's; null when nobody says. */
  updatedAt: string | null;
  /** The calls for projects of its page. */
  calls: Call[];
}

/** Campaigns that a message names. */
const MOST_NAMED = 5;

/**
 * Finds a campaign in a feed of any length. It reads to the end of the campaign's page, where the head
 * is whole. A published folder is asked for that campaign alone.
 *
 * @throws {FeedError} As `readInput`; `not-found` when no such campaign can be shown: it says why, or
 *   which there are.
 */
export async function findCampaign(
  where: string,
  id: string,
  options: ReadOptions = {},
): Promise<Found> {
  try {
    return await search(where, id, options);
  } catch (error) {
    const isPublished = error instanceof FeedError && error.cause === PUBLISHED;
    if (!isPublished || !/^https?:/i.test(where)) throw error;
    const {campaign, feed} = await loadCampaign(where, id);
    return {campaign, updatedAt: feed.updatedAt, calls: feed.calls};
  }
}

async function search(where: string, id: string, options: ReadOptions): Promise<Found> {
  let campaign: Campaign | undefined;
  let problem: Problem | undefined;
  let updatedAt: string | null = null;
  let count = 0;
  const some: string[] = [];
  for await (const batch of readInput(where, options)) {
    const {feed} = readBatch(batch, baseOf(batch));
    campaign ??= feed.campaigns.find((each) => each.id === id);
    problem ??= feed.problems.find((each) => each.kind === 'campaign' && each.id === id);
    count += feed.campaigns.length;
    some.push(...feed.campaigns.slice(0, MOST_NAMED - some.length).map((each) => each.id));
    if (!batch.isLast) continue;
    const isAnswer = /^https?:/i.test(where);
    updatedAt ??= feed.updatedAt ?? (isAnswer ? batch.page.date : null);
    if (campaign) return {campaign, updatedAt, calls: feed.calls};
  }
  if (problem) {
    const {path, reason} = problem;
    throw new FeedError('not-found', `"${id}" cannot be shown: ${path}: ${reason}`);
  }
  const named = some.map((each) => printableJson(each)).join(', ') || 'none';
  const rest = count > some.length ? '…' : '';
  throw new FeedError('not-found', `The feed has no campaign "${id}". It has ${named}${rest}`);
}
