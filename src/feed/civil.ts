/** The zone in which days are counted and dates are written when a feed names no other. */
export const PARIS = 'Europe/Paris';

const DAY = 86_400_000;
const OFFSET = /([+-])(\d\d):?(\d\d)$/;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that a zone is ahead of UTC at an instant. @throws {RangeError} When there is no such zone. */
export function zoneAhead(at: number, zone: string): number {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {timeZone: zone, timeZoneName: 'longOffset'});
    clocks.set(zone, clock);
  }
  // "11/30/2026, GMT+01:00"; "GMT" alone is UTC.
  return writtenAhead(clock.format(at)) ?? 0;
}

/**
 * How far the clocks of the place are ahead of UTC: the offset that the date is written with, since the
 * place wrote it. UTC itself ("Z") is how machines write and says nothing of the place: then `zone`.
 *
 * @returns Milliseconds.
 */
export function aheadOf(iso: string, at: number, zone: string = PARIS): number {
  return writtenAhead(iso) ?? zoneAhead(at, zone);
}

/** The offset at the end of a text, in milliseconds; undefined when there is none. */
function writtenAhead(text: string): number | undefined {
  const [, sign, hours, minutes] = OFFSET.exec(text) ?? [];
  return sign === undefined
    ? undefined
    : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/**
 * Days between two instants as a calendar counts them, where the date was written: from any hour of
 * Monday to any hour of Tuesday is one day. An offset that is the zone's own at that time tells that the
 * place keeps the zone's clock: days are then counted on it, also when clocks change between the two.
 */
export function civilDays(from: number, iso: string, zone: string = PARIS): number {
  const to = Date.parse(iso);
  const ahead = aheadOf(iso, to, zone);
  const keepsClock = ahead === zoneAhead(to, zone);
  const day = (at: number) => Math.floor((at + (keepsClock ? zoneAhead(at, zone) : ahead)) / DAY);
  return day(to) - day(from);
}
