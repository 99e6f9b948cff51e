import {fromCents, goalOf, writtenAmount, type DecimalMark, type Written} from './amounts.js';
import {countryOf} from './countries.js';
import {dateOf} from './dates.js';
import {featureOf} from './draft.js';
import {noFeed} from './faults.js';
import {PROPERTIES, ambiguousIn, areEnglish, guess, isInCents} from './guess.js';
import {linkOf} from './links.js';
import {fieldsOf, filled, readMapping, type Mapping} from './mapping.js';
import {remarkOn, type Understanding} from './understanding.js';
import {at, either, inTable, isObject, textAt} from './values.js';
import {countOf, isDraft, isNo, isSum, kindOf, languageOf, stateOf, unitOf} from './words.js';

/** What belongs to a record beside its fields. */
export interface Beside {
  id?: unknown;
  geometry?: unknown;
}

/** Makes campaigns out of the records of a table whose fields somebody else has named. */
export interface RecordReader {
  /** A record as a feature of the wire; undefined for what is not to be shown: a draft, a line of sums. */
  featureOf: (record: unknown, beside?: Beside) => unknown;
  /** What the page says of the whole feed. */
  head: {timezone: string | null};
  understanding: Understanding;
}

/** Fields that a message lists. */
const MOST_LISTED = 40;

/** What records are read with. */
export interface RecordOptions {
  /** What `format` says after the colon. */
  mapping: string;
  url: string;
  /** The adapter, as `format` calls it: for messages. */
  format: string;
}

/**
 * Reads a mapping, and guesses what it leaves open from the names of the fields.
 *
 * @param fields - Names of the fields that the records have.
 * @throws {FeedError} `not-a-feed`: it names a field that the answer has not, or the title or the link
 *   cannot be found. The message lists the fields.
 */
export function recordReader(
  fields: readonly string[],
  {mapping, url, format}: RecordOptions,
): RecordReader {
  const given = readMapping(mapping, url, PROPERTIES);
  const listed = fields.length
    ? `Its fields: ${fields.slice(0, MOST_LISTED).join(', ')}${fields.length > MOST_LISTED ? ', …' : ''}.`
    : 'It has no fields.';
  for (const [property, field] of given.fields) {
    const isThere = fields.includes(field) || fields.includes(field.split('.')[0] ?? '');
    if (isThere) continue;
    throw noFeed(
      url,
      `has no field "${field.slice(0, 60)}", which "format" names for ${property}. ${listed}`,
    );
  }
  const mapped = new Set(given.fields.values());
  const guessed = guess(fields.filter((field) => !mapped.has(field)));
  const where = new Map([...guessed, ...given.fields]);
  for (const property of given.constants.keys()) where.delete(property);
  for (const property of ['title', 'url']) {
    if (where.has(property) || given.constants.has(property)) continue;
    const what = property === 'title' ? 'title' : "campaign's page (url)";
    throw noFeed(
      url,
      `does not tell which field is the ${what}: say it in the format, as ${format}:${property}=FIELD. ${listed}`,
    );
  }
  const decimal = decimalIn(given) ?? (areEnglish(where) ? '.' : undefined);
  const isCents = (property: string) =>
    given.constants.has('cents') || isInCents(where.get(property) ?? '');
  const known = new Set([...where.keys(), ...given.constants.keys()]);
  const read = new Set([...where.values(), ...[...mapped].map((field) => field.split('.')[0])]);
  const open = fields.filter((field) => !read.has(field));
  const ambiguous = ambiguousIn(open, known);
  return {
    featureOf(record, beside = {}) {
      if (!isObject(record)) return record;
      const find = (property: string) => found(record, property, where, given);
      if (isNo(find('visible')) || isDraft(find('status'))) return undefined;
      if (find('url') === null && isSum(find('title'), record)) return undefined;
      return campaignOf(find, beside, url, {decimal, isCents});
    },
    head: {timezone: given.constants.get('timezone') ?? null},
    understanding: {
      fields: Object.fromEntries(where),
      remarks: ambiguous.map((one) => remarkOn(one, format)),
      unread: open.filter((name) => !ambiguous.some(({field}) => field === name)),
    },
  };
}

/** Whether what `featureOf` made is to be shown. */
export function isShown(feature: unknown): boolean {
  return feature !== undefined;
}

/** What a record says of a property; null when nothing. */
function found(
  record: unknown,
  property: string,
  where: Map<string, string>,
  given: Mapping,
): unknown {
  const constant = given.constants.get(property);
  if (constant !== undefined) return filled(constant, record);
  const field = where.get(property);
  const value = field === undefined ? null : fieldsOf(record, field);
  return typeof value === 'string' ? value.trim() || null : value;
}

/** The decimal mark that the page says: decimal=','. */
function decimalIn({constants}: Mapping): DecimalMark | undefined {
  const mark = constants.get('decimal');
  return mark === ',' || mark === '.' ? mark : undefined;
}

interface Manner {
  decimal: DecimalMark | undefined;
  isCents: (property: string) => boolean;
}

