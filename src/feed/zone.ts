import {zoneAhead} from './civil.js';

/** Offsets already worked out, by zone and wall clock: the days of a feed are few. */
const offsets = new Map<string, string>();
const MOST_OFFSETS = 5000;

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
export function offsetOf(local: string, zone: string): string {
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
