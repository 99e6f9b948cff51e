import {html, nothing} from 'lit';

import type {Figure} from '../i18n/figures-text.js';
import {formatNumber, pick, type Language} from '../i18n/localize.js';
import {summaryStrings} from '../i18n/strings.js';

/**
 * Figures as a description list: each term with its value, in this order for a screen reader; the eye
 * sees the value first. What is unknown is not in the list, never 0.
 */
export function figureList(figures: readonly Figure[]) {
  if (!figures.length) return nothing;
  return html`<dl part="figures" class="figures">
    ${figures.map(
      ({name, label, value, before, after}, position) =>
        html`<div part="figure" class="figure is-${name} ${position === 0 ? 'first' : ''}">
          <dt>${label} ${small(after)}</dt>
          <dd>${small(before)} <bdi>${value}</bdi></dd>
        </div>`,
    )}
  </dl>`;
}

/** From how many campaigns the figures are, when not from all of them. */
export function partlyNote(
  partly: {read: number; of: number} | null,
  lang: Language,
  name = 'kicker',
) {
  if (!partly) return nothing;
  const [read, of] = [formatNumber(partly.read, lang), formatNumber(partly.of, lang)];
  return html`<p part="partly" class=${name}>${pick(summaryStrings, lang).partly(read, of)}</p>`;
}

function small(words: string) {
  return words ? html`<span class="small">${words}</span>` : nothing;
}
