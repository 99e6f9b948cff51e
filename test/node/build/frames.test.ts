import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';

import {embedAddress, type SnippetOptions} from '../../../lib/outputs/snippet.js';
import {findBrowser} from '../../../scripts/browsers.mjs';
import {
  FIGURES,
  formOf,
  linesFor,
  openWorld,
  pasted,
  refusedBy,
  saidOnce,
  serveTown,
  stateOf,
  type World,
} from './forms-world.ts';
import type {Served} from './servers.ts';
import {engines, launch, startVisitor, type Tab, type Visitor} from './tabs.ts';
import {until} from './until.ts';
import {asWordPress, listenLikeWordPress} from './wordpress.ts';

for (const engine of engines) {
  // The suite says by itself which engine is missing.
  if (engine !== 'chromium' && !findBrowser(engine)) continue;

  describe(`frames and placeholders, in ${engine}`, () => {
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

    async function paste(body: string, policy: readonly string[] = linesFor(world, 'iframe')) {
      town = await serveTown(body, policy);
      page = await visitor.open(`${town.origin}/`);
    }

    /** A frame as an editor writes it that takes an address alone. */
    function bare(more: Partial<SnippetOptions> = {}, links: 'page' | 'new' = 'page') {
      const address = embedAddress(formOf(world, 'iframe', more), links);
      return `<iframe title="x" width="600" height="300" src="${address.replaceAll('&', '&amp;')}"></iframe>`;
    }

    const height = () => page.evaluate(() => document.querySelector('iframe')?.clientHeight ?? 0);

    /** The frame's height once it is that of what is in it: before, it may be that of what was still loading. */
    async function fittedOnce(): Promise<number> {
      const [outside, inside] = await until(
        async () => [
          await height(),
          await page.frame.evaluate(() =>
            Math.ceil(document.querySelector('main')?.getBoundingClientRect().height ?? 0),
          ),
        ],
        (both) => both[0] === both[1],
      );
      assert.equal(outside, inside, 'the frame is as high as what is in it');
      assert.notEqual(outside, 560, 'not the height that it came with');
      return outside!;
    }

    it('pasted bare, a card is whole at any height from 180 px on', async () => {
      await paste(bare());
      assert.match(await saidOnce(page.frame, FIGURES), FIGURES);
      for (const [width, height] of [
        [320, 180],
        [600, 180],
        [320, 250],
        [320, 400],
        [600, 300],
        [320, 560],
        [600, 1000],
      ] as const) {
        await page.evaluate(
          (wide, high) => {
            const frame = document.querySelector('iframe');
            frame?.setAttribute('width', String(wide));
            frame?.setAttribute('height', String(high));
          },
          width,
          height,
        );
        const seen = await until(
          () =>
            page.frame.evaluate(() => {
              const card = document.querySelector('relais-project-card');
              const parts = ['title', 'link', 'amount', 'percent', 'backers', 'time'];
              return {
                room: innerWidth + innerHeight,
                content: document.documentElement.scrollHeight - innerHeight,
                hidden: parts.filter((part) => {
                  const box = card?.shadowRoot
                    ?.querySelector(`[part=${part}]`)
                    ?.getBoundingClientRect();
                  return !box?.height || box.bottom > innerHeight || box.right > innerWidth;
                }),
                low: document.documentElement.dataset['low'] ?? '',
              };
            }),
          ({room, hidden, content, low}) =>
            room >= width + height &&
            !hidden.length &&
            content <= 0 &&
            (height < 1000 || low === ''),
        );
        assert.deepEqual(seen.hidden, [], `${width} × ${height}`);
        assert.ok(seen.content <= 0, `${width} × ${height}: ${seen.content} px are below`);
        if (height === 1000)
          assert.equal(seen.low, '', 'with room enough it is the card asked for');
      }
    });

    it('the host takes no height from itself, another frame, another origin, or that is none', async () => {
      const evil = `${world.pictures.origin}/evil.html`;
      // Without a sandbox: the page has an origin, and leaving it for another is possible.
      const trusting = pasted(world, 'iframe').replace(/ sandbox="[^"]*"/, '');
      await paste(`${trusting}<iframe title="x" src="${evil}"></iframe>`, [
        ...linesFor(world, 'iframe'),
        `frame-src ${world.platform.origin} ${world.pictures.origin}`,
      ]);
      assert.match(await saidOnce(page.frame, FIGURES), FIGURES);
      const fitted = await fittedOnce();
      await page.frame.evaluate(() => {
        for (const wrong of ['9999', NaN, Infinity, null, {}]) {
          parent.postMessage({type: 'relais-frame-height', height: wrong}, '*');
        }
        parent.postMessage('relais-frame-height', '*');
        parent.postMessage(null, '*');
      });
      await page.evaluate(() => postMessage({type: 'relais-frame-height', height: 7777}, '*'));
      assert.equal(await height(), fitted);
      // The frame is the right one, but what is in it now comes from elsewhere.
      await page.frame.evaluate((address) => {
        location.href = address;
      }, evil);
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            let heard = 0;
            addEventListener('message', ({source}) => {
              if (source === document.querySelector('iframe')?.contentWindow) heard += 1;
              if (heard > 3) resolve();
            });
          }),
      );
      assert.equal(await height(), fitted);
    });

    it('a frame heeds the page around it alone', async () => {
      await paste(pasted(world, 'iframe'));
      assert.match(await saidOnce(page.frame, FIGURES), FIGURES);
      const fitted = await fittedOnce();
      await page.frame.evaluate(() => {
        const data = {type: 'relais-frame-hello'};
        dispatchEvent(
          new MessageEvent('message', {data, origin: 'https://evil.example', source: window}),
        );
      });
      await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '320'));
      const narrower = await until(height, (now) => now !== fitted);
      assert.notEqual(narrower, fitted, 'the height still comes to the page');
    });

    it('a page without an origin, in a sandbox of its own, fits its frame too', async () => {
      const trusting = pasted(world, 'iframe').replace(/ sandbox="[^"]*"/, '');
      await paste(trusting, [...linesFor(world, 'iframe'), 'sandbox allow-scripts']);
      assert.match(await saidOnce(page.frame, FIGURES), FIGURES);
      assert.equal(await page.evaluate(() => origin), 'null');
      assert.notEqual(await until(height, (now) => now !== 560), 560);
    });

    it('a link leaves the frame for the whole page, or for a new tab and says so', async () => {
      for (const [links, target] of [
        ['page', '_top'],
        ['new', '_blank'],
      ] as const) {
        await paste(bare({}, links));
        const text = await saidOnce(page.frame, FIGURES);
        assert.equal(/nouvel onglet/.test(text), links === 'new');
        const found = await page.frame.evaluate(() => {
          const {shadowRoot} = document.querySelector('relais-project-card') ?? {};
          const link = shadowRoot?.querySelector<HTMLAnchorElement>('a[part=link]');
          // The last to hear it: the page is not to be left here.
          addEventListener('click', (event) => event.preventDefault());
          link?.click();
          return link?.target;
        });
        assert.equal(found, target);
        if (links === 'page') await Promise.all([page.close(), town.close()]);
      }
    });

    it('every element shows in a sandbox that allows scripts alone', async () => {
      for (const [name, more] of Object.entries({
        'progress-bar': {campaign: 'halle'},
        'project-list': {status: 'all'},
        'territory-map': {territory: 'departement:64'},
        'city-search': {},
        'call-for-projects': {call: 'places'},
        'territory-summary': {territory: 'departement:64'},
      })) {
        const element = `relais-${name}`;
        const attributes = {feed: `${world.feeds.origin}/feed.json`, ...more};
        await paste(
          bare({element, attributes}).replace('<iframe', '<iframe sandbox="allow-scripts"'),
        );
        assert.equal(await stateOf(page.frame, element), 'ready', name);
        await Promise.all([page.close(), town.close()]);
      }
      await paste('');
    });

    it('WordPress keeps its link where the frame has nothing to show', async () => {
      const attributes = {feed: `${world.feeds.origin}/gone.json`};
      const quote = '<blockquote><a href="https://platform.example/">Une halle</a></blockquote>';
      const frame = bare({attributes}).replaceAll('&amp;', '&');
      await paste(asWordPress(`${quote}${frame}`, 'aBc123XyZ9'));
      await page.evaluate(listenLikeWordPress);
      assert.equal(await stateOf(page.frame, 'relais-project-card', 'error'), 'error');
      await page.evaluate(() => document.querySelector('iframe')?.setAttribute('width', '320'));
      await page.frame.evaluate(
        () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      );
      const seen = await page.evaluate(() => document.querySelector('blockquote')?.offsetHeight);
      assert.ok(Number(seen) > 0);
    });

    it('placeholders: one that comes later, twice the script, a colour', async () => {
      const form = pasted(world, 'classic', {colours: {accent: '#0b5d3b'}});
      await paste(`${form}${form}`, linesFor(world, 'classic'));
      assert.equal(await stateOf(page, 'relais-project-card'), 'ready');
      await page.evaluate(() => {
        const holder = document.createElement('section');
        const [first] = document.querySelectorAll('[data-relais]');
        const late = document.createElement('div');
        for (const {name, value} of first?.attributes ?? []) late.setAttribute(name, value);
        late.id = 'late';
        late.dataset['state'] = 'empty';
        holder.append(late);
        document.body.append(holder);
      });
      assert.equal(await stateOf(page, '#late > relais-project-card'), 'ready');
      const seen = await page.evaluate(() => [
        document
          .querySelector<HTMLElement>('#late > relais-project-card')
          ?.style.getPropertyValue('--relais-accent'),
        [...document.querySelectorAll('[data-relais]')].map(({children}) => children.length),
      ]);
      assert.deepEqual(seen, ['#0b5d3b', [1, 1, 1]]);
      assert.deepEqual(await refusedBy(page), []);
    });

    it('placeholders: the script before them, without "defer", takes their fallback along', async () => {
      const [holder = '', script = ''] = pasted(world, 'classic').split('\n');
      await paste(`${script.replace('defer ', '')}${holder}`, linesFor(world, 'classic'));
      assert.equal(await stateOf(page, 'relais-project-card'), 'ready');
      const children = () =>
        page.evaluate(() =>
          [...(document.querySelector('[data-relais]')?.childNodes ?? [])].map(
            ({nodeName}) => nodeName,
          ),
        );
      assert.deepEqual(await children(), ['RELAIS-PROJECT-CARD']);
    });

    it('a frame whose address is wrong says so', async () => {
      town = await serveTown('', []);
      for (const [query, words] of [
        ['?widget=nothing', /ajoutez-y widget= .*project-card/],
        ['?widget=project-card', /ne nomme aucun flux/],
        ['?widget=project-card&lang=en', /names no feed/],
        ['?widget=__proto__', /ajoutez-y widget=/],
      ] as const) {
        page = await visitor.open(`${world.platform.origin}/embed.html${query}`);
        assert.match(await saidOnce(page, words), words);
      }
    });
  });
}

describe('a frame that comes when one scrolls to it', () => {
  it('is not spoken to before it is there, and fits then', async () => {
    const world = await openWorld();
    const browser = await launch('chromium');
    const trusting = pasted(world, 'iframe').replace(/ sandbox="[^"]*"/, '');
    const town = await serveTown('<br>'.repeat(400) + trusting, linesFor(world, 'iframe'));
    try {
      const page = await browser.newPage();
      const heard: string[] = [];
      page.on('console', (message) => heard.push(message.text()));
      await page.goto(`${town.origin}/`, {waitUntil: 'networkidle0'});
      const height = () => page.$eval('iframe', (frame) => frame.clientHeight);
      assert.equal(await height(), 560);
      await page.$eval('iframe', (frame) => frame.scrollIntoView());
      assert.notEqual(await until(height, (now) => now !== 560), 560);
      assert.deepEqual(
        heard.filter((text) => text.includes('postMessage')),
        [],
      );
    } finally {
      await browser.close();
      await Promise.all([town.close(), world.close()]);
    }
  });
});
