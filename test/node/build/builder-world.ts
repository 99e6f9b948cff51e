import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {serve, type Served} from './servers.ts';
import type {Place} from './tabs.ts';
import {until} from './until.ts';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const axe = fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url));

/** A title that would be markup, code and a merge tag if it were not text. */
export const HOSTILE = `"><img src=x onerror="hit()"><script>hit()</script> *|FNAME|* {{7*7}}`;

const FEED = makeFeed(
  [
    makeFeature({
      id: 'halle',
      coordinates: [-0.37, 43.3],
      properties: {
        title: 'Une halle pour le marché',
        url: 'https://platform.example/projects/halle',
        goal: 12_000,
        raised: 9930,
        backers: 134,
        endsAt: '2099-01-01',
        place: {name: 'Pau', code: '64445', departement: '64'},
        call: {id: 'places', edition: '2026'},
      },
    }),
    makeFeature({
      id: 'four',
      properties: {title: 'Un four à pain', goal: 1000, raised: 1860, endsAt: '2020-01-01'},
    }),
    makeFeature({id: 'hostile', properties: {title: HOSTILE, goal: 100, raised: 10}}),
  ],
  {
    calls: [
      {id: 'places', title: 'Places vivantes', editions: [{id: '2026', title: 'Édition 2026'}]},
    ],
  },
);

const TABLE = `Numéro;Quoi;Sur le site;Venu
7;Une halle à part;https://platform.example/halle;9 930 €
`;

/** A policy as strict as a platform may send it with the page. */
const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' http: https: data: blob:",
  "connect-src 'self' http: https:",
  "frame-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html relais-preview 'allow-duplicates'",
].join('; ');

/** The builder, hosted by a platform under a strict policy, and feeds on origins of their own. */
export interface BuilderWorld {
  platform: Served;
  feeds: Served;
  /** Serves the same feed, and lets no other site read it. */
  closed: Served;
  /** The builder's address with a query; the feed is in it unless the query says another. */
  at: (query?: Readonly<Record<string, string>>) => string;
  close: () => Promise<void>;
}

export async function openBuilder(): Promise<BuilderWorld> {
  const page = (name: string) => ({
    body: readFileSync(`${dist}${name}`, 'utf8'),
    headers: {'content-security-policy': STRICT},
  });
  const feed = {
    '/feed.json': {body: JSON.stringify(FEED)},
    // A table kept by hand whose names no list of ours has.
    '/table.csv': {body: TABLE},
  };
  const platform = await serve(dist, {
    '/builder.html': page('builder.html'),
    '/preview.html': page('preview.html'),
    '/axe.js': {body: readFileSync(axe, 'utf8')},
  });
  const feeds = await serve(null, feed);
  const closed = await serve(null, feed, false);
  return {
    platform,
    feeds,
    closed,
    at: (query = {}) => {
      const said = new URLSearchParams({feed: `${feeds.origin}/feed.json`, ...query});
      return `${platform.origin}/builder.html?${said}`;
    },
    close: async () => {
      await Promise.all([platform.close(), feeds.close(), closed.close()]);
    },
  };
}

/** What a field of the page holds, once it holds something else than before. */
export function valueOf(place: Place, selector: string, before = ''): Promise<string> {
  return until(
    () =>
      place.evaluate(
        (query) => document.querySelector<HTMLTextAreaElement>(query)?.value ?? '',
        selector,
      ),
    (value) => value !== before,
  );
}

/** The text of a part of the page, once it matches. */
export function textOnce(place: Place, selector: string, words: RegExp): Promise<string> {
  return until(
    () =>
      place.evaluate(
        (query) =>
          [...document.querySelectorAll<HTMLElement>(query)]
            .map(({innerText}) => innerText)
            .join('\n')
            .replaceAll(/[\u00a0\u202f]/g, ' '),
        selector,
      ),
    (text) => words.test(text),
  );
}

/** The state of an element in the preview, once it is `ready`, or at the end. */
export function previewState(place: Place, tag: string): Promise<string> {
  return until(
    () =>
      place.evaluate((name) => {
        const frame = document.querySelector<HTMLIFrameElement>('.window iframe');
        return frame?.contentDocument?.querySelector(name)?.getAttribute('state') ?? '';
      }, tag),
    (state) => state === 'ready',
  );
}

/** Everything that axe finds in the page, best practices included: the rules' names, and where. */
export async function axeFinds(place: Place): Promise<string[]> {
  await place.evaluate(() => {
    const {axe: there, found} = window as unknown as {axe?: unknown; found?: unknown};
    if (found) delete (window as unknown as {found?: unknown}).found;
    const address = '/axe.js';
    const ready = there ? Promise.resolve() : import(address);
    void ready
      .then(() =>
        (
          window as unknown as {
            axe: {run: (context: object, options: object) => Promise<{violations: unknown[]}>};
          }
        ).axe.run({exclude: ['.window iframe']}, {iframes: false}),
      )
      .then(
        ({violations}) => Object.assign(window, {found: violations}),
        (error: unknown) => Object.assign(window, {found: [{id: String(error), nodes: []}]}),
      );
  });
  const found = await until(
    () =>
      place.evaluate(() => {
        const all = (window as unknown as {found?: {id: string; nodes: {html: string}[]}[]}).found;
        return all?.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' ')}`) ?? null;
      }),
    (list) => list !== null,
  );
  return found ?? ['axe did not answer'];
}
