import {zoneAhead} from './civil.js';

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(.+))?$/;

/**
 * An instant out of a day or an instant.
 *
 * A day alone begins at its first second in the zone, and ends at its last.
 *
 * @param text - In the form of `schema.ts`'s `moment`.
 * @param zone - IANA name; the caller has checked that it exists.
 * @returns ISO 8601 with an offset; null when there is no such day or hour (30 February).
 */
export function instantOf(text: string, zone: string, edge: 'start' | 'end' = 'start'): string | null {
  const [, year, month, day, time] = MOMENT.exec(text) ?? [];
  if (!year) return null;
  const noon = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), 12));
  // Date.parse takes 30 February for 2 March in some engines.
  if (noon.getUTCMonth() !== Number(month) - 1 || noon.getUTCDate() !== Number(day)) return null;
  if (time) return Number.isFinite(Date.parse(text)) ? text : null;
  const local = `${text}T${edge === 'end' ? '23:59:59' : '00:00:00'}`;
  const wall = Date.parse(`${local}Z`);
  // The offset is that of the instant itself: a first guess in UTC may fall across a change of clocks.
  const guess = zoneAhead(wall, zone);
  return `${local}${offsetText(zoneAhead(wall - guess, zone))}`;
}

function offsetText(ahead: number): string {
  const minutes = Math.abs(Math.round(ahead / 60_000));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${ahead < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The zone, or Europe/Paris when there is none of that name. */
export function zoneOr(zone: string | null | undefined, fallback: string): string {
  if (!zone) return fallback;
  try {
    zoneAhead(0, zone);
    return zone;
  } catch {
    return fallback;
  }
}
