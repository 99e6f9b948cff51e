import {css} from 'lit';

import bar from './bar.styles.js';
import direction from './direction.styles.js';
import {tokens} from './tokens.js';

export default [
  tokens,
  direction,
  bar,
  css`
    .progress {
      display: grid;
      gap: 0.5rem;
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
      font-weight: 750;
      font-variant-numeric: tabular-nums;
    }
    .reached-text {
      color: var(--_success);
    }
    .date {
      color: var(--_muted);
      font-size: 0.8125em;
    }
    .note {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0.5rem 1rem;
    }
    .loading {
      block-size: var(--relais-bar-size, 0.625rem);
      border-radius: 999px;
    }
  `,
];