function campaignOf(
  find: (property: string) => unknown,
  {id, geometry}: Beside,
  base: string,
  {decimal, isCents}: Manner,
): object {
  const url = linkOf(find('url'), base);
  const read = (property: string) => {
    const written = writtenAmount(find(property), decimal);
    return isCents(property) ? {...written, value: fromCents(written.value)} : written;
  };
  const goal = read('goal');
  const raised = read('raised');
  const currency = either(
    inTable(SIGNS, find('currency')),
    find('currency'),
    goal.currency,
    raised.currency,
  );
  const image = find('image.src');
  const country = countryOf(find('place.country'));
  // Spreadsheets drop the zero that a code begins with.
  const isFrench = country === null || country === 'FR' || country === 'fr';
  const code = (property: string, length: number) => {
    const text = textOf(find(property));
    return isFrench && typeof text === 'string' && /^\d+$/.test(text) && text.length === length - 1
      ? `0${text}`
      : text;
  };
  return featureOf({
    id: textOf(either(find('id'), id)) ?? identityOf(url),
    title: textOf(find('title')),
    url,
    tagline: find('tagline'),
    category: listed(find('category'))[0] ?? null,
    image: {
      src: linkOf(typeof image === 'object' ? textAt(image, 'url') : image, base),
      alt: find('image.alt'),
    },
    status: stateOf(find('status'), goal.value, raised.value),
    currency,
    unit: unitOf(find('unit')),
    goal: goalOf(inCurrency(goal, find('goal'), currency)),
    raised: inCurrency(raised, find('raised'), currency),
    backers: countOf(find('backers'), decimal),
    startsAt: dateOf(find('startsAt')),
    endsAt: dateOf(find('endsAt')),
    place: {
      name: textOf(find('place.name')),
      code: code('place.code', 5),
      postcode: code('place.postcode', 5),
      epci: textOf(find('place.epci')),
      departement: coded(code('place.departement', 2)),
      region: coded(code('place.region', 2)),
      country: isFrench ? null : country,
    },
    geometry,
    point: geometry ? null : pointOf(find),
    owner: {
      name: textOf(find('owner.name')),
      url: linkOf(find('owner.url'), base),
      kind: kindOf(find('owner.kind')),
    },
    mentors: listed(find('mentors')).map((name) => ({name})),
    call: {id: textOf(find('call.id')), edition: textOf(find('call.edition'))},
    lang: languageOf(find('lang')),
  });
}

/** What people write for a code. */
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  Euro: 'EUR',
  '£': 'GBP',
};

/** An amount beside a sign of another currency than the campaign's stays as it is written, for the reader to report. */
function inCurrency(written: Written, given: unknown, currency: unknown): unknown {
  const inWhat = typeof currency === 'string' ? currency.trim().toUpperCase() : null;
  return written.currency && written.currency !== inWhat ? given : written.value;
}

/** A name where a code is asked for ("Gironde") is none; the place tells the rest. */
function coded(value: unknown): unknown {
  return typeof value === 'string' && !/\d/.test(value) ? null : value;
}

/** Numbers identify as text does. */
function textOf(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** Elements of a list, or of a text with semicolons or bars between them. */
function listed(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.filter((item) => item !== null && item !== '');
  if (typeof value !== 'string') return value === null ? [] : [value];
  return value.split(/[;|]/).flatMap((part) => part.trim() || []);
}

/**
 * What identifies a record that has no identifier: its page, which stays when a title is put right. Without
 * scheme, "www.", fragment and what counts visits.
 */
function identityOf(url: unknown): string | null {
  if (typeof url !== 'string') return null;
  // Of a file, nobody knows where its links count from.
  if (!URL.canParse(url)) return /^\.{0,2}\//.test(url) ? url : null;
  const {host, pathname, searchParams} = new URL(url);
  const own = [...searchParams].filter(([name]) => !/^utm_/i.test(name));
  const query = own.length ? `?${new URLSearchParams(own)}` : '';
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '') + query;
}

/** A point in two fields, or in one: an object, a geometry, or latitude then longitude as people say them. */
function pointOf(find: (property: string) => unknown): [unknown, unknown] | null {
  const [longitude, latitude] = [degrees(find('longitude')), degrees(find('latitude'))];
  if (longitude !== null && latitude !== null) return [longitude, latitude];
  const point = find('point');
  if (Array.isArray(point)) return [degrees(point[1]), degrees(point[0])];
  if (isObject(point)) {
    const geometry = isObject(at(point, 'geometry')) ? at(point, 'geometry') : point;
    const pair = at(geometry, 'coordinates');
    if (Array.isArray(pair)) return [degrees(pair[0]), degrees(pair[1])];
    return [
      either(degrees(at(point, 'lon')), degrees(at(point, 'longitude')), degrees(at(point, 'lng'))),
      either(degrees(at(point, 'lat')), degrees(at(point, 'latitude'))),
    ];
  }
  if (typeof point !== 'string') return null;
  const [lat = null, lon = null, ...more] = point.split(/\s*;\s*|,\s+|\s+|,(?=-?\d+\.)/);
  return more.length ? null : [degrees(lon), degrees(lat)];
}

/** Degrees, with a decimal decimal too; what is no number stays, for the reader to report. */
function degrees(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  const text = value.trim().replace(',', '.');
  if (!text) return null;
  return Number.isFinite(Number(text)) ? Number(text) : value;
}
