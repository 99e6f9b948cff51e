import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';

import {oembed} from '../../../lib/outputs/oembed.js';
import type {SnippetForm} from '../../../lib/outputs/snippet.js';
import {findBrowser} from '../../../scripts/browsers.mjs';
import {
  FIGURES,
  halle,
  linesFor,
  openWorld,
  pasted,
  refusedBy,
  said,
  saidOnce,
  serveTown,
  stateOf,
  type World,
} from './forms-world.ts';
import type {Served} from './servers.ts';
import {engines, startVisitor, type Tab, type Visitor} from './tabs.ts';
import {until} from './until.ts';
import {asWordPress, listenLikeWordPress} from './wordpress.ts';

for (const engine of engines) {
  // The suite says by itself which engine is missing.
  if (engine !== 'chromium' && !findBrowser(engine)) continue;

  describe(`each form, pasted as it is, in ${engine}`, () => {
    let visitor: Visitor;
    let world: World;
    let town: Served;
    let page: Tab;

    before(async () => {
      world = await openWorld();
      visitor = await startVisitor(engine);
    });
    after(async () => {
      await visitor.close();
      await world.close();
    });
    afterEach(async () => {
      await page.close();
      await town.close();
    });

    async function paste(body: string, policy: readonly string[]) {
      town = await serveTown(body, policy);
      page = await visitor.open(`${town.origin}/`);
    }

    const withScripts: SnippetForm[] = ['module', 'integrity', 'classic'];
    for (const form of withScripts) {
      it(`${form}: the element, under the strict policy and the lines that cspLines lists`, async () => {
        await paste(pasted(world, form), linesFor(world, form));
        assert.equal(await stateOf(page, 'relais-project-card'), 'ready');
        assert.match(await said(page), FIGURES);
        assert.deepEqual(await refusedBy(page), []);
      });

      it(`${form}: the card with its link, where the policy lets no script in`, async () => {
        await paste(pasted(world, form), []);
        const refused = await until(
          () => refusedBy(page),
          (all) => all.length > 0,
        );
        assert.match(refused.join(), /script-src/);
        assert.match(await said(page), FIGURES);
        const links = await page.evaluate(() =>
          [...document.querySelectorAll('a')].map(({href, offsetHeight}) => [
            href,
            offsetHeight > 0,
          ]),
        );
        assert.deepEqual(links, [
          [
            'https://platform.example/projects/halle?utm_source=mairie-pau&utm_medium=widget&utm_campaign=halle',
            true,
          ],
        ]);
      });
    }

    it('integrity: a file that is not the one hashed does not run, and the card stays', async () => {
      const wrong = pasted(world, 'integrity', {integrity: `sha384-${'A'.repeat(64)}`});
      await paste(wrong, linesFor(world, 'integrity'));
      await until(
        async () => world.platform.asked.includes('/relais.classic.js'),
        (asked) => asked,
      );
      await until(
        () => page.evaluate(() => document.readyState),
        (state) => state === 'complete',
      );
      assert.match(await said(page), FIGURES);
      const isDefined = () =>
        page.evaluate(() => Boolean(customElements.get('relais-project-card')));
      assert.equal(await isDefined(), false);
    });

    it('iframe: loaded when it is near, in a sandbox without an origin, as high as what it shows', async () => {
      const far = '<div id="far"></div>';
      await paste(`${far}${pasted(world, 'iframe')}`, linesFor(world, 'iframe'));
      await page.evaluate(() => {
        const space = document.querySelector<HTMLElement>('#far');
        if (space) space.style.height = '9000px';
        document.querySelector('iframe')?.scrollIntoView();
      });
      assert.match(await saidOnce(page.frame, FIGURES), FIGURES);
      const [outer, inner] = await until(
        async () => [
          await page.evaluate(() => document.querySelector('iframe')?.clientHeight),
          await page.frame.evaluate(() =>
            Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0),
          ),
        ],
        ([one, other]) => one === other,
      );
      assert.equal(outer, inner);
      assert.ok(Number(outer) > 200, `${outer} px`);
      const seen = await page.frame.evaluate(() => ({
        origin,
        title: document.title,
        lang: document.documentElement.lang,
        headings: document.querySelectorAll('h1').length,
        scrolls: document.documentElement.scrollHeight > innerHeight,
        variant: document.querySelector('relais-project-card')?.getAttribute('variant'),
      }));
      assert.deepEqual(seen, {
        origin: 'null',
        title: 'Campagne de financement participatif\u00a0: Une halle pour le marché',
        lang: 'fr',
        headings: 1,
        scrolls: false,
        variant: '',
      });
      // The one thing that a strict policy refuses is the style that takes the border away; the script does.
      assert.ok((await refusedBy(page)).every((refused) => refused.startsWith('style-src')));
      const border = await page.evaluate(() => {
        const frame = document.querySelector('iframe');
        return frame && getComputedStyle(frame).borderTopWidth;
      });
      assert.equal(border, '0px');
    });

    it('oEmbed, as WordPress filters it: scripts alone, and its height and link messages', async () => {
      const answer = JSON.parse(
        oembed(halle, {
          base: world.platform.origin,
          feed: `${world.feeds.origin}/feed.json`,
          relay: 'mairie-pau',
        }),
      ) as {html: string};
      await paste(asWordPress(answer.html, 'aBc123XyZ9'), [`frame-src ${world.platform.origin}`]);
      // WordPress's script comes when the frame has said all that it has to say.
      assert.match(await saidOnce(page.frame, FIGURES), FIGURES);
      await page.evaluate(listenLikeWordPress);
      const frame = () =>
        page.evaluate(() => ({
          height: Number(document.querySelector('iframe')?.height),
          isHidden: document.querySelector('iframe')?.hasAttribute('style'),
          quote: document.querySelector('blockquote')?.offsetHeight,
        }));
      const shown = await until(frame, ({isHidden}) => !isHidden);
      assert.equal(shown.isHidden, false);
      assert.equal(shown.quote, 0);
      const inner = await page.frame.evaluate(() =>
        Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0),
      );
      assert.ok(shown.height >= 200 && shown.height <= 1000);
      assert.equal(shown.height, inner);

      await page.evaluate(() => document.querySelector('iframe')?.focus());
      await page.frame.evaluate(() => {
        const {shadowRoot} = document.querySelector('relais-project-card') ?? {};
        shadowRoot?.querySelector<HTMLAnchorElement>('a[part=link]')?.click();
      });
      const followed = await until(
        () => page.evaluate(() => (window as unknown as {followed?: string}).followed ?? ''),
        Boolean,
      );
      // WordPress follows links to the frame's own host alone: the same page, out of its frame.
      const link = new URL(followed);
      assert.equal(link.origin, world.platform.origin);
      assert.equal(link.searchParams.get('campaign'), 'halle');
      assert.equal(link.hash, '');
    });

    it('image: the picture, its link, its words', async () => {
      await paste(pasted(world, 'image'), linesFor(world, 'image'));
      const picture = await until(
        () =>
          page.evaluate(() => {
            const image = document.querySelector('img');
            return {
              isThere: Boolean(image?.complete && image.naturalWidth),
              alt: image?.alt.replace(/[\u00a0\u202f]/g, ' ') ?? '',
              link: image?.closest('a')?.href,
            };
          }),
        ({isThere}) => isThere,
      );
      assert.ok(picture.isThere);
      assert.match(picture.alt, FIGURES);
      assert.match(picture.alt, /24 novembre 2026/);
      assert.match(String(picture.link), /utm_medium=image/);
      assert.deepEqual(await refusedBy(page), []);
    });

    it('static: the words and the link', async () => {
      await paste(pasted(world, 'static'), linesFor(world, 'static'));
      const text = await said(page);
      assert.match(text, FIGURES);
      assert.match(text, /Chiffres du 24 novembre 2026/);
      const links = () => page.evaluate(() => document.querySelectorAll('a').length);
      assert.equal(await links(), 1);
      assert.deepEqual(await refusedBy(page), []);
    });
  });
}
