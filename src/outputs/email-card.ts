import type {Campaign} from '../feed/campaign.js';
import {relayedUrl} from '../feed/relay.js';
import {campaignText, type CampaignText} from '../i18n/campaign-text.js';
import {formatDateTime, languageOf, pick, type Language} from '../i18n/localize.js';
import {outputStrings} from '../i18n/strings.js';
import {markup, withoutMergeTags, type Markup} from './markup.js';

/** How an e-mail card is made. */
export interface EmailOptions {
  /** "fr" or "en"; anything else is French. */
  lang?: string;
  /** `one`: the picture above the words. `two`: beside them. Default: `one`. */
  columns?: 'one' | 'two';
  /** Short name of who relays; the links then carry utm parameters. */
  relay?: string;
  /** When the figures were true (ISO 8601): the card says so. Default: now. */
  updatedAt?: string | null;
  /**
   * Address of a picture of the card (PNG or JPEG, https), which replaces the campaign's own. Outlook
   * shows neither SVG nor WebP: a campaign's picture in these formats is left out.
   */
  image?: string;
  /** Colour of the bar and of the button, `#rrggbb`. Anything else is the house's own. */
  accent?: string;
  /** The time for which the words are right, in milliseconds since 1970. Default: now. */
  now?: number;
}

/** A card for a newsletter: the same words as HTML and as plain text. */
export interface EmailCard {
  /** One table, to paste into the body of a mail. */
  html: string;
  text: string;
}

const ACCENT = '#a8371a';
const WIDTH = 600;
const PADDING = 24;
const FONT = 'font-family:Arial,Helvetica,sans-serif';
const INK = '#1f2328';
const QUIET = '#565d66';
const PAPER = '#fefefe';

/**
 * One campaign as a fragment of e-mail. Every style is inline, and nothing that Outlook's Word engine,
 * Gmail, Orange, SFR or La Poste drops carries meaning: no `<style>`, no class, no `role` that the
 * words do not say too, padding on cells alone, the button a padded cell without VML. The card is whole
 * with its picture blocked, at 320 px, and with colours inverted: each cell says both its colours.
 *
 * Merge tags of mailing tools in a feed's text are taken apart (`withoutMergeTags`).
 *
 * @returns Under 8 kB of HTML, and its plain-text twin.
 */
export function emailCard(campaign: Campaign, options: EmailOptions = {}): EmailCard {
  const lang = languageOf(options.lang);
  const now = options.now ?? Date.now();
  const text = safeTexts(campaignText(campaign, lang, {now}));
  const url = relayedUrl(campaign.url, options.relay ?? '', 'email', campaign.id);
  const at = options.updatedAt ?? new Date(now).toISOString();
  const date = pick(outputStrings, lang).asOf(formatDateTime(at, lang));
  const card = {campaign, text, url, date, lang, accent: colourOf(options.accent)};
  const picture = pictureOf(campaign, options.image);
  const two = options.columns === 'two' && picture !== null;
  return {
    html: (two ? twoColumns(card, picture) : oneColumn(card, picture)).toString(),
    text: plainText(card),
  };
}

interface Card {
  campaign: Campaign;
  text: CampaignText;
  url: string;
  date: string;
  lang: Language;
  accent: string;
}

interface MailPicture {
  src: string;
  alt: string;
  /** Height for one unit of width. */
  shape: number;
}

function oneColumn(card: Card, picture: MailPicture | null): Markup {
  return table(
    card,
    markup`${picture && markup`<tr><td bgcolor="${PAPER}">${image(card, picture, WIDTH)}</td></tr>`}
<tr><td bgcolor="${PAPER}" style="padding:${PADDING}px;background-color:${PAPER};color:${INK};${FONT}">${content(card)}</td></tr>`,
  );
}

function twoColumns(card: Card, picture: MailPicture): Markup {
  return table(
    card,
    markup`<tr><td width="38%" valign="top" bgcolor="${PAPER}" style="width:38%;padding:${PADDING}px 0 ${PADDING}px ${PADDING}px;background-color:${PAPER}">${image(card, picture, 204)}</td>
<td valign="top" bgcolor="${PAPER}" style="padding:${PADDING}px;background-color:${PAPER};color:${INK};${FONT}">${content(card)}</td></tr>`,
  );
}

function table(card: Card, rows: Markup): Markup {
  return markup`<table role="presentation" lang="${card.lang}" dir="ltr" align="center" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0" bgcolor="${PAPER}" style="width:100%;max-width:${WIDTH}px;border:1px solid #dedad3;background-color:${PAPER}">
${rows}
</table>`;
}

