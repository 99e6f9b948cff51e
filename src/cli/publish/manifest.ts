import {readFileSync} from 'node:fs';
import {join} from 'node:path';

import {
  PUBLISHED,
  PUBLISHED_VERSION,
  type Counts,
  type Manifest,
} from '../../feed/published/format.js';
import {MAX_TILE_ZOOM} from '../../feed/published/tile.js';
import {NO_STATUS} from '../../feed/points.js';
import {areasOf} from './areas.js';
import type {Edition} from './edition.js';
import type {Head} from './intake.js';
import {NOWHERE} from './rows.js';

/** The manifest's file: the address that an element's `feed` names. */
export const MANIFEST = 'feed.json';

/** How many shards the campaigns of a folder are in (`shardsOf`); undefined where nothing that can be read is published. */
export function shardsIn(folder: string): number | null | undefined {
  try {
    const {campaigns} = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;
    return campaigns.shards;
  } catch {
    return undefined;
  }
}

/** The manifest of an edition. */
export async function manifestOf(
  {title, publisher, licence, updatedAt, calls}: Head,
  edition: Edition,
  shards: number | null,
  mark: string,
): Promise<Manifest> {
  return {
    type: PUBLISHED,
    version: PUBLISHED_VERSION,
    title,
    publisher,
    licence,
    updatedAt,
    calls,
    edition: mark,
    counts: {...countsOf(edition), areas: await areasOf(edition)},
    currency: edition.currency,
    campaigns: {
      href: shards === null ? 'campaigns/{id}.json' : `campaigns/${shards}/{shard}.json`,
      shards,
    },
    territories: {
      href: 'territories/{name}.json',
      ids: 'territories/{name}.ids-{n}.json',
      within: 'territories/{name}.within.json',
      points: 'territories/{name}.points.bin',
    },
    callsHref: 'calls/{name}.json',
    callIdsHref: 'calls/{name}.ids-{n}.json',
    tiles: {
      href: 'tiles/{z}/{x}/{y}.mvt',
      open: 'tiles/open/{z}/{x}/{y}.mvt',
      maxZoom: MAX_TILE_ZOOM,
    },
  };
}

function countsOf({rows}: Edition): Omit<Counts, 'areas'> {
  const {length, columns, places} = rows;
  const byStatus = Array.from({length: NO_STATUS + 1}, () => 0);
  const usedPlaces = new Set<number>();
  let placed = 0;
  for (let at = 0; at < length; at += 1) {
    byStatus[columns.status.get(at)]! += 1;
    usedPlaces.add(columns.place.get(at));
    if (columns.longitude.get(at) !== NOWHERE) placed += 1;
  }
  const countries = new Set<string>();
  for (const place of usedPlaces) {
    const country = /(?:^| )country:(\w+)/.exec(places.list[place] ?? '')?.[1];
    if (country) countries.add(country);
  }
  return {campaigns: length, placed, byStatus, countries: [...countries].sort()};
}
