import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';

import type {Call, Campaign} from '../feed/campaign.js';
import {loadCampaign} from '../feed/load.js';
import {relayedUrl} from '../feed/relay.js';
import {statusOf} from '../feed/select.js';
import {campaignText, type CampaignText} from '../i18n/campaign-text.js';
import {pick, type Language} from '../i18n/localize.js';
import {stateStrings} from '../i18n/strings.js';
import {bar} from './bar.js';
import {RelaisSelectEvent} from './events.js';
import {FeedController, type Loaded, type State} from './feed-controller.js';
import {heading} from './heading.js';
import {languageFor} from './language.js';
import {fallbackOr, problemNotice, skeletonCard, staleNote} from './notices.js';
import {excerpt, HILLS, line, onLogoError, percentClass} from './project-card-parts.js';
import styles from './project-card.styles.js';

/** How a card stands: `vertical` in a grid, `horizontal` in a column of text, `compact` in a list, `banner` across a page. */
export type CardVariant = 'vertical' | 'horizontal' | 'compact' | 'banner';

const VARIANTS: readonly string[] = ['vertical', 'horizontal', 'compact', 'banner'];

/** A tagline longer than this is cut on the card: the campaign's page has the rest. */
const TAGLINE_LENGTH = 180;

/**
 * One campaign of a feed: picture, place, owner, progress, and one link to its page.
 *
 * @tag relais-project-card
 *
 * @slot - What the page shows without script, while loading and on error: at best a link to the campaign.
 * @fires {RelaisLoadEvent} relais-load - The feed was read; fired again after each refresh.
 * @fires {RelaisErrorEvent} relais-error - The feed could not be read, or the campaign is not in it.
 * @fires {RelaisSelectEvent} relais-select - The visitor follows the link; cancelable.
 * @csspart card - The whole card.
 * @csspart media - The picture, or what stands in its place.
 * @csspart title - The heading.
 * @csspart link - The link to the campaign's own page; it covers the card.
 * @csspart place - Where the campaign happens, and its category.
 * @csspart tagline - The campaign in one sentence.
 * @csspart owner - Who stands behind the campaign.
 * @csspart badges - What marks it: a public owner, a call that it won, its status.
 * @csspart bar - The progress bar.
 * @csspart amount - What has been collected, in words.
 * @csspart percent - The percentage of the goal.
 * @csspart backers - How many people gave.
 * @csspart time - The time left.
 * @csspart details - Threshold, matching, further goals, latest news.
 * @csspart history - How the campaign developed.
 * @csspart mentors - The bodies that mentor it.
 * @csspart cta - What invites to follow the link.
 * @csspart date - The date of the figures, when they are stale.
 * @csspart notice - What is said when there is nothing to show.
 * @cssprop [--relais-accent=#a8371a] - Colour of the bar, of what is pressed and of focus.
 * @cssprop [--relais-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--relais-accent-soft=#fbeee9] - Ground of what is marked.
 * @cssprop [--relais-surface=#ffffff] - Ground of the card.
 * @cssprop [--relais-sunken=#f4f2ee] - Ground of notices and badges.
 * @cssprop [--relais-text=#1f2328] - Colour of the text.
 * @cssprop [--relais-muted=#565d66] - Secondary text.
 * @cssprop [--relais-line=#dedad3] - Thin lines.
 * @cssprop [--relais-control=#7d7870] - Borders of controls and of the bar.
 * @cssprop [--relais-track=#eae5dd] - The bar's empty part.
 * @cssprop [--relais-success=#17663f] - The bar once the goal is reached.
 * @cssprop [--relais-radius=0.75rem] - Radius of the corners.
 * @cssprop [--relais-shadow] - Shadow of the card.
 * @cssprop [--relais-font=inherit] - Font family.
 * @cssprop [--relais-bar-size=0.625rem] - Height of the bar; a banner's is 0.875rem when nothing is set.
 */
export class RelaisProjectCard extends LitElement {
  static override styles = styles;

  /** Address of the feed, or several separated by spaces. Missing: the page's fallback shows. */
  @property({useDefault: true}) feed = '';

