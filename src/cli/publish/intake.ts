import type {Call, Campaign, Feed} from '../../feed/campaign.js';
import {FeedError} from '../../feed/errors.js';
import {hashOf, isPlainName} from '../../feed/published/format.js';
import {fixedDegrees, NO_STATUS, STATUSES} from '../../feed/points.js';
import {yearOf} from '../../feed/period.js';
import {readFeedFast} from '../../feed/read-fast.js';
import {ratioOf} from '../../feed/select.js';
import type {Batch, Page} from '../input/batch.js';
import {numberOf, numbersOf, textOf} from './hash.js';
import type {Problems} from './problems.js';
import type {Pages} from './paged/pages.js';
import {Lookup} from './paged/lookup.js';
import {NOWHERE, REACHES, type Row} from './rows.js';
import type {State} from './state.js';
import {Placer} from './territories.js';
import {featureOf} from './wire.js';

/** Changes when a campaign is read or written otherwise. */
const EDITION = 3;

/** Where nobody knows what relative links count from: none that counts from here is followed. */
const UNKNOWN = 'file:///';

/** A feed's own words, without its campaigns. */
export type Head = Pick<Feed, 'title' | 'publisher' | 'licence' | 'updatedAt'> & {calls: Call[]};

/** Takes the campaigns of a feed in: those that are as they were stay as they are, the others are read. */
export class Intake {
  /** Campaigns of the feed, left out or not, and those that were not read again. */
  seen = 0;
  unchanged = 0;
  readonly #state: State;
  readonly #pages: Pages;
  readonly #problems: Problems;
  readonly #placer = new Placer();
  readonly #ids: Lookup;
  #before: Lookup | undefined;
  #key = '';
  #head: Head | undefined;
  /** What of a page's head is read with each campaign. */
  #early: {page: Page; head: Record<string, unknown>} | undefined;

  constructor(state: State, problems: Problems, pages: Pages) {
    this.#state = state;
    this.#pages = pages;
    this.#problems = problems;
    this.#ids = new Lookup(pages, state.rows.columns.id);
  }

