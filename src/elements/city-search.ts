import {LitElement, html, nothing, type PropertyValues} from 'lit';
import {property, query} from 'lit/decorators.js';

import {parseTerritory} from '../territory/codes.js';
import {checkTerritory} from './asked-territory.js';
import styles from './city-search.styles.js';
import {FeedController, type State} from './feed-controller.js';
import {languageFor} from './language.js';
import {staleNote} from './notices.js';
import {Announcer, listWords} from './search-announcer.js';
import {ChoiceController} from './search-choice.js';
import {Combobox} from './search-combobox.js';
import {namesNotice, searchField} from './search-field.js';
import {tellChange, tellForm} from './search-form.js';
import {LiveCounts, loadLive, type LiveLoaded} from './search-live.js';
import {outcomeMessage} from './search-outcome.js';
import {PlaceSearch, tellFailure} from './search-places.js';
import {settlePopup} from './search-popup.js';

/**
 * A field that finds a commune, an intercommunality, a département or a région by name or postcode,
 * moves the map and the lists that `for` names, and says what is live there.
 *
 * Keys follow the ARIA APG combobox pattern (list autocomplete, manual selection): nothing is chosen
 * that the visitor did not accept with Enter, a click or a tap. Tab leaves and chooses nothing. Text
 * that was not chosen stays in the field, which then has no value and says so.
 *
 * When nothing is live in the place, the elements of `for` move to the nearest wider territory that
 * has live campaigns, the field says so, and a button leads back. `value` stays what was chosen.
 *
 * A form gets the code of the territory under `name`. The names are loaded when the field is
 * approached; when they do not come, the field asks nothing more of the form and can be sent empty.
 *
 * @tag relais-city-search
 *
 * @slot - What the page shows without script, and below the field when the names cannot be loaded: at best a link to a list of places.
 * @fires {RelaisLoadEvent} relais-load - The feed was read; holds its live campaigns (none of a published folder, of which only counts are read). Fired again after each refresh.
 * @fires {RelaisErrorEvent} relais-error - The feed, or the names of the places, could not be read. Without the feed the search works and counts nothing.
 * @fires {RelaisSelectEvent} relais-select - The visitor chose a territory; cancelable: the other elements then stay where they are.
 * @fires {Event} input - The visitor typed or chose, as in a native field.
 * @fires {Event} change - The visitor changed the value: chose, cleared, or left other text in the field.
 * @csspart label - The label of the field.
 * @csspart hint - What may be typed.
 * @csspart field - The field with its icon and its button.
 * @csspart input - The text field itself.
 * @csspart clear - The button that empties the field.
 * @csspart popup - What opens under the field.
 * @csspart list - The list of places.
 * @csspart option - One place of the list.
 * @csspart active - The place of the list that the keyboard is on.
 * @csspart match - The part of a name that was typed.
 * @csspart none - What is said in place of the list when no place has that name.
 * @csspart problem - What is said when the text is not a place of the list.
 * @csspart outcome - What is live in the place that was chosen.
 * @csspart toggle - The button between the place that was chosen and the wider one that shows.
 * @csspart date - The date of the figures, when they are stale.
 * @csspart notice - What is said when the names cannot be loaded.
 * @cssprop [--relais-accent=#a8371a] - Colour of what is active and of focus.
 * @cssprop [--relais-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--relais-accent-soft=#fbeee9] - Ground of the active place.
 * @cssprop [--relais-surface=#ffffff] - Ground of the field and of the list.
 * @cssprop [--relais-sunken=#f4f2ee] - Ground of what is said below the field.
 * @cssprop [--relais-text=#1f2328] - Colour of the text.
 * @cssprop [--relais-muted=#565d66] - Secondary text.
 * @cssprop [--relais-line=#dedad3] - Thin lines.
 * @cssprop [--relais-control=#7d7870] - Border of the field.
 * @cssprop [--relais-track=#eae5dd] - The ring that turns while the names come.
 * @cssprop [--relais-radius=0.75rem] - Radius of the corners.
 * @cssprop [--relais-shadow] - Shadow of the list.
 * @cssprop [--relais-font=inherit] - Font family.
 */
export class RelaisCitySearch extends LitElement {
  static override styles = styles;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static readonly formAssociated = true;

  /** Address of the feed whose live campaigns are counted, or several separated by spaces. Missing: nothing is counted. */
  @property({useDefault: true}) feed = '';

  /** Territory that shows ("commune:33063"): set, it is chosen unless there is a `value`; read, it is the wider one after a widening. */
  @property({useDefault: true}) territory = '';

  /** Ids of maps and lists in the same root, separated by spaces: they follow the choice. Those that come later follow too. */
  @property({useDefault: true}) for = '';

  /** Territory that limits the search and the widening ("departement:33"). Missing or malformed: all of France. */
  @property({useDefault: true}) scope = '';

  /** Visible label. Missing: "Find a commune, a département…" in the language. */
  @property({useDefault: true}) label = '';

  /** Name of the field in a form. Missing: the form gets nothing. */
  @property({reflect: true}) name = '';

  /** Code of the chosen territory ("commune:33063"). Empty when none is; a malformed or unknown code is none. */
  @property()
  get value(): string {
    return this.#value;
  }
  set value(code: string) {
    const place = parseTerritory(code ?? '');
    this.#value = place ? `${place.kind}:${place.code}` : '';
    this.#tellForm();
  }

  /** A form cannot be sent while nothing is chosen. */
  @property({type: Boolean, reflect: true}) required = false;

  /** The field cannot be used, and a form gets nothing. */
  @property({type: Boolean, reflect: true}) disabled = false;

