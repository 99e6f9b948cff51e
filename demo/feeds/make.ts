/**
 * Writes the demo's feeds. Campaigns that are live must be so on the day of the visit: so the feeds
 * that the pages read are made when the demo starts.
 *
 *     node demo/feeds/make.ts
 *         writes demo/feeds/generated/, which Git ignores
 *     node demo/feeds/make.ts --samples
 *         writes the samples beside this file again, as of one fixed day (FEED.md, tests)
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {elsewhere} from './source/elsewhere.ts';
import {manyCampaigns} from './source/many.ts';
import {nation, NATION} from './source/nation.ts';
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

/** What the samples are written for: the folder they stand in, and one fixed day. */
export const SAMPLE = {root: '../', now: Date.parse('2026-11-24T09:00:00Z')};

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
 * @param place.root - The folder `demo/` as the feeds reach it, with a slash at the end.
 * @param place.now - Milliseconds since 1970: the day of the visit.
 */
export function demoFeeds({root, now}: {root: string; now: number}): Record<string, object> {
  const french: Setting = {root, now, language: 'fr'};
  const tomorrow = dayFrom(french, 11);
  const feed = (title: string, features: Feature[], more: object = {}) => ({
    type: 'FeatureCollection',
    version: '1.0',
    title,
    publisher: {name: 'Relais (démonstration)', url: root},
    licence: 'CC-BY-4.0',
    updatedAt: new Date(Math.floor(now / 3_600_000) * 3_600_000).toISOString(),
    ...more,
    features,
  });
  const country = (language: Language, title: string) => {
    const setting: Setting = {root, now, language};
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
    'no-goal.json': feed('Sans objectif, sans montant, sans contributeurs (inventé)', noGoal(root)),
    'long-title.json': feed('Un titre de 200 caractères (inventé)', longTitle(root, tomorrow)),
    'rtl.json': feed('Écrit de droite à gauche (inventé)', rightToLeft(root, tomorrow)),
    'hostile.json': feed('Textes et liens hostiles (inventé)', hostile(root, tomorrow)),
    'reelles.json': feed('Dix campagnes réelles', realFeatures(french)),
    'real.json': feed('Ten real campaigns', realFeatures({root, now, language: 'en'})),
    'france-500.json': feed(
      'Cinq cents campagnes inventées',
      manyCampaigns().map((source) => inventedFeature(source, french)),
    ),
  };
}

/** The feed of the page of a country: too long to be kept, or to be read by every test. */
export const NATION_FEED = 'invente-23000.json';

/**
 * Writes what the pages read.
 *
 * @returns The folder.
 */
export async function writeDemoFeeds(now: number): Promise<string> {
  const folder = new URL('./generated/', import.meta.url);
  mkdirSync(folder, {recursive: true});
  for (const [name, feed] of Object.entries(demoFeeds({root: '../../', now}))) {
    writeFileSync(new URL(name, folder), JSON.stringify(feed));
  }
  const whole = await nation(NATION, '../../', now);
  writeFileSync(new URL(NATION_FEED, folder), JSON.stringify(whole));
  return fileURLToPath(folder);
}

function writeSamples() {
  const feeds = demoFeeds(SAMPLE);
  for (const name of SAMPLES) {
    writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(feeds[name], null, 2)}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--samples')) writeSamples();
  else process.stdout.write(`${await writeDemoFeeds(Date.now())}\n`);
}
