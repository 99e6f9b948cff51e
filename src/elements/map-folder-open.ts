import type {Feed} from '../feed/campaign.js';
import {maskOf} from '../feed/points.js';
import type {Folder} from '../feed/published/format.js';
import {openPoints} from '../feed/published/points.js';
import {MOST_READ, openTerritory} from '../feed/published/section.js';
import {talliesBy} from '../feed/published/within.js';
import {parseTerritory} from '../territory/codes.js';
import {tellError} from './feed-controller.js';
import type {LoadHost, MapLoaded, MapQuestion} from './map-load.js';
import {offer, readStatuses} from './project-list-view.js';

/**
 * What a map shows of a published folder: all of it from its tiles; a territory from its own file, and from
 * its points where that does not hold all of them.
 *
 * @throws {FeedError} A file could not be read.
 */
export async function openFolder(
  host: LoadHost,
  {feed, folder}: {feed: Feed; folder: Folder},
  {territory, status, signal, fresh}: MapQuestion,
): Promise<MapLoaded> {
  const options = {signal, fresh};
  const mask = maskOf(readStatuses(status).status);
  if (isWhole(folder, territory)) {
    const {FolderStock} = await import('./map-folder.js');
    const stock = await FolderStock.open(feed, folder, mask, options, (error) =>
      tellError(host, error),
    );
    return {feed, campaigns: [], stock};
  }
  const section = await openTerritory(folder, territory, options);
  if (!section) return {feed, campaigns: [], stock: null};
  const whole = {...feed, problems: [...feed.problems, ...section.problems]};
  if (section.hasPoints) {
    const {Stock} = await import('./map-stock.js');
    const table = await openPoints(feed, folder, section, options);
    const stock = await Stock.of(table, (level, counted) =>
      talliesBy(folder, territory, level, counted, {}),
    );
    stock.mask = mask;
    return {feed: whole, campaigns: [], stock};
  }
  const there = await section.read(0, MOST_READ, options);
  const {count} = section;
  const partly = count > MOST_READ ? {read: MOST_READ, of: count} : section.partly;
  const asked = {status, sort: 'ending', category: '', call: '', mentor: '', bounds: null};
  return {feed: whole, campaigns: offer(there, asked, false), stock: null, partly};
}

/** Whether a map of that territory shows all: there is none, or it is the only country. */
function isWhole({manifest}: Folder, territory: string): boolean {
  if (!territory.trim()) return true;
  const asked = parseTerritory(territory);
  const [country, ...others] = manifest.counts.countries;
  return asked?.kind === 'country' && asked.code === country && others.length === 0;
}
