import type {Campaign, Feed, Problem} from './campaign.js';
import {Columns, type Table} from './columns.js';
import type {DownloadOptions} from './download.js';
import {FeedError} from './errors.js';
import {isForeign} from './foreign/own.js';
import {keysOf} from './merge.js';
import {dateOf, openAnswer, parseJson} from './open.js';
import {withinTerritory} from './places.js';
import {readFeedFast} from './read-fast.js';
import {errorOf} from './retry.js';
import {Shelf} from './shelf.js';
import {FeatureSplitter} from './split.js';

/** What of a feed is asked for. */
export interface LargeOptions {
  /** Only the campaigns of this territory; '' keeps all. */
  territory: string;
  /** Asks the server anew. */
  fresh?: boolean;
  signal: AbortSignal;
  /** What asks. Default: the platform's `fetch`. */
  fetch?: typeof fetch;
  /** Lets the page go on, if it has been kept waiting. Missing: nobody waits. */
  breathe?: () => Promise<void>;
  /** Bytes that all of it may take. Default: 400,000,000. */
  maxBytes?: number;
}

/** A feed that was read without ever being whole in memory. */
export interface LargeFeed {
  /** The head, without campaigns. */
  feed: Feed;
  table: Table;
  /** The campaign at each of these positions of the table; undefined for one that is gone. */
  get: (positions: readonly number[]) => Promise<(Campaign | undefined)[]>;
}

/** A hundred thousand campaigns are some 100 MB. */
const MOST_BYTES = 400_000_000;
const MOST_PAGES = 50;
/** Bytes before the first feature. */
const MOST_HEAD = 20_000_000;
const MOST_PROBLEMS = 500;
const TIMEOUT_MS = 180_000;

/**
 * Reads a feed of any length, piece by piece: what a map needs of each campaign stays as columns, the
 * campaigns themselves go on a shelf. It says the same of a feed as `loadFeed`. A `timezone` must
 * stand before the features: it is read when they are.
 *
 * @param urls - Absolute addresses; several are read as one, a campaign of two of them once.
 * @throws {FeedError} As `loadFeed`; `not-a-feed` for what is no FeatureCollection. The signal's reason.
 */
export async function readLarge(
  urls: readonly string[],
  options: LargeOptions,
): Promise<LargeFeed> {
  const reading = new Reading(options);
  for (const url of urls) await reading.read(url);
  return reading.end(options.breathe);
}

class Reading {
  readonly #options: LargeOptions;
  readonly #download: DownloadOptions;
  readonly #shelf = new Shelf();
  readonly #columns = new Columns();
  readonly #feeds: Feed[] = [];
  readonly #problems: Problem[] = [];
  #unlisted = 0;
  /** Identifiers that are taken, and what tells that an earlier feed has a campaign. */
  readonly #ids = new Set<string>();
  readonly #earlier = new Set<string>();
  #bytes = 0;

