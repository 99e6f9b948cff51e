import {createHash} from 'node:crypto';
import {access, mkdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import type {Campaign} from '../../feed/campaign.js';
import {cardWords} from '../../outputs/words.js';
import type {CardFormat} from './formats.js';
import {makeCard, type MakeOptions} from './make.js';

/** How the cards of a whole feed are written. */
export interface WriteOptions extends MakeOptions {
  /** Default: share image (`png`), e-mail card, its text, print card (`pdf`) and static card. */
  formats?: readonly CardFormat[];
  /** The campaign's picture as a `data:` address; null when it has none. Default: no pictures. */
  pictureOf?: (campaign: Campaign) => Promise<string | null> | string | null;
  /** Told after each campaign. */
  onProgress?: (progress: CardProgress) => void;
  /** Stops between two campaigns. What has been written is whole. */
  signal?: AbortSignal;
}

/** How far the writing is. */
export interface CardProgress {
  /** Campaigns done: written, unchanged and failed together. */
  done: number;
  written: number;
  unchanged: number;
  failures: CardFailure[];
}

/** A card that could not be made, or not as it should. The others are there. */
export interface CardFailure {
  id: string;
  format: CardFormat;
  reason: string;
}

/** What `NAME.json` says of the cards of one campaign. */
export interface CardIndex {
  id: string;
  /** What a picture of the card says to whoever does not see it: the figures and their date. */
  alt: string;
  /** Where the cards lead. */
  url: string;
  /** Files beside this one, by format. */
  files: Partial<Record<CardFormat, string>>;
  /** Of all that the cards were made from. */
  inputs: string;
}

/** Changes when cards are drawn otherwise: every card is then made again. */
const EDITION = 1;
const FORMATS: readonly CardFormat[] = ['png', 'email', 'text', 'pdf', 'html'];
const ENDINGS: Readonly<Record<CardFormat, string>> = {
  png: '.png',
  svg: '.svg',
  pdf: '.pdf',
  email: '.email.html',
  text: '.txt',
  mjml: '.mjml',
  html: '.html',
};

/**
 * The cards of many campaigns, as files in a folder: `NAME.png`, `NAME.email.html`… and `NAME.json`, which
 * names them. NAME is `cardName(id)`.
 *
 * A campaign whose words and options are what they were is left as it is; the date of its figures is then
 * the day on which they last changed. Since days left are words, a live campaign is redrawn once a day.
 * Each file is written beside and renamed, the index last: killed at any moment, every file is whole, and
 * the next run makes what is missing. Cards of campaigns that are gone stay: mails still show them.
 *
 * @returns The last progress. A campaign that fails does not stop the others.
 */
export async function writeCards(
  campaigns: AsyncIterable<Campaign> | Iterable<Campaign>,
  folder: string,
  options: WriteOptions = {},
): Promise<CardProgress> {
  await mkdir(folder, {recursive: true});
  const progress: CardProgress = {done: 0, written: 0, unchanged: 0, failures: []};
  for await (const campaign of campaigns) {
    options.signal?.throwIfAborted();
    const changed = await writeCampaign(campaign, folder, options, progress.failures);
    progress.done++;
    if (changed) progress.written++;
    else progress.unchanged++;
    options.onProgress?.({...progress, failures: [...progress.failures]});
  }
  return progress;
}

/**
 * The name of a campaign's files: its id where that is a plain name, else what is plain of it and a mark
 * that no other id has. It is never a path, and two that differ by their capitals are two.
 */
export function cardName(id: string): string {
  if (/^[a-z\d][a-z\d_-]{0,79}$/.test(id)) return id;
  const plain = id
    .toLowerCase()
    .replace(/[^a-z\d_-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .slice(0, 40);
  return `${plain || 'campaign'}.${sha256(id).slice(0, 10)}`;
}

async function writeCampaign(
  campaign: Campaign,
  folder: string,
  options: WriteOptions,
  failures: CardFailure[],
): Promise<boolean> {
  const {formats = FORMATS, pictureOf} = options;
  const name = cardName(campaign.id);
  const picture = pictureOf ? await pictureOf(campaign) : (options.picture ?? null);
  const words = cardWords(campaign, options, '');
  const inputs = inputsOf(campaign, options, picture);
  const before = await readIndex(join(folder, `${name}.json`));
  if (before?.inputs === inputs && (await allThere(folder, before))) return false;
  const index: CardIndex = {id: campaign.id, alt: words.alt, url: words.url, files: {}, inputs};
  for (const format of formats) {
    try {
      const {content, warnings} = await makeCard(campaign, format, {...options, picture});
      const file = `${name}${ENDINGS[format]}`;
      await replace(join(folder, file), content);
      index.files[format] = file;
      failures.push(...warnings.map((reason) => ({id: campaign.id, format, reason})));
    } catch (error) {
      // What the disk refuses it refuses for all; what a campaign cannot be is its own matter.
      if (!(error instanceof RangeError)) throw error;
      failures.push({id: campaign.id, format, reason: error.message});
    }
  }
  await replace(join(folder, `${name}.json`), `${JSON.stringify(index)}\n`);
  return true;
}

/** All that the cards of a campaign say and show, but the date of their figures. */
function inputsOf(campaign: Campaign, options: WriteOptions, picture: string | null): string {
  const {formats = FORMATS, lang, relay, accent, print, bleed, columns, image} = options;
  const {date: _date, alt: _alt, ...words} = cardWords(campaign, options, '');
  const made = {lang, relay, accent, print, bleed, columns, image, formats: [...formats], picture};
  return sha256(
    JSON.stringify([EDITION, words, campaign.url, campaign.image, campaign.lang, made]),
  );
}

async function readIndex(path: string): Promise<CardIndex | null> {
  try {
    const index = JSON.parse(await readFile(path, 'utf8')) as Partial<CardIndex> | null;
    return index?.files && index.inputs ? (index as CardIndex) : null;
  } catch {
    // Missing or broken: the cards are made again.
    return null;
  }
}

async function allThere(folder: string, {files}: CardIndex): Promise<boolean> {
  try {
    await Promise.all(Object.values(files).map((file) => access(join(folder, file))));
    return true;
  } catch {
    return false;
  }
}

async function replace(path: string, content: string | Buffer): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, {force: true});
    throw error;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
