import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';

import type {Call, Campaign} from '../feed/campaign.js';
import type {Language} from '../i18n/localize.js';
import './project-card.js';
import type {CardVariant} from './project-card.js';

/** The parts of a card that the element which holds it passes on to its page. */
const CARD_PARTS =
  'card, media, title, link, place, tagline, owner, badges, bar, amount, percent, backers, time, details, mentors, cta';

/**
 * Campaigns as a list of cards, for the elements that hold cards. It stays a list for VoiceOver where
 * style sheets take the bullets away (`role="list"`). Nothing is fetched by the cards.
 *
 * @param name - Class of the list: how the cards stand.
 */
export function cardList(
  campaigns: readonly Campaign[],
  name: string,
  options: {
    lang: Language;
    variant: CardVariant;
    headingLevel: number;
    relay: string;
    /** Those of the feed: a card names the one that its campaign won. */
    calls: readonly Call[];
    onScroll?: () => void;
  },
) {
  return html`<ul
    id="list"
    part="list"
    class=${name}
    role="list"
    @scroll=${options.onScroll ?? nothing}
  >
    ${repeat(
      campaigns,
      ({id}) => id,
      (campaign) =>
        html`<li part="item">
          <relais-project-card
            exportparts=${CARD_PARTS}
            variant=${options.variant}
            lang=${options.lang}
            heading-level=${options.headingLevel}
            relay=${options.relay}
            .calls=${options.calls}
            .data=${campaign}
          ></relais-project-card>
        </li>`,
    )}
  </ul>`;
}

/** The shapes of cards that are not there yet, for the eye alone. */
export function ghostCards(count: number, name: string) {
  const ghost = html`<li class="ghost">
    <div class="skeleton picture"></div>
    <div class="skeleton line short"></div>
    <div class="skeleton line"></div>
    <div class="skeleton line"></div>
  </li>`;
  return html`<ul class=${name} aria-hidden="true">
    ${[...Array(count)].map(() => ghost)}
  </ul>`;
}

/** Puts the focus on the link of a card of this root, by its position from 0. Nothing when it is not there. */
export async function focusCard(root: ParentNode, position: number): Promise<void> {
  const card = root.querySelectorAll('relais-project-card')[position];
  await card?.updateComplete;
  card?.renderRoot.querySelector<HTMLElement>('a')?.focus();
}
