import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import puppeteer, {type Browser, type Page} from 'puppeteer-core';

import {findBrowser, howToInstall} from '../../../scripts/browsers.mjs';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {serve, type Served} from './servers.ts';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));

const FEED = makeFeed([
  makeFeature({
    id: 'halle',
    coordinates: [-0.37, 43.3],
    properties: {
      title: 'Une halle pour le marché',
      goal: 12_000,
      raised: 9930,
      backers: 134,
      place: {name: 'Pau', code: '64445'},
    },
  }),
  makeFeature({
    id: 'four',
    coordinates: [-0.36, 43.31],
    properties: {
      title: 'Un four à pain',
      goal: 1000,
      raised: 1860,
      place: {name: 'Pau', code: '64445'},
    },
  }),
]);

/** Right, but for an amount in words: it takes the reader with the schema. */
const FAULTY = makeFeed([
  makeFeature({id: 'right', properties: {title: 'Un lavoir', goal: 100, raised: 50}}),
  makeFeature({id: 'wrong', properties: {goal: 100, raised: '12 €'}}),
]);

const ELEMENTS = (feed: string) => `
<relais-project-card feed="${feed}" campaign="halle"></relais-project-card>
<relais-progress-bar feed="${feed}" campaign="four"></relais-progress-bar>
<relais-city-search feed="${feed}" for="map list"></relais-city-search>
<relais-territory-map id="map" feed="${feed}" territory="departement:64" for="list"></relais-territory-map>
<relais-project-list id="list" feed="${feed}" status="all"></relais-project-list>
<relais-territory-summary feed="${feed}" territory="departement:64"></relais-territory-summary>`;

/** What Prototype.js and MooTools do to arrays, on pages that still have them. */
const OLD_LIBRARY = `
Array.from = (list) => {
  if (!list) return [];
  const result = new Array(list.length || 0);
  for (let at = 0; at < result.length; at += 1) result[at] = list[at];
  return result;
};
Array.prototype.entries = function () { return this.slice(); };
Array.prototype.toJSON = function () { return '[' + this.join() + ']'; };
Array.prototype.each = Array.prototype.forEach;
Array.prototype.first = function () { return this[0]; };
String.prototype.toJSON = function () { return '"' + this + '"'; };
window.$ = () => null;
`;

interface Seen {
  violations: string[];
  states: Record<string, string>;
  markers: number;
}

/** What the page shows, from outside: its elements' states, and what its policy refused. */
function look(page: Page): Promise<Seen> {
  return page.evaluate(() => ({
    violations: [...document.querySelectorAll('meta[name=violation]')].map(
      (meta) => meta.getAttribute('content') ?? '',
    ),
    states: Object.fromEntries(
      [...document.querySelectorAll('*')]
        .filter(({localName}) => localName.startsWith('relais-'))
        .map((element) => [element.localName, element.getAttribute('state') ?? 'not upgraded']),
    ),
    markers:
      document
        .querySelector('relais-territory-map')
        ?.shadowRoot?.querySelectorAll('.leaflet-container button').length ?? 0,
  }));
}

async function settled(page: Page, ready: (seen: Seen) => boolean): Promise<Seen> {
  const deadline = Date.now() + 15_000;
  let seen = await look(page);
  while (!ready(seen) && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    seen = await look(page);
  }
  return seen;
}

const allReady = ({states}: Seen) => Object.values(states).every((state) => state === 'ready');

