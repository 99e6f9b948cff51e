import {cleanLink, cleanText} from './clean.js';
import {instantOf, type OffsetAt} from './moment.js';

/** What a reading needs to know to make values out of the wire's. */
export interface Ground {
  /** Where the feed came from: relative links count from there. */
  url: string;
  /** The clock by which days begin and end. */
  offsetAt: OffsetAt;
}

/** Called when a value is changed or dropped. */
export type Tell = (path: (string | number)[], reason: string) => void;

const LINKS = /^(url|src|logo|applyUrl|next)$/;
const MOMENTS = /^(at|.*At|extendedFrom|campaigns(From|To))$/;
/** The moments that end something: a day alone lasts until its last second. */
const ENDS = /^(endsAt|extendedFrom|closesAt|campaignsTo)$/;
const CODES = /^(currency|code|epci|departement|region|country|postcode)$/;
const PARAGRAPHS = /^(tagline|alt)$/;

/** Characters of a text, and of one that may take several lines. */
const LINE = 300;
const PARAGRAPH = 1000;

/** What an object holds when the feed says nothing, by the name that it has on the wire. */
const BLANKS: Readonly<Record<string, object>> = {
  image: {alt: null, width: null, height: null},
  matching: {cap: null, given: null},
  place: {
    name: null,
    code: null,
    postcode: null,
    epci: null,
    departement: null,
    region: null,
    country: 'FR',
  },
  owner: {url: null, kind: null},
  publisher: {url: null},
  mentors: {url: null, logo: null},
  organiser: {url: null, logo: null},
  call: {edition: null},
  budget: {available: null, committed: null},
  history: {raised: null, backers: null},
  news: {at: null, url: null},
  editions: {opensAt: null, closesAt: null, campaignsFrom: null, campaignsTo: null},
};

/**
 * Values of the wire, checked by `prune`, as the library holds them: texts plain and of bearable length,
 * links absolute, moments with their offset, codes in capitals, what is not said filled in. Names tell
 * what is what: each means the same wherever it stands in a feed.
 *
 * @returns Undefined for what is not there or cannot be shown.
 */
export function tidy(
  value: unknown,
  path: (string | number)[],
  ground: Ground,
  tell: Tell,
): unknown {
  const name = String(path.findLast((key) => typeof key === 'string'));
  if (value === null) return undefined;
  if (typeof value === 'string') return tidyText(value, name, path, ground, tell);
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) {
    return value
      .map((item, index) => tidy(item, [...path, index], ground, tell))
      .filter((item) => item !== undefined);
  }
  const tidied: Record<string, unknown> = {...BLANKS[name]};
  for (const [key, inner] of Object.entries(value)) {
    const result = tidy(inner, [...path, key], ground, tell);
    if (result !== undefined) tidied[key] = result;
  }
  return tidied;
}

function tidyText(
  text: string,
  name: string,
  path: (string | number)[],
  {url, offsetAt}: Ground,
  tell: Tell,
): string | undefined {
  if (LINKS.test(name)) {
    const link = cleanLink(text, url);
    if (!link) tell(path, 'no http(s) address from here: write it whole');
    return link ?? undefined;
  }
  if (MOMENTS.test(name))
    return instantOf(text, ENDS.test(name) ? 'end' : 'start', offsetAt) ?? undefined;
  if (CODES.test(name)) return text.trim().toUpperCase();
  const most = PARAGRAPHS.test(name) ? PARAGRAPH : LINE;
  const plain = cleanText(text, most);
  if (plain.length < text.length && plain.endsWith('…') && !text.trimEnd().endsWith('…')) {
    tell(path, `${text.length} characters: cut after ${most}`);
  }
  return plain || undefined;
}
