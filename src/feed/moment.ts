/** A day, then perhaps a time with its seconds, and perhaps an offset. */
const MOMENT =
  /^\s*(\d{4}-\d\d-(\d\d))(?:[Tt ](\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(?:([Zz])|([+-]\d\d):?(\d\d))?)?\s*$/;

/** How far a place is ahead of UTC when its clocks show "2026-03-03T10:00:00": "+01:00". */
export type OffsetAt = (local: string) => string;

/**
 * An instant out of a day or an instant.
 *
 * A day alone begins at its first second in the zone, and ends at its last. A time without an offset is
 * one in the zone.
 *
 * @param text - ISO 8601; fractions of a second are dropped.
 * @param offsetAt - The zone's clock, asked for a text without an offset alone (`zone.ts`).
 * @returns ISO 8601 to the second, with an offset; null when there is no such day or hour (30 February).
 */
export function instantOf(text: string, edge: 'start' | 'end', offsetAt: OffsetAt): string | null {
  const [, day = '', inMonth, time, seconds = ':00', zulu, hours, minutes] =
    MOMENT.exec(text) ?? [];
  // Date takes 30 February for 2 March in some engines.
  if (new Date(`${day}T00:00Z`).getUTCDate() !== Number(inMonth)) return null;
  const local = `${day}T${time ? time + seconds : edge === 'end' ? '23:59:59' : '00:00:00'}`;
  // The zone's clock is asked about hours that there are.
  if (!zulu && !hours && Number.isNaN(Date.parse(`${local}Z`))) return null;
  const instant = local + (zulu ? 'Z' : hours ? `${hours}:${minutes}` : offsetAt(local));
  return Number.isNaN(Date.parse(instant)) ? null : instant;
}

/** Whether a text is a day or an instant. */
export function isMoment(text: string): boolean {
  return instantOf(text, 'start', () => 'Z') !== null;
}
