import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import * as builder from '../../../lib/i18n/builder-strings.js';
import * as enWidgets from '../../../lib/i18n/en.js';
import * as frWidgets from '../../../lib/i18n/fr.js';

/** The words of one language: of the widgets, and of the builder. */
const fr = {...frWidgets, ...builderIn('fr')};
const en = {...enWidgets, ...builderIn('en')};

function builderIn(lang: 'fr' | 'en') {
  return {
    builder: builder.builderStrings[lang],
    builderForms: builder.builderFormStrings[lang],
    builderNotes: builder.builderNoteStrings[lang],
  };
}

/** Every sentence of a table with its path; functions are called with words that cannot be confused. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const call = value as (...given: unknown[]) => string;
    const words = ['Aaa', 'Bbb', 'Ccc', 'Ddd'];
    // A list of texts is the one other thing that a sentence takes.
    return [[path, path === 'map.marker' ? call(words) : call(...words)]];
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    sentences(inner, path ? `${path}.${key}` : key),
  );
}

/** What a sentence is made of: the paths of a table, without plural forms and open tables of names. */
function shapeOf(table: object): string[] {
  const paths = sentences(table).map(([path]) =>
    path.replace(/\.(one|other)$/, '').replace(/\.categories\..*/, '.categories'),
  );
  return [...new Set(paths)].sort();
}

describe('French', () => {
  for (const [path, text] of sentences(fr)) {
    it(`is well set: ${path}`, () => {
      assert.doesNotMatch(text, / [:;!?»%€]/, 'a no-break space stands before high punctuation');
      assert.doesNotMatch(text, /« /, 'a no-break space follows a guillemet');
      assert.doesNotMatch(text, /['"]/, 'apostrophes and quotes are typographic');
      assert.doesNotMatch(text, /\.\.\./, 'an ellipsis is one character');
      assert.doesNotMatch(text, /undefined|null|NaN|\[object/);
      assert.doesNotMatch(text, /\b(tu|toi|ton|tes|ta)\b/i, 'visitors are not addressed as tu');
      assert.doesNotMatch(text, / {2}|^ $/, 'no double space');
    });
  }
});

describe('English', () => {
  it('has a word for each French one', () => {
    assert.deepEqual(shapeOf(en), shapeOf(fr));
  });

  for (const [path, text] of sentences(en)) {
    it(`is well set: ${path}`, () => {
      assert.doesNotMatch(text, /[\u00a0\u202f ][:;!?%]/, 'nothing stands before punctuation');
      assert.doesNotMatch(text, /['"]|\.\.\./);
      assert.doesNotMatch(text, /undefined|null|NaN|\[object/);
      assert.doesNotMatch(text, / {2}/);
    });
  }
});

describe('Both', () => {
  it('says nothing in the language of the other', () => {
    const french = new Map(sentences(fr));
    const same = sentences(en).filter(
      ([path, text]) => text.length > 12 && french.get(path) === text,
    );
    assert.deepEqual(
      same.filter(([, text]) => !/Aaa|Bbb/.test(text)),
      [],
    );
  });
});
