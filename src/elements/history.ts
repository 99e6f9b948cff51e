import {html, nothing} from 'lit';

import type {Campaign} from '../feed/campaign.js';
import {historyText} from '../i18n/history-text.js';
import type {Language} from '../i18n/localize.js';
import {dress} from './dress.js';
import styles from './history.styles.js';

/** The drawing's own units; the page stretches it. */
const WIDTH = 100;
const HEIGHT = 24;

/**
 * How a campaign developed: a line for the eye and a sentence for everyone. Nothing when fewer than
 * two amounts are known.
 */
export function development(campaign: Campaign, lang: Language) {
  const points = campaign.history
    .filter((entry): entry is typeof entry & {raised: number} => entry.raised !== null)
    .map((entry) => ({at: Date.parse(entry.at), raised: entry.raised}));
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.at <= first.at) return nothing;
  const top = Math.max(...points.map((point) => point.raised)) || 1;
  const path = points
    .map(({at, raised}) => {
      const x = ((at - first.at) / (last.at - first.at)) * WIDTH;
      return `${round(x)} ${round(HEIGHT - (raised / top) * HEIGHT)}`;
    })
    .join('L');
  return html`<figure part="history" class="history">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" height="36" fill="none" preserveAspectRatio="none" aria-hidden="true">
      <path d="M${path}"></path>
    </svg>
    <figcaption>${historyText(campaign, lang)}</figcaption>
  </figure>`;
}

/** Gives the styles of the drawing to a root, once: few cards have one, and the others do not pay for it. */
export function dressHistory(root: Node): void {
  dress(root, styles);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
