import {html, nothing} from 'lit';

import {
  amongFirstText,
  campaignCount,
  countInViewText,
  countOfText,
  moreText,
} from '../i18n/list-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {listStrings} from '../i18n/strings.js';
import type {View} from './project-list-view.js';

/** How far a list was read that is not all there. */
export interface ReadSoFar {
  /** Campaigns that were gone through, and how many there are to go through. */
  read: number;
  of: number;
  /** Nothing is left to go through. */
  over: boolean;
  /** How many the page offers, read or not; null when nobody knows without going through them. */
  total: number | null;
}

/** How many campaigns show, and out of how many when the visitor, the map or the reading leaves some out. */
export function countWords(view: View, soFar: ReadSoFar | null, lang: Language): string {
  const {shown, offered, filtered, inView} = view;
  if (soFar && !soFar.over) {
    const isPlain = !filtered && !inView;
    return isPlain && soFar.total !== null
      ? campaignCount(soFar.total, lang)
      : amongFirstText(shown.length, soFar.read, soFar.of, lang);
  }
  if (filtered) return countOfText(shown.length, offered.length, lang);
  return inView ? countInViewText(shown.length, lang) : campaignCount(shown.length, lang);
}

/** How many are still to be shown after so many cards. */
export function leftAfter(cards: number, view: View, soFar: ReadSoFar | null): number {
  const {shown, filtered, inView} = view;
  const isPlain = soFar && !soFar.over && !filtered && !inView;
  return Math.max(shown.length, isPlain ? (soFar.total ?? 0) : 0) - cards;
}

/** The button that shows more cards; nothing when none are left. */
export function moreButton(
  {left, limit, isReading}: {left: number; limit: number; isReading: boolean},
  lang: Language,
  onMore: () => void,
) {
  if (left <= 0) return nothing;
  const words = isReading
    ? pick(listStrings, lang).loading
    : moreText(Math.min(left, limit), left, lang);
  return html`<div class="foot">
    <button part="more" type="button" class="button" aria-busy=${isReading} @click=${onMore}>
      ${words}
    </button>
  </div>`;
}
