/**
 * White space, control characters, halves of characters, and the marks that turn the direction of the
 * text after them (Unicode TR 36 §2.10.4): a title could otherwise turn the amount beside it.
 * Zero-width joiners stay: scripts need them.
 */
const INVISIBLE = /[\s\p{Cc}\p{Cs}\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/**
 * Text of a feed as it may be shown: one line, no invisible marks, no more characters than asked.
 *
 * @param most - Characters (code points) after which it is cut, with an ellipsis.
 */
export function cleanText(text: string, most: number): string {
  const plain = text.replace(INVISIBLE, ' ').trim();
  if (plain.length <= most) return plain;
  // What is beyond cannot matter: a title of a million characters is not split in as many.
  const beginning = plain.slice(0, 2 * most + 1);
  const characters = [...beginning];
  return characters.length <= most
    ? plain
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** An address as a browser reads it, http(s) alone; null for any other. */
export function cleanLink(text: string | null | undefined, base?: string): string | null {
  const address = text?.trim() ?? '';
  try {
    // Read once: to ask first whether it can be read takes as long again, for each link of a feed.
    const {protocol, href} = new URL(address, base);
    if (address && /^https?:$/.test(protocol)) return href;
  } catch {
    // It is no address.
  }
  return null;
}
