import type {Campaign} from '../feed/campaign.js';
import {PARIS, aheadOf, civilDays} from '../feed/civil.js';
import {statusOf} from '../feed/select.js';
import {capitalised, countText} from './count-text.js';
import {formatDate, pick, type Language} from './localize.js';
import {campaignStrings} from './strings.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A day as it was where the date was written. */
export function dayText(iso: string, lang: Language, zone: string = PARIS): string {
  const at = Date.parse(iso);
  if (!Number.isFinite(at)) return '';
  return formatDate(new Date(at + aheadOf(iso, at, zone)).toISOString(), lang, 'UTC');
}

/**
 * What the calendar and the clock leave. Days are civil days of the place: they change at its midnight,
 * wherever the visitor is. Under 24 hours, hours are said, rounded down; on the very day of the end, that
 * it is the last.
 */
export function timeText(campaign: Campaign, lang: Language, now: number, zone: string): string {
  const words = pick(campaignStrings, lang);
  const {startsAt, endsAt} = campaign;
  const status = statusOf(campaign, now);
  if (status === 'cancelled') return '';
  if (status === 'upcoming') {
    if (!startsAt) return '';
    return civilDays(now, startsAt, zone) <= 0
      ? words.startsToday
      : words.startsOn(dayText(startsAt, lang, zone));
  }
  if (!endsAt) return '';
  const left = Date.parse(endsAt) - now;
  if (left < 0) return words.endedOn(dayText(endsAt, lang, zone));
  // The feed says that it failed before its end: no time is left to help it.
  if (status === 'failed') return '';
  const days = civilDays(now, endsAt, zone);
  if (days >= 1 && left >= DAY) return countText(days, words.daysLeft, lang);
  const hours = Math.floor(left / HOUR);
  const rest = hours ? words.hoursLeft(countText(hours, words.hours, lang)) : words.underHour;
  return days >= 1 ? capitalised(rest) : words.lastDay(rest);
}
