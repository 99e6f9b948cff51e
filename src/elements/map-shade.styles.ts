import {css} from 'lit';

/**
 * A map coloured by territory. One hue from pale to full: shades that differ in lightness are told
 * apart whatever colours one sees, and in both schemes the fullest stands out most from the ground.
 */
export default css`
  .shade-1 {
    --_shade: color-mix(in oklab, var(--_accent) 14%, var(--_ground));
  }
  .shade-2 {
    --_shade: color-mix(in oklab, var(--_accent) 32%, var(--_ground));
  }
  .shade-3 {
    --_shade: color-mix(in oklab, var(--_accent) 52%, var(--_ground));
  }
  .shade-4 {
    --_shade: color-mix(in oklab, var(--_accent) 74%, var(--_ground));
  }
  .shade-5 {
    --_shade: var(--_accent);
  }
  .none {
    --_shade: var(--_ground);
  }
  .unknown {
    --_shade: var(--_track);
  }
  path:is(.shade-1, .shade-2, .shade-3, .shade-4, .shade-5, .none, .unknown) {
    fill: var(--_shade);
    fill-opacity: 1;
    stroke: var(--_control);
    stroke-opacity: 1;
    stroke-width: 0.75px;
  }
  path.unknown {
    stroke-dasharray: 3 3;
  }

  .legend {
    padding-block-start: 0.75rem;
    font-size: 0.8125em;
    line-height: 1.4;
  }
  .measure {
    font-weight: 650;
  }
  .legend ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin: 0.375rem 0 0;
    padding: 0;
    list-style: none;
  }
  .legend li {
    display: flex;
    gap: 0.375rem;
    align-items: center;
    white-space: nowrap;
  }
  .swatch {
    display: inline-block;
    flex: none;
    inline-size: 1.25rem;
    block-size: 0.875rem;
    border: 1px solid var(--_control);
    border-radius: 0.1875rem;
    background: var(--_shade);
  }
  .swatch.elsewhere {
    border-color: transparent;
  }
  .named {
    display: flex;
    gap: 0.5rem;
    hyphens: auto;
  }
  .named .swatch {
    margin-block-start: 0.1875rem;
  }
  .swatch.unknown {
    border-style: dashed;
  }

  .shades {
    overflow: auto;
  }
  .shades:focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: -3px;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.8125em;
    font-variant-numeric: tabular-nums;
    line-height: 1.35;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--_surface);
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 600;
    overflow-wrap: normal;
    vertical-align: bottom;
  }
  thead th[aria-sort] {
    color: var(--_text);
  }
  :is(th, td) {
    padding: 0.5rem 0.25rem;
    vertical-align: top;
    border-block-end: 1px solid var(--_line);
    text-align: end;
  }
  th:first-child {
    padding-inline-start: 1rem;
    text-align: start;
  }
  td:last-child,
  th:last-child {
    padding-inline-end: 1rem;
  }
  tbody th {
    font-weight: 500;
  }
  td {
    white-space: nowrap;
  }
  td small {
    display: block;
    color: var(--_muted);
    font-size: 0.6875rem;
    line-height: 1.25;
    white-space: normal;
  }
  tfoot :is(th, td) {
    border: 0;
    font-weight: 650;
  }

  @media (forced-colors: active) {
    .shade-1 {
      --_shade: color-mix(in srgb, CanvasText 12%, Canvas);
    }
    .shade-2 {
      --_shade: color-mix(in srgb, CanvasText 30%, Canvas);
    }
    .shade-3 {
      --_shade: color-mix(in srgb, CanvasText 50%, Canvas);
    }
    .shade-4 {
      --_shade: color-mix(in srgb, CanvasText 72%, Canvas);
    }
    .shade-5 {
      --_shade: CanvasText;
    }
    .none,
    .unknown {
      --_shade: Canvas;
    }
    .swatch {
      forced-color-adjust: none;
    }
    path:is(.shade-1, .shade-2, .shade-3, .shade-4, .shade-5, .none, .unknown) {
      stroke: CanvasText;
    }
  }
`;
