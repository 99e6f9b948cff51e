import {existsSync} from 'node:fs';
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';

import type {Campaign} from '../../feed/campaign.js';
import {STATUSES} from '../../feed/points.js';
import {readFeedFast} from '../../feed/read-fast.js';
import {oembed} from '../../outputs/oembed.js';
import {linkedPicture} from '../../outputs/static-card.js';
import {cardName, writeCards, type CardIndex, type CardProgress} from '../cards/write.js';
import {UNFINISHED} from './job.js';
import {MANIFEST} from './manifest.js';
import {Pictures} from './pictures.js';
import type {Progress} from './progress.js';
import {STATE, type Published} from './publish.js';

/** Whose cards are made, and how. */
export interface CardsOptions {
  /** `live`: of campaigns that are live or to come, and of those that have cards from that time: they say then how it ended. `all`: of each. */
  cardsFor: 'live' | 'all';
  relay?: string | undefined;
  lang?: string | undefined;
  /** Where the folder is hosted: snippets to paste then name their pictures in full, and each campaign has its oEmbed answer. */
  hosted?: string | undefined;
  /** Where `embed.html` stands: oEmbed answers are then a frame with a live card. Without, the picture of the card. */
  embed?: string | undefined;
  /** Whether campaigns' own pictures are fetched, for share images and print cards. */
  pictures?: boolean | undefined;
  progress: Progress;
  signal?: AbortSignal | undefined;
  now: number;
}

/** Links of what is published are whole: this is never asked. */
const NOWHERE = 'https://relais.invalid/';

/** The folder of cards. What is in it is never removed: mails and pages still show it. */
export const CARDS = 'cards';
/** The folder of oEmbed answers, where the builder looks for them by default. The same holds of it. */
export const OEMBED = 'oembed';

/**
 * Makes the cards of what was published (`cards/write.ts`), and for each campaign `NAME.snippet.html`: its linked
 * picture, with what it shows in words, for pages without scripts. A picture keeps its name: who has pasted
 * the snippet sees the figures of the day, though the words stay those of the day on which it was pasted.
 */
export async function writePublishedCards(
  folder: string,
  {head, length, status, feature}: Published,
  options: CardsOptions,
): Promise<CardProgress> {
  const {cardsFor, relay, lang, progress, signal, now, pictures} = options;
  const fetched = pictures && new Pictures(join(folder, STATE, 'pictures'), {signal});
  const target = join(folder, CARDS);
  const live = new Set(['upcoming', 'live'].map((name) => STATUSES.indexOf(name as 'live')));
  const isWanted = (at: number) =>
    cardsFor === 'all' ||
    live.has(status(at)) ||
    existsSync(join(target, `${cardName(idOf(feature(at)))}.json`));
  const wanted = Uint32Array.from({length}, (_, position) => position).filter(isWanted);
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
      await writeOthers(folder, campaign, words, head, options);
    }
  }
  progress.begin('Cards', wanted.length);
  try {
    const written = await writeCards(campaigns(), target, {
      ...words,
      ...(signal && {signal}),
      ...(fetched && {pictureOf: (campaign: Campaign) => fetched.of(campaign)}),
      onProgress: ({done}) => progress.at(done),
    });
    return fetched ? {...written, failures: [...written.failures, ...fetched.failures]} : written;
  } finally {
    progress.end();
  }
}

/** What shows a campaign's picture: the snippet, and the oEmbed answer where `hosted` says what it can name. */
async function writeOthers(
  folder: string,
  campaign: Campaign,
  words: Parameters<typeof linkedPicture>[2],
  {publisher}: Published['head'],
  {hosted, embed}: CardsOptions,
): Promise<void> {
  const name = cardName(campaign.id);
  const picture = await pictureOf(join(folder, CARDS, `${name}.json`));
  if (!picture) return;
  const base = hosted?.replace(/\/?$/, '/');
  const address = base ? new URL(encodeURIComponent(picture), `${base}${CARDS}/`).href : picture;
  const snippet = `${linkedPicture(campaign, address, words)}\n`;
  await writeNew(join(folder, CARDS, `${name}.snippet.html`), snippet);
  if (!base) return;
  const answer = oembed(campaign, {
    ...words,
    base: embed ?? base,
    type: embed ? 'rich' : 'photo',
    feed: new URL(MANIFEST, base).href,
    image: address,
    provider: publisher,
  });
  await writeNew(join(folder, OEMBED, `${name}.json`), `${answer}\n`);
}

async function writeNew(path: string, content: string): Promise<void> {
  if ((await readFile(path, 'utf8').catch(() => '')) === content) return;
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path + UNFINISHED, content);
  await rename(path + UNFINISHED, path);
}

/** The picture that a campaign's cards have. */
async function pictureOf(path: string): Promise<string | undefined> {
  const {files} = JSON.parse(await readFile(path, 'utf8')) as CardIndex;
  return files.png;
}

function idOf(feature: string): string {
  return (JSON.parse(feature) as {id: string}).id;
}
