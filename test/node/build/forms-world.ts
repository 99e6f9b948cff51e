import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {cspLines} from '../../../lib/outputs/csp.js';
import {snippet, type SnippetForm, type SnippetOptions} from '../../../lib/outputs/snippet.js';
import {makeCampaign, makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {serve, type Served} from './servers.ts';
import type {Place} from './tabs.ts';
import {until} from './until.ts';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

const KNOWN = {
  title: 'Une halle pour le marché',
  url: 'https://platform.example/projects/halle',
  goal: 12_000,
  raised: 9930,
  backers: 134,
};

/** What the campaign's figures are in words, wherever it shows. */
export const FIGURES = /9 930 € collectés sur 12 000 €.*82 %/;

const CALL = {
  id: 'places',
  title: 'Places vivantes',
  editions: [{id: '2026', title: 'Édition 2026'}],
};

const FEED = makeFeed(
  [
    makeFeature({
      id: 'halle',
      coordinates: [-0.37, 43.3],
      properties: {
        ...KNOWN,
        tagline: 'Abriter les producteurs du samedi, été comme hiver, sous une charpente en chêne.',
        endsAt: '2099-01-01',
        place: {name: 'Pau', code: '64445'},
        owner: {name: 'Ville de Pau', kind: 'public'},
        call: {id: 'places', edition: '2026'},
      },
    }),
  ],
  {calls: [CALL]},
);

/** The campaign as a snippet knows it. */
export const halle = makeCampaign({id: 'halle', ...KNOWN});

/** The servers that a snippet names, each of an origin of its own. */
export interface World {
  /** Serves dist, as a platform would. */
  platform: Served;
  feeds: Served;
  /** Serves the pictures of cards, and a page that tells lies. */
  pictures: Served;
  close: () => Promise<void>;
}

export async function openWorld(): Promise<World> {
  const platform = await serve(dist);
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
    platform,
    feeds,
    pictures,
    close: async () => {
      await Promise.all([platform.close(), feeds.close(), pictures.close()]);
    },
  };
}

/** A snippet of this world's campaign, as it is asked for. */
export function formOf(
  world: World,
  form: SnippetForm,
  more: Partial<SnippetOptions> = {},
): SnippetOptions {
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

/** The same as HTML to paste. */
export function pasted(world: World, form: SnippetForm, more: Partial<SnippetOptions> = {}) {
  return snippet(formOf(world, form, more));
}

/** What a form's policy must allow. */
export function linesFor(world: World, form: SnippetForm): string[] {
  return cspLines(formOf(world, form));
}

/**
 * A town's page, in which something was pasted, under the strict policy and the lines that are added to it. It
 * keeps what its policy refuses in `refused`.
 */
export function serveTown(body: string, policy: readonly string[]): Promise<Served> {
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
  return serve(null, {
    '/': {
      body: `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mairie</title><link rel="icon" href="data:,"><script src="/watch.js"></script><p>Avant.</p>${body}<p>Après.</p></html>`,
      headers: {
        'content-security-policy': Object.entries(strict)
          .map((line) => line.join(' '))
          .join('; '),
      },
    },
    '/watch.js': {
      body: `window.refused = []; document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective + ' ' + event.blockedURI));`,
    },
  });
}

/** What the town's policy has refused. */
export function refusedBy(page: Place): Promise<string[]> {
  return page.evaluate(() => (window as unknown as {refused: string[]}).refused);
}

/** What a page or a frame says, through every open shadow root. */
export function said(place: Place): Promise<string> {
  return place.evaluate(() => {
    const read = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
      if (node instanceof Element && /^(script|noscript|style)$/.test(node.localName)) return '';
      // What stands in a shadow host without a slot does not show.
      const root = node instanceof Element ? node.shadowRoot : null;
      return [...(root ?? node).childNodes].map(read).join(' ');
    };
    return read(document.documentElement).replace(/[\s\u00a0\u202f]+/g, ' ');
  });
}

/** The same once it says something, or what it said at the end. */
export function saidOnce(place: Place, words: RegExp): Promise<string> {
  return until(
    () => said(place),
    (text) => words.test(text),
  );
}

/** The state of an element, once it is what it should be, or at the end. */
export function stateOf(place: Place, tag: string, state = 'ready') {
  return until(
    () => place.evaluate((name) => document.querySelector(name)?.getAttribute('state'), tag),
    (now) => now === state,
  );
}
