import {css} from 'lit';

import bar from './bar.styles.js';
import {tokens} from './tokens.js';

export default [
  tokens,
  bar,
  css`
    :host {
      container-type: inline-size;
      block-size: 100%;
    }
    .card {
      position: relative;
      display: flex;
      flex-direction: column;
      min-block-size: 100%;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_shadow);
      overflow: clip;
      isolation: isolate;
    }
    .card:has(a:focus-visible) {
      outline: 3px solid var(--_accent);
      outline-offset: 2px;
    }
    .media {
      order: -1;
      position: relative;
      aspect-ratio: 16 / 9;
      background: var(--_accent-soft);
      overflow: hidden;
    }
    .media > * {
      display: block;
      inline-size: 100%;
      block-size: 100%;
    }
    .media img {
      object-fit: cover;
    }
    .media svg {
      fill: var(--_accent);
      opacity: 0.35;
    }
    .body {
      display: flex;
      flex: 1;
      flex-direction: column;
      gap: 0.75rem;
      padding: 1.125rem 1.25rem 1.25rem;
    }
    .head {
      display: flex;
      flex-direction: column;
      gap: 0.25rem;
    }
    .kicker {
      order: -1;
      color: var(--_muted);
      font-size: 0.875em;
    }
    h2,
    h3,
    h4,
    h5,
    h6 {
      color: var(--_text);
      font-size: 1.1875em;
      font-weight: 700;
      line-height: 1.25;
      text-wrap: pretty;
    }
    a {
      color: inherit;
      text-decoration: none;
    }
    a::after {
      content: '';
      position: absolute;
      inset: 0;
      z-index: 1;
    }
    a:focus-visible {
      outline: none;
    }
    .card:hover a {
      text-decoration: underline;
      text-decoration-thickness: 2px;
      text-underline-offset: 0.15em;
    }
    .tagline,
    .owner {
      color: var(--_muted);
      font-size: 0.9375em;
    }
    .badges {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
      font-size: 0.8125em;
    }
    .badges li {
      padding: 0.125rem 0.625rem;
      border: 1px solid var(--_line);
      border-radius: 999px;
      background: var(--_sunken);
      font-weight: 600;
    }
    .badges .strong {
      border-color: var(--_accent);
      background: var(--_accent-soft);
      color: var(--_accent);
    }
    .progress {
      display: grid;
      gap: 0.5rem;
      margin-block-start: auto;
      padding-block-start: 0.25rem;
      overflow-wrap: anywhere;
    }
    .figures {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      justify-content: space-between;
      gap: 0.125rem 0.75rem;
    }
    .amount {
      font-weight: 650;
      font-variant-numeric: tabular-nums;
    }
    .percent {
      color: var(--_accent);
      font-size: 1.125em;
      font-weight: 750;
      font-variant-numeric: tabular-nums;
    }
    .reached-text {
      color: var(--_success);
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 1rem;
      color: var(--_muted);
      font-size: 0.9375em;
    }
    .details,
    .history {
      display: grid;
      gap: 0.25rem;
      color: var(--_muted);
      font-size: 0.875em;
    }
    .history svg {
      inline-size: 100%;
      block-size: 2.25rem;
      overflow: visible;
      fill: none;
      stroke: var(--_accent);
      stroke-width: 2px;
      stroke-linejoin: round;
    }
    .history path {
      vector-effect: non-scaling-stroke;
    }
    .history:dir(rtl) svg {
      transform: scaleX(-1);
    }
    .foot,
    .note {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.625rem 1rem;
    }
    .foot {
      padding-block-start: 0.875rem;
      border-block-start: 1px solid var(--_line);
    }
    .mentors {
      display: flex;
      flex: 1 1 9rem;
      align-items: center;
      gap: 0.625rem;
      color: var(--_muted);
      font-size: 0.875em;
      line-height: 1.35;
    }
    .mentors img {
      flex: none;
      inline-size: 2.25rem;
      block-size: 2.25rem;
      border-radius: 0.375rem;
      background: #ffffff;
      object-fit: contain;
    }
    .cta {
      margin-inline-start: auto;
      padding: 0.4375rem 1rem;
      border-radius: 999px;
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 650;
    }
    .date {
      color: var(--_muted);
      font-size: 0.8125em;
    }
    .loading .media,
    .loading .line {
      border-radius: 0;
    }
    .line {
      block-size: 0.875rem;
      inline-size: 100%;
    }
    .line.short {
      inline-size: 45%;
    }

    @container (min-width: 34rem) {
      .horizontal,
      .banner {
        flex-direction: row;
      }
      .horizontal .media {
        flex: 0 0 38%;
        aspect-ratio: auto;
        min-block-size: 14rem;
      }
      .horizontal .media img,
      .banner .media img {
        position: absolute;
        inset: 0;
      }
      .banner .media {
        flex: 0 0 50%;
        aspect-ratio: auto;
        min-block-size: 20rem;
      }
      .banner .body {
        gap: 1rem;
        padding: clamp(1.5rem, 4cqi, 3rem);
      }
      .banner :is(h2, h3, h4, h5, h6) {
        font-size: clamp(1.375em, 3.2cqi, 2.125em);
        line-height: 1.15;
      }
      .banner .tagline {
        font-size: 1.0625em;
      }
    }
    .banner {
      --_bar: 0.875rem;
    }

    .compact {
      flex-direction: row;
      align-items: stretch;
      box-shadow: none;
    }
    .compact .media {
      flex: 0 0 clamp(3.5rem, 25%, 5.5rem);
      aspect-ratio: auto;
    }
    .compact .media img {
      position: absolute;
      inset: 0;
    }
    .compact .body {
      gap: 0.5rem;
      min-inline-size: 0;
      padding: 0.75rem;
    }
    .compact :is(h2, h3, h4, h5, h6) {
      font-size: 1em;
    }
    .compact :is(.facts, .figures) {
      font-size: 0.875em;
    }
    .compact .bar {
      block-size: 0.5rem;
    }

    @media (forced-colors: active) {
      .card:has(a:focus-visible) {
        outline-color: Highlight;
      }
      .cta {
        border: 1px solid LinkText;
      }
      .media svg,
      .history svg {
        forced-color-adjust: auto;
        stroke: CanvasText;
      }
    }
    @media print {
      .card {
        box-shadow: none;
        break-inside: avoid;
      }
      .media {
        max-block-size: 5cm;
      }
      .cta {
        display: none;
      }
      a::after {
        content: ' ' attr(href);
        position: static;
        display: block;
        font-size: 0.75em;
        font-weight: 400;
        word-break: break-all;
      }
    }
  `,
];
