import * as z from 'zod/mini';

/** What did not pass and was taken out, in the object's own names. */
export interface Pruned {
  path: (string | number)[];
  reason: string;
}

/** A reading that needs more passes than the format has levels is not worth mending. */
const MOST_PASSES = 12;

/**
 * Checks a value against a schema and takes out what does not pass, the smallest part that can go: a
 * bad link of a mentor goes alone, a mentor without a name goes whole. What is given is not changed.
 *
 * @returns What passed, or undefined when nothing does; and what was taken out.
 */
export function prune<T extends z.core.$ZodType>(
  schema: T,
  given: unknown,
): {value: z.infer<T> | undefined; pruned: Pruned[]} {
  const pruned: Pruned[] = [];
  let rest = given;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const result = z.safeParse(schema, rest);
    if (result.success) return {value: result.data as z.infer<T>, pruned};
    if (pass === 0) rest = structuredClone(given);
    // Last places first: taking out an element of a list moves the ones after it.
    for (const issue of [...result.error.issues].reverse()) {
      const path = issue.path as (string | number)[];
      if (!take(rest, path, issue, pruned)) return {value: undefined, pruned};
    }
  }
  return {value: undefined, pruned};
}

/** Takes out what stands at a path; when nothing stands there, it was required, and what holds it goes. */
function take(
  root: unknown,
  path: (string | number)[],
  issue: z.core.$ZodIssue,
  pruned: Pruned[],
): boolean {
  const reason = reasonOf(issue, valueAt(root, path));
  let depth = path.length;
  while (depth > 0 && valueAt(root, path.slice(0, depth)) === undefined) depth -= 1;
  const shown = path.length > depth + 1 ? path.slice(0, depth + 1) : path;
  pruned.push({path: shown, reason});
  if (depth === 0) return false;
  const holder = valueAt(root, path.slice(0, depth - 1));
  const key = path[depth - 1] as string | number;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete (holder as Record<string, unknown>)[String(key)];
  return true;
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  const is = describe(value);
  switch (issue.code) {
    case 'invalid_type':
      return `${is}, where ${issue.expected} is expected`;
    case 'too_small':
      return `${is}, below the least that makes sense (${String(issue.minimum)})`;
    case 'too_big':
      return `${is}, above the most that makes sense (${String(issue.maximum)})`;
    case 'invalid_value':
      return `${is}, where one of ${issue.values.map(String).join(', ')} is expected`;
    default:
      return `${is}, which is not in the form that FEED.md gives for it`;
  }
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'string' ? `"${value}"` : (JSON.stringify(value) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A path as a person reads it: properties.mentors[2].logo */
export function pathText(path: readonly (string | number)[]): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${key}` : String(key),
    '',
  );
}
