import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import puppeteer, {type Browser, type Frame, type Page} from 'puppeteer-core';

import {snippet, type SnippetForm} from '../../../lib/outputs/snippet.js';
import {findBrowser, howToInstall} from '../../../scripts/browsers.mjs';
import {makeCampaign, makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {serve, type Served} from './servers.ts';

export const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

const FIGURES = {
  title: 'Une halle pour le marché',
  url: 'https://platform.example/projects/halle',
  goal: 12_000,
  raised: 9930,
  backers: 134,
};

export const FEED = makeFeed([
  makeFeature({
    id: 'halle',
    coordinates: [-0.37, 43.3],
    properties: {...FIGURES, place: {name: 'Pau', code: '64445'}},
  }),
]);

/** The campaign as a snippet knows it. */
export const halle = makeCampaign({id: 'halle', ...FIGURES});

/** A page of a town, where a snippet was pasted, and the servers that it names. */
export interface World {
  browser: Browser;
  /** Serves dist, as a platform would. */
  platform: Served;
  feeds: Served;
  /** Serves the pictures of cards. */
  pictures: Served;
  close: () => Promise<void>;
}

export async function openWorld(engine: 'chromium' | 'firefox'): Promise<World> {
  const executablePath = findBrowser(engine);
  assert.ok(executablePath, howToInstall(engine));
  const browser = await puppeteer.launch(
    engine === 'firefox'
      ? {browser: 'firefox', executablePath, headless: true}
      : {executablePath, args: ['--no-sandbox', '--disable-background-networking']},
  );
  const platform = await serve(dist, {
    '/embed.css': {
      body: readFileSync(`${dist}embed.css`, 'utf8'),
      type: 'text/css; charset=utf-8',
    },
  });
  const feeds = await serve(null, {'/feed.json': {body: JSON.stringify(FEED)}});
  const pictures = await serve(null, {
    '/evil.html': {
      body: `<!doctype html><title>Evil</title><script>setInterval(() => parent.postMessage({type: 'relais-frame-height', height: 5555}, '*'), 20)</script>`,
    },
    '/halle.svg': {
      body: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><rect width="1200" height="630"/></svg>',
      type: 'image/svg+xml',
    },
  });
  return {
    browser,
    platform,
    feeds,
    pictures,
    close: async () => {
      await browser.close();
      await Promise.all([platform.close(), feeds.close(), pictures.close()]);
    },
  };
}

/** A snippet of this world's campaign. */
export function formOf(world: World, form: SnippetForm, more: Record<string, unknown> = {}) {
  const hashes = JSON.parse(readFileSync(`${dist}integrity.json`, 'utf8')) as Record<
    string,
    string
  >;
  return {
    form,
    element: 'relais-project-card',
    attributes: {feed: `${world.feeds.origin}/feed.json`, campaign: 'halle', relay: 'mairie-pau'},
    base: world.platform.origin,
    campaign: halle,
    image: `${world.pictures.origin}/halle.svg`,
    integrity: hashes['relais.classic.js'] ?? '',
    now: Date.parse('2026-11-24T09:00:00Z'),
    ...more,
  };
}

export function pasted(world: World, form: SnippetForm, more: Record<string, unknown> = {}) {
  return snippet(formOf(world, form, more));
}

/** A town's page: the strict policy, what a snippet asks to add, and what its policy refused. */
export async function openTown(
  world: World,
  body: string,
  policy: readonly string[],
  {width = 1000, path = '/', style = ''} = {},
): Promise<{page: Page; town: Served; violations: () => Promise<string[]>}> {
  const strict: Record<string, string> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'require-trusted-types-for': "'script'",
  };
  for (const line of policy) {
    const [directive = '', ...sources] = line.split(' ');
    strict[directive] = `${strict[directive] ?? ''} ${sources.join(' ')}`.trim();
  }
  const town = await serve(null, {
    [path]: {
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mairie</title><link rel="icon" href="data:,"><script src="/watch.js"></script><link rel="stylesheet" href="/town.css"><p>Avant.</p>${body}<p>Après.</p></html>`,
      headers: {
        'content-security-policy': Object.entries(strict)
          .map((line) => line.join(' '))
          .join('; '),
      },
    },
    '/town.css': {body: style, type: 'text/css'},
    '/watch.js': {
      body: `window.refused = []; document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective + ' ' + event.blockedURI));`,
    },
  });
  const page = await world.browser.newPage();
  await page.setViewport({width, height: 900});
  await page.goto(`${town.origin}${path}`);
  return {
    page,
    town,
    violations: () => page.evaluate(() => (window as unknown as {refused: string[]}).refused),
  };
}

/** What a page or a frame says, through every open shadow root. */
export function said(where: Page | Frame): Promise<string> {
  return where.evaluate(() => {
    const read = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
      if (node instanceof Element && /^(script|style)$/.test(node.localName)) return '';
      // What stands in a shadow host without a slot does not show.
      const root = node instanceof Element ? node.shadowRoot : null;
      return [...(root ?? node).childNodes].map(read).join(' ');
    };
    return read(document.documentElement).replace(/[\s\u00a0\u202f]+/g, ' ');
  });
}

/** Waits until something holds, and gives what was last seen when it does not. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean): Promise<T> {
  const deadline = Date.now() + 15_000;
  let seen = await look();
  while (!holds(seen) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await look();
  }
  return seen;
}

/** The frame of `embed.html`, once it is there. */
export async function framed(page: Page): Promise<Frame> {
  const found = await until(
    async () => page.frames().find((frame) => frame.url().includes('/embed.html')),
    Boolean,
  );
  assert.ok(found, 'no frame came');
  return found;
}
