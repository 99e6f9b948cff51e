import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';

import '../../src/elements/city-search.js';
import type {RelaisCitySearch} from '../../src/elements/city-search.js';
import type {RelaisSelectEvent} from '../../src/elements/events.js';
import {matchIn} from '../../src/elements/search-option.js';
import {expectAccessible} from '../helpers/axe.js';
import {
  approach,
  input,
  leave,
  options,
  part,
  press,
  searchOf,
  type,
  words,
  write,
} from '../helpers/city-search.js';
import {waitUntil} from '../helpers/wait.js';

describe('relais-city-search', () => {
  describe('accessibility', () => {
    it('has no axe violation closed, open, with an active line, without result, and once chosen', async () => {
      const search = await searchOf();
      await expectAccessible(search);
      await type(search, 'Pau', /^Pau /);
      await expectAccessible(search);
      await press(search, 'ArrowDown');
      await expectAccessible(search);
      await press(search, 'Enter');
      await expectAccessible(search);
      write(search, 'xqzwxqzw');
      await waitUntil(() => part(search, 'none')?.textContent?.includes('xqzw'));
      await expectAccessible(search);
      await leave(search);
      expect(part(search, 'problem')?.hidden).to.equal(false);
      await expectAccessible(search);
    });

    it('has no axe violation when disabled or required', async () => {
      await expectAccessible(await searchOf({disabled: ''}));
      await expectAccessible(await searchOf({required: ''}));
    });

    it('is a combobox with a visible label, whose references resolve in its own root', async () => {
      const search = await searchOf({label: 'Votre commune'});
      const field = input(search);
      const root = search.renderRoot as ShadowRoot;
      expect(field.getAttribute('role')).to.equal('combobox');
      expect(field.getAttribute('aria-autocomplete')).to.equal('list');
      expect(field.getAttribute('autocomplete')).to.equal('off');
      expect(field.inputMode).to.equal('search');
      expect(field.labels?.[0]?.textContent?.trim()).to.equal('Votre commune');
      expect(root.getElementById(field.getAttribute('aria-controls') ?? '')?.role).to.equal(
        'listbox',
      );
      expect(root.getElementById('hint')?.textContent).to.match(/code postal/);
    });

    it('has its status, empty, before there is anything to say', async () => {
      const search = await searchOf();
      const status = search.renderRoot.querySelectorAll('[role="status"]');
      expect(status).to.have.length(2);
      expect([...status].map(words)).to.deep.equal(['', '']);
    });

    it('says the number of places once typing stops, and never on an arrow', async () => {
      const search = await searchOf();
      const status = search.renderRoot.querySelector('.hidden[role="status"]');
      await type(search, 'Lescar', /^Lescar/);
      expect(words(status)).to.equal('');
      await waitUntil(() => /lieux? proposé/.test(words(status)), 'never said');
      const said = words(status);
      await press(search, 'ArrowDown');
      await aTimeout(600);
      expect(words(status)).to.equal(said);
      write(search, 'xqzwxqzw');
      await waitUntil(() => words(status).includes('Aucun lieu'), 'never said');
    });

    it('has lines of 44 px or more', async () => {
      const search = await searchOf();
      await type(search, 'Pau', /^Pau /);
      for (const option of options(search)) {
        expect(option.getBoundingClientRect().height).to.be.at.least(44);
      }
      expect(part(search, 'clear')?.getBoundingClientRect().height).to.be.at.least(44);
    });

    it('tells homonyms apart by their département, and the other levels by their kind', async () => {
      const search = await searchOf();
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      const shown = options(search).map(words);
      expect(shown.some((text) => /^Saint-Denis — .*Seine-Saint-Denis \(93\)/.test(text))).to.equal(
        true,
      );
      expect(shown.some((text) => /^Saint-Denis — .*Réunion \(974\)/.test(text))).to.equal(true);
      await type(search, 'Gironde', /^Gironde/);
      expect(words(options(search)[0] ?? null)).to.match(/^Gironde — Département/);
    });
  });

  describe('attributes', () => {
    it('resolves the name of its value, of a former code too', async () => {
      const search = await searchOf({value: 'commune:33063'});
      await waitUntil(() => input(search).value === 'Bordeaux (33)');
      search.value = 'commune:93059';
      await waitUntil(() => search.value === 'commune:93066');
      await waitUntil(() => input(search).value === 'Saint-Denis (93)');
      search.value = 'departement:33';
      await waitUntil(() => input(search).value === 'Gironde (33)');
      search.value = '';
      await waitUntil(() => input(search).value === '');
    });

    it('takes a malformed or unknown code for none', async () => {
      const search = await searchOf({value: 'nowhere'});
      expect(search.value).to.equal('');
      search.value = 'commune:99999';
      await waitUntil(() => search.value === '');
      expect(input(search).value).to.equal('');
    });

    it('shows its territory when there is no value', async () => {
      const search = await searchOf({territory: 'region:75'});
      await waitUntil(() => input(search).value === 'Nouvelle-Aquitaine');
      expect(search.value).to.equal('region:75');
    });

    it('stays inside its scope, and shrugs off a malformed one', async () => {
      const search = await searchOf({scope: 'departement:974'});
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      for (const option of options(search)) expect(words(option)).to.contain('974');
      search.scope = 'banana';
      await search.updateComplete;
      await waitUntil(() => options(search).some((option) => words(option).includes('(93)')));
    });

    it('answers for its last scope, also when it changes while the search is being made', async () => {
      const search = await searchOf();
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      for (let turn = 0; turn < 12; turn += 1) {
        const [scope, said] = turn % 2 ? ['departement:974', /974/] : ['departement:93', /\(93\)/];
        write(search, turn % 2 ? 'Saint-Deni' : 'Saint-Denis');
        // After another number of turns each time: one of them falls into the search.
        for (let wait = 0; wait < turn; wait += 1) await Promise.resolve();
        search.scope = scope;
        await waitUntil(
          () => options(search).length > 0 && options(search).every((one) => said.test(words(one))),
          `${scope} does not hold after ${turn} turns`,
        );
      }
    });

    it('speaks the language of its attribute', async () => {
      const search = await searchOf({lang: 'en'});
      expect(words(part(search, 'label'))).to.match(/^Find/);
      expect(search.renderRoot.querySelector('[lang="en"]')).not.to.equal(null);
    });

    it('loads no name before it is approached', async () => {
      const search = await searchOf();
      expect(search.state).to.equal('idle');
      approach(search);
      await waitUntil(() => search.state === 'ready', 'never ready');
    });

    it('marks what was typed, without markup', async () => {
      const search = await searchOf();
      await type(search, 'st etien', /^Saint-Étienne/);
      expect(part(search, 'match')?.textContent).to.equal('Saint-Étien');
      expect(matchIn('L’Haÿ-les-Roses', 'hay les')).to.deep.equal([2, 9]);
      expect(matchIn('Pau', 'xx')).to.equal(null);
    });

    it('says the name that a commune has given up when that is what was typed', async () => {
      const search = await searchOf();
      await type(search, 'Pierrefitte-sur-Seine', /^Saint-Denis/);
      expect(words(options(search)[0] ?? null)).to.match(/anciennement Pierrefitte-sur-Seine/);
    });

    it('shows the last that was asked for, however fast it is typed', async () => {
      const search = await searchOf();
      for (const text of ['P', 'Pa', 'Par', 'Pari', 'Paris', 'Bord', 'Lescar']) write(search, text);
      await waitUntil(() => words(options(search)[0] ?? null).startsWith('Lescar'));
      search.value = 'commune:33063';
      search.value = 'commune:64335';
      await waitUntil(() => input(search).value === 'Lescar (64)');
      await aTimeout(100);
      expect(search.value).to.equal('commune:64335');
    });
  });

  describe('events', () => {
    it('fires relais-select with the territory, then input and change', async () => {
      const search = await searchOf();
      const fired: string[] = [];
      for (const name of ['relais-select', 'input', 'change']) {
        search.addEventListener(name, () => fired.push(`${name} ${search.value}`));
      }
      await type(search, 'Lescar', /^Lescar/);
      fired.length = 0;
      const heard = oneEvent(document, 'relais-select');
      await press(search, 'Enter');
      const event = (await heard) as unknown as RelaisSelectEvent;
      expect(event.territory).to.equal('commune:64335');
      expect(event.campaign).to.equal(null);
      expect(fired).to.deep.equal([
        'relais-select commune:64335',
        'input commune:64335',
        'change commune:64335',
      ]);
      fired.length = 0;
      await press(search, 'Escape');
      expect(fired).to.deep.equal(['input ', 'change ']);
    });
  });

  describe('hostile input', () => {
    it('shows markup as text', async () => {
      const search = await searchOf({label: '<img src=x onerror="globalThis.hacked=1">'});
      input(search).focus();
      write(search, '<img src=x onerror="globalThis.hacked=1">');
      await waitUntil(() => part(search, 'none')?.textContent?.includes('<img'));
      expect(search.renderRoot.querySelector('img')).to.equal(null);
      expect((globalThis as {hacked?: number}).hacked).to.equal(undefined);
    });

    it('survives what nobody would type', async () => {
      const search = await searchOf();
      input(search).focus();
      for (const text of ['a'.repeat(100_000), '((((', '\\', '%', '\u0000', '👩‍👩‍👧', '   ', '٣٣٠٠٠']) {
        write(search, text);
        await aTimeout(20);
      }
      await type(search, 'Lescar', /^Lescar/);
    });
  });

  describe('layout', () => {
    it('stays in a column of 240 px, and opens upwards near the end of the window', async () => {
      const box = await fixture(html`<div><relais-city-search></relais-city-search></div>`);
      (box as HTMLElement).style.inlineSize = '240px';
      const search = box.querySelector('relais-city-search') as RelaisCitySearch;
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      const popup = part(search, 'popup');
      const list = part(search, 'list');
      expect(popup?.getBoundingClientRect().width).to.be.at.most(242);
      expect(list?.scrollWidth).to.be.at.most(list?.clientWidth ?? 0);
      expect(popup?.hasAttribute('above')).to.equal(false);
      (box as HTMLElement).style.marginBlockStart = `${window.innerHeight - 120}px`;
      await press(search, 'ArrowDown');
      expect(popup?.hasAttribute('above')).to.equal(true);
    });
  });
});
