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
  | ObjectShape;

/** An object, and its parts once they were asked for. */
export interface ObjectShape {
  readonly of: Readonly<Record<string, Shape>>;
  parts?: readonly Part[];
}

type Part = readonly [name: string, shape: Shape, mayMiss: boolean];

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
    // A shape that is no range gives no numbers, and nothing compares with what they are then.
    const {0: from, 1: to, 2: open} = shape as readonly [number, number, true?];
    return (open ? value > from : value >= from) && value <= to;
  }
  if (typeof value === 'string') return fitsText(shape, value);
  if (Array.isArray(value)) {
    if (shape === 'position') return isSurelyRight(value);
    if (!Array.isArray(shape) || shape.length > 1 || value.length > MOST_ELEMENTS) return false;
    return value.every((item) => fits(shape[0] as Shape, item));
  }
  // No other shape has an `of`.
  const {of} = shape as Partial<ObjectShape>;
  if (!of || typeof value !== 'object' || !value) return false;
  return partsOf(shape as ObjectShape).every(([name, inner, mayMiss]) => {
    const held = heldBy(value, name);
    return held === null ? mayMiss : fits(inner, held);
  });
}

/** Names in an object of a shape, what each is, and whether it may be missing. Taken apart once. */
export function partsOf(shape: ObjectShape): readonly Part[] {
  return (shape.parts ??= Object.entries(shape.of).map(([key, inner]) => [
    key.replace('?', ''),
    inner,
    /\?/.test(key),
  ]));
}

/** What an object holds itself under a name; null when that is nothing. */
export function heldBy(holder: object, name: string): unknown {
  return Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : null;
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
