import type {Call, Campaign} from '../feed/campaign.js';
import {relayedUrl} from '../feed/relay.js';
import {asOfText, cardAlt, lastingTime, standingText} from '../i18n/card-alt.js';
import {campaignText, type CampaignText} from '../i18n/campaign-text.js';
import {languageOf, type Language} from '../i18n/localize.js';

/** What every card made of a campaign takes. */
export interface CardOptions {
  /** "fr" or "en"; anything else is French. */
  lang?: string;
  /** Short name of who relays; the link then carries utm parameters (`relayedUrl`). */
  relay?: string;
  /** When the figures were true (ISO 8601): the card says so. Missing, null or wrong: now. */
  updatedAt?: string | null;
  /** Colour of the bar and of what stands out, `#rrggbb`. Anything else is the house's own. */
  accent?: string;
  /** The time for which the words are right, in milliseconds since 1970. Default: now. */
  now?: number;
  /** The zone of dates written in UTC. Default: Europe/Paris. */
  zone?: string;
  /** The calls of the feed, to name the one that the campaign won. */
  calls?: readonly Call[];
}

/** The words of a card outside a page, in the order in which they are read. '' is nothing to say. */
export interface CardWords {
  text: CampaignText;
  lang: Language;
  /** Where the card leads. */
  url: string;
  /** "Pau (64) · Patrimoine". */
  kicker: string;
  /** "9 930 € collectés sur 12 000 € · 82 %". */
  figures: string;
  /** "134 contributeurs · 7 jours restants", on paper "134 contributeurs · Jusqu’au 10 mars 2026". */
  facts: string;
  /** Who stands behind it, what it won, what is added: one sentence each. */
  support: string[];
  /** "Chiffres du 3 mars 2026 à 10:04". */
  date: string;
  /** What a picture of the card says in place of it. */
  alt: string;
}

/** A picture that is in its own address: what a drawing may hold, since it loads nothing. */
export const PICTURE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/]+=*$/;

/** The house's own colour. */
export const ACCENT = '#a8371a';

/**
 * The words of one campaign, each from `campaignText`.
 *
 * @param channel - What `utm_medium` says; `print` is paper.
 */
export function cardWords(campaign: Campaign, options: CardOptions, channel: string): CardWords {
  const lang = languageOf(options.lang);
  const said = {...options, now: options.now ?? Date.now(), isPaper: channel === 'print'};
  const text = campaignText(campaign, lang, said);
  return {
    text,
    lang,
    url: relayedUrl(campaign.url, options.relay ?? '', channel, campaign.id),
    kicker: joined(text.place, text.category),
    figures: joined(text.amount, text.percent),
    facts: joined(
      standingText(campaign, text, said.now),
      text.backers,
      lastingTime(campaign, text, lang, said),
    ),
    support: [text.owner, text.mentors, text.call, text.matching, text.threshold].filter(Boolean),
    date: asOfText(lang, said),
    alt: cardAlt(campaign, lang, said),
  };
}

/** `#rrggbb`, or the house's own colour. */
export function colourOf(given: string | undefined): string {
  return given && /^#[\da-f]{6}$/i.test(given) ? given.toLowerCase() : ACCENT;
}

/** WCAG relative luminance of `#rrggbb`, 0 to 1. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour, darkened until it reads on a light ground: 4.5 to 1 (WCAG 1.4.3). */
export function readableOn(ground: string, colour: string): string {
  let shown = colour;
  while ((luminance(ground) + 0.05) / (luminance(shown) + 0.05) < 4.5) {
    const parts = [1, 3, 5].map((start) =>
      Math.floor(parseInt(shown.slice(start, start + 2), 16) * 0.9),
    );
    shown = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  }
  return shown;
}

/** Near-white or black, whichever is easier to read on the colour: 4.5 to 1 at the least, on any. */
export function inkOn(colour: string): '#000000' | '#fefefe' {
  return luminance(colour) > 0.178 ? '#000000' : '#fefefe';
}

/** No more characters (code points) than asked, the last one then "…". */
export function shortened(words: string, most: number): string {
  const characters = Array.from(words);
  if (characters.length <= most) return words;
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

function joined(...words: readonly string[]): string {
  return words.filter(Boolean).join('\u00a0· ');
}
