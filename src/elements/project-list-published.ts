import type {Campaign, Feed, Problem} from '../feed/campaign.js';
import type {Folder} from '../feed/published/format.js';
import type {FileOptions} from '../feed/published/files.js';
import {PublishedList} from '../feed/published/listing.js';
import {MOST_READ} from '../feed/published/section.js';
import type {ReadSoFar} from './project-list-count.js';
import type {Loaded} from './feed-controller.js';
import {narrows, offer, readStatuses, type Asked, type Wish} from './project-list-view.js';

/** What was read: `campaigns` as the attributes select them, out of `all` those of the territory. */
export interface ListLoaded extends Loaded {
  all: Campaign[];
  /** What reads the others, of a published folder; null: all are there. */
  reading: ListReading | null;
}

/** What a list shows, as far as it decides what is read. */
export interface ListWish {
  asked: Asked & {territory: string};
  wish: Wish;
  /** The visitor asked for every status. */
  loosened: boolean;
  /** Cards that show. */
  cards: number;
}

/**
 * What a list shows of a published folder at first.
 *
 * @throws {FeedError} A file could not be read.
 */
export async function readListed(
  feed: Feed,
  folder: Folder,
  wanted: ListWish,
  options: FileOptions,
): Promise<ListLoaded> {
  const reading = new ListReading(folder);
  await reading.want(wanted, options);
  const {campaigns: all} = reading;
  const problems = [...feed.problems, ...reading.problems];
  return {feed: {...feed, problems}, all, campaigns: offer(all, wanted.asked, false), reading};
}

/**
 * The campaigns of a published folder behind a list: as many as its cards need, and for an order, a
 * category, a mentor or the visitor's filters the first five hundred.
 */
export class ListReading {
  readonly #folder: Folder;
  #list: PublishedList | undefined;
  #key = '';
  #isPlain = true;
  #total: number | null = null;
  /** One reading at a time: the next begins where the one before ended. */
  #last: Promise<void> = Promise.resolve();

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** Those that were read, in order. */
  get campaigns(): Campaign[] {
    return this.#list?.campaigns ?? [];
  }

  get problems(): readonly Problem[] {
    return this.#list?.problems ?? [];
  }

  get soFar(): ReadSoFar {
    const {read = 0, count = 0, isOver = true, partly = null} = this.#list ?? {};
    if (partly) return {...partly, over: false, total: null};
    return {read, of: count, over: isOver, total: this.#isPlain ? this.#total : null};
  }

  /** How many there are of any status, when the folder says it. */
  get everything(): number | null {
    return this.#isPlain ? (this.#list?.total() ?? null) : null;
  }

  /** Reads what is missing for that. @throws {FeedError} A file could not be read. */
  want(wanted: ListWish, options: FileOptions): Promise<void> {
    this.#last = this.#last.catch(() => undefined).then(() => this.#want(wanted, options));
    return this.#last;
  }

  async #want({asked, wish, loosened, cards}: ListWish, options: FileOptions): Promise<void> {
    const {territory, call, category, mentor, sort} = asked;
    const {status} = loosened ? {} : readStatuses(asked.status);
    const key = JSON.stringify([territory, call, status]);
    if (key !== this.#key || !this.#list) {
      const question = {territory, call: call.trim(), ...(status && {status})};
      this.#list = await PublishedList.open(this.#folder, question, options);
      this.#key = key;
    }
    const list = this.#list;
    const order = wish.sort || sort || 'ending';
    const isNarrow = narrows(wish) || Boolean(category.trim() || mentor.trim() || asked.bounds);
    // An order that is none of ours is the published one.
    const isReordered = /^(newest|progress|raised|backers|title|feed)$/.test(order);
    this.#isPlain = !isNarrow && !isReordered;
    this.#total = list.total(status);
    const isEnough = (campaigns: Campaign[]) =>
      this.#isPlain && offer(campaigns, asked, loosened).length >= cards;
    await list.readUntil(isEnough, options, this.#isPlain ? Infinity : MOST_READ);
  }
}
