import {css} from 'lit';

import direction from './direction.styles.js';
import popup from './search-popup.styles.js';
import {tokens} from './tokens.js';

export default [
  tokens,
  popup,
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
