import {Task} from '@lit/task';
import {LitElement, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';

import {inPeriod, parsePeriod, type Period} from '../feed/period.js';
import {withinTerritory} from '../feed/places.js';
import {loadSole, partlyOf, type Partly} from '../feed/published/sole.js';
import {sortCampaigns, totalsOf, type Totals} from '../feed/select.js';
import {totalsFigures} from '../i18n/figures-text.js';
import {formatDateTime, pick, type Language} from '../i18n/localize.js';
import {periodText} from '../i18n/period-text.js';
import {summaryStrings} from '../i18n/strings.js';
import {checkTerritory} from './asked-territory.js';
import {cardList} from './card-list.js';
import {FeedController, warnOnce, type Loaded, type State} from './feed-controller.js';
import {figureList, partlyNote} from './figures.js';
import {heading, levelBelow} from './heading.js';
import {languageFor} from './language.js';
import {fallbackOr, problemNotice, staleNote} from './notices.js';
import styles from './territory-summary.styles.js';

/** How many of the best-known campaigns show. */
const BEST = 3;

/** What was read, with what it comes to. */
interface SummaryLoaded extends Loaded {
  totals: Totals;
  /** Those that most people know, best first. */
  best: Loaded['campaigns'];
  /** A published folder has more campaigns than were gone through; null when all count. */
  partly: Partly | null;
}

/**
 * What crowdfunding did in a territory: campaigns, amounts raised, backers, success rate, and the
 * campaigns that most people know.
 *
 * A figure that the feed does not know for every campaign says "at least"; one that it does not know
 * at all is left out. The date of the figures always shows.
 *
 * @tag relais-territory-summary
 *
 * @slot - What the page shows without script, while loading, when empty and on error.
 * @fires {RelaisLoadEvent} relais-load - The feed was read; fired again after each refresh. Holds the campaigns that are counted; of a published folder those that were read for it.
 * @fires {RelaisErrorEvent} relais-error - The feed could not be read.
 * @fires {RelaisSelectEvent} relais-select - The visitor follows the link of one of the best-known campaigns; cancelable.
 * @csspart summary - The whole of it.
 * @csspart title - The name of the territory.
 * @csspart period - What is counted, and over which time.
 * @csspart figures - The figures, as a description list.
 * @csspart figure - One figure with what it is.
 * @csspart best - The best-known campaigns with their heading.
 * @csspart subtitle - The heading of the best-known campaigns.
 * @csspart list - The list of the best-known campaigns.
 * @csspart item - One entry of that list, around its card.
 * @csspart card - Each card. The parts of relais-project-card (title, link, bar, amount…) pass through by their own names.
 * @csspart partly - How many campaigns the figures are from, when a published folder has more than are gone through.
 * @csspart date - The date of the figures.
 * @csspart notice - What is said when there is nothing to show.
 * @cssprop [--relais-accent=#a8371a] - Colour of the first figure, of the bars and of focus.
 * @cssprop [--relais-surface=#ffffff] - Ground of the tiles.
 * @cssprop [--relais-sunken=#f4f2ee] - Ground of notices.
 * @cssprop [--relais-text=#1f2328] - Text and figures.
 * @cssprop [--relais-muted=#565d66] - Secondary text.
 * @cssprop [--relais-line=#dedad3] - Thin lines.
 * @cssprop [--relais-radius=0.75rem] - Radius of the corners.
 * @cssprop [--relais-shadow] - Shadow of the whole.
 * @cssprop [--relais-control=#7d7870] - Borders of the bars and of controls.
 * @cssprop [--relais-track=#eae5dd] - The empty part of bars.
 * @cssprop [--relais-success=#17663f] - Bars once the goal is reached.
 * @cssprop [--relais-gap=1rem] - Space between cards.
 * @cssprop [--relais-column=20rem] - Narrowest column of the best-known campaigns.
 * @cssprop [--relais-font=inherit] - Font family.
 * @cssprop [--relais-bar-size=0.625rem] - Height of the bars.
 */
export class RelaisTerritorySummary extends LitElement {
  static override styles = styles;

  /** Address of the feed, or several separated by spaces. Missing: the page's fallback shows. */
  @property({useDefault: true}) feed = '';

  /** Territory ("commune:33063", "departement:33"…) that is summed up. Missing: all of the feed. */
  @property({useDefault: true}) territory = '';

  /** Campaigns that began in this time, and where the feed says no beginning, that ended in it: a year ("2026"), a month ("2026-03"), the last days, months or years ("90d", "12m", "2y"), or a span ("2024-01/2026-06"). Missing, `all` or none of these: all time. */
  @property({useDefault: true}) period = '';

  /** Language of the words ("fr", "en"). Missing: that of the page around; else French. */
  @property({reflect: true, useDefault: true}) override lang = '';

  /** Short name of who relays ("mairie-pau"): the links then carry utm parameters. */
  @property({useDefault: true}) relay = '';

  /** Name of the adapter to force, and perhaps what is what in the answer: `csv:title=Nom` (FEED.md). Missing: the shape decides. */
  @property({useDefault: true}) format = '';

  /** Seconds between two readings of the feed, 10 at least; 0 reads it once. */
  @property({type: Number}) refresh = 0;

  /** Level of the title, 2 to 6; what is below it is one deeper. Anything else is 3. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Where the summary stands: `idle`, `loading`, `ready`, `empty`, `error`. Read-only. */
  @property({reflect: true}) state: State = 'idle';

  /** The figures are older than the last attempt to read them. Read-only. */
  @property({type: Boolean, reflect: true}) stale = false;

  readonly #feed = new FeedController<SummaryLoaded>(this, {
    args: () => [this.territory, this.period],
    load: async (url, options) => {
      const {territory} = this;
      checkTerritory(this, territory);
      const period = parsePeriod(this.period);
      if (!period) checkPeriod(this, this.period);
      const {feed, folder} = await loadSole(url, {...options, territory});
      if (folder) {
        const {sumUp} = await import('../feed/published/summary.js');
        return sumUp(feed, folder, {territory, period}, options);
      }
      const all = await withinTerritory(feed.campaigns, territory);
      const campaigns = all.filter((campaign) => inPeriod(campaign, period));
      const best = sortCampaigns(sortCampaigns(campaigns, 'raised'), 'backers');
      return {feed, campaigns, totals: totalsOf(campaigns), best, partly: partlyOf(feed)};
    },
    isEmpty: ({totals}) => totals.campaigns === 0,
  });
  /** The territory's name: the figures do not wait for it, nor fail with it. */
  readonly #name = new Task(this, {
    args: () => [this.territory.trim()] as const,
    task: async ([code]) => {
      if (!code) return undefined;
      const {findTerritory} = await import('../territory/gazetteer.js');
      return {code, name: (await findTerritory(code))?.name};
    },
    onError: () => undefined,
  });

  /** Reads the feed again, past every cache. */
  reload(): void {
    this.#feed.reload();
  }

  protected override render() {
    const lang = languageFor(this);
    const value = this.#feed.value;
    if (value?.totals.campaigns) return this.#renderSummary(value, lang);
    if (this.state === 'loading') return fallbackOr(this, () => renderSkeleton(lang));
    const strings = pick(summaryStrings, lang);
    return problemNotice(this, lang, {
      empty: strings.empty(this.#placeName, periodText(this.#period, lang)),
      error: this.#feed.error,
      retry: () => this.reload(),
    });
  }

  get #period(): Period | null {
    return parsePeriod(this.period);
  }

  /** '' while nobody knows it. */
  get #placeName(): string {
    const found = this.#name.value;
    return found && found.code === this.territory.trim() ? (found.name ?? '') : '';
  }

  #renderSummary({feed, totals, best, partly}: SummaryLoaded, lang: Language) {
    const strings = pick(summaryStrings, lang);
    const title = this.#placeName || feed.title || strings.title;
    return html`<div part="summary" class="summary" role="group" lang=${lang} aria-label=${title}>
      <div class="head">
        ${heading(this.headingLevel, title)}
        <p part="period" class="kicker">${strings.subject(periodText(this.#period, lang))}</p>
      </div>
      ${figureList(totalsFigures(totals, lang))}
      ${partlyNote(partly, lang)}
      ${totals.campaigns < 2 ? nothing : this.#renderBest(best.slice(0, BEST), lang)}
      ${
        this.stale
          ? staleNote(true, feed.updatedAt, lang)
          : html`<p part="date" class="date">${strings.date(feed.updatedAt ? formatDateTime(feed.updatedAt, lang) : '')}</p>`
      }
    </div>`;
  }

  #renderBest(best: Loaded['campaigns'], lang: Language) {
    if (!best.length) return nothing;
    const level = levelBelow(this.headingLevel);
    return html`<div part="best" class="best">
      ${heading(level, pick(summaryStrings, lang).best, 'subtitle')}
      ${cardList(best, 'columns', {
        lang,
        variant: 'compact',
        headingLevel: levelBelow(level),
        relay: this.relay,
        calls: this.#feed.value?.feed.calls ?? [],
      })}
    </div>`;
  }
}

/** Tells the page's developer of a period that is none: the figures are those of all time. */
function checkPeriod(host: Element, text: string) {
  const asked = text.trim();
  if (!asked || asked.toLowerCase() === 'all') return;
  warnOnce(
    host.localName,
    `period="${asked}" is no period, and all time counts: write a year ("2026"), a month ("2026-03"), "90d", "12m", "2y" or a span ("2024-01/2026-06").`,
  );
}

function renderSkeleton(lang: Language) {
  return html`<div class="summary" lang=${lang} aria-busy="true">
    <p class="hidden">${pick(summaryStrings, lang).loading}</p>
    <div class="skeleton ghost-title" aria-hidden="true"></div>
    <div class="ghost-figures" aria-hidden="true">
      ${[1, 2, 3, 4].map(() => html`<div class="skeleton"></div>`)}
    </div>
  </div>`;
}

if (!customElements.get('relais-territory-summary')) {
  customElements.define('relais-territory-summary', RelaisTerritorySummary);
}

declare global {
  interface HTMLElementTagNameMap {
    'relais-territory-summary': RelaisTerritorySummary;
  }
}
