import type {Campaign, Problem} from '../campaign.js';
import {FeedError} from '../errors.js';
import {readFeedFast} from '../read-fast.js';
import {addressOf, ifThere, jsonFile, type FileOptions} from './files.js';
import {isPlainName, shardOf, type Folder} from './format.js';

/** Files that are asked for at once. */
const AT_ONCE = 8;

/** Campaigns that were read, in the order they were asked for. */
export interface ReadCampaigns {
  campaigns: Campaign[];
  problems: Problem[];
}

/**
 * Campaigns of a folder by their ids, each file once. One that is not there, or cannot be shown, is
 * left out and told.
 *
 * @throws {FeedError} A file could not be read.
 */
export async function readByIds(
  folder: Folder,
  ids: readonly string[],
  options: FileOptions,
): Promise<ReadCampaigns> {
  const files = new Map<string, string[]>();
  for (const id of ids) {
    const url = fileOf(folder, id);
    if (!url) continue;
    const others = files.get(url);
    if (others) others.push(id);
    else files.set(url, [id]);
  }
  const found = new Map<string, Campaign>();
  const problems: Problem[] = [];
  const waiting = [...files];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [url, wanted] = next;
      const read = await readFile(folder, url, options);
      for (const campaign of read?.campaigns ?? []) {
        if (wanted.includes(campaign.id)) found.set(campaign.id, campaign);
      }
      problems.push(...(read?.problems ?? []).filter(({id}) => id && wanted.includes(id)));
    }
  };
  await Promise.all([...Array(AT_ONCE)].map(work));
  for (const id of ids) {
    if (found.has(id) || problems.some((one) => one.id === id && one.kind === 'campaign')) continue;
    const reason = `the published folder of ${folder.url} names it and does not hold it: publish it again`;
    problems.push({kind: 'campaign', index: null, id, path: 'id', reason});
  }
  return {campaigns: ids.flatMap((id) => found.get(id) ?? []), problems};
}

/**
 * One campaign of a folder.
 *
 * @throws {FeedError} `not-found` when the folder has none of that id, or one that cannot be shown.
 */
export async function readById(
  folder: Folder,
  id: string,
  options: FileOptions,
): Promise<ReadCampaigns> {
  const url = fileOf(folder, id);
  const read = url && (await readFile(folder, url, options));
  const own = (read && read.problems.filter((problem) => problem.id === id)) || [];
  const campaign = read && read.campaigns.find((one) => one.id === id);
  if (campaign) return {campaigns: [campaign], problems: own};
  const fault = own.find(({kind}) => kind === 'campaign');
  throw new FeedError(
    'not-found',
    fault
      ? `${folder.url} holds "${id}", but it cannot be shown: ${fault.path}: ${fault.reason}.`
      : `${folder.url} holds no campaign "${id}": check its id.`,
    {url: folder.url},
  );
}

/** Where a campaign of that id stands, if it is there; undefined when no file can be its own. */
function fileOf(folder: Folder, id: string): string | undefined {
  const {href, shards} = folder.manifest.campaigns;
  if (shards !== null) return addressOf(folder, href, {shard: shardOf(id, shards)});
  return isPlainName(id) ? addressOf(folder, href, {id}) : undefined;
}

/** A file of campaigns; undefined when it is not there. */
async function readFile(folder: Folder, url: string, options: FileOptions) {
  const file = await ifThere(jsonFile(folder, url, options));
  return file && (await featuresOf(file.json, file.url)).feed;
}

/** The campaigns of a file, read as those of a feed are. */
export function featuresOf(json: unknown, url: string) {
  const {type, features} = (json ?? {}) as Record<string, unknown>;
  return readFeedFast({type, features, version: '1.0'}, url);
}
