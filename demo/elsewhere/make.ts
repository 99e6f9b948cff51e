/**
 * What the newsletter and the magazine show: the mails, the pictures in them, the print cards. Written
 * from the generated feeds (`demo/feeds/make.ts` goes first) and from `lib/` (`npm run build` before).
 */
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';

import {makeCard} from '../../lib/cli/cards/make.js';
import {pngOf} from '../../lib/cli/cards/png.js';
import type {Feed} from '../../lib/feed/campaign.js';
import {readFeed} from '../../lib/feed/read.js';
import {cardAlt} from '../../lib/i18n/card-alt.js';
import {oembed, oembedDiscovery} from '../../lib/outputs/oembed.js';
import {openGraph, structuredData} from '../../lib/outputs/structured-data.js';
import type {PrintFormat} from '../../lib/outputs/print-card.js';
import {ISSUE, mail, mailCard, mailText} from './mail.ts';

const demo = new URL('../', import.meta.url);

/** The cards that the magazine places: the campaign, its format, its colour. */
export const PRINTED: readonly [id: string, format: PrintFormat, accent: string][] = [
  ['kiosque', 'a6', '#a8401f'],
  ['cinema-du-quartier', 'quarter', '#1f4a5c'],
  ['jardin-des-tours', 'business', '#2d5a46'],
  ['atelier-velo', 'business', '#a8401f'],
];

const LANGUAGES = [
  ['fr', 'pays.json'],
  ['en', 'country.json'],
] as const;

/** Every file that this writes, as paths below `demo/generated/`. */
export const MADE: readonly string[] = [
  'images/panorama.png',
  ...[...new Set([...ISSUE, ...PRINTED.map(([id]) => id)])].map(
    (id) => `images/${drawingOf(id)}.png`,
  ),
  ...LANGUAGES.flatMap(([lang]) =>
    (['one', 'two'] as const).flatMap((columns) => [
      `newsletter/${lang}-${columns}.html`,
      `newsletter/${lang}-${columns}-card.html`,
      `newsletter/${lang}-${columns}.txt`,
    ]),
  ),
  ...PRINTED.flatMap(([id, format]) => [
    `magazine/${id}-${format}.svg`,
    `magazine/${id}-${format}.pdf`,
  ]),
  'campaign/kiosque.html',
  'campaign/kiosque.png',
  'campaign/kiosque.oembed.json',
];

/** The drawing of a campaign, by its name in `demo/images/`. */
function drawingOf(id: string): string {
  return {'cinema-du-quartier': 'cinema', 'jardin-des-tours': 'jardin'}[id] ?? id;
}

/**
 * Writes all of it to `demo/generated/`.
 *
 * @param origin - Where the demo is served: mails and codes name whole addresses.
 */
export async function writeElsewhere(origin: string, now: number): Promise<void> {
  const root = new URL('/demo/', origin).href;
  const feeds = Object.fromEntries(
    LANGUAGES.map(([lang, name]) => [lang, read(name, root)]),
  ) as Record<'fr' | 'en', Feed>;

  write('images/panorama.png', picture('panorama', 1200));
  for (const name of new Set([...ISSUE, ...PRINTED.map(([id]) => id)].map(drawingOf))) {
    write(`images/${name}.png`, picture(name, 1040));
  }

  for (const [lang] of LANGUAGES) {
    for (const columns of ['one', 'two'] as const) {
      const options = {lang, columns, feed: feeds[lang], root, now};
      write(`newsletter/${lang}-${columns}.html`, mail(options));
      write(`newsletter/${lang}-${columns}.txt`, mailText(options));
      const card = mailCard(find(feeds[lang], ISSUE[0]), options).html;
      write(`newsletter/${lang}-${columns}-card.html`, card);
    }
  }

  const {fr} = feeds;
  for (const [id, format, accent] of PRINTED) {
    const drawing = `data:image/png;base64,${picture(drawingOf(id), 900).toString('base64')}`;
    const options = {
      lang: 'fr',
      relay: 'magazine-pau',
      print: format,
      accent,
      updatedAt: fr.updatedAt,
      calls: fr.calls,
      picture: format === 'business' ? null : drawing,
      now,
    };
    // Paper leaves this machine: its codes lead to a name that is reserved for examples (RFC 2606).
    const printed = {...find(fr, id), url: `https://plateforme.example/${id}`};
    for (const kind of ['svg', 'pdf'] as const) {
      const {content} = await makeCard(printed, kind, options);
      write(`magazine/${id}-${format}.${kind}`, content);
    }
  }
  await writeCampaign(fr, root, now);
}

