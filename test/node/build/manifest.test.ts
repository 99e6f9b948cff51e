import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';

import type {CSSResult, CSSResultGroup} from 'lit';

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
  cssProperties?: Item[];
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

/** The `--relais-*` of a style sheet, also by the private names that stand for them where these are used. */
function takenFrom(css: string): string[] {
  const names = new Map(
    [...css.matchAll(/(--_[\w-]+):\s*var\((--relais-[\w-]+)/g)].map(([, own = '', ours = '']) => [
      own,
      ours,
    ]),
  );
  // Every element has the style of what stands for a card while it loads, also those without one.
  const rest = css.replace(/--_[\w-]+:[^;]*;/g, '').replace(/\.skeleton \{[^}]*\}/g, '');
  const used = [...rest.matchAll(/var\((--_[\w-]+|--relais-[\w-]+)/g)].map(
    ([, name = '']) => names.get(name) ?? name,
  );
  return [...new Set(used)].filter((name) => name.startsWith('--relais-')).sort();
}

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

  it('names every custom property that an element’s styles take from the page', async () => {
    for (const {path, tagName, cssProperties = []} of elements) {
      const module = (await import(
        path.replace(/^src\/(.*)\.ts$/, '../../../lib/$1.js')
      )) as Record<string, {styles?: CSSResultGroup}>;
      const styles = Object.values(module).find((one) => one?.styles)?.styles;
      const taken = takenFrom(
        [styles]
          .flat(9)
          .map((one) => (one as CSSResult).cssText)
          .join('\n'),
      );
      assert.ok(taken.length > 5, tagName);
      const named = cssProperties.map(({name}) => name);
      assert.deepEqual(
        taken.filter((name) => !named.includes(name)),
        [],
        tagName,
      );
    }
  });

  it('offers to an editor words that an attribute takes, never the name of a type', () => {
    const data = JSON.parse(
      readFileSync(new URL('dist/vscode.html-custom-data.json', root), 'utf8'),
    ) as {tags: {name: string; attributes: {name: string; values?: Item[]}[]}[]};
    const offered = (tag: string, attribute: string) =>
      data.tags
        .find(({name}) => name === tag)
        ?.attributes.find(({name}) => name === attribute)
        ?.values?.map(({name}) => name)
        .filter(Boolean);
    for (const {name, attributes} of data.tags) {
      for (const {name: attribute, values = []} of attributes) {
        for (const value of values) assert.match(value.name, /^[a-z-]*$/, `${name} ${attribute}`);
      }
      const states = ['idle', 'loading', 'ready', 'empty', 'error'];
      assert.deepEqual(offered(name, 'state'), states);
    }
    const variants = ['vertical', 'horizontal', 'compact', 'banner'];
    assert.deepEqual(offered('relais-project-card', 'variant'), variants);
    assert.deepEqual(offered('relais-project-list', 'layout'), ['grid', 'list', 'carousel']);
    assert.deepEqual(offered('relais-progress-bar', 'unit'), ['money', 'orders']);
    assert.deepEqual(offered('relais-territory-map', 'view'), ['both', 'map', 'list']);
    const shades = ['number', 'amount', 'per-inhabitant'];
    assert.deepEqual(offered('relais-territory-map', 'shade'), shades);
    assert.equal(offered('relais-project-list', 'sort')?.length, 7);
  });

  it('feeds what editors read', () => {
    for (const file of ['vscode.html-custom-data.json', 'vscode.css-custom-data.json']) {
      assert.ok(readdirSync(new URL('dist/', root)).includes(file), file);
    }
    const data = readFileSync(new URL('dist/vscode.html-custom-data.json', root), 'utf8');
    for (const name of ELEMENTS) assert.match(data, new RegExp(`"relais-${name}"`));
  });
});
