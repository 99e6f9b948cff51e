import {cleanLink} from './clean.js';
import {isMoment} from './moment.js';

/**
 * What a value must be, in as few bytes as can be: `shapes.ts` has the feed's, generated from
 * `schema.ts`, which remains the only truth. A page reads a feed that is right with these alone; only
 * for one that is not does it load the schema, which knows what to say (`prune.ts`).
 *
 * A name: what a function checks. A RegExp: text in that form. Two numbers: from, to (a third, true,
 * leaves the first out). `[shape]`: a list. `{in}`: one of these. `{of}`: an object; a name that ends in
 * `?` may be missing or null.
 */
export type Shape =
  | 'text'
  | 'link'
  | 'moment'
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

/**
 * A copy of a value with what its shape names, or undefined when it does not fit. It accepts no value
 * that the schema refuses.
 */
export function fit(shape: Shape, value: unknown): unknown {
  return typeof value === 'object'
    ? fitObject(shape, value)
    : fitsPlain(shape, value)
      ? value
      : undefined;
}

function fitsPlain(shape: Shape, value: unknown): boolean {
  if (typeof value === 'number') {
    if (shape === 'whole') return Number.isInteger(value) && value >= 0 && value <= 1e12;
    if (!Array.isArray(shape)) return false;
    const [from, to, open] = shape as readonly [number, number, true?];
    return (open ? value > from : value >= from) && value <= to;
  }
  if (typeof value !== 'string') return false;
  if (shape instanceof RegExp) return shape.test(value);
  if (typeof shape === 'object') return 'in' in shape && shape.in.includes(value);
  return (
    shape === 'text' ||
    (shape === 'link' && LINK.test(value) && !!cleanLink(value, 'https://a.example')) ||
    (shape === 'moment' && isMoment(value))
  );
}

function fitObject(shape: Shape, value: object | null): unknown {
  if (Array.isArray(value)) {
    if (shape === 'position') {
      return isSurelyRight(value) ? value : undefined;
    }
    if (!Array.isArray(shape) || shape.length > 1 || value.length > MOST_ELEMENTS) return undefined;
    const items = value.map((item) => fit(shape[0] as Shape, item));
    return items.includes(undefined) ? undefined : items;
  }
  if (!value || typeof shape !== 'object' || !('of' in shape)) return undefined;
  const copy: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(shape.of)) {
    const name = key.replace('?', '');
    const held = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (held == null) {
      if (key === name) return undefined;
      continue;
    }
    if ((copy[name] = fit(inner, held)) === undefined) return undefined;
  }
  return copy;
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
