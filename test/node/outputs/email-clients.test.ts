import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {emailCard} from '../../../lib/outputs/email-card.js';
import {NOW, halle} from './cards.ts';
import {FRAGILE} from './fragile.ts';
import {supportOf} from './mail-clients.ts';
import {elements} from './parsed.ts';

/** What caniemail calls each thing that a card uses. '' is older than what it tests: HTML 4, CSS 1. */
const FEATURES: Record<string, string> = {
  '<a>': '',
  '<div>': 'html-div',
  '<img>': 'html-img',
  '<table>': 'html-table',
  '<tbody>': 'html-table',
  '<td>': 'html-table',
  '<tr>': 'html-table',
  '[align]': 'html-align',
  '[alt]': '',
  '[bgcolor]': '',
  '[border]': '',
  '[cellpadding]': 'html-cellpadding',
  '[cellspacing]': 'html-cellspacing',
  '[dir]': 'html-dir',
  '[height]': 'html-height',
  '[href]': '',
  '[lang]': 'html-lang',
  '[role]': 'html-role',
  '[src]': '',
  '[style]': '',
  '[valign]': 'html-valign',
  '[width]': 'html-width',
  'background-color': 'css-background-color',
  border: 'css-border',
  'border-radius': 'css-border-radius',
  color: '',
  display: 'css-display',
  'font-family': '',
  'font-size': 'css-font-size',
  'font-weight': 'css-font-weight',
  height: 'css-height',
  'line-height': 'css-line-height',
  'max-width': 'css-max-width',
  padding: 'css-padding',
  'text-align': 'css-text-align',
  'text-decoration': 'css-text-decoration',
  width: 'css-width',
  px: 'css-unit-px',
  '%': 'css-unit-percent',
};

/**
 * What is kept in part, and why that part is enough. Whatever else is partial has to be in FRAGILE, which
 * a test of the rendering strips.
 */
const ENOUGH: Record<string, string> = {
  'css-padding': 'Outlook keeps it on cells; it is on cells alone',
  'css-border': 'Outlook keeps up to 8 px; it has 1',
  'css-font-size': 'sizes are pixels',
  'css-font-weight': 'it is the word bold',
  'css-text-align': 'the value is right',
  'css-line-height': 'pixels are kept, if not to the pixel, and no text is laid out by it',
  'css-width':
    'Outlook, which is never 320 px wide, reads the attribute of pictures; La Poste that of tables',
  'html-height': 'pixels, on pictures',
  'html-width': 'pixels on pictures, percents on tables and cells',
};

const samples = [
  halle(),
  halle({title: 'سوق مغطى', lang: 'ar', raised: 14000}),
  halle({image: null, endsAt: '2026-01-01T00:00:00Z'}),
].flatMap((campaign) =>
  (['one', 'two'] as const).map((columns) => emailCard(campaign, {columns, now: NOW}).html),
);

/** Each tag, attribute, property and unit of the cards. */
function used(): Set<string> {
  const found = new Set<string>();
  for (const {tagName, attrs} of samples.flatMap(elements)) {
    found.add(`<${tagName}>`);
    for (const {name, value} of attrs) {
      found.add(`[${name}]`);
      if (name !== 'style') continue;
      for (const declaration of value.split(';').filter(Boolean)) {
        found.add(declaration.split(':', 1)[0] ?? '');
        if (declaration.includes('#')) continue;
        for (const [, unit] of declaration.matchAll(/\d(px|%|[a-z]+)/g)) found.add(unit ?? '');
      }
    }
  }
  return found;
}

describe('what the card of a mail uses, by caniemail', () => {
  it('is all listed here, and nothing else is', () => {
    assert.deepEqual([...used()].sort(), Object.keys(FEATURES).sort());
  });

  it('is kept by Outlook, Gmail, Apple Mail, Orange, SFR and La Poste, or is not needed', () => {
    for (const [name, slug] of Object.entries(FEATURES)) {
      if (!slug) continue;
      const {ignored, partial} = supportOf(slug);
      const fragile = FRAGILE.includes(name);
      if (!fragile)
        assert.deepEqual(ignored, [], `${name} is ignored there, so it has to be fragile`);
      if (!fragile && !ENOUGH[slug]) assert.deepEqual(partial, [], `${name} is kept in part there`);
    }
  });

  it('lists as fragile only what some client drops', () => {
    for (const name of FRAGILE) {
      const {ignored, partial} = supportOf(FEATURES[name] ?? '');
      assert.ok(ignored.length + partial.length > 0, name);
    }
  });

  it('has padding on cells alone, which is where Outlook keeps it', () => {
    for (const html of samples) {
      assert.doesNotMatch(html, /<(?!td)[^>]*padding:/);
    }
  });
});
