import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {Call, Campaign, Edition} from '../feed/campaign.js';
import {FeedError} from '../feed/errors.js';
import {withinTerritory} from '../feed/places.js';
import {loadSole, partlyOf} from '../feed/published/sole.js';
import type {CallSums} from '../feed/published/laureates.js';
import {editionOf, filterCampaigns, sortCampaigns, totalsOf} from '../feed/select.js';
import {callFigures} from '../i18n/figures-text.js';
import {moreText} from '../i18n/list-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {callStrings} from '../i18n/strings.js';
import {checkTerritory} from './asked-territory.js';
import {callHead, editionChoice, phaseOfEdition} from './call-for-projects-parts.js';
import styles from './call-for-projects.styles.js';
import {cardList, focusCard, ghostCards} from './card-list.js';
import {FeedController, type Loaded, type State} from './feed-controller.js';
import {figureList, partlyNote} from './figures.js';
import {heading, levelBelow} from './heading.js';
import {languageFor} from './language.js';
import {fallbackOr, problemNotice, staleNote} from './notices.js';
import {Printing} from './printing.js';

/** Laureates shown at first, and added by "show more". */
const PAGE = 12;

/** What was read: the call, its edition, and `all` the campaigns of every edition. */
interface CallLoaded extends Loaded {
  call: Call | undefined;
  all: Campaign[];
  /** A published folder has more of them than were read, and what it says they come to. */
  sums: CallSums | null;
}

/**
 * A call for projects: what it is, who organises it, where it stands now, its laureates, what they
 * raised, and its other editions, which the visitor opens in place.
 *
 * @tag relais-call-for-projects
 *
 * @slot - What the page shows without script, while loading, when empty and on error.
 * @fires {RelaisLoadEvent} relais-load - The feed was read; fired again after each refresh. Holds the laureates that show.
 * @fires {RelaisErrorEvent} relais-error - The feed could not be read, or the call or the edition is not in it (`not-found`).
 * @fires {RelaisSelectEvent} relais-select - The visitor follows the link of a laureate; cancelable.
 * @csspart call - The whole of it.
 * @csspart panel - What is said about the call, above its laureates.
 * @csspart logo - The logo of the organiser.
 * @csspart organiser - That it is a call for projects, and whose.
 * @csspart title - The title of the call.
 * @csspart editions - The choice between its editions; absent when there is one.
 * @csspart phase - Where the edition stands: its steps and a sentence.
 * @csspart apply - The link to apply, while bodies may.
 * @csspart about - The link to the call's own page.
 * @csspart figures - The figures of the edition, as a description list.
 * @csspart figure - One figure with what it is.
 * @csspart partly - How many laureates are listed, when a published folder has more than are gone through.
 * @csspart subtitle - The heading of the laureates.
 * @csspart list - The list of laureates.
 * @csspart item - One entry of that list, around its card.
 * @csspart card - Each card. The parts of relais-project-card (link, media, bar, amount…) pass through by their own names.
 * @csspart more - The button that shows more laureates.
 * @csspart date - The date of the figures, when they are stale.
 * @csspart notice - What is said when there is nothing to show, or no laureate yet.
 * @cssprop [--relais-accent=#a8371a] - Colour of the current step, of the link to apply and of focus.
 * @cssprop [--relais-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--relais-accent-soft=#fbeee9] - Ground of the sentence that says where the call stands.
 * @cssprop [--relais-surface=#ffffff] - Ground of the whole.
 * @cssprop [--relais-sunken=#f4f2ee] - Ground of notices.
 * @cssprop [--relais-text=#1f2328] - Text and figures.
 * @cssprop [--relais-muted=#565d66] - Secondary text.
 * @cssprop [--relais-line=#dedad3] - Thin lines.
 * @cssprop [--relais-control=#7d7870] - Borders of controls.
 * @cssprop [--relais-radius=0.75rem] - Radius of the corners.
 * @cssprop [--relais-shadow] - Shadow of the panel.
 * @cssprop [--relais-track=#eae5dd] - The empty part of bars.
 * @cssprop [--relais-success=#17663f] - Bars once the goal is reached.
 * @cssprop [--relais-gap=1rem] - Space between cards, as a measure: the list takes one and a half of it.
 * @cssprop [--relais-column=18rem] - Narrowest column of the cards.
 * @cssprop [--relais-font=inherit] - Font family.
 * @cssprop [--relais-bar-size=0.625rem] - Height of the bars.
 */
