/**
 * The published folder: the same campaigns as a feed, cut into static files so that whoever reads them
 * downloads what is shown and no more. `relais publish` writes it, `feed/published/` reads it. It is
 * described for people in PUBLISHED.md.
 *
 *     feed.json                           the manifest, written last
 *     campaigns/ID.json                   one campaign, in a small feed whose ids are plain names
 *     campaigns/SHARDS/NUMBER.json        else: those whose id has this number (`shardOf`), of so many shards
 *     territories/NAME.json               a territory: totals and its first campaigns
 *     territories/NAME.ids-N.json         the ids of all of them, in the list's order, from N = 0 (`IdsFile`)
 *     territories/NAME.within.json        what is in the territories of a département, a région, a country
 *     territories/NAME.points.bin         those with coordinates as points, in the list's order (`points-file.ts`)
 *     calls/NAME.json                     a call for projects: the same as a territory, for its laureates,
 *     calls/NAME.ids-N.json               without points
 *     tiles/Z/X/Y.mvt                     vector tiles (`tile.ts`)
 *     tiles/open/Z/X/Y.mvt                the same of what is live or to come alone
 *
 * NAME is `all`, or a territory with a hyphen: `departement-33`. Beside each file may stand the same
 * compressed, as `.gz` and `.br`, for servers that send such files.
 */

import type {Totals} from '../select.js';

/** What a manifest calls itself, in `type`. */
export const PUBLISHED = 'RelaisPublishedFeed';

/**
 * The version of this layout; a reader refuses any other. 2: cells of tiles say their sums by status as lists,
 * what is open has tiles of its own, and the manifest says where campaigns are.
 */
export const PUBLISHED_VERSION = 2;

/** Campaigns that a territory's file holds; how many ids stand in one file of ids. */
export const FIRST_CAMPAIGNS = 48;
export const IDS_IN_FILE = 1000;
/** Best-known campaigns that a territory's file holds. */
export const BEST_CAMPAIGNS = 6;

/** A file's address, relative to the manifest, with `{…}` for what changes: "territories/{name}.json". */
export type Template = string;

/** `feed.json`. It carries the feed's own head as well: `title`, `publisher`, `licence`, `updatedAt`, `calls`. */
export interface Manifest {
  type: typeof PUBLISHED;
  version: typeof PUBLISHED_VERSION;
  title?: string | null;
  publisher?: {name: string; url: string | null} | null;
  licence?: string | null;
  updatedAt: string | null;
  /** Calls for projects, as in a feed. */
  calls?: unknown[];
  /** Changes with every change of what is published. A reader adds it to nothing: it is for people and caches. */
  edition: string;
  counts: Counts;
  /** The currency of amounts in tiles, points and `within`: that of most campaigns. */
  currency: string;
  /** `{id}` where each campaign has its file, `{shard}` with how many there are where not. */
  campaigns: {href: Template; shards: number | null};
  territories: {href: Template; ids: Template; within: Template; points: Template};
  callsHref: Template;
  callIdsHref: Template;
  /** `open` has the campaigns alone that are live or to come (`OPEN` of `tile.ts`): what most maps show. */
  tiles: {href: Template; open: Template; maxZoom: number};
}

/** A manifest that was checked, and where it stands: what it names counts from there. */
export interface Folder {
  url: string;
  manifest: Manifest;
}

/** How many campaigns, by what decides what can show. */
export interface Counts {
  campaigns: number;
  /** Those with coordinates. */
  placed: number;
  /** When it was published, by position in `STATUSES` (`points.ts`), the last being unknown. */
  byStatus: number[];
  /** ISO 3166-1 alpha-2 of the countries in which they are: a map of the only one shows all. */
  countries: string[];
  areas: Areas;
}

/**
 * Where those with coordinates are, about: what a map needs to know where to stand, before it reads anything else. Lists are
 * by position in `STATUSES`, the last being unknown, without the zeros at their end.
 */
