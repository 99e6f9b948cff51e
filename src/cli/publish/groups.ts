import type {Pages} from './paged/pages.js';
import {Span, Table, type Column} from './paged/table.js';
import type {Rows} from './rows.js';

/** Campaigns that have a file together: those of a territory, or of a call. */
export interface Group {
  /** "departement:33", a call's id; '' for all. */
  name: string;
  /** Positions of the campaigns, in the list's order. */
  members: Span;
}

/** The campaigns of each territory that has some, and first of all those of the whole feed. */
export function territoryGroups(rows: Rows, pages: Pages): Group[] {
  const inside = rows.places.list.map((names) => ['', ...(names ? names.split(' ') : [])]);
  return grouped(rows.columns.place, rows.length, inside, [''], pages);
}

/** The campaigns of each call; `more` are ids of calls that may have none. */
export function callGroups(rows: Rows, more: readonly string[], pages: Pages): Group[] {
  const inside = rows.calls.list.map((call) => (call ? [callOf(call).id] : []));
  return grouped(rows.columns.call, rows.length, inside, more, pages);
}

/** A call and its edition ('' when none is said) out of `Rows.calls`. */
export function callOf(name: string): {id: string; edition: string} {
  const [id = '', edition = ''] = name ? (JSON.parse(name) as string[]) : [];
  return {id, edition};
}

/**
 * @param insideOf - For each number of a column, the groups that its campaigns are in.
 * @param kept - Groups that are told of without any campaign, too: other names whose campaigns are gone have nothing to say.
 */
function grouped(
  column: Column,
  length: number,
  insideOf: readonly (readonly string[])[],
  kept: readonly string[],
  pages: Pages,
): Group[] {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    const known = numbers.get(name) ?? numbers.size;
    numbers.set(name, known);
    return known;
  };
  const groupsOf = insideOf.map((names) => names.map(numberOf));
  const keptNumbers = new Set(kept.map(numberOf));
  const ends = new Float64Array(numbers.size);
  for (let at = 0; at < length; at += 1) {
    for (const group of groupsOf[column.get(at)] ?? []) ends[group]! += 1;
  }
  const starts = new Float64Array(numbers.size);
  for (let group = 1; group < ends.length; group += 1) {
    starts[group] = ends[group - 1]!;
    ends[group]! += ends[group - 1]!;
  }
  const {at: member} = new Table(pages.scratch(), {at: 'u32'}).columns;
  const next = starts.slice();
  for (let at = 0; at < length; at += 1) {
    for (const group of groupsOf[column.get(at)] ?? []) member.set(next[group]!++, at);
  }
  return Array.from(numbers, ([name, number]) => ({
    name,
    members: new Span(member, starts[number]!, ends[number]!),
  })).filter(({members}, number) => members.length > 0 || keptNumbers.has(number));
}
