import {instantOf, isMoment} from '../../feed/moment.js';
import {offsetOf} from '../../feed/zone.js';
import type {Context, Properties, Say} from './finding.js';

/** Before it there was no such platform: 1970 is a zero that became a date. */
const FIRST_YEAR = 2000;
const LAST_YEARS = 20;

/** Dates without an offset, in the wrong order, or against the status. */
export function checkDates(properties: Properties, say: Say, context: Context): void {
  for (const name of ['startsAt', 'endsAt', 'extendedFrom']) {
    checkMoment(`properties.${name}`, properties[name], say, context);
  }
  for (const list of ['news', 'history']) {
    const entries = properties[list];
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry: unknown, at) => {
      const when = (entry as {at?: unknown} | null)?.at;
      const path = `properties.${list}[${at}].at`;
      checkMoment(path, when, say, context);
      const time = timeOf(when, 'start', context);
      if (time > context.now + 86_400_000) say('date-to-come', path, when, 'it is to come');
    });
  }
  const starts = timeOf(properties['startsAt'], 'start', context);
  const ends = timeOf(properties['endsAt'], 'end', context);
  const before = timeOf(properties['extendedFrom'], 'end', context);
  if (ends < starts) {
    say('ends-first', 'properties.endsAt', properties['endsAt'], 'before startsAt: swap the two?');
  }
  if (before >= ends) {
    say(
      'not-prolonged',
      'properties.extendedFrom',
      properties['extendedFrom'],
      'not before endsAt: it is the end that was announced before it was prolonged',
    );
  }
  checkStatus(properties, starts, ends, say, context);
}

/** Whether a date of a campaign is a day without a time: the zone decides when it begins and ends. */
export function hasBareDay(properties: Properties): boolean {
  return ['startsAt', 'endsAt', 'extendedFrom'].some((name) => {
    const value = properties[name];
    return typeof value === 'string' && /^\s*\d{4}-\d\d-\d\d\s*$/.test(value);
  });
}

function checkStatus(
  {status, goal, raised, threshold}: Properties,
  starts: number,
  ends: number,
  say: Say,
  {now}: Context,
): void {
  const tell = (reason: string, meant?: string) =>
    say('status', 'properties.status', status, reason, meant);
  const isKnown = typeof goal === 'number' && goal > 0 && typeof raised === 'number';
  const share = typeof threshold === 'number' ? threshold : 1;
  const isReached = isKnown && raised >= goal * share;
  const leave = 'or leave it out: dates and amounts tell';
  if (status === 'live' && ends < now) {
    const meant = isKnown ? (isReached ? 'succeeded' : 'failed') : undefined;
    tell(`it has ended: write how, ${leave}`, meant);
  } else if (status === 'live' && starts > now) {
    tell(`it has not begun: write upcoming, ${leave}`, 'upcoming');
  } else if (status === 'upcoming' && starts < now) {
    tell(`it has begun: write live, ${leave}`, ends < now ? undefined : 'live');
  } else if (status === 'succeeded' && isKnown && !isReached) {
    tell(`raised is below the goal${share < 1 ? ` × ${share}` : ''}: is a threshold missing?`);
  } else if (status === 'failed' && isReached) {
    tell(`raised has reached the goal: write succeeded, ${leave}`, 'succeeded');
  } else if (status === 'succeeded' && ends > now) {
    tell(`it goes on until it ends: write live, ${leave}`, 'live');
  }
}

/** A moment that can be read, and may be read otherwise than it was meant. */
function checkMoment(path: string, value: unknown, say: Say, {now, zone}: Context): void {
  if (typeof value !== 'string' || !isMoment(value)) return;
  const text = value.trim();
  const year = Number(text.slice(0, 4));
  const last = new Date(now).getUTCFullYear() + LAST_YEARS;
  if (year < FIRST_YEAR || year > last) {
    say('odd-year', path, value, 'leave it out when it is unknown');
  } else if (/T/i.test(text) && !/(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) {
    const meant = instantOf(text, 'start', (local) => offsetOf(local, zone)) ?? undefined;
    say('no-offset', path, value, `no offset: it is read as the time of ${zone}`, meant);
  }
}

/** NaN where there is no date: nothing compares with it. */
function timeOf(value: unknown, edge: 'start' | 'end', {zone}: Context): number {
  const instant =
    typeof value === 'string' ? instantOf(value, edge, (local) => offsetOf(local, zone)) : null;
  return instant ? Date.parse(instant) : NaN;
}
