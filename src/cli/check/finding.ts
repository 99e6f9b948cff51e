/** Something to be said of a feed. */
export interface Finding {
  /**
   * `error`: something is left out of what widgets show. `warning`: it shows, and is perhaps not what was meant.
   * `note`: nothing is wrong, and not all could be checked.
   */
  level: 'error' | 'warning' | 'note';
  /** What it is about, and for an error what is left out: a campaign, a field of one, something beside them. */
  kind: 'campaign' | 'field' | 'feed';
  /** Name of the rule, the same for ever: "swapped-coordinates"; `format` for what the schema refuses. */
  rule: string;
  /** The page of the feed, from 1. */
  page: number;
  /** Position of the campaign in all that was read, from 0; null when it is about none. */
  index: number | null;
  /** The line on which the campaign begins in its file; null when nobody can tell. */
  line: number | null;
  /** The campaign's id, when it has one. */
  id: string | null;
  /** Where, in the feed's own names: "properties.raised". */
  path: string;
  /** The column of a table, or the field of an answer, that the path was read from; missing where they are the feed's own. */
  field?: string;
  /** What stands there, as JSON, shortened; null when nothing does. */
  value: string | null;
  /** What is wrong and what to do. */
  reason: string;
  /** What was meant, where it can be told: the value to write. */
  suggestion?: unknown;
}

/** What a rule says of a value: the finding's rest is known where it is called. */
export type Say = (
  rule: string,
  path: string,
  value: unknown,
  reason: string,
  suggestion?: unknown,
) => void;

/** What rules know beside the campaign. */
export interface Context {
  /** Now, in milliseconds since 1970. */
  now: number;
  /** The zone of days without a time. */
  zone: string;
}

/** A campaign's properties as they are written: nothing is sure of them. */
export type Properties = Readonly<Record<string, unknown>>;

/** A value as JSON, no longer than a line may hold it. */
export function shortened(value: unknown, most = 60): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value) ?? '';
  // Whole characters: half of one would not print.
  return text.length <= most ? text : `${Array.from(text.slice(0, most)).slice(0, -1).join('')}…`;
}

/** What stands under a name of an object; undefined when it is no object or has none. */
export function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** What stands at a path as reports write it: "properties.mentors[2].logo". */
export function valueAt(root: unknown, path: string): unknown {
  return [...path.matchAll(/[^.[\]]+/g)].reduce<unknown>(
    (value, [name]) => partOf(value, name),
    root,
  );
}
