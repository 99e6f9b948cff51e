import {aTimeout, expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {
  active,
  expanded,
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

// WebKit's driver never answers to a real key press.
const HAS_REAL_KEYS = !navigator.userAgent.includes('Version/');

describe('relais-city-search by hand', () => {
  describe('keyboard', () => {
    it('moves through the list and round its ends, and keeps the focus in the field', async () => {
      const search = await searchOf();
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      const last = options(search).length - 1;
      expect(active(search)).to.equal(-1);
      await press(search, 'ArrowDown');
      expect(active(search)).to.equal(0);
      expect(options(search)[0]?.getAttribute('aria-selected')).to.equal('true');
      await press(search, 'ArrowUp');
      expect(active(search)).to.equal(last);
      await press(search, 'ArrowDown');
      expect(active(search)).to.equal(0);
      expect((search.renderRoot as ShadowRoot).activeElement).to.equal(input(search));
    });

    it('begins at the end with Up', async () => {
      const search = await searchOf();
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      await press(search, 'Escape');
      await press(search, 'ArrowUp');
      await waitUntil(() => active(search) === options(search).length - 1);
    });

    for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      it(`leaves ${key} to the caret, and no line active`, async () => {
        const search = await searchOf();
        await type(search, 'Saint-Denis', /^Saint-Denis/);
        await press(search, 'ArrowDown');
        const event = await press(search, key);
        expect(event.defaultPrevented).to.equal(false);
        expect(active(search)).to.equal(-1);
        expect(expanded(search)).to.equal(true);
      });
    }

    it('accepts the active line with Enter', async () => {
      const search = await searchOf();
      await type(search, 'saint denis 974', /^Saint-Denis/);
      await press(search, 'ArrowDown');
      await press(search, 'Enter');
      expect(search.value).to.equal('commune:97411');
      expect(input(search).value).to.equal('Saint-Denis (974)');
      expect(expanded(search)).to.equal(false);
    });

    it('accepts the only place of that name with Enter alone; among homonyms the first line becomes active', async () => {
      const search = await searchOf();
      await type(search, 'Lescar', /^Lescar/);
      await press(search, 'Enter');
      expect(search.value).to.equal('commune:64335');
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      await press(search, 'Enter');
      expect(search.value).to.equal('commune:64335');
      expect(active(search)).to.equal(0);
    });

    it('closes, then clears, with Escape, which nobody else hears', async () => {
      const search = await searchOf();
      let heard = 0;
      search.addEventListener('keydown', () => (heard += 1));
      await type(search, 'Lescar', /^Lescar/);
      await press(search, 'Escape');
      expect(expanded(search)).to.equal(false);
      expect(input(search).value).to.equal('Lescar');
      await press(search, 'Escape');
      expect(input(search).value).to.equal('');
      expect(heard).to.equal(0);
      await press(search, 'Escape');
      expect(heard).to.equal(1);
    });

    it('opens with Alt+Down without moving, and closes with Alt+Up', async () => {
      const search = await searchOf({value: 'commune:64335'});
      await waitUntil(() => input(search).value === 'Lescar (64)');
      input(search).focus();
      await press(search, 'ArrowDown', {altKey: true});
      await waitUntil(() => expanded(search));
      expect(active(search)).to.equal(-1);
      await press(search, 'ArrowUp', {altKey: true});
      expect(expanded(search)).to.equal(false);
      expect(search.value).to.equal('commune:64335');
    });

    it('leaves with Tab without choosing, and says that the text is no place of the list', async () => {
      const search = await searchOf();
      await type(search, 'Saint-Denis', /^Saint-Denis/);
      await press(search, 'ArrowDown');
      expect((await press(search, 'Tab')).defaultPrevented).to.equal(false);
      part(search, 'clear')?.focus();
      await leave(search, part(search, 'clear'));
      expect(expanded(search)).to.equal(false);
      expect(part(search, 'problem')?.hidden).to.equal(true);
      await leave(search);
      expect(search.value).to.equal('');
      expect(input(search).value).to.equal('Saint-Denis');
      expect(part(search, 'problem')?.hidden).to.equal(false);
      expect(input(search).getAttribute('aria-invalid')).to.equal('true');
    });

    it('leaves every key to an input method that composes', async () => {
      const search = await searchOf();
      await type(search, 'Lescar', /^Lescar/);
      await press(search, 'ArrowDown', {isComposing: true});
      expect(active(search)).to.equal(-1);
      const event = await press(search, 'Enter', {isComposing: true});
      expect(event.defaultPrevented).to.equal(false);
      expect(search.value).to.equal('');
    });

    it('waits for the last word of an input method', async () => {
      const search = await searchOf();
      await type(search, 'Lescar', /^Lescar/);
      write(search, 'Billère', {isComposing: true});
      await aTimeout(100);
      expect(words(options(search)[0] ?? null)).to.match(/^Lescar/);
      input(search).dispatchEvent(new CompositionEvent('compositionend', {bubbles: true}));
      await waitUntil(() => words(options(search)[0] ?? null).startsWith('Billère'));
    });
  });

  if (HAS_REAL_KEYS) {
    describe('real keys', () => {
      it('move the caret and open, move, accept and leave', async () => {
        const search = await searchOf();
        await type(search, 'Saint-Denis', /^Saint-Denis/);
        await sendKeys({press: 'Home'});
        expect(input(search).selectionStart).to.equal(0);
        await sendKeys({press: 'End'});
        expect(input(search).selectionStart).to.equal('Saint-Denis'.length);
        await sendKeys({press: 'ArrowDown'});
        await sendKeys({press: 'Enter'});
        await search.updateComplete;
        expect(search.value).to.match(/^commune:/);
        await sendKeys({press: 'Tab'});
        expect((search.renderRoot as ShadowRoot).activeElement).to.equal(part(search, 'clear'));
        await sendKeys({press: 'Tab'});
        expect((search.renderRoot as ShadowRoot).activeElement).to.equal(null);
      });
    });
  }

  describe('pointer', () => {
    it('chooses with a click, keeps the focus, and empties with its button', async () => {
      const search = await searchOf();
      await type(search, 'Lescar', /^Lescar/);
      const press = new MouseEvent('mousedown', {bubbles: true, cancelable: true});
      options(search)[0]?.dispatchEvent(press);
      expect(press.defaultPrevented).to.equal(true);
      options(search)[0]?.click();
      await search.updateComplete;
      expect(search.value).to.equal('commune:64335');
      part(search, 'clear')?.click();
      await search.updateComplete;
      expect(search.value).to.equal('');
      expect(input(search).value).to.equal('');
      expect(part(search, 'clear')).to.equal(null);
      expect((search.renderRoot as ShadowRoot).activeElement).to.equal(input(search));
    });
  });
});
