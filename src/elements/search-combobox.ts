import type {ReactiveControllerHost} from 'lit';

import {fold} from '../territory/fold.js';
import {searchAction, type SearchAction} from './search-keys.js';
import {shortName, type Place} from './search-option.js';
import type {PlaceSearch} from './search-places.js';

/** What the visitor does with a `Combobox`. */
export interface ComboboxWork {
  /** A place of the list was accepted; the field holds it already. */
  onAccept: (place: Place) => void;
  /** The field was emptied, its text too. */
  onClear: () => void;
  /** The field was left with text that is not of the list. */
  onStray: () => void;
  /** Enter, in a field whose list is closed. */
  onSubmit: () => void;
}

/** The text field and its list: what is typed, which line is active, and what each key does. */
export class Combobox implements EventListenerObject {
  text = '';
  open = false;
  /** Index of the active line, -1 when there is none: typing never makes one active (NVDA would stop echoing). */
  active = -1;
  /** The visitor has left the field, or sent the form: only then is the text found wanting. */
  touched = false;

  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #places: PlaceSearch;
  readonly #work: ComboboxWork;
  /** What the field holds of the place that is chosen. */
  #label = '';
  #name = '';

  constructor(host: ReactiveControllerHost & EventTarget, places: PlaceSearch, work: ComboboxWork) {
    this.#host = host;
    this.#places = places;
    this.#work = work;
    host.addEventListener('invalid', this);
  }

  /** The field holds text that was not chosen. */
  get unsettled(): boolean {
    return this.text.trim() !== '' && this.text !== this.#label;
  }

  /** What the text asks for: of a chosen place, its name without the département. */
  get query(): string {
    return this.text === this.#label ? this.#name : this.text.trim();
  }

  /** The places of the list; those of an older question while the answer is on its way. */
  get lines(): readonly Place[] {
    return this.query ? this.#places.found : [];
  }

  /** Writes a place into the field; null empties it. */
  hold(place: Place | null) {
    this.#label = this.text = place ? shortName(place) : '';
    this.#name = place?.name ?? '';
    this.touched = false;
    this.close();
  }

  close() {
    this.open = false;
    this.active = -1;
    this.#host.requestUpdate();
  }

  /** Opens the list of what the text asks for, when it asks for something. */
  async show(): Promise<void> {
    this.open = this.query !== '';
    this.#host.requestUpdate();
    await this.#places.ask(this.query);
  }

  /** Takes a place of the list. */
  accept(place: Place) {
    this.hold(place);
    this.#work.onAccept(place);
  }

  /** Empties the field. */
  clear() {
    this.hold(null);
    this.#work.onClear();
  }

  /** Listens to what happens in the field, its list and its button. */
  handleEvent(event: Event) {
    const {target} = event;
    if (event.type === 'invalid') {
      this.touched = true;
      this.#host.requestUpdate();
      return;
    }
    if (!(target instanceof HTMLInputElement)) {
      if (event instanceof FocusEvent) this.#leave(event);
      return;
    }
    if (event instanceof KeyboardEvent) this.#key(event);
    else if (event instanceof FocusEvent) this.#leave(event);
    else if (event.type === 'click' && !this.open && this.unsettled) void this.show();
    else if (event.type === 'compositionend') this.#type(target.value);
    else if (event.type === 'input') {
      // An input method has not said its last word: the list waits, the text is kept.
      if ((event as InputEvent).isComposing) this.text = target.value;
      else this.#type(target.value);
    }
  }

  #type(text: string) {
    this.text = text;
    this.active = -1;
    this.touched = false;
    void this.show();
  }

  #key(event: KeyboardEvent) {
    const action = searchAction(event, this.open, this.text !== '');
    if (!action || !this.#act(action)) return;
    event.preventDefault();
    // A dialog around the field must not take this Escape for its own.
    if (action === 'close' || action === 'clear') event.stopPropagation();
  }

  #leave(event: FocusEvent) {
    if (event.type !== 'focusout') return;
    const {currentTarget, relatedTarget, target} = event;
    const field = currentTarget as Element;
    if (relatedTarget instanceof Node && field.contains(relatedTarget)) {
      this.close();
      return;
    }
    // The whole window lost the focus: the field has it again when the visitor comes back.
    if ((field.getRootNode() as ShadowRoot).activeElement === target) return;
    this.close();
    if (this.text === this.#label) return;
    this.touched = this.text.trim() !== '';
    this.#label = this.#name = '';
    if (this.text.trim()) this.#work.onStray();
    else this.#work.onClear();
  }

  /** @returns Whether the key was used up. */
  #act(action: SearchAction): boolean {
    switch (action) {
      case 'open':
        void this.show();
        return true;
      case 'next':
      case 'previous':
        void this.#move(action === 'next' ? 1 : -1);
        return true;
      case 'accept':
        return this.#accept();
      case 'close':
        this.close();
        return true;
      case 'clear':
        this.clear();
        return true;
      case 'edit':
        this.active = -1;
        this.#host.requestUpdate();
        return false;
    }
  }

  /** To the next line, round from the last to the first; into the list when it was closed. */
  async #move(step: 1 | -1): Promise<void> {
    if (!this.open) await this.show();
    const {length} = this.lines;
    if (!this.open || !length) return;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.active = (from + step + length) % length;
    this.#host.requestUpdate();
  }

  /**
   * Takes the active line. Without one: the only place that is called exactly so, else the first line
   * becomes active, to be accepted by a second Enter.
   */
  #accept(): boolean {
    if (!this.open) {
      this.#work.onSubmit();
      return true;
    }
    if (!this.#places.settled) return true;
    const place = this.lines[this.active] ?? this.#exact();
    if (place) this.accept(place);
    else void this.#move(1);
    return true;
  }

  #exact(): Place | undefined {
    const {lines} = this;
    if (lines.length === 1) return lines[0];
    const asked = fold(this.query);
    const same = lines.filter((place) =>
      [place.name, shortName(place)].some((name) => fold(name) === asked),
    );
    return same.length === 1 ? same[0] : undefined;
  }
}
