import {amountOf, writtenAmount} from '../../feed/foreign/amounts.js';
import {countryOf} from '../../feed/foreign/countries.js';
import {dateOf} from '../../feed/foreign/dates.js';
import {kindOf, languageOf, statusOf, unitOf} from '../../feed/foreign/words.js';
import {isMoment} from '../../feed/moment.js';
import {partOf} from './finding.js';

/** Under which other names required properties are often found. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  title: ['name', 'titre', 'nom', 'Title', 'project_name', 'label'],
  url: ['link', 'lien', 'href', 'permalink', 'web_url', 'URL', 'page'],
  id: ['slug', 'identifier', 'uuid', 'ref'],
  alt: ['description', 'title', 'legend'],
  src: ['url', 'href'],
  by: ['name'],
};

const AMOUNTS = /^(?:goal|raised|cap|given|available|committed|stretchGoals|rate)$/;
const DATES = /(?:At|From|To)$|^at$/;
const LINKS = /^(?:url|src|logo|applyUrl)$/;

/** What was meant by a value that is not as the format asks. */
export interface Meant {
  value: unknown;
  /** How one sees it, when the value does not tell: "it stands in "name"". */
  how?: string;
}

/**
 * What was probably meant where the schema refuses a value.
 *
 * @param path - "properties.endsAt"
 * @param value - What stands there; undefined when it is missing.
 * @param holder - The object in which it stands, or should.
 * @returns undefined when nothing can be told.
 */
export function meantBy(path: string, value: unknown, holder: unknown): Meant | undefined {
  const name = /(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? '';
  if (value === undefined) return found(name, holder);
  if (name === 'coordinates') return positionMeant(value);
  const meant = ofName(name, value, holder);
  return meant === undefined || meant === null || meant === value ? undefined : {value: meant};
}

function ofName(name: string, value: unknown, holder: unknown): unknown {
  switch (name) {
    case 'status':
      return statusOf(value, partOf(holder, 'goal'), partOf(holder, 'raised'));
    case 'kind':
      return kindOf(value);
    case 'unit':
      return unitOf(value);
    case 'country':
      return countryOf(value);
    case 'lang':
      return languageMeant(value);
    case 'currency':
      return currencyMeant(value);
    case 'threshold':
      return shareMeant(value);
    case 'backers':
    case 'width':
    case 'height':
      return Number.isInteger(amountMeant(value)) ? amountMeant(value) : undefined;
    case 'code':
    case 'postcode':
    case 'departement':
    case 'region':
    case 'epci':
      return codeMeant(name, value);
  }
  if (AMOUNTS.test(name)) return amountMeant(value);
  if (DATES.test(name)) return dateMeant(value);
  if (LINKS.test(name)) return linkMeant(value);
  return typeof value === 'number' ? String(value) : undefined;
}

function found(name: string, holder: unknown): Meant | undefined {
  for (const alias of ALIASES[name] ?? []) {
    const value = partOf(holder, alias);
    if (typeof value === 'string' && value.trim()) {
      return {value, how: `it stands in "${alias}"`};
    }
  }
  return undefined;
}

/** The number that a text of a person means: "12 450 €". Undefined when it may mean several: "12,450". */
function amountMeant(value: unknown): number | undefined {
  const amount = typeof value === 'string' ? amountOf(value) : undefined;
  return typeof amount === 'number' && amount >= 0 ? amount : undefined;
}

/** The share that a percentage means: 60, "60 %" and "0,6" are 0.6. */
function shareMeant(value: unknown): number | undefined {
  const isPercent = typeof value === 'string' && /%\s*$/.test(value);
  const number = typeof value === 'string' ? amountOf(value.replace('%', '')) : value;
  if (typeof number !== 'number') return undefined;
  const share = isPercent || number > 1 ? number / 100 : number;
  return share > 0 && share <= 1 ? Number(share.toPrecision(12)) : undefined;
}

/** Seconds or milliseconds since 1970, 30/11/2026, "30 novembre 2026", RFC 822, 2026/11/30. */
function dateMeant(value: unknown): string | undefined {
  const serial = /^\s*\d{5}\s*$/.test(String(value)) ? Number(value) : 0;
  // A day as spreadsheets count them, when a cell lost its form: days since 30 December 1899.
  if (serial > 36_525 && serial < 73_051) {
    return new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
  }
  const isNumber = typeof value === 'number' || /^\s*\d{9,13}\s*$/.test(String(value));
  const date = dateOf(value);
  if (typeof date !== 'string') return undefined;
  const text = date.replace(/^(\d{4})[/.]?(\d\d)[/.]?(\d\d)$/, '$1-$2-$3');
  // A small number is no date, though it is one of 1970.
  return isMoment(text) && !(isNumber && text < '2000') ? text : undefined;
}

function languageMeant(value: unknown): unknown {
  const isLocale = typeof value === 'string' && /^[a-z]{2,3}_[a-z]{2}$/i.test(value);
  return isLocale ? value.replace('_', '-') : languageOf(value);
}

/** The code of a sign or a word: "€", "euros". A dollar sign is that of several. */
function currencyMeant(value: unknown): string | undefined {
  return typeof value === 'string' && value.length < 8
    ? (writtenAmount(`1 ${value}`).currency ?? undefined)
    : undefined;
}

/** An address whose scheme was left out. */
function linkMeant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  const isBare = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$/i.test(text);
  return isBare && URL.canParse(`https://${text}`) ? `https://${text}` : undefined;
}

/** A code that lost its leading zero or its quotes in a spreadsheet. */
function codeMeant(name: string, value: unknown): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const text = String(value).replace(/[\s.]/g, '').toUpperCase();
  const length = {code: 5, postcode: 5, departement: 2, region: 2, epci: 9}[name] ?? 0;
  const isClose = text.length === length || (length < 9 && text.length === length - 1);
  if (name === 'departement' && /^9[78]\d$/.test(text)) return text;
  return isClose && /^(?:\d+|2[AB]\d*)$/.test(text) ? text.padStart(length, '0') : undefined;
}

/** The two numbers the other way round, out of their quotes, or out of names. */
function positionMeant(value: unknown): Meant | undefined {
  if (!Array.isArray(value)) {
    const longitude = partOf(value, 'lon') ?? partOf(value, 'lng') ?? partOf(value, 'longitude');
    const latitude = partOf(value, 'lat') ?? partOf(value, 'latitude');
    // As texts they keep their order.
    return positionMeant([longitude, latitude].map((each) => String(each ?? '')));
  }
  const [one, other] = value.map((each: unknown) =>
    typeof each === 'string' && each.trim() ? Number(each.replace(',', '.')) : each,
  ) as unknown[];
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  if (!Number.isFinite(one) || !Number.isFinite(other) || (!one && !other)) return undefined;
  const isText = value.some((each) => typeof each === 'string');
  if (isText && Math.abs(one) <= 180 && Math.abs(other) <= 90) return {value: [one, other]};
  return Math.abs(other) <= 180 && Math.abs(one) <= 90 ? {value: [other, one]} : undefined;
}
