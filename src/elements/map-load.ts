import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {FeedError} from '../feed/errors.js';
import {withinTerritory} from '../feed/places.js';
import {maskOf} from '../feed/points.js';
import {loadSole, partlyOf, type Partly} from '../feed/published/sole.js';
import type {Loaded} from './feed-controller.js';
import {languageFor} from './language.js';
import {readyWords} from './map-campaigns.js';
import type {MapStock, Stock} from './map-stock.js';
import {offer, readStatuses} from './project-list-view.js';

/** What a map has read. */
export interface MapLoaded extends Loaded {
  /** The campaigns of a large feed or a published folder, of which `campaigns` then has none; null for another. */
  stock: MapStock | null;
  /** Out of how many they were found, when not all were gone through. Null or missing: all were. */
  partly?: Partly | null;
}

/** What is read. */
export interface MapQuestion {
  territory: string;
  status: string;
  signal: AbortSignal;
  fresh: boolean;
  format?: string;
}

/** What a `MapLoad` needs of its element. */
export interface LoadHost extends ReactiveControllerHost, HTMLElement {
  feed: string;
  reload: () => void;
}

/** Bytes that a page reads without being held up: some two thousand campaigns. More is read beside it. */
const LIGHT_BYTES = 2_000_000;

/** Milliseconds that a large feed stays open for an element that may come back. */
const CLOSE_MS = 2000;

/** Reads what a map shows: a feed of a town as everyone does, a country's beside the page. */
export class MapLoad implements ReactiveController {
  readonly #host: LoadHost;
  #open: {key: string; stock: Stock; close: () => void} | undefined;
  /** What was found to be large: it is not tried twice. */
  readonly #large = new Set<string>();
  #isClosed = false;

  constructor(host: LoadHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    if (this.#isClosed) this.#host.reload();
    this.#isClosed = false;
  }

  hostDisconnected() {
    setTimeout(() => {
      if (this.#host.isConnected || !this.#open) return;
      this.#close();
      this.#isClosed = true;
    }, CLOSE_MS);
  }

  /** @throws {FeedError} Nothing can be read. */
  async read(feed: string, question: MapQuestion): Promise<MapLoaded> {
    const loaded = await this.#readAny(feed, question);
    if (loaded.stock) await readyWords(loaded.stock.currency, languageFor(this.#host));
    return loaded;
  }

  async #readAny(feed: string, question: MapQuestion): Promise<MapLoaded> {
    const mayBeLarge = /^(relais|geojson)?$/.test(question.format ?? '');
    const light = mayBeLarge ? {light: LIGHT_BYTES} : {};
    if (!this.#large.has(feed)) {
      try {
        return await this.#readLight(feed, {...question, ...light});
      } catch (error) {
        if (!mayBeLarge || !(error instanceof FeedError && error.code === 'too-large')) throw error;
      }
    }
    try {
      return await this.#readLarge(feed, question);
    } catch (error) {
      // Another platform's answer is no list of features that could be cut.
      if (!(error instanceof FeedError && error.code === 'not-a-feed')) throw error;
      return this.#readLight(feed, question);
    }
  }

  async #readLight(
    url: string,
    {territory, status, ...options}: MapQuestion & {light?: number},
  ): Promise<MapLoaded> {
    const {feed, folder} = await loadSole(url, {...options, territory});
    if (folder) {
      const {openFolder} = await import('./map-folder-open.js');
      const read = await openFolder(this.#host, {feed, folder}, {territory, status, ...options});
      this.#close();
      return read;
    }
    this.#close();
    const there = await withinTerritory(feed.campaigns, territory);
    const asked = {sort: 'ending', category: '', call: '', mentor: '', bounds: null};
    return {
      feed,
      campaigns: offer(there, {...asked, status}, false),
      stock: null,
      partly: partlyOf(feed),
    };
  }

  async #readLarge(url: string, question: MapQuestion): Promise<MapLoaded> {
    const {territory, status, signal, fresh} = question;
    const key = `${url} ${territory}`;
    let open = this.#open;
    if (open?.key !== key || fresh) {
      const {Stock} = await import('./map-stock.js');
      open = {key, ...(await Stock.open(url, {territory, fresh, signal}))};
      this.#close();
      this.#open = open;
    }
    this.#large.add(url);
    const {stock} = open;
    stock.mask = maskOf(readStatuses(status).status);
    return {feed: stock.feed, campaigns: [], stock};
  }

  #close() {
    this.#open?.close();
    this.#open = undefined;
  }
}
