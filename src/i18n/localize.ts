import {PARIS} from '../feed/civil.js';

/** The languages in which every sentence exists. French is the type of the others (`fr.ts`). */
export type Language = 'fr' | 'en';

/** Narrow no-break space: French thousands, and before ; ! ? */
export const NARROW = '\u202f';
/** No-break space: French before : and before a unit. */
export const FIXED = '\u00a0';

/** What Intl is asked for: British order of dates and English signs, as European pages write them. */
const LOCALES: Record<Language, string> = {fr: 'fr-FR', en: 'en-GB'};

/**
 * The language that is spoken for a BCP 47 tag: "fr-CA" is French. A tag of a language that we do not
 * speak, an empty one and null are French.
 */
export function languageOf(tag: string | null | undefined): Language {
  const base = (tag ?? '').trim().toLowerCase().split(/[-_]/, 1)[0];
  return base === 'en' ? 'en' : 'fr';
}

/** The sentences of one language, out of a table that has them all. */
export function pick<T>(table: Record<Language, T>, lang: Language): T {
  return table[lang];
}

/** Formatters cost a thousand times what formatting costs: each is made once. */
const formatters = new Map<string, unknown>();

function cached<T>(key: string, make: () => T): T {
  let formatter = formatters.get(key) as T | undefined;
  if (formatter === undefined) {
    formatter = make();
    formatters.set(key, formatter);
  }
  return formatter;
}

/** A number, with the language's thousands. One that is not finite is ''. */
export function formatNumber(value: number, lang: Language): string {
  if (!Number.isFinite(value)) return '';
  return cached(`n${lang}`, () => new Intl.NumberFormat(LOCALES[lang])).format(value);
}

/** A great number in short, cut and not rounded up: "1,2\u00a0M" of 1 290 000. For marks too small for the whole. */
export function formatCompact(value: number, lang: Language): string {
  if (!Number.isFinite(value)) return '';
  const options = {notation: 'compact', maximumFractionDigits: 1, roundingMode: 'trunc'} as const;
  return cached(`s${lang}`, () => new Intl.NumberFormat(LOCALES[lang], options)).format(value);
}

/** A great amount in short, cut and not rounded up: "1,2 M€" of 1 290 000, "214 M€". For marks too small for the whole. */
export function formatCompactMoney(amount: number, currency: string, lang: Language): string {
  if (!Number.isFinite(amount)) return '';
  // Two figures say enough: "1,2 M€", "12 M€".
  const thousands = 1000 ** Math.floor(Math.log10(Math.max(1, amount)) / 3);
  const digits = amount >= 1000 && amount / thousands < 10 ? 1 : 0;
  const format = cached(`c${lang}${currency}${digits}`, () => {
    try {
      return new Intl.NumberFormat(LOCALES[lang], {
        notation: 'compact',
        roundingMode: 'trunc',
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        minimumFractionDigits: 0,
        maximumFractionDigits: digits,
      });
    } catch {
      return undefined;
    }
  });
  if (!format) return `${formatCompact(amount, lang)}${FIXED}${currency}`;
  return format.format(amount).replace(/([kM])\s(?=\p{Sc})/u, '$1');
}

/**
 * An amount of money, to the cent of its currency. Cents show only when there are some. The sign is the
 * one that tells currencies apart ("$CA", "US$"): a total may hold several.
 *
 * @param amount - Major units. One that is not finite is ''.
 * @param currency - ISO 4217. A code that Intl does not know is written after the number.
 */
export function formatMoney(amount: number, currency: string, lang: Language): string {
  if (!Number.isFinite(amount)) return '';
  return cached(`m${lang}${currency}`, () => moneyFormat(currency, lang))(amount);
}

