import {isUtf8} from 'node:buffer';

import {FeedError} from '../../feed/errors.js';
import {PUBLISHED} from '../../feed/published/format.js';
import {adapted, formatOf} from './adapted.js';
import {fill, type Batch, type Gatherer, type Page} from './batch.js';
import {Scanner, type Piece} from './scan.js';
import {faultOfJson, readSequence} from './sequence.js';

/**
 * Reads a JSON text: a campaign feed some campaigns at a time, a sequence that begins with a campaign or a
 * whole feed, or the answer of a platform, which its adapter gets as a whole. GeoJSON that a platform
 * fills with properties of its own is given to the adapter some features at a time.
 *
 * @param format - Name of the adapter; '' lets the shape decide.
 * @throws {FeedError} `not-json` where it stops being JSON; `not-a-feed`; `too-large`.
 */
export async function* readJson(
  pieces: AsyncIterable<Buffer>,
  page: Page,
  gatherer: Gatherer,
  format: string,
): AsyncGenerator<Batch> {
  const scanner = new Scanner(page.name);
  const iterator = pieces[Symbol.asyncIterator]();
  /** Makes wire features of what an adapter knows; missing for a feed that is one already. */
  let reshape: ((features: unknown[]) => Promise<void>) | undefined;
  let hasHead = false;
  let after: Buffer = Buffer.alloc(0);
  try {
    while (!scanner.isDone) {
      const next = await iterator.next();
      if (next.done) break;
      after = scanner.push(next.value);
      const found = scanner.take();
      if (!found.length) continue;
      if (hasHead && !reshape) {
        for (const piece of found) {
          const {raw, line} = piece;
          if (!gatherer.addKnown(raw, line)) gatherer.add(parsePiece(piece, page.name), raw, line);
        }
        if (gatherer.isFull) yield gatherer.take();
        continue;
      }
      const features = found.map((piece) => parsePiece(piece, page.name));
      if (!hasHead) {
        hasHead = true;
        page.head = headOf(scanner.before, page);
        page.before = page.head;
        reshape = reshaperOf(page, features, format, gatherer);
      }
      if (reshape) await reshape(features);
      else found.forEach(({raw, line}, at) => gatherer.add(features[at], raw, line));
      if (gatherer.isFull) yield gatherer.take();
    }
    if (!scanner.isDone) {
      throw new FeedError(
        'not-json',
        `${page.name} breaks off at line ${scanner.line}: the rest is missing.`,
        {url: page.name},
      );
    }
    const rest = {
      async *[Symbol.asyncIterator]() {
        yield after;
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
          yield next.value;
        }
      },
    };
    const text = scanner.around;
    const json = parseWhole(text, page.name);
    const type = (json as {type?: unknown} | null)?.type;
    if (scanner.hasFeatures && reshape) return;
    if (type === 'Feature' && !scanner.hasFeatures && /^(?:|relais|geojson)$/.test(format)) {
      // The first line of many.
      page.format = 'sequence';
      gatherer.add(json, Buffer.from(text.trim()), 1);
      yield* readSequence(rest, page, gatherer, {isSeparated: false, line: scanner.line});
    } else if (type === 'FeatureCollection' && scanner.hasFeatures) {
      const {features: _features, ...head} = json as Record<string, unknown>;
      page.head = head;
      yield* readSequence(rest, page, gatherer, {isSeparated: false, line: scanner.line});
    } else if (type === PUBLISHED) {
      throw new FeedError(
        'not-a-feed',
        `${page.name} is a published folder's manifest: name the feed that it was made from.`,
        {url: page.name, cause: PUBLISHED},
      );
    } else if (format === 'relais') {
      throw new FeedError(
        'not-a-feed',
        `${page.name} is JSON, but no campaign feed: a GeoJSON FeatureCollection with "features" is expected (FEED.md).`,
        {url: page.name},
      );
    } else {
      page.format = format || 'adapter';
      fill(page, gatherer, await adapted(json, format, page));
    }
  } finally {
    await iterator.return?.(undefined);
  }
}

/**
 * What an adapter does with some features of a FeatureCollection; undefined for a campaign feed.
 *
 * @throws {FeedError} `not-a-feed` when it is neither.
 */
function reshaperOf(
  page: Page,
  features: unknown[],
  format: string,
  gatherer: Gatherer,
): ((features: unknown[]) => Promise<void>) | undefined {
  const {head} = page;
  const {type = 'FeatureCollection'} = head;
  const whole = (some: unknown[]) => ({type, ...head, features: some});
  const adapter = formatOf(whole(features), format);
  if (adapter) {
    page.format = adapter;
    return async (some) => fill(page, gatherer, await adapted(whole(some), adapter, page));
  }
  if (type === 'FeatureCollection') return undefined;
  throw new FeedError(
    'not-a-feed',
    `${page.name} is JSON with "features", but its "type" is no FeatureCollection (FEED.md).`,
    {url: page.name},
  );
}

function headOf(around: string, {name}: Page): Record<string, unknown> {
  const {features: _features, ...head} = parseWhole(around, name) as Record<string, unknown>;
  return head;
}

function parsePiece({raw, line}: Piece, name: string): unknown {
  const text = raw.toString();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FeedError(
      'not-json',
      `${name} is no JSON: in the campaign that begins at line ${line}, ${faultOfJson(text)}${isUtf8(raw) ? '' : ' (it is not UTF-8 either)'}.`,
      {url: name},
    );
  }
}

function parseWhole(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const fault = faultOfJson(text);
    throw new FeedError('not-json', `${name} is no JSON: ${fault}.`, {url: name, cause});
  }
}
