import type {Campaign} from '../../feed/campaign.js';
import {readById} from '../../feed/published/campaigns.js';
import type {FileOptions} from '../../feed/published/files.js';
import type {Folder} from '../../feed/published/format.js';
import {openTerritory} from '../../feed/published/section.js';
import {searchTerritories} from '../../territory/search.js';

/** Words of a search that may be the name of a place, and places whose campaigns are read for it. */
const MOST_WORDS = 4;
const MOST_PLACES = 4;

/**
 * Campaigns of a published folder that a search may mean, beside those that were read: that of its id, and
 * the first of each territory that it names. So a search costs a few files, however many campaigns there are.
 *
 * @returns More than match: whoever asked looks which do.
 * @throws {FeedError} A file could not be read. The signal's own reason.
 */
export async function seekCampaigns(
  folder: Folder,
  search: string,
  options: FileOptions,
): Promise<Campaign[]> {
  const text = search.trim();
  if (!text) return [];
  const [own, places] = await Promise.all([byId(folder, text, options), placesOf(text)]);
  const sections = await Promise.all(
    places.map((territory) => openTerritory(folder, territory, options)),
  );
  return [...own, ...sections.flatMap((section) => section?.first ?? [])];
}

/** A campaign by its id; none when there is no such campaign. @throws {FeedError} It could not be read. */
export async function byId(folder: Folder, id: string, options: FileOptions): Promise<Campaign[]> {
  try {
    return (await readById(folder, id, options)).campaigns;
  } catch (error) {
    if ((error as {code?: string}).code === 'not-found') return [];
    throw error;
  }
}

/** The territories that a search names: as a whole, or by one of its words. */
async function placesOf(text: string): Promise<string[]> {
  const words = text.split(/\s+/).filter((word) => word.length > 2);
  const names = [text, ...(words.length > 1 ? words : [])].slice(0, 1 + MOST_WORDS);
  const found = await Promise.all(names.map((name) => searchTerritories(name, {limit: 2})));
  return [...new Set(found.flat().map(({code}) => code))].slice(0, MOST_PLACES);
}
