import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import type {Browser, Page} from 'puppeteer-core';

import {emailCard} from '../../../lib/outputs/email-card.js';
import {NOW, halle} from './cards.ts';
import {contrast, inverted, openBrowser} from './browser.ts';
import {FRAGILE} from './fragile.ts';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface Seen {
  overflow: number;
  text: string;
  /** Where the picture and the title stand. */
  picture: {left: number; bottom: number; right: number; width: number} | null;
  title: {left: number; top: number};
  bar: {full: number; whole: number; height: number};
  button: {width: number; height: number; ink: string; ground: string};
  pairs: {ink: string; ground: string; said: string}[];
}

/** Runs in the page: what a reader has before the eyes. */
function look(): Seen {
  const hex = (colour: string) =>
    `#${[...colour.matchAll(/\d+/g)]
      .slice(0, 3)
      .map(([part]) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  const groundOf = (element: Element | null): string => {
    if (!element) return '#ffffff';
    const {backgroundColor} = getComputedStyle(element);
    return backgroundColor.endsWith(', 0)')
      ? groundOf(element.parentElement)
      : hex(backgroundColor);
  };
  const box = (element: Element) => {
    const {left, right, top, bottom, width, height} = element.getBoundingClientRect();
    return {left, right, top, bottom, width, height};
  };
  const image = document.querySelector('img');
  const links = [...document.querySelectorAll('a')];
  const button = links.at(-1) as Element;
  const cell = button.closest('td') as Element;
  const title = links.at(-2) as Element;
  const bars = [...document.querySelectorAll('td')].filter((td) => td.style.fontSize === '1px');
  const cells = [...document.querySelectorAll('td')].filter(
    (td) => td.innerText.trim() && !td.querySelector('table'),
  );
  return {
    overflow: document.documentElement.scrollWidth - innerWidth,
    text: document.body.innerText,
    picture: image && box(image),
    title: box(title),
    bar: {
      full: box(bars[0] as Element).width,
      whole: bars.reduce((sum, each) => sum + box(each).width, 0),
      height: box(bars[0] as Element).height,
    },
    button: {
      width: box(cell).width,
      height: box(cell).height,
      ink: hex(getComputedStyle(button).color),
      ground: groundOf(cell),
    },
    pairs: cells.map((td) => ({
      ink: hex(getComputedStyle(td.querySelector('a') ?? td).color),
      ground: groundOf(td),
      said: td.innerText,
    })),
  };
}

/** The card without some properties and attributes, as a client drops them. */
function without(html: string, names: readonly string[]): string {
  return names.reduce((text, name) => {
    const attribute = /^\[(.+)\]$/.exec(name)?.[1];
    return attribute
      ? text.replaceAll(new RegExp(` ${attribute}="[^"]*"`, 'g'), '')
      : text.replaceAll(new RegExp(`(?<=[";])${name}:[^;"]*;?`, 'g'), '');
  }, html);
}

