import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';

import type {Browser, Page} from 'puppeteer-core';

import {outputForms} from '../../../lib/outputs/index.js';
import {widgets} from '../../../lib/pages/builder/choices.js';
import {openBuilder, previewState, textOnce, valueOf, type BuilderWorld} from './builder-world.ts';
import {launch, type Place} from './tabs.ts';
import {until} from './until.ts';

describe('the builder, as it is used', () => {
  let browser: Browser;
  let world: BuilderWorld;
  let page: Page;
  const place: Place = {
    evaluate: (work, ...args) => page.evaluate(work as (...all: unknown[]) => never, ...args),
  };
  let files: string;
  /** What a policy refused, errors of scripts, and what was asked. */
  let refused: string[] = [];
  let asked: string[] = [];

  before(async () => {
    world = await openBuilder();
    browser = await launch('chromium');
    files = mkdtempSync(join(tmpdir(), 'relais-builder-'));
  });
  after(async () => {
    await browser.close();
    await world.close();
    rmSync(files, {recursive: true, force: true});
  });
  afterEach(() => page.close());

  async function open(query: Readonly<Record<string, string>> = {}, prepare?: () => void) {
    refused = [];
    asked = [];
    page = await browser.newPage();
    await page.setViewport({width: 1280, height: 900});
    page.on('pageerror', (error) => refused.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    page.on('request', (request) => asked.push(request.url()));
    // In frames too: a policy's refusal is an event there.
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`refused: ${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
    if (prepare) await page.evaluateOnNewDocument(prepare);
    await page.goto(world.at(query));
  }

  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      return [element?.id || element?.localName, element?.innerText ?? ''].join(' ').trim();
    });

  async function tabTo(what: RegExp, most = 60): Promise<string> {
    let now = await focused();
    for (let presses = 0; presses < most && !what.test(now); presses += 1) {
      await page.keyboard.press('Tab');
      now = await focused();
    }
    return now;
  }

  it('by the keyboard alone: from the feed’s address to the copied snippet, and out again', async () => {
    await open({feed: ''});
    const origin = world.platform.origin;
    await browser
      .defaultBrowserContext()
      .overridePermissions(origin, ['clipboard-read', 'clipboard-write']);
    await page.keyboard.press('Tab');
    assert.match(await focused(), /Aller aux choix/);
    await page.keyboard.press('Enter');
    assert.match(await tabTo(/^choice-feed/), /^choice-feed/);
    await page.keyboard.type(`${world.feeds.origin}/feed.json`);
    await page.keyboard.press('Enter');
    await textOnce(place, '#feed-said', /3 campagnes/);
    await tabTo(/^input/);
    await page.keyboard.press('ArrowDown');
    assert.match(page.url(), /widget=project-list/);
    // The search of places, inside its own root.
    assert.match(await tabTo(/^relais-city-search/), /^relais-city-search/);
    await page.keyboard.type('pau');
    await page.waitForSelector('relais-city-search >>> [role=option]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(
      async () => page.url(),
      (url) => url.includes('territory='),
    );
    assert.match(decodeURIComponent(page.url()), /territory=commune:64445/);
    assert.match(await tabTo(/Copier le code/), /^button Copier le code/);
    const outline = await page.evaluate(
      () => getComputedStyle(document.activeElement as Element).outlineStyle,
    );
    assert.equal(outline, 'solid', 'the focus is seen');
    await page.keyboard.press('Enter');
    assert.match(await textOnce(place, '.code [role=status]', /Copié/), /Copié/);
    assert.match(await focused(), /Copier le code/, 'the focus stays where it was');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied, await valueOf(place, '#code'));
    assert.match(copied, /<relais-project-list [^>]*territory="commune:64445"/);
    assert.match(await tabTo(/Vérifier/), /Vérifier/, 'nothing holds the focus');
  });

  it('takes a table whose names say nothing, once it is told what is what', async () => {
    await open({feed: `${world.feeds.origin}/table.csv`});
    await page.waitForSelector('details[open] #choice-format');
    await page.focus('#choice-format');
    await page.keyboard.type('csv:title=Quoi,url=Sur le site,raised=Venu');
    await page.keyboard.press('Enter');
    await textOnce(place, '#feed-said', /1 campagne/);
    assert.equal(await previewState(place, 'relais-project-card'), 'ready');
    assert.match(
      await valueOf(place, '#code'),
      / format="csv:title=Quoi,url=Sur le site,raised=Venu"[^]*9\s930\s€ collectés/,
    );
    await page.reload();
    await textOnce(place, '#feed-said', /1 campagne/);
    await page.focus('#choice-feed');
    await page.$eval('#choice-feed', (field) => (field as HTMLInputElement).select());
    await page.keyboard.type(`${world.feeds.origin}/feed.json`);
    await page.keyboard.press('Enter');
    await textOnce(place, '#feed-said', /3 campagnes/);
  });

  it('without a clipboard, selects the text and says so', async () => {
    await open({campaign: 'halle'}, () => {
      Object.defineProperty(navigator, 'clipboard', {value: undefined});
      document.execCommand = () => false;
    });
    await textOnce(place, '#feed-said', /3 campagnes/);
    await page.evaluate(() => document.querySelector<HTMLElement>('.code button.main')?.click());
    assert.match(await textOnce(place, '.code [role=status]', /Ctrl/), /sélectionné/);
    const selected = await page.evaluate(() => {
      const field = document.activeElement as HTMLTextAreaElement;
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(selected, await valueOf(place, '#code'));
  });

  it('copies a mail’s card as what it shows, with its plain text', async () => {
    await open({campaign: 'halle', form: 'email'});
    await browser
      .defaultBrowserContext()
      .overridePermissions(world.platform.origin, ['clipboard-read', 'clipboard-write']);
    await textOnce(place, '#feed-said', /3 campagnes/);
    await page.bringToFront();
    await page.evaluate(() => document.querySelector<HTMLElement>('.code button.main')?.click());
    await textOnce(place, '.code [role=status]', /Copié/);
    const [html, text] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return Promise.all([read('text/html'), read('text/plain')]);
    });
    assert.match(html ?? '', /<table[^]*Une halle pour le marché/);
    assert.match(text ?? '', /^Une halle pour le marché\n/);
  });

  it('asks nobody but its own files and the feed, and no policy is broken, for all widgets and forms', async () => {
    await open({campaign: 'halle', accent: '#0b5d3b', radius: '0.5rem'});
    await textOnce(place, '#feed-said', /3 campagnes/);
    for (const widget of widgets) {
      await page.evaluate((name) => {
        document.querySelector<HTMLElement>(`input[value=${name}]`)?.click();
      }, widget);
      assert.equal(await previewState(place, `relais-${widget}`), 'ready', widget);
    }
    for (const form of outputForms) {
      await page.evaluate((name) => {
        document.querySelector<HTMLElement>(`input[name=form][value=${name}]`)?.click();
      }, form);
      await until(
        () =>
          page.evaluate(
            () =>
              document.querySelector<HTMLIFrameElement>('.window iframe')?.contentDocument
                ?.readyState,
          ),
        (state) => state === 'complete',
      );
    }
    await page.waitForNetworkIdle();
    assert.deepEqual(refused, []);
    const own = [
      world.platform.origin,
      world.feeds.origin,
      'data:',
      `blob:${world.platform.origin}`,
    ];
    assert.deepEqual(
      asked.filter((url) => !own.some((start) => url.startsWith(start))),
      [],
    );
    const left = await page.evaluate(() => [
      document.cookie,
      localStorage.length,
      sessionStorage.length,
    ]);
    assert.deepEqual(left, ['', 0, 0]);
  });

  it('the preview has the colours and the radius, without a style attribute refused', async () => {
    await open({
      campaign: 'halle',
      accent: '#0b5d3b',
      radius: '0.5rem',
      ground: 'dark',
      width: 'phone',
    });
    assert.equal(await previewState(place, 'relais-project-card'), 'ready');
    const seen = await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('.window iframe');
      const inner = frame?.contentDocument;
      const card = inner?.querySelector<HTMLElement>('relais-project-card');
      return [
        card?.style.getPropertyValue('--relais-accent'),
        card?.style.getPropertyValue('--relais-radius'),
        inner && getComputedStyle(inner.documentElement).colorScheme,
        frame?.clientWidth,
      ];
    });
    assert.deepEqual(seen, ['#0b5d3b', '0.5rem', 'dark', 375]);
    assert.deepEqual(refused, []);
  });

  it('a frame in the preview takes the height of what it shows', async () => {
    await open({campaign: 'halle', form: 'iframe'});
    const height = await until(
      () =>
        page.evaluate(
          () =>
            document
              .querySelector<HTMLIFrameElement>('.window iframe')
              ?.contentDocument?.querySelector('iframe')?.style.height ?? '',
        ),
      Boolean,
    );
    assert.match(height, /^\d+px$/);
  });

  it('gives the share image as PNG and SVG, and a card to print as SVG', async () => {
    await open({campaign: 'halle', form: 'share'});
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {behavior: 'allow', downloadPath: files});
    await page.waitForSelector('.code .thumb');
    const saved = async (button: string, name: string) => {
      await page.evaluate((words) => {
        const all = [...document.querySelectorAll<HTMLElement>('.code button')];
        all.find(({innerText}) => innerText.includes(words))?.click();
      }, button);
      const found = await until(
        async () => readdirSync(files),
        (names) => names.includes(name),
      );
      assert.ok(found.includes(name), found.join(' '));
      assert.match(await textOnce(place, '.code [role=status]', /téléchargé/), new RegExp(name));
      return readFileSync(join(files, name));
    };
    const png = await saved('PNG', 'halle-share.png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
    assert.ok(png.length < 300_000);
    assert.match((await saved('SVG', 'halle-share.svg')).toString(), /^<svg /);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('input[name=form][value=print]')?.click();
    });
    await page.waitForSelector('#command');
    assert.match((await saved('SVG', 'halle-a6.svg')).toString(), /width="105mm"/);
    assert.match(await valueOf(place, '#command'), /^npx relais card .* --format pdf --print a6/);
  });

  it('fits 320 px, in the dark, with text twice as large, and in forced colours', async () => {
    for (const [width, more] of [
      [320, {}],
      [640, {lang: 'en', widget: 'territory-map', form: 'email'}],
    ] as const) {
      await open({campaign: 'hostile', accent: '#ffcc00', ...more});
      await page.setViewport({width, height: 800});
      await page.emulateMediaFeatures([
        {name: 'prefers-color-scheme', value: 'dark'},
        {name: 'prefers-reduced-motion', value: 'reduce'},
      ]);
      const session = await page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [{name: 'forced-colors', value: 'active'}],
      });
      if (width === 640) {
        await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      }
      await textOnce(place, '#feed-said', /3 c/);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(over <= 0, `${width}: ${over} px too wide`);
      if (width === 320) await page.close();
    }
  });

  it('says that a feed of its own site is closed to others', async () => {
    await open({feed: ''});
    const own = await openClosed();
    try {
      await page.goto(own.address);
      const notes = await textOnce(place, '.notes', /CORS/);
      assert.match(notes, /se lit d’ici, mais son serveur ne laisse pas/);
    } finally {
      await own.close();
    }
  });
});

/** The builder and a feed on one site, which lets no other read. */
async function openClosed() {
  const {serve} = await import('./servers.ts');
  const {fileURLToPath} = await import('node:url');
  const {makeFeed} = await import('../../helpers/campaigns.ts');
  const dist = fileURLToPath(new URL('../../../dist/', import.meta.url));
  const served = await serve(dist, {'/feed.json': {body: JSON.stringify(makeFeed())}}, false);
  return {address: `${served.origin}/builder.html?feed=/feed.json`, close: served.close};
}
