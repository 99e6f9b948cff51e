import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {
  drawable,
  isCovered,
  loadLetters,
  outlineOf,
  widthOf,
  wrapped,
} from '../../../lib/outputs/letters.js';
import {hostileText} from './cards.ts';

const letters = await loadLetters();

describe('letters', () => {
  it('are those of every French, European, Greek and Cyrillic title', () => {
    for (const text of [
      'Où l’œuf brûlé naïf ÇÀÉÈÊËÎÏÔÙÛÜŸÆŒ « 100 % » – 12\u202f000\u00a0€ ?',
      'Łódź, Århus, Žižkov, Ğırgır, Đà Nẵng, Înțelepți',
      'Αθήνα, Київ, Москва',
    ]) {
      assert.ok(isCovered(drawable(text, letters), letters), text);
    }
    assert.equal(isCovered('سوق', letters), false);
  });

  it('compose what comes in pieces, and leave out pictograms', () => {
    assert.equal(drawable('e\u0301te\u0301', letters), 'été');
    assert.equal(drawable('🎸 Fête 👩‍👩‍👧 du ❤️ village\n!', letters), 'Fête du village !');
    assert.equal(drawable('市場', letters), '市場');
  });

  it('are set closer in pairs, accents too', () => {
    const apart = widthOf('A', 1000, 'bold', letters) + widthOf('V', 1000, 'bold', letters);
    assert.ok(widthOf('AV', 1000, 'bold', letters) < apart);
    assert.equal(widthOf('ÀV', 1000, 'bold', letters), widthOf('AV', 1000, 'bold', letters));
    assert.match(outlineOf('AV', 'bold', letters), /^M0 0m.*M5\d\d 0m/);
  });

  it('break at spaces, hyphens and slashes, inside a word only when it is wider than a line', () => {
    const lines = (text: string, width: number, most = 9) =>
      wrapped(text, 10, 'regular', letters, width, most);
    assert.deepEqual(lines('Saint-Jean de Luz', 50), ['Saint-Jean', 'de Luz']);
    assert.deepEqual(lines('Saint-Jean', 30), ['Saint-', 'Jean']);
    assert.deepEqual(lines('exemple.fr/projets', 50), ['exemple.fr/', 'projets']);
    assert.equal(lines('anticonstitutionnellement', 40).join(''), 'anticonstitutionnellement');
    assert.deepEqual(lines('un deux trois quatre', 46, 1), ['un deux…']);
    assert.deepEqual(lines('', 40), []);
  });

  it('never leave their width nor their lines, and lose nothing where there is room', () => {
    const width = fc.integer({min: 20, max: 400});
    fc.assert(
      fc.property(hostileText, width, fc.integer({min: 1, max: 5}), (text, room, most) => {
        const said = drawable(text, letters);
        const lines = wrapped(said, 10, 'bold', letters, room, most);
        assert.ok(lines.length <= most);
        for (const line of lines) assert.ok(widthOf(line, 10, 'bold', letters) <= room, line);
        const all = wrapped(said, 10, 'bold', letters, room, 10_000);
        assert.equal(all.join('').replaceAll(' ', ''), said.replaceAll(' ', ''));
      }),
    );
  });
});