/** The page of one campaign as it would be hosted, with its picture and its oEmbed answer. */
async function writeCampaign(feed: Feed, root: string, now: number) {
  const campaign = find(feed, 'kiosque');
  const options = {lang: 'fr', relay: '', updatedAt: feed.updatedAt, calls: feed.calls, now};
  const drawing = `data:image/png;base64,${picture('kiosque', 900).toString('base64')}`;
  const {content} = await makeCard(campaign, 'png', {...options, picture: drawing});
  write('campaign/kiosque.png', content);
  const {page, answer} = campaignPage(feed, root, now);
  write('campaign/kiosque.html', page);
  write('campaign/kiosque.oembed.json', answer);
}

/**
 * `page`: its figures in the tags that networks, engines and a CMS read. `answer`: what a CMS gets that
 * follows its discovery link.
 *
 * @param root - Address of the demo.
 */
export function campaignPage(feed: Feed, root: string, now: number) {
  const campaign = find(feed, 'kiosque');
  const options = {lang: 'fr', relay: '', updatedAt: feed.updatedAt, calls: feed.calls, now};
  const folder = `${root}generated/campaign/`;
  const image = `${folder}kiosque.png`;
  const site = 'Relais, démonstration';
  const answer = oembed(campaign, {
    ...options,
    base: new URL('../dist/', root).href,
    feed: `${root}feeds/generated/pays.json`,
    image,
    provider: {name: site, url: root},
  });
  const head = [
    openGraph(campaign, {...options, page: `${folder}kiosque.html`, image, site}),
    oembedDiscovery(`${folder}kiosque.oembed.json`, campaign.title),
    `<script type="application/ld+json">${structuredData(campaign, options)}</script>`,
  ].join('\n');
  const page = readFileSync(new URL('campaign.html', demo), 'utf8')
    .replace(
      /<title>.*?<\/title>/s,
      () => `<title>${escaped(campaign.title)} — démonstration</title>`,
    )
    .replace(/\s*<meta\s+(?:name="description"|property="og:)[^>]*>/g, '')
    .replace('</head>', () => `${head}\n</head>`)
    .replace(
      /(href|src|feed)="(?!https?:|#)(?:\.\/)?([^"]*)"/g,
      (_, name: string, path: string) => `${name}="../../${path}"`,
    );
  return {page, answer};
}

function read(name: string, root: string): Feed {
  const json: unknown = JSON.parse(readFileSync(new URL(`feeds/generated/${name}`, demo), 'utf8'));
  return readFeed(json, `${root}feeds/generated/${name}`).feed;
}

function find({campaigns}: Feed, id: string) {
  const campaign = campaigns.find((candidate) => candidate.id === id);
  if (!campaign) throw new RangeError(`The demo's feed has no campaign "${id}".`);
  return campaign;
}

function picture(name: string, width: number): Buffer {
  return pngOf(readFileSync(new URL(`images/${name}.svg`, demo), 'utf8'), width);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function write(path: string, content: string | Buffer) {
  const target = new URL(`generated/${path}`, demo);
  mkdirSync(dirname(fileURLToPath(target)), {recursive: true});
  writeFileSync(target, content);
}

/** What the pictures of the magazine say in place of themselves, by the campaign's id. */
export function printedAlts(feed: Feed, now: number): Record<string, string> {
  return Object.fromEntries(
    PRINTED.map(([id]) => [id, cardAlt(find(feed, id), 'fr', {now, updatedAt: feed.updatedAt})]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--origin');
  await writeElsewhere(process.argv[at + 1] ?? 'http://localhost:8000', Date.now());
}
