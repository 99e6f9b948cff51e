import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {Campaign} from '../feed/campaign.js';
import type {SortOrder} from '../feed/select.js';
import {pick, type Language} from '../i18n/localize.js';
import {listStrings} from '../i18n/strings.js';
import {checkTerritory} from './asked-territory.js';
import {cardList, focusCard, ghostCards} from './card-list.js';
import {FeedController, tellError, type State} from './feed-controller.js';
import {languageFor} from './language.js';
import {fallbackOr, problemNotice, staleNote} from './notices.js';
import {Printing} from './printing.js';
import type {Carousel} from './project-list-carousel.js';
import {countWords, leftAfter, moreButton} from './project-list-count.js';
import {filterBar} from './project-list-filters.js';
import {emptyNotice} from './project-list-notices.js';
import {loadListed, readSoFar} from './project-list-load.js';
import type {ListLoaded, ListWish} from './project-list-published.js';
import {look, NO_WISH, readLimit, SELECTING, type View, type Wish} from './project-list-view.js';
import styles from './project-list.styles.js';

/** How the cards stand: `grid` in columns, `list` one under the other, `carousel` in a row that scrolls. */
export type ListLayout = 'grid' | 'list' | 'carousel';

const LAYOUTS: readonly string[] = ['grid', 'list', 'carousel'];

/**
 * The campaigns of a territory as cards, with a filter bar, a count, and a button for more.
 *
 * The attributes say what the page offers; the visitor's filters only narrow that, and are kept
 * nowhere. `state` tells of the attributes alone: a list that the visitor has filtered down to
 * nothing is still `ready`, so that a page which hides empty lists does not take away the filters.
 *
 * @tag relais-project-list
 *
 * @slot - What the page shows without script, while loading, when empty and on error: at best a link to the campaigns.
 * @fires {RelaisLoadEvent} relais-load - The feed was read; fired again after each refresh. Holds the campaigns that the attributes select.
 * @fires {RelaisErrorEvent} relais-error - The feed could not be read.
 * @fires {RelaisSelectEvent} relais-select - The visitor follows the link of a card; cancelable.
 * @csspart filters - The filter bar.
 * @csspart count - How many campaigns show.
 * @csspart list - The list of cards.
 * @csspart item - One entry of the list, around its card.
 * @csspart more - The button that shows more cards.
 * @csspart previous - The carousel's button towards its start.
 * @csspart next - The carousel's button towards its end.
 * @csspart notice - What is said when there is nothing to show.
 * @csspart date - The date of the figures, when they are stale.
 * @csspart card - Each card. The parts of relais-project-card (title, link, media, bar, amount…) pass through by their own names.
 * @cssprop [--relais-accent=#a8371a] - Colour of the bars, of what is pressed and of focus.
 * @cssprop [--relais-surface=#ffffff] - Ground of cards and controls.
 * @cssprop [--relais-sunken=#f4f2ee] - Ground of the filter bar and of notices.
 * @cssprop [--relais-text=#1f2328] - Colour of the text.
 * @cssprop [--relais-muted=#565d66] - Secondary text.
 * @cssprop [--relais-line=#dedad3] - Thin lines.
 * @cssprop [--relais-control=#7d7870] - Borders of controls.
 * @cssprop [--relais-radius=0.75rem] - Radius of the corners.
 * @cssprop [--relais-gap=1rem] - Space between cards, as a measure: the list takes one and a half of it.
 * @cssprop [--relais-column=18rem] - Narrowest column of the grid.
 * @cssprop [--relais-track=#eae5dd] - The empty part of bars.
 * @cssprop [--relais-success=#17663f] - Bars once the goal is reached.
 * @cssprop [--relais-accent-soft=#fbeee9] - Ground of what is marked.
 * @cssprop [--relais-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--relais-shadow] - Shadow of the cards.
 * @cssprop [--relais-font=inherit] - Font family.
 * @cssprop [--relais-bar-size=0.625rem] - Height of the bars.
 */
export class RelaisProjectList extends LitElement {
  static override styles = styles;

  /** Address of the feed, or several separated by spaces. Missing: the page's fallback shows. */
  @property({useDefault: true}) feed = '';

  /** Territory ("commune:33063", "departement:33"…) whose campaigns show. Missing: all of the feed's. */
  @property({useDefault: true}) territory = '';

