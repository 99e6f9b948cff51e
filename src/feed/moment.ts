import {zoneAhead} from './civil.js';

/** A day, then perhaps a time with its seconds, and perhaps an offset. */
const MOMENT =
  /^\s*(\d{4}-\d\d-(\d\d))(?:[Tt ](\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(?:([Zz])|([+-]\d\d):?(\d\d))?)?\s*$/;

/** Offsets already worked out, by zone and wall clock: the days of a feed are few. */
const offsets = new Map<string, string>();
const MOST_OFFSETS = 5000;

/**
 * An instant out of a day or an instant.
 *
 * A day alone begins at its first second in the zone, and ends at its last. A time without an offset is
 * one in the zone.
 *
 * @param text - ISO 8601; fractions of a second are dropped.
 * @param zone - IANA name; the caller has checked that it exists.
 * @returns ISO 8601 to the second, with an offset; null when there is no such day or hour (30 February).
 */
export function instantOf(
  text: string,
  zone: string,
  edge: 'start' | 'end' = 'start',
): string | null {
  const [, day = '', inMonth, time, seconds = ':00', zulu, hours, minutes] =
    MOMENT.exec(text) ?? [];
  // Date takes 30 February for 2 March in some engines.
  if (new Date(`${day}T00:00Z`).getUTCDate() !== Number(inMonth)) return null;
  const local = `${day}T${time ? time + seconds : edge === 'end' ? '23:59:59' : '00:00:00'}`;
  if (Number.isNaN(Date.parse(`${local}Z`))) return null;
  const instant = local + (zulu ? 'Z' : hours ? `${hours}:${minutes}` : offsetOf(local, zone));
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}

/** The zone, or the fallback when there is none of that name. */
export function zoneOr(zone: string | null | undefined, fallback: string): string {
  if (!zone) return fallback;
  try {
    zoneAhead(0, zone);
    return zone;
  } catch {
    return fallback;
  }
}

/** How far a zone is ahead of UTC when its clocks show this: "+01:00". */
function offsetOf(local: string, zone: string): string {
  const key = zone + local;
  const known = offsets.get(key);
  if (known) return known;
  const wall = Date.parse(`${local}Z`);
  // The offset is that of the instant itself: a first guess in UTC may fall across a change of clocks.
  const ahead = zoneAhead(wall - zoneAhead(wall, zone), zone);
  const minutes = Math.abs(Math.round(ahead / 60_000));
  const hhmm = new Date(minutes * 60_000).toISOString().slice(11, 16);
  const offset = (ahead < 0 ? '-' : '+') + hhmm;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}