  constructor(options: LargeOptions) {
    this.#options = options;
    const {signal, fresh = false, maxBytes = MOST_BYTES} = options;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
    });
    aborted.catch(() => undefined);
    const ask = options.fetch ?? globalThis.fetch;
    this.#download = {
      fetch: (...request) => ask(...request),
      signal,
      aborted,
      deadline: Date.now() + TIMEOUT_MS,
      maxBytes: () => maxBytes - this.#bytes,
      fresh,
    };
  }

  /** One feed with all its pages. */
  async read(url: string): Promise<void> {
    const own: string[] = [];
    const several = this.#feeds.length > 0;
    let next: string | null = url;
    for (let page = 1; next; page += 1) {
      const at: string = next;
      next = await this.#readPage(at, url, several, own);
      if (!next) break;
      const isNear = new URL(next).origin === new URL(url).origin;
      if (page < MOST_PAGES && isNear && next !== at) continue;
      this.#tell({kind: 'feed', index: null, id: null, path: 'next', reason: `${next}: not read`});
      break;
    }
    for (const key of own) this.#earlier.add(key);
  }

  async end(breathe?: () => Promise<void>): Promise<LargeFeed> {
    const [first] = this.#feeds;
    if (!first) throw new FeedError('address', 'No feed: give its address.');
    const {table, order} = await this.#columns.end(breathe);
    const dates = this.#feeds.map(({updatedAt}) => updatedAt);
    const known = dates
      .filter((date) => date !== null)
      .sort((a, b) => Date.parse(a) - Date.parse(b));
    if (this.#unlisted) {
      const reason = `${this.#unlisted} more problems, not listed`;
      this.#problems.push({kind: 'feed', index: null, id: null, path: '', reason});
    }
    return {
      feed: {
        ...first,
        urls: [...new Set(this.#feeds.flatMap(({urls}) => urls))],
        updatedAt: known.length === dates.length ? (known[0] ?? null) : null,
        calls: this.#feeds.flatMap(({calls}) => calls),
        problems: this.#problems,
      },
      table,
      get: (positions) => this.#shelf.get(positions.map((position) => order[position] ?? -1)),
    };
  }

  async #readPage(at: string, url: string, several: boolean, own: string[]) {
    const response = await openAnswer(at, this.#download);
    const address = response.url || at;
    const splitter = new FeatureSplitter();
    const reader = response.body?.getReader();
    let index = 0;
    let early: Record<string, unknown> | undefined;
    let isOther = false;
    try {
      for (;;) {
        const {done = true, value} =
          (await Promise.race([reader?.read(), this.#download.aborted])) ?? {};
        if (done || !value) break;
        this.#bytes += value.byteLength;
        const {hasFeatures} = splitter;
        if (this.#download.maxBytes() < 0 || (!hasFeatures && this.#bytes > MOST_HEAD)) {
          throw errorOf({reason: 'too-large'}, url, this.#bytes);
        }
        for (const batch of splitter.push(value)) {
          early ??= headOf(splitter.head, address);
          const features = parseJson(batch, address) as unknown[];
          const json = {...readAhead(early, features), features};
          isOther ||= !('version' in json);
          await this.#take(json, address, index, several, own);
          index += features.length;
          await this.#options.breathe?.();
          this.#options.signal.throwIfAborted();
        }
      }
    } finally {
      void reader?.cancel().catch(() => undefined);
    }
    if (!splitter.hasFeatures) {
      const expected = 'a GeoJSON FeatureCollection with "features" is expected (FEED.md).';
      throw new FeedError('not-a-feed', `${address} is no campaign feed: ${expected}`, {url});
    }
    if (!splitter.isWhole) {
      throw new FeedError('not-json', `${address} breaks off after ${this.#bytes} bytes.`, {url});
    }
    const written = headOf(splitter.head, address);
    // Another's GeoJSON is none of ours that lacks something.
    const head = isOther ? {version: '1.0', title: written['name'], ...written} : written;
    const {feed, next} = await readFeedFast({...head, features: []}, address);
    if (early && 'timezone' in head && !('timezone' in early)) {
      const reason = 'stands after the features: write it before them in a feed of this length';
      this.#tell({kind: 'feed', index: null, id: null, path: 'timezone', reason});
    }
    for (const problem of feed.problems) this.#tell(problem);
    this.#feeds.push({...feed, urls: [url], updatedAt: feed.updatedAt ?? dateOf(response)});
    return next;
  }

  async #take(json: unknown, url: string, index: number, several: boolean, own: string[]) {
    const {feed} = await readFeedFast(json, url);
    for (const problem of feed.problems) {
      if (problem.kind === 'feed') continue;
      this.#tell({...problem, index: problem.index === null ? null : problem.index + index});
    }
    const here = await withinTerritory(feed.campaigns, this.#options.territory);
    const kept = here.flatMap((campaign) => {
      const keys = keysOf(campaign);
      if (several && keys.some((key) => this.#earlier.has(key))) return [];
      own.push(...keys);
      let {id} = campaign;
      if (this.#ids.has(id) && !several) {
        const reason = `"${id}" stands in the feed before: the first one is kept`;
        this.#tell({kind: 'campaign', index: null, id, path: 'id', reason});
        return [];
      }
      while (this.#ids.has(id)) id += `@${new URL(campaign.url).host}`;
      this.#ids.add(id);
      return id === campaign.id ? campaign : {...campaign, id};
    });
    this.#columns.add(kept);
    this.#shelf.put(kept);
  }

  #tell(problem: Problem) {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push(problem);
    else this.#unlisted += 1;
  }
}

/**
 * What is read of the head with the features: the rest of it may stand behind them, and all of it is judged at
 * the end. Of another's GeoJSON, which has no version, nobody claims one.
 */
function readAhead(early: Record<string, unknown>, features: unknown[]): Record<string, unknown> {
  const {type = 'FeatureCollection', version, timezone} = early;
  const zone = 'timezone' in early ? {timezone} : {};
  const isOther = isForeign({type, version, features});
  return {type, ...zone, ...(isOther ? {} : {version: version ?? '1.0'})};
}

function headOf(text: string, url: string): Record<string, unknown> {
  return parseJson(text, url) as Record<string, unknown>;
}
