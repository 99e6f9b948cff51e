import {css} from 'lit';

/** The figures of `figures.ts`: each under a rule, the number first for the eye. */
export default css`
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 6.75em), 1fr));
    column-gap: 1.5rem;
    margin-block-end: -1.25rem;
  }
  /* Numbers stand on one line, whatever is said above them: rows are shared where that is known. */
  .figure {
    display: grid;
    grid-row: span 2;
    grid-template-rows: subgrid;
    align-content: start;
    min-inline-size: 0;
    margin-block-end: 1.25rem;
    padding-block-start: 0.75rem;
    border-block-start: 2px solid var(--_line);
  }
  .figure dd {
    grid-row: 1;
    align-self: end;
    color: var(--_text);
    font-size: 1.75em;
    font-weight: 750;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    line-height: 1.15;
    /* An amount has no space to break at: letters of 200 % on a small telephone need another. */
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .figure dt {
    grid-row: 2;
    padding-block-start: 0.25rem;
    color: var(--_muted);
    font-size: 0.9375em;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .figure .small {
    display: block;
    font-size: 0.9em;
  }
  .figure dd .small {
    color: var(--_muted);
    font-size: 0.5em;
    font-weight: 500;
    letter-spacing: 0;
    line-height: 1.3;
  }
  .figure.first {
    grid-column: 1 / -1;
    border-block-start-color: var(--_accent);
  }
  .figure.first dd {
    color: var(--_accent);
    font-size: clamp(2.125em, 11cqi, 3em);
    line-height: 1.05;
  }
  .figure.first .small {
    font-size: max(0.36em, 0.9375rem);
  }
  .is-budget:not(.first),
  .is-raised:not(.first) {
    grid-column: 1 / -1;
  }
  @container (min-width: 32rem) {
    .figures {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5em), 1fr));
    }
    .is-budget:not(.first),
    .is-raised:not(.first) {
      grid-column: auto;
    }
    .is-budget:not(.first) dd,
    .is-raised:not(.first) dd {
      font-size: 1.5em;
    }
  }
  @container (min-width: 66rem) {
    .figure.first {
      grid-column: span 2;
    }
  }
  @media print {
    .figure {
      break-inside: avoid;
    }
  }
`;
