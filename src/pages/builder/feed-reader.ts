import type {Campaign, Feed} from '../../feed/campaign.js';
import {FeedError, loadFeed, withinTerritory, type FeedErrorCode} from '../../feed/index.js';
import {statusOf} from '../../feed/select.js';

/** Where the reading of a feed stands. */
export interface Reading {
  state: 'none' | 'loading' | 'ready' | 'error';
  feed: Feed | null;
  error: FeedErrorCode | null;
  /** Whether pages of other sites may read it, as its server says to a page of its own site; else null. */
  open: boolean | null;
}

const NONE: Reading = {state: 'none', feed: null, error: null, open: null};

/** Reads the feed that was chosen, the latest alone: a late answer of an earlier one is dropped. */
export class FeedReader {
  reading: Reading = NONE;
  readonly #onChange: () => void;
  #key = '';
  #controller = new AbortController();
  #open: boolean | null = null;

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
    this.#controller = new AbortController();
    this.reading = address ? {...NONE, state: 'loading'} : NONE;
    if (address) void this.#load(address, format, this.#controller.signal);
  }

  async #load(address: string, format: string, signal: AbortSignal) {
    this.#open = null;
    let reading: Reading;
    try {
      const feed = await loadFeed(address, {signal, format, fetch: this.#fetch});
      reading = {state: 'ready', feed, error: null, open: this.#open};
    } catch (error) {
      const code = error instanceof FeedError ? error.code : 'network';
      reading = {state: 'error', feed: null, error: code, open: null};
    }
    if (signal.aborted) return;
    this.reading = reading;
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

/** How many campaigns are live in a territory. */
export async function liveIn(campaigns: readonly Campaign[], territory: string): Promise<number> {
  const inside = await withinTerritory(campaigns, territory);
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
