import type {Campaign} from '../feed/campaign.js';
import {relayedUrl} from '../feed/relay.js';
import {campaignText} from '../i18n/campaign-text.js';
import {asOfText, cardAlt} from '../i18n/card-alt.js';
import {languageOf} from '../i18n/localize.js';
import {markup, trusted, type Markup} from './markup.js';

/** How a static card is made. */
export interface StaticOptions {
  /** "fr" or "en"; anything else is French. */
  lang?: string;
  /** Short name of who relays; the link then carries utm parameters. */
  relay?: string;
  /** What `utm_medium` says. Default: `static`. */
  channel?: string;
  /** When the figures were true (ISO 8601). Missing, null or wrong: now. */
  updatedAt?: string | null;
  /** The time for which the words are right, in milliseconds since 1970. Default: now. */
  now?: number;
}

/**
 * One campaign in the plainest HTML there is: a paragraph with one link, a picture, sentences. No
 * script, no style, no class, no attribute but `href`, `src`, `alt`, `width`, `height` and `lang`: what
 * the filters of WordPress, Drupal, TYPO3, SPIP and Jahia let through. The figures are those of the day
 * it was made, and it says the day.
 */
export function staticCard(campaign: Campaign, options: StaticOptions = {}): string {
  return markup`<p>${staticContent(campaign, options)}</p>`.toString();
}

/**
 * What stands in a static card's paragraph. On one line, and nothing in it closes a paragraph: an editor
 * may wrap it in a `<p>`, or turn the ends of its lines into `<br>`, and it stays where it is.
 */
export function staticContent(campaign: Campaign, options: StaticOptions = {}): Markup {
  const lang = languageOf(options.lang);
  const text = campaignText(campaign, lang, {now: options.now ?? Date.now()});
  const {image} = campaign;
  const size = image?.width && image.height ? sizeOf(image.width, image.height) : null;
  // One link for the picture and the title: the picture says nothing that the title does not.
  const picture =
    image &&
    markup`<img src="${image.src}" alt="${image.alt ?? ''}"${size && markup` width="${size[0]}" height="${size[1]}"`}><br>`;
  const written = campaign.lang && campaign.lang !== lang && markup` lang="${campaign.lang}"`;
  const lines = [
    [text.place, text.owner, text.mentors].filter(Boolean).join(' · '),
    [text.progress, text.backers, text.time].filter(Boolean).join(' · '),
    asOfText(lang, options),
  ];
  return markup`<a href="${linkOf(campaign, options)}"${written}>${picture}<strong>${text.title}</strong></a>${lines.filter(Boolean).map((line) => markup`<br>${line}`)}`;
}

/** A picture of a campaign's card that leads to the campaign, and says the card's words and their date. */
export function linkedPicture(
  campaign: Campaign,
  image: string,
  options: StaticOptions = {},
): string {
  const alt = cardAlt(campaign, languageOf(options.lang), options);
  const size = trusted(`width="${PICTURE[0]}" height="${PICTURE[1]}"`);
  return markup`<p><a href="${linkOf(campaign, options)}"><img src="${image}" alt="${alt}" ${size}></a></p>`.toString();
}

/** A share image (1200 × 630) at half its size. */
const PICTURE = [600, 315] as const;

function linkOf(campaign: Campaign, options: StaticOptions): string {
  const {relay = '', channel = 'static'} = options;
  return relayedUrl(campaign.url, relay, channel, campaign.id);
}

/** A picture no wider than a column of text. */
function sizeOf(width: number, height: number): [number, number] {
  const shown = Math.min(width, 600);
  return [shown, Math.max(1, Math.round((height / width) * shown))];
}
