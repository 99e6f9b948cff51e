/** A tag of a piece of HTML, or the text between two. */
export type Token =
  | {kind: 'open'; name: string; attributes: ReadonlyMap<string, string>}
  | {kind: 'close'; name: string}
  | {kind: 'text'; text: string};

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?/g;

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * The tags and texts of a piece of HTML, in order, names in lower case and references decoded. Enough
 * to compare a snippet with what an editor made of it: it builds no tree, and knows no element.
 */
export function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of html.matchAll(TAG)) {
    pushText(tokens, html.slice(end, match.index));
    end = match.index + match[0].length;
    const name = match[2]?.toLowerCase();
    if (!name) continue;
    if (match[1]) tokens.push({kind: 'close', name});
    else tokens.push({kind: 'open', name, attributes: attributesOf(match[3] ?? '')});
  }
  pushText(tokens, html.slice(end));
  return tokens;
}

/** Text with its character references decoded: those that editors write, and the numbered ones. */
export function decodeText(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (all, ten, sixteen, name) => {
    if (name) return NAMED[String(name).toLowerCase()] ?? String(all);
    const code = ten ? Number(ten) : parseInt(String(sixteen), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function pushText(tokens: Token[], text: string) {
  if (text) tokens.push({kind: 'text', text: decodeText(text)});
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const lower = name.toLowerCase();
    // A browser keeps the first of two.
    if (!attributes.has(lower)) attributes.set(lower, decodeText(double ?? single ?? bare ?? ''));
  }
  return attributes;
}
