import {FeedError} from '../feed/errors.js';
import type {LargeFeed} from '../feed/large.js';
import {absolute} from '../feed/load.js';
import {breather} from './breathe.js';
import type {Answer, Request} from './map-worker.js';

/** A large feed that is open: its campaigns can be asked for until it is closed. */
export interface OpenFeed extends LargeFeed {
  close: () => void;
}

/** What is read, and how. */
export interface OpenOptions {
  territory: string;
  fresh: boolean;
  signal: AbortSignal;
}

/** Milliseconds after which a worker that has said nothing is given up: its file may be blocked in silence. */
const PATIENCE_MS = 5000;

/** A reading that several elements share. */
interface Shared {
  feed: Promise<OpenFeed>;
  users: number;
  stop: AbortController;
}

/** What is being read or open: three maps of one country are one request and one worker. */
const shared = new Map<string, Shared>();

/**
 * Opens a large feed, or joins those who have. It is closed when the last of them has closed it.
 *
 * @param feed - Addresses separated by spaces.
 * @throws {FeedError} As `loadFeed`. The signal's own reason.
 */
export async function openFeed(
  feed: string,
  {signal, fresh, territory}: OpenOptions,
): Promise<OpenFeed> {
  const key = `${feed} ${territory}`;
  let entry = fresh ? undefined : shared.get(key);
  if (!entry) {
    const stop = new AbortController();
    entry = {feed: start(feed, {territory, fresh, signal: stop.signal}), users: 0, stop};
    shared.set(key, entry);
  }
  const own = entry;
  own.users += 1;
  const leave = () => {
    own.users -= 1;
    if (own.users > 0) return;
    if (shared.get(key) === own) shared.delete(key);
    own.stop.abort();
    void own.feed.then(({close}) => close()).catch(() => undefined);
  };
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error);
  });
  signal.addEventListener('abort', onAbort, {once: true});
  if (signal.aborted) onAbort();
  try {
    const read = await Promise.race([own.feed, aborted]);
    let isOpen = true;
    const close = () => {
      if (isOpen) leave();
      isOpen = false;
    };
    return {...read, close};
  } catch (error) {
    leave();
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/**
 * Reads a large feed beside the page, in a worker. Where there can be none (our script comes from another
 * origin than the page, its CSP refuses workers, the worker's file is gone) the same code reads it in the
 * page, a few milliseconds at a time.
 */
async function start(feed: string, options: OpenOptions): Promise<OpenFeed> {
  const urls = feed
    .split(/\s+/)
    .filter(Boolean)
    .map((url) => absolute(url));
  const worker = await startWorker(options.signal);
  return worker ? readThere(worker, urls, options) : readHere(urls, options);
}

async function readHere(urls: string[], options: OpenOptions): Promise<OpenFeed> {
  const {readLarge} = await import('../feed/large.js');
  const read = await readLarge(urls, {...options, breathe: breather()});
  return {...read, close: () => undefined};
}

/** A worker that has answered; undefined where there can be none. */
async function startWorker(signal: AbortSignal): Promise<Worker | undefined> {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./map-worker.js', import.meta.url), {type: 'module'});
  } catch {
    return undefined;
  }
  const isThere = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE_MS);
    const settle = (there: boolean) => () => {
      clearTimeout(timer);
      resolve(there);
    };
    worker.addEventListener('message', settle(true), {once: true});
    worker.addEventListener('error', settle(false), {once: true});
    signal.addEventListener('abort', settle(false), {once: true});
  });
  if (isThere) return worker;
  worker.terminate();
  signal.throwIfAborted();
  return undefined;
}

function readThere(
  worker: Worker,
  urls: string[],
  {territory, fresh, signal}: OpenOptions,
): Promise<OpenFeed> {
  const waiting = new Map<number, (campaigns: Awaited<ReturnType<LargeFeed['get']>>) => void>();
  let asked = 0;
  const ask = (request: Request) => worker.postMessage(request, []);
  const get: LargeFeed['get'] = (positions) =>
    new Promise((resolve) => {
      asked += 1;
      waiting.set(asked, resolve);
      ask({kind: 'get', id: asked, positions});
    });
  const close = () => {
    worker.terminate();
    for (const resolve of waiting.values()) resolve([]);
    waiting.clear();
  };
  return new Promise((resolve, reject) => {
    const fail = (reason: unknown) => {
      close();
      reject(reason as Error);
    };
    const onAbort = () => fail(signal.reason);
    signal.addEventListener('abort', onAbort, {once: true});
    worker.addEventListener('error', ({message}) => fail(new Error(message)));
    worker.addEventListener('message', ({data}: MessageEvent<Answer>) => {
      if (data.kind === 'got') {
        waiting.get(data.id)?.(data.campaigns);
        waiting.delete(data.id);
      } else if (data.kind === 'read') {
        signal.removeEventListener('abort', onAbort);
        resolve({feed: data.feed, table: data.table, get, close});
      } else if (data.kind === 'failed') {
        const {code, message, url} = data;
        fail(code ? new FeedError(code, message, {url}) : new Error(message));
      }
    });
    ask({kind: 'read', urls, territory, fresh});
  });
}