function moneyFormat(currency: string, lang: Language): (amount: number) => string {
  const unknown = (amount: number) => `${formatNumber(amount, lang)}${FIXED}${currency}`;
  const options = {style: 'currency', currency} as const;
  try {
    const named = new Intl.DisplayNames(LOCALES[lang], {type: 'currency', fallback: 'none'});
    if (!named.of(currency)) return unknown;
    const exact = new Intl.NumberFormat(LOCALES[lang], options);
    const whole = new Intl.NumberFormat(LOCALES[lang], {
      ...options,
      minimumFractionDigits: 0,
      maximumFractionDigits: 0,
    });
    const cents = 10 ** (exact.resolvedOptions().maximumFractionDigits ?? 2);
    return (amount) => {
      // What floats left below a cent is nobody's money, and must not bring out ",00".
      const rounded = Number.isInteger(amount) ? amount : Math.round(amount * cents) / cents;
      return (Number.isInteger(rounded) ? whole : exact).format(rounded);
    };
  } catch {
    return unknown;
  }
}

/**
 * The whole percents in a ratio, never more than is true: 0.996 is 99.
 *
 * A float may fall a hair below a percent that is exact: 0.29 × 100 is 28.999…96. The two amounts, their
 * quotient and its product by 100 are each off by half an epsilon at most, 2 ε together; within 4 ε the
 * percent counts as reached. Amounts written in cents that truly miss a percent miss it by more than
 * that up to ten billion units. 100 needs no such grace: x / y is below 1 whenever x is below y.
 */
export function wholePercents(ratio: number): number {
  const percents = ratio * 100;
  const nearest = Math.round(percents);
  const reached = Math.abs(percents - nearest) <= Math.abs(percents) * 4 * Number.EPSILON;
  const whole = reached ? nearest : Math.floor(percents);
  return ratio < 1 ? Math.min(whole, 99) : whole;
}

/** A ratio as a percentage, floored (`wholePercents`): "82 %". One that is not finite is ''. */
export function formatPercent(ratio: number, lang: Language): string {
  if (!Number.isFinite(ratio * 100)) return '';
  return cached(`p${lang}`, () => new Intl.NumberFormat(LOCALES[lang], {style: 'percent'})).format(
    wholePercents(ratio) / 100,
  );
}

/** A day in full: "3 mars 2026", "1er mars 2026". An instant that does not parse is ''. */
export function formatDate(iso: string, lang: Language, zone: string = PARIS): string {
  return formatAt(iso, lang, zone, {day: 'numeric', month: 'long', year: 'numeric'});
}

/** A month: "mars 2026", from any day of it ("2026-03-01"). */
export function formatMonth(day: string, lang: Language): string {
  return formatAt(day, lang, 'UTC', {month: 'long', year: 'numeric'});
}

/** A day and its hour: "3 mars 2026 à 10:04". An instant that does not parse is ''. */
export function formatDateTime(iso: string, lang: Language, zone: string = PARIS): string {
  return formatAt(iso, lang, zone, {dateStyle: 'long', timeStyle: 'short'});
}

function formatAt(iso: string, lang: Language, zone: string, options: Intl.DateTimeFormatOptions) {
  const at = Date.parse(iso);
  if (!Number.isFinite(at)) return '';
  const key = `d${lang}${zone}${JSON.stringify(options)}`;
  const written = cached(
    key,
    () => new Intl.DateTimeFormat(LOCALES[lang], {...options, timeZone: zone}),
  ).format(at);
  // French counts the first of a month in order, and Intl does not know.
  return lang === 'fr' ? written.replace(/^1 /, '1er ') : written;
}

/** Names one after the other: "Pau, Lons et Billère". */
export function formatList(items: readonly string[], lang: Language): string {
  return cached(`l${lang}`, () => new Intl.ListFormat(LOCALES[lang], {type: 'conjunction'})).format(
    items,
  );
}

/** The form of a plural: French takes the singular for 0 and 1.5, English does not. */
export function pluralOf(count: number, lang: Language): Intl.LDMLPluralRule {
  return cached(`r${lang}`, () => new Intl.PluralRules(LOCALES[lang])).select(count);
}

/** A country's name from its ISO 3166-1 alpha-2 code; the code itself when it is not one. */
export function countryName(code: string, lang: Language): string {
  try {
    return (
      cached(`c${lang}`, () => new Intl.DisplayNames(LOCALES[lang], {type: 'region'})).of(code) ??
      code
    );
  } catch {
    return code;
  }
}
