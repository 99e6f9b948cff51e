import type {Campaign} from '../feed/campaign.js';
import {inCells, type MailCard, type MailPicture} from './email-parts.js';
import {mailAddress, withoutMergeTags} from './markup.js';
import {mjmlSection} from './mjml-card.js';
import {cardWords, colourOf, shortened, type CardOptions, type CardWords} from './words.js';

/** How an e-mail card is made. */
export interface EmailOptions extends CardOptions {
  /** `one`: the picture above the words. `two`: beside them, above them on a phone. Default: `one`. */
  columns?: 'one' | 'two';
  /**
   * Address of a picture of the card (PNG or JPEG, http or https, 1200 × 630), which replaces the
   * campaign's own. Outlook shows neither SVG nor WebP: a campaign's picture in these formats is left out.
   */
  image?: string;
}

/** A card for a newsletter: the same words as HTML and as plain text. */
export interface EmailCard {
  /** One table, to paste into the body of a mail. */
  html: string;
  text: string;
}

/** The most that a card weighs: Gmail cuts a mail at 102 kB. */
const MOST_BYTES = 8000;

/**
 * One campaign as a fragment of e-mail. Every style is inline, and nothing that Outlook's Word engine,
 * Gmail, Orange, SFR or La Poste drops carries meaning: no `<style>`, no class, no `role` that the
 * words do not say too, padding on cells alone, the button a padded cell without VML. The card is whole
 * with its picture blocked, at 320 px, and with colours inverted: each cell says both its colours.
 * Merge tags of mailing tools in a feed's text are taken apart (`withoutMergeTags`).
 *
 * @returns Under 8 kB of HTML in UTF-8, and its plain-text twin. An address so long that three links to
 *   it do not fit is linked from the title and the button, then from the button alone; then the picture
 *   is left out, then what is said beside the title and the figures.
 */
export function emailCard(campaign: Campaign, options: EmailOptions = {}): EmailCard {
  const card = mailCard(campaign, options);
  const lighter: Partial<MailCard>[] = [
    {},
    {links: 2},
    {links: 1},
    {links: 1, picture: null},
    {links: 1, picture: null, support: [], tagline: ''},
    // An address of 4 kB: the words stay, and the campaign's page is its site.
    {links: 1, picture: null, support: [], tagline: '', url: originOf(card.url)},
  ];
  const made = lighter.map((change) => () => inCells({...card, ...change}).toString());
  const html = made.map((make) => make()).find((text) => bytesOf(text) < MOST_BYTES) ?? '';
  return {html, text: plainText(card)};
}

/**
 * The same card as MJML, for Mailjet and others that compile it: one `<mj-section>`, to paste between
 * the sections of a body. What `emailCard` promises of its HTML, MJML's compiler has to keep.
 */
export function mjmlCard(campaign: Campaign, options: EmailOptions = {}): string {
  return mjmlSection(mailCard(campaign, options)).toString();
}

function mailCard(campaign: Campaign, options: EmailOptions): MailCard {
  const words = withoutTags(cardWords(campaign, options, 'email'));
  return {
    ...words,
    url: mailAddress(words.url),
    written: /^[a-z\d-]{2,35}$/i.test(campaign.lang ?? '') ? (campaign.lang ?? '') : words.lang,
    accent: colourOf(options.accent),
    columns: options.columns === 'two' ? 2 : 1,
    picture: pictureOf(campaign, options.image, words),
    links: 3,
  };
}

function plainText(card: MailCard): string {
  const {text, kicker, tagline, figures, facts, support, url, date} = card;
  const action = `${text.callToAction}\u00a0: ${url}`;
  return [text.title, kicker, tagline, figures, facts, ...support, action, date]
    .filter(Boolean)
    .join('\n');
}

/** The words as a mail may say them: no merge tag, and no more than fits. */
function withoutTags(words: CardWords) {
  const safe = (said: string, most: number) =>
    withoutMergeTags(shortened(said.replace(/[\t\n\r\u2028\u2029]+/g, ' '), most));
  return {
    ...words,
    text: {...words.text, title: safe(words.text.title, 160)},
    tagline: safe(words.text.tagline, 200),
    kicker: safe(words.kicker, 120),
    figures: safe(words.figures, 160),
    facts: safe(words.facts, 160),
    support: words.support.map((said) => safe(said, 120)),
    alt: safe(words.alt, 400),
  };
}

/** The picture that a mail can show, or null. */
function pictureOf(
  campaign: Campaign,
  given: string | undefined,
  words: {alt: string; text: {title: string}},
): MailPicture | null {
  if (given && URL.canParse(given) && /^https?:/i.test(given)) {
    return {src: mailAddress(given), alt: words.alt, shape: 630 / 1200};
  }
  const {image} = campaign;
  if (!image || !URL.canParse(image.src)) return null;
  if (/\.(svgz?|webp|avif)$/i.test(new URL(image.src).pathname)) return null;
  const shape = image.width && image.height ? image.height / image.width : 9 / 16;
  return {
    src: mailAddress(image.src),
    // A link has to be called something: the title, where the feed does not describe the picture.
    alt: withoutMergeTags(shortened(image.alt || words.text.title, 160)),
    shape: Math.min(1.5, Math.max(0.25, shape)),
  };
}

function originOf(url: string): string {
  return URL.canParse(url) ? `${new URL(url).origin}/` : '';
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
