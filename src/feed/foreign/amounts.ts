import {inTable} from './values.js';

/** An amount as somebody wrote it. */
export interface Written {
  /** Null when it is unknown; what cannot be read as it stands, for the reader to report. */
  value: unknown;
  /** ISO 4217, when a sign or a code stands beside the figure. */
  currency: string | null;
}

/** What parts a whole from its fraction. */
export type DecimalMark = ',' | '.';

/** How people write that they do not know. */
const UNKNOWN =
  /^(?:[-–—?.…/]+|n\/?[acrdp]|n\.[acrdp]\.|null|none|inconnue?|unknown|tbd|[àa] (?:d[ée]finir|venir|pr[ée]ciser)|non (?:communiqu|renseign|d[ée]fini|pr[ée]cis|connu)[ée]?e?|sans(?: objet)?|s\/?o|aucune?|en attente|#[A-Zé/!?\d]+)$/i;
/** Signs that are one currency's alone: a dollar sign is not. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  '£': 'GBP',
};
const GAPS = /[\s\u00a0\u202f\u2009'’]/g;

/**
 * An amount in major units: a number, or text that holds one ("313337.29", "1,234.50", "12 450 €").
 *
 * A single comma or point before exactly three digits may be either: "12,450" is twelve thousand to some
 * and twelve to others. It is not guessed.
 *
 * @param decimal - The decimal mark, where it is known: the other one then parts thousands.
 */
export function writtenAmount(given: unknown, decimal?: DecimalMark): Written {
  if (typeof given !== 'string') return {value: given ?? null, currency: null};
  const text = given.trim();
  if (!text || UNKNOWN.test(text)) return {value: null, currency: null};
  const [, before = '', figure = '', after = ''] =
    /^([^\d+-]{0,8})([+-]?\d[\d.,\s\u00a0\u202f\u2009'’]*)([^\d]{0,8})$/.exec(text.slice(0, 60)) ??
    [];
  const beside = (before + after).replace(GAPS, '').toUpperCase();
  const currency = inTable(SIGNS, beside) ?? (/^[A-Z]{3}$/.test(beside) ? beside : null);
  const number = numberOf(figure.replace(GAPS, ''), decimal);
  return number === null || (beside && !currency)
    ? {value: given, currency: null}
    : {value: number, currency};
}

/** As `writtenAmount`, where no currency can stand beside it. */
export function amountOf(given: unknown): unknown {
  return writtenAmount(given).value;
}

/** An amount in hundredths ("cents"), in major units. */
export function fromCents(given: unknown): unknown {
  const cents = amountOf(given);
  return typeof cents === 'number' ? cents / 100 : cents;
}

/** A goal: platforms write 0 where there is none. */
export function goalOf(amount: unknown): unknown {
  return amount === 0 ? null : amount;
}

/**
 * An amount in the currency's smallest units, in major ones.
 *
 * @param currency - ISO 4217. The euro has a hundred of them, the yen none.
 */
export function fromMinor(given: unknown, currency: unknown): unknown {
  const minor = amountOf(given);
  if (typeof minor !== 'number') return minor;
  return minor / 10 ** digitsOf(typeof currency === 'string' ? currency : 'EUR');
}

function digitsOf(currency: string): number {
  try {
    const style = {style: 'currency', currency} as const;
    return new Intl.NumberFormat('en', style).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** A figure without gaps; null when it is none, or could be two. */
function numberOf(figure: string, decimal?: DecimalMark): number | null {
  if (!/^[+-]?\d[\d.,]*$/.test(figure)) return null;
  const plain = figure.replace(/[.,]+$/, '');
  const marks = plain.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (!last) return finite(plain);
  const parts = plain.split(/[.,]/);
  const inThrees = parts.slice(1).every((part) => part.length === 3);
  if (new Set(marks).size === 2) {
    // Two marks: the last is the decimal one, and stands once.
    if (marks.filter((mark) => mark === last).length > 1) return null;
    if (!parts.slice(1, -1).every((part) => part.length === 3)) return null;
    return finite(`${parts.slice(0, -1).join('')}.${parts.at(-1)}`);
  }
  if (marks.length > 1) return inThrees ? finite(parts.join('')) : null;
  const mayBeThousands = inThrees && /^[+-]?[1-9]\d{0,2}$/.test(parts[0] ?? '');
  if (!mayBeThousands) return finite(parts.join('.'));
  if (!decimal) return null;
  return finite(parts.join(last === decimal ? '.' : ''));
}

function finite(text: string): number | null {
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}
