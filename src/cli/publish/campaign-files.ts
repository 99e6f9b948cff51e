import {bodiesAt, idAt, type Edition, type Unit} from './edition.js';
import {NumberHash} from './hash.js';
import {Sorter} from './paged/sorter.js';
import {Span, Table} from './paged/table.js';
import type {Rows} from './rows.js';

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
 * @param arePlain - Whether the id of each can be the name of a file.
 * @param before - What the folder has now; undefined when it has nothing.
 */
export function shardsOf(length: number, arePlain: boolean, before?: number | null): number | null {
  const leeway = before === undefined ? 1 : before === null ? LEEWAY : 1 / LEEWAY;
  if (arePlain && length < SINGLE_FILES_BELOW * leeway) return null;
  const average = before ? length / before : 0;
  if (before && average <= IN_SHARD * LEEWAY && average >= IN_SHARD / LEEWAY) return before;
  const rung = Math.round(Math.log2(Math.max(1, length / IN_SHARD)) * RUNGS);
  return Math.round(2 ** (rung / RUNGS));
}

/** Whether the id of each campaign can be the name of a file. */
export function arePlain({length, columns}: Rows): boolean {
  for (let at = 0; at < length; at += 1) if (!columns.plain.get(at)) return false;
  return true;
}

/** The files of campaigns. */
export function* campaignUnits(edition: Edition, shards: number | null): Generator<Unit> {
  const {length, columns} = edition.rows;
  const hash = new NumberHash();
  if (shards === null) {
    for (let at = 0; at < length; at += 1) {
      hash.add(columns.body.get(at));
      yield {
        path: `campaigns/${idAt(edition, at)}.json`,
        inputs: hash.end(),
        make: () => feedOf(edition, [at]),
      };
    }
    return;
  }
  const sorter = new Sorter(edition.pages);
  // In the order of the feed: how campaigns stand changes no shard.
  for (let at = 0; at < length; at += 1) {
    sorter.add(columns.shard.get(at) % shards, columns.turn.get(at), at);
  }
  const sorted = new Table(edition.pages.scratch(), {at: 'u32', shard: 'u32'});
  const {at: member, shard: inShard} = sorted.columns;
  let count = 0;
  sorter.end((at, shard) => {
    member.set(count, at);
    inShard.set(count++, shard);
  });
  for (let from = 0, to = 0; from < length; from = to) {
    const shard = inShard.get(from);
    for (to = from; to < length && inShard.get(to) === shard; to += 1) {
      hash.add(columns.body.get(member.get(to)));
    }
    const members = new Span(member, from, to);
    yield {
      path: `campaigns/${shards}/${shard}.json`,
      inputs: hash.end(),
      make: () => feedOf(edition, members),
    };
  }
  sorted.close();
}

/** A feed of some campaigns, by itself. */
function feedOf(edition: Edition, positions: Iterable<number>): string {
  const updatedAt = edition.updatedAt && `"updatedAt":${JSON.stringify(edition.updatedAt)},`;
  return `{"type":"FeatureCollection","version":"1.0",${updatedAt ?? ''}"features":${bodiesAt(edition, positions)}}`;
}
