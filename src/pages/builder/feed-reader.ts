import type {Campaign, Feed} from '../../feed/campaign.js';
import {FeedError, loadFeed, withinTerritory, type FeedErrorCode} from '../../feed/index.js';
import {maskOf, STATUSES} from '../../feed/points.js';
import type {Folder} from '../../feed/published/format.js';
import {countWithin} from '../../feed/published/within.js';
import {statusOf} from '../../feed/select.js';

/** Where the reading of a feed stands. */
export interface Reading {
  state: 'none' | 'loading' | 'ready' | 'error';
  /** Of a published folder with the campaigns that were read of it: the first, and those that were looked for. */
  feed: Feed | null;
  /** The published folder that the feed is; else null. */
  folder: Folder | null;
  error: FeedErrorCode | null;
  /** Whether pages of other sites may read it, as its server says to a page of its own site; else null. */
  open: boolean | null;
}

const NONE: Reading = {state: 'none', feed: null, folder: null, error: null, open: null};

/** Campaigns of a published folder that are read without being looked for: those of its first file. */
const FIRST = 48;

/** Milliseconds without another letter after which a published folder is searched. */
const PAUSE_MS = 300;

/** Reads the feed that was chosen, the latest alone: a late answer of an earlier one is dropped. */
export class FeedReader {
  reading: Reading = NONE;
  /** Something is being looked for in a published folder. */
  isSeeking = false;
  readonly #onChange: () => void;
  #key = '';
  #controller = new AbortController();
  #open: boolean | null = null;
  /** What is looked for in a published folder, and what stops it. */
  #sought = '';
  #seeking = new AbortController();
  /** The campaign that was asked for last. */
  #wanted = '';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /**
   * Reads a feed, unless it is the one that is read. '' reads none.
   *
   * @param format - How to read it (`loadFeed`); '': its shape decides.
   */
  read(address: string, format = '') {
    const key = JSON.stringify([address, format]);
    if (key === this.#key) return;
    this.#key = key;
    this.#controller.abort();
    this.#seeking.abort();
    [this.#sought, this.#wanted, this.isSeeking] = ['', '', false];
    this.#controller = new AbortController();
    this.reading = address ? {...NONE, state: 'loading'} : NONE;
    if (address) void this.#load(address, format, this.#controller.signal);
  }

  /**
   * Looks for campaigns in a published folder, of which only some were read: those of an id or of a place. They
   * join those of the feed. The latest search alone; nothing for another feed.
   */
  seek(search: string) {
    const text = search.trim();
    const {folder} = this.reading;
    if (!folder || text === this.#sought) return;
    this.#sought = text;
    this.#seeking.abort();
    this.#seeking = new AbortController();
    this.isSeeking = text !== '';
    if (text) void this.#seek(folder, text, this.#seeking.signal);
  }

  /** Reads one campaign of a published folder by its id, unless it is there. */
  want(id: string) {
    const {feed, folder} = this.reading;
    if (!folder || campaignOf(feed, id)) return;
    if (this.#wanted === id) return;
    this.#wanted = id;
    void this.#want(folder, id, this.#controller.signal);
  }

  async #load(address: string, format: string, signal: AbortSignal) {
    this.#open = null;
    let reading: Reading;
    try {
      const feed = await loadFeed(address, {signal, format, fetch: this.#fetch, first: FIRST});
      const folder = feed.folders?.[0] ?? null;
      reading = {state: 'ready', feed, folder, error: null, open: this.#open};
    } catch (error) {
      const code = error instanceof FeedError ? error.code : 'network';
      reading = {...NONE, state: 'error', error: code};
    }
    if (signal.aborted) return;
    this.reading = reading;
    this.#onChange();
  }

  async #seek(folder: Folder, text: string, signal: AbortSignal) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    if (signal.aborted) return;
    const {seekCampaigns} = await import('./folder-search.js');
    // What was read before shows still; another search may find what this one could not.
    const found = await seekCampaigns(folder, text, {signal}).catch(() => []);
    if (signal.aborted) return;
    this.isSeeking = false;
    this.#take(found);
  }

  async #want(folder: Folder, id: string, signal: AbortSignal) {
    const {byId} = await import('./folder-search.js');
    const found = await byId(folder, id, {signal}).catch(() => []);
    if (!signal.aborted) this.#take(found);
  }

  /** Adds campaigns to those that were read. */
  #take(found: readonly Campaign[]) {
    const {feed} = this.reading;
    if (!feed) return;
    const known = new Set(feed.campaigns.map(({id}) => id));
    const others = found.filter(({id}) => !known.has(id) && known.add(id));
    const campaigns = [...feed.campaigns, ...others];
    this.reading = {...this.reading, feed: {...feed, campaigns}};
    this.#onChange();
  }

  /** Of its own site a page sees every header; of others, none that says who may read. */
  readonly #fetch: typeof fetch = async (...request) => {
    const answer = await fetch(...request);
    if (answer.type === 'basic') {
      this.#open = answer.headers.get('access-control-allow-origin') === '*';
    }
    return answer;
  };
}

/** How many campaigns a feed has, and how many of them are live: read or not. */
export function countsOf({feed, folder}: Reading): {campaigns: number; live: number} {
  if (folder) {
    const {campaigns, byStatus} = folder.manifest.counts;
    return {campaigns, live: byStatus[STATUSES.indexOf('live')] ?? 0};
  }
  const campaigns = feed?.campaigns ?? [];
  const live = campaigns.filter((campaign) => statusOf(campaign) === 'live');
  return {campaigns: campaigns.length, live: live.length};
}

/** How many campaigns are live in a territory. */
export async function liveIn({feed, folder}: Reading, territory: string): Promise<number> {
  if (folder) return countWithin(folder, territory, maskOf(['live']), {});
  const inside = await withinTerritory(feed?.campaigns ?? [], territory);
  return inside.filter((campaign) => statusOf(campaign) === 'live').length;
}

/** The campaign that is chosen. */
export function campaignOf(feed: Feed | null, id: string): Campaign | null {
  return feed?.campaigns.find((campaign) => campaign.id === id) ?? null;
}

/** The campaign that the page takes when none is chosen: the first that is live, else the first. */
export function firstCampaign(feed: Feed): Campaign | null {
  const live = feed.campaigns.find((campaign) => statusOf(campaign) === 'live');
  return live ?? feed.campaigns[0] ?? null;
}

/** Text as it is compared: without accents and capitals. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The campaigns in which every word of a search stands: live ones first, else in the feed's order. */
export function searchCampaigns(feed: Feed, search: string): Campaign[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  const found = feed.campaigns.filter(({title, id, place, owner, category}) => {
    const text = plain([title, id, place?.name, place?.postcode, owner?.name, category].join(' '));
    return words.every((word) => text.includes(word));
  });
  const isLive = (campaign: Campaign) => statusOf(campaign) === 'live';
  return [...found.filter(isLive), ...found.filter((campaign) => !isLive(campaign))];
}
