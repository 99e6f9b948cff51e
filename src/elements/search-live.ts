import type {ReactiveControllerHost} from 'lit';

import type {Campaign} from '../feed/campaign.js';
import type {LoadOptions} from '../feed/load.js';
import {withinTerritory} from '../feed/places.js';
import {maskOf} from '../feed/points.js';
import {loadSole} from '../feed/published/sole.js';
import {filterCampaigns} from '../feed/select.js';
import {parseTerritory} from '../territory/codes.js';
import type {Loaded} from './feed-controller.js';

/** Milliseconds for which a list must stand before its places are counted: typing comes first. */
const PAUSE_MS = 120;

/** What is live, wherever that is known from. */
export interface Live {
  /** Nothing is live anywhere. */
  isNone: boolean;
  /** How many live campaigns are in a territory. @throws What says so could not be read. */
  count: (territory: string) => Promise<number>;
}

/** What a search has read. Of a published folder `campaigns` is empty: counts are all that is read. */
export interface LiveLoaded extends Loaded {
  live: Live;
}

/** Reads what is live in a feed; in `scope` alone when that is a territory. */
export async function loadLive(
  url: string,
  scope: string,
  options: LoadOptions & {signal: AbortSignal},
): Promise<LiveLoaded> {
  const within = parseTerritory(scope) ? scope : '';
  const {feed, folder} = await loadSole(url, {...options, territory: within});
  if (folder) {
    const {countWithin} = await import('../feed/published/within.js');
    const mask = maskOf(['live']);
    const {signal: _, ...later} = options;
    const all = await countWithin(folder, within || 'country:FR', mask, options);
    const count = (territory: string) => countWithin(folder, territory, mask, later);
    return {feed, campaigns: [], live: {isNone: all === 0, count}};
  }
  const now = filterCampaigns(feed.campaigns, {status: ['live']});
  const campaigns = within ? await withinTerritory(now, within) : now;
  return {feed, campaigns, live: liveOf(campaigns)};
}

/** What is live among campaigns that are all there, and are all live. */
export function liveOf(campaigns: readonly Campaign[]): Live {
  return {
    isNone: campaigns.length === 0,
    count: async (territory) =>
      campaigns.length ? (await withinTerritory(campaigns, territory)).length : 0,
  };
}

/** How many live campaigns the places of a list have: counted once a list shows them, then kept. */
export class LiveCounts {
  readonly #host: ReactiveControllerHost;
  readonly #live: () => Live | undefined;
  #known = new Map<string, number>();
  /** What `#known` was counted in. */
  #counted: Live | undefined;
  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param live - Undefined while it is not known. */
  constructor(host: ReactiveControllerHost, live: () => Live | undefined) {
    this.#host = host;
    this.#live = live;
  }

  /** Undefined while it has not been counted. */
  of(code: string): number | undefined {
    return this.#live() === this.#counted ? this.#known.get(code) : undefined;
  }

  /** Counts what shows now. A list that goes before its turn is not counted. */
  show(codes: readonly string[]) {
    const live = this.#live();
    const wanted = codes.join(' ');
    if (live === this.#counted && wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (live !== this.#counted) this.#known = new Map();
    this.#counted = live;
    clearTimeout(this.#timer);
    if (live && codes.length) {
      this.#timer = setTimeout(() => void this.#count(live, codes), PAUSE_MS);
    }
  }

  async #count(live: Live, codes: readonly string[]): Promise<void> {
    const known = this.#known;
    const wanted = this.#wanted;
    for (const code of codes) {
      if (known.has(code)) continue;
      try {
        known.set(code, await live.count(code));
      } catch {
        // A count that fails leaves the place without one: unknown is not zero.
        return;
      }
      // One place at a time, the page breathing in between: a feed may be long.
      await new Promise((resolve) => setTimeout(resolve));
      if (wanted !== this.#wanted || known !== this.#known) return;
    }
    this.#host.requestUpdate();
  }
}