  /** Takes in what was read of the feed, in its order. */
  async add(batch: Batch): Promise<void> {
    const {page, features, raw, lines, startIndex} = batch;
    const head = this.#headOf(page);
    const {rows, before} = this.#state;
    /** The positions in the batch of those to be read, until one that is not. */
    let fresh: number[] = [];
    for (let at = 0; at < features.length; at += 1) {
      this.seen += 1;
      const known = batch.known[at] ?? (batch.broken.has(at) ? undefined : this.#known(raw[at]!));
      if (known === undefined) {
        fresh.push(at);
        continue;
      }
      await this.#read(batch, fresh, head);
      fresh = [];
      const {columns} = before!.rows;
      const id = columns.id.get(known);
      const body = () => this.#bodyOf(columns.offset.get(known), columns.size.get(known));
      if (this.#isTaken(id, () => idOf(body().toString()))) {
        this.#tellTwice(idOf(body().toString()), startIndex + at, lines[at] ?? null);
        continue;
      }
      const row = rows.copy(before!.rows, known);
      if (this.#state.isMoving) rows.columns.offset.set(row, this.#state.bodies.add(body()));
      this.#ids.add(row);
      this.unchanged += 1;
    }
    await this.#read(batch, fresh, head);
    if (batch.isLast) await this.#endPage(page);
  }

  /**
   * What the feed says of itself, after all of it was read, and what tells whether the next run has to read all again.
   *
   * @throws {FeedError} When none of its campaigns can be read: what is published stays.
   */
  end(): {head: Head; key: string} {
    const {length} = this.#state.rows;
    if (!this.#head) throw new FeedError('not-a-feed', 'There is nothing to read.');
    if (this.seen && !length) {
      throw new FeedError(
        'not-a-feed',
        `None of its ${this.seen} campaigns can be shown: nothing was published. relais check says what is wrong.`,
      );
    }
    this.#ids.close();
    this.#before?.close();
    return {head: this.#head, key: this.#key};
  }

  #headOf(page: Page): Record<string, unknown> {
    if (this.#early?.page === page) return this.#early.head;
    const {version, timezone} = page.head;
    const head = {version: version ?? '1.0', ...(timezone !== undefined && {timezone})};
    this.#early = {page, head};
    // Links count from the folder: the pages of a feed share it.
    const base = URL.canParse(page.url) ? new URL('.', page.url).href : '';
    const key = textOf(JSON.stringify([EDITION, base, head]));
    this.#key ||= key;
    // Of a page that counts otherwise, nothing is known.
    const {before} = this.#state;
    if (before?.key !== key) {
      this.#before?.close();
      this.#before = undefined;
    } else this.#before ??= new Lookup(this.#pages, before.rows.columns.raw, before.rows.length);
    return head;
  }

  /** The campaign of these very bytes in the last run, if its page is known to be read as it was then. */
  recall(raw: Uint8Array, page: Page): number | undefined {
    return this.#early?.page === page ? this.#known(raw) : undefined;
  }

  /** The campaign of these very bytes, in the last run. */
  #known(raw: Uint8Array): number | undefined {
    const {before} = this.#state;
    if (!this.#before || !before) return undefined;
    const [first, rest] = numbersOf(raw);
    const {rawRest, faulty} = before.rows.columns;
    for (const at of this.#before.find(first)) {
      if (rawRest.get(at) === rest && !faulty.get(at)) return at;
    }
    return undefined;
  }

  async #read(batch: Batch, fresh: number[], head: Record<string, unknown>): Promise<void> {
    if (!fresh.length) return;
    const {page, startIndex, lines, raw, broken} = batch;
    const readable = fresh.filter((at) => !broken.has(at));
    const features = readable.map((at) => batch.features[at]);
    const whole = {...head, type: 'FeatureCollection', features};
    const {feed} = await readFeedFast(whole, page.url || UNKNOWN);
    if (!feed.problems.length && readable.length === fresh.length) {
      for (const [index, campaign] of feed.campaigns.entries()) {
        await this.#take(campaign, fresh[index]!, batch, false);
      }
      return;
    }
    // Something is wrong: one by one, it is seen with which.
    for (const at of fresh) {
      const index = startIndex + at;
      const line = lines[at] ?? null;
      const reason = broken.get(at);
      if (reason !== undefined) {
        this.#problems.add({kind: 'campaign', index, id: null, path: '', reason}, line);
        continue;
      }
      const one = {...whole, features: [batch.features[at]]};
      const {feed} = await readFeedFast(one, page.url || UNKNOWN);
      const own = feed.problems.filter(({kind}) => kind !== 'feed');
      for (const problem of own) this.#problems.add({...problem, index}, line);
      const [campaign] = feed.campaigns;
      if (campaign) await this.#take(campaign, at, batch, own.length > 0);
      else if (!own.length) {
        const faultless = `nothing of it can be read (${raw[at]!.length} bytes)`;
        this.#problems.add({kind: 'campaign', index, id: null, path: '', reason: faultless}, line);
      }
    }
  }

  async #take(campaign: Campaign, at: number, batch: Batch, isFaulty: boolean): Promise<void> {
    const {rows, bodies} = this.#state;
    const {id} = campaign;
    const idNumber = numberOf(id);
    if (this.#isTaken(idNumber, () => id)) {
      this.#tellTwice(id, batch.startIndex + at, batch.lines[at] ?? null);
      return;
    }
    const placed = campaign.place && (await this.#placer.of(campaign.place));
    const whole = {...campaign, place: placed?.place ?? null};
    const body = Buffer.from(JSON.stringify(featureOf(whole)));
    const [raw, rawRest] = numbersOf(batch.raw[at]!);
    const row: Row = {
      ...figuresOf(campaign),
      raw,
      rawRest,
      id: idNumber,
      shard: hashOf(id),
      body: numberOf(body),
      offset: bodies.add(body),
      size: body.length,
      coin: rows.coins.of(campaign.unit === 'money' ? campaign.currency : ''),
      place: rows.places.of((placed?.territories ?? []).join(' ')),
      call: rows.calls.of(
        campaign.call ? JSON.stringify([campaign.call.id, campaign.call.edition ?? '']) : '',
      ),
      faulty: Number(isFaulty),
      plain: Number(isPlainName(id)),
    };
    this.#ids.add(rows.push(row));
  }

  #isTaken(number: number, idOfThis: () => string): boolean {
    const {offset, size} = this.#state.rows.columns;
    for (const at of this.#ids.find(number)) {
      if (idOf(this.#state.bodies.text(offset.get(at), size.get(at))) === idOfThis()) return true;
    }
    return false;
  }

  /** A body of the last run. */
  #bodyOf(offset: number, size: number): Buffer {
    return this.#state.before!.bodies.bytes(offset, size);
  }

  #tellTwice(id: string, index: number, line: number | null) {
    const reason = `"${id}" stands in the feed before: the first one is kept`;
    this.#problems.add({kind: 'campaign', index, id, path: 'id', reason}, line);
  }

  async #endPage(page: Page): Promise<void> {
    const {features: _features, next: _next, ...head} = page.head;
    const whole = {version: '1.0', ...head, type: 'FeatureCollection', features: []};
    const {feed} = await readFeedFast(
      // Lines of campaigns have no head, and need none.
      page.format === 'geojson' ? {...head, type: 'FeatureCollection', features: []} : whole,
      page.url || UNKNOWN,
    );
    for (const problem of feed.problems) this.#problems.add(problem);
    for (const {field, reason} of page.understanding?.remarks ?? []) {
      this.#problems.add({kind: 'feed', index: null, id: null, path: field, reason});
    }
    if ('timezone' in head && !('timezone' in (this.#early?.head ?? {}))) {
      const reason = 'stands after the features: write it before them in a feed of this length';
      this.#problems.add({kind: 'feed', index: null, id: null, path: 'timezone', reason});
    }
    const {title, publisher, licence, calls} = feed;
    const updatedAt = feed.updatedAt ?? page.date;
    this.#head ??= {title, publisher, licence, updatedAt, calls: []};
    for (const call of calls) {
      if (!this.#head.calls.some(({id}) => id === call.id)) this.#head.calls.push(call);
    }
  }
}

/** The columns that are numbers of the campaign itself. */
function figuresOf(campaign: Campaign) {
  const {coordinates, raised, backers, startsAt, endsAt, status, threshold} = campaign;
  const ratio = ratioOf(campaign);
  // As `statusOf` has it.
  const reach = ratio === null ? 'unknown' : ratio >= threshold - 1e-9 ? 'reached' : 'short';
  return {
    longitude: coordinates ? fixedDegrees(coordinates[0]) : NOWHERE,
    latitude: coordinates ? fixedDegrees(coordinates[1]) : NOWHERE,
    raised: raised ?? NaN,
    backers: backers ?? NaN,
    start: startsAt ? Date.parse(startsAt) : NaN,
    end: endsAt ? Date.parse(endsAt) : NaN,
    said: status ? STATUSES.indexOf(status) : NO_STATUS,
    reach: REACHES.indexOf(reach),
    year: Number(yearOf(campaign) ?? 0),
  };
}

function idOf(body: string): string {
  return (JSON.parse(body) as {id: string}).id;
}
