import {once} from '../territory/once.js';

/** The two weights that cards are set in. */
export type Weight = 'regular' | 'bold';

interface Table {
  /** Advance and outline of each character, in thousandths of the size. */
  glyphs: Map<string, {advance: number; outline: string}>;
  /** What two characters are set closer (negative) or wider, in thousandths of the size. */
  pairs: Map<string, number>;
}

/** Letters as outlines: they look and measure the same wherever they are drawn, whatever fonts are there. */
export type Letters = Readonly<Record<Weight, Table>>;

/** The outlines (88 kB of gzip), loaded when they are first needed, once. */
export const loadLetters: () => Promise<Letters> = once(async () => {
  const data = await import('./data/letters.js');
  return {
    regular: tableOf(data.regular, data.regularPairs),
    bold: tableOf(data.bold, data.boldPairs),
  };
});

function tableOf(glyphs: string, pairs: string): Table {
  return {
    glyphs: new Map(
      glyphs.split('\n').map((line) => {
        const [, advance = '', outline = ''] = /^.(\d+)(.*)$/su.exec(line) ?? [];
        return [line.charAt(0), {advance: Number(advance), outline}];
      }),
    ),
    pairs: new Map(pairs.split('\n').map((line) => [line.slice(0, 2), Number(line.slice(2))])),
  };
}

/** What stands for a character that the tables do not have. */
const ALIKE: Readonly<Record<string, string>> = {
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2003': ' ',
  '\u2011': '\u2010',
  '\u02bc': '’',
  '\u2032': '’',
  '\u2033': '”',
};
const NARROW_SPACES = '\u202f\u2009';
/** Of an unknown character: wider than nearly any letter. */
const UNKNOWN_ADVANCE = 700;

/**
 * A text as it can be drawn: composed (NFC), one line, without pictograms, control characters and other
 * signs that the letters do not have. Letters and digits that they do not have stay.
 */
export function drawable(text: string, letters: Letters): string {
  return Array.from(text.normalize('NFC').replace(/[\t\n\r\u2028\u2029]+/g, ' '))
    .filter(
      (character) => has(letters, character) || /[\p{L}\p{N}]|(?!\ufe0f)\p{M}/u.test(character),
    )
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Whether every character of a text is among the letters: otherwise it is left to the reader's fonts. */
export function isCovered(text: string, letters: Letters): boolean {
  return Array.from(text).every((character) => has(letters, character));
}

/** The width of a text on one line, in units of the size. */
export function widthOf(text: string, size: number, weight: Weight, letters: Letters): number {
  let width = 0;
  for (const {advance} of placed(text, letters[weight])) width += advance;
  return (width * size) / 1000;
}

/**
 * The outlines of a text on one line: an SVG path in thousandths of the size, y upwards, from the start
 * of its base line.
 */
export function outlineOf(text: string, weight: Weight, letters: Letters): string {
  let x = 0;
  let path = '';
  for (const {advance, outline} of placed(text, letters[weight])) {
    if (outline) path += `M${x} 0${outline}`;
    x += advance;
  }
  return path;
}

/**
 * A text on lines no wider than asked. Lines break at spaces, after hyphens and slashes, and inside a word only
 * when it is wider than a line. What does not fit is cut, with an ellipsis.
 */
export function wrapped(
  text: string,
  size: number,
  weight: Weight,
  letters: Letters,
  width: number,
  most: number,
): string[] {
  const fits = (line: string) => widthOf(line.trimEnd(), size, weight, letters) <= width;
  const lines: string[] = [];
  let line = '';
  for (const part of text.match(/[^ /-]*(?:[/-]+| +|$)/g) ?? []) {
    if (fits(line + part)) {
      line += part;
      continue;
    }
    if (line) lines.push(line.trimEnd());
    line = part;
    while (!fits(line) && lines.length < most) {
      const characters = Array.from(line);
      let count = characters.length - 1;
      while (count > 1 && !fits(characters.slice(0, count).join(''))) count--;
      lines.push(characters.slice(0, count).join(''));
      line = characters.slice(count).join('');
    }
    if (lines.length > most) break;
  }
  if (line.trim()) lines.push(line.trimEnd());
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  let last = Array.from(kept[most - 1] ?? '');
  while (last.length && !fits(`${last.join('').trimEnd()}…`)) last = last.slice(0, -1);
  kept[most - 1] = `${last.join('').replace(/[\s,.;:·-]+$/u, '')}…`;
  return kept;
}

function has(letters: Letters, character: string): boolean {
  return letters.regular.glyphs.has(ALIKE[character] ?? character);
}

function* placed(text: string, {glyphs, pairs}: Table) {
  const characters = Array.from(text);
  for (const [index, character] of characters.entries()) {
    const glyph = glyphs.get(ALIKE[character] ?? character);
    const next = characters[index + 1];
    const shift = next === undefined ? 0 : (pairs.get(base(character) + base(next)) ?? 0);
    const own = NARROW_SPACES.includes(character) ? 120 : (glyph?.advance ?? UNKNOWN_ADVANCE);
    yield {advance: own + shift, outline: glyph?.outline ?? ''};
  }
}

/** The letter under its accents: "é" is set like "e". */
function base(character: string): string {
  return character.normalize('NFD').charAt(0);
}
