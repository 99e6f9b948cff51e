import {expect, fixture, html} from '@open-wc/testing';

import '../../src/elements/city-search.js';
import type {RelaisCitySearch} from '../../src/elements/city-search.js';
import {leave} from '../helpers/city-search.js';
import {waitUntil} from '../helpers/wait.js';

interface Form {
  form: HTMLFormElement;
  search: RelaisCitySearch;
  input: HTMLInputElement;
}

async function formWith(attributes: Record<string, string> = {}): Promise<Form> {
  const search = document.createElement('relais-city-search');
  for (const [name, value] of Object.entries({name: 'place', lang: 'fr', ...attributes})) {
    search.setAttribute(name, value);
  }
  const form = await fixture<HTMLFormElement>(html`<form>
    <fieldset>${search}</fieldset>
    <button>Envoyer</button>
  </form>`);
  await search.updateComplete;
  const input = search.renderRoot.querySelector('input') as HTMLInputElement;
  return {form, search, input};
}

function sent(form: HTMLFormElement): FormDataEntryValue | null {
  return new FormData(form).get('place');
}

function write(input: HTMLInputElement, text: string) {
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
}

describe('relais-city-search in a form', () => {
  it('sends the code of its territory under its name, at once', async () => {
    const {form, search} = await formWith({value: 'commune:33063'});
    expect(search.form).to.equal(form);
    expect(sent(form)).to.equal('commune:33063');
    search.value = 'region:75';
    expect(sent(form)).to.equal('region:75');
    search.value = '';
    expect(sent(form)).to.equal(null);
  });

  it('takes a value set before it stands in the page', async () => {
    const search = document.createElement('relais-city-search');
    search.name = 'place';
    search.value = 'COMMUNE:2a004';
    expect(search.value).to.equal('commune:2A004');
    const form = await fixture<HTMLFormElement>(html`<form>${search}</form>`);
    await search.updateComplete;
    expect(sent(form)).to.equal('commune:2A004');
  });

  it('is not valid while it is required and empty, says why in the language, and points at its field', async () => {
    const {form, search, input} = await formWith({required: ''});
    expect(form.checkValidity()).to.equal(false);
    expect(search.validity.valueMissing).to.equal(true);
    expect(search.validationMessage).to.match(/Indiquez un lieu/);
    await search.updateComplete;
    expect(input.getAttribute('aria-invalid')).to.equal('true');
    expect(search.renderRoot.querySelector('[part="problem"]')?.textContent).to.match(/Indiquez/);
    expect(search.reportValidity()).to.equal(false);
    expect((search.renderRoot as ShadowRoot).activeElement).to.equal(input);
    search.lang = 'en';
    await search.updateComplete;
    expect(search.validationMessage).to.match(/^Enter a place/);
    search.value = 'commune:33063';
    expect(form.checkValidity()).to.equal(true);
  });

  it('is not valid while it holds text that was not chosen', async () => {
    const {form, search, input} = await formWith();
    write(input, 'Lescar');
    await search.updateComplete;
    expect(search.validity.badInput).to.equal(true);
    await leave(search);
    expect(form.checkValidity()).to.equal(false);
    expect(sent(form)).to.equal(null);
    write(input, '');
    await leave(search);
    expect(form.checkValidity()).to.equal(true);
  });

  it('forgets what was chosen when other text is left in it', async () => {
    const {form, search, input} = await formWith({value: 'commune:33063'});
    await waitUntil(() => input.value === 'Bordeaux (33)');
    let changes = 0;
    search.addEventListener('change', () => (changes += 1));
    write(input, 'Bordeau');
    expect(sent(form)).to.equal('commune:33063');
    await leave(search);
    expect(sent(form)).to.equal(null);
    expect(changes).to.equal(1);
    expect(input.value).to.equal('Bordeau');
  });

  it('goes back to its first value on reset, silently', async () => {
    const {form, search, input} = await formWith({value: 'commune:33063'});
    await waitUntil(() => input.value === 'Bordeaux (33)');
    let changes = 0;
    search.addEventListener('change', () => (changes += 1));
    search.value = 'commune:64445';
    await waitUntil(() => input.value === 'Pau (64)');
    form.reset();
    expect(sent(form)).to.equal('commune:33063');
    await waitUntil(() => input.value === 'Bordeaux (33)');
    write(input, 'x');
    form.reset();
    await search.updateComplete;
    expect(input.value).to.equal('Bordeaux (33)');
    expect(search.validity.valid).to.equal(true);
    expect(changes).to.equal(0);
  });

  it('is empty after the reset of a form where it was', async () => {
    const {form, search, input} = await formWith();
    search.value = 'commune:64445';
    await waitUntil(() => input.value === 'Pau (64)');
    form.reset();
    await search.updateComplete;
    expect(input.value).to.equal('');
    expect(sent(form)).to.equal(null);
  });

  it('is disabled by itself and by its fieldset, and sends nothing then', async () => {
    const {form, search, input} = await formWith({value: 'commune:33063'});
    const fieldset = form.querySelector('fieldset') as HTMLFieldSetElement;
    fieldset.disabled = true;
    await search.updateComplete;
    expect(input.disabled).to.equal(true);
    expect(search.renderRoot.querySelector('[part="clear"]')).to.equal(null);
    expect(sent(form)).to.equal(null);
    fieldset.disabled = false;
    search.disabled = true;
    await search.updateComplete;
    expect(input.disabled).to.equal(true);
    expect(sent(form)).to.equal(null);
  });

  it('takes back what the browser remembers', async () => {
    const {form, search, input} = await formWith();
    search.formStateRestoreCallback('commune:64445');
    expect(sent(form)).to.equal('commune:64445');
    await waitUntil(() => input.value === 'Pau (64)');
  });

  it('sends its form on Enter when its list is closed and it has a name', async () => {
    const {form, search, input} = await formWith({value: 'commune:33063'});
    await waitUntil(() => input.value === 'Bordeaux (33)');
    let submits = 0;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      submits += 1;
    });
    const enter = () =>
      new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true});
    input.dispatchEvent(enter());
    expect(submits).to.equal(1);
    search.name = '';
    input.dispatchEvent(enter());
    expect(submits).to.equal(1);
  });

  it('is named, focused and found by a label of the page', async () => {
    const box = await fixture(
      html`<div><label for="place">Lieu</label><relais-city-search id="place"></relais-city-search></div>`,
    );
    box.querySelector('label')?.click();
    const search = box.querySelector('relais-city-search') as RelaisCitySearch;
    expect(document.activeElement).to.equal(search);
  });
});
