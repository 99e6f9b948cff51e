import {isMoment} from '../../feed/moment.js';

const MONTHS =
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre';

/**
 * The number that a text of a person means: "12 450 €" is 12450, "1.234,50" is 1234.5, "1,234.50" too.
 *
 * @returns undefined when it may mean several ("1.234" is 1234 in French and 1.234 in JSON) or none.
 */
export function amountMeant(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .trim()
    .replace(/^(?:EUR|€|\$|£)\s*/i, '')
    .replace(/\s*(?:EUR|euros?|€|\$|£|CHF|USD|GBP)(?:\s+\p{L}+)?$/iu, '')
    .replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const marks = text.replace(/\d/g, '');
  const last = marks.at(-1);
  if (!last) return Number(text);
  const parts = text.split(/[.,]/);
  const tail = parts.at(-1) ?? '';
  const isGrouped = parts.slice(1).every((part) => part.length === 3);
  const isOne = new Set(marks).size === 1;
  if (isOne && marks.length > 1) return isGrouped ? Number(parts.join('')) : undefined;
  if (isOne && tail.length === 3) return undefined;
  const whole = parts.slice(0, -1).join('');
  return /^\d*$/.test(tail) ? Number(`${whole}.${tail || 0}`) : undefined;
}

/** The share that a percentage means: 60, "60 %" and "0,6" are 0.6. */
export function shareMeant(value: unknown): number | undefined {
  const text = String(value).replace(/[\s%]/g, '').replace(',', '.');
  if ((typeof value !== 'number' && typeof value !== 'string') || !/^\d+(\.\d+)?$/.test(text)) {
    return undefined;
  }
  const number = Number(text);
  const isPercent = number > 1 || String(value).includes('%');
  const share = isPercent ? number / 100 : number;
  return share > 0 && share <= 1 ? Number(share.toPrecision(12)) : undefined;
}

/** The date that is meant: seconds or milliseconds since 1970, 30/11/2026, "30 novembre 2026", RFC 822. */
export function dateMeant(value: unknown): string | undefined {
  if (typeof value === 'number') return instantMeant(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) return instantMeant(Number(text));
  const [, day, month, year, time] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,à]+(\d{1,2}[:h]\d\d))?$/.exec(text) ?? [];
  if (year) return civil(year, month, day, time);
  const [, year2, month2, day2] = /^(\d{4})[/.]?(\d\d)[/.]?(\d\d)$/.exec(text) ?? [];
  if (year2) return civil(year2, month2, day2);
  const [, day3, name = '', year3] = /^(\d{1,2})(?:er)?\s+(\p{L}+)\s+(\d{4})$/u.exec(text) ?? [];
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const rank = MONTHS.split(' ').indexOf(plain) + 1;
  if (rank) return civil(year3, String(rank), day3);
  // RFC 822, as RSS writes it.
  const isMail = /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d/.test(text);
  return isMail && !Number.isNaN(Date.parse(text)) ? instantMeant(Date.parse(text)) : undefined;
}

function civil(year = '', month = '', day = '', time = ''): string | undefined {
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const text = time ? `${date}T${time.replace('h', ':').padStart(5, '0')}:00` : date;
  return isMoment(text) ? text : undefined;
}

/** 2001 to 2100, in seconds or in milliseconds. */
function instantMeant(number: number): string | undefined {
  const milliseconds = number >= 1e11 ? number : number * 1000;
  if (!(milliseconds > 978e9 && milliseconds < 4.1e12)) return undefined;
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
