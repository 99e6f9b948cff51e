import {cleanLink} from './clean.js';
import {isMoment} from './moment.js';

/**
 * What a value must be and what it means, in as few bytes as can be: `shapes.ts` has the feed's,
 * generated from `schema.ts`, which remains the only truth. A page reads a feed that is right with these
 * alone; only for one that is not does it load the schema, which knows what to say (`prune.ts`).
 *
 * A name: text of a kind, or what a function checks. A RegExp: a code in that form. Two numbers: from,
 * to (a third, true, leaves the first out). `[shape]`: a list. `{in}`: one of these. `{of}`: an object;
 * a name that ends in `?` may be missing or null.
 */
export type Shape =
  | 'text'
  | 'paragraph'
  | 'alternative'
  | 'language'
  | 'address'
  | 'link'
  | 'moment'
  | 'end'
  | 'whole'
  | 'position'
  | RegExp
  | readonly [number, number]
  | readonly [number, number, true]
  | readonly [Shape]
  | {readonly in: readonly string[]}
  | {readonly of: Readonly<Record<string, Shape>>};

/** Elements beyond these are for `prune.ts` to cut. */
export const MOST_ELEMENTS = 2000;

const LINK = /^\s*(https?:\/\/|\.{0,2}\/)/i;
const LANGUAGE = /^\s*[a-z]{2,3}(-[a-z\d]{1,8})*\s*$/i;
/** A character that shows. */
const VISIBLE = /[^\s\p{C}]/u;

/** Whether a value is as its shape says. It accepts no value that the schema refuses. */
export function fits(shape: Shape, value: unknown): boolean {
  if (typeof value === 'number') {
    if (shape === 'whole') return Number.isInteger(value) && value >= 0 && value <= 1e12;
    if (!Array.isArray(shape)) return false;
    const [from, to, open] = shape as readonly [number, number, true?];
    return (open ? value > from : value >= from) && value <= to;
  }
  if (typeof value === 'string') return fitsText(shape, value);
  if (Array.isArray(value)) {
    if (shape === 'position') return isSurelyRight(value);
    if (!Array.isArray(shape) || shape.length > 1 || value.length > MOST_ELEMENTS) return false;
    return value.every((item) => fits(shape[0] as Shape, item));
  }
  if (!value || typeof value !== 'object' || typeof shape !== 'object' || !('of' in shape)) {
    return false;
  }
  return Object.entries(shape.of).every(([key, inner]) => {
    const held = heldBy(value, key);
    return held === null ? key.endsWith('?') : fits(inner, held);
  });
}

/** What an object holds itself under a name of its shape; null when that is nothing. */
export function heldBy(holder: object, key: string): unknown {
  const name = key.replace('?', '');
  return Object.hasOwn(holder, name) ? ((holder as Record<string, unknown>)[name] ?? null) : null;
}

function fitsText(shape: Shape, value: string): boolean {
  if (shape instanceof RegExp) return shape.test(value);
  if (typeof shape === 'object') return 'in' in shape && shape.in.includes(value);
  switch (shape) {
    case 'link':
      return LINK.test(value) && !!cleanLink(value, 'https://a.example');
    case 'moment':
    case 'end':
      return isMoment(value);
    case 'language':
      return LANGUAGE.test(value);
    case 'alternative':
      return true;
    case 'whole':
    case 'position':
      return false;
    default:
      return VISIBLE.test(value);
  }
}

/**
 * Whether a position is on the globe and cannot be one of France's with its two numbers swapped
 * (`position.ts`): no such box reaches into these parts, where Europe and the overseas territories lie.
 * Elsewhere the schema decides.
 */
function isSurelyRight(position: readonly unknown[]): boolean {
  const [longitude, latitude] = position as [number, number];
  return (
    position.length < 4 &&
    position.every(Number.isFinite) &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90 &&
    (longitude < -22 ||
      longitude > 52 ||
      (longitude > -12 && latitude > 10) ||
      (longitude > 19 && latitude < -6))
  );
}