  /** Identifier of the campaign in the feed. Missing: the first campaign of the feed (and of `territory`). */
  @property({useDefault: true}) campaign = '';

  /** How the card stands: `vertical`, `horizontal`, `compact` or `banner`. Anything else is `vertical`. */
  @property({useDefault: true}) variant: CardVariant = 'vertical';

  /** Territory ("commune:33063") whose first campaign shows when `campaign` is missing. */
  @property({useDefault: true}) territory = '';

  /** Language of the words ("fr", "en"). Missing: that of the page around; else French. */
  @property({reflect: true, useDefault: true}) override lang = '';

  /** Short name of who relays ("mairie-pau"): the link then carries utm parameters. */
  @property({useDefault: true}) relay = '';

  /** Name of the adapter to force, and perhaps what is what in the answer: `csv:title=Nom` (FEED.md). Missing: the shape decides. */
  @property({useDefault: true}) format = '';

  /** Seconds between two readings of the feed, 10 at least; 0 reads it once. */
  @property({type: Number}) refresh = 0;

  /** Level of the title, 2 to 6. Anything else is 3. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** A campaign at hand, for programs: it shows at once, without its history, and no feed is read. */
  @property({attribute: false}) data: Campaign | null = null;

  /** The calls for projects that `data` may have won, for programs: the card names the one. */
  @property({attribute: false}) calls: readonly Call[] = [];

  /** Where the card stands: `idle`, `loading`, `ready`, `empty`, `error`. Read-only. */
  @property({reflect: true}) state: State = 'idle';

  /** The figures are older than the last attempt to read them. Read-only. */
  @property({type: Boolean, reflect: true}) stale = false;

  @state() private brokenImage = '';

  #development: typeof import('./history.js').development | undefined;

  readonly #feed = new FeedController<Loaded>(this, {
    args: () => [this.#id, this.#id ? '' : this.territory],
    load: async (url, options) => {
      // Most cards name their campaign: they do not pay for places.
      const {campaign, feed} = this.#id
        ? await loadCampaign(url, this.#id, options)
        : await (await import('./asked-territory.js')).firstCampaign(this, url, options);
      if (campaign) await this.#bringHistory(campaign);
      return {feed, campaigns: campaign ? [campaign] : []};
    },
  });

  protected override update(changed: Map<PropertyKey, unknown>) {
    if (this.data || !this.feed.trim()) this.state = this.data ? 'ready' : 'idle';
    super.update(changed);
  }

  /** Reads the feed again, past every cache. */
  reload(): void {
    this.#feed.reload();
  }

  protected override render() {
    const lang = languageFor(this);
    const campaign = this.data ?? this.#feed.value?.campaigns[0];
    if (campaign) return this.#renderCard(campaign, lang);
    if (this.state === 'loading') return fallbackOr(this, () => skeletonCard(this.#variant, lang));
    return problemNotice(this, lang, {
      empty: pick(stateStrings, lang).empty,
      error: this.#feed.error,
      retry: () => this.reload(),
    });
  }

  /** The code that draws a history comes with the first campaign that has one, before the card shows. */
  async #bringHistory({history}: Campaign) {
    if (history.length < 2 || this.#development) return;
    // Without it the card lacks a drawing, and nothing else.
    const module = await import('./history.js').catch(() => undefined);
    this.#development = module?.development;
    module?.dressHistory(this.renderRoot);
  }

  get #id(): string {
    return this.campaign.trim();
  }

  get #variant(): CardVariant {
    return VARIANTS.includes(this.variant) ? this.variant : 'vertical';
  }

