import {html, nothing, svg} from 'lit';

import type {CampaignText} from '../i18n/campaign-text.js';

/**
 * The bar of a campaign, for the elements that show one (styles: `bar.styles.ts`).
 *
 * `role="progressbar"`, never `meter` (ARIA APG, meter pattern: completion is not a meter). The value
 * is a percentage between 0 and 100, also past the goal; `aria-valuetext` tells the rest in the words
 * of the card. Without a goal, or when the amount is unknown, there is no bar at all.
 *
 * The lengths are attributes of SVG shapes, not styles: a strict CSP lets them through, and a printer
 * draws them where it drops backgrounds.
 *
 * @param text - What the campaign says in words.
 * @param name - The accessible name: the campaign's title.
 * @param threshold - Share of the goal at which it succeeds; below 1 it gets a mark.
 */
export function bar(text: CampaignText, name: string, threshold = 1) {
  if (text.filled === null) return nothing;
  const percent = text.filled * 100;
  return html`<div
    part="bar"
    class="bar ${text.ratio !== null && text.ratio >= threshold ? 'reached' : ''}"
    role="progressbar"
    aria-label=${name}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${Math.floor(percent)}
    aria-valuetext=${text.progress}
  >
    <svg aria-hidden="true">
      <rect class="track" width="100%" height="100%"></rect>
      <rect class="fill" width="${percent}%" height="100%"></rect>
      ${
        threshold < 1
          ? svg`<line class="mark" x1="${threshold * 100}%" x2="${threshold * 100}%" y1="0" y2="100%"></line>`
          : nothing
      }
    </svg>
  </div>`;
}