export class RelaisCallForProjects extends LitElement {
  static override styles = styles;

  /** Address of the feed, or several separated by spaces. Missing: the page's fallback shows. */
  @property({useDefault: true}) feed = '';

  /** Identifier of the call in the feed. Missing: the first call of the feed. */
  @property({useDefault: true}) call = '';

  /** Identifier of the edition that shows at first. Missing: the current one, else the latest. */
  @property({useDefault: true}) edition = '';

  /** Territory ("commune:33063") whose laureates show. Missing: all of the call's. */
  @property({useDefault: true}) territory = '';

  /** Language of the words ("fr", "en"). Missing: that of the page around; else French. */
  @property({reflect: true, useDefault: true}) override lang = '';

  /** Short name of who relays ("mairie-pau"): the links to campaigns then carry utm parameters. */
  @property({useDefault: true}) relay = '';

  /** Name of the adapter to force, and perhaps what is what in the answer: `csv:title=Nom` (FEED.md). Missing: the shape decides. */
  @property({useDefault: true}) format = '';

  /** Seconds between two readings of the feed, 10 at least; 0 reads it once. */
  @property({type: Number}) refresh = 0;

  /** Level of the title, 2 to 6; what is below it is one deeper. Anything else is 3. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Where the element stands: `idle`, `loading`, `ready`, `empty`, `error`. Read-only. */
  @property({reflect: true}) state: State = 'idle';

  /** The figures are older than the last attempt to read them. Read-only. */
  @property({type: Boolean, reflect: true}) stale = false;

  /** The edition that the visitor opened; '' while the page's own shows. */
  @state() private opened = '';
  @state() private pages = 1;

  readonly #feed = new FeedController<CallLoaded>(this, {
    args: () => [this.call, this.edition, this.territory],
    load: async (url, options) => {
      const {territory} = this;
      checkTerritory(this, territory);
      const {feed, folder} = await loadSole(url, {...options, territory});
      const call = find(feed.calls, this.call.trim(), url);
      if (!call) return {feed, call, all: [], campaigns: [], sums: null};
      const edition = this.edition.trim();
      if (edition && !call.editions.some(({id}) => id === edition)) {
        throw new FeedError('not-found', missingEdition(call, edition), {url});
      }
      const asked = editionOf(call, edition);
      if (folder) {
        const {readLaureates} = await import('../feed/published/laureates.js');
        const {all, sums, problems} = await readLaureates(folder, call.id, territory, options);
        const whole = {...feed, problems: [...feed.problems, ...problems]};
        return {feed: whole, call, all, campaigns: laureatesOf(call, all, asked), sums};
      }
      const here = await withinTerritory(feed.campaigns, territory);
      const all = filterCampaigns(here, {call: call.id});
      const partly = partlyOf(feed);
      const sums = partly && {...partly, totals: null};
      return {feed, call, all, campaigns: laureatesOf(call, all, asked), sums};
    },
    isEmpty: ({call}) => !call,
  });
  readonly #printing = new Printing(this);
  /** Position of the card that takes the focus once it is there; -1: none. */
  #focusNext = -1;

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (!['feed', 'call', 'edition', 'territory'].some((name) => changed.has(name))) return;
    this.opened = '';
    this.pages = 1;
  }

  protected override updated() {
    if (this.#focusNext < 0) return;
    void focusCard(this.renderRoot, this.#focusNext);
    this.#focusNext = -1;
  }

  /** Reads the feed again, past every cache. */
  reload(): void {
    this.#feed.reload();
  }

  protected override render() {
    const lang = languageFor(this);
    const value = this.#feed.value;
    if (value?.call) return this.#renderCall(value.call, value.all, value.sums, lang);
    if (this.state === 'loading') return fallbackOr(this, () => renderSkeleton(lang));
    const {error} = this.#feed;
    const strings = pick(callStrings, lang);
    const missing = error?.code === 'not-found';
    return problemNotice(this, lang, {
      empty: missing ? strings.notFound : strings.empty,
      error: missing ? undefined : error,
      retry: () => this.reload(),
    });
  }

  #renderCall(call: Call, all: Campaign[], sums: CallSums | null, lang: Language) {
    const edition = editionOf(call, this.opened || this.edition.trim()) ?? editionOf(call);
    const laureates = laureatesOf(call, all, edition);
    const totals = sums?.totals?.(editionsOf(call, edition));
    // A group, no landmark, here and in the others: two of a page would be two landmarks of one name.
    return html`<div part="call" class="call" role="group" lang=${lang} aria-label=${call.title}>
      <div part="panel" class="panel">
        ${callHead(call, heading(this.headingLevel, call.title), lang)}
        ${editionChoice(call, edition, lang, this.#onOpen)} ${phaseOfEdition(call, edition, lang)}
        ${figureList(callFigures(call, totals ?? totalsOf(laureates), lang))}
        ${partlyNote(sums, lang)}
      </div>
      ${this.#renderLaureates(laureates, edition, lang)}
      ${staleNote(this.stale, this.#feed.value?.feed.updatedAt ?? null, lang)}
    </div>`;
  }

  #renderLaureates(laureates: Campaign[], edition: Edition | undefined, lang: Language) {
    const strings = pick(callStrings, lang);
    const level = levelBelow(this.headingLevel);
    const cards = this.#printing.active ? laureates : laureates.slice(0, PAGE * this.pages);
    const left = laureates.length - cards.length;
    return html`<div class="winners">
      ${heading(level, strings.title(edition?.title ?? ''), 'subtitle')}
      ${
        cards.length
          ? cardList(cards, 'grid', {
              lang,
              variant: 'vertical',
              headingLevel: levelBelow(level),
              relay: this.relay,
              calls: this.#feed.value?.feed.calls ?? [],
            })
          : html`<p part="notice" class="notice">${strings.noLaureate}</p>`
      }
      ${
        left > 0
          ? html`<div class="foot">
            <button part="more" type="button" class="button" @click=${this.#onMore}>
              ${moreText(Math.min(left, PAGE), left, lang)}
            </button>
          </div>`
          : nothing
      }
    </div>`;
  }

  readonly #onOpen = (edition: string) => {
    this.opened = edition;
    this.pages = 1;
  };

  readonly #onMore = () => {
    this.#focusNext = PAGE * this.pages;
    this.pages += 1;
  };
}

