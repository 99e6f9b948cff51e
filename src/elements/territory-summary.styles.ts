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
    .summary {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 1.5rem;
      padding: clamp(1.125rem, 5cqi, 2.25rem);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
      box-shadow: var(--_shadow);
    }
    .head {
      display: flex;
      flex-direction: column;
      gap: 0.125rem;
    }
    .kicker {
      order: -1;
      color: var(--_muted);
      font-size: 0.9375em;
    }
    .head :is(h2, h3, h4, h5, h6) {
      font-size: clamp(1.375em, 5cqi, 2em);
      font-weight: 750;
      letter-spacing: -0.015em;
      line-height: 1.15;
      text-wrap: balance;
    }
    .best {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.875rem;
    }
    .best > :is(h3, h4, h5, h6) {
      font-size: 1.0625em;
      font-weight: 700;
    }
    .ghost-figures {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
      gap: 1.25rem 1.5rem;
    }
    .ghost-figures > div {
      block-size: 3.75rem;
    }
    .ghost-title {
      inline-size: min(60%, 18rem);
      block-size: 2rem;
    }
    @media print {
      .summary {
        padding: 0.75rem;
        box-shadow: none;
      }
    }
  `,
];
