import {css} from 'lit';

import direction from './direction.styles.js';
import {tokens} from './tokens.js';

export default [
  tokens,
  direction,
  css`
    :host {
      --_field-radius: min(var(--_radius), 1rem);
    }
    [hidden] {
      display: none !important;
    }
    label {
      display: block;
      font-weight: 650;
      line-height: 1.3;
    }
    .required,
    .hint {
      color: var(--_muted);
      font-size: 0.875em;
      font-weight: 400;
    }
    .field {
      position: relative;
      display: flex;
      align-items: center;
      min-block-size: 3.25rem;
      margin-block-start: 0.5rem;
      border: 1px solid var(--_control);
      border-radius: var(--_field-radius);
      background: var(--_surface);
      transition:
        border-color 0.15s ease,
        box-shadow 0.15s ease;
    }
    .field:hover {
      border-color: var(--_text);
    }
    .field:focus-within {
      border-color: var(--_accent);
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
    .field:has(button:focus-visible) {
      outline: none;
    }
    .field.wrong {
      border-color: var(--_accent);
      border-width: 2px;
    }
    .lens {
      flex: none;
      inline-size: 1.375rem;
      block-size: 1.375rem;
      margin-inline-start: 0.9375rem;
      fill: none;
      stroke: var(--_muted);
      stroke-linecap: round;
      stroke-width: 2;
      pointer-events: none;
    }
    input {
      flex: 1;
      align-self: stretch;
      min-inline-size: 0;
      padding: 0.5rem 0.75rem;
      border: 0;
      border-radius: var(--_field-radius);
      background: none;
      color: inherit;
      font: inherit;
      /* Below 16 px, phones zoom the page in when the field is touched. */
      font-size: max(1em, 16px);
      text-overflow: ellipsis;
      appearance: none;
    }
    input:focus-visible {
      outline: none;
    }
    input:disabled {
      color: var(--_muted);
      cursor: not-allowed;
    }
    .field:has(input:disabled) {
      border-style: dashed;
      background: var(--_sunken);
    }
    .clear {
      flex: none;
      display: grid;
      place-items: center;
      inline-size: 2.75rem;
      block-size: 2.75rem;
      margin-inline-end: 0.1875rem;
      padding: 0;
      border: 0;
      border-radius: 999px;
      background: none;
      color: var(--_muted);
      cursor: pointer;
    }
    .clear:hover {
      background: var(--_sunken);
      color: var(--_text);
    }
    .clear:focus-visible {
      outline-offset: -3px;
    }
    .clear svg {
      inline-size: 1.375rem;
      block-size: 1.375rem;
      fill: none;
      stroke: currentColor;
      stroke-linecap: round;
      stroke-width: 2;
    }

    .popup {
      position: absolute;
      z-index: 1100;
      inset-block-start: calc(100% + 0.5rem);
      inset-inline: -1px;
      border: 1px solid var(--_line);
      border-radius: var(--_field-radius);
      background: var(--_surface);
      box-shadow:
        0 2px 4px rgb(40 30 20 / 8%),
        0 16px 40px rgb(40 30 20 / 18%);
      overflow: clip;
      container-type: inline-size;
    }
    .popup[above] {
      inset-block: auto calc(100% + 0.5rem);
    }
    ul {
      max-block-size: min(24rem, var(--_room, 24rem));
      padding: 0.375rem;
      overflow: auto;
      overscroll-behavior: contain;
      scroll-padding-block: 0.375rem;
    }
    ul:focus-visible {
      outline: none;
    }
    .option {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.125rem 1rem;
      min-block-size: 2.75rem;
      padding: 0.5rem 0.75rem;
      border-radius: calc(var(--_field-radius) - 0.25rem);
      cursor: pointer;
    }
    .option + .option {
      margin-block-start: 1px;
    }
    .option:hover {
      background: var(--_sunken);
    }
    .option[aria-selected='true'] {
      background: var(--_accent-soft);
      box-shadow: inset 0 0 0 2px var(--_accent);
    }
    .place {
      min-inline-size: 0;
      line-height: 1.35;
    }
    .name {
      display: block;
    }
    mark {
      background: none;
      color: inherit;
      font-weight: 700;
      text-decoration: underline;
      text-decoration-color: var(--_accent);
      text-decoration-thickness: 2px;
      text-underline-offset: 0.2em;
    }
    .where {
      display: block;
      color: var(--_muted);
      font-size: 0.875em;
    }
    .former::before {
      content: ' · ';
    }
    .live {
      flex: none;
      padding: 0.0625rem 0.625rem;
      border-radius: 999px;
      background: var(--_accent);
      color: var(--_on-accent);
      font-size: 0.8125em;
      font-weight: 650;
    }
    .live.none {
      padding-inline: 0;
      background: none;
      color: var(--_muted);
      font-weight: 400;
    }
    @container (max-width: 26rem) {
      /* Said, but not worth a line of its own on each place. */
      .live.none {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    .none-found {
      display: flex;
      align-items: center;
      gap: 0.75rem;
      padding: 1rem 1.125rem;
      color: var(--_muted);
    }
    .turning {
      flex: none;
      inline-size: 1.125rem;
      block-size: 1.125rem;
      border: 2px solid var(--_track);
      border-block-start-color: var(--_accent);
      border-radius: 50%;
      animation: turn 0.8s linear infinite;
    }
    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }

    .problem {
      margin-block-start: 0.5rem;
      color: var(--_accent);
      font-size: 0.9375em;
      font-weight: 600;
    }
    .outcome,
    .note {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.625rem 1rem;
      margin-block-start: 0.75rem;
    }
    .outcome {
      padding: 0.75rem 1rem;
      border-radius: var(--_field-radius);
      background: var(--_sunken);
    }
    .outcome p,
    .note p {
      flex: 1 1 14rem;
    }
    .date {
      margin-block-start: 0.5rem;
      color: var(--_muted);
      font-size: 0.8125em;
    }

    @media (forced-colors: active) {
      .field:focus-within {
        outline-color: Highlight;
      }
      .option[aria-selected='true'] {
        forced-color-adjust: none;
        background: Highlight;
        color: HighlightText;
      }
      .option[aria-selected='true'] :is(.where, .live) {
        background: none;
        color: inherit;
      }
      .lens {
        stroke: CanvasText;
      }
      .live:not(.none),
      .outcome {
        border: 1px solid CanvasText;
      }
    }
    @media print {
      .hint,
      .lens,
      .clear,
      .popup,
      .problem,
      .note,
      .button {
        display: none;
      }
      .field {
        min-block-size: 0;
      }
    }
  `,
];