/** The call asked for, or the first; undefined when the feed has none and none was asked for. */
function find(calls: readonly Call[], id: string, url: string): Call | undefined {
  const call = id ? calls.find((one) => one.id === id) : calls[0];
  if (id && !call) {
    throw new FeedError('not-found', `${url} has no call "${id}": check its id.`, {url});
  }
  return call;
}

function missingEdition({id, editions}: Call, edition: string): string {
  const known = editions.map((one) => `"${one.id}"`).join(', ') || 'none';
  return `The call "${id}" has no edition "${edition}": it has ${known}.`;
}

/**
 * Those of the edition; of the whole call when it has no editions. A laureate whose edition nobody says
 * belongs to the only one there is. Those that can still be supported come first.
 */
function laureatesOf(call: Call, all: Campaign[], edition: Edition | undefined): Campaign[] {
  const whole = call.editions.length < 2;
  const chosen = edition
    ? all.filter((campaign) => (campaign.call?.edition ?? (whole && edition.id)) === edition.id)
    : all;
  return sortCampaigns(chosen, 'ending');
}

/** The ids of an edition: with '', for those that name none, when it is the only one. Null: any. */
function editionsOf(call: Call, edition: Edition | undefined): string[] | null {
  if (!edition) return null;
  return call.editions.length < 2 ? [edition.id, ''] : [edition.id];
}

function renderSkeleton(lang: Language) {
  return html`<div class="call" lang=${lang} aria-busy="true">
    <p class="hidden">${pick(callStrings, lang).loading}</p>
    <div class="panel" aria-hidden="true">
      <div class="skeleton ghost-title"></div>
      <div class="skeleton ghost-steps"></div>
    </div>
    ${ghostCards(3, 'grid')}
  </div>`;
}

if (!customElements.get('relais-call-for-projects')) {
  customElements.define('relais-call-for-projects', RelaisCallForProjects);
}

declare global {
  interface HTMLElementTagNameMap {
    'relais-call-for-projects': RelaisCallForProjects;
  }
}
