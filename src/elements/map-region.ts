import {html, nothing} from 'lit';

import {pick, type Language} from '../i18n/localize.js';
import {mapStrings} from '../i18n/strings.js';
import {areaButtons, mapControls, pressKey, tilesConsent} from './map-controls.js';
import type {Tiles} from './map-tiles.js';
import type {MapView} from './map-view.js';

/** What stands around the map itself. */
export interface Region {
  lang: Language;
  view: MapView;
  /** Tiles that the page offers; null: none. */
  tiles: Tiles | null;
  /** The visitor agreed to them. */
  agreed: boolean;
  /** Whose they are; empty when the page does not say. */
  attribution: string;
  /** What its colours say; nothing when it has none. */
  legend: unknown;
  /** Goes on after the map. */
  onLeave: () => void;
  onReset: () => void;
  onAgree: () => void;
}

/** The map with what a visitor needs around it: a way past it, its keys, its buttons, whose tiles it shows. */
export function mapRegion(region: Region) {
  const {lang, view, tiles, agreed, attribution, onLeave} = region;
  const strings = pick(mapStrings, lang);
  const {ground, map, areas, hint} = view;
  const onKey = (event: KeyboardEvent) => {
    if (map && pressKey(event, map, onLeave)) event.preventDefault();
  };
  const onSkip = (event: Event) => {
    event.preventDefault();
    onLeave();
  };
  return html`<div class="place-of-map">
    <a class="skip" href="#list" @click=${onSkip}>${strings.skip}</a>
    <div
      part="map"
      class="map ${agreed ? 'tiled' : ''}"
      role="group"
      tabindex="0"
      aria-label=${strings.label(ground?.name ?? '')}
      aria-describedby="keys"
      @keydown=${onKey}
    >
      <p id="keys" class="hidden">${strings.keys}</p>
      <!-- Leaflet puts classes of its own here: a binding of the class would take them away. -->
      <div class="canvas" ?data-waiting=${!map}></div>
      ${map ? mapControls({lang, map, hint, onReset: region.onReset}) : nothing}
      ${
        agreed && attribution
          ? html`<p part="attribution" class="attribution">${attribution}</p>`
          : nothing
      }
    </div>
    ${map ? areaButtons(areas, map, lang) : nothing} ${region.legend}
    ${tiles && !agreed ? tilesConsent(tiles, lang, region.onAgree) : nothing}
    ${ground?.failed ? html`<p class="aside" role="status">${strings.outlineFailed}</p>` : nothing}
  </div>`;
}
