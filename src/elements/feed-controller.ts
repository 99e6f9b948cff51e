import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Campaign, Feed} from '../feed/campaign.js';
import {FeedError} from '../feed/errors.js';
import {RelaisErrorEvent, RelaisLoadEvent} from './events.js';
import {followLanguage, leaveLanguage} from './language.js';

/**
 * Where an element stands. `idle`: no feed is named. `loading`: nothing to show yet. `ready`.
 * `empty`: the feed was read and holds nothing of what was asked. `error`: nothing could be read.
 */
export type State = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

/** What an element must have for a `FeedController` to serve it. */
export interface FeedHost extends ReactiveControllerHost, HTMLElement {
  /** Address of the feed, or several separated by spaces. Empty: nothing is asked. */
  feed: string;
  /** Name of the adapter to force; empty: the shape of the answer decides. */
  format: string;
  /** Seconds between two readings; 0, negative or not a number: once. At least 10. */
  refresh: number;
  state: State;
  stale: boolean;
}

/** What was read, at least. An element may add its own. */
export interface Loaded {
  feed: Feed;
  /** What the element shows, in its order. */
  campaigns: Campaign[];
}

/** What a `FeedController` is asked to do. */
export interface FeedWork<T extends Loaded> {
  /** What the reading depends on beside `feed` and `format`. A change starts it anew. */
  args?: () => readonly unknown[];
  load: (
    feed: string,
    options: {signal: AbortSignal; fresh: boolean; format?: string},
  ) => Promise<T>;
  /** Default: no campaign. */
  isEmpty?: (value: T) => boolean;
}

/** Below this, refreshing would be an attack on the platform. */
const SHORTEST_REFRESH_S = 10;

/** Beyond 2³¹ milliseconds a timer rings at once, and again, and again. */
const LONGEST_REFRESH_S = 2e6;

/** What was already complained about: one line each in the console, however many elements. */
const warned = new Set<string>();

/** Says something to the page's developer, once on the whole page. */
export function warnOnce(tag: string, message: string) {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`[${tag}] ${message}`);
}

/** Tells the page, and its developer, that something could not be read. @returns What went wrong. */
export function tellError(host: HTMLElement & {feed: string}, cause: unknown): FeedError {
  // Another copy of the library may have thrown it: its class is not ours.
  const error =
    (cause as Error).name === 'FeedError'
      ? (cause as FeedError)
      : new FeedError('network', `Part of the widget could not be loaded: ${String(cause)}`, {
          url: host.feed.trim(),
          cause,
        });
  warnOnce(host.localName, error.message);
  host.dispatchEvent(new RelaisErrorEvent(error));
  return error;
}

/** Most feeds have none: the words come only for one that has. */
async function warnOfProblems(tag: string, feed: Feed) {
  const module = await import('../feed/problem-text.js').catch(() => undefined);
  if (module) warnOnce(tag, module.problemText(feed));
}

/**
 * Reads a feed for one element: sets its `state` and `stale`, keeps the last good value when a
 * refresh fails, fires `relais-load` and `relais-error`, warns once per address. A reading that is
 * overtaken by another is aborted, and says nothing any more: what shows is what was asked last.
 *
 * `@lit/task` would do that too, for half a kilobyte of the twenty that a card may weigh.
 */
export class FeedController<T extends Loaded> implements ReactiveController {
  /** What was read last for what is asked now. Undefined while nothing was. */
  value: T | undefined;
  /** Why the last reading failed; undefined when it did not. */
  error: FeedError | undefined;

  readonly #host: FeedHost;
  readonly #work: FeedWork<T>;
  #asked: readonly unknown[] = [];
  #reading = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #fresh = false;
  #interrupted = false;

  constructor(host: FeedHost, work: FeedWork<T>) {
    this.#host = host;
    this.#work = work;
    host.addController(this);
  }

  hostConnected() {
    followLanguage(this.#host);
    document.addEventListener('visibilitychange', this.#onVisible);
    window.addEventListener('online', this.#onOnline);
    if (!this.#interrupted) return;
    this.#interrupted = false;
    this.reload();
  }

  hostUpdate() {
    const {feed, format, refresh} = this.#host;
    const asks = [feed.trim(), format.trim(), refresh, ...(this.#work.args?.() ?? [])];
    const isSame = asks.every((value, index) => Object.is(value, this.#asked[index]));
    if (isSame && this.#asked.length) return;
    this.#asked = asks;
    this.#run();
  }

  hostDisconnected() {
    leaveLanguage(this.#host);
    document.removeEventListener('visibilitychange', this.#onVisible);
    window.removeEventListener('online', this.#onOnline);
    this.#interrupted = this.#host.state === 'loading' || this.#timer !== undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#reading.abort();
  }

  /** Reads again, past every cache. What shows stays until the answer is there. */
  reload() {
    this.#fresh = true;
    this.#run();
  }

  #run() {
    this.#reading.abort();
    this.#reading = new AbortController();
    void this.#read(this.#reading.signal);
  }

  async #read(signal: AbortSignal): Promise<void> {
    const host = this.#host;
    const feed = host.feed.trim();
    const format = host.format.trim();
    const fresh = this.#fresh;
    this.#fresh = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!fresh) this.value = undefined;
    if (!this.value) {
      host.stale = false;
      host.state = feed ? 'loading' : 'idle';
    }
    if (!feed) return;
    try {
      const value = await this.#work.load(feed, {signal, fresh, ...(format && {format})});
      if (signal.aborted) return;
      this.#succeed(value);
    } catch (cause) {
      if (signal.aborted) return;
      this.#fail(cause);
    }
    this.#schedule();
    host.requestUpdate();
  }

  #succeed(value: T) {
    const host = this.#host;
    this.value = value;
    this.error = undefined;
    host.stale = false;
    const empty = this.#work.isEmpty?.(value) ?? value.campaigns.length === 0;
    host.state = empty ? 'empty' : 'ready';
    if (value.feed.problems.length) void warnOfProblems(host.localName, value.feed);
    host.dispatchEvent(new RelaisLoadEvent({...value.feed, campaigns: value.campaigns}));
  }

  #fail(cause: unknown) {
    const host = this.#host;
    if (this.value) host.stale = true;
    else host.state = 'error';
    this.error = tellError(host, cause);
  }

  #schedule() {
    const seconds = this.#host.refresh;
    if (!(seconds > 0) || !this.#host.isConnected) return;
    // Never sooner than the server asks (Retry-After).
    const wait = Math.max(seconds, SHORTEST_REFRESH_S, this.error?.retryAfter ?? 0);
    this.#timer = setTimeout(() => this.#onTimer(), Math.min(wait, LONGEST_REFRESH_S) * 1000);
  }

  #onTimer() {
    // A page that nobody looks at asks nothing: the reading waits until it is seen again.
    if (document.hidden) this.#fresh = true;
    else this.reload();
  }

  readonly #onVisible = () => {
    if (document.hidden) return;
    if (this.#fresh) this.reload();
    // Hours may have passed: "2 days left" is said anew even when no feed is read.
    else this.#host.requestUpdate();
  };

  readonly #onOnline = () => {
    if (this.error && this.#host.feed) this.reload();
  };
}
