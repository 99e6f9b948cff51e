import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {Resvg} from '@resvg/resvg-js';
import fc from 'fast-check';

import {campaignText} from '../../../lib/i18n/campaign-text.js';
import {MOST_PNG_BYTES, pngOf} from '../../../lib/cli/cards/png.js';
import type {Shape} from '../../../lib/outputs/drawing.js';
import {loadLetters, outlineOf} from '../../../lib/outputs/letters.js';
import {shareDrawing, shareImage} from '../../../lib/outputs/share-image.js';
import type {Campaign} from '../../../src/feed/campaign.js';
import {contrast} from './browser.ts';
import {NOW, halle, hostileCampaign} from './cards.ts';

const letters = await loadLetters();
const PICTURE =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const LONG =
  'Réhabilitation complète de la piscine municipale intercommunale et de ses vestiaires '.repeat(3);

const states: Record<string, Partial<Campaign>> = {
  live: {},
  'over-funded': {raised: 45_000},
  'at 0': {raised: 0, backers: 0},
  'under 1 %': {raised: 3},
  ended: {endsAt: '2026-02-01T00:00:00Z', raised: 13_000},
  'not reached': {endsAt: '2026-02-01T00:00:00Z'},
  cancelled: {status: 'cancelled'},
  upcoming: {startsAt: '2026-05-02T08:00:00Z', endsAt: null},
  'of unknown amount': {raised: null, backers: null},
  'without a goal': {goal: null},
  'of orders': {unit: 'orders', raised: 34, goal: 120},
  'of a long title': {title: LONG},
  'of great amounts': {raised: 234_567_890.25, goal: 123_456_789.5, currency: 'XPF'},
  bare: {
    raised: null,
    goal: null,
    backers: null,
    place: null,
    category: null,
    owner: null,
    mentors: [],
  },
};

/** Left, right, top and bottom of what is written, as it is rendered. */
function boundsOf(shapes: readonly Shape[]) {
  const written = shapes.filter(({kind}) => kind === 'outlines' || kind === 'words');
  const svg = (each: Shape) =>
    each.kind === 'outlines'
      ? `<path transform="translate(${each.x} ${each.y}) scale(${each.size / 1000} -${each.size / 1000})" d="${each.path}"/>`
      : '';
  const box = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${written.map(svg).join('')}</svg>`,
  ).getBBox();
  assert.ok(box);
  return {left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height};
}

describe('the share image', () => {
  for (const [name, fields] of Object.entries(states)) {
    it(`of a campaign ${name} holds its words in the centre, in outlines, under 300 kB`, async () => {
      for (const picture of [null, PICTURE]) {
        const campaign = halle(fields);
        const {shapes} = shareDrawing(campaign, {now: NOW, picture}, letters);
        const box = boundsOf(shapes);
        assert.ok(box.left >= 99 && box.right <= (picture ? 740 : 1101), JSON.stringify(box));
        assert.ok(box.top >= 65 && box.bottom <= 566, JSON.stringify(box));
        const svg = await shareImage(campaign, {now: NOW, picture});
        assert.doesNotMatch(svg, /<text|<style|<script|font-family/);
        const png = pngOf(svg);
        assert.ok(png.length < MOST_PNG_BYTES, `${png.length} bytes`);
        assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
      }
    });
  }

  it('writes no line over another', () => {
    for (const fields of Object.values(states)) {
      for (const picture of [null, PICTURE]) {
        const {shapes} = shareDrawing(halle(fields), {now: NOW, picture}, letters);
        const lines = shapes
          .filter((shape) => shape.kind === 'outlines')
          .sort((one, other) => one.y - other.y);
        for (const [index, {y, size}] of lines.entries()) {
          const above = lines[index - 1];
          if (!above || above.y === y) continue;
          assert.ok(y - size * 0.72 >= above.y, `${JSON.stringify(fields)}: ${above.y} then ${y}`);
        }
      }
    }
  });

  it('draws and says the figures of campaignText', async () => {
    for (const lang of ['fr', 'en'] as const) {
      const text = campaignText(halle(), lang, {now: NOW});
      const svg = await shareImage(halle(), {lang, now: NOW});
      assert.ok(svg.includes(outlineOf(text.amount, 'bold', letters)));
      assert.ok(svg.includes(outlineOf(text.percent, 'bold', letters)));
      const description = /<desc>(.*)<\/desc>/.exec(svg)?.[1] ?? '';
      for (const said of [text.amount, text.percent, text.backers, text.time]) {
        assert.ok(description.includes(said), said);
      }
      assert.match(description, lang === 'fr' ? /chiffres du 3 mars/ : /figures of 3 March/);
    }
  });

  it('reads on its ground, whatever the colour of the town', () => {
    const colour = fc.integer({min: 0, max: 0xffffff});
    fc.assert(
      fc.property(colour, (value) => {
        const accent = `#${value.toString(16).padStart(6, '0')}`;
        const {shapes} = shareDrawing(halle(), {now: NOW, accent}, letters);
        for (const shape of shapes) {
          if (shape.kind === 'outlines') assert.ok(contrast(shape.fill, '#fffaf2') >= 4.5);
        }
      }),
      {numRuns: 60},
    );
  });

  it('takes a picture that is in its own address, and loads none', async () => {
    assert.match(await shareImage(halle(), {now: NOW, picture: PICTURE}), /<image /);
    for (const picture of [
      'https://images.example/halle.jpg',
      'data:image/svg+xml;base64,AAAA',
      'data:image/png;base64,"/><script>',
      'data:text/html;base64,AAAA',
    ]) {
      const svg = await shareImage(halle(), {now: NOW, picture});
      assert.doesNotMatch(svg, /<image|href|https:/);
    }
  });

  it('is a well-formed picture of a hostile campaign', async () => {
    await fc.assert(
      fc.asyncProperty(hostileCampaign, async (campaign) => {
        const svg = await shareImage(campaign, {now: NOW});
        const {width, height} = new Resvg(svg, {font: {loadSystemFonts: false}});
        assert.deepEqual([width, height], [1200, 630]);
        assert.doesNotMatch(svg, /<(script|img|b|foreignObject)|href/i);
      }),
      {numRuns: 150},
    );
  });
});
