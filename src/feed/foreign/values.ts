/** What stands in an answer at the end of a path of own names; null when nothing does. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const name of path) {
    if (typeof here !== 'object' || !here || !Object.hasOwn(here, name)) return null;
    here = (here as Record<string, unknown>)[name];
  }
  return here ?? null;
}

/** A list at the end of a path; an empty one when there is none. */
export function listAt(value: unknown, ...path: string[]): unknown[] {
  const list = at(value, ...path);
  return Array.isArray(list) ? list : [];
}

/** Text at the end of a path, or a number as text; null for anything else, and for text without a character. */
export function textAt(value: unknown, ...path: string[]): string | null {
  const text = at(value, ...path);
  if (typeof text === 'number') return String(text);
  return typeof text === 'string' && text.trim() ? text.trim() : null;
}

/** The first that is there. */
export function either(...values: unknown[]): unknown {
  return values.find((value) => value !== null && value !== undefined && value !== '') ?? null;
}

/** Whether it is an object with names, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a table has under a name that came from outside; null when it has none of its own. */
export function inTable<T>(table: Readonly<Record<string, T>>, name: unknown): T | null {
  return typeof name === 'string' && Object.hasOwn(table, name) ? (table[name] ?? null) : null;
}
