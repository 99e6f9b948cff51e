/**
 * How place names are written in the generated tables: in lower case, frequent parts replaced by
 * one character, œ kept inside Latin-1 so that the browser holds one byte per letter.
 */

/** One character of a table, and the text it stands for. */
export const PARTS: readonly (readonly [string, string])[] = [
  ['$', 'saint-'],
  ['%', 'sainte-'],
  ['^', '-sur-'],
  ['!', '-en-'],
  ['#', '-de-'],
  ['&', '-les-'],
  ['*', '-la-'],
  ['+', '-le-'],
  [':', '-lès-'],
  [';', '-du-'],
  ['<', '-des-'],
  ['=', "-d'"],
  ['?', '-et-'],
  ['@', '-sous-'],
  ['{', 'œ'],
  ['}', 'Œ'],
];

/** Starts a name whose capitals do not follow the rule below, kept as it is. */
export const RAW = '>';

/** The lengths, from 1, that one character can say a name shares with the one before. */
export const SHARED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const SMALL_WORDS = new Set(
  'à au aux d de del dels des devant di du en entre ès et h l la las le lès les lez près sous sur'.split(
    ' ',
  ),
);

const TEXT_OF = new Map(PARTS);

/** Gives each word its capital, small words inside the name excepted. */
export function capitalize(name: string): string {
  return name.replace(/[^-' ]+/g, (word, at: number) =>
    at > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
  );
}

/** The name as people write it, from its form in a table. */
export function displayName(stored: string): string {
  const text = stored.replace(/[$%^!#&*+:;<=?@{}]/g, (part) => TEXT_OF.get(part) ?? part);
  return text.startsWith(RAW) ? text.slice(1) : capitalize(text);
}

/** Splits a table of names, each of which may repeat the beginning of the one before. */
export function splitNames(table: string, from = 0, previous = ''): string[] {
  const names = table.split('\n');
  for (let index = from; index < names.length; index++) {
    const line = names[index] ?? '';
    const shared = SHARED.indexOf(line.charAt(0)) + 1;
    if (shared > 0 && line !== '') names[index] = previous.slice(0, shared) + line.slice(1);
    previous = names[index] ?? '';
  }
  return names;
}
