import type {ReactiveControllerHost} from 'lit';

import type {Campaign} from '../feed/campaign.js';
import {loadFeed} from '../feed/load.js';
import {withinTerritory} from '../feed/places.js';
import {filterCampaigns} from '../feed/select.js';
import {parseTerritory} from '../territory/codes.js';
import type {Loaded} from './feed-controller.js';

/** Milliseconds for which a list must stand before its places are counted: typing comes first. */
const PAUSE_MS = 120;

/** Reads the live campaigns of a feed; in `scope` alone when that is a territory. */
export async function loadLive(
  url: string,
  scope: string,
  options: Parameters<typeof loadFeed>[1],
): Promise<Loaded> {
  const feed = await loadFeed(url, options);
  const live = filterCampaigns(feed.campaigns, {status: ['live']});
  return {feed, campaigns: parseTerritory(scope) ? await withinTerritory(live, scope) : live};
}

/** How many of the campaigns happen in a territory. */
export async function countIn(campaigns: readonly Campaign[], territory: string): Promise<number> {
  if (!campaigns.length) return 0;
  return (await withinTerritory([...campaigns], territory)).length;
}

/** How many live campaigns the places of a list have: counted once a list shows them, then kept. */
export class LiveCounts {
  readonly #host: ReactiveControllerHost;
  readonly #campaigns: () => readonly Campaign[] | undefined;
  #known = new Map<string, number>();
  /** What `#known` was counted in. */
  #counted: readonly Campaign[] | undefined;
  #wanted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param campaigns - The live campaigns; undefined while they are not known. */
  constructor(host: ReactiveControllerHost, campaigns: () => readonly Campaign[] | undefined) {
    this.#host = host;
    this.#campaigns = campaigns;
  }

  /** Undefined while it has not been counted. */
  of(code: string): number | undefined {
    return this.#campaigns() === this.#counted ? this.#known.get(code) : undefined;
  }

  /** Counts what shows now. A list that goes before its turn is not counted. */
  show(codes: readonly string[]) {
    const campaigns = this.#campaigns();
    const wanted = codes.join(' ');
    if (campaigns === this.#counted && wanted === this.#wanted) return;
    this.#wanted = wanted;
    if (campaigns !== this.#counted) this.#known = new Map();
    this.#counted = campaigns;
    clearTimeout(this.#timer);
    if (campaigns && codes.length) {
      this.#timer = setTimeout(() => void this.#count(campaigns, codes), PAUSE_MS);
    }
  }

  async #count(campaigns: readonly Campaign[], codes: readonly string[]): Promise<void> {
    const known = this.#known;
    const wanted = this.#wanted;
    for (const code of codes) {
      if (known.has(code)) continue;
      try {
        known.set(code, await countIn(campaigns, code));
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
