import {svg, type SVGTemplateResult, html, type TemplateResult} from 'lit';

import type {Widget} from './choices.js';

/** What each widget looks like, in a few lines, on a ground of 40 × 28. */
const GLYPHS: Readonly<Record<Widget, SVGTemplateResult>> = {
  'project-card': svg`<rect x="9" y="2" width="22" height="24" rx="3" /><path d="M9 13h22" /><path class="full" d="M13 21h9" /><path d="M13 17h14M22 21h5" />`,
  'project-list': svg`<rect x="2" y="4" width="10" height="20" rx="2" /><rect x="15" y="4" width="10" height="20" rx="2" /><rect x="28" y="4" width="10" height="20" rx="2" /><path class="full" d="M4.5 19h4M17.5 19h5M30.5 19h3" />`,
  'territory-map': svg`<path d="M6 9 14 4l12 3 8 6-3 9-11 3-12-2z" /><circle class="dot" cx="15" cy="12" r="2.5" /><circle class="dot" cx="25" cy="17" r="2.5" />`,
  'city-search': svg`<rect x="2" y="8" width="36" height="12" rx="3" /><circle class="full" cx="9" cy="13.5" r="2.5" /><path class="full" d="m11 15.5 2 2" /><path d="M17 14h12" />`,
  'call-for-projects': svg`<path d="M5 4h20v6H5zM5 14h30M5 19h30M5 24h22" /><path class="full" d="m29 8 2 2 4-5" />`,
  'territory-summary': svg`<rect x="2" y="4" width="16" height="9" rx="2" /><rect x="22" y="4" width="16" height="9" rx="2" /><path d="M3 19h34M3 24h26" /><path class="full" d="M6 8.5h6M26 8.5h8" />`,
  'progress-bar': svg`<rect x="2" y="10" width="36" height="8" rx="4" /><path class="full thick" d="M6 14h17" />`,
};

/** A drawing that says nothing beyond the words beside it. */
export function glyph(widget: Widget): TemplateResult {
  return html`<svg class="glyph" viewBox="0 0 40 28" aria-hidden="true">${GLYPHS[widget]}</svg>`;
}

/** The sign of the house. */
export function mark(): TemplateResult {
  return html`<svg viewBox="0 0 64 64" aria-hidden="true" fill="none" stroke-linecap="round">
    <rect width="64" height="64" rx="16" fill="#a8401f" />
    <path d="M14 40a18 18 0 0 1 36 0" stroke="#fbe3c4" stroke-width="6" />
    <path d="M23 40a9 9 0 0 1 18 0" stroke="#eeb044" stroke-width="6" />
    <circle cx="32" cy="42" r="4.5" fill="#fffaf1" />
    <path d="M12 52h40" stroke="#fffaf1" stroke-width="5" />
  </svg>`;
}