  #renderCard(campaign: Campaign, lang: Language) {
    const calls = this.#feed.value?.feed.calls ?? this.calls;
    const text = campaignText(campaign, lang, {calls});
    const variant = this.#variant;
    const compact = variant === 'compact';
    const href = relayedUrl(campaign.url, this.relay, 'widget', campaign.id);
    const written = campaign.lang ?? nothing;
    return html`<article part="card" class="card ${variant}" lang=${lang}>
      <div class="body">
        <div class="head">
          ${heading(
            this.headingLevel,
            html`<a
              part="link"
              href=${href}
              lang=${written}
              dir="auto"
              rel="noopener"
              referrerpolicy="strict-origin-when-cross-origin"
              @click=${(event: Event) => this.#onFollow(event, campaign)}
              >${text.title}</a
            >`,
          )}
          ${line('place', 'kicker', [text.place, text.category].filter(Boolean).join(' · '))}
        </div>
        ${compact ? nothing : this.#renderIntroduction(campaign, text)}
        <div class="progress">
          ${bar(text, text.title, campaign.threshold)}
          <div class="figures">
            ${line('amount', 'amount', text.amount)} ${line('percent', percentClass(campaign, text), text.percent)}
          </div>
          <div class="facts">${line('backers', '', text.backers)} ${line('time', '', text.time)}</div>
        </div>
        ${compact ? nothing : this.#renderDetails(campaign, text, lang)}
        ${staleNote(this.stale, this.#feed.value?.feed.updatedAt ?? null, lang)}
      </div>
      ${this.#renderMedia(campaign, compact)}
    </article>`;
  }

  #renderIntroduction(campaign: Campaign, text: CampaignText) {
    const isPublic = campaign.owner?.kind === 'public';
    // That a campaign is live is what its bar and its days left say.
    const status = statusOf(campaign) === 'live' ? '' : text.status;
    const badges = [isPublic ? text.ownerKind : '', text.call, status].filter(Boolean);
    const written = campaign.lang ?? nothing;
    return html`
      ${
        badges.length
          ? html`<ul part="badges" class="badges" role="list">
            ${badges.map((badge) => html`<li class=${badge === text.ownerKind ? 'strong' : ''} dir="auto">${badge}</li>`)}
          </ul>`
          : nothing
      }
      ${
        text.tagline
          ? html`<p part="tagline" class="tagline" lang=${written} dir="auto">
            ${excerpt(text.tagline, TAGLINE_LENGTH)}
          </p>`
          : nothing
      }
      ${line('owner', 'owner', text.owner)}
    `;
  }

  #renderDetails(campaign: Campaign, text: CampaignText, lang: Language) {
    const details = [text.matching, text.threshold, text.stretch, text.extended, text.latestNews];
    const said = details.filter(Boolean);
    const logo = campaign.mentors.find((mentor) => mentor.logo)?.logo;
    return html`
      ${
        said.length
          ? html`<ul part="details" class="details" role="list">
            ${said.map((detail) => html`<li dir="auto">${detail}</li>`)}
          </ul>`
          : nothing
      }
      ${this.data ? nothing : this.#development?.(campaign, lang)}
      <div class="foot">
        ${
          text.mentors
            ? html`<div part="mentors" class="mentors">
              ${
                logo
                  ? html`<img src=${logo} alt="" loading="lazy" decoding="async" referrerpolicy="no-referrer" @error=${onLogoError} />`
                  : nothing
              }
              <p>${text.mentors}</p>
            </div>`
            : nothing
        }
        <span part="cta" class="cta" aria-hidden="true">${text.callToAction}</span>
      </div>
    `;
  }

  #renderMedia(campaign: Campaign, compact: boolean) {
    const {image} = campaign;
    if (!image || image.src === this.brokenImage) {
      return compact ? nothing : html`<div part="media" class="media">${HILLS}</div>`;
    }
    return html`<div part="media" class="media">
      <img
        src=${image.src}
        alt=${image.alt ?? ''}
        width=${image.width ?? nothing}
        height=${image.height ?? nothing}
        loading="lazy"
        decoding="async"
        referrerpolicy="no-referrer"
        @error=${() => {
          this.brokenImage = image.src;
        }}
      />
    </div>`;
  }

  #onFollow(event: Event, campaign: Campaign) {
    if (!this.dispatchEvent(new RelaisSelectEvent({campaign}))) event.preventDefault();
  }
}

if (!customElements.get('relais-project-card')) {
  customElements.define('relais-project-card', RelaisProjectCard);
}

declare global {
  interface HTMLElementTagNameMap {
    'relais-project-card': RelaisProjectCard;
  }
}
