/**
 * The 91 characters that stand for the digits 0 to 90 in the generated tables: printable ASCII
 * without quotes, backslash and backtick, so that a table needs no escape inside a string literal.
 */
export const ALPHABET = [...Array(95).keys()]
  .map((index) => String.fromCharCode(32 + index))
  .filter((character) => !'"\'\\`'.includes(character))
  .join('');

/** The base of the numbers below. */
export const BASE = ALPHABET.length;

const VALUES = new Uint8Array(128);
for (let index = 0; index < BASE; index++) VALUES[ALPHABET.charCodeAt(index)] = index;

/** The digit that stands at one place of a table. */
export function digitAt(table: string, index: number): number {
  return VALUES[table.charCodeAt(index)] ?? 0;
}