describe('the bundle, on a page of another origin', () => {
  let browser: Browser;
  let host: Served;
  let scripts: Served;
  let classics: Served;
  let feeds: Served;
  const errors: string[] = [];

  before(async () => {
    const executablePath = findBrowser('chromium');
    assert.ok(executablePath, howToInstall('chromium'));
    browser = await puppeteer.launch({executablePath, args: ['--no-sandbox']});
    scripts = await serve(dist);
    classics = await serve(dist);
    feeds = await serve(null, {
      '/feed.json': {body: JSON.stringify(FEED)},
      '/faulty.json': {body: JSON.stringify(FAULTY)},
    });
  });

  after(async () => {
    await browser.close();
    await Promise.all([scripts.close(), classics.close(), feeds.close()]);
  });

  afterEach(async () => {
    await host.close();
    assert.deepEqual(errors.splice(0), []);
  });

  /** A page under the strict policy of the documentation, with the sources that it names. */
  async function open(head: string): Promise<{page: Page; requests: string[]}> {
    const policy = [
      "default-src 'none'",
      `script-src 'self' ${scripts.origin} ${classics.origin}`,
      "style-src 'self'",
      "img-src 'self' data:",
      `connect-src ${feeds.origin}`,
      "base-uri 'none'",
      "require-trusted-types-for 'script'",
    ].join('; ');
    const watch = `document.addEventListener('securitypolicyviolation', (event) => {
      const meta = document.createElement('meta');
      meta.name = 'violation';
      meta.content = event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber;
      document.head.append(meta);
    });`;
    host = await serve(null, {
      '/': {
        body: `<!doctype html><html lang="fr"><title>Page</title><link rel="icon" href="data:,"><script src="/watch.js"></script>${head}${ELEMENTS(`${feeds.origin}/feed.json`)}</html>`,
        headers: {'content-security-policy': policy},
      },
      '/watch.js': {body: watch},
      '/old.js': {body: OLD_LIBRARY},
      '/everywhere.js': {
        body: "Object.prototype.extend = function () {}; Object.prototype.foo = 'bar';",
      },
    });
    const page = await browser.newPage();
    await page.setViewport({width: 1280, height: 3000});
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${host.origin}/`);
    return {page, requests};
  }

  function onlyFrom(requests: string[], origins: string[]) {
    const others = requests.filter(
      (url) => !url.startsWith('data:') && !origins.some((origin) => url.startsWith(origin)),
    );
    assert.deepEqual(others, []);
  }

  it('works as modules under the strict policy and Trusted Types, and asks nobody else', async () => {
    const {page, requests} = await open(
      `<script type="module" src="${scripts.origin}/relais.js"></script>`,
    );
    const seen = await settled(page, (now) => allReady(now) && now.markers > 0);
    assert.deepEqual(seen.violations, []);
    assert.ok(allReady(seen), JSON.stringify(seen.states));
    assert.ok(seen.markers > 0, 'the map has no marker');
    onlyFrom(requests, [host.origin, scripts.origin, feeds.origin]);
    assert.equal(
      feeds.asked.filter((path) => path === '/feed.json').length,
      1,
      'six elements, one request',
    );
    await page.close();
  });

  it('finds a town when one types, under the same policy', async () => {
    const {page} = await open(`<script type="module" src="${scripts.origin}/relais.js"></script>`);
    await settled(page, allReady);
    await page.focus('relais-city-search >>> input');
    await page.keyboard.type('pau');
    await page.waitForSelector('relais-city-search >>> [role=option]', {timeout: 15_000});
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const territory = await page.waitForFunction(
      () =>
        document.querySelector('relais-project-list')?.getAttribute('territory') ??
        (document.querySelector('relais-project-list') as unknown as {territory: string} | null)
          ?.territory,
      {timeout: 10_000},
    );
    assert.equal(await territory.jsonValue(), 'commune:64445');
    assert.deepEqual((await look(page)).violations, []);
    await page.close();
  });

  it('works as one classic script', async () => {
    const {page, requests} = await open(
      `<script defer src="${classics.origin}/relais.classic.js"></script>`,
    );
    const seen = await settled(page, (now) => allReady(now) && now.markers > 0);
    assert.deepEqual(seen.violations, []);
    assert.ok(allReady(seen), JSON.stringify(seen.states));
    assert.ok(seen.markers > 0, 'the map has no marker');
    onlyFrom(requests, [host.origin, classics.origin, feeds.origin]);
    const loaded = requests.filter(
      (url) => url.startsWith(classics.origin) && !url.includes('/data/'),
    );
    assert.equal(loaded.length, 1, `one file of code, and its data: ${loaded.join(' ')}`);
    await page.close();
  });

  it('survives two copies of itself, from two origins, as a module and as a classic script', async () => {
    const {page} = await open(
      `<script defer src="${classics.origin}/relais.classic.js"></script><script type="module" src="${scripts.origin}/relais.js"></script><script type="module" src="${scripts.origin}/elements/project-card.js"></script>`,
    );
    const seen = await settled(page, (now) => allReady(now) && now.markers > 0);
    assert.deepEqual(seen.violations, []);
    assert.ok(allReady(seen), JSON.stringify(seen.states));
    await page.close();
  });

  it('shows a card with the entry of the card alone', async () => {
    const {page, requests} = await open(
      `<script type="module" src="${scripts.origin}/elements/project-card.js"></script>`,
    );
    const seen = await settled(page, ({states}) => states['relais-project-card'] === 'ready');
    assert.equal(seen.states['relais-project-card'], 'ready');
    assert.equal(
      requests.some((url) => /\/data\/|leaflet/.test(url)),
      false,
      'a card alone downloads no table and no map',
    );
    await page.close();
  });

  for (const [form, script] of [
    ['modules', () => `type="module" src="${scripts.origin}/relais.js"`],
    ['one classic script', () => `defer src="${classics.origin}/relais.classic.js"`],
  ] as const) {
    it(`works as ${form} beside a library that changed what arrays are`, async () => {
      const {page} = await open(`<script src="/old.js"></script><script ${script()}></script>`);
      const seen = await settled(page, (now) => allReady(now) && now.markers > 0);
      assert.ok(allReady(seen), JSON.stringify(seen.states));
      assert.ok(seen.markers > 0, 'the map has no marker');
      await page.focus('relais-city-search >>> input');
      await page.keyboard.type('lescar');
      const found = await page.waitForSelector('relais-city-search >>> [role=option]', {
        timeout: 15_000,
      });
      assert.match((await found?.evaluate((option) => option.textContent)) ?? '', /Lescar/);
      await page.close();
    });
  }

  it('reads a feed with faults where a script has added to every object', async () => {
    const {page} = await open(
      `<script src="/everywhere.js"></script><script type="module" src="${scripts.origin}/elements/project-card.js"></script>
      <relais-project-card id="faulty" feed="${feeds.origin}/faulty.json" campaign="right"></relais-project-card>`,
    );
    await page.waitForSelector('#faulty:is([state="ready"], [state="error"])', {timeout: 15_000});
    const said = await page.$eval('#faulty', (card) => card.shadowRoot?.textContent ?? '');
    assert.match(said, /Un lavoir/);
    assert.match(said, /50\s%/);
    await page.close();
  });

  it('leaves no cookie and nothing in storage', async () => {
    const {page} = await open(`<script type="module" src="${scripts.origin}/relais.js"></script>`);
    await settled(page, allReady);
    const left = await page.evaluate(() => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
    ]);
    assert.deepEqual(left, ['', 0, 0]);
    await page.close();
  });
});
