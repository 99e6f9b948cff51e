import type {Rows} from './rows.js';
import type {Standing} from './standing.js';

/** Campaigns that have a file together: those of a territory, or of a call. */
export interface Group {
  /** "departement:33", a call's id; '' for all. */
  name: string;
  /** Positions of the campaigns, in the list's order. */
  members: Uint32Array;
}

/** The campaigns of each territory that has some, and first of all those of the whole feed. */
export function territoryGroups(rows: Rows, standing: Standing): Group[] {
  const inside = rows.places.list.map((names) => (names ? names.split(' ') : []));
  const groups = grouped(rows.columns.place, inside, standing.order);
  return [{name: '', members: standing.order}, ...groups];
}

/** The campaigns of each call; `more` are ids of calls that may have none. */
export function callGroups(rows: Rows, standing: Standing, more: readonly string[]): Group[] {
  const inside = rows.calls.list.map((call) => (call ? [callOf(call).id] : []));
  const groups = grouped(rows.columns.call, inside, standing.order);
  const named = new Set(groups.map(({name}) => name));
  const empty = more.filter((name) => !named.has(name));
  return [...groups, ...empty.map((name) => ({name, members: new Uint32Array(0)}))];
}

/** A call and its edition ('' when none is said) out of `Rows.calls`. */
export function callOf(name: string): {id: string; edition: string} {
  const [id = '', edition = ''] = name ? (JSON.parse(name) as string[]) : [];
  return {id, edition};
}

/** @param namesOf - For each number of a column, the groups that its campaigns are in. */
function grouped(column: Uint32Array, namesOf: string[][], order: Uint32Array): Group[] {
  const numbers = new Map<string, number>();
  const groupsOf = namesOf.map((names) =>
    names.map((name) => {
      const known = numbers.get(name) ?? numbers.size;
      numbers.set(name, known);
      return known;
    }),
  );
  const counts = new Uint32Array(numbers.size);
  for (const at of order) for (const group of groupsOf[column[at]!] ?? []) counts[group]! += 1;
  const groups = Array.from(numbers, ([name, number]) => ({
    name,
    members: new Uint32Array(counts[number]!),
  }));
  counts.fill(0);
  for (const at of order) {
    for (const group of groupsOf[column[at]!] ?? []) {
      groups[group]!.members[counts[group]!++] = at;
    }
  }
  // A name whose campaigns are gone has nothing to say.
  return groups.filter(({members}) => members.length > 0);
}
