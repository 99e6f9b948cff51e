import {existsSync} from 'node:fs';
import {readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import type {Campaign} from '../../feed/campaign.js';
import {STATUSES} from '../../feed/points.js';
import {readFeedFast} from '../../feed/read-fast.js';
import {linkedPicture} from '../../outputs/static-card.js';
import {cardName, writeCards, type CardIndex, type CardProgress} from '../cards/write.js';
import type {Progress} from './progress.js';
import type {Published} from './publish.js';

/** Whose cards are made, and how. */
export interface CardsOptions {
  /** `live`: of campaigns that are live or to come, and of those that have cards from that time: they say then how it ended. `all`: of each. */
  cardsFor: 'live' | 'all';
  relay?: string | undefined;
  lang?: string | undefined;
  /** Where the folder is hosted: snippets to paste then name their pictures in full. */
  hosted?: string | undefined;
  progress: Progress;
  signal?: AbortSignal | undefined;
  now: number;
}

/** Links of what is published are whole: this is never asked. */
const NOWHERE = 'https://relais.invalid/';

/** The folder of cards. What is in it is never removed: mails and pages still show it. */
export const CARDS = 'cards';

/**
 * Makes the cards of what was published (`cards/write.ts`), and for each campaign `NAME.snippet.html`: its linked
 * picture, with what it shows in words, for pages without scripts. A picture keeps its name: who has pasted
 * the snippet sees the figures of the day, though the words stay those of the day on which it was pasted.
 */
export async function writePublishedCards(
  folder: string,
  {head, length, order, status, feature}: Published,
  options: CardsOptions,
): Promise<CardProgress> {
  const {cardsFor, relay, lang, progress, signal, now, hosted} = options;
  const target = join(folder, CARDS);
  const live = new Set(['upcoming', 'live'].map((name) => STATUSES.indexOf(name as 'live')));
  const isWanted = (at: number) =>
    cardsFor === 'all' ||
    live.has(status[at]!) ||
    existsSync(join(target, `${cardName(idOf(feature(at)))}.json`));
  const wanted = Array.from({length}, (_, position) => order[position]!).filter(isWanted);
  const words = {
    ...(relay && {relay}),
    ...(lang && {lang}),
    now,
    updatedAt: head.updatedAt,
    calls: head.calls,
  };
  async function* campaigns(): AsyncGenerator<Campaign> {
    for (const at of wanted) {
      const whole = {
        type: 'FeatureCollection',
        version: '1.0',
        features: [JSON.parse(feature(at))],
      };
      const {feed} = await readFeedFast(whole, NOWHERE);
      const [campaign] = feed.campaigns;
      if (!campaign) continue;
      yield campaign;
      // Whoever asks for the next one has written this one.
      await writeSnippet(target, campaign, words, hosted);
    }
  }
  progress.begin('Cards', wanted.length);
  try {
    return await writeCards(campaigns(), target, {
      ...words,
      ...(signal && {signal}),
      onProgress: ({done}) => progress.at(done),
    });
  } finally {
    progress.end();
  }
}

async function writeSnippet(
  folder: string,
  campaign: Campaign,
  words: Parameters<typeof linkedPicture>[2],
  hosted: string | undefined,
): Promise<void> {
  const name = cardName(campaign.id);
  const picture = await pictureOf(join(folder, `${name}.json`));
  if (!picture) return;
  const base = hosted && `${hosted.replace(/\/?$/, '/')}${CARDS}/`;
  const address = base ? new URL(encodeURIComponent(picture), base).href : picture;
  const path = join(folder, `${name}.snippet.html`);
  const snippet = `${linkedPicture(campaign, address, words)}\n`;
  if ((await readFile(path, 'utf8').catch(() => '')) === snippet) return;
  await writeFile(`${path}.relais-tmp`, snippet);
  await rename(`${path}.relais-tmp`, path);
}

/** The picture that a campaign's cards have. */
async function pictureOf(path: string): Promise<string | undefined> {
  const {files} = JSON.parse(await readFile(path, 'utf8')) as CardIndex;
  return files.png;
}

function idOf(feature: string): string {
  return (JSON.parse(feature) as {id: string}).id;
}
