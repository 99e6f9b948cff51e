/**
 * What a terminal takes for more than a letter: control characters (with them a feed could write escape
 * sequences), marks that turn or hide the text after them, halves of characters.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** A text of others as it may be printed: what is no letter is written as its number, `\u001b`. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) =>
    [...character].map((each) => escapeOf(each.codePointAt(0) ?? 0)).join(''),
  );
}

/** JSON on one line that a terminal may show: the same value, in letters alone. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(UNPRINTABLE, (character) =>
    Array.from({length: character.length}, (_, at) => escapeOf(character.charCodeAt(at))).join(''),
  );
}

function escapeOf(code: number): string {
  const digits = code.toString(16);
  return code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, '0')}`;
}
