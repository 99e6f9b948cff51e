/** "Fri, 01 Mar 2013 00:00:00 GMT" (RFC 822, with the four digits of RFC 1123). */
const RFC_822 =
  /^(?:[A-Za-z]{3},?\s+)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d\d:\d\d(?::\d\d)?\s+(?:[A-Z]{2,4}|[+-]\d{4})$/;
/** Day, month, year as people write them in France, then perhaps an hour. */
const DAY_FIRST =
  /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?:[\s,]+(?:à\s+)?(\d{1,2})\s*[:hH]\s*(\d\d)?(?::(\d\d))?)?$/;
/** "30 novembre 2026", "1er décembre 2026", "30 Nov. 2026", "lundi 30 novembre 2026". */
const IN_WORDS =
  /^(?:\p{L}{5,8},?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\s\d.]{3,10})\.?,?\s+(\d{4})$/iu;
const MONTHS = 'jan|fe[bv]|mar|a[pv]r|ma[iy]|jui?n|jui?l|ao?u|sep|oct|nov|dec'.split('|');
/** Above this a number counts milliseconds: in seconds it would be the year 5138. */
const MILLISECONDS = 1e11;

/**
 * A moment as the wire has it. Seconds since 1970 (milliseconds too), RFC 822, days first
 * (30/11/2026), in words, and ISO 8601 as it stands: a day, a time without an offset, fractions of any length.
 *
 * @returns Null when it is unknown; what cannot be read as it stands, for the reader to report.
 */
export function dateOf(given: unknown): unknown {
  if (typeof given === 'number') return ofEpoch(given);
  if (typeof given !== 'string') return given ?? null;
  const text = given.trim();
  if (!text) return null;
  if (/^\d{9,13}$/.test(text)) return ofEpoch(Number(text));
  if (RFC_822.test(text)) return ofInstant(Date.parse(text)) ?? given;
  const [, day = '', month = '', year = '', hours, minutes = '00', seconds = '00'] =
    DAY_FIRST.exec(text) ?? [];
  if (day) {
    const whole = year.length === 2 ? `20${year}` : year;
    const date = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return hours ? `${date}T${hours.padStart(2, '0')}:${minutes}:${seconds}` : date;
  }
  return inWords(text) ?? text;
}

function inWords(text: string): string | null {
  const [, day = '', name = '', year = ''] = IN_WORDS.exec(text) ?? [];
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const month = MONTHS.findIndex((beginning) => new RegExp(`^(?:${beginning})`).test(plain)) + 1;
  return month && day ? `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

function ofEpoch(number: number): unknown {
  return ofInstant(Math.abs(number) < MILLISECONDS ? number * 1000 : number) ?? number;
}

function ofInstant(milliseconds: number): string | null {
  // Beyond this a year has more digits than ISO 8601 writes without a sign.
  return Math.abs(milliseconds) < 253_402_300_800_000
    ? new Date(milliseconds).toISOString().replace(/\.\d+/, '')
    : null;
}