  /** Language of the words ("fr", "en"). Missing: that of the page around; else French. */
  @property({reflect: true, useDefault: true}) override lang = '';

  /** Short name of who relays. The search has no link: kept so that every element takes the same attributes. */
  @property({useDefault: true}) relay = '';

  /** Name of the adapter to force, and perhaps what is what in the answer: `csv:title=Nom` (FEED.md). Missing: the shape decides. */
  @property({useDefault: true}) format = '';

  /** Seconds between two readings of the feed, 10 at least; 0 reads it once. */
  @property({type: Number}) refresh = 0;

  /** Kept so that every element takes the same attributes: the search has no heading. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Where the search stands: `error` when the names of places do not come; else as its feed (`empty`: nothing is live), or without a feed as its names. Read-only. */
  @property({reflect: true})
  get state(): State {
    const {state} = this.#places;
    return state === 'error' || !this.feed.trim() ? state : this.#feedState;
  }
  set state(state: State) {
    this.#feedState = state;
  }

  /** The figures are older than the last attempt to read them. Read-only. */
  @property({type: Boolean, reflect: true}) stale = false;

  @query('input') private input!: HTMLInputElement | null;
  @query('.popup') private popup!: HTMLElement | null;

  readonly #internals = this.attachInternals();
  readonly #announcer = new Announcer(this);

  readonly #places = new PlaceSearch(this, {
    scope: () => this.scope,
    onError: (cause) => tellFailure(this, cause),
  });

  readonly #feed = new FeedController<LiveLoaded>(this, {
    args: () => [this.scope],
    load: (url, options) => loadLive(url, this.scope, options),
    isEmpty: ({live}) => live.isNone,
  });

  readonly #counts = new LiveCounts(this, () => this.#feed.value?.live);

  readonly #choice = new ChoiceController(this, {
    live: () => this.#feed.value?.live,
    onNamed: (place) => this.#box.hold(place),
    onError: (cause) => this.#places.fail(cause),
  });

  readonly #box = new Combobox(this, this.#places, {
    onAccept: (place) => {
      this.#choice.choose(place);
      tellChange(this);
    },
    onClear: () => this.#onEmptied(() => this.#choice.clear()),
    onStray: () => this.#onEmptied(() => this.#choice.drop()),
    // A field without a name is no part of its form: its Enter must not send it.
    onSubmit: () => {
      if (this.name) this.#internals.form?.requestSubmit();
    },
  });

  #value = '';
  #feedState: State = 'idle';
  #barred = false;

  /** The form that the field belongs to; null when it stands in none. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** What keeps the form from being sent, as for a native field. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What is wrong, in the language of the field; empty when nothing is. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('scope')) checkTerritory(this, this.scope, 'scope');
    if (changed.has('territory')) checkTerritory(this, this.territory);
    if (changed.has('scope') && this.hasUpdated) void this.#places.again();
    // The names of places change the state too, and no property tells.
    this.requestUpdate('state', this.getAttribute('state'));
  }

  protected override updated() {
    const {found, settled} = this.#places;
    const open = this.#box.open && settled;
    this.#tellForm();
    if (this.#box.open && this.popup) settlePopup(this.popup);
    this.#counts.show(open ? found.map(({code}) => code) : []);
    this.#announcer.say(open ? listWords(this.#places, languageFor(this)) : '');
  }

  formDisabledCallback(disabled: boolean): void {
    this.#barred = disabled;
    this.requestUpdate();
  }

  formResetCallback(): void {
    const initial = this.getAttribute('value') ?? this.getAttribute('territory') ?? '';
    const {chosen} = this.#choice;
    this.#box.hold(chosen?.code === initial ? chosen : null);
    if (chosen?.code === initial) return;
    this.#choice.clear();
    this.value = initial;
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.value = state;
  }

  /** Says whether the form may be sent; fires `invalid` when it may not. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** The same, and the browser tells the visitor. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Reads the feed again, past every cache. */
  reload(): void {
    this.#feed.reload();
  }

  protected override render() {
    const lang = languageFor(this);
    const box = this.#box;
    const places = this.#places;
    const warm = () => places.warm();
    return html`<div lang=${lang} @pointerenter=${warm} @focusin=${warm}>
      ${searchField({
        box,
        places,
        lang,
        counts: this.#counts,
        label: this.label,
        required: this.required,
        disabled: this.disabled || this.#barred,
        problem: box.touched && !this.validity.valid ? this.validationMessage : '',
        onClear: this.#onClear,
      })}
      <p class="hidden" role="status">${this.#announcer.message}</p>
      ${outcomeMessage(this.#choice, lang)}
      ${staleNote(this.stale, this.#feed.value?.feed.updatedAt ?? null, lang)}
      ${places.state === 'error' ? namesNotice(lang, this.#onRetry) : nothing}
    </div>`;
  }

  #tellForm() {
    const {required, input} = this;
    const lang = languageFor(this);
    const helpless = this.#places.state === 'error';
    const state = {value: this.#value, unsettled: this.#box.unsettled, required, helpless, lang};
    tellForm(this.#internals, state, input);
  }

  /** The text went, or was not of the list: what was chosen is chosen no more. */
  #onEmptied(forget: () => void) {
    const {value} = this;
    forget();
    if (value) tellChange(this);
  }

  readonly #onClear = () => {
    this.#box.clear();
    this.input?.focus();
  };

  readonly #onRetry = () => {
    void this.#places.again();
    this.#choice.retry();
  };
}

if (!customElements.get('relais-city-search')) {
  customElements.define('relais-city-search', RelaisCitySearch);
}

declare global {
  interface HTMLElementTagNameMap {
    'relais-city-search': RelaisCitySearch;
  }
}
