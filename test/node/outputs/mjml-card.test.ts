import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';

import fc from 'fast-check';
import mjml2html from 'mjml';
import type {Browser} from 'puppeteer-core';

import {campaignText} from '../../../lib/i18n/campaign-text.js';
import {mjmlCard, type EmailOptions} from '../../../lib/outputs/email-card.js';
import {openBrowser} from './browser.ts';
import {NOW, halle, hostileCampaign} from './cards.ts';
import {elements} from './parsed.ts';

async function compiled(section: string): Promise<string> {
  const {html, errors} = await mjml2html(`<mjml><mj-body>${section}</mj-body></mjml>`, {
    validationLevel: 'soft',
  });
  assert.deepEqual(errors, []);
  return html;
}

describe('the card as MJML', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  it('compiles without an error and says the figures of campaignText', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const text = campaignText(halle(), lang, {now: NOW});
      for (const columns of ['one', 'two'] as const) {
        const html = await compiled(mjmlCard(halle(), {lang, columns, now: NOW, relay: 'pau'}));
        for (const said of [
          text.title,
          text.amount,
          text.percent,
          text.backers,
          text.callToAction,
        ]) {
          assert.ok(html.includes(said), said);
        }
        assert.match(html, /utm_source=pau/);
        assert.match(html, /width="82%"/);
      }
    }
  });

  it('is laid out by MJML: columns side by side in a mail, one above the other on a phone', async () => {
    const html = await compiled(mjmlCard(halle(), {columns: 'two', now: NOW}));
    const page = await browser.newPage();
    for (const [width, aside] of [
      [640, true],
      [320, false],
    ] as const) {
      await page.setViewport({width, height: 700});
      await page.setContent(html);
      const seen = await page.evaluate(() => {
        const [image, title] = ['img', 'div[style*="22px"]'].map((selector) =>
          (document.querySelector(selector) as Element).getBoundingClientRect(),
        ) as [DOMRect, DOMRect];
        return {
          aside: image.right <= title.left,
          above: image.bottom <= title.top,
          overflow: document.documentElement.scrollWidth - innerWidth,
        };
      });
      assert.equal(seen.aside, aside);
      assert.equal(seen.above, !aside);
      assert.ok(seen.overflow <= 0);
    }
    await page.close();
  });

  it('compiles whatever a feed says, and runs none of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileCampaign,
        fc.constantFrom('one', 'two'),
        async (campaign, columns) => {
          const html = await compiled(mjmlCard(campaign, {columns, now: NOW} as EmailOptions));
          for (const {tagName, attrs} of elements(html)) {
            assert.doesNotMatch(tagName, /^(script|b|mj-.*)$/);
            assert.ok(attrs.every(({name}) => !name.startsWith('on')));
          }
        },
      ),
      {numRuns: 40},
    );
  });
});
