/** What is no word of the text: comments, and what a page does not show. */
const HIDDEN = /<!--[\s\S]*?(?:-->|$)|<(script|style|template)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** Tags of HTML alone: a text may say "i <3 u" and "<soon>". */
const BLOCK =
  /<\/?(?:address|article|blockquote|br|center|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)(?:[\s/][^<>]*)?>/gi;
const INLINE =
  /<\/?(?:a|abbr|b|big|button|cite|code|del|em|font|i|iframe|img|input|ins|kbd|label|mark|meta|object|q|s|small|span|strike|strong|sub|sup|svg|tt|u|video)(?:[\s/][^<>]*)?>/gi;
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,9}));/g;

/** Names of U+00A0 to U+00FF, in order (HTML 4). */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'.split(
    ' ',
  );
const OTHERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  euro: '€',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  oelig: 'œ',
  OElig: 'Œ',
  trade: '™',
};
/** No text that is shown is longer, and patterns stay quick. */
const MOST = 20_000;

/** The words of a piece of HTML: tags dropped, references decoded once, nothing run. Plain text stays as it is. */
export function plainText(html: string): string {
  return html
    .slice(0, MOST)
    .replace(HIDDEN, ' ')
    .replace(BLOCK, ' ')
    .replace(INLINE, '')
    .replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name) {
        const place = LATIN.indexOf(name);
        return OTHERS[name] ?? (place < 0 ? whole : String.fromCharCode(0xa0 + place));
      }
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      return code && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\s+/g, ' ')
    .trim();
}
