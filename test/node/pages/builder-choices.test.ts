import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {attributesOf} from '../../../lib/pages/builder/attributes.js';
import {
  addressOf,
  optionsOf,
  readChoices,
  unsaid,
  widgets,
  writeChoices,
  type ChoiceName,
} from '../../../lib/pages/builder/choices.js';

const PAGE = 'https://relais.example/v1/builder.html';

describe('the choices of the builder', () => {
  it('are what the page means when its address says nothing', () => {
    const choices = readChoices('');
    assert.equal(writeChoices(choices), '');
    assert.deepEqual(
      [choices.lang, choices.widget, choices.variant, choices.feed, choices.width],
      ['fr', 'project-card', 'vertical', '', 'desktop'],
    );
  });

  it('stand in the address, and come back from it', () => {
    const names = Object.keys(readChoices('')) as ChoiceName[];
    const some = fc.record(
      Object.fromEntries(
        names.map((name) => {
          const options = optionsOf(name);
          return [name, fc.constantFrom(...(options.length ? options : ['', '7', '2026']))];
        }),
      ),
    );
    fc.assert(
      fc.property(some, (said) => {
        const choices = readChoices(`?${new URLSearchParams(said)}`);
        assert.deepEqual(readChoices(writeChoices(choices)), choices);
      }),
    );
  });

  it('that cannot be are not taken', () => {
    for (const [name, value] of [
      ['widget', 'nothing'],
      ['widget', '__proto__'],
      ['territory', 'departement:64" onload="x'],
      ['accent', 'red'],
      ['accent', '#fff;background:url(//x)'],
      ['radius', 'calc(1px)'],
      ['feed', 'https://a.example/"><script>'],
      ['relay', 'a b'],
      ['form', 'constructor'],
      ['heading-level', '1'],
      ['limit', '0'],
      ['campaign', 'x'.repeat(201)],
    ] as const) {
      const choices = readChoices(`?${new URLSearchParams({[name]: value})}`);
      assert.equal(choices[name], unsaid(name), `${name}=${value}`);
    }
    const own = readChoices('?__proto__=x&constructor=y&state=ready');
    assert.deepEqual(own, readChoices(''));
  });

  it('hold whatever a query holds without a throw, and say it again the same', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const choices = readChoices(`?${query}`);
        assert.deepEqual(readChoices(writeChoices(choices)), choices);
      }),
    );
  });

  it('give each widget its own attributes, and leave out what is meant anyway', () => {
    const said = '&campaign=halle&territory=departement:64&layout=list&variant=banner&relay=pau';
    const given = Object.fromEntries(
      widgets.map((widget) => [
        widget,
        Object.entries(attributesOf(readChoices(`?widget=${widget}${said}`)))
          .filter(([, value]) => value)
          .map(([name]) => name)
          .join(' '),
      ]),
    );
    assert.deepEqual(given, {
      'project-card': 'campaign variant relay',
      'project-list': 'territory layout relay',
      'territory-map': 'territory relay',
      'city-search': '',
      'call-for-projects': 'territory relay',
      'territory-summary': 'territory relay',
      'progress-bar': 'campaign',
    });
    assert.equal(attributesOf(readChoices('?speaks=en'))['lang'], 'en');
  });

  it('take a feed’s address as it is pasted', () => {
    for (const [typed, address] of [
      [' https://a.example/feed.json ', 'https://a.example/feed.json'],
      ['a.example/feed.json', 'https://a.example/feed.json'],
      ['../feed.json', 'https://relais.example/feed.json'],
      ['/feed.json', 'https://relais.example/feed.json'],
      ['javascript:alert(1)', 'javascript:alert(1)'],
      ['', ''],
    ] as const) {
      assert.equal(addressOf(typed, PAGE), address);
    }
  });
});
