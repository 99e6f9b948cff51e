import {css} from 'lit';

import bar from './bar.styles.js';
import list from './map-list.styles.js';
import direction from './direction.styles.js';
import {tokens} from './tokens.js';

export default [
  tokens,
  direction,
  bar,
  list,
  css`
    :host {
      --_height: var(--relais-map-height, 34rem);
      --_sea: var(--relais-map-sea, #dfe8ea);
      --_land: var(--relais-map-land, #f1ede4);
      --_border: var(--relais-map-border, #cfc8ba);
      --_ground: var(--relais-map-territory, #ffffff);
      container-type: inline-size;
    }
    @supports (color: light-dark(#fff, #000)) {
      :host {
        --_sea: var(--relais-map-sea, light-dark(#dfe8ea, #11171b));
        --_land: var(--relais-map-land, light-dark(#f1ede4, #20262b));
        --_border: var(--relais-map-border, light-dark(#cfc8ba, #3b444b));
        --_ground: var(--relais-map-territory, light-dark(#ffffff, #2e363d));
      }
    }
    .whole {
      display: grid;
      gap: 0.75rem;
      grid-template-columns: minmax(0, 1fr);
    }
    .place-of-map {
      position: relative;
      min-inline-size: 0;
    }
    .skip {
      position: absolute;
      inset-block-start: 0.5rem;
      inset-inline-start: 0.5rem;
      z-index: 3;
      padding: 0.5rem 1rem;
      border-radius: 999px;
      background: var(--_surface);
      color: var(--_text);
      font-weight: 600;
    }
    .skip:not(:focus) {
      inline-size: 1px;
      block-size: 1px;
      padding: 0;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .map {
      position: relative;
      block-size: min(calc(var(--_height) * 2 / 3), 75vh);
      min-block-size: 18rem;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_sea);
      overflow: clip;
      isolation: isolate;
    }
    .canvas {
      position: absolute;
      inset: 0;
      z-index: 0;
      background: var(--_sea);
    }
    [data-waiting] {
      background: linear-gradient(var(--_track), var(--_sea));
      animation: breathe 1.6s ease-in-out infinite alternate;
    }

    .control {
      display: grid;
      place-items: center;
      min-inline-size: 2.75rem;
      min-block-size: 2.75rem;
      padding: 0;
      border: 0;
      background: var(--_surface);
      color: var(--_text);
      font: inherit;
      cursor: pointer;
    }
    .control:hover {
      color: var(--_accent);
    }
    .control:focus-visible {
      outline-offset: -3px;
    }
    .map svg {
      fill: none;
      stroke: currentColor;
      stroke-width: 2px;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    .control svg {
      inline-size: 1.25rem;
      block-size: 1.25rem;
    }
    .tools {
      position: absolute;
      inset-block-end: 0.75rem;
      inset-inline-end: 0.75rem;
      z-index: 1;
      border: 1px solid var(--_control);
      border-radius: 0.75rem;
      overflow: clip;
      box-shadow: var(--_shadow);
    }
    .tools .control + .control {
      border-block-start: 1px solid var(--_line);
    }
    .pan {
      position: absolute;
      z-index: 1;
      min-inline-size: 2rem;
      min-block-size: 2rem;
      border: 1px solid var(--_line);
      border-radius: 50%;
      opacity: 0.72;
    }
    .pan:hover {
      opacity: 1;
    }
    .pan svg {
      inline-size: 1rem;
      block-size: 1rem;
    }
    .north {
      inset-block-start: 0.375rem;
    }
    .south {
      inset-block-end: 0.375rem;
    }
    .north,
    .south {
      left: calc(50% - 1rem);
    }
    .west {
      left: 0.375rem;
    }
    .east {
      right: 0.375rem;
    }
    .west,
    .east {
      inset-block-start: calc(50% - 3rem);
    }
    .areas {
      display: flex;
      flex-flow: row wrap;
      gap: 0.375rem;
      padding-block-start: 0.625rem;
    }
    .area {
      min-block-size: 2.25rem;
      padding: 0.25rem 0.75rem;
      border: 1px solid var(--_control);
      border-radius: 1.125rem;
      font-size: 0.8125em;
      font-weight: 500;
      line-height: 1.25;
      text-align: start;
    }
    .hint {
      position: absolute;
      inset-block-start: 50%;
      inset-inline: 1rem;
      z-index: 1;
      max-inline-size: 22rem;
      margin-inline: auto;
      padding: 0.625rem 1rem;
      border-radius: var(--_radius);
      background: var(--_text);
      color: var(--_surface);
      text-align: center;
      opacity: 0;
      pointer-events: none;
      transition: opacity 0.2s ease;
    }
    .hint.shown {
      opacity: 0.92;
    }
    .consent {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
      padding-block-start: 0.625rem;
      color: var(--_muted);
      font-size: 0.875em;
      line-height: 1.4;
    }
    .consent p {
      flex: 1 1 14rem;
    }
    .consent .button {
      min-block-size: 2.5rem;
      padding: 0.25rem 1rem;
    }
    .attribution {
      position: absolute;
      inset-block-end: 0;
      inset-inline-start: 0;
      z-index: 1;
      padding: 0.125rem 0.5rem;
      border-start-end-radius: 0.375rem;
      background: var(--_surface);
      font-size: 0.75em;
    }
    .aside {
      padding-block: 0.25rem;
      color: var(--_muted);
      font-size: 0.875em;
    }
    .date {
      grid-column: 1 / -1;
      color: var(--_muted);
      font-size: 0.8125em;
    }

    @container (min-width: 44rem) {
      .with-both {
        grid-template-columns: minmax(0, 1fr) clamp(19rem, 36%, 26rem);
        gap: var(--_gap);
      }
      .map {
        block-size: var(--_height);
      }
      .areas.few {
        position: absolute;
        inset-block-start: 0.75rem;
        inset-inline-start: 0.75rem;
        z-index: 1;
        flex-flow: column;
        align-items: flex-start;
        max-inline-size: calc(50% - 2.25rem);
        padding: 0;
        /* Between two of them the map is under the pointer. */
        pointer-events: none;
      }
      .few .area {
        pointer-events: auto;
        box-shadow: var(--_shadow);
        font-weight: 600;
      }
      .with-both .panel {
        block-size: var(--_height);
      }
      .with-both .entries {
        flex: 1;
        min-block-size: 0;
        overflow: auto;
        overscroll-behavior: auto;
        scroll-padding: 0.5rem;
      }
      .with-list .entries ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr));
      }
    }
    @media (forced-colors: active) {
      .map,
      .control {
        border: 1px solid ButtonText;
      }
    }
    @media print {
      .place-of-map {
        display: none;
      }
      .whole {
        grid-template-columns: minmax(0, 1fr);
      }
      .with-both .panel {
        block-size: auto;
      }
    }
  `,
];
