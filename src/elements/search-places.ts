import type {ReactiveControllerHost} from 'lit';

import {FeedError} from '../feed/errors.js';
import {parseTerritory} from '../territory/codes.js';
import {searchTerritories, type FoundTerritory} from '../territory/search.js';
import {RelaisErrorEvent} from './events.js';
import {warnOnce, type State} from './feed-controller.js';

/** How many places one list holds: more are told apart by typing on, not by scrolling. */
const LIMIT = 10;

/**
 * Asks the gazetteer for one search field. One question at a time: while it is being answered, only
 * the last that came is kept, so that typing never piles up work and a late answer never shows.
 */
export class PlaceSearch {
  /** The places found for `query`, best first. */
  found: readonly FoundTerritory[] = [];
  /** The question that `found` answers. Empty: none. */
  query = '';
  /** `idle` before the names are asked for, `loading`, `ready`, or `error` when they do not come. */
  state: State = 'idle';

  readonly #host: ReactiveControllerHost;
  readonly #scope: () => string;
  readonly #onError: (cause: unknown) => void;
  #wanted = '';
  #asked: Promise<void> | undefined;

  /**
   * @param options.scope - The territory that limits the search. Empty or malformed: no limit.
   * @param options.onError - Told when the names cannot be loaded.
   */
  constructor(
    host: ReactiveControllerHost,
    options: {scope: () => string; onError: (cause: unknown) => void},
  ) {
    this.#host = host;
    this.#scope = options.scope;
    this.#onError = options.onError;
  }

  /** Whether what was asked last has its answer. */
  get settled(): boolean {
    return !this.#asked && this.query === this.#wanted;
  }

  /** The names could not be loaded, here or for a code: says so once. */
  fail(cause: unknown) {
    if (this.state === 'error') return;
    this.found = [];
    this.#move('error');
    this.#onError(cause);
  }

  /** Fetches the names before they are needed. */
  warm() {
    if (this.state === 'idle') void this.#run();
  }

  /** Asks for places of that name or postcode; resolves once they, or those asked since, are found. */
  async ask(query: string): Promise<void> {
    this.#wanted = query.trim();
    // What failed is tried again when the visitor asks for it, not at each letter.
    if (this.state === 'error') return;
    if (this.state !== 'ready' || !this.settled) await this.#run();
  }

  /** Asks the last question anew: after a failure, or in another scope. */
  async again(): Promise<void> {
    this.query = '';
    this.found = [];
    if (this.state !== 'idle') await this.#run();
  }

  async #run(): Promise<void> {
    do {
      this.#asked ??= this.#answer().finally(() => {
        this.#asked = undefined;
        this.#host.requestUpdate();
      });
      await this.#asked;
      // What was asked between the answer and its end is still without one.
    } while (this.state === 'ready' && this.query !== this.#wanted);
  }

  async #answer(): Promise<void> {
    if (this.state !== 'ready') this.#move('loading');
    try {
      let [asked, scope] = ['', ''];
      let found: FoundTerritory[];
      do {
        [asked, scope] = [this.#wanted, this.#scope()];
        found = await this.#search(asked, scope);
      } while (asked !== this.#wanted || scope !== this.#scope());
      this.found = found;
      this.query = asked;
      this.#move('ready');
    } catch (cause) {
      this.fail(cause);
    }
  }

  async #search(query: string, limits: string): Promise<FoundTerritory[]> {
    const scope = parseTerritory(limits);
    // Without a question the search only fetches its tables.
    const found = await searchTerritories(query || 'a', {
      limit: query ? LIMIT : 1,
      ...(scope && {within: `${scope.kind}:${scope.code}`}),
    });
    return query ? found : [];
  }

  #move(state: State) {
    this.state = state;
    this.#host.requestUpdate();
  }
}

/** Tells the page, and its developer, that the names of places did not come. */
export function tellFailure(host: HTMLElement, cause: unknown): void {
  const message = `The names of places could not be loaded: ${String(cause)}`;
  warnOnce(host.localName, message);
  host.dispatchEvent(new RelaisErrorEvent(new FeedError('network', message, {cause})));
}
