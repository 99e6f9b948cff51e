import {cleanLink} from '../../feed/clean.js';
import {isOwn, type Batch} from '../input/batch.js';
import {NOWHERE} from '../input/read-batch.js';
import {CentsWatch} from './amounts.js';
import {hasBareDay} from './dates.js';
import {partOf, type Properties, type Say} from './finding.js';
import {FirstSeen} from './first-seen.js';

/** Calls for projects that are remembered: no feed has a tenth. */
const MOST_CALLS = 10_000;
/** A clock may be this much ahead. */
const AHEAD_MS = 10 * 60_000;

/** What only several campaigns together, or the feed's head, tell. */
export class FeedRules {
  readonly #urls = new FirstSeen();
  readonly #cents = new CentsWatch();
  /** Calls that campaigns name, with the first that does; and those that there are. */
  readonly #named = new Map<string, string>();
  readonly #calls = new Set<string>();
  #relative = 0;
  #hasBareDay = false;
  #hasZone = false;
  #hasCalls = false;
  #isOwn = true;

  /** Takes in a campaign that shows. */
  add(properties: Properties, index: number, base: string | null, say: Say): void {
    this.#cents.add(properties);
    this.#hasBareDay ||= hasBareDay(properties);
    const {url, image, call} = properties;
    for (const link of [url, partOf(image, 'src')]) {
      if (base === null && typeof link === 'string' && /^\s*\.{0,2}\//.test(link)) {
        this.#relative += 1;
      }
    }
    const address = typeof url === 'string' ? cleanLink(url, base ?? NOWHERE) : null;
    const first = address ? this.#urls.note(address, index) : undefined;
    if (first !== undefined) {
      say(
        'duplicate-url',
        'properties.url',
        url,
        `also the page of campaign #${first}: give each its own`,
      );
    }
    const id = partOf(call, 'id');
    if ((typeof id === 'string' || typeof id === 'number') && this.#named.size < MOST_CALLS) {
      const name = String(id).trim();
      if (!this.#named.has(name)) this.#named.set(name, `#${index}`);
    }
  }

  /** Takes in the whole head of a page. */
  endPage({page, startIndex}: Batch, now: number, say: Say): void {
    const {updatedAt, timezone, calls} = page.head;
    this.#hasZone ||= typeof timezone === 'string';
    if (Array.isArray(calls)) {
      this.#hasCalls = true;
      for (const call of calls as unknown[]) this.#calls.add(String(partOf(call, 'id')).trim());
    }
    // A platform's answer and a table have no place for it.
    this.#isOwn = isOwn(page);
    if (this.#isOwn && page.number === 1 && (updatedAt === undefined || updatedAt === null)) {
      say(
        'no-date',
        'updatedAt',
        undefined,
        'missing: say when the figures were true, as 2026-11-30T18:00:00+01:00',
      );
    }
    const at = typeof updatedAt === 'string' ? Date.parse(updatedAt) : NaN;
    if (at > now + AHEAD_MS) {
      say('date-to-come', 'updatedAt', updatedAt, 'it is to come: say when the figures were true');
    }
    const isLong = startIndex > page.startIndex;
    if (isLong && typeof timezone === 'string' && page.format === 'geojson') {
      const names = Object.keys(page.before);
      if (!names.includes('timezone')) {
        say(
          'late-timezone',
          'timezone',
          timezone,
          'write it before features: a feed of this length is read while it arrives',
        );
      }
    }
  }

  /** Says what is known when everything was read. */
  end(say: Say): void {
    const verdict = this.#cents.verdict;
    if (verdict) say('cents', 'features', undefined, verdict);
    if (this.#isOwn && this.#hasBareDay && !this.#hasZone) {
      say(
        'no-timezone',
        'timezone',
        undefined,
        'missing: days without a time are read as those of Europe/Paris',
        'Europe/Paris',
      );
    }
    if (this.#relative) {
      const what = this.#relative === 1 ? '1 link counts' : `${this.#relative} links count`;
      say(
        'relative-link',
        'features',
        undefined,
        `${what} from the feed's own address, which nobody knows here: give it with --base, or write links whole`,
      );
    }
    if (!this.#hasCalls) return;
    for (const [id, first] of this.#named) {
      if (this.#calls.has(id)) continue;
      say(
        'unknown-call',
        'calls',
        id,
        `campaign ${first} names this call, and the feed has none of that id`,
      );
    }
  }
}
