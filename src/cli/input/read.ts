import {fileURLToPath} from 'node:url';

import {FeedError} from '../../feed/errors.js';
import {errorOf} from '../../feed/retry.js';
import {adapted} from './adapted.js';
import {fill, Gatherer, type Batch, type Page, type Recall} from './batch.js';
import {looksLikeCsv, readCsv, textOfCsv} from './csv.js';
import {inputFormats} from './formats.js';
import {readJson} from './json-text.js';
import {trimmed} from './scan.js';
import {readSequence} from './sequence.js';
import {openSource, type Source, type SourceOptions} from './source.js';

/** How a feed is read. */
export interface ReadOptions extends SourceOptions {
  /**
   * How to read it (`inputFormats`), after an adapter's name perhaps with a mapping:
   * "csv:title=Nom" (FEED.md). Default: what it looks like.
   */
  format?: string | undefined;
  /** What relative links count from, for what is no address. Default: the file's own. */
  base?: string | undefined;
  /** Follows `next`. Default: true. */
  pages?: boolean | undefined;
  /** What is known of campaigns by their bytes. Default: nothing. */
  recall?: Recall | undefined;
  /** Told of a page that is not read: the pages before it were given. */
  onPageFault?: (fault: PageFault) => void;
}

/** A page that is not read. */
export interface PageFault {
  /** As the page before names it. */
  address: string;
  /** Why, and what to do. */
  reason: string;
  /**
   * `note`: nothing is wrong with the feed, and from a copy of it there is no way to its server. `warning`: no such
   * file is beside it, which may be so of a copy, too.
   */
  level: 'error' | 'warning' | 'note';
}

/** As many pages as a widget reads. */
const MOST_PAGES = 50;
const MOST_WHOLE = 256_000_000;
const MOST_BLANK = 1_000_000;
/** First bytes of a text: a record separator, an object, a list. */
const [SEPARATOR, OBJECT, LIST] = [0x1e, 123, 91];
/** Names and types of newline-delimited files. */
const LINES = /ndjson|geojsonl|jsonl|geojsons|geo\+json-seq|json-?lines/i;

/**
 * Reads a feed of any length, never whole in memory: a file, an address, or the standard input (`-`);
 * GeoJSON with its pages, newline-delimited GeoJSON (RFC 8142), CSV, or an answer that an adapter
 * understands. Nothing in it is checked. An adapter gets an answer as a whole, CSV some records at a time.
 *
 * @throws {FeedError} When nothing can be had (`address`, `network`, `http`), it is no JSON (also
 *   somewhere in the middle, when the campaigns before were given), no feed, or larger than can be.
 */
