import {css} from 'lit';

/** The list beside a map (`map-list.ts`). */
export default css`
  .panel {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }
  .panel[hidden] {
    display: none;
  }
  .count {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 1rem;
    min-block-size: 3.25rem;
    padding: 0.25rem 1rem;
    border-block-end: 1px solid var(--_line);
    font-weight: 650;
  }
  .plain {
    min-block-size: 2.25rem;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    font: inherit;
    font-size: 0.9375em;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .plain:hover {
    text-decoration-thickness: 2px;
  }
  .entry {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 0.75rem;
    padding: 0.875rem 1rem;
    border-block-end: 1px solid var(--_line);
    scroll-margin: 0.5rem;
  }
  .entry:has(a:hover) {
    background: var(--_sunken);
  }
  .entry[aria-current] {
    background: var(--_accent-soft);
    box-shadow: inset 0.25rem 0 var(--_accent);
  }
  .entry:dir(rtl)[aria-current] {
    box-shadow: inset -0.25rem 0 var(--_accent);
  }
  .entry:has(a:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }
  .entry :is(h2, h3, h4, h5, h6) {
    font-size: 1em;
    font-weight: 650;
    line-height: 1.3;
    text-wrap: pretty;
  }
  .entry a {
    text-decoration: none;
  }
  .entry a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .entry a:focus-visible {
    outline: none;
  }
  .entry a:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .words .place {
    position: static;
    max-inline-size: none;
    translate: none;
    padding: 0;
    color: var(--_muted);
    font-size: 0.875em;
    font-weight: 400;
    line-height: 1.4;
    text-shadow: none;
    white-space: normal;
  }
  .progress {
    --_bar: 0.5rem;
    grid-column: 1 / -1;
    display: grid;
    gap: 0.25rem;
    overflow-wrap: anywhere;
  }
  .amount {
    font-size: 0.9375em;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .facts {
    color: var(--_muted);
    font-size: 0.875em;
    font-variant-numeric: tabular-nums;
  }
  .locate {
    position: relative;
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_muted);
    cursor: pointer;
  }
  .locate:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .locate svg {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75px;
  }
  .entries > .aside {
    padding: 0.875rem 1rem 0.5rem;
    font-weight: 600;
  }
  .entries > .button {
    margin: 1rem;
  }
  .panel > .notice {
    margin: 1rem;
  }
  .note {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .ghost .line {
    grid-column: 1 / -1;
    block-size: 0.875rem;
  }
  .ghost .short {
    inline-size: 55%;
  }
  .ghost .thin {
    block-size: 0.5rem;
  }
  @media print {
    .panel {
      border: 0;
    }
    .entries {
      overflow: visible !important;
    }
    .entry {
      break-inside: avoid;
    }
    .locate,
    .entries > .button,
    .plain {
      display: none;
    }
    .entry a::after {
      content: ' ' attr(href);
      position: static;
      display: block;
      font-size: 0.75em;
      font-weight: 400;
      word-break: break-all;
    }
  }
`;
