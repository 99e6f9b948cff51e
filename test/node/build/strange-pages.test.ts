import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {findBrowser} from '../../../scripts/browsers.mjs';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {said} from './forms-world.ts';
import {serve, type Served} from './servers.ts';
import {engines, startVisitor, type Tab, type Visitor} from './tabs.ts';
import {until} from './until.ts';

const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
const answers = fileURLToPath(new URL('../../fixtures/adapters/', import.meta.url));

const FEED = makeFeed(
  [
    [-0.37, 43.3],
    [-1.2, 43.4],
  ].map((coordinates, at) =>
    makeFeature({
      id: `c${at}`,
      coordinates,
      properties: {
        title: `Projet ${at}`,
        status: 'live',
        goal: 100,
        raised: 50,
        place: {departement: '64'},
      },
    }),
  ),
);

/** An old script that gives every object more than it has, before ours comes. */
const OLD_SCRIPT = `
  Object.prototype.foo = 'bar';
  Object.prototype.each = function (tell) { for (var name in this) tell(this[name], name); };
  Object.prototype.extend = Object.prototype.remove = Object.prototype.clone = function () { return this; };
`;

/** A page's own ears: what no script catches. */
const EARS = `
  window.faults = [];
  addEventListener('error', function (event) { faults.push(event.message); });
  addEventListener('unhandledrejection', function (event) { faults.push(String(event.reason)); });
`;

/** How a page brings us: as modules, or as one classic script. */
const WAYS: Record<string, (base: string) => string> = {
  modules: (base) => `<script type="module" src="${base}/relais.js"></script>`,
  'the classic script': (base) => `<script src="${base}/relais.classic.js"></script>`,
};

for (const engine of engines) {
  // The suite says by itself which engine is missing.
  if (engine !== 'chromium' && !findBrowser(engine)) continue;

  describe(`strange pages and answers, in ${engine}`, () => {
    let visitor: Visitor;
    let platform: Served;
    let feeds: Served;
    let town: Served | undefined;
    let page: Tab | undefined;

    before(async () => {
      platform = await serve(dist);
      feeds = await serve(answers, {'/feed.json': {body: JSON.stringify(FEED)}});
      visitor = await startVisitor(engine);
    });
    after(async () => {
      await visitor.close();
      await Promise.all([platform.close(), feeds.close()]);
    });
    afterEach(async () => {
      await page?.close();
      await town?.close();
    });

    async function open(way: string, before: string, element: string): Promise<Tab> {
      const body = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mairie</title><link rel="icon" href="data:,"><script>${EARS}${before}</script>${WAYS[way]?.(platform.origin)}${element}</html>`;
      town = await serve(null, {'/': {body}});
      page = await visitor.open(`${town.origin}/`);
      return page;
    }
    const faultsOf = (tab: Tab) =>
      tab.evaluate(() => (window as unknown as {faults: string[]}).faults);
    const pinsOf = (tab: Tab) =>
      tab.evaluate(() => {
        const root = document.querySelector('relais-territory-map')?.shadowRoot;
        return root?.querySelectorAll('.pin').length ?? 0;
      });

    for (const way of Object.keys(WAYS)) {
      it(`${way}: the map stands in a page that adds to every object`, async () => {
        const map = `<relais-territory-map feed="${feeds.origin}/feed.json" territory="departement:64"></relais-territory-map>`;
        const tab = await open(way, OLD_SCRIPT, map);
        assert.equal(
          await until(
            () => pinsOf(tab),
            (pins) => pins === 2,
          ),
          2,
        );
        assert.match(await said(tab), /2 campagnes/);
        assert.deepEqual(await faultsOf(tab), []);
      });

      it(`${way}: the map stands where nothing tells what is in sight`, async () => {
        const map = `<relais-territory-map feed="${feeds.origin}/feed.json" territory="departement:64"></relais-territory-map>`;
        const tab = await open(way, 'delete window.IntersectionObserver;', map);
        assert.equal(
          await until(
            () => pinsOf(tab),
            (pins) => pins === 2,
          ),
          2,
        );
        assert.deepEqual(await faultsOf(tab), []);
      });

      it(`${way}, from another origin: a platform's own answer brings its adapter, from beside the script`, async () => {
        const list = `<relais-project-list feed="${feeds.origin}/helloasso-forms.json" status="all"></relais-project-list>`;
        const tab = await open(way, '', list);
        const words = await until(
          () => said(tab),
          (seen) => seen.includes('Le toit'),
        );
        assert.match(words, /2 campagnes/);
        assert.match(words, /Demo Boutique/);
        assert.deepEqual(await faultsOf(tab), []);
        const brought = platform.asked.filter((path) => path.startsWith('/adapters/'));
        assert.deepEqual([...new Set(brought)], ['/adapters/helloasso.js']);
      });
    }
  });
}
