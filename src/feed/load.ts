import type {Campaign, Feed} from './campaign.js';
import {cleanLink} from './clean.js';
import {downloadJson, type DownloadOptions} from './download.js';
import {FeedError} from './errors.js';
import type {Folder} from './published/format.js';
import {readFeedFast, type ReadFeed} from './read-fast.js';

/** How a feed is asked for. */
export interface LoadOptions {
  /** Gives up for this caller; others who wait for the same feed are not touched. */
  signal?: AbortSignal;
  /**
   * Name of the adapter to force, and perhaps a colon and which of the answer's fields is what:
   * "csv:title=Nom,raised=Montant" (FEED.md). Missing: the shape of the answer decides.
   */
  format?: string;
  /** What asks. Default: the platform's `fetch`. */
  fetch?: typeof fetch;
  /** Milliseconds for the whole feed, its pages and its retries. Default: 15,000. */
  timeout?: number;
  /** Bytes that the whole feed may take. Default: 20,000,000. */
  maxBytes?: number;
  /**
   * Bytes after which this caller would rather read the feed by other means (`large.ts`): it then gets
   * `too-large`. Whoever shares the reading and does not say so has it go on to `maxBytes`, for both.
   */
  light?: number;
  /** What relative addresses count from. Default: the page. */
  base?: string;
  /** Asks the server anew instead of sharing what was read before. */
  fresh?: boolean;
  /** Of a published folder, the campaigns of this territory ("departement:33") alone. Missing: all. */
  territory?: string;
  /** Of a published folder, the first so many campaigns alone. Missing: 500, and a problem says what is not read. */
  first?: number;
  /** Of a published folder, no campaign: `folders` says where they are, for whoever reads only some. */
  headOnly?: boolean;
}

/** A feed, and the published folders among what was read. */
export interface LoadedFeed extends Feed {
  folders?: readonly Folder[];
}

/** A campaign and the feed it stands in. */
export interface LoadedCampaign {
  campaign: Campaign;
  feed: Feed;
}

const TIMEOUT_MS = 15_000;
const MOST_BYTES = 20_000_000;
/** A good answer is shared this long; an element that comes later asks again. */
const KEEP_MS = 5 * 60_000;
const MOST_KEPT = 500;

const beyond = () => import('./beyond.js');

/** One page of a feed. */
export interface Page {
  feed: Feed;
  /** Address of the next page; null on the last. */
  next: string | null;
  /** Where it came from, after redirects. */
  url: string;
  bytes: number;
}

/** Reads what stands at an address. */
export type Read<T> = (
  url: string,
  options: DownloadOptions & {shared: {light: number | undefined}; format: string},
) => Promise<T>;

/** One reading that several callers wait for. */
interface Shared {
  promise: Promise<unknown>;
  controller: AbortController;
  waiting: number;
  /** When it succeeded; 0 while it has not. */
  doneAt: number;
  /** Bytes after which it stops, while all who wait would rather have it so; else 0. */
  light: number | undefined;
}

/**
 * Readings by what asked and by address: ten cards on a page make one request, also when several copies
 * of the library are on it. The name changes with the shape of `Shared`.
 */
const shelves = ((globalThis as Record<symbol, unknown>)[Symbol.for('relais feeds 3')] ??=
  new WeakMap()) as WeakMap<typeof fetch, Map<string, Shared>>;

/**
 * Reads a feed, or several as one (`merge.ts`), with all their pages.
 *
 * A good answer is shared by all who ask for the same address, a failed one is forgotten. Of several
 * feeds, one that fails is told in `problems` and the others are given.
 *
 * @param urls - One address or several, in a list or separated by spaces; relative ones count from the page.
 * @throws {FeedError} When nothing can be read. The signal's own reason when it is aborted.
 */
export async function loadFeed(
  urls: string | readonly string[],
  options: LoadOptions = {},
): Promise<LoadedFeed> {
  const [first, ...others] = new Set(
    (typeof urls === 'string' ? urls.split(/\s+/) : urls).filter(Boolean),
  );
  if (!first) throw new FeedError('address', 'No feed: give its address.');
  if (others.length) {
    const {loadTogether} = await beyond();
    return loadTogether([first, ...others], (address) => loadFeed(address, options), options);
  }
  const feed = await share(first, options, readPages);
  if (!feed.folders || options.headOnly) return feed;
  const {readFolder} = await beyond();
  return readFolder(feed, options);
}

/**
 * Reads one campaign of a feed.
 *
 * @throws {FeedError} `not-found` when the feed holds no campaign of that id; else as `loadFeed`.
 */
export async function loadCampaign(
  urls: string | readonly string[],
  id: string,
  options: LoadOptions = {},
): Promise<LoadedCampaign> {
  const feed = await loadFeed(urls, {...options, headOnly: true});
  const campaign = feed.campaigns.find((candidate) => candidate.id === id);
  if (campaign) return {campaign, feed};
  const {seekCampaign} = await beyond();
  return seekCampaign(feed, id, options);
}

