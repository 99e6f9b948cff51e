import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {destinations, formsFor, outputForms} from '../../../lib/outputs/destinations.js';
import {pasteCheck} from '../../../lib/outputs/paste-check.js';
import {
  snippet,
  snippetForms,
  type SnippetForm,
  type SnippetOptions,
} from '../../../lib/outputs/snippet.js';
import {makeCampaign} from '../../helpers/campaigns.ts';
import {
  ckEditor,
  drupalBasic,
  jahia,
  tinyMce,
  typo3,
  wordPressAuthor,
  type Editor,
} from './editors.ts';

const options: Omit<SnippetOptions, 'form'> = {
  element: 'relais-project-card',
  attributes: {feed: 'https://platform.example/feed.json', campaign: 'halle'},
  base: 'https://relais.example/v1/',
  campaign: makeCampaign({
    goal: 12_000,
    raised: 9930,
    image: {src: 'https://platform.example/halle.jpg', alt: null, width: 800, height: 500},
  }),
  image: 'https://relais.example/cards/halle.png',
  integrity: `sha384-${'a'.repeat(64)}`,
  now: Date.parse('2026-11-24T09:00:00Z'),
};

const EDITORS: Readonly<Record<string, Editor>> = {
  'wordpress-author': wordPressAuthor,
  'drupal-basic': drupalBasic,
  typo3,
  jahia,
  tinyMce,
  ckEditor,
};

/** What is left of a form, in short. */
function outcome(editor: string, form: SnippetForm, destination = '') {
  const expected = snippet({...options, form});
  const {shows, losses, use} = pasteCheck(EDITORS[editor]?.(expected) ?? '', expected, destination);
  return [shows, losses.map(({kind, name}) => name ?? kind).join(' '), use];
}

const table = (editor: string, destination = '') =>
  Object.fromEntries(snippetForms.map((form) => [form, outcome(editor, form, destination)]));

describe('what an editor keeps', () => {
  it('WordPress, without the right to scripts: the placeholder without its script', () => {
    assert.deepEqual(table('wordpress-author'), {
      module: ['card', 'script element', 'iframe'],
      integrity: ['card', 'script element', 'iframe'],
      classic: ['card', 'script', 'iframe'],
      iframe: ['nothing', 'empty', 'image'],
      frame: ['nothing', 'empty', 'image'],
      image: ['card', '', null],
      static: ['card', '', null],
    });
  });

  it('Drupal’s basic HTML: no placeholder either', () => {
    assert.deepEqual(table('drupal-basic'), {
      module: ['card', 'script element', 'iframe'],
      integrity: ['card', 'script element', 'iframe'],
      classic: ['card', 'placeholder script', 'iframe'],
      iframe: ['nothing', 'empty', 'image'],
      frame: ['nothing', 'empty', 'image'],
      image: ['card', '', null],
      static: ['card', '', null],
    });
  });

  it('TYPO3’s rich text: code that visitors read', () => {
    assert.deepEqual(table('typo3'), {
      module: ['card', 'escaped script element', 'iframe'],
      integrity: ['card', 'escaped script element', 'iframe'],
      classic: ['card', 'escaped script', 'iframe'],
      iframe: ['nothing', 'escaped', null],
      frame: ['nothing', 'escaped', null],
      image: ['card', '', null],
      static: ['card', '', null],
    });
  });

  it('Jahia: neither tags, nor data- attributes', () => {
    assert.deepEqual(table('jahia')['classic'], ['card', 'placeholder script', 'iframe']);
    assert.deepEqual(table('jahia')['frame'], ['nothing', 'empty', 'image']);
    for (const form of ['image', 'static'] as const) {
      assert.deepEqual(outcome('jahia', form), ['card', '', null]);
    }
  });

  it('TinyMCE and CKEditor in their own mode', () => {
    assert.deepEqual(outcome('tinyMce', 'module'), ['card', 'script element', 'iframe']);
    assert.deepEqual(outcome('tinyMce', 'iframe'), ['widget', 'script', null]);
    assert.deepEqual(outcome('tinyMce', 'frame'), ['widget', '', null]);
    assert.deepEqual(outcome('ckEditor', 'iframe'), ['nothing', 'empty', 'image']);
    for (const editor of ['tinyMce', 'ckEditor']) {
      for (const form of ['image', 'static'] as const) {
        assert.deepEqual(outcome(editor, form), ['card', '', null], `${editor} ${form}`);
      }
    }
  });

  it('is told with a form that the destination keeps, where it is known', () => {
    for (const editor of ['wordpress-author', 'drupal-basic', 'jahia']) {
      for (const form of ['module', 'classic', 'iframe'] as const) {
        assert.equal(outcome(editor, form, editor)[2], 'image', `${editor} ${form}`);
      }
    }
    // There the element of pure HTML is the place to paste it in.
    assert.equal(outcome('typo3', 'module', 'typo3')[2], 'classic');
  });

  it('never calls all well what shows nothing', () => {
    const expected = snippet({...options, form: 'module'});
    for (const pasted of ['<p>Bonjour</p>', '<script></script>', 'x']) {
      const {shows, losses, use} = pasteCheck(pasted, expected);
      assert.equal(shows, 'nothing', pasted);
      assert.ok(losses.length && use, pasted);
    }
  });
});

describe('destinations', () => {
  it('take forms that exist, and each form has a place', () => {
    const taken = new Set(destinations.flatMap((name) => formsFor(name)));
    for (const form of taken) assert.ok(outputForms.includes(form), form);
    assert.deepEqual(
      outputForms.filter((form) => !taken.has(form)),
      [],
    );
  });

  it('whose editor is known keep every snippet that is advised for them', () => {
    for (const name of ['wordpress-author', 'drupal-basic', 'jahia'] as const) {
      const snippets = formsFor(name).filter((form): form is SnippetForm =>
        (snippetForms as readonly string[]).includes(form),
      );
      assert.ok(snippets.length);
      for (const form of snippets) assert.deepEqual(outcome(name, form)[1], '', `${name} ${form}`);
    }
  });

  it('that are not known take what a page takes', () => {
    for (const name of ['', 'nowhere', '__proto__', 'constructor']) {
      assert.equal(formsFor(name), formsFor('page'));
    }
  });
});
