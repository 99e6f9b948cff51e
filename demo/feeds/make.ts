/**
 * Writes the demo's feeds. Campaigns that are live must be so on the day of the visit, and a feed's
 * links are whole addresses: so the feeds that the pages read are made when the demo starts.
 *
 *     node demo/feeds/make.ts --origin http://localhost:8000
 *         writes demo/feeds/generated/, which Git ignores
 *     node demo/feeds/make.ts --samples
 *         writes the samples beside this file again, as of one fixed day (FEED.md, tests)
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

import {elsewhere} from './source/elsewhere.ts';
import {manyCampaigns} from './source/many.ts';
import {aroundPau} from './source/pau.ts';
import {pyreneesAtlantiques} from './source/pyrenees-atlantiques.ts';
import {hostile, longTitle, noGoal, rightToLeft} from './source/samples.ts';
import {
  dayFrom,
  inventedFeature,
  realFeatures,
  writtenCalls,
  type Feature,
  type Language,
  type Setting,
} from './source/write.ts';

/** The day of the samples, and the address they are written for: it serves nothing. */
export const SAMPLE = {origin: 'https://relais.example', now: Date.parse('2026-11-24T09:00:00Z')};

/** The samples that are kept in the repository. */
export const SAMPLES = [
  'pays.json',
  'country.json',
  'one.json',
  'empty.json',
  'no-goal.json',
  'long-title.json',
  'rtl.json',
  'hostile.json',
];

/**
 * Every feed of the demo, by file name.
 *
 * @param place.origin - Scheme and host of the server, without a slash at the end.
 * @param place.now - Milliseconds since 1970: the day of the visit.
 */
export function demoFeeds({origin, now}: {origin: string; now: number}): Record<string, object> {
  const french: Setting = {origin, now, language: 'fr'};
  const tomorrow = dayFrom(french, 11);
  const feed = (title: string, features: Feature[], more: object = {}) => ({
    type: 'FeatureCollection',
    version: '1.0',
    title,
    publisher: {name: 'Relais (démonstration)', url: `${origin}/demo/`},
    licence: 'CC0-1.0',
    updatedAt: new Date(Math.floor(now / 3_600_000) * 3_600_000).toISOString(),
    ...more,
    features,
  });
  const country = (language: Language, title: string) => {
    const setting: Setting = {origin, now, language};
    const invented = [...aroundPau, ...pyreneesAtlantiques, ...elsewhere];
    return feed(
      title,
      [...invented.map((source) => inventedFeature(source, setting)), ...realFeatures(setting)],
      {calls: writtenCalls(setting)},
    );
  };
  return {
    'pays.json': country('fr', 'Campagnes de démonstration : dix réelles, les autres inventées'),
    'country.json': country('en', 'Demonstration campaigns: ten are real, the others invented'),
    'one.json': feed('Une campagne (inventée)', [inventedFeature(aroundPau[0]!, french)]),
    'empty.json': feed('Rien pour l’instant', []),
    'no-goal.json': feed(
      'Sans objectif, sans montant, sans contributeurs (inventé)',
      noGoal(origin),
    ),
    'long-title.json': feed('Un titre de 200 caractères (inventé)', longTitle(origin, tomorrow)),
    'rtl.json': feed('Écrit de droite à gauche (inventé)', rightToLeft(origin, tomorrow)),
    'hostile.json': feed('Textes et liens hostiles (inventé)', hostile(origin, tomorrow)),
    'france-500.json': feed(
      'Cinq cents campagnes inventées',
      manyCampaigns().map((source) => inventedFeature(source, french)),
    ),
  };
}

/**
 * Writes what the pages read.
 *
 * @returns The folder.
 */
export function writeDemoFeeds(place: {origin: string; now: number}): string {
  const folder = new URL('./generated/', import.meta.url);
  mkdirSync(folder, {recursive: true});
  for (const [name, feed] of Object.entries(demoFeeds(place))) {
    writeFileSync(new URL(name, folder), JSON.stringify(feed));
  }
  return fileURLToPath(folder);
}

function writeSamples() {
  const feeds = demoFeeds(SAMPLE);
  for (const name of SAMPLES) {
    writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(feeds[name], null, 2)}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {values} = parseArgs({
    options: {
      origin: {type: 'string', default: 'http://localhost:8000'},
      now: {type: 'string'},
      samples: {type: 'boolean', default: false},
    },
  });
  if (values.samples) writeSamples();
  else {
    const now = values.now ? Date.parse(values.now) : Date.now();
    process.stdout.write(`${writeDemoFeeds({origin: values.origin, now})}\n`);
  }
}
