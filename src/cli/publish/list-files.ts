import {
  BEST_CAMPAIGNS,
  FIRST_CAMPAIGNS,
  IDS_IN_FILE,
  PUBLISHED_VERSION,
  type IdsFile,
  type TerritoryFile,
} from '../../feed/published/format.js';
import {encodePoints} from '../../feed/published/points-file.js';
import {bodiesAt, idAt, raisedAt, type Edition, type Unit} from './edition.js';
import {callOf, type Group} from './groups.js';
import {NumberHash} from './hash.js';
import {NOWHERE} from './rows.js';
import type {Column, Span} from './paged/table.js';
import {Sums, SumsBy} from './sums.js';

/** Where the files of a list stand, and what it has. */
export interface ListPlace {
  /** Without its ending: "territories/departement-33". */
  base: string;
  isCall: boolean;
}

/** A list of more has no points: no page downloads so many, and what makes them holds all of them. */
const MOST_POINTS = 1_000_000;

/** What the files of a list are made from, as hashes. */
export interface ListInputs {
  /** Of which campaigns it has, in which order. */
  list: string;
  /** Of all that is published of them, and how they stand. */
  all: string;
  /** Of what points show. */
  points: string;
  /** Those with coordinates. */
  placed: number;
}

const [ids, bodies, places] = [new NumberHash(), new NumberHash(), new NumberHash()];

/** Goes through a list once, for all its files. */
export function inputsOf(edition: Edition, {members}: Group): ListInputs {
  const {id, body, status, longitude, latitude} = edition.rows.columns;
  let placed = 0;
  places.add(edition.coin);
  for (let index = 0; index < members.length; index += 1) {
    const at = members.get(index);
    const [x, state] = [longitude.get(at), status.get(at)];
    ids.add(id.get(at));
    bodies.add(body.get(at));
    bodies.add(state);
    places.add(x);
    places.add(latitude.get(at));
    places.add(raisedAt(edition, at));
    places.add(state);
    if (x !== NOWHERE) placed += 1;
  }
  return {list: ids.end(8), all: bodies.end(), points: places.end(), placed};
}

/** The files of a list: its totals and first campaigns, its ids, its points. */
export function* listUnits(
  edition: Edition,
  group: Group,
  {list, all, points: pointsInputs, placed}: ListInputs,
  {base, isCall}: ListPlace,
): Generator<Unit> {
  const {members} = group;
  const idFiles = members.length > FIRST_CAMPAIGNS ? Math.ceil(members.length / IDS_IN_FILE) : 0;
  const points = !isCall && idFiles > 0 && placed > 0 && placed <= MOST_POINTS;
  yield {
    path: `${base}.json`,
    inputs: all,
    make: () => listFile(edition, group, isCall, {list, placed, idFiles, points}),
  };
  for (let number = 0; number < idFiles; number += 1) {
    const some = members.part(number * IDS_IN_FILE, (number + 1) * IDS_IN_FILE);
    yield {
      path: `${base}.ids-${number}.json`,
      inputs: list,
      make: () => {
        const ids = Array.from(some, (at) => idAt(edition, at));
        return JSON.stringify({version: PUBLISHED_VERSION, list, ids} satisfies IdsFile);
      },
    };
  }
  if (!points) return;
  yield {
    path: `${base}.points.bin`,
    // It carries the list's own.
    inputs: `${list}${pointsInputs}`,
    make: () => pointsOf(edition, members, list),
  };
}

function listFile(
  edition: Edition,
  {name, members}: Group,
  isCall: boolean,
  known: {list: string; placed: number; idFiles: number; points: boolean},
): string {
  const {rows, updatedAt} = edition;
  const sums = new Sums(rows);
  const years = new SumsBy(rows);
  const editions = new SumsBy(rows);
  for (const at of members) {
    sums.add(at);
    const year = rows.columns.year.get(at);
    if (year) years.add(String(year).padStart(4, '0'), at);
    if (isCall) editions.add(callOf(rows.calls.list[rows.columns.call.get(at)] ?? '').edition, at);
  }
  const first = [...members.part(0, FIRST_CAMPAIGNS)];
  const best = bestOf(edition, members);
  const more = best.filter((at) => !first.includes(at));
  const {list, placed, idFiles, points} = known;
  const head: Omit<TerritoryFile, 'features' | 'more'> = {
    type: 'FeatureCollection',
    version: PUBLISHED_VERSION,
    territory: isCall ? '' : name,
    updatedAt,
    list,
    totals: sums.totals,
    years: years.totals,
    ...(isCall && {editions: editions.totals}),
    count: members.length,
    placed,
    idFiles,
    points,
    best: best.map((at) => idAt(edition, at)),
  };
  const features = bodiesAt(edition, first);
  return `${JSON.stringify(head).slice(0, -1)},"features":${features},"more":${bodiesAt(edition, more)}}`;
}

/** The campaigns that most people know: by backers, then by what they raised; unknown last. */
function bestOf({rows}: Edition, members: Span): number[] {
  const {backers, raised} = rows.columns;
  const key = (column: Column, at: number) => {
    const value = column.get(at);
    return Number.isNaN(value) ? -1 : value;
  };
  const best: number[] = [];
  const isBefore = (one: number, other: number) =>
    key(backers, one) - key(backers, other) || key(raised, one) - key(raised, other);
  for (const at of members) {
    let place = best.length;
    while (place > 0 && isBefore(at, best[place - 1]!) > 0) place -= 1;
    if (place >= BEST_CAMPAIGNS) continue;
    best.splice(place, 0, at);
    if (best.length > BEST_CAMPAIGNS) best.pop();
  }
  return best;
}

function pointsOf(edition: Edition, members: Span, list: string): Uint8Array {
  const {longitude, latitude, status} = edition.rows.columns;
  const all = new Uint32Array(members.length);
  let placed = 0;
  for (let position = 0; position < members.length; position += 1) {
    if (longitude.get(members.get(position)) !== NOWHERE) all[placed++] = position;
  }
  const at = all.subarray(0, placed);
  const memberAt = (index: number) => members.get(at[index]!);
  return encodePoints({
    list,
    length: members.length,
    at,
    longitude: (index) => longitude.get(memberAt(index)),
    latitude: (index) => latitude.get(memberAt(index)),
    raised: (index) => raisedAt(edition, memberAt(index)),
    status: (index) => status.get(memberAt(index)),
  });
}
