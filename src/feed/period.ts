import type {Campaign} from './campaign.js';

/**
 * A span of days ("2026-01-31", in `ZONE`), both ends included; null is an open end. `kind` remembers
 * how it was asked for, so that words can say it the same way.
 */
export type Period =
  | {kind: 'year' | 'month'; from: string; to: string}
  | {kind: 'last'; count: number; unit: 'day' | 'month' | 'year'; from: string; to: null}
  | {kind: 'range'; from: string | null; to: string | null};

/** The zone in which a feed's days are counted when nobody says (FEED.md). */
const ZONE = 'Europe/Paris';

const UNITS = {d: 'day', m: 'month', y: 'year'} as const;

/** Longer than this is a slip of the pen. */
const MOST_COUNT = 999;

const dayFormat = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * @param text - A year ("2026"), a month ("2026-03"), the last days, months or years ("90d", "12m",
 *   "2y"), or a span "FROM/TO" of years, months or days, either of which may be missing
 *   ("2024-01/2026-06", "2024/").
 * @param now - Milliseconds since 1970: "the last" count back from there.
 * @returns Null for all time: nothing, `all`, or what is none of these.
 */
export function parsePeriod(text: string, now: number = Date.now()): Period | null {
  const asked = text.trim().toLowerCase();
  const last = /^(\d{1,3})([dmy])$/.exec(asked);
  if (last) return lastOnes(Number(last[1]), UNITS[last[2] as keyof typeof UNITS], now);
  if (asked.includes('/')) return range(asked);
  const from = firstDay(asked);
  const to = lastDay(asked);
  if (!from || !to) return null;
  if (asked.length === 10) return {kind: 'range', from, to};
  return {kind: asked.length === 4 ? 'year' : 'month', from, to};
}

/**
 * Whether a campaign counts in a period: by the day it began, or ended when nobody says when it
 * began. So each campaign counts in one year and one only, those still running included, and the
 * years add up. A campaign without either date counts in no period but all time.
 */
export function inPeriod(campaign: Campaign, period: Period | null): boolean {
  if (!period) return true;
  const day = countedDay(campaign);
  if (day === null) return false;
  return (period.from === null || day >= period.from) && (period.to === null || day <= period.to);
}

/** The year in which a campaign counts, as `inPeriod` has it; null when it has no date. */
export function yearOf(campaign: Pick<Campaign, 'startsAt' | 'endsAt'>): string | null {
  return countedDay(campaign)?.slice(0, 4) ?? null;
}

function countedDay({startsAt, endsAt}: Pick<Campaign, 'startsAt' | 'endsAt'>): string | null {
  const at = Date.parse(startsAt ?? endsAt ?? '');
  return Number.isNaN(at) ? null : dayOf(at);
}

/** The day of an instant: "2026-01-31". By its parts: engines differ in how they write a whole date. */
function dayOf(at: number): string {
  const part: Record<string, string> = {};
  for (const {type, value} of dayFormat.formatToParts(at)) part[type] = value;
  return `${part['year']}-${part['month']}-${part['day']}`;
}

function lastOnes(count: number, unit: 'day' | 'month' | 'year', now: number): Period | null {
  if (count < 1 || count > MOST_COUNT) return null;
  const [year = 0, month = 1, day = 1] = dayOf(now).split('-').map(Number);
  const months = unit === 'day' ? 0 : count * (unit === 'year' ? 12 : 1);
  // The 31st of a shorter month is its last day.
  const longest = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  const start = new Date(Date.UTC(year, month - 1 - months, Math.min(day, longest)));
  if (unit === 'day') start.setUTCDate(start.getUTCDate() - count);
  return {kind: 'last', count, unit, from: start.toISOString().slice(0, 10), to: null};
}

function range(text: string): Period | null {
  const ends = text.split('/').map((end) => end.trim().replace(/^\.\.$/, ''));
  const [start = '', end = ''] = ends;
  if (ends.length !== 2 || (!start && !end)) return null;
  const from = start ? firstDay(start) : null;
  const to = end ? lastDay(end) : null;
  if ((start && !from) || (end && !to) || (from && to && from > to)) return null;
  return {kind: 'range', from, to};
}

/** The first day of a year, a month or a day; null when it is none of these. */
function firstDay(text: string): string | null {
  if (!/^\d{4}(-\d\d){0,2}$/.test(text)) return null;
  const day = `${text}-01-01`.slice(0, 10);
  return isDay(day) ? day : null;
}

function lastDay(text: string): string | null {
  const first = firstDay(text);
  if (!first || text.length === 10) return first;
  if (text.length === 4) return `${text}-12-31`;
  const [year = 0, month = 1] = text.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** "2026-02-30" is not one. */
function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
