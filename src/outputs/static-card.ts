import type {Campaign} from '../feed/campaign.js';
import {relayedUrl} from '../feed/relay.js';
import {campaignText} from '../i18n/campaign-text.js';
import {formatDateTime, languageOf, pick} from '../i18n/localize.js';
import {outputStrings} from '../i18n/strings.js';
import {markup} from './markup.js';

/** How a static card is made. */
export interface StaticOptions {
  /** "fr" or "en"; anything else is French. */
  lang?: string;
  /** Short name of who relays; the link then carries utm parameters. */
  relay?: string;
  /** What `utm_medium` says. Default: `static`. */
  channel?: string;
  /** When the figures were true (ISO 8601). Default: now. */
  updatedAt?: string | null;
  /** The time for which the words are right, in milliseconds since 1970. Default: now. */
  now?: number;
}

/**
 * One campaign in the plainest HTML there is: a link, a picture, sentences. No script, no style, no
 * class, no attribute but `href`, `src`, `alt`, `width`, `height` and `lang`: what the filters of
 * WordPress, Drupal, TYPO3, SPIP and Jahia let through. The figures are those of the day it was made,
 * and it says the day. It is also what stands inside an element until the script is there.
 */
export function staticCard(campaign: Campaign, options: StaticOptions = {}): string {
  const lang = languageOf(options.lang);
  const now = options.now ?? Date.now();
  const text = campaignText(campaign, lang, {now});
  const url = relayedUrl(
    campaign.url,
    options.relay ?? '',
    options.channel ?? 'static',
    campaign.id,
  );
  const at = options.updatedAt ?? new Date(now).toISOString();
  const {image} = campaign;
  const size = image?.width && image.height ? sizeOf(image.width, image.height) : null;
  const picture =
    image &&
    markup`<p><a href="${url}"><img src="${image.src}" alt="${image.alt || text.title}"${size && markup` width="${size[0]}" height="${size[1]}"`}></a></p>
`;
  const figures = [text.amount, text.percent, text.backers, text.time].filter(Boolean).join(' · ');
  const place = [text.place, text.owner, text.mentors].filter(Boolean).join(' · ');
  return markup`${picture}<p><strong><a href="${url}">${text.title}</a></strong></p>
${
  place &&
  markup`<p>${place}</p>
`
}${
    figures &&
    markup`<p>${figures}</p>
`
  }<p><small>${pick(outputStrings, lang).asOf(formatDateTime(at, lang))}</small></p>`.toString();
}

/** A picture no wider than a column of text. */
function sizeOf(width: number, height: number): [number, number] {
  const shown = Math.min(width, 600);
  return [shown, Math.round((height / width) * shown)];
}