/** Forgets what was read: the next who ask make a request. For tests, and for pages that live for days. */
export function forgetFeeds(): void {
  shelves.delete(globalThis.fetch);
}

/** @throws {FeedError} It is no address of http(s), or has a password in it. */
export function absolute(address: string, base?: string): string {
  const page = (globalThis as {document?: {baseURI?: string}}).document?.baseURI;
  const href = cleanLink(address, base ?? page);
  // `fetch` refuses an address with a password; so do we, with a reason.
  if (href && !new URL(href).username) return href;
  throw new FeedError('address', `"${address}" is no feed's address: begin it with https://.`, {
    url: address,
  });
}

/**
 * Reads what stands at an address, or joins those who do.
 *
 * @param read - The same for the same address: what it makes is shared.
 */
export async function share<T>(address: string, options: LoadOptions, read: Read<T>): Promise<T> {
  const url = absolute(address, options.base);
  options.signal?.throwIfAborted();
  const ask = options.fetch ?? globalThis.fetch;
  let shelf = shelves.get(ask);
  if (!shelf) shelves.set(ask, (shelf = new Map<string, Shared>()));
  const {format = '', timeout = TIMEOUT_MS, maxBytes = MOST_BYTES, light, fresh} = options;
  const key = String([url, format, timeout, maxBytes]);
  const before = shelf.get(key);
  const good = before?.doneAt ? before : undefined;
  const wanted = fresh || Date.now() - (good?.doneAt ?? 0) > KEEP_MS ? undefined : good;
  // One that is under way is as fresh as can be.
  const shared =
    (before && !good ? before : wanted) ??
    start(read, url, ask, format, timeout, maxBytes, light, fresh);
  shared.light &&= light;
  // What is asked for often stays longest.
  shelf.delete(key);
  shelf.set(key, shared);
  for (const oldest of shelf.keys()) if (shelf.size > MOST_KEPT) shelf.delete(oldest);
  if (shared !== before) {
    const forget = () => {
      if (shelf.get(key) !== shared) return;
      // The last good answer is better than none for whoever comes next.
      if (good) shelf.set(key, good);
      else shelf.delete(key);
    };
    shared.controller.signal.addEventListener('abort', forget, {once: true});
    shared.promise.then(() => (shared.doneAt = Date.now()), forget);
  }
  return waitFor(shared, options.signal) as Promise<T>;
}

/** Waits for a shared reading; when the last who waits gives up, the reading stops. */
function waitFor(shared: Shared, signal: AbortSignal | undefined): Promise<unknown> {
  shared.waiting += 1;
  // Whoever cannot give up keeps the reading alive for good.
  if (!signal) return shared.promise;
  return new Promise((resolve, reject) => {
    const leave = () => {
      shared.waiting -= 1;
      // In a moment someone may ask for the same again: a card that is moved is taken out and put back.
      if (!shared.waiting) {
        setTimeout(() => shared.waiting || shared.controller.abort(signal.reason));
      }
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', leave, {once: true});
    shared.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}

function start(
  read: Read<unknown>,
  url: string,
  ask: typeof fetch,
  format: string,
  timeout: number,
  maxBytes: number,
  light: number | undefined,
  fresh: boolean | undefined,
): Shared {
  const controller = new AbortController();
  const {signal} = controller;
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
  });
  aborted.catch(() => undefined);
  const timer = setTimeout(() => {
    controller.abort(
      new FeedError('timeout', `${url} does not answer within ${timeout / 1000} s.`, {url}),
    );
  }, timeout);
  const shared = {controller, waiting: 0, doneAt: 0, light} as Shared;
  shared.promise = read(url, {
    // Called bare: a platform's fetch refuses any other `this`.
    fetch: (...request) => ask(...request),
    signal,
    aborted,
    deadline: Date.now() + timeout,
    maxBytes: () => shared.light || maxBytes,
    shared,
    fresh,
    format,
  }).finally(() => clearTimeout(timer));
  return shared;
}

/** A feed with all its pages: most have one. */
const readPages: Read<LoadedFeed> = async (url, options) => {
  const readPage = async (address: string, bytes: number): Promise<Page> => {
    const maxBytes = () => options.maxBytes() - bytes;
    const answer = await downloadJson(address, {...options, maxBytes});
    const {feed, next} = await understand(answer.json, options.format, answer.url);
    const dated = {...feed, updatedAt: feed.updatedAt ?? answer.date};
    return {feed: dated, next, url: answer.url, bytes: answer.bytes};
  };
  const first = await readPage(url, 0);
  const feed = {...first.feed, urls: [url]};
  if (!first.next) return feed;
  const {readOn} = await beyond();
  return readOn(feed, {...first, next: first.next}, readPage, options.shared);
};

async function understand(json: unknown, format: string, url: string): Promise<ReadFeed> {
  const isFeed = (json as {type?: unknown} | null)?.type === 'FeatureCollection';
  if (isFeed && !format) return readFeedFast(json, url);
  const {readOther} = await beyond();
  return readOther(json, format, url);
}
