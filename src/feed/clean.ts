/**
 * Control characters, and the marks that turn the direction of the text after them (Unicode TR 36
 * §2.10.4): a title could otherwise turn the amount beside it. Zero-width joiners stay: scripts need them.
 */
const INVISIBLE = /[\p{Cc}\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/**
 * Text of a feed as it may be shown: one line, no invisible marks, no more characters than asked.
 *
 * @param most - Characters (code points) after which it is cut, with an ellipsis.
 */
export function cleanText(text: string, most: number): string {
  // A title of a million characters is cut before anything looks at each of them.
  const plain = text.slice(0, most * 4).replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  if (plain.length <= most) return plain;
  const characters = Array.from(plain);
  return characters.length <= most ? plain : `${characters.slice(0, most - 1).join('').trimEnd()}…`;
}

/** An address as a browser reads it, http(s) alone; null for any other. */
export function cleanLink(text: string | null | undefined, base?: string): string | null {
  const trimmed = text?.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return null;
  const url = new URL(trimmed, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
