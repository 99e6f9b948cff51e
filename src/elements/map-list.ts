import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import type {Campaign} from '../feed/campaign.js';
import {relayedUrl} from '../feed/relay.js';
import {statusOf} from '../feed/select.js';
import {campaignText, countText} from '../i18n/campaign-text.js';
import {formatNumber, pick, type Language} from '../i18n/localize.js';
import {mapStrings, stateStrings} from '../i18n/strings.js';
import {bar} from './bar.js';
import {heading} from './heading.js';

/** What part of the campaigns the list shows. */
export interface Listing {
  /** All of them, in order. */
  all: readonly Campaign[];
  /** Those that the map's markers stand for after the visitor moved it; null: all. */
  inView: ReadonlySet<string> | null;
  /** Why `inView` is not null: a part of the map, or one point of it. */
  why: 'view' | 'place';
  /** Entries at most; the rest is behind a button. */
  limit: number;
  /** The campaign whose marker was chosen; empty: none. */
  chosen: string;
  /** How many there are when `all` has only those that show; missing: it has all. */
  sums?: {
    total: number;
    placed: number;
    unplaced: number;
    /** How many of them can be listed; missing: all. */
    known?: number;
  };
}

/** How the list speaks and what its entries do. */
export interface ListOptions {
  lang: Language;
  relay: string;
  headingLevel: number;
  /** The map stands: entries may point at it. */
  onMap: boolean;
  onFollow: (event: Event, campaign: Campaign) => void;
  onLocate: (campaign: Campaign) => void;
  /** The pointer or the focus is on an entry; null: on none any more. */
  onPoint: (campaign: Campaign | null) => void;
  onAll: () => void;
  onMore: () => void;
}

/** What the list shows now: `placed` are on the map, `unplaced` have no known place. */
export function listed({all, inView}: Pick<Listing, 'all' | 'inView'>) {
  const unplaced = all.filter((campaign) => !campaign.coordinates);
  const placed = all.filter(({id, coordinates}) => coordinates && (!inView || inView.has(id)));
  return {placed, unplaced};
}

/**
 * The panel of the list.
 *
 * @param listing - Undefined while the campaigns are read.
 * @param notice - Stands in the place of the list when there is nothing to list.
 */
export function mapPanel(listing: Listing | undefined, notice: unknown, options: ListOptions) {
  const list = listing ? mapList(listing, options) : skeletonList(options.lang);
  return html`<div
    id="list"
    part="panel"
    class="panel"
    role="group"
    tabindex="-1"
    aria-label=${pick(mapStrings, options.lang).list}
    ?hidden=${listing?.all.length === 0 && !notice}
  >
    ${notice ?? list}
  </div>`;
}

/** The campaigns in words, in step with the map: a count, entries, and what is not on the map. */
function mapList(listing: Listing, options: ListOptions) {
  const {lang} = options;
  const strings = pick(mapStrings, lang);
  const {all, inView, limit} = listing;
  const {placed, unplaced} = listed(listing);
  const sums: NonNullable<Listing['sums']> = listing.sums ?? {
    total: all.length,
    placed: placed.length,
    unplaced: unplaced.length,
  };
  const shown = placed.slice(0, limit);
  const restOfLimit = Math.max(0, limit - sums.placed);
  const count = sums.placed + sums.unplaced;
  const {known = count} = sums;
  const left = known - limit;
  return html`
    <div class="count">
      <p part="count" role="status">${countWords(listing, sums, lang)}</p>
      ${
        inView
          ? html`<button part="all" type="button" class="plain" @click=${options.onAll}>
            ${strings.all(formatNumber(sums.total, lang))}
          </button>`
          : nothing
      }
    </div>
    <div class="entries" @pointerleave=${() => options.onPoint(null)} @focusout=${() => options.onPoint(null)}>
      ${
        inView && sums.placed === 0
          ? html`<p class="aside">${strings.noneInView}</p>`
          : entries(shown, listing.chosen, options)
      }
      ${
        unplaced.length && restOfLimit
          ? html`<p class="aside" id="unplaced">${strings.unplaced}</p>
            ${entries(unplaced.slice(0, restOfLimit), listing.chosen, options, 'unplaced')}`
          : nothing
      }
      ${
        left > 0
          ? html`<button part="more" type="button" class="button" @click=${options.onMore}>
            ${strings.more(formatNumber(Math.min(left, PAGE), lang), formatNumber(left, lang))}
          </button>`
          : nothing
      }
      ${
        known < count
          ? html`<p class="aside" role="status">
            ${strings.someListed(formatNumber(known, lang), formatNumber(count, lang))}
          </p>`
          : nothing
      }
    </div>
  `;
}

