import {cleanLink, cleanText} from './clean.js';
import {heldBy, partsOf, type ObjectShape, type Shape} from './fit.js';
import {instantOf, type OffsetAt} from './moment.js';

/** What a reading needs to know to make values out of the wire's. */
export interface Ground {
  /** Where the feed came from: relative links count from there. */
  url: string;
  /** The clock by which days begin and end. */
  offsetAt: OffsetAt;
}

/**
 * Called when a link leads nowhere and is dropped, and when a text is cut: then with the characters that
 * it had and those that it keeps.
 */
export type Tell = (path: (string | number)[], cut?: readonly [from: number, to: number]) => void;

/** Characters of a text, and of one that may take several lines. */
const LINE = 300;
const PARAGRAPH = 1000;

/**
 * Values of the wire that were checked, as the library holds them: texts plain and of bearable length,
 * links absolute, moments with their offset, codes in capitals, null where nothing is said.
 *
 * @param path - Where it stands. It is the same list all the way down, and as it was at the end: a feed has
 *   millions of values, and hardly one of them is told of.
 * @returns Null for what is not there or cannot be shown. A list has no such elements.
 */
export function tidy(
  shape: Shape,
  value: unknown,
  path: (string | number)[],
  ground: Ground,
  tell: Tell,
): unknown {
  if (typeof value === 'string') return tidyText(shape, value, path, ground, tell);
  if (typeof value !== 'object' || !value) return value ?? null;
  const within = (step: string | number, inner: Shape, held: unknown) => {
    path.push(step);
    const made = tidy(inner, held, path, ground, tell);
    path.pop();
    return made;
  };
  if (Array.isArray(value)) {
    return shape === 'position'
      ? value.slice(0, 2)
      : value
          .map((item, index) => within(index, (shape as readonly [Shape])[0], item))
          .filter((item) => item !== null);
  }
  const made: Record<string, unknown> = {};
  for (const [name, inner] of partsOf(shape as ObjectShape)) {
    made[name] = within(name, inner, heldBy(value, name));
  }
  return made;
}

function tidyText(
  shape: Shape,
  text: string,
  path: (string | number)[],
  {url, offsetAt}: Ground,
  tell: Tell,
): string | null {
  if (shape instanceof RegExp) return text.trim().toUpperCase();
  if (shape === 'link' || shape === 'address') {
    const link = cleanLink(text, url);
    if (!link) tell([...path]);
    return link;
  }
  if (shape === 'moment') return instantOf(text, 'start', offsetAt);
  if (shape === 'end') return instantOf(text, 'end', offsetAt);
  const most = shape === 'paragraph' || shape === 'alternative' ? PARAGRAPH : LINE;
  const plain = cleanText(text, most);
  if (plain.length < text.length && plain.endsWith('…') && !text.trimEnd().endsWith('…')) {
    tell([...path], [text.length, most]);
  }
  return plain || null;
}
