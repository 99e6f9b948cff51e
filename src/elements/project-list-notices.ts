import {html, nothing} from 'lit';

import {loosenText} from '../i18n/list-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {listStrings} from '../i18n/strings.js';
import {asksForLive, ofAnyStatus, type Asked, type View} from './project-list-view.js';

/**
 * What a list says when the page's attributes select nothing: kindly, why, and the door that leads on
 * where there is one (campaigns of another status). The page's own content shows above it.
 *
 * @param everything - How many there are of any status, when not all were read.
 */
export function emptyNotice(
  asked: Asked & {territory: string},
  view: View,
  everything: number | null | undefined,
  lang: Language,
  onLoosen: () => void,
) {
  const others = everything ?? ofAnyStatus(view.all, asked);
  return html`<slot></slot>
    <div part="notice" class="notice note" lang=${lang} role="status">
      <p>${emptyWords(asked, view, others, lang)}</p>
      ${
        others
          ? html`<button type="button" class="button" @click=${onLoosen}>
            ${loosenText(others, lang)}
          </button>`
          : nothing
      }
    </div>`;
}

function emptyWords(
  asked: Asked & {territory: string},
  view: View,
  others: number,
  lang: Language,
): string {
  const strings = pick(listStrings, lang);
  if (others && !asksForLive(asked)) return strings.emptyStatus;
  if (others) return asked.territory ? strings.emptyNowHere : strings.emptyNow;
  if (view.all.length) return strings.emptyChoice;
  return asked.territory ? strings.emptyTerritory : strings.empty;
}
