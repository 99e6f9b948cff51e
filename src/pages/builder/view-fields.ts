import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import {categoriesOf} from '../../feed/index.js';
import {builderStrings} from '../../i18n/builder-strings.js';
import {pick} from '../../i18n/localize.js';
import {isChoice, optionsOf, type ChoiceName} from './choices.js';
import type {Model} from './model.js';

/** One value that can be chosen, and what it is called. */
type Option = readonly [value: string, name: string];

/** A list to choose from, or a field to write in, for any choice. */
export function choiceField(model: Model, name: ChoiceName): TemplateResult {
  const options = optionsFor(model, name);
  return options.length ? selectField(model, name, options) : textField(model, name);
}

function optionsFor(model: Model, name: ChoiceName): Option[] {
  const words = pick(builderStrings, model.lang).options[name] ?? {};
  const own = optionsOf(name).map((value): Option => [value, words[value] ?? value]);
  if (own.length) return own;
  const {feed} = model.reader.reading;
  const found: Option[] = [];
  if (feed && name === 'category') {
    found.push(...categoriesOf(feed.campaigns).map((value): Option => [value, value]));
  } else if (feed && name === 'call') {
    found.push(...feed.calls.map(({id, title}): Option => [id, title]));
  } else if (feed && name === 'edition') {
    const call = feed.calls.find(({id}) => id === model.choices.call) ?? feed.calls[0];
    found.push(...(call?.editions ?? []).map(({id, title}): Option => [id, title]));
  } else if (feed && name === 'mentor') {
    const names = new Set(feed.campaigns.flatMap(({mentors}) => mentors.map((body) => body.name)));
    found.push(...[...names].sort().map((value): Option => [value, value]));
  } else if (name !== 'category' && name !== 'call' && name !== 'edition' && name !== 'mentor') {
    return [];
  }
  const chosen = model.choices[name];
  if (chosen && !found.some(([value]) => value === chosen)) found.push([chosen, chosen]);
  return [['', words[''] ?? ''], ...found.filter(([value]) => value && isChoice(name, value))];
}

function selectField(model: Model, name: ChoiceName, options: readonly Option[]): TemplateResult {
  const words = pick(builderStrings, model.lang).options[name];
  const onChange = (event: Event) => {
    model.choose({[name]: (event.target as HTMLSelectElement).value});
  };
  return html`<div class="field">
    <label for=${`choice-${name}`}>${words?.['name'] ?? name}</label>
    <select id=${`choice-${name}`} @change=${onChange}>
      ${options.map(
        ([value, label]) =>
          html`<option value=${value} .selected=${live(value === model.choices[name])}>
            ${label}
          </option>`,
      )}
    </select>
  </div>`;
}

function textField(model: Model, name: ChoiceName): TemplateResult {
  const strings = pick(builderStrings, model.lang);
  return inputField(model, name, strings.options[name]?.['name'] ?? name, strings.hints[name]);
}

/** A field to write in. What may not be written is told by the browser, and not taken. */
export function inputField(
  model: Model,
  name: ChoiceName,
  label: string,
  hint = '',
  tidy: (typed: string) => string = (typed) => typed.trim(),
): TemplateResult {
  const id = `choice-${name}`;
  const take = (event: Event, history: 'push' | 'replace') => {
    const input = event.target as HTMLInputElement;
    const isTaken = model.choose({[name]: tidy(input.value)}, history);
    input.setCustomValidity(isTaken ? '' : hint || label);
    if (history === 'push') input.reportValidity();
  };
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${hint ? html`<p class="hint" id=${`${id}-hint`}>${hint}</p>` : nothing}
    <input
      id=${id}
      type="text"
      autocomplete="off"
      spellcheck="false"
      aria-describedby=${hint ? `${id}-hint` : nothing}
      .value=${model.choices[name]}
      @input=${(event: Event) => take(event, 'replace')}
      @change=${(event: Event) => take(event, 'push')}
    />
  </div>`;
}

/** A few values side by side, as radio buttons that look like one control. */
export function segments(
  model: Model,
  name: ChoiceName,
  legend: string,
  options: readonly Option[],
): TemplateResult {
  return html`<fieldset class="segments">
    <legend>${legend}</legend>
    <div>
      ${options.map(
        ([value, label]) =>
          html`<label
            ><input
              type="radio"
              name=${name}
              value=${value}
              .checked=${live(model.choices[name] === value)}
              @change=${() => model.choose({[name]: value})}
            /><span>${label}</span></label
          >`,
      )}
    </div>
  </fieldset>`;
}
