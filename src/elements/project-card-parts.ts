import {html, nothing} from 'lit';

import type {Campaign} from '../feed/campaign.js';
import type {CampaignText} from '../i18n/campaign-text.js';

/** What stands where a picture is missing: a quiet landscape. */
export const HILLS = html`<svg viewBox="0 0 160 90" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
  <circle cx="118" cy="30" r="10"></circle>
  <path opacity=".5" d="M0 66c30-26 52-26 80-4s50 12 80-8v36H0z"></path>
  <path d="M0 80c36-22 66-12 92 0s48 2 68-6v16H0z"></path>
</svg>`;

/** One line of the card, or nothing when there is nothing to say. */
export function line(part: string, name: string, words: string) {
  return words ? html`<p part=${part} class=${name} dir="auto">${words}</p>` : nothing;
}

export function percentClass(campaign: Campaign, text: CampaignText): string {
  const reached = text.ratio !== null && text.ratio >= campaign.threshold;
  return reached ? 'percent reached-text' : 'percent';
}

/** The first words, cut between two of them. */
export function excerpt(words: string, length: number): string {
  if (words.length <= length) return words;
  const cut = words.slice(0, length);
  // A lone half of a surrogate pair would show as a box.
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** A logo that does not load leaves its name, which stands beside it. */
export function onLogoError(event: Event) {
  (event.target as HTMLImageElement).hidden = true;
}
