import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import {colourDefaults} from '../../elements/tokens.js';
import {builderStrings} from '../../i18n/builder-strings.js';
import {formatNumber, pick} from '../../i18n/localize.js';
import type {SnippetColour} from '../../outputs/index.js';
import {hasLinks, widgetOf} from './attributes.js';
import {coloursOf, contrastsOf, type Contrast} from './contrasts.js';
import type {Model} from './model.js';
import {choiceField, inputField} from './view-fields.js';

/** Colours, corners, language, and who relays. */
export function lookPart(model: Model): TemplateResult {
  const words = pick(builderStrings, model.lang);
  return html`<section aria-labelledby="part-look">
    <h2 id="part-look">${words.parts.look}</h2>
    <div class="fields">
      ${colourField(model, 'accent')} ${colourField(model, 'surface')}
      ${choiceField(model, 'radius')} ${choiceField(model, 'speaks')}
    </div>
    <details>
      <summary>${words.look.more}</summary>
      <div class="fields">
        ${colourField(model, 'text')} ${colourField(model, 'muted')}
        ${colourField(model, 'on-accent')}
      </div>
    </details>
    ${readability(model)}
    ${hasLinks(widgetOf(model.choices)) || model.asksCampaign ? relayField(model) : nothing}
  </section>`;
}

function relayField(model: Model): TemplateResult {
  const words = pick(builderStrings, model.lang);
  return inputField(model, 'relay', words.look.relay, words.hints['relay'], (typed) =>
    typed.normalize('NFD').replace(/\p{M}/gu, '').trimStart().replace(/\s+/g, '-'),
  );
}

function colourField(model: Model, name: SnippetColour): TemplateResult {
  const {look} = pick(builderStrings, model.lang);
  const label = look[name];
  const chosen = model.choices[name];
  const shown = chosen || coloursOf(model.choices)[name] || colourDefaults[name]?.[0] || '#000000';
  const take = (typed: string, history: 'push' | 'replace') =>
    model.choose({[name]: hexOf(typed)}, history);
  const onWrite = (event: Event) => {
    const input = event.target as HTMLInputElement;
    input.setCustomValidity(take(input.value, 'push') ? '' : look.wrong);
    input.reportValidity();
  };
  return html`<div class="field colour">
    <label for=${`choice-${name}`}>${label}</label>
    <div class="swatch">
      <input
        id=${`choice-${name}`}
        type="color"
        .value=${live(shown)}
        @input=${(event: Event) => take((event.target as HTMLInputElement).value, 'replace')}
      />
      <input
        type="text"
        aria-label=${look.write(label)}
        autocomplete="off"
        spellcheck="false"
        maxlength="7"
        placeholder=${shown}
        .value=${chosen}
        @change=${onWrite}
      />
      ${
        chosen
          ? html`<button
              type="button"
              class="small"
              aria-label=${look.undo(label)}
              @click=${() => model.choose({[name]: ''})}
            >
              ${look.own}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}

/** "#abc", "A8371A": colours as people write them. */
function hexOf(typed: string): string {
  const text = typed.trim().toLowerCase().replace(/^#/, '');
  if (!text) return '';
  const long = /^[\da-f]{3}$/.test(text) ? text.replace(/./g, '$&$&') : text;
  return `#${long}`;
}

function readability(model: Model): TemplateResult {
  const {look} = pick(builderStrings, model.lang);
  const contrasts = contrastsOf(model.choices);
  const pairs = ['accent', 'on-accent', 'text', 'muted'] as const;
  const cell = (pair: Contrast['pair'], scheme: Contrast['scheme']) => {
    const found = contrasts.find((each) => each.pair === pair && each.scheme === scheme);
    if (!found) return nothing;
    const ratio = look.ratio(formatNumber(Math.floor(found.ratio * 10) / 10, model.lang));
    return html`<td class=${found.isEnough ? 'enough' : 'low'}>
      ${ratio} <span>${found.isEnough ? look.enough : look.low}</span>
    </td>`;
  };
  return html`<table class="readability">
    <caption>
      ${look.readability}
    </caption>
    <thead>
      <tr>
        <th scope="col">${look.pair}</th>
        <th scope="col">${look.schemes.light}</th>
        <th scope="col">${look.schemes.dark}</th>
      </tr>
    </thead>
    <tbody>
      ${pairs.map(
        (pair) =>
          html`<tr>
            <th scope="row">${look.pairs[pair]}</th>
            ${cell(pair, 'light')} ${cell(pair, 'dark')}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
