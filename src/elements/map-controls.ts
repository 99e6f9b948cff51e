import {html, nothing} from 'lit';

import {countText} from '../i18n/campaign-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {mapStrings} from '../i18n/strings.js';
import type {LeafletMap} from './leaflet-map.js';
import type {Area} from './map-frame.js';
import type {Hint} from './map-gestures.js';
import type {Tiles} from './map-tiles.js';

/** What stands over a map, and what it does. */
export interface Controls {
  lang: Language;
  map: LeafletMap;
  hint: Hint | '';
  onReset: () => void;
}

/** Places apart that have room over a wide map. */
const FEW = 4;

/** A step of the pan buttons and of the arrows: a quarter of the map. */
const STEP = 0.25;

/** Arrows and pan buttons: the direction, and where it goes. */
const WAYS = [
  ['north', 0, -STEP, 'm6 15 6-6 6 6'],
  ['west', -STEP, 0, 'm15 6-6 6 6 6'],
  ['east', STEP, 0, 'm9 6 6 6-6 6'],
  ['south', 0, STEP, 'm6 9 6 6 6-6'],
] as const;

const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
};

/**
 * The buttons over a map. Nothing needs dragging (WCAG 2.5.7): the arrows pan for whoever points with
 * one finger or clicks. They are no stop of the Tab key, whose user has the keys of the same name.
 */
export function mapControls({lang, map, hint, onReset}: Controls) {
  const strings = pick(mapStrings, lang);
  return html`
    ${WAYS.map(
      ([way, x, y, path]) =>
        html`<button
          part="pan"
          type="button"
          class="control pan ${way}"
          tabindex="-1"
          aria-label=${strings[way]}
          title=${strings[way]}
          @click=${() => map.panBy(x, y)}
        >
          ${icon(path)}
        </button>`,
    )}
    <div class="tools">
      <button part="zoom" type="button" class="control" aria-label=${strings.zoomIn} title=${strings.zoomIn} @click=${() => map.zoomBy(1)}>
        ${icon('M12 6v12M6 12h12')}
      </button>
      <button part="zoom" type="button" class="control" aria-label=${strings.zoomOut} title=${strings.zoomOut} @click=${() => map.zoomBy(-1)}>
        ${icon('M6 12h12')}
      </button>
      <button part="reset" type="button" class="control" aria-label=${strings.reset} title=${strings.reset} @click=${onReset}>
        ${icon('M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5')}
      </button>
    </div>
    <p class="hint ${hint ? 'shown' : ''}" aria-hidden="true">${hint ? strings[hint] : nothing}</p>
  `;
}

/** The places apart. Few stand over a wide map; many, or over a narrow one, would hide it: they stand below. */
export function areaButtons(areas: readonly Area[], map: LeafletMap, lang: Language) {
  if (areas.length === 0) return nothing;
  const strings = pick(mapStrings, lang);
  const where = areas.length > FEW ? 'many' : 'few';
  return html`<ul part="areas" class="areas ${where}" role="list" aria-label=${strings.areas}>
    ${areas.map(
      ({name, count, bounds}) =>
        html`<li>
          <button part="area" type="button" class="control area" @click=${() => map.visit(bounds)}>
            ${strings.area(name, countText(count, strings.campaigns, lang))}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** Asks before the first picture of the ground is fetched, and names who would be asked. */
export function tilesConsent({host}: Tiles, lang: Language, onAgree: () => void) {
  const strings = pick(mapStrings, lang);
  return html`<div part="consent" class="consent">
    <p id="tiles-why">${strings.tilesWhy(host)}</p>
    <button type="button" class="button" aria-describedby="tiles-why" @click=${onAgree}>
      ${strings.tiles} (${host})
    </button>
  </div>`;
}

/** What a key does on a map that has the focus. @returns Whether it did something. */
export function pressKey(event: KeyboardEvent, map: LeafletMap, leave: () => void): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const pan = KEYS[event.key];
  if (pan) map.panBy(...pan);
  else if (event.key === '+' || event.key === '=') map.zoomBy(1);
  else if (event.key === '-' || event.key === '_') map.zoomBy(-1);
  else if (event.key === 'Escape') leave();
  else return false;
  return true;
}

function icon(path: string) {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;
}
