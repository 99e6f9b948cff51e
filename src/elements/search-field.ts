import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

import {pick, type Language} from '../i18n/localize.js';
import {searchStrings, stateStrings} from '../i18n/strings.js';
import {optionId, searchPopup, type PopupView} from './search-popup.js';

/** Longer than any name; what a page or a visitor pastes beyond it is no question. */
const LONGEST = 100;

/** What the field shows beside its text and its list. */
export interface FieldView extends PopupView {
  label: string;
  required: boolean;
  disabled: boolean;
  /** What is wrong with the text; empty when nothing is. */
  problem: string;
  onClear: () => void;
}

/** The label, the text field with its button, and what is wrong with the text. */
export function searchField(view: FieldView): TemplateResult {
  const {box, disabled, problem} = view;
  const strings = pick(searchStrings, view.lang);
  const listed = box.open && box.lines.length > 0;
  return html`
    <label part="label" for="input">
      ${view.label || strings.label}
      ${view.required ? html`<span class="required">${strings.required}</span>` : nothing}
    </label>
    <p part="hint" id="hint" class="hint">${strings.hint}</p>
    <div
      part="field"
      class=${problem ? 'field wrong' : 'field'}
      @click=${box}
      @compositionend=${box}
      @focusout=${box}
      @input=${box}
      @keydown=${box}
    >
      ${LENS}
      <input
        part="input"
        id="input"
        type="text"
        role="combobox"
        inputmode="search"
        enterkeyhint="search"
        autocomplete="off"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        dir="auto"
        maxlength=${LONGEST}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls="list"
        aria-expanded=${listed ? 'true' : 'false'}
        aria-activedescendant=${listed && box.active >= 0 ? optionId(box.active) : nothing}
        aria-describedby=${problem ? 'hint problem' : 'hint'}
        aria-invalid=${problem ? 'true' : nothing}
        aria-required=${view.required ? 'true' : nothing}
        ?disabled=${disabled}
        .value=${live(box.text)}
      />
      ${
        box.text && !disabled
          ? html`<button part="clear" class="clear" type="button" aria-label=${strings.clear} @click=${view.onClear}>
            ${CROSS}
          </button>`
          : nothing
      }
      ${searchPopup(view)}
    </div>
    <p part="problem" id="problem" class="problem" ?hidden=${!problem}>${problem}</p>
  `;
}

/**
 * What is said when the names of places cannot be loaded: a calm sentence, the page's own content,
 * and a way to try again.
 */
export function namesNotice(lang: Language, retry: () => void): TemplateResult {
  return html`<slot></slot>
    <div part="notice" class="notice note" role="status">
      <p>${pick(searchStrings, lang).unavailable}</p>
      <button type="button" class="button" @click=${retry}>${pick(stateStrings, lang).retry}</button>
    </div>`;
}

const LENS = html`<svg class="lens" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <circle cx="10.5" cy="10.5" r="6"></circle>
  <path d="m15 15 5 5"></path>
</svg>`;

const CROSS = html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path d="m7 7 10 10M17 7 7 17"></path>
</svg>`;
