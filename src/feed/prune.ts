import * as z from 'zod/mini';

import {cleanText} from './clean.js';
import {MOST_ELEMENTS} from './fit.js';
import {pathText, type Path, type Pruned} from './path.js';

/** Levels beyond these are an attack: no feed has half as many. */
const MOST_LEVELS = 8;

/**
 * Checks a value against a schema and takes out what does not pass, the smallest part that can go: a
 * bad link of a mentor goes alone, a mentor without a name goes whole. What is given is not changed.
 * Whole numbers are read as text where they identify.
 *
 * @returns What passed, or undefined when nothing does; and what was taken out. An element that was
 *   taken out of a list leaves `undefined` in its place.
 */
export function prune<T extends z.core.$ZodType>(
  schema: T,
  given: unknown,
): {value: z.infer<T> | undefined; pruned: Pruned[]} {
  const pruned: Pruned[] = [];
  const rest = copyOf(given, [], pruned);
  /** What was taken out, by path: by which complaint, in which pass. */
  const taken = new Map<string, {entry: Pruned; pass: number}>();
  for (let pass = 0; pass <= MOST_LEVELS; pass += 1) {
    const result = z.safeParse(schema, rest);
    if (result.success) return {value: result.data as z.infer<T>, pruned};
    for (const {path: where, message} of result.error.issues) {
      const path = where as Path;
      const before = taken.get(pathText(path));
      const holder = valueAt(rest, path.slice(0, -1));
      // Said already in this pass, of this or of what held it.
      if (before?.pass === pass || (path.length && holder === undefined)) continue;
      const value = valueAt(rest, path);
      let entry = before?.entry;
      if (!entry) pruned.push((entry = {path, reason: `${describe(value)}: ${message}`}));
      // Where nothing stands, something was required: what holds it goes.
      const target = value === undefined ? path.slice(0, -1) : path;
      const key = target.at(-1);
      if (key === undefined) {
        entry.fatal = !pruned.some(({fatal}) => fatal);
        continue;
      }
      (valueAt(rest, target.slice(0, -1)) as Record<string, unknown>)[key] = undefined;
      taken.set(pathText(target), {entry, pass});
      taken.set(pathText(path), {entry, pass});
    }
    if (pruned.some(({fatal}) => fatal)) break;
  }
  return {value: undefined, pruned};
}

/** A copy without what no reader can want, so that taking out leaves the original whole. */
function copyOf(value: unknown, path: Path, pruned: Pruned[]): unknown {
  const key = path.at(-1);
  if (typeof value === 'number' && Number.isSafeInteger(value) && IDENTIFIERS.test(String(key))) {
    return String(value);
  }
  if (typeof value !== 'object' || !value) return value;
  if (path.length > MOST_LEVELS) return null;
  if (!Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, copyOf(inner, [...path, name], pruned)]),
    );
  }
  if (value.length > MOST_ELEMENTS) {
    pruned.push({
      path,
      reason: `${value.length} elements: only the first ${MOST_ELEMENTS} are read`,
    });
  }
  return value.slice(0, MOST_ELEMENTS).map((inner, at) => copyOf(inner, [...path, at], pruned));
}

const IDENTIFIERS = /^(id|edition|version)$/;

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value && Object.hasOwn(value, key)
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return `"${cleanText(value, 50)}"`;
  return typeof value === 'object' && value
    ? Array.isArray(value)
      ? 'a list'
      : 'an object'
    : String(value);
}
