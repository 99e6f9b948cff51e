import {NO_STATUS, STATUSES} from '../../feed/points.js';
import {keyOf} from '../../feed/select.js';
import {blankCampaign} from '../../feed/campaign.js';
import type {Pages} from './paged/pages.js';
import {Sorter} from './paged/sorter.js';
import {REACHES, Rows} from './rows.js';

const [UPCOMING, LIVE, SUCCEEDED, FAILED, CANCELLED] = STATUSES.keys();
const REACHED = REACHES.indexOf('reached');
const UNKNOWN = REACHES.indexOf('unknown');

/**
 * The same campaigns as they stand now (`status`), in the order of lists: what ends first, then what has ended, the latest
 * first. As `statusOf` and the order `ending` say of each, out of columns.
 *
 * @param now - Milliseconds since 1970.
 */
export function inOrder(rows: Rows, now: number, pages: Pages): Rows {
  const {said, start, end, reach} = rows.columns;
  const endless = keyOf(blankCampaign, 'ending', now);
  const sorter = new Sorter(pages);
  for (let at = 0; at < rows.length; at += 1) {
    const ends = end.get(at);
    const key = ends < now ? Number.MAX_SAFE_INTEGER + (now - ends) : ends;
    sorter.add(Number.isNaN(ends) ? endless : key, at, at);
  }
  const sorted = new Rows(pages.scratch(), rows);
  sorter.end((from) => {
    const status = statusAt(said.get(from), start.get(from), end.get(from), reach.get(from), now);
    sorted.columns.status.set(sorted.take(rows, from), status);
  });
  return sorted;
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
