import {css} from 'lit';

import cards from './card-list.styles.js';
import figures from './figures.styles.js';
import direction from './direction.styles.js';
import {tokens} from './tokens.js';

export default [
  tokens,
  direction,
  cards,
  figures,
  css`
    :host {
      container-type: inline-size;
    }
    .call {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.75rem;
      min-inline-size: 0;
    }
    .panel {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.5rem;
      min-inline-size: 0;
      padding: clamp(1.125rem, 5cqi, 2.25rem);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_shadow);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 1rem 1.25rem;
    }
    .logo {
      flex: none;
      inline-size: 4rem;
      block-size: 4rem;
      padding: 0.375rem;
      border: 1px solid var(--_line);
      border-radius: 0.625rem;
      background: #ffffff;
      object-fit: contain;
    }
    .names {
      display: flex;
      flex: 1 1 14rem;
      flex-direction: column;
      gap: 0.125rem;
      min-inline-size: 0;
    }
    .kicker {
      order: -1;
      color: var(--_muted);
      font-size: 0.9375em;
    }
    .names :is(h2, h3, h4, h5, h6) {
      font-size: clamp(1.375em, 4.5cqi, 2em);
      font-weight: 750;
      letter-spacing: -0.015em;
      line-height: 1.15;
      text-wrap: balance;
    }
    .editions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem;
    }
    .editions p,
    .editions .label {
      color: var(--_muted);
      font-size: 0.9375em;
      margin-inline-end: 0.25rem;
    }
    .editions .button {
      min-block-size: 2.5rem;
      padding: 0.25rem 1rem;
      font-size: 0.9375em;
    }
    .editions .button[aria-current] {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .editions label {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25rem 0.5rem;
      max-inline-size: 100%;
    }
    select {
      min-block-size: 2.75rem;
      max-inline-size: 100%;
      margin: 0;
      padding: 0.375rem 0.75rem;
      border: 1px solid var(--_control);
      border-radius: 0.5rem;
      background: var(--_surface);
      color: var(--_text);
      font: inherit;
      text-overflow: ellipsis;
    }

    .phase {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.25rem;
    }
    .steps {
      display: grid;
      counter-reset: step;
    }
    .steps li {
      position: relative;
      padding-block-end: 1rem;
      padding-inline-start: 2.25em;
      color: var(--_muted);
      counter-increment: step;
    }
    .steps li:last-child {
      padding-block-end: 0;
    }
    .steps li::before {
      content: counter(step);
      content: counter(step) / '';
      position: absolute;
      inset-block-start: 0;
      inset-inline-start: 0;
      z-index: 1;
      display: grid;
      place-items: center;
      inline-size: 2em;
      block-size: 2em;
      border: 2px solid var(--_control);
      border-radius: 50%;
      background: var(--_surface);
      font-size: 0.8125em;
      font-weight: 700;
      line-height: 1;
    }
    .steps li::after {
      content: '';
      position: absolute;
      inset-block: 0;
      inset-inline-start: calc(0.8125em - 1px);
      inline-size: 2px;
      background: var(--_line);
    }
    .steps li:last-child::after {
      display: none;
    }
    .steps .past::before {
      border-color: var(--_accent);
      color: var(--_accent);
    }
    .steps .past::after {
      background: var(--_accent);
    }
    .steps [aria-current] {
      color: var(--_text);
    }
    .steps [aria-current]::before {
      border-color: var(--_accent);
      background: var(--_accent);
      color: var(--_on-accent);
    }
    .steps b {
      display: block;
      font-weight: 600;
      line-height: 1.625;
    }
    .steps [aria-current] b {
      font-weight: 750;
    }
    .steps span {
      display: block;
      font-size: 0.875em;
      line-height: 1.4;
    }
    .now {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.75rem 1.5rem;
      padding: 0.875rem 1.125rem;
      border-inline-start: 4px solid var(--_accent);
      border-radius: 0.375rem;
      background: var(--_accent-soft);
    }
    .now p {
      flex: 1 1 14rem;
      font-size: 1.0625em;
      font-weight: 650;
    }
    .links {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem 1.25rem;
    }
    .apply {
      display: inline-flex;
      align-items: center;
      min-block-size: 2.75rem;
      padding: 0.375rem 1.25rem;
      border: 1px solid transparent;
      border-radius: 1.5rem;
      background: var(--_accent);
      color: var(--_on-accent);
      font-weight: 650;
      text-decoration: none;
    }
    .apply:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .about {
      display: inline-flex;
      align-items: center;
      min-block-size: 1.75rem;
      color: var(--_accent);
      font-weight: 600;
      text-underline-offset: 0.2em;
    }
    .kicker a {
      text-underline-offset: 0.2em;
    }
    .winners {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1rem;
      min-inline-size: 0;
    }
    .winners > :is(h3, h4, h5, h6) {
      font-size: 1.25em;
      font-weight: 700;
      line-height: 1.25;
    }
    .ghost-title {
      inline-size: min(70%, 22rem);
      block-size: 2rem;
    }
    .ghost-steps {
      block-size: 4rem;
    }

    @container (min-width: 44rem) {
      .steps {
        grid-template-columns: repeat(4, 1fr);
      }
      .steps li {
        padding-block: 2.25em 0;
        padding-inline: 0 1rem;
      }
      .steps li::after {
        inset-block: calc(0.8125em - 1px) auto;
        inset-inline: 0;
        inline-size: auto;
        block-size: 2px;
      }
    }
    @media (forced-colors: active) {
      .steps [aria-current]::before,
      .editions .button[aria-current] {
        border-color: Highlight;
        background: Highlight;
        color: HighlightText;
        forced-color-adjust: none;
      }
      .apply {
        border-color: LinkText;
      }
    }
    @media print {
      .panel {
        padding: 0.75rem;
        box-shadow: none;
      }
      .editions,
      .apply {
        display: none;
      }
      .about::after {
        content: attr(href);
        padding-inline-start: 0.75em;
        font-weight: 400;
        word-break: break-all;
      }
    }
  `,
];
