import {html, nothing, type TemplateResult} from 'lit';

import type {FeedError} from '../feed/errors.js';
import {formatDateTime, pick, type Language} from '../i18n/localize.js';
import {stateStrings} from '../i18n/strings.js';
import {hasFallback} from './fallback.js';
import type {State} from './feed-controller.js';

/** The page's own content where there is some, else ours. */
export function fallbackOr(host: Element, ours: () => TemplateResult) {
  return hasFallback(host) ? html`<slot></slot>` : ours();
}

/**
 * What shows when there is no campaign to show: the page's fallback, and in a calm sentence why, with
 * a way to try again when trying again can help. A status message, not an alert (WCAG 4.1.3, RGAA 7.5):
 * the visitor did nothing wrong.
 *
 * An element that waits for a feed to be named (`idle`) shows the fallback alone.
 */
export function problemNotice(
  host: Element & {state: State},
  lang: Language,
  options: {
    /** What is said when the feed holds nothing of what was asked. */
    empty: string;
    error: FeedError | undefined;
    retry: () => void;
  },
) {
  if (host.state === 'idle' || host.state === 'loading') return html`<slot></slot>`;
  const strings = pick(stateStrings, lang);
  const {error} = options;
  const words = error ? (strings.errors[error.code] ?? strings.error) : options.empty;
  return html`
    ${hasFallback(host) ? html`<slot></slot>` : nothing}
    <div part="notice" class="notice note" lang=${lang} role="status">
      <p>${words}</p>
      ${
        error
          ? html`<button type="button" class="button" @click=${options.retry}>${strings.retry}</button>`
          : nothing
      }
    </div>
  `;
}

/** The date of figures that a failed refresh left standing; nothing while they are fresh. */
export function staleNote(stale: boolean, updatedAt: string | null, lang: Language) {
  if (!stale) return nothing;
  const strings = pick(stateStrings, lang);
  return html`<p part="date" class="date" role="status">
    ${strings.stale(updatedAt ? formatDateTime(updatedAt, lang) : '')}
  </p>`;
}

/** A card that is not there yet: its shape, silent for a screen reader but for one word. */
export function skeletonCard(variant: string, lang: Language) {
  return html`<div part="card" class="card loading ${variant}" lang=${lang} aria-busy="true">
    <div class="body" aria-hidden="true">
      <div class="skeleton line short"></div>
      <div class="skeleton line"></div>
      <div class="skeleton line"></div>
      <div class="skeleton line short"></div>
    </div>
    <div class="media skeleton" aria-hidden="true"></div>
    <p class="hidden">${pick(stateStrings, lang).loading}</p>
  </div>`;
}
