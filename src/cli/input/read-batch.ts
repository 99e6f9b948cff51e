import {FeedError} from '../../feed/errors.js';
import {readFeed, type ReadFeed} from '../../feed/read.js';
import type {Batch} from './batch.js';

/** What relative links count from where nobody knows: with it they are whole, and lead nowhere. */
export const NOWHERE = 'https://feed.invalid/';
/** A base with which relative links are reported, since they cannot be followed. */
const NO_BASE = 'about:blank';

/** What a page's relative links count from; null when it has no address of http(s). */
export function baseOf({page}: Batch): string | null {
  return /^https?:/.test(page.url) ? page.url : null;
}

/**
 * The campaigns of a batch, checked. Its problems are all listed; their `index` counts from the batch's
 * first. The feed's head is that of the page with its last batch alone; before, only its zone is read.
 *
 * @param base - What relative links count from; null drops and reports them.
 * @throws {FeedError} `not-a-feed`; `version`.
 */
export function readBatch({page, features, isLast}: Batch, base: string | null): ReadFeed {
  const {version, timezone, type} = page.head;
  const head = isLast ? page.head : {version: version ?? '1.0', timezone};
  try {
    return readFeed({...head, type: type ?? 'FeatureCollection', features}, base ?? NO_BASE, {
      mostProblems: Infinity,
    });
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    const message = error.message.replace(base ?? NO_BASE, () => page.name);
    throw new FeedError(error.code, message, {url: page.name, cause: error});
  }
}
