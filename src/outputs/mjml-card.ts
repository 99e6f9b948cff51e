import {directionOf} from './direction.js';
import {progressCells, type MailCard} from './email-parts.js';
import {markup, type Markup} from './markup.js';
import {inkOn} from './words.js';

const INK = '#1f2328';
const QUIET = '#565d66';
const PAPER = '#fefefe';
const FONT = 'Arial, Helvetica, sans-serif';

/** The card as one section of MJML 4 or 5: two columns stack by themselves on a phone. */
export function mjmlSection(card: MailCard): Markup {
  const {picture, columns} = card;
  const two = picture !== null && columns === 2;
  const image =
    picture &&
    markup`<mj-image href="${card.url}" src="${picture.src}" alt="${picture.alt}" padding="${two ? '0 12px' : '0'}" font-size="14px" />
`;
  const beside = two
    ? markup`<mj-column width="42%">
${image}</mj-column>
<mj-column width="58%">
${content(card, '12px')}</mj-column>`
    : markup`<mj-column>
${image}${content(card, '24px')}</mj-column>`;
  return markup`<mj-section background-color="${PAPER}" padding="${two ? '24px 12px' : '0 0 24px'}">
${beside}
</mj-section>`;
}

function content(card: MailCard, sides: string): Markup {
  const {text, kicker, tagline, figures, facts, support, date, accent, url} = card;
  const small = markup`font-size="14px" line-height="20px" color="${QUIET}"`;
  const line = (
    said: string,
    style: Markup,
    padding: string,
    content: Markup = markup`${said}`,
  ) => {
    if (!said) return null;
    const turned = directionOf(said) === 'rtl';
    const inside = turned ? markup`<div dir="rtl">${content}</div>` : content;
    return markup`<mj-text align="${turned ? 'right' : 'left'}" font-family="${FONT}" padding="${padding}" ${style}>${inside}</mj-text>
`;
  };
  const below = (space: number) => `0 ${sides} ${space}px`;
  const title = markup`<a href="${url}" style="color:${INK};text-decoration:none">${text.title}</a>`;
  return markup`${line(kicker, small, `${sides === '24px' ? '24px' : '0'} ${sides} 4px`)}${line(text.title, markup`font-size="22px" line-height="28px" font-weight="bold" color="${INK}"`, below(8), title)}${line(tagline, markup`font-size="16px" line-height="24px" color="${INK}"`, below(16))}${line(figures, markup`font-size="17px" line-height="24px" font-weight="bold" color="${INK}"`, below(8))}${
    text.filled !== null &&
    markup`<mj-table padding="${below(8)}"><tr><td>${progressCells(text.filled, accent)}</td></tr></mj-table>
`
  }${line(facts, small, below(4))}${support.map((said) => line(said, small, below(4)))}<mj-button href="${url}" align="left" background-color="${accent}" color="${inkOn(accent)}" font-family="${FONT}" font-size="16px" font-weight="bold" line-height="20px" border-radius="4px" inner-padding="13px 28px" padding="12px ${sides} 16px">${text.callToAction}</mj-button>
${line(date, markup`font-size="12px" line-height="18px" color="${QUIET}"`, below(0))}`;
}
