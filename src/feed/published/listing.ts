import type {Campaign, Problem, Status} from '../campaign.js';
import {withinTerritory} from '../places.js';
import {statusOf, type Totals} from '../select.js';
import type {FileOptions} from './files.js';
import type {Folder} from './format.js';
import type {Partly} from './sole.js';
import {MOST_READ, openCall, openTerritory, type Section} from './section.js';

/** What is listed. */
export interface ListingQuestion {
  territory: string;
  /** Identifier of the call whose laureates are listed; '' for with or without a call. */
  call: string;
  /** The statuses that are listed; missing: any. */
  status?: readonly Status[];
}

/** What the totals of a section count by itself. */
const COUNTED = ['upcoming', 'live', 'succeeded', 'failed'] as const;

/** Campaigns that are read at once, when more are wanted. */
const STEP = 24;

/**
 * The campaigns of a territory or a call in the published order, read as far as they are wanted.
 */
export class PublishedList {
  /** Those that were read, in order. */
  campaigns: Campaign[];
  readonly #section: Section | undefined;
  /** Only those of this territory count: a call has its laureates in all of them. */
  readonly #territory: string;
  readonly #status: readonly Status[] | undefined;
  readonly #from: number;
  #read: number;
  /** What is left is none of what is listed. */
  #isPast = false;

  private constructor(section: Section | undefined, {call, territory, status}: ListingQuestion) {
    this.#section = section;
    this.#territory = call ? territory : '';
    this.#status = status;
    // Those that have ended come after all that have not: who asks for them does not read the others.
    const isEnded = status?.every((one) => !isAhead(one));
    const {totals} = section ?? {};
    this.#from = isEnded && totals ? totals.live + totals.upcoming : 0;
    this.#read = this.#from;
    this.campaigns = [];
  }

  /** @throws {FeedError} The file of the territory, or of the call, could not be read. */
  static async open(
    folder: Folder,
    question: ListingQuestion,
    options: FileOptions,
  ): Promise<PublishedList> {
    const section = question.call
      ? await openCall(folder, question.call, options)
      : await openTerritory(folder, question.territory, options);
    const list = new PublishedList(section, question);
    const atHand = section?.first.length ?? 0;
    if (atHand > list.#from) await list.#readTo(atHand, options);
    return list;
  }

  /** How many there are, read or not. */
  get count(): number {
    return this.#section?.count ?? 0;
  }

  /** How many of them were gone through. */
  get read(): number {
    return Math.min(this.count, this.#read) - this.#from;
  }

  /** All of them were read. */
  get isWhole(): boolean {
    return this.#from === 0 && this.#read >= this.count;
  }

  /** There is nothing to read on to. */
  get isOver(): boolean {
    return this.#isPast || this.#read >= this.count;
  }

  /** Out of how many they were found, when not all could be gone through. */
  get partly(): Partly | null {
    return this.#section?.partly ?? null;
  }

  get problems(): readonly Problem[] {
    return this.#section?.problems ?? [];
  }

  /**
   * How many campaigns of these statuses there are, read or not; null when the folder does not say.
   *
   * @param status - Missing: any.
   */
  total(status?: readonly Status[]): number | null {
    const {totals} = this.#section ?? {};
    if (this.#territory.trim() || !totals || this.partly) return null;
    if (!status) return this.count;
    const known = status.filter((one): one is (typeof COUNTED)[number] =>
      (COUNTED as readonly Status[]).includes(one),
    );
    if (known.length < status.length) return null;
    return known.reduce((sum, one) => sum + (totals[one satisfies keyof Totals] || 0), 0);
  }

  /**
   * Reads on until it is enough, or nothing is left.
   *
   * @param isEnough - Of those that were read.
   * @param most - Campaigns gone through in all; default: no limit.
   * @throws {FeedError} A file could not be read; what was read stays.
   */
  async readUntil(
    isEnough: (campaigns: Campaign[]) => boolean,
    options: FileOptions,
    most = Infinity,
  ): Promise<void> {
    while (!this.isOver && this.read < most && !isEnough(this.campaigns)) {
      const step = most === Infinity ? STEP : MOST_READ;
      await this.#readTo(Math.min(this.#read + step, this.#from + most), options);
    }
  }

  async #readTo(to: number, options: FileOptions): Promise<void> {
    const from = this.#read;
    const read = (await this.#section?.read(from, to, options)) ?? [];
    const inside = await withinTerritory(read, this.#territory);
    // A publication in between moves campaigns: none is there twice.
    const known = new Set(this.campaigns.map(({id}) => id));
    this.campaigns = [...this.campaigns, ...inside.filter(({id}) => !known.has(id))];
    this.#read = to;
    this.#isPast = this.#leavesNone(read.at(-1));
  }

  /**
   * Whether none of what comes after `last` is listed: all that had not ended when it was published were
   * read, or what had begins, the latest first.
   */
  #leavesNone(last: Campaign | undefined): boolean {
    if (!this.#status?.every(isAhead)) return false;
    const found = this.campaigns.filter((campaign) => isAhead(statusOf(campaign)));
    if (found.length >= (this.total(['live', 'upcoming']) ?? Infinity)) return true;
    const end = last ? endOf(last) : Infinity;
    return end < Date.now() && this.campaigns.some((campaign) => endOf(campaign) > end);
  }
}

/** When a campaign ends, in milliseconds since 1970; Infinity when it does not. */
function endOf({endsAt}: Campaign): number {
  return endsAt ? Date.parse(endsAt) : Infinity;
}

/** Whether a campaign of that status has not ended: those stand before all others. */
function isAhead(status: Status | undefined): boolean {
  return status === 'live' || status === 'upcoming';
}