describe('the card of a mail, rendered', () => {
  let browser: Browser;
  let page: Page;
  let pictures = true;

  before(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (!request.url().startsWith('https://images.example/')) return void request.continue();
      return void (pictures
        ? request.respond({contentType: 'image/png', body: PICTURE})
        : request.abort());
    });
  });
  after(() => browser.close());

  async function render(html: string, width: number, ground = '#ffffff'): Promise<Seen> {
    await page.setViewport({width, height: 800});
    await page.setContent(
      `<!doctype html><title>Lettre</title><body style="margin:0;background:${ground}">${html}`,
    );
    return page.evaluate(look);
  }

  const cards = (['fr', 'en'] as const).flatMap((lang) =>
    (['one', 'two'] as const).map((columns) => ({
      name: `${columns} column(s), ${lang}`,
      columns,
      ...emailCard(halle(), {lang, columns, now: NOW}),
    })),
  );
  const flat = (text: string) => text.replace(/\s+/g, ' ');

  /** What holds whatever a client drops. */
  function isWhole(seen: Seen, text: string) {
    assert.ok(seen.overflow <= 0, `${seen.overflow} px too wide`);
    // The link of the plain text is a button here.
    for (const line of text.split('\n').filter((each) => !each.includes('https:'))) {
      assert.ok(flat(seen.text).includes(flat(line)), line);
    }
    assert.ok(seen.button.width > 80 && seen.button.height >= 44, JSON.stringify(seen.button));
    assert.equal(seen.button.ground, '#a8371a');
    assert.ok(Math.abs(seen.bar.full / seen.bar.whole - 0.82) < 0.02, JSON.stringify(seen.bar));
    assert.ok(seen.bar.height >= 8);
    for (const {ink, ground, said} of seen.pairs) {
      assert.ok(contrast(ink, ground) >= 4.5, `${said}: ${ink} on ${ground}`);
    }
  }

  for (const width of [320, 375, 640, 1024]) {
    it(`is whole at ${width} px, with pictures and without`, async () => {
      for (const {html, text} of cards) {
        for (const shown of [true, false]) {
          pictures = shown;
          isWhole(await render(html, width), text);
        }
      }
      pictures = true;
    });
  }

  it('stands in two columns in a mail, in one on a phone', async () => {
    for (const {html} of cards.filter(({columns}) => columns === 'two')) {
      const wide = await render(html, 640);
      assert.ok(wide.picture && wide.picture.right <= wide.title.left);
      const narrow = await render(html, 320);
      assert.ok(narrow.picture && narrow.picture.bottom <= narrow.title.top);
    }
  });

  it('does without each thing that a client drops, and without all of them', async () => {
    for (const {html, text, columns, name} of cards) {
      for (const dropped of [...FRAGILE.map((each) => [each]), FRAGILE]) {
        const less = without(html, dropped);
        assert.ok(
          less.length < html.length || dropped[0] === '[dir]',
          `${name}: ${String(dropped)}`,
        );
        const wide = await render(less, 640);
        isWhole(wide, text);
        // Without `max-width` the second column falls below the first: longer, and nothing is lost.
        if (columns === 'two' && !dropped.includes('max-width')) {
          assert.ok(wide.picture && wide.picture.right <= wide.title.left, String(dropped));
        }
        isWhole(await render(less, 320), text);
      }
    }
  });

  it('takes its widths from attributes where styles have none, as in Outlook', async () => {
    for (const {html, text} of cards) {
      isWhole(await render(without(html, ['width']), 640), text);
    }
  });

  it('does not need the styles of the mail around it, and bears them', async () => {
    const theirs =
      '<style>body{font:11px serif;color:#999}td{padding:3px}a{color:#00f!important;text-decoration:underline!important}</style>';
    for (const {html, text} of cards) {
      const seen = await render(theirs + html, 320);
      assert.ok(seen.overflow <= 0);
      for (const line of text.split('\n').slice(0, 4))
        assert.ok(flat(seen.text).includes(flat(line)));
    }
  });

  it('stays readable when a dark theme turns its colours over', async () => {
    for (const accent of ['#a8371a', '#004f9f', '#ffd500', '#111111']) {
      const {html} = emailCard(halle(), {now: NOW, accent});
      const {pairs} = await render(html, 640, '#121212');
      for (const {ink, ground, said} of pairs) {
        assert.ok(contrast(ink, ground) >= 4.5, `${said}: ${ink} on ${ground}`);
        const turned = contrast(inverted(ink), inverted(ground));
        assert.ok(turned >= 4.5, `${said}, turned over: ${ink} on ${ground}: ${turned}`);
      }
    }
  });

  it('turns a text from right to left where the client drops dir from cells', async () => {
    const {html} = emailCard(halle({title: 'سوق مغطى لمدينة باو 2026'}), {now: NOW});
    await render(html.replaceAll(/<(table|td)([^>]*) dir="[^"]*"/g, '<$1$2'), 640);
    const style = await page.evaluate(() => {
      const {direction, textAlign} = getComputedStyle(document.querySelectorAll('a')[1] as Element);
      return {direction, textAlign};
    });
    assert.deepEqual(style, {direction: 'rtl', textAlign: 'right'});
  });

  it('breaks endless words rather than the mail', async () => {
    const title = 'ANTICONSTITUTIONNELLEMENT'.repeat(6);
    const {html} = emailCard(halle({title, tagline: title, mentors: []}), {
      now: NOW,
      columns: 'two',
    });
    for (const shown of [true, false]) {
      pictures = shown;
      assert.ok((await render(html, 320)).overflow <= 0);
      const {overflow, picture, title: heading} = await render(html, 640);
      assert.ok(overflow <= 0);
      assert.ok(picture && picture.right <= heading.left);
    }
    pictures = true;
  });
});
