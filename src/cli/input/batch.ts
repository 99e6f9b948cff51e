import {understandingOf, type Understanding} from '../../feed/foreign/understanding.js';

/** One answer of a feed. Most feeds have one; `next` leads to others. */
export interface Page {
  /** From 1. */
  number: number;
  /** What messages call it: its path, its address, "standard input". */
  name: string;
  /** What relative links count from: http(s), a file's address, or '' when nobody knows. */
  url: string;
  /** When its server says that it was made, or the file changed (ISO 8601). */
  date: string | null;
  /** How it was read: `geojson`, `sequence` (a campaign on each line, RFC 8142), or an adapter's name; `adapter` when its shape decided. */
  format: string;
  /** Position of its first campaign in all that is read. */
  startIndex: number;
  /**
   * What stands beside the campaigns, as on the wire and unchecked, without `features`. Until the page's
   * last batch it is what stands before the first campaign.
   */
  head: Readonly<Record<string, unknown>>;
  /** What of it stands before the first campaign; all of it where an adapter made it. */
  before: Readonly<Record<string, unknown>>;
  /** Where an adapter had to tell which field is what: how it did. */
  understanding: Understanding | null;
}

/** Whether a page is a campaign feed as FEED.md has it, and not what an adapter made. */
export function isOwn({format, understanding}: Page): boolean {
  return !understanding && (format === 'geojson' || format === 'sequence');
}

/** Some campaigns of a feed, in its order. The lists have the same length. */
export interface Batch {
  page: Page;
  /** Position of the first in all that is read, from 0. */
  startIndex: number;
  /** Campaigns as on the wire, unchecked. Undefined where what stands there is no JSON, and where it is known. */
  features: unknown[];
  /** What `Recall` says of each; undefined where it says nothing. */
  known: (number | undefined)[];
  /** The bytes of each: those in the file, or of its JSON where an adapter made it. To tell whether it changed. */
  raw: Uint8Array[];
  /** The line of its file on which each begins, from 1; null where nobody can tell. */
  lines: (number | null)[];
  /** For those that are no JSON, by their position in the batch: why, and what to do. */
  broken: ReadonlyMap<number, string>;
  /** The page ends with it, and its head is whole. Every page has one such batch, which may be empty. */
  isLast: boolean;
}

/** What whoever reads a feed knows of a campaign of these very bytes, which is then not parsed. */
export type Recall = (raw: Uint8Array, page: Page) => number | undefined;

/** Bytes of campaigns that are handed out together. */
const BATCH_BYTES = 256_000;

/** Gathers campaigns of one page into batches. */
export class Gatherer {
  readonly #page: Page;
  #index: number;
  #bytes = 0;
  #features: unknown[] = [];
  #raw: Uint8Array[] = [];
  #lines: (number | null)[] = [];
  #known: (number | undefined)[] = [];
  #broken = new Map<number, string>();
  readonly #recall: Recall | undefined;

  constructor(page: Page, recall?: Recall) {
    this.#page = page;
    this.#recall = recall;
    this.#index = page.startIndex;
  }

  /** There are enough for a batch. */
  get isFull(): boolean {
    return this.#bytes >= BATCH_BYTES;
  }

  add(feature: unknown, raw: Uint8Array, line: number | null, known?: number): void {
    this.#features.push(feature);
    this.#raw.push(raw);
    this.#lines.push(line);
    this.#known.push(known);
    this.#bytes += raw.length;
  }

  /** Adds a campaign of these bytes if it is known. @returns Whether it is. */
  addKnown(raw: Uint8Array, line: number | null): boolean {
    const known = this.#recall?.(raw, this.#page);
    if (known === undefined) return false;
    this.add(undefined, raw, line, known);
    return true;
  }

  /** What stands where a campaign should, and is no JSON. */
  addBroken(reason: string, raw: Uint8Array, line: number): void {
    this.#broken.set(this.#features.length, reason);
    this.add(undefined, raw, line);
  }

  /** One that an adapter made. */
  addMade(feature: unknown, line: number | null = null): void {
    this.add(feature, Buffer.from(JSON.stringify(feature) ?? ''), line);
  }

  /** Hands out what there is. */
  take(isLast = false): Batch {
    const batch: Batch = {
      page: this.#page,
      startIndex: this.#index,
      features: this.#features,
      known: this.#known,
      raw: this.#raw,
      lines: this.#lines,
      broken: this.#broken,
      isLast,
    };
    this.#index += this.#features.length;
    this.#bytes = 0;
    this.#features = [];
    this.#known = [];
    this.#raw = [];
    this.#lines = [];
    this.#broken = new Map();
    return batch;
  }
}

/**
 * Takes an answer's campaigns and head out of what an adapter made.
 *
 * @param lines - The line of each campaign, as far as they are known.
 */
export function fill(
  page: Page,
  gatherer: Gatherer,
  made: unknown,
  lines: readonly (number | null)[] = [],
): void {
  const {features, ...head} = made as Record<string, unknown>;
  page.understanding ??= understandingOf(made);
  page.head = head;
  page.before = head;
  const list = Array.isArray(features) ? (features as unknown[]) : [];
  list.forEach((feature, at) => gatherer.addMade(feature, lines[at] ?? null));
}
