import {adapt} from '../../feed/adapters/index.js';
import {FeedError} from '../../feed/errors.js';
import {isForeign} from '../../feed/foreign/own.js';
import type {Page} from './batch.js';

/**
 * A campaign feed on the wire out of an answer that is none.
 *
 * @param answer - Parsed JSON; for a table, its text.
 * @throws {FeedError} `not-a-feed`.
 */
export async function adapted(
  answer: unknown,
  format: string,
  page: Page,
): Promise<Record<string, unknown>> {
  const url = addressOf(page);
  const made = await inItsName(page, () => adapt(answer, format, {url}));
  const {next} = made as {next?: unknown};
  // Of a copy, the next page's address is the copy's own with other parameters: these alone say anything.
  const isCopys =
    typeof next === 'string' &&
    !/^https?:/i.test(url) &&
    next.startsWith(url.replace(/[?#].*$/, ''));
  return (isCopys ? {...(made as object), next: `./${new URL(next).search}`} : made) as Record<
    string,
    unknown
  >;
}

/** What an adapter is told of where an answer came from: an address in any case. */
export function addressOf({url}: Page): string {
  return url || 'file:///standard-input';
}

/** What is done with a page; its errors call it what who asks calls it. @throws {FeedError} */
export async function inItsName<T>(page: Page, task: () => T | Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const message = error.message.replace(addressOf(page), () => page.name);
    throw new FeedError(error.code, message, {url: page.name, cause: error});
  }
}

/** The adapter for some features of a FeatureCollection; '' when they are campaigns as FEED.md has them. */
export function formatOf(some: object, format: string): string {
  if (format && format !== 'geojson') return format === 'relais' ? '' : format;
  return isForeign(some) ? 'geojson' : '';
}
