import {html, nothing, type TemplateResult} from 'lit';

import {builderNoteStrings, builderStrings} from '../../i18n/builder-strings.js';
import {countText} from '../../i18n/count-text.js';
import {formatNumber, pick, type Language} from '../../i18n/localize.js';
import type {Model} from './model.js';
import type {Warning} from './warnings.js';

/** What is to be known before copying; nothing when all is well. */
export function noteList(model: Model): TemplateResult | typeof nothing {
  const {warnings, lang} = model;
  if (!warnings.length) return nothing;
  const words = pick(builderNoteStrings, lang);
  return html`<div class="notes">
    <h4>${words.title}</h4>
    <ul>
      ${warnings.map(
        (warning) =>
          html`<li data-kind=${warning.kind} class=${warning.stops ? 'stops' : ''}>
            ${sentenceOf(warning, lang)}
          </li>`,
      )}
    </ul>
  </div>`;
}

/** A warning in words. */
export function sentenceOf(warning: Warning, lang: Language): string {
  const words = pick(builderNoteStrings, lang);
  switch (warning.kind) {
    case 'feed':
      return words.feed[warning.code];
    case 'problems':
      return words.problems(countText(warning.count, words.problemCount, lang));
    case 'contrast': {
      const {pair, ratio, scheme} = warning.contrast;
      const name = pick(builderStrings, lang).look.pairs[pair];
      // Cut, not rounded: 4.49 is not 4.5.
      const said = formatNumber(Math.floor(ratio * 10) / 10, lang);
      return words.contrast(name, said, words.schemes[scheme]);
    }
    default:
      return words[warning.kind];
  }
}