  /** Statuses to show, separated by spaces: `upcoming`, `live`, `succeeded`, `failed`, `cancelled`; or `all`. Missing or none of these: `live`. */
  @property({useDefault: true}) status = 'live';

  /** Order at first: `ending`, `newest`, `progress`, `raised`, `backers`, `title` or `feed` (as the feed has them). Anything else is `ending`. */
  @property({useDefault: true}) sort: SortOrder = 'ending';

  /** Cards shown at first, and added by "show more". Below 1 or not a number: 12. */
  @property({type: Number, useDefault: true}) limit = 12;

  /** The one category to show, as the feed writes it. Missing: every one. */
  @property({useDefault: true}) category = '';

  /** Identifier of the call for projects whose laureates show. Missing: with or without a call. */
  @property({useDefault: true}) call = '';

  /** Name of the mentor whose campaigns show. Missing: with or without a mentor. */
  @property({useDefault: true}) mentor = '';

  /** How the cards stand: `grid`, `list` or `carousel`. Anything else is `grid`. */
  @property({useDefault: true}) layout: ListLayout = 'grid';

  /** Whether the visitor may filter: `auto` (where there is more than one choice, but not in a carousel) or `none`. Anything else is `auto`. */
  @property({useDefault: true}) filters: 'auto' | 'none' = 'auto';

  /** Language of the words ("fr", "en"). Missing: that of the page around; else French. */
  @property({reflect: true, useDefault: true}) override lang = '';

  /** Short name of who relays ("mairie-pau"): the links then carry utm parameters. */
  @property({useDefault: true}) relay = '';

  /** Name of the adapter to force, and perhaps what is what in the answer: `csv:title=Nom` (FEED.md). Missing: the shape decides. */
  @property({useDefault: true}) format = '';

  /** Seconds between two readings of the feed, 10 at least; 0 reads it once. */
  @property({type: Number}) refresh = 0;

  /** Level of the cards' titles, 2 to 6. Anything else is 3. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** West, south, east, north, in degrees: only campaigns inside show. A map sets it by its `for`. Null or not four numbers: everywhere. */
  @property({attribute: false}) bounds: [number, number, number, number] | null = null;

  /** Where the list stands: `idle`, `loading`, `ready`, `empty`, `error`. Read-only. */
  @property({reflect: true}) state: State = 'idle';

  /** The figures are older than the last attempt to read them. Read-only. */
  @property({type: Boolean, reflect: true}) stale = false;

  @state() private wish: Wish = NO_WISH;
  @state() private pages = 1;
  /** The visitor asked for every status where the page's own found nothing. */
  @state() private loosened = false;
  /** More of a published folder is being read. */
  @state() private readingOn = false;

