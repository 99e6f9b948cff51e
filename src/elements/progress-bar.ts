import {LitElement, html, nothing} from 'lit';
import {property} from 'lit/decorators.js';

import {blankCampaign, type Campaign, type Unit} from '../feed/campaign.js';
import {loadCampaign} from '../feed/load.js';
import {campaignText} from '../i18n/campaign-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {cardStrings, stateStrings} from '../i18n/strings.js';
import {bar} from './bar.js';
import {FeedController, type Loaded, type State} from './feed-controller.js';
import {languageFor} from './language.js';
import {fallbackOr, problemNotice, staleNote} from './notices.js';
import styles from './progress-bar.styles.js';

/** An attribute that holds an amount: missing, empty or not a number is unknown, never 0. */
const amount = {
  fromAttribute: (text: string | null) => (text?.trim() ? Number(text) : null),
};

/**
 * How far a campaign is: the bar and its figures in words, past the goal too, with or without a goal.
 * The figures come from attributes, or from a campaign of a feed.
 *
 * @tag relais-progress-bar
 *
 * @slot - What the page shows without script, while loading and on error.
 * @fires {RelaisLoadEvent} relais-load - The feed was read; fired again after each refresh.
 * @fires {RelaisErrorEvent} relais-error - The feed could not be read, or the campaign is not in it.
 * @csspart bar - The progress bar. Absent without a goal and when the amount is unknown.
 * @csspart amount - What has been collected, in words.
 * @csspart percent - The percentage of the goal.
 * @csspart date - The date of the figures, when they are stale.
 * @csspart notice - What is said when there is nothing to show.
 * @cssprop [--relais-accent=#a8371a] - Colour of the bar and of focus.
 * @cssprop [--relais-track=#eae5dd] - The bar's empty part.
 * @cssprop [--relais-success=#17663f] - The bar once the goal is reached.
 * @cssprop [--relais-control=#7d7870] - Borders of the bar and of controls.
 * @cssprop [--relais-text=#1f2328] - Colour of the text.
 * @cssprop [--relais-muted=#565d66] - Secondary text.
 * @cssprop [--relais-surface=#ffffff] - Ground of the button in a notice.
 * @cssprop [--relais-sunken=#f4f2ee] - Ground of notices.
 * @cssprop [--relais-line=#dedad3] - Borders of notices.
 * @cssprop [--relais-radius=0.75rem] - Radius of the corners of notices.
 * @cssprop [--relais-font=inherit] - Font family.
 * @cssprop [--relais-bar-size=0.625rem] - Height of the bar.
 */
export class RelaisProgressBar extends LitElement {
  static override styles = styles;

  /** What has been collected, in units of `currency` or in orders. Missing or not a number: unknown. */
  @property({converter: amount}) value: number | null = null;

  /** The goal, in the same unit. Missing, 0 or not a number: a campaign without a goal, hence without a bar. */
  @property({converter: amount}) max: number | null = null;

  /** Currency of `value` and `max`, ISO 4217. Missing: EUR. */
  @property({useDefault: true}) currency = 'EUR';

  /** What `value` and `max` count: `money` or `orders`. Anything else is `money`. */
  @property({useDefault: true}) unit: Unit = 'money';

  /** Accessible name of the bar. Missing: the campaign's title, else "progress of the campaign". */
  @property({useDefault: true}) label = '';

  /** Address of the feed that holds the campaign. Missing: `value` and `max` speak. */
  @property({useDefault: true}) feed = '';

  /** Identifier of the campaign in the feed. Missing: the first of the feed (and of `territory`). */
  @property({useDefault: true}) campaign = '';

  /** Territory ("commune:33063") whose first campaign shows when `campaign` is missing. */
  @property({useDefault: true}) territory = '';

  /** Language of the words ("fr", "en"). Missing: that of the page around; else French. */
  @property({reflect: true, useDefault: true}) override lang = '';