export interface Areas {
  /** In mainland France, as far as a box goes (`territory/areas.ts`); and the box around those of each status. */
  mainland: {counts: number[]; boxes: (Box | null)[]};
  /** In the box around each overseas département that has some, by its code: "971". */
  overseas: Record<string, number[]>;
  /** Anywhere else. */
  elsewhere: number[];
}

/** West, south, east and north in degrees, rounded outwards to hundredths. */
export type Box = [west: number, south: number, east: number, north: number];

/**
 * A territory's file, or that of a call: a GeoJSON FeatureCollection whose features are campaigns as in a
 * feed, the first in the list's order. That order is `keyOf(campaign, 'ending')`, then the feed's.
 */
export interface TerritoryFile {
  type: 'FeatureCollection';
  version: typeof PUBLISHED_VERSION;
  /** `departement:33`; empty for all, and for a call. */
  territory: string;
  /**
   * When the feed was, as this file was last written. What has not changed is not written again: all is as
   * true as the manifest's own `updatedAt` says.
   */
  updatedAt: string | null;
  /** Changes with the ids and their order. The files of ids and of points carry the same: of another, they belong to another publication. */
  list: string;
  totals: Totals;
  /** The same by the year in which each counts (`period.ts`): "2025". */
  years: Record<string, Totals>;
  /** Of a call alone: the same by the id of its edition, '' for those that name none. */
  editions?: Record<string, Totals>;
  /** How many campaigns, and how many with coordinates. */
  count: number;
  placed: number;
  /** Files of ids: 0 when all of the campaigns are in `features`. */
  idFiles: number;
  /** Whether there is a file of points; there is none when all are in `features`. */
  points: boolean;
  /** Ids of the campaigns that most people know, best first; each of them is in `features` or in `more`. */
  best: string[];
  /** At most `FIRST_CAMPAIGNS` campaigns. */
  features: unknown[];
  /** Those of `best` that are not among `features`. */
  more: unknown[];
}

/** `territories/NAME.ids-N.json`: the ids from N × `IDS_IN_FILE` on. */
export interface IdsFile {
  version: typeof PUBLISHED_VERSION;
  /** As in the territory's file. */
  list: string;
  ids: string[];
}

/** `territories/NAME.within.json`: what is in each territory inside, by the code with its level ("commune:33063"). */
export interface WithinFile {
  version: typeof PUBLISHED_VERSION;
  updatedAt: string | null;
  currency: string;
  /**
   * For each: campaigns by status (as `Counts.byStatus`, trailing zeros left out); the sum of what they
   * raised in `currency` by status, in major units; and how many of them have a known amount, by status.
   * In a country, and in `all`: départements and régions. In a région: its départements and EPCI. In a
   * département: its EPCI and communes, where what is in an arrondissement counts in its city as well.
   * Only campaigns of the territory count. Territories with none are left out.
   */
  rows: Record<string, [count: number[], raised: number[], known: number[]]>;
}

/** The file name of a territory ("departement:33"), or of all campaigns (''). */
export function fileNameOf(territory: string): string {
  return territory ? territory.replace(':', '-') : 'all';
}

/** Ids that can be file names on every disk: no capitals, no path, not too long, and no device of Windows. */
export function isPlainName(id: string): boolean {
  return /^(?!(con|prn|aux|nul|com\d|lpt\d)$)[a-z\d][a-z\d_-]{0,79}$/.test(id);
}

/** The file name of a call: its id where that is a plain name, else its number in hexadecimal. */
export function callNameOf(id: string): string {
  return isPlainName(id) ? id : `x${hashOf(id).toString(16)}`;
}

/** In which file the campaign of an id stands, from 0. */
export function shardOf(id: string, shards: number): number {
  return hashOf(id) % shards;
}

/** An address of the folder, with its blanks filled in. */
export function fill(
  template: Template,
  values: Readonly<Record<string, string | number>>,
): string {
  return template.replace(/\{(\w+)\}/g, (blank, name: string) =>
    name in values ? encodeURIComponent(values[name]!) : blank,
  );
}

/** FNV-1a over UTF-8, 32 bits (draft-eastlake-fnv). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}
