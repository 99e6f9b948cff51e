import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {cardAlt} from '../../../lib/i18n/card-alt.js';
import {cardWords, colourOf, inkOn, shortened} from '../../../lib/outputs/words.js';
import {contrast} from './browser.ts';
import {NOW, halle} from './cards.ts';

describe('the words of a card outside a page', () => {
  it('say where the campaign stands, once', () => {
    const facts = (fields: Parameters<typeof halle>[0]) =>
      cardWords(halle({backers: null, ...fields}), {now: NOW}, 'x').facts.replace(/\s/g, ' ');
    assert.equal(facts({}), '7 jours restants');
    assert.equal(
      facts({endsAt: '2026-02-20T12:00:00Z'}),
      'Non aboutie · Terminée le 20 février 2026',
    );
    assert.equal(
      facts({endsAt: '2026-02-20T12:00:00Z', raised: null}),
      'Terminée le 20 février 2026',
    );
    assert.equal(facts({startsAt: '2026-05-02T08:00:00Z'}), 'Commence le 2 mai 2026');
    assert.equal(facts({status: 'cancelled'}), 'Annulée');
  });

  it('say on paper the day of the end, since nobody reads it on the day it was made', () => {
    const paper = (fields: Parameters<typeof halle>[0], lang = 'fr') => {
      const words = cardWords(halle({backers: null, ...fields}), {now: NOW, lang}, 'print');
      return [words.facts, words.alt].map((said) => said.replace(/\s/g, ' '));
    };
    const [facts, alt] = paper({});
    assert.equal(facts, 'Jusqu’au 10 mars 2026');
    assert.match(alt ?? '', /82 %\. Jusqu’au 10 mars 2026 \(chiffres du/);
    assert.equal(paper({}, 'en')[0], 'Until 10 March 2026');
    assert.equal(paper({endsAt: '2026-03-03T20:00:00+01:00'})[0], 'Jusqu’au 3 mars 2026');
    assert.equal(paper({endsAt: null})[0], '');
    assert.equal(paper({status: 'cancelled'})[0], 'Annulée');
    assert.equal(
      paper({endsAt: '2026-02-20T12:00:00Z', raised: null})[0],
      'Terminée le 20 février 2026',
    );
  });

  it('are said in place of a picture, with their date', () => {
    assert.equal(
      cardAlt(halle({title: 'Une halle'}), 'fr', {now: NOW, updatedAt: '2026-03-01T05:00:00Z'}),
      'Une halle. 9\u202f930\u00a0€ collectés sur 12\u202f000\u00a0€, 82\u00a0%. 134\u00a0contributeurs. 7\u00a0jours restants (chiffres du 1er mars 2026 à 06:00)',
    );
    assert.match(
      cardAlt(halle({status: 'cancelled'}), 'en', {now: NOW}),
      /Cancelled.*\(figures of 3 March 2026/,
    );
  });
});

describe('colours', () => {
  it('have an ink that reads on any of them', () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 0xffffff}), (value) => {
        const colour = `#${value.toString(16).padStart(6, '0')}`;
        assert.ok(contrast(inkOn(colour), colour) >= 4.5, colour);
      }),
      {numRuns: 2000},
    );
  });

  it('are six digits, or the house’s own', () => {
    assert.equal(colourOf('#00AA11'), '#00aa11');
    assert.equal(colourOf('#0a1'), '#a8371a');
    assert.equal(colourOf(undefined), '#a8371a');
  });
});

describe('a text that is too long', () => {
  it('is cut between characters, with an ellipsis', () => {
    assert.equal(shortened('a🎸b', 3), 'a🎸b');
    assert.equal(shortened('ab 🎸🎸', 4), 'ab…');
    assert.equal(shortened('a🎸🎸🎸', 3), 'a🎸…');
  });
});
