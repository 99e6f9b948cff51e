import type {Campaign, Feed} from '../campaign.js';
import type {Table} from '../columns.js';
import {FeedError} from '../errors.js';
import type {LargeFeed} from '../large.js';
import {NO_STATUS, STATUSES} from '../points.js';
import {statusOf} from '../select.js';
import {addressOf, brokenFile, bytesFile, type FileOptions} from './files.js';
import {fileNameOf, type Folder} from './format.js';
import {decodePoints, type PointsFile} from './points-file.js';
import type {Section} from './section.js';

/** Campaigns without coordinates that are read, for their status to be known. */
const MOST_UNPLACED = 100;

/**
 * The campaigns of a territory as a table of points; they themselves are read when they are asked for.
 *
 * @param later - How files are asked for afterwards.
 * @throws {FeedError} The file of points could not be read.
 */
export async function openPoints(
  feed: Feed,
  folder: Folder,
  section: Section,
  options: FileOptions,
): Promise<LargeFeed> {
  const url = addressOf(folder, folder.manifest.territories.points, {
    name: fileNameOf(section.territory),
  });
  const {points, at, length} = await readPoints(folder, url, section.list, options);
  const placed = new Set(at);
  const unplaced = [...Array(length).keys()].filter((position) => !placed.has(position));
  const positions = [...at, ...unplaced];
  const status = new Uint8Array(length).fill(NO_STATUS);
  const raised = new Float32Array(length).fill(NaN);
  status.set(points.status);
  raised.set(points.raised);
  const {signal: _, ...later} = options;
  const first = await section.getEach(unplaced.slice(0, MOST_UNPLACED), options);
  const {currency} = folder.manifest;
  first.forEach((campaign, index) => {
    if (!campaign) return;
    const now = statusOf(campaign);
    status[at.length + index] = now ? STATUSES.indexOf(now) : NO_STATUS;
    const isMoney = campaign.unit === 'money' && campaign.currency === currency;
    if (isMoney) raised[at.length + index] = campaign.raised ?? NaN;
  });
  const table: Table = {
    points,
    length,
    raised,
    status,
    // Where each is, by territory, the folder's own counts say.
    place: new Int32Array(length).fill(-1),
    placings: [],
    currency,
  };
  const get = (asked: readonly number[]): Promise<(Campaign | undefined)[]> =>
    section.getEach(
      asked.map((position) => positions[position] ?? -1),
      later,
    );
  return {feed, table, get};
}

async function readPoints(
  folder: Folder,
  url: string,
  list: string,
  options: FileOptions,
): Promise<PointsFile> {
  // What was kept from before a publication is asked anew.
  for (const fresh of [options.fresh ?? false, true]) {
    const bytes = await bytesFile(folder, url, {...options, fresh});
    let file: PointsFile;
    try {
      file = decodePoints(bytes);
    } catch {
      throw brokenFile(folder, url, 'file of points');
    }
    if (file.list === list) return file;
  }
  throw new FeedError(
    'not-a-feed',
    `${url} is of another publication than the territory's file: read the feed again.`,
    {url},
  );
}
