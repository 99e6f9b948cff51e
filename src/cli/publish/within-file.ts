import {PUBLISHED_VERSION, type WithinFile} from '../../feed/published/format.js';
import {NO_STATUS} from '../../feed/points.js';
import {raisedAt, type Edition, type Unit} from './edition.js';
import type {Group} from './groups.js';

/** What counts inside each kind of territory; `''` is all. */
const INSIDE: Readonly<Record<string, readonly string[]>> = {
  '': ['departement', 'region'],
  country: ['departement', 'region'],
  region: ['departement', 'epci'],
  departement: ['epci', 'commune'],
};
const STATES = NO_STATUS + 1;

/**
 * The file of what is inside a territory; undefined for one that is too small to have one.
 *
 * @param all - A hash of all that is published of its campaigns (`ListInputs`).
 */
export function withinUnit(
  edition: Edition,
  group: Group,
  all: string,
  base: string,
): Unit | undefined {
  const kinds = INSIDE[kindOf(group.name)];
  if (!kinds) return undefined;
  return {
    path: `${base}.within.json`,
    // What it adds up is in the currency of most.
    inputs: `${all}-${edition.currency}`,
    make: () => withinFile(edition, group, kinds),
  };
}

function withinFile(edition: Edition, {members}: Group, kinds: readonly string[]): string {
  const {rows, updatedAt, currency} = edition;
  const known = new Map<number, string[]>();
  const insideOf = (place: number) => {
    let names = known.get(place);
    if (!names) {
      const all = (rows.places.list[place] ?? '').split(' ');
      known.set(place, (names = all.filter((name) => kinds.includes(kindOf(name)))));
    }
    return names;
  };
  /** For each territory: campaigns, cents, and known amounts by status. */
  const sums = new Map<string, Float64Array>();
  for (const at of members) {
    const amount = raisedAt(edition, at);
    const status = rows.columns.status.get(at);
    for (const name of insideOf(rows.columns.place.get(at))) {
      let sum = sums.get(name);
      if (!sum) sums.set(name, (sum = new Float64Array(3 * STATES)));
      sum[status]! += 1;
      if (Number.isNaN(amount)) continue;
      sum[STATES + status]! += Math.round(amount * 100);
      sum[2 * STATES + status]! += 1;
    }
  }
  const names = [...sums.keys()].sort();
  const file: WithinFile = {
    version: PUBLISHED_VERSION,
    updatedAt,
    currency,
    rows: Object.fromEntries(
      names.map((name) => {
        const sum = sums.get(name)!;
        const part = (from: number) => trimmed(sum.subarray(from * STATES, (from + 1) * STATES));
        return [name, [part(0), part(1).map((cents) => cents / 100), part(2)]];
      }),
    ),
  };
  return JSON.stringify(file);
}

/** Without zeros at the end. */
function trimmed(numbers: Float64Array): number[] {
  const list = [...numbers];
  while (list.length && list.at(-1) === 0) list.pop();
  return list;
}

function kindOf(name: string): string {
  return name.split(':')[0] ?? '';
}
