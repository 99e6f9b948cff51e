import type {Campaign, Status} from '../feed/campaign.js';
import {
  categoriesOf,
  filterCampaigns,
  sortCampaigns,
  sortOrders,
  statusOf,
  type SortOrder,
} from '../feed/select.js';

/** What the visitor asked of a list. Empty: no wish, the page's attributes alone speak. */
export interface Wish {
  text: string;
  category: string;
  status: Status | '';
  sort: SortOrder | '';
}

export const NO_WISH: Wish = {text: '', category: '', status: '', sort: ''};

/** What the page asks for: the list's own properties, as they came. */
export interface Asked {
  status: string;
  sort: string;
  category: string;
  call: string;
  mentor: string;
  bounds: unknown;
}

/** What a list shows now. */
export interface View {
  /** Those of the territory. */
  all: Campaign[];
  /** Those that the page asks for: what the visitor chooses from. */
  offered: Campaign[];
  /** Those that the visitor's wish and the map's view leave, in order. */
  shown: Campaign[];
  order: SortOrder;
  /** The visitor's wish, without what is no longer offered. */
  wish: Wish;
  /** The visitor's wish leaves some out, or could. */
  filtered: boolean;
  /** The map's view leaves some out. */
  inView: boolean;
}

/** In the order in which a visitor wants them. */
const STATUSES: readonly Status[] = ['live', 'upcoming', 'succeeded', 'failed', 'cancelled'];

/** A change of one of these properties starts again from the first cards. */
export const SELECTING: readonly string[] = [
  'feed',
  'territory',
  'status',
  'sort',
  'limit',
  'category',
  'call',
  'mentor',
  'bounds',
  'wish',
];

/** Cards at first, when the page does not say. */
const DEFAULT_LIMIT = 12;

/**
 * What the page asks for, in the page's order.
 *
 * @param anyStatus - The visitor asked for every status.
 */
export function offer(all: Campaign[], asked: Asked, anyStatus: boolean): Campaign[] {
  const chosen = filterCampaigns(all, {
    ...asksFor(asked),
    ...(anyStatus ? {} : readStatuses(asked.status)),
  });
  return sortCampaigns(chosen, readOrder(asked.sort));
}

/** What a list shows of the campaigns of its territory. */
export function look(all: Campaign[], asked: Asked, wished: Wish, anyStatus: boolean): View {
  const offered = offer(all, asked, anyStatus);
  const wish = possible(wished, offered);
  const asWished = filterCampaigns(offered, {
    ...(wish.text.trim() && {text: wish.text}),
    ...(wish.category && {category: wish.category}),
    ...(wish.status && {status: [wish.status]}),
  });
  const bounds = readBounds(asked.bounds);
  const inView = bounds ? filterCampaigns(asWished, {bounds}) : asWished;
  return {
    all,
    offered,
    shown: wish.sort ? sortCampaigns(inView, wish.sort) : inView,
    order: wish.sort || readOrder(asked.sort),
    wish,
    filtered: narrows(wish),
    inView: inView.length < asWished.length,
  };
}

/** A wish for a category or a status that the next territory does not have would hide everything. */
function possible(wish: Wish, offered: Campaign[]): Wish {
  const {category, status} = wish;
  const hasCategory = !category || categoriesOf(offered).includes(category);
  const hasStatus = !status || statusesOf(offered).includes(status);
  return {
    ...wish,
    category: hasCategory ? category : '',
    status: hasStatus ? status : '',
  };
}

/** How many there would be if the status did not matter. */
export function ofAnyStatus(all: Campaign[], asked: Asked): number {
  return filterCampaigns(all, asksFor(asked)).length;
}

/** Whether the page asks for live campaigns, among others or alone. */
export function asksForLive({status}: Asked): boolean {
  return readStatuses(status).status?.includes('live') ?? true;
}

/** Whether the visitor's wish leaves campaigns out (an order leaves none out). */
export function narrows(wish: Wish): boolean {
  return Boolean(wish.text.trim() || wish.category || wish.status);
}

/** The statuses that some of these campaigns have. */
export function statusesOf(campaigns: readonly Campaign[]): Status[] {
  const found = new Set(campaigns.map((campaign) => statusOf(campaign)));
  return STATUSES.filter((status) => found.has(status));
}

/** A number of cards: whole; 12 when it is less than 1 or no number. */
export function readLimit(limit: number): number {
  return limit >= 1 && Number.isFinite(limit) ? Math.floor(limit) : DEFAULT_LIMIT;
}

/** Statuses separated by spaces or commas; `all` filters nothing; live alone when no word is known. */
export function readStatuses(text: string): {status?: Status[]} {
  const words = text.toLowerCase().split(/[\s,]+/);
  if (words.includes('all')) return {};
  const known = STATUSES.filter((status) => words.includes(status));
  return {status: known.length ? known : ['live']};
}

function readOrder(text: string): SortOrder {
  return sortOrders.find((order) => order === text) ?? 'ending';
}

/** West, south, east, north; null when it is anything but four numbers. */
function readBounds(bounds: unknown): [number, number, number, number] | null {
  if (!Array.isArray(bounds) || bounds.length !== 4) return null;
  return bounds.every(Number.isFinite) ? (bounds as [number, number, number, number]) : null;
}

/** What the page asks for beside statuses. */
function asksFor(asked: Asked) {
  const [category, call, mentor] = [asked.category.trim(), asked.call.trim(), asked.mentor.trim()];
  return {...(category && {category}), ...(call && {call}), ...(mentor && {mentor})};
}
