import type {Campaign, Feed, Problem} from '../feed/campaign.js';
import type {FileOptions} from '../feed/published/files.js';
import type {Folder} from '../feed/published/format.js';
import {openPoints} from '../feed/published/points.js';
import {MOST_READ, openTerritory} from '../feed/published/section.js';
import {talliesBy} from '../feed/published/within.js';
import {Stock} from './map-stock.js';

/** The campaigns of a territory on a map: those of its file, or all of its points where there are more. */
export interface TerritoryOfMap {
  /** Null where all of them are in `campaigns`. */
  stock: Stock | null;
  campaigns: Campaign[];
  problems: readonly Problem[];
}

/** @throws {FeedError} A file could not be read. */
export async function openTerritoryOfMap(
  feed: Feed,
  folder: Folder,
  territory: string,
  options: FileOptions,
): Promise<TerritoryOfMap> {
  const section = await openTerritory(folder, territory, options);
  if (!section) return {stock: null, campaigns: [], problems: []};
  const {problems} = section;
  if (!section.hasPoints) {
    return {stock: null, campaigns: await section.read(0, MOST_READ, options), problems};
  }
  const {signal: _, ...later} = options;
  const stock = await Stock.of(await openPoints(feed, folder, section, options), (level, mask) =>
    talliesBy(folder, territory, level, mask, later),
  );
  return {stock, campaigns: [], problems};
}
