import {adapt, adapters} from '../../feed/adapters/index.js';
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
  {url, name}: Page,
): Promise<Record<string, unknown>> {
  return (await adapt(answer, format, {url: url || name})) as Record<string, unknown>;
}

/** Whether an adapter says that an answer is its own. */
export async function isKnown(answer: unknown): Promise<boolean> {
  return adapters.some(({recognises}) => recognises(answer));
}
