import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';

import {ELEMENTS} from '../../../scripts/elements.mjs';
import {undocumented, unnamed} from '../../../scripts/undocumented.mjs';

interface Item {
  name: string;
  description?: string;
}

interface Declaration {
  tagName?: string;
  customElement?: boolean;
  cssParts?: Item[];
  events?: Item[];
  attributes?: Item[];
}

const root = new URL('../../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('dist/custom-elements.json', root), 'utf8')) as {
  modules: {path: string; declarations?: Declaration[]}[];
};
const elements = manifest.modules.flatMap(({path, declarations = []}) =>
  declarations
    .filter(({customElement}) => customElement)
    .map((declaration) => ({path, ...declaration})),
);

describe('the custom-elements manifest', () => {
  it('names the seven elements, each in its own file', () => {
    assert.deepEqual(
      elements.map(({tagName}) => tagName).sort(),
      ELEMENTS.map((name) => `relais-${name}`).sort(),
    );
    for (const {path, tagName} of elements)
      assert.equal(path, `src/elements/${tagName?.slice(7)}.ts`);
  });

  it('has a sentence for everything', () => {
    assert.deepEqual(undocumented(manifest), []);
  });

  it('would refuse what has none', () => {
    const holes = {
      modules: [
        {
          path: 'src/elements/x.ts',
          declarations: [
            {
              customElement: true,
              tagName: 'relais-x',
              description: 'Shows something.',
              attributes: [{name: 'feed'}],
              events: [{name: 'relais-load', description: ''}],
              slots: [{name: '', description: 'Word'}],
              cssParts: [{name: 'title', description: 'The title.'}],
              members: [{kind: 'field', name: 'feed'}],
            },
          ],
        },
      ],
    };
    assert.deepEqual(undocumented(holes), [
      'relais-x: attribute "feed"',
      'relais-x: event "relais-load"',
      'relais-x: slot ""',
      'relais-x: property "feed"',
    ]);
  });

  it('names every attribute that all elements share', () => {
    const shared = [
      'feed',
      'territory',
      'lang',
      'relay',
      'format',
      'refresh',
      'heading-level',
      'state',
      'stale',
    ];
    for (const {tagName, attributes = []} of elements) {
      const names = attributes.map(({name}) => name);
      assert.deepEqual(
        shared.filter((name) => !names.includes(name)),
        [],
        tagName,
      );
    }
  });

  it('names the parts and events that each element writes in its own file', () => {
    for (const {path, tagName, cssParts = [], events = []} of elements) {
      const source = readFileSync(new URL(path, root), 'utf8');
      const documented = [...cssParts, ...events].map(({name}) => name);
      assert.deepEqual(unnamed(source, documented), [], tagName);
    }
  });

  it('feeds what editors read', () => {
    for (const file of ['vscode.html-custom-data.json', 'vscode.css-custom-data.json']) {
      assert.ok(readdirSync(new URL('dist/', root)).includes(file), file);
    }
    const data = readFileSync(new URL('dist/vscode.html-custom-data.json', root), 'utf8');
    for (const name of ELEMENTS) assert.match(data, new RegExp(`"relais-${name}"`));
  });
});