  /** Short name of who relays. The bar has no link: kept so that every element takes the same attributes. */
  @property({useDefault: true}) relay = '';

  /** Name of the adapter to force, and perhaps what is what in the answer: `csv:title=Nom` (FEED.md). Missing: the shape decides. */
  @property({useDefault: true}) format = '';

  /** Seconds between two readings of the feed, 10 at least; 0 reads it once. */
  @property({type: Number}) refresh = 0;

  /** Kept so that every element takes the same attributes: the bar has no heading. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Where the bar stands: `idle`, `loading`, `ready`, `empty`, `error`. Read-only. */
  @property({reflect: true}) state: State = 'idle';

  /** The figures are older than the last attempt to read them. Read-only. */
  @property({type: Boolean, reflect: true}) stale = false;

  readonly #feed = new FeedController<Loaded>(this, {
    args: () => [this.#id, this.#id ? '' : this.territory],
    load: async (url, options) => {
      const {campaign, feed} = this.#id
        ? await loadCampaign(url, this.#id, options)
        : await (await import('./asked-territory.js')).firstCampaign(this, url, options);
      return {feed, campaigns: campaign ? [campaign] : []};
    },
  });

  protected override update(changed: Map<PropertyKey, unknown>) {
    if (!this.feed.trim()) this.state = this.#given ? 'ready' : 'idle';
    super.update(changed);
  }

  /** Reads the feed again, past every cache. */
  reload(): void {
    this.#feed.reload();
  }

  protected override render() {
    const lang = languageFor(this);
    const campaign = this.feed.trim() ? this.#feed.value?.campaigns[0] : this.#given;
    if (campaign) return this.#renderBar(campaign, lang);
    if (this.state === 'loading') {
      return fallbackOr(
        this,
        () => html`<div class="skeleton loading" aria-busy="true"></div>
          <p class="hidden">${pick(stateStrings, lang).loading}</p>`,
      );
    }
    return problemNotice(this, lang, {
      empty: pick(stateStrings, lang).empty,
      error: this.#feed.error,
      retry: () => this.reload(),
    });
  }

  get #id(): string {
    return this.campaign.trim();
  }

  /** The campaign that the attributes describe; undefined when neither says anything. */
  get #given(): Campaign | undefined {
    const raised = positive(this.value);
    const goal = positive(this.max) || null;
    if (raised === null && goal === null) return undefined;
    const unit = this.unit === 'orders' ? 'orders' : 'money';
    return {...blankCampaign, raised, goal, unit, currency: this.currency || 'EUR'};
  }

  #renderBar(campaign: Campaign, lang: Language) {
    const text = campaignText(campaign, lang);
    const name = this.label || text.title || pick(cardStrings, lang).progress;
    // Neither amount nor goal: no bar and no figure, but no blank box either.
    if (!text.amount && text.filled === null) {
      return fallbackOr(
        this,
        () => html`<p part="amount" class="amount" lang=${lang}>${text.backers || name}</p>`,
      );
    }
    const reached = text.ratio !== null && text.ratio >= campaign.threshold;
    return html`<div class="progress" lang=${lang}>
      ${bar(text, name, campaign.threshold)}
      <div class="figures">
        ${text.amount ? html`<p part="amount" class="amount">${text.amount}</p>` : nothing}
        ${
          text.percent
            ? html`<p part="percent" class="percent ${reached ? 'reached-text' : ''}">${text.percent}</p>`
            : nothing
        }
      </div>
      ${staleNote(this.stale, this.#feed.value?.feed.updatedAt ?? null, lang)}
    </div>`;
  }
}

/** Zero or more, finite; else unknown. */
function positive(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}

if (!customElements.get('relais-progress-bar')) {
  customElements.define('relais-progress-bar', RelaisProgressBar);
}

declare global {
  interface HTMLElementTagNameMap {
    'relais-progress-bar': RelaisProgressBar;
  }
}
