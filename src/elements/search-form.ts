import {pick, type Language} from '../i18n/localize.js';
import {searchStrings} from '../i18n/strings.js';

/** What a form must know of a field. */
export interface FieldState {
  /** Code of the chosen territory. Empty: none. */
  value: string;
  /** The field holds text that was not chosen from the list. */
  unsettled: boolean;
  required: boolean;
  /** The names cannot be loaded: nobody can choose, so nothing may be demanded. */
  helpless: boolean;
  /** The language of what the visitor is told. */
  lang: Language;
}

/**
 * Tells the form what the field holds and whether it may be sent.
 *
 * A field whose names cannot be loaded never stops a form: it is sent without a code, and whoever
 * receives it decides.
 *
 * @param anchor - Where the browser shows its message. Missing before the first render.
 */
export function tellForm(
  internals: ElementInternals,
  state: FieldState,
  anchor: HTMLElement | null,
): void {
  const {value} = state;
  const strings = pick(searchStrings, state.lang);
  internals.setFormValue(value || null, value);
  const at = anchor ?? undefined;
  if (state.helpless) internals.setValidity({});
  else if (state.unsettled) internals.setValidity({badInput: true}, strings.choose, at);
  else if (state.required && !value) {
    internals.setValidity({valueMissing: true}, strings.mustChoose, at);
  } else internals.setValidity({});
}

/** Tells the page that the visitor changed the value, as a native field does. */
export function tellChange(host: HTMLElement): void {
  host.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
  host.dispatchEvent(new Event('change', {bubbles: true}));
}
