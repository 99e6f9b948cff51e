import {fromCents, goalOf, writtenAmount, type Written} from './amounts.js';
import {countryOf} from './countries.js';
import {dateOf} from './dates.js';
import {featureOf} from './draft.js';
import {noFeed} from './faults.js';
import {PROPERTIES, areEnglish, guess, isInCents} from './guess.js';
import {linkOf} from './links.js';
import {fieldsOf, filled, readMapping, type Mapping} from './mapping.js';
import {at, either, inTable, isObject, textAt} from './values.js';
import {kindOf, languageOf, statusOf, unitOf} from './words.js';

/** What belongs to a record beside its fields. */
export interface Beside {
  id?: unknown;
  geometry?: unknown;
}

/** Makes campaigns out of the records of a table whose fields somebody else has named. */
export interface RecordReader {
  /** A record as a feature of the wire. */
  featureOf: (record: unknown, beside?: Beside) => unknown;
  /** What the page says of the whole feed. */
  head: {timezone: string | null};
}

/** Fields that a message lists. */
const MOST_LISTED = 40;

/**
 * Reads a mapping, and guesses what it leaves open from the names of the fields.
 *
 * @param fields - Names of the fields that the records have.
 * @param text - What `format` says after the colon.
 * @throws {FeedError} `not-a-feed`: it names a field that the answer has not, or the title or the link
 *   cannot be found. The message lists the fields.
 */
export function recordReader(fields: readonly string[], text: string, url: string): RecordReader {
  const given = readMapping(text, url, PROPERTIES);
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
      `does not tell which field is the ${what}: add it to "format", as ${property}=FIELD. ${listed}`,
    );
  }
  const comma = areEnglish(where) ? 'thousands' : undefined;
  const isCents = (property: string) =>
    given.constants.has('cents') || isInCents(where.get(property) ?? '');
  return {
    featureOf: (record, beside = {}) =>
      isObject(record)
        ? campaignOf((property) => found(record, property, where, given), beside, url, {
            comma,
            isCents,
          })
        : record,
    head: {timezone: given.constants.get('timezone') ?? null},
  };
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

interface Manner {
  comma: 'thousands' | undefined;
  isCents: (property: string) => boolean;
}

function campaignOf(
  find: (property: string) => unknown,
  {id, geometry}: Beside,
  base: string,
  {comma, isCents}: Manner,
): object {
  const url = linkOf(find('url'), base);
  const read = (property: string) => {
    const written = writtenAmount(find(property), comma);
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
  const isFrench = country === null || /^\s*fr\s*$/i.test(String(country));
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
    status: statusOf(find('status'), goal.value, raised.value),
    currency,
    unit: unitOf(find('unit')),
    goal: goalOf(inCurrency(goal, find('goal'), currency)),
    raised: inCurrency(raised, find('raised'), currency),
    backers: writtenAmount(find('backers'), 'thousands').value,
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
  const isOther = written.currency && written.currency !== String(currency).trim().toUpperCase();
  return isOther ? given : written.value;
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
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
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

/** Degrees, with a decimal comma too; what is no number stays, for the reader to report. */
function degrees(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? null;
  const text = value.trim().replace(',', '.');
  if (!text) return null;
  return Number.isFinite(Number(text)) ? Number(text) : value;
}
