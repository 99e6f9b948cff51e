import {html, nothing} from 'lit';

import {pick, type Language} from '../i18n/localize.js';
import {searchStrings} from '../i18n/strings.js';
import type {Combobox} from './search-combobox.js';
import type {LiveCounts} from './search-live.js';
import {placeOption} from './search-option.js';
import type {PlaceSearch} from './search-places.js';

/** Below this, in CSS pixels, the list opens on the side where there is more room. */
const ENOUGH = 260;

/** The list keeps this far from the window's edge, in CSS pixels. */
const MARGIN = 12;

/** The list shows two lines at least, in CSS pixels. */
const SHORTEST = 120;

/** What the list under the field shows. */
export interface PopupView {
  box: Combobox;
  places: PlaceSearch;
  counts: LiveCounts;
  lang: Language;
}

/** The id of a line of the list: what `aria-activedescendant` names. */
export function optionId(index: number): string {
  return `option-${index}`;
}

/**
 * The list under the field. It is in the page while it is closed too, for `aria-controls`; a list
 * without lines is not shown as a list, but as a sentence.
 */
export function searchPopup({box, places, counts, lang}: PopupView) {
  const {lines, query} = box;
  const open = box.open && places.state !== 'error';
  const strings = pick(searchStrings, lang);
  return html`<div part="popup" class="popup" ?hidden=${!open} @mousedown=${keepFocus}>
    <ul
      part="list"
      id="list"
      role="listbox"
      tabindex="-1"
      aria-label=${strings.list}
      ?hidden=${!lines.length}
    >
      ${
        open
          ? lines.map((place, index) =>
              placeOption(place, lang, {
                id: optionId(index),
                query,
                active: index === box.active,
                live: counts.of(place.code),
                onChoose: () => box.accept(place),
              }),
            )
          : nothing
      }
    </ul>
    ${
      open && !lines.length
        ? html`<p part="none" class="none-found">
          ${
            places.settled
              ? strings.none(query)
              : html`<span class="turning" aria-hidden="true"></span>${strings.loading}`
          }
        </p>`
        : nothing
    }
  </div>`;
}

/**
 * Puts the list under the field, or above it when the window's end is near, and no longer than what
 * can be seen: the keyboard of a phone covers half of it. Brings the active line into view.
 *
 * @param popup - Has the attribute `above` and the custom property `--_room` afterwards.
 */
export function settlePopup(popup: HTMLElement): void {
  const box = popup.parentElement?.getBoundingClientRect();
  if (!box) return;
  const view = window.visualViewport;
  const top = view?.offsetTop ?? 0;
  const height = view?.height ?? window.innerHeight;
  const below = top + height - box.bottom - MARGIN;
  const above = box.top - top - MARGIN;
  const up = below < ENOUGH && above > below;
  popup.toggleAttribute('above', up);
  popup.style.setProperty('--_room', `${Math.round(Math.max(up ? above : below, SHORTEST))}px`);
  popup.querySelector('[aria-selected="true"]')?.scrollIntoView({block: 'nearest'});
}

/** A press on the list must not take the focus out of the field, which would close the list. */
function keepFocus(event: Event) {
  event.preventDefault();
}
