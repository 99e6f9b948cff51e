import {FeedError} from '../errors.js';
import type {LoadedFeed} from '../load.js';
import {readFeedFast} from '../read-fast.js';
import {fill, PUBLISHED, PUBLISHED_VERSION, type Manifest} from './format.js';

/** Whether an answer is the manifest of a published folder. */
export function isManifest(json: unknown): boolean {
  return (json as {type?: unknown} | null)?.type === PUBLISHED;
}

/**
 * A manifest as a feed without campaigns: its head and calls are read as those of a feed are, and
 * `folders` says where the campaigns are.
 *
 * @throws {FeedError} `version` for a later layout; `not-a-feed` for a manifest that does not say where
 *   things are, or sends to another server: a feed sends nobody's visitors elsewhere.
 */
export async function readManifest(
  json: unknown,
  url: string,
): Promise<{feed: LoadedFeed; next: null}> {
  const manifest = json as Manifest;
  const version: unknown = manifest.version;
  if (version !== PUBLISHED_VERSION) {
    const isLater = typeof version === 'number' && version > PUBLISHED_VERSION;
    throw new FeedError(
      isLater ? 'version' : 'not-a-feed',
      isLater
        ? `${url} is a published folder of version ${version}, and this library reads version ${PUBLISHED_VERSION}: use a later relais-widgets.`
        : `${url} is the manifest of a published folder of another version than ${PUBLISHED_VERSION}: publish it again (relais publish).`,
      {url},
    );
  }
  const fault = faultOf(manifest, url);
  if (fault) {
    throw new FeedError(
      'not-a-feed',
      `${url} is the manifest of a published folder, and its ${fault}: publish it again (relais publish).`,
      {url},
    );
  }
  const {title, publisher, licence, updatedAt, calls} = manifest;
  const head = {title, publisher, licence, updatedAt, calls, version: '1.0'};
  const {feed} = await readFeedFast({...head, type: 'FeatureCollection', features: []}, url);
  return {feed: {...feed, folders: [{url, manifest}]}, next: null};
}

/** What is wrong with a manifest; '' when nothing is. */
function faultOf(manifest: Manifest, url: string): string {
  // It came from elsewhere: nothing of it is sure to be there.
  const {campaigns, territories, callsHref, callIdsHref, tiles, counts, currency} =
    manifest as Partial<Manifest>;
  const hrefs: Record<string, unknown> = {
    'campaigns.href': campaigns?.href,
    'territories.href': territories?.href,
    'territories.ids': territories?.ids,
    'territories.within': territories?.within,
    'territories.points': territories?.points,
    callsHref,
    callIdsHref,
    'tiles.href': tiles?.href,
    'tiles.open': tiles?.open,
  };
  for (const [name, href] of Object.entries(hrefs)) {
    if (typeof href !== 'string') return `${name} is missing`;
    const address = fill(href, {id: 'a', shard: 0, name: 'a', n: 0, z: 0, x: 0, y: 0});
    if (!URL.canParse(address, url)) return `${name} is no address`;
    if (new URL(address, url).origin !== new URL(url).origin) return `${name} is on another server`;
  }
  const shards = campaigns?.shards;
  if (shards !== null && !(Number.isInteger(shards) && Number(shards) > 0)) {
    return 'campaigns.shards is neither null nor a number of files';
  }
  const {byStatus, countries} = counts ?? {};
  if (!isCounts(byStatus) || !isCounts([counts?.campaigns, counts?.placed])) {
    return 'counts are missing';
  }
  if (!Array.isArray(countries)) return 'counts.countries is missing';
  if (!(Number.isInteger(tiles?.maxZoom) && Number(tiles?.maxZoom) >= 0)) {
    return 'tiles.maxZoom is missing';
  }
  return /^[A-Z]{3}$/.test(String(currency)) ? '' : 'currency is no ISO 4217 code';
}

/** Whether it is a list of whole numbers from 0. */
export function isCounts(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.every((count) => Number.isSafeInteger(count) && Number(count) >= 0)
  );
}