/** Entries shown at first, and added by "show more". */
export const PAGE = 20;

function countWords(
  {inView, why}: Listing,
  {total, placed}: NonNullable<Listing['sums']>,
  lang: Language,
): string {
  const strings = pick(mapStrings, lang);
  if (!inView) return countText(total, strings.campaigns, lang);
  const words = countText(placed, strings.campaigns, lang);
  const of = formatNumber(total, lang);
  return why === 'place' ? strings.here(words, of) : strings.inView(words, of);
}

function entries(
  campaigns: readonly Campaign[],
  chosen: string,
  options: ListOptions,
  labelledBy = '',
) {
  if (campaigns.length === 0) return nothing;
  return html`<ul part="list" role="list" aria-labelledby=${labelledBy || nothing}>
    ${repeat(
      campaigns,
      ({id}) => id,
      (campaign) => entry(campaign, campaign.id === chosen, options),
    )}
  </ul>`;
}

function entry(campaign: Campaign, isChosen: boolean, options: ListOptions) {
  const {lang, onPoint} = options;
  const text = campaignText(campaign, lang);
  const href = relayedUrl(campaign.url, options.relay, 'widget', campaign.id);
  const status = statusOf(campaign) === 'live' ? '' : text.status;
  const facts = [text.percent, text.backers, text.time].filter(Boolean);
  return html`<li
    part=${isChosen ? 'entry chosen' : 'entry'}
    class="entry"
    data-id=${campaign.id}
    aria-current=${isChosen ? 'true' : nothing}
    @pointerenter=${() => onPoint(campaign)}
    @focusin=${() => onPoint(campaign)}
  >
    <div class="words">
      ${heading(
        options.headingLevel,
        html`<a
          part="link"
          href=${href}
          lang=${campaign.lang ?? nothing}
          dir="auto"
          rel="noopener"
          referrerpolicy="strict-origin-when-cross-origin"
          @click=${(event: Event) => options.onFollow(event, campaign)}
          >${text.title}</a
        >`,
      )}
      ${line('place', [text.place, status].filter(Boolean).join(' · '))}
    </div>
    ${options.onMap && campaign.coordinates ? locate(campaign, text.title, options) : nothing}
    <div class="progress">
      ${bar(text, text.title, campaign.threshold)} ${line('amount', text.amount)}
      ${line('facts', facts.join(' · '))}
    </div>
  </li>`;
}

function locate(campaign: Campaign, title: string, {lang, onLocate}: ListOptions) {
  const strings = pick(mapStrings, lang);
  return html`<button
    part="locate"
    type="button"
    class="locate"
    title=${strings.locate}
    aria-label=${strings.located(title)}
    @click=${() => onLocate(campaign)}
  >
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 21s-6.5-6.2-6.5-11a6.5 6.5 0 0 1 13 0c0 4.8-6.5 11-6.5 11z"></path>
      <circle cx="12" cy="10" r="2.25"></circle>
    </svg>
  </button>`;
}

function line(name: string, words: string) {
  return words ? html`<p part=${name} class=${name} dir="auto">${words}</p>` : nothing;
}

/** The shape of a list that is not there yet; one word for a screen reader. */
function skeletonList(lang: Language) {
  const ghost = html`<li class="entry ghost">
    <div class="skeleton line"></div>
    <div class="skeleton line short"></div>
    <div class="skeleton line thin"></div>
  </li>`;
  return html`
    <p class="hidden">${pick(stateStrings, lang).loading}</p>
    <ul class="entries" aria-hidden="true">
      ${[ghost, ghost, ghost]}
    </ul>
  `;
}
