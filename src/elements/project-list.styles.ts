import {css} from 'lit';

import cards from './card-list.styles.js';
import direction from './direction.styles.js';
import {tokens} from './tokens.js';

export default [
  tokens,
  direction,
  cards,
  css`
    :host {
      container-type: inline-size;
    }
    .whole {
      display: grid;
      gap: calc(var(--_gap) * 1.25);
      min-inline-size: 0;
    }
    .filters {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 7.5em), 1fr));
      align-items: end;
      gap: 0.75rem 1rem;
      padding: 1rem 1.25rem 1.25rem;
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .wide {
      grid-column: 1 / -1;
    }
    /* A field that would stand alone in its row takes it. */
    .wide ~ .field:last-of-type:nth-child(even),
    .reset {
      grid-column: 1 / -1;
    }
    .field {
      display: grid;
      gap: 0.25rem;
      min-inline-size: 0;
    }
    .label {
      color: var(--_muted);
      font-size: 0.875em;
      font-weight: 600;
    }
    input,
    select {
      inline-size: 100%;
      min-inline-size: 0;
      min-block-size: 2.75rem;
      margin: 0;
      padding: 0.375rem 0.75rem;
      border: 1px solid var(--_control);
      border-radius: 0.5rem;
      background: var(--_surface);
      color: var(--_text);
      font: inherit;
      text-overflow: ellipsis;
    }
    input {
      appearance: none;
    }
    :is(input, select):hover {
      border-color: var(--_accent);
    }
    .reset {
      justify-self: start;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
      min-block-size: 1.5em;
    }
    .count {
      color: var(--_muted);
      font-variant-numeric: tabular-nums;
      font-weight: 600;
    }

    .carousel {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: min(88%, 22rem);
      gap: calc(var(--_gap) * 1.5);
      /* Room inside the scroller for shadows and focus rings. */
      margin-block: -0.5rem -1.25rem;
      padding: 0.5rem 0.375rem 1.25rem;
      overflow-x: auto;
      overscroll-behavior-x: contain;
      scroll-padding-inline: 0.375rem;
      scroll-snap-type: x mandatory;
      scrollbar-color: var(--_control) transparent;
      scrollbar-width: thin;
    }
    .carousel > li {
      scroll-snap-align: start;
    }
    .carousel[aria-hidden] {
      overflow: hidden;
    }
    .arrows {
      display: flex;
      gap: 0.5rem;
    }
    .arrow {
      display: grid;
      place-items: center;
      inline-size: 2.75rem;
      block-size: 2.75rem;
      padding: 0;
      border: 1px solid var(--_control);
      border-radius: 50%;
      background: var(--_surface);
      color: var(--_text);
      cursor: pointer;
    }
    .arrow:hover {
      border-color: var(--_accent);
      color: var(--_accent);
    }
    .arrow[aria-disabled] {
      border-color: var(--_line);
      color: var(--_line);
      cursor: default;
    }
    .arrow svg {
      inline-size: 1.25rem;
      block-size: 1.25rem;
      fill: none;
      stroke: currentColor;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 2.25;
    }
    .previous svg,
    .next:dir(rtl) svg {
      transform: scaleX(-1);
    }
    .previous:dir(rtl) svg {
      transform: none;
    }

    @container (min-width: 40rem) {
      .filters {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 10.5rem), 1fr));
      }
      .wide {
        grid-column: auto / span 2;
      }
      .wide ~ .field:last-of-type:nth-child(even),
      .reset {
        grid-column: auto;
      }
      .carousel {
        grid-auto-columns: calc((100% - var(--_gap) * 1.5) / 2);
      }
    }
    @container (min-width: 60rem) {
      .carousel {
        grid-auto-columns: calc((100% - var(--_gap) * 3) / 3);
      }
    }
    @media (forced-colors: active) {
      .filters {
        border: 1px solid CanvasText;
      }
      .arrow[aria-disabled] {
        border-color: GrayText;
        color: GrayText;
      }
    }
    @media print {
      .filters {
        display: none;
      }
      .carousel {
        display: grid;
        grid-auto-flow: row;
        grid-template-columns: repeat(2, 1fr);
        gap: 0.75rem;
        overflow: visible;
      }
    }
  `,
];
