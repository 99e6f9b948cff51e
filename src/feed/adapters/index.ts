import {FeedError} from '../errors.js';
import {noFeed, refuse} from '../foreign/faults.js';
import {isForeign} from '../foreign/own.js';
import {inTable} from '../foreign/values.js';
import type {AdapterContext} from './adapter.js';
import {platforms} from './recognise.js';

export {understandingOf} from '../foreign/understanding.js';
export type {Adapter, AdapterContext} from './adapter.js';

/**
 * A campaign feed out of an answer that is none.
 *
 * @param answer - Parsed JSON; for a table, its text.
 * @param format - Name of the adapter to take, and perhaps a colon and which field is what
 *   ("opendatasoft:title=nom,raised=montant"); '' lets the shape decide.
 * @throws {FeedError} `not-a-feed` when there is no adapter of that name, none knows the shape, or the
 *   adapter finds nothing: its message says what is missing.
 */
export async function adapt(
  answer: unknown,
  format: string,
  {url}: Pick<AdapterContext, 'url'>,
): Promise<unknown> {
  const [, name = '', mapping = ''] = /^([^:]*):?([\s\S]*)$/.exec(format.trim()) ?? [];
  if (name === 'relais' || (format.trim() === 'geojson' && !isForeign(answer))) return answer;
  const platform = name
    ? inTable(platforms, name.trim().toLowerCase())
    : Object.values(platforms).find(({recognises}) => recognises(answer));
  if (platform) {
    const adapter = await platform.load().catch((cause: unknown) => {
      throw new FeedError('network', `The adapter for ${url} gives no answer.`, {url, cause});
    });
    if (mapping && !adapter.takesMapping) {
      throw noFeed(
        url,
        `cannot be read: the format "${adapter.name}" takes nothing after its name.`,
      );
    }
    return adapter.adapt(answer, {url, mapping});
  }
  if (name) {
    const known = ['relais', ...Object.keys(platforms)].join(', ');
    throw new FeedError(
      'not-a-feed',
      `There is no format "${name}": use one of ${known}, or none.`,
      {url},
    );
  }
  return refuse(
    answer,
    url,
    'is JSON, but no campaign feed: a GeoJSON FeatureCollection is expected (FEED.md), or the answer of a platform with an adapter.',
  );
}
