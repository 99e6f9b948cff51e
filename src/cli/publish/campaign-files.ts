import {bodiesAt, idAt, type Edition, type Unit} from './edition.js';
import {NumberHash} from './hash.js';

/**
 * Feeds of fewer campaigns have a file for each: 850 bytes for a card, where shards of 12 take 1,450, which is one packet
 * either way. Beyond, four times as many files, on two and a half times the disk, are not worth it (`bench/shards.mjs`).
 */
export const SINGLE_FILES_BELOW = 4000;
/** Campaigns of a shard, on average. With 16 the average card takes two packets. */
const IN_SHARD = 12;
/** How many numbers of shards there are from one power of two to the next: the average is within 5 %. */
const RUNGS = 8;
/** How far a folder's feed may outgrow what it has before it is cut otherwise: else one campaign more could be all files again. */
const LEEWAY = 1.1;

/**
 * How many shards the campaigns are in; null when each has its own file. The average shard holds 11.4 to 12.6 campaigns,
 * and in a folder that was published before 10.9 to 13.2.
 *
 * @param before - What the folder has now; undefined when it has nothing.
 */
export function shardsOf({rows}: Pick<Edition, 'rows'>, before?: number | null): number | null {
  const {length, columns} = rows;
  const arePlain = columns.plain.subarray(0, length).every(Boolean);
  const leeway = before === undefined ? 1 : before === null ? LEEWAY : 1 / LEEWAY;
  if (arePlain && length < SINGLE_FILES_BELOW * leeway) return null;
  const average = before ? length / before : 0;
  if (before && average <= IN_SHARD * LEEWAY && average >= IN_SHARD / LEEWAY) return before;
  const rung = Math.round(Math.log2(Math.max(1, length / IN_SHARD)) * RUNGS);
  return Math.round(2 ** (rung / RUNGS));
}

/** The files of campaigns. */
export function* campaignUnits(edition: Edition, shards: number | null): Generator<Unit> {
  const {rows} = edition;
  const {columns, length} = rows;
  const hash = new NumberHash();
  if (shards === null) {
    for (let at = 0; at < length; at += 1) {
      hash.add(columns.body[at]!);
      yield {
        path: `campaigns/${idAt(edition, at)}.json`,
        inputs: hash.end(),
        make: () => feedOf(edition, [at]),
      };
    }
    return;
  }
  const starts = new Uint32Array(shards + 1);
  for (let at = 0; at < length; at += 1) starts[(columns.shard[at]! % shards) + 1]! += 1;
  for (let shard = 0; shard < shards; shard += 1) starts[shard + 1]! += starts[shard]!;
  const sorted = new Uint32Array(length);
  const next = starts.slice();
  for (let at = 0; at < length; at += 1) sorted[next[columns.shard[at]! % shards]!++] = at;
  for (let shard = 0; shard < shards; shard += 1) {
    const members = sorted.subarray(starts[shard], starts[shard + 1]);
    if (!members.length) continue;
    for (const at of members) hash.add(columns.body[at]!);
    yield {
      path: `campaigns/${shards}/${shard}.json`,
      inputs: hash.end(),
      make: () => feedOf(edition, members),
    };
  }
}

/** A feed of some campaigns, by itself. */
function feedOf(edition: Edition, positions: Iterable<number>): string {
  const updatedAt = edition.updatedAt && `"updatedAt":${JSON.stringify(edition.updatedAt)},`;
  return `{"type":"FeatureCollection","version":"1.0",${updatedAt ?? ''}"features":${bodiesAt(edition, positions)}}`;
}
