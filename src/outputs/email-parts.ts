import {directionOf} from './direction.js';
import {markup, type Markup} from './markup.js';
import {inkOn, type CardWords} from './words.js';

/** A picture as a mail shows it. */
export interface MailPicture {
  src: string;
  alt: string;
  /** Height for one unit of width. */
  shape: number;
}

/** The words of a card with what a mail adds. */
export interface MailCard extends CardWords {
  tagline: string;
  accent: string;
  columns: 1 | 2;
  picture: MailPicture | null;
  /** How many links lead to the campaign: 3 picture, title and button; 2 without the picture; 1 the button. */
  links: number;
  /** BCP 47 language of the feed's own texts. */
  written: string;
}

const FONT = 'font-family:Arial,Helvetica,sans-serif';
const INK = '#1f2328';
const QUIET = '#565d66';
const PAPER = '#fefefe';
const EDGE = '#d8d4cc';
/** Where a picture that is blocked would be. */
const BLANK = '#f1eee8';
const TRACK = '#dcd7ce';
const WIDTH = 600;
/** Width of the column of the picture, and of the words beside it: 600 less the borders and paddings. */
const COLUMNS = [236, 312] as const;

const LAYOUT = markup`role="presentation" cellpadding="0" cellspacing="0" border="0"`;

/** The card as nested tables. */
export function inCells(card: MailCard): Markup {
  const {lang, picture, columns} = card;
  const rows =
    picture && columns === 2
      ? markup`<tr>${cell('padding:24px', beside(card, picture))}</tr>`
      : markup`${
          picture &&
          markup`<tr>${cell('', image(card, picture, WIDTH - 2), BLANK)}</tr>
`
        }<tr>${cell('padding:24px', words(card))}</tr>`;
  return markup`<table ${LAYOUT} lang="${lang}" dir="ltr" align="center" width="100%" bgcolor="${PAPER}" style="width:100%;max-width:${WIDTH}px;border:1px solid ${EDGE};background-color:${PAPER}">
${rows}
</table>`;
}

/** Two tables that stand side by side where there is room, and one above the other on a phone. */
function beside(card: MailCard, picture: MailPicture): Markup {
  const [first, second] = COLUMNS;
  return markup`<table ${LAYOUT} align="left" width="${first}"><tr>${cell('padding:0 24px 16px 0', image(card, picture, first - 24))}</tr></table>
<table ${LAYOUT} align="left" width="100%" style="width:100%;max-width:${second}px"><tr>${cell('', words(card))}</tr></table>`;
}

function cell(style: string, content: Markup, ground = PAPER): Markup {
  return markup`<td align="left" valign="top" bgcolor="${ground}" style="${style && `${style};`}background-color:${ground};color:${INK}">${content}</td>`;
}

function image(card: MailCard, {src, alt, shape}: MailPicture, width: number): Markup {
  const shown = markup`<img src="${src}" alt="${breakable(alt)}" width="${width}" height="${Math.round(width * shape)}" border="0" style="display:block;width:100%;height:auto;border:0;color:${INK};${FONT};font-size:14px;line-height:20px">`;
  return card.links > 2 ? link(card, shown, `color:${INK}`) : shown;
}

function words(card: MailCard): Markup {
  const {kicker, text, tagline, figures, facts, support, date, accent, written, links} = card;
  const small = `color:${QUIET};font-size:14px;line-height:20px`;
  const bold = `color:${INK};font-size:22px;line-height:28px;font-weight:bold`;
  const title = markup`${breakable(text.title)}`;
  return markup`<table ${LAYOUT} width="100%">
${row(kicker, small, 4)}${row(text.title, bold, 8, written, links > 1 ? link(card, title, `color:${INK}`) : title)}${row(tagline, `color:${INK};font-size:16px;line-height:24px`, 16, written)}${row(figures, `color:${INK};font-size:17px;line-height:24px;font-weight:bold`, 8)}${
    text.filled !== null &&
    markup`<tr><td style="padding:0 0 8px">${progressCells(text.filled, accent)}</td></tr>
`
  }${row(facts, small, 4)}${support.map((said) => row(said, small, 4))}<tr><td style="padding:16px 0">${button(card)}</td></tr>
${row(date, `color:${QUIET};font-size:12px;line-height:18px`, 0)}</table>`;
}

/**
 * A line of words, or nothing. Orange drops `dir` from cells, so it stands on a `<div>`, and only where
 * the words run from right to left.
 */
function row(
  said: string,
  style: string,
  below: number,
  written = '',
  content: Markup = markup`${breakable(said)}`,
): Markup | null {
  if (!said) return null;
  const language = written && markup` lang="${written}"`;
  const turned = directionOf(said) === 'rtl';
  const inside = turned
    ? markup`<div dir="rtl"${language} style="text-align:right">${content}</div>`
    : content;
  return markup`<tr><td align="${turned ? 'right' : 'left'}"${!turned && language} bgcolor="${PAPER}" style="padding:0 0 ${below}px;background-color:${PAPER};${FONT};${style}">${inside}</td></tr>
`;
}

function link(card: MailCard, content: Markup, style: string): Markup {
  return markup`<a href="${card.url}" style="${style};text-decoration:none">${content}</a>`;
}

function button(card: MailCard): Markup {
  const {accent, text} = card;
  const style = `display:block;color:${inkOn(accent)};${FONT};font-size:16px;line-height:20px;font-weight:bold`;
  return markup`<table ${LAYOUT}><tr><td align="center" bgcolor="${accent}" style="padding:13px 28px;background-color:${accent};border-radius:4px">${link(card, markup`${text.callToAction}`, style)}</td></tr></table>`;
}

/**
 * The bar as cells: full and empty, one alone at 0 and at 100 %. There is nothing to read in it: the
 * words above say it.
 *
 * @param filled - 0 to 1. What has begun shows, be it 1 % of the width.
 */
export function progressCells(filled: number, accent: string): Markup {
  const percent = filled > 0 ? Math.max(1, Math.floor(filled * 100)) : 0;
  const part = (width: number, colour: string) =>
    width > 0 &&
    markup`<td width="${width}%" bgcolor="${colour}" style="width:${width}%;background-color:${colour};font-size:1px;line-height:10px">&nbsp;</td>`;
  return markup`<table ${LAYOUT} width="100%"><tr>${part(percent, accent)}${part(100 - percent, TRACK)}</tr></table>`;
}

/** A word longer than a narrow column may be cut: no mail client is known to do it everywhere by itself. */
function breakable(text: string): string {
  return text.replace(/[^\s-]{20,}/gu, (word) => word.replace(/.{10}(?=.{3})/gu, '$&\u200b'));
}
