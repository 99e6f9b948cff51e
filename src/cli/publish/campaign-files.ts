import {bodiesAt, idAt, type Edition, type Unit} from './edition.js';
import {NumberHash} from './hash.js';

/** Feeds of fewer campaigns have a file for each. With more, a million files would cost more than they save (`bench/publish.mjs`). */
export const SINGLE_FILES_BELOW = 4000;
/** Campaigns of a shard, on average: between this and half of it. */
const IN_SHARD = 16;

/** How many shards so many campaigns are in, which is a power of two; null when each has its own file. */
export function shardsOf({rows}: Edition): number | null {
  const {length, columns} = rows;
  const arePlain = columns.plain.subarray(0, length).every(Boolean);
  if (arePlain && length < SINGLE_FILES_BELOW) return null;
  return 2 ** Math.max(0, Math.ceil(Math.log2(length / IN_SHARD)));
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