export async function* readInput(where: string, given: ReadOptions = {}): AsyncGenerator<Batch> {
  const [, name = '', rest = ''] = /^([^:]*)([^]*)$/.exec(given.format ?? '') ?? [];
  const format = name.trim().toLowerCase();
  const options = {...given, format: format + rest};
  if (format && !inputFormats().includes(format)) {
    const known = inputFormats().join(', ');
    throw new FeedError(
      'not-a-feed',
      `There is no format "${format}": use one of ${known}, or none.`,
    );
  }
  const seen = new Set<string>();
  let startIndex = 0;
  let next: string | null = where;
  for (let number = 1; next !== null; number += 1) {
    const at: string = next;
    let page: Page | undefined;
    try {
      const source = await openSource(at, options);
      seen.add(source.url);
      for await (const batch of readSource(source, number, startIndex, options)) {
        ({page} = batch);
        startIndex = batch.startIndex + batch.features.length;
        yield batch;
      }
    } catch (error) {
      if (number === 1 || !(error instanceof FeedError)) throw error;
      const isMissing = (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
      const reason = isMissing ? 'not read: there is no such file' : error.message;
      options.onPageFault?.({address: at, reason, level: isMissing ? 'warning' : 'error'});
      return;
    }
    const link = page?.head['next'];
    if (options.pages === false || !page || typeof link !== 'string' || !link.trim()) return;
    const target = /^https?:/i.test(where) ? nextPage(link, page) : nextFile(link, page);
    const isRound = 'at' in target && seen.has(target.url);
    if ('at' in target && !isRound && number < MOST_PAGES) {
      next = target.at;
      continue;
    }
    const round = isRound ? 'the pages go round' : `more than ${MOST_PAGES} pages: not read`;
    const fault: PageFault =
      'at' in target ? {address: link, reason: round, level: 'error'} : target;
    options.onPageFault?.(fault);
    return;
  }
}

/** Where the next page is: what to open, and its address. */
interface Target {
  at: string;
  url: string;
}

/** The next page of a feed that is read from its address. */
function nextPage(given: string, page: Page): Target | PageFault {
  const fault = (reason: string): PageFault => ({address: given, reason, level: 'error'});
  if (!URL.canParse(given.trim(), page.url)) return fault('no address: not read');
  const url = new URL(given.trim(), page.url);
  const isNear = url.origin === new URL(page.url).origin && /^https?:$/.test(url.protocol);
  return isNear ? {at: url.href, url: url.href} : fault('on another server: not read');
}

/** The next page of a feed that is read from a file: another file beside it. Where there can be none, it is away. */
function nextFile(given: string, page: Page): Target | PageFault {
  const address = given.trim();
  const reason =
    'not read: it is on a server, and this is a copy. Give the address of the feed to read all pages';
  const away: PageFault = {address, reason, level: 'note'};
  const isBeside = /^[^?#:]+$/.test(address) && !address.startsWith('/');
  if (!isBeside || !page.url.startsWith('file:')) return away;
  const url = new URL(address, page.url);
  // A feed names no file outside its own folder: it may come from anywhere.
  if (!url.pathname.startsWith(new URL('.', page.url).pathname)) {
    return {...away, reason: 'outside the folder of the feed: not read'};
  }
  return {at: fileURLToPath(url), url: url.href};
}

async function* readSource(
  source: Source,
  number: number,
  startIndex: number,
  options: ReadOptions,
): AsyncGenerator<Batch> {
  const {format = ''} = options;
  const isFile = !/^https?:/.test(source.url);
  const page: Page = {
    number,
    name: source.name,
    url: (isFile ? options.base : undefined) ?? source.url,
    date: source.date,
    format: format || 'geojson',
    startIndex,
    head: {},
    before: {},
    understanding: null,
  };
  const gatherer = new Gatherer(page, options.recall);
  const pieces = withoutMark(source);
  try {
    yield* readPieces(pieces, page, gatherer, source.hint, format);
    yield gatherer.take(true);
  } finally {
    await pieces.return(undefined);
  }
}

/** Chooses how a page is read, by its name and its first character where no format is forced. */
async function* readPieces(
  pieces: AsyncGenerator<Buffer, void>,
  page: Page,
  gatherer: Gatherer,
  hint: string,
  format: string,
): AsyncGenerator<Batch> {
  const first = await pieces.next();
  const start = first.done ? Buffer.alloc(0) : trimmed(first.value);
  const whole = {
    async *[Symbol.asyncIterator]() {
      if (!first.done) yield first.value;
      yield* pieces;
    },
  };
  const isSeparated = start[0] === SEPARATOR;
  const isJson = start[0] === OBJECT || start[0] === LIST;
  if (isSeparated || format === 'sequence' || (!format && LINES.test(hint))) {
    page.format = 'sequence';
    yield* readSequence(whole, page, gatherer, {isSeparated});
  } else if (/^csv(?::|$)/.test(format) || (!format && !isJson && looksLikeCsv(start, hint))) {
    page.format = 'csv';
    yield* readCsv(whole, page, gatherer, format || 'csv');
  } else if (isJson) {
    yield* readJson(whole, page, gatherer, format);
  } else if (format && format !== 'geojson' && format !== 'relais') {
    const text = textOfCsv(await all(whole, page));
    fill(page, gatherer, await adapted(text, format, page));
  } else {
    throw unknownForm(start.toString('utf8', 0, 200), page);
  }
}

/** Why a text is neither JSON nor a table that is recognised, and what to do. */
function unknownForm(text: string, {name, url}: Page): FeedError {
  if (/^https?:/i.test(url)) return errorOf({reason: 'not-json', text}, name, 0);
  const begins = `${name} begins with "${text.slice(0, 40).replace(/\s+/g, ' ').trim()}…"`;
  const message = !text
    ? `${name} is empty: there is nothing at all in it.`
    : text.startsWith('<')
      ? `${begins}: ${/^<(?:\?xml|rss|feed)/i.test(text) ? 'XML' : 'a page'}, not a feed: was the page saved in place of its data?`
      : `${begins}: cut off or not JSON. Of a table, say --format csv.`;
  return new FeedError('not-json', message, {url: name});
}

/** Pieces of UTF-8 that are not empty, without the mark that some editors put first; UTF-16 becomes UTF-8. */
async function* withoutMark({pieces}: Source): AsyncGenerator<Buffer> {
  let held = Buffer.alloc(0);
  let hasBegun = false;
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (hasBegun) {
      yield decoder ? Buffer.from(decoder.decode(bytes, {stream: true})) : bytes;
      continue;
    }
    held = Buffer.concat([held, bytes]);
    if (held.length < 4) continue;
    const mark = held.toString('latin1', 0, 2);
    if (mark === '\xff\xfe' || mark === '\xfe\xff') {
      decoder = new TextDecoder(mark === '\xff\xfe' ? 'utf-16le' : 'utf-16be');
      hasBegun = true;
      yield Buffer.from(decoder.decode(held, {stream: true}));
      continue;
    }
    if (held[0] === 0xef && held[1] === 0xbb && held[2] === 0xbf) held = held.subarray(3);
    // White space before the text tells nothing of its form.
    if (!trimmed(held).length && held.length < MOST_BLANK) continue;
    hasBegun = true;
    yield held;
  }
  if (!hasBegun && held.length) yield held;
}

async function all(pieces: AsyncIterable<Buffer>, {name}: Page): Promise<Buffer> {
  const held: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    held.push(piece);
    bytes += piece.length;
    if (bytes > MOST_WHOLE) throw errorOf({reason: 'too-large'}, name, MOST_WHOLE);
  }
  return Buffer.concat(held);
}