  readonly #feed = new FeedController<ListLoaded>(this, {
    args: () => [this.territory],
    load: (url, options) => {
      checkTerritory(this, this.territory);
      return loadListed(url, this.#wanted, options);
    },
  });
  /** Comes with the first layout that needs it: until then the row scrolls without buttons. */
  #carousel: Carousel | undefined;
  readonly #printing = new Printing(this);
  #view: View | undefined;
  /** Position of the card that takes the focus once it is there; -1: none. */
  #focusNext = -1;

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (['feed', 'territory', 'status'].some((name) => changed.has(name))) this.loosened = false;
    if (SELECTING.some((name) => changed.has(name))) this.pages = 1;
    const selects = [...SELECTING, 'pages', 'loosened'].some((name) => changed.has(name));
    if (selects) void this.#readOn();
    if (changed.has('layout') && this.#layout === 'carousel') void this.#bringCarousel();
  }

  protected override update(changed: Map<PropertyKey, unknown>) {
    const value = this.#feed.value;
    this.#view = value && look(value.all, this, this.wish, this.loosened);
    if (this.#view) this.state = this.#view.offered.length ? 'ready' : 'empty';
    super.update(changed);
  }

  protected override updated() {
    if (this.#focusNext < 0 || this.readingOn) return;
    void focusCard(this.renderRoot, this.#focusNext);
    this.#focusNext = -1;
  }

  /** Reads the feed again, past every cache. */
  reload(): void {
    this.#feed.reload();
  }

  protected override render() {
    const lang = languageFor(this);
    const view = this.#view;
    if (view?.offered.length) return this.#renderList(view, lang);
    if (view) {
      return [
        emptyNotice(this, view, this.#feed.value?.reading?.everything, lang, this.#onLoosen),
        this.#renderDate(lang),
      ];
    }
    if (this.state === 'loading') return fallbackOr(this, () => this.#renderSkeleton(lang));
    return problemNotice(this, lang, {
      empty: pick(listStrings, lang).empty,
      error: this.#feed.error,
      retry: () => this.reload(),
    });
  }

  async #bringCarousel(): Promise<void> {
    // Without it the row still scrolls.
    const module = await import('./project-list-carousel.js').catch(() => undefined);
    if (module) this.#carousel ??= new module.Carousel(this);
    this.requestUpdate();
  }

  get #wanted(): ListWish {
    const cards = readLimit(this.limit) * this.pages;
    return {asked: this, wish: this.wish, loosened: this.loosened, cards};
  }

  /** Reads what the list shows now and does not have yet. */
  async #readOn(): Promise<void> {
    const {value} = this.#feed;
    if (!value?.reading) return;
    this.readingOn = true;
    try {
      await value.reading.want(this.#wanted, {});
      value.all = value.reading.campaigns;
    } catch (error) {
      tellError(this, error);
    }
    this.readingOn = false;
  }

  get #layout(): ListLayout {
    return LAYOUTS.includes(this.layout) ? this.layout : 'grid';
  }

  #renderList(view: View, lang: Language) {
    const {shown} = view;
    const strings = pick(listStrings, lang);
    const layout = this.#layout;
    const limit = readLimit(this.limit);
    const cards = this.#printing.active ? shown : shown.slice(0, limit * this.pages);
    const soFar = readSoFar(this.#feed.value);
    const left = leftAfter(cards.length, view, soFar);
    // A group, no landmark: two lists of a page would be two landmarks of one name.
    return html`<div class="whole" role="group" lang=${lang} aria-label=${strings.region}>
      ${this.filters === 'none' || layout === 'carousel' ? nothing : filterBar(view, lang, {wish: this.#onWish, reset: this.#onReset})}
      <div class="head">
        <p part="count" class="count" role="status">${countWords(view, soFar, lang)}</p>
        ${layout === 'carousel' ? this.#carousel?.renderButtons(strings) : nothing}
      </div>
      ${
        cards.length
          ? this.#renderCards(cards, layout, lang)
          : html`<p part="notice" class="notice">
            ${view.filtered ? strings.nothing : strings.nothingInView}
          </p>`
      }
      ${moreButton({left, limit, isReading: this.readingOn}, lang, this.#onMore)}
      ${this.#renderDate(lang)}
    </div>`;
  }

  #renderCards(campaigns: Campaign[], layout: ListLayout, lang: Language) {
    return cardList(campaigns, layout, {
      lang,
      variant: layout === 'list' ? 'horizontal' : 'vertical',
      headingLevel: this.headingLevel,
      relay: this.relay,
      calls: this.#feed.value?.feed.calls ?? [],
      ...(layout === 'carousel' && {onScroll: () => this.#carousel?.measure()}),
    });
  }

  #renderDate(lang: Language) {
    return staleNote(this.stale, this.#feed.value?.feed.updatedAt ?? null, lang);
  }

  #renderSkeleton(lang: Language) {
    return html`<div class="whole" lang=${lang} aria-busy="true">
      <p class="hidden">${pick(listStrings, lang).loading}</p>
      ${ghostCards(Math.min(readLimit(this.limit), 3), this.#layout)}
    </div>`;
  }

  readonly #onWish = (part: Partial<Wish>) => {
    this.wish = {...this.wish, ...part};
  };

  /** Forgets the filters, not the order. The button that was pressed goes: the first field takes the focus. */
  readonly #onReset = (event: Event) => {
    event.preventDefault();
    this.wish = {...NO_WISH, sort: this.wish.sort};
    this.renderRoot.querySelector<HTMLElement>('.filters :is(input, select)')?.focus();
  };

  readonly #onMore = () => {
    if (this.readingOn) return;
    this.#focusNext = readLimit(this.limit) * this.pages;
    this.pages += 1;
  };

  readonly #onLoosen = () => {
    this.loosened = true;
    this.#focusNext = 0;
  };
}

if (!customElements.get('relais-project-list')) {
  customElements.define('relais-project-list', RelaisProjectList);
}

declare global {
  interface HTMLElementTagNameMap {
    'relais-project-list': RelaisProjectList;
  }
}