function image(card: Card, picture: MailPicture, width: number): Markup {
  const height = Math.round(width * picture.shape);
  return markup`<a href="${card.url}" style="color:${card.accent};text-decoration:none"><img src="${picture.src}" alt="${picture.alt}" width="${width}" height="${height}" border="0" style="display:block;width:100%;max-width:${width}px;height:auto;border:0;color:${INK};${FONT};font-size:14px;line-height:20px"></a>`;
}

function content(card: Card): Markup {
  const {text, campaign, accent} = card;
  const kicker = [text.place, text.category].filter(Boolean).join(' · ');
  const facts = [text.backers, text.time].filter(Boolean).join(' · ');
  const support = [text.owner, text.mentors, text.call, text.matching].filter(Boolean).join('. ');
  const written = campaign.lang ? markup` lang="${campaign.lang}"` : null;
  return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
${row(kicker, `color:${QUIET};font-size:14px;line-height:20px`)}
<tr><td dir="auto"${written} style="padding:2px 0 8px;color:${INK};${FONT};font-size:20px;line-height:26px;font-weight:bold"><a href="${card.url}" style="color:${INK};text-decoration:none">${text.title}</a></td></tr>
${row(shortened(text.tagline), `color:${QUIET};font-size:15px;line-height:22px`, 12)}
${row([text.amount, text.percent && `(${text.percent})`].filter(Boolean).join(' '), `color:${INK};font-size:16px;line-height:22px;font-weight:bold`, 8)}
${text.filled === null ? null : markup`<tr><td style="padding:0 0 8px">${progress(text.filled, accent)}</td></tr>`}
${row(facts, `color:${QUIET};font-size:14px;line-height:20px`)}
${row(support, `color:${QUIET};font-size:14px;line-height:20px`)}
<tr><td style="padding:16px 0 12px"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" bgcolor="${accent}" style="padding:12px 22px;background-color:${accent};border-radius:24px"><a href="${card.url}" style="display:block;color:${inkOn(accent)};${FONT};font-size:16px;line-height:20px;font-weight:bold;text-decoration:none">${text.callToAction}</a></td></tr></table></td></tr>
${row(card.date, `color:${QUIET};font-size:12px;line-height:18px`)}
</table>`;
}

function row(words: string, style: string, below = 4): Markup | null {
  return words
    ? markup`<tr><td dir="auto" style="padding:0 0 ${below}px;${FONT};${style}">${words}</td></tr>`
    : null;
}

/** The bar as cells: full and empty. Nothing to read in it: the words above say it. */
function progress(filled: number, accent: string): Markup {
  const percent = Math.floor(filled * 100);
  const cell = (width: number, colour: string) =>
    width > 0
      ? markup`<td width="${width}%" bgcolor="${colour}" style="width:${width}%;background-color:${colour};font-size:1px;line-height:12px">&nbsp;</td>`
      : null;
  return markup`<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%"><tr>${cell(percent, accent)}${cell(100 - percent, '#d9d3c9')}</tr></table>`;
}

function plainText({text, url, date}: Card): string {
  const lines = [
    text.title,
    [text.place, text.category].filter(Boolean).join(' · '),
    shortened(text.tagline),
    [text.amount, text.percent && `(${text.percent})`].filter(Boolean).join(' '),
    [text.backers, text.time].filter(Boolean).join(' · '),
    text.owner,
    text.mentors,
    text.call,
    text.matching,
    `${text.callToAction}\u00a0: ${url}`,
    date,
  ];
  return lines.filter(Boolean).join('\n');
}

function safeTexts(text: CampaignText): CampaignText {
  return Object.fromEntries(
    Object.entries(text).map(([key, value]) => [
      key,
      typeof value === 'string' ? withoutMergeTags(value) : value,
    ]),
  ) as unknown as CampaignText;
}

/** The picture that a mail can show, or null. */
function pictureOf(campaign: Campaign, given: string | undefined): MailPicture | null {
  if (given && /^https?:/i.test(given)) {
    return {src: given, alt: '', shape: 630 / 1200};
  }
  const {image} = campaign;
  if (!image || /\.(svgz?|webp|avif)$/i.test(new URL(image.src).pathname)) return null;
  const known = image.width && image.height;
  return {
    src: image.src,
    alt: withoutMergeTags(image.alt ?? ''),
    shape: known
      ? Math.min(1.5, Math.max(0.25, Number(image.height) / Number(image.width)))
      : 9 / 16,
  };
}

function colourOf(given: string | undefined): string {
  return given && /^#[\da-f]{6}$/i.test(given) ? given : ACCENT;
}

/** White or near-black, whichever is easier to read on the colour (WCAG relative luminance). */
function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#111111' : PAPER;
}

function shortened(words: string): string {
  const characters = Array.from(words);
  return characters.length > 200 ? `${characters.slice(0, 199).join('')}…` : words;
}
