import {css} from 'lit';

/**
 * What Leaflet needs of its own style sheet (panes, tiles, animations), and what we draw on it. Given to
 * the shadow root when the map arrives.
 */
export default css`
  .leaflet-pane,
  .leaflet-tile,
  .leaflet-tile-container,
  .leaflet-pane > svg,
  .leaflet-layer {
    position: absolute;
    left: 0;
    top: 0;
  }
  .leaflet-container {
    overflow: hidden;
    touch-action: pan-x pan-y;
    -webkit-tap-highlight-color: transparent;
    user-select: none;
  }
  .leaflet-pane > svg,
  .leaflet-tile {
    max-inline-size: none;
    max-block-size: none;
    pointer-events: none;
  }
  .leaflet-tile {
    visibility: hidden;
    inline-size: auto;
    padding: 0;
  }
  .leaflet-tile-loaded {
    visibility: inherit;
  }
  .leaflet-tile-pane {
    z-index: 200;
  }
  .leaflet-overlay-pane {
    z-index: 400;
  }
  .leaflet-relais-names-pane,
  .leaflet-shadow-pane {
    z-index: 500;
  }
  .leaflet-relais-markers-pane {
    z-index: 600;
  }
  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }
  .leaflet-zoom-anim .leaflet-zoom-animated {
    transition: transform 0.25s cubic-bezier(0, 0, 0.25, 1);
  }
  .leaflet-zoom-anim .leaflet-tile {
    transition: none;
  }
  .leaflet-grab {
    cursor: grab;
  }
  .leaflet-dragging .leaflet-grab {
    cursor: grabbing;
  }

  .land,
  .territory {
    fill: var(--_land);
    fill-opacity: 1;
    stroke: none;
  }
  .territory {
    fill: var(--_ground);
  }
  .borders,
  .boundaries,
  .halo,
  .outline {
    fill: none;
    stroke: var(--_border);
    stroke-opacity: 1;
    stroke-width: 1px;
  }
  .boundaries {
    stroke: var(--_muted);
    stroke-width: 1.25px;
  }
  .halo {
    stroke: var(--_accent);
    stroke-opacity: 0.14;
    stroke-width: 9px;
  }
  .outline {
    stroke: var(--_accent);
    stroke-width: 2px;
  }
  .tiled :is(.land, .territory) {
    fill: none;
  }
  .tiled :is(.borders, .name) {
    display: none;
  }

  .name {
    position: absolute;
    pointer-events: none;
  }
  .name span {
    position: absolute;
    translate: -50% -50%;
    color: var(--_muted);
    font-size: 0.75rem;
    font-weight: 500;
    letter-spacing: 0.03em;
    line-height: 1.2;
    white-space: nowrap;
    opacity: 0.8;
  }

  .pin {
    position: absolute;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    inline-size: var(--_size, 2.75rem);
    block-size: var(--_size, 2.75rem);
    margin: calc(var(--_size, 2.75rem) / -2) 0 0 calc(var(--_size, 2.75rem) / -2);
    padding: 0;
    border: 0;
    border-radius: 50%;
    font: inherit;
    font-size: 0.75rem;
    font-weight: 750;
    font-variant-numeric: tabular-nums;
    letter-spacing: -0.02em;
    line-height: 1;
    cursor: pointer;
  }
  .pin span {
    unicode-bidi: plaintext;
  }
  .pin:hover,
  .pin:focus-visible,
  .pin.pointed,
  .pin.chosen {
    z-index: 2;
  }
  .pin:focus-visible {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
  }
  .marker {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 1px 4px rgb(30 25 20 / 35%);
  }
  .marker svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    transform: rotate(-90deg);
  }
  .ring {
    fill: none;
    stroke: var(--_track);
    stroke-width: 4.5px;
    stroke-linecap: butt;
  }
  .ring.done {
    stroke: var(--_accent);
  }
  .reached .ring.done {
    stroke: var(--_success);
  }
  .marker:hover,
  .marker.pointed {
    background: var(--_accent-soft);
  }
  .marker.chosen {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .pin .figure {
    position: relative;
  }
  .marker .figure {
    font-size: 0.6875rem;
    white-space: nowrap;
  }
  .marker .long {
    font-size: 0.625rem;
    letter-spacing: -0.04em;
  }
  .place {
    position: absolute;
    inset-block-start: calc(100% + 0.125rem);
    inset-inline-start: 50%;
    max-inline-size: 8.5rem;
    translate: -50% 0;
    overflow: hidden;
    padding: 0.125rem 0.25rem;
    color: var(--_text);
    font-size: 0.75rem;
    font-weight: 650;
    letter-spacing: 0;
    line-height: 1.15;
    text-overflow: ellipsis;
    text-shadow:
      0 0 3px var(--_ground),
      0 0 3px var(--_ground),
      0 0 3px var(--_ground),
      0 0 5px var(--_ground);
    white-space: nowrap;
    pointer-events: none;
  }
  .place:dir(rtl) {
    translate: 50% 0;
  }
  .cluster {
    border: 3px solid var(--_surface);
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow:
      0 1px 5px rgb(30 25 20 / 40%),
      0 0 0 0.3125rem color-mix(in srgb, var(--_accent) var(--_glow, 18%), transparent);
    font-size: 0.9375rem;
    gap: 0.0625rem;
  }
  .summed .figure {
    font-size: 0.8125rem;
  }
  .sum {
    position: relative;
    font-size: 0.625rem;
    font-weight: 600;
    letter-spacing: -0.01em;
    white-space: nowrap;
  }
  .cluster .place {
    inset-block-start: calc(100% + 0.5rem);
  }
  .cluster:is(:hover, .pointed, .chosen) {
    --_glow: 45%;
  }

  @media (forced-colors: active) {
    .land,
    .territory {
      fill: Canvas;
    }
    .borders,
    .boundaries {
      stroke: GrayText;
    }
    .outline {
      stroke: Highlight;
    }
    .pin {
      border: 2px solid ButtonText;
    }
    .pin:is(.pointed, .chosen) {
      border-color: Highlight;
      outline: 3px solid Highlight;
    }
    .ring {
      stroke: Canvas;
    }
    .ring.done {
      stroke: Highlight;
    }
  }
`;
