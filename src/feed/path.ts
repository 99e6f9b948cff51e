/** Where something stands in parsed JSON. */
export type Path = (string | number)[];

/** What did not pass and was taken out, in the object's own names. */
export interface Pruned {
  path: Path;
  /** What is wrong and what to do. */
  reason: string;
  /** Nothing is left without it. */
  fatal?: boolean;
}

/** A path as a person reads it: properties.mentors[2].logo */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .slice(1);
}
