import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';

import type {Page} from 'puppeteer-core';

import {cspLines} from '../../../lib/outputs/csp.js';
import {embedAddress, type SnippetForm} from '../../../lib/outputs/snippet.js';
import {findBrowser} from '../../../scripts/browsers.mjs';
import {
  formOf,
  framed,
  openTown,
  openWorld,
  pasted,
  said,
  until,
  type World,
} from './forms-world.ts';
import type {Served} from './servers.ts';

const FIGURES = /9 930 € collectés sur 12 000 €.*82 %/;

for (const engine of ['chromium', 'firefox'] as const) {
  // The suite says by itself which engine is missing.
  if (engine === 'firefox' && !findBrowser(engine)) continue;

  describe(`each form, pasted as it is, in ${engine}`, () => {
    let world: World;
    let page: Page;
    let town: Served;
    let violations: () => Promise<string[]>;

    before(async () => {
      world = await openWorld(engine);
    });
    after(() => world.close());
    afterEach(async () => {
      await page.close();
      await town.close();
    });

    async function paste(form: SnippetForm, body = pasted(world, form)) {
      ({page, town, violations} = await openTown(world, body, cspLines(formOf(world, form))));
    }

    async function state(tag = 'relais-project-card') {
      return until(
        () => page.evaluate((name) => document.querySelector(name)?.getAttribute('state'), tag),
        (now) => now === 'ready',
      );
    }

    for (const form of ['module', 'integrity', 'classic'] as const) {
      it(`${form}: the element, under the strict policy and the lines that cspLines lists`, async () => {
        await paste(form);
        assert.equal(await state(), 'ready');
        assert.match(await said(page), FIGURES);
        assert.deepEqual(await violations(), []);
      });

      it(`${form}: the card with its link, where the policy lets no script in`, async () => {
        ({page, town, violations} = await openTown(world, pasted(world, form), []));
        const seen = await until(violations, (refused) => refused.length > 0);
        assert.match(seen.join(), /script-src/);
        assert.match(await said(page), FIGURES);
        const links = await page.$$eval('a', (all) =>
          all.map(({href, offsetHeight}) => [href, offsetHeight > 0]),
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
      const options = formOf(world, 'integrity', {integrity: `sha384-${'A'.repeat(64)}`});
      ({page, town, violations} = await openTown(
        world,
        pasted(world, 'integrity', options),
        cspLines(options),
      ));
      await until(
        async () => world.platform.asked.includes('/relais.classic.js'),
        (asked) => asked,
      );
      assert.match(await said(page), FIGURES);
      const defined = await page.evaluate(() => Boolean(customElements.get('relais-project-card')));
      assert.equal(defined, false);
    });

    it('classic: a placeholder that comes later, twice the script, colours by data-accent', async () => {
      const form = pasted(world, 'classic', {colours: {accent: '#0b5d3b'}});
      await paste('classic', `${form}${form}`);
      assert.equal(await state(), 'ready');
      await page.evaluate(() => {
        const holder = document.createElement('section');
        const [first] = document.querySelectorAll('[data-relais]');
        const late = document.createElement('div');
        for (const {name, value} of first?.attributes ?? []) late.setAttribute(name, value);
        late.id = 'late';
        holder.append(late);
        document.body.append(holder);
      });
      const late = await until(
        () =>
          page.evaluate(() => {
            const card = document.querySelector<HTMLElement>('#late > relais-project-card');
            return [card?.getAttribute('state'), card?.style.getPropertyValue('--relais-accent')];
          }),
        ([now]) => now === 'ready',
      );
      assert.deepEqual(late, ['ready', '#0b5d3b']);
      assert.deepEqual(
        await page.$$eval('[data-relais]', (all) => all.map(({children}) => children.length)),
        [1, 1, 1],
      );
      assert.deepEqual(await violations(), []);
    });

    it('iframe: the page in a sandbox without an origin, at the height of what it shows', async () => {
      await paste('iframe');
      const frame = await framed(page);
      const text = await until(
        () => said(frame),
        (words) => FIGURES.test(words),
      );
      assert.match(text, FIGURES);
      const heights = await until(
        async () => [
          await page.$eval('iframe', ({clientHeight}) => clientHeight),
          await frame.$eval('main', (main) => Math.ceil(main.getBoundingClientRect().height)),
        ],
        ([outer, inner]) => outer === inner,
      );
      assert.equal(heights[0], heights[1]);
      assert.ok((heights[0] ?? 0) > 200, `${heights[0]} px`);
      assert.equal(await frame.evaluate(() => origin), 'null');
      assert.equal(
        await frame.title(),
        'Campagne de financement participatif\u00a0: Une halle pour le marché',
      );
      assert.equal(await frame.evaluate(() => document.documentElement.lang), 'fr');
      assert.equal(await frame.$$eval('h1', (all) => all.length), 1);
      // The one thing that a strict policy refuses is the style that takes the border away; the script does.
      assert.ok((await violations()).every((refused) => refused.startsWith('style-src')));
      assert.equal(
        await page.$eval('iframe', (each) => getComputedStyle(each).borderTopWidth),
        '0px',
      );
    });

    it('iframe: bare, nothing is cut from 180 px on, in a narrow column and a wide one', async () => {
      const bare = (width: number, height: number) =>
        `<iframe id="f${width}x${height}" title="x" width="${width}" height="${height}" src="${embedAddress(formOf(world, 'iframe')).replaceAll('&', '&amp;')}"></iframe>`;
      const sizes = [
        [320, 180],
        [600, 180],
        [320, 480],
        [600, 300],
      ] as const;
      await paste('iframe', sizes.map(([width, height]) => bare(width, height)).join(''));
      for (const [width, height] of sizes) {
        const handle = await page.$(`#f${width}x${height}`);
        const frame = await handle?.contentFrame();
        assert.ok(frame);
        const text = await until(
          () => said(frame),
          (words) => FIGURES.test(words),
        );
        assert.match(text, FIGURES);
        const [content, room, scrolls] = await frame.evaluate(() => [
          document.documentElement.scrollHeight,
          innerHeight,
          getComputedStyle(document.documentElement).overflowY,
        ]);
        assert.ok(
          Number(content) <= Number(room) || scrolls === 'visible',
          `${width} × ${height}: ${content} px in ${room}`,
        );
        if (height === 180) {
          assert.ok(Number(content) <= Number(room), `${width} × 180: ${content} px in ${room}`);
        }
      }
    });

    it('iframe: the host takes no height from itself, from another frame, from another origin, or that is none', async () => {
      const options = formOf(world, 'iframe');
      const evil = `${world.pictures.origin}/evil.html`;
      // Without a sandbox: the page has an origin, and leaving it for another is possible.
      const trusting = pasted(world, 'iframe').replace(/ sandbox="[^"]*"/, '');
      const policy = [...cspLines(options), `frame-src ${world.pictures.origin}`];
      ({page, town, violations} = await openTown(
        world,
        `${trusting}<iframe id="other" title="x" src="${evil}"></iframe>`,
        policy,
      ));
      const frame = await framed(page);
      await until(
        () => said(frame),
        (words) => FIGURES.test(words),
      );
      const height = () => page.$eval('iframe', ({clientHeight}) => clientHeight);
      const fitted = await until(height, (now) => now !== 560);
      await frame.evaluate(() => {
        for (const wrong of ['9999', NaN, Infinity, null, {}]) {
          parent.postMessage({type: 'relais-frame-height', height: wrong}, '*');
        }
        parent.postMessage('relais-frame-height', '*');
        parent.postMessage(null, '*');
      });
      await page.evaluate(() => postMessage({type: 'relais-frame-height', height: 7777}, '*'));
      assert.equal(await height(), fitted);
      // The frame is the right one, but what is in it now came from elsewhere.
      await frame.goto(evil);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
      assert.equal(await height(), fitted);
    });

    it('iframe: the guest says its height to the page around it alone', async () => {
      await paste('iframe');
      const frame = await framed(page);
      await until(
        () => said(frame),
        (words) => FIGURES.test(words),
      );
      const fitted = await until(
        () => page.$eval('iframe', ({style}) => style.height),
        (height) => height !== '',
      );
      assert.match(fitted, /^\d+px$/);
      // A greeting from elsewhere changes nothing: heights still come, and a forged one shrinks nothing.
      await frame.evaluate(() => {
        dispatchEvent(
          new MessageEvent('message', {
            data: {type: 'relais-frame-hello'},
            origin: 'https://evil.example',
            source: window,
          }),
        );
      });
      await page.$eval('iframe', (each) => (each.width = '320'));
      const narrower = await until(
        () => page.$eval('iframe', ({style}) => style.height),
        (height) => height !== fitted,
      );
      assert.notEqual(narrower, fitted);
    });

    it('iframe made by WordPress from an oEmbed answer: scripts alone, its height and link messages', async () => {
      const src = `${embedAddress(formOf(world, 'iframe'))}#?secret=aBc123XyZ9`;
      await paste(
        'iframe',
        `<iframe id="wp" sandbox="allow-scripts" security="restricted" title="x" width="500" height="200" src="${src.replaceAll('&', '&amp;')}"></iframe>`,
      );
      await page.evaluate(() => {
        const heard: unknown[] = [];
        Object.assign(window, {heard});
        addEventListener('message', ({data}) => heard.push(data));
        // What was said before anyone listened is said again when the frame changes.
        const frame = document.querySelector('iframe');
        if (frame) frame.width = '420';
      });
      const frame = await framed(page);
      await until(
        () => said(frame),
        (words) => FIGURES.test(words),
      );
      const heard = () =>
        page.evaluate(() => (window as unknown as {heard: Record<string, unknown>[]}).heard);
      const messages = await until(heard, (all) => all.some(({message}) => message === 'height'));
      const height = messages.find(({message}) => message === 'height');
      assert.equal(height?.['secret'], 'aBc123XyZ9');
      assert.ok(Number.isInteger(height?.['value']));
      await frame.evaluate(() => {
        const card = document.querySelector('relais-project-card');
        card?.shadowRoot?.querySelector<HTMLAnchorElement>('a[part=link]')?.click();
      });
      const all = await until(heard, (seen) => seen.some(({message}) => message === 'link'));
      const link = new URL(String(all.find(({message}) => message === 'link')?.['value']));
      // WordPress follows links of the frame's own host alone: the same page, out of its frame.
      assert.equal(link.origin, world.platform.origin);
      assert.equal(link.searchParams.get('campaign'), 'halle');
      assert.equal(link.hash, '');
    });

    it('iframe: a link leaves the frame for the whole page', async () => {
      await paste('iframe');
      const frame = await framed(page);
      await until(
        () => said(frame),
        (words) => FIGURES.test(words),
      );
      const target = await frame.evaluate(() => {
        const link = document
          .querySelector('relais-project-card')
          ?.shadowRoot?.querySelector<HTMLAnchorElement>('a[part=link]');
        // The last to hear it: the page is not to be left here.
        addEventListener('click', (event) => event.preventDefault());
        link?.click();
        return link?.target;
      });
      assert.equal(target, '_top');
    });

    it('image: the picture, its link, its words', async () => {
      await paste('image');
      const picture = await until(
        () =>
          page.$eval('img', (image) => ({
            width: image.naturalWidth,
            alt: image.alt,
            link: image.closest('a')?.href,
          })),
        ({width}) => width > 0,
      );
      assert.equal(picture.width, 1200);
      assert.match(picture.alt.replace(/[\u00a0\u202f]/g, ' '), FIGURES);
      assert.match(picture.alt, /24 novembre 2026/);
      assert.match(String(picture.link), /utm_medium=image/);
      assert.deepEqual(await violations(), []);
    });

    it('static: the words and the link', async () => {
      await paste('static');
      assert.match(await said(page), FIGURES);
      assert.match(await said(page), /Chiffres du 24 novembre 2026/);
      assert.equal(await page.$$eval('a', (all) => all.length), 1);
      assert.deepEqual(await violations(), []);
    });

    it('what a frame shows when its address is wrong says so', async () => {
      await paste('static');
      for (const [query, words] of [
        ['?widget=nothing', /ajoutez-y widget= .*project-card/],
        ['?widget=project-card', /ne nomme aucun flux/],
        ['?widget=project-card&lang=en', /names no feed/],
        ['?widget=__proto__', /ajoutez-y widget=/],
      ] as const) {
        await page.goto(`${world.platform.origin}/embed.html${query}`);
        const text = await until(
          () => said(page),
          (now) => words.test(now),
        );
        assert.match(text, words);
      }
    });
  });
}
