import {NO_STATUS, STATUSES} from '../../feed/points.js';
import {keyOf} from '../../feed/select.js';
import {blankCampaign} from '../../feed/campaign.js';
import {REACHES, type Rows} from './rows.js';

/** Where campaigns stand now, and their order in lists. */
export interface Standing {
  now: number;
  /** For each campaign, a position in `STATUSES`, or `NO_STATUS`. */
  status: Uint8Array;
  /** The campaigns in the list's order: what ends first, then what has ended, the latest first. */
  order: Uint32Array;
  /** For each campaign, its position in `order`. */
  rank: Uint32Array;
}

const [UPCOMING, LIVE, SUCCEEDED, FAILED, CANCELLED] = STATUSES.keys();
const REACHED = REACHES.indexOf('reached');
const UNKNOWN = REACHES.indexOf('unknown');

/** What `statusOf` and the order `ending` say of each campaign, out of columns. */
export function standingOf({columns, length}: Rows, now: number): Standing {
  const {said, start, end, reach} = columns;
  const status = new Uint8Array(length);
  const keys = new Float64Array(length);
  const endless = keyOf(blankCampaign, 'ending', now);
  for (let at = 0; at < length; at += 1) {
    status[at] = statusAt(said[at]!, start[at]!, end[at]!, reach[at]!, now);
    const ends = end[at]!;
    keys[at] = Number.isNaN(ends)
      ? endless
      : ends < now
        ? Number.MAX_SAFE_INTEGER + (now - ends)
        : ends;
  }
  const order = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) order[at] = at;
  order.sort((one, other) => keys[one]! - keys[other]! || one - other);
  const rank = new Uint32Array(length);
  order.forEach((at, position) => (rank[at] = position));
  return {now, status, order, rank};
}

function statusAt(said: number, start: number, end: number, reach: number, now: number): number {
  if (said === SUCCEEDED || said === FAILED || said === CANCELLED) return said;
  if (end < now) {
    if (reach === UNKNOWN) return NO_STATUS;
    return (reach === REACHED ? SUCCEEDED : FAILED) ?? NO_STATUS;
  }
  if (!Number.isNaN(start)) return (start > now ? UPCOMING : LIVE) ?? NO_STATUS;
  return said === NO_STATUS ? (LIVE ?? NO_STATUS) : said;
}
