import {parentPort, workerData} from 'node:worker_threads';

import {FeedError} from '../../feed/errors.js';
import type {CardProgress} from '../cards/write.js';
import {printable} from '../printable.js';
import {writePublishedCards} from './cards.js';
import {STOP, type Order, type Report, type Said} from './order.js';
import type {Progress} from './progress.js';
import {publish, type Outcome} from './publish.js';

// A run of `relais publish`. A fault of ours is thrown: whoever has started the thread hears of it.

const MOST_FAILURES = 10;

/** What the disk refuses. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written',
  EPERM: 'it may not be written',
  EROFS: 'it may not be written',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  ENOTDIR: 'a file stands where a folder should',
  EISDIR: 'a folder stands where a file should',
};

class Interrupted extends Error {}

const say = (said: Said) => parentPort?.postMessage(said, []);
const stop = new AbortController();
parentPort?.on('message', (word) => {
  if (word === STOP) stop.abort(new Interrupted());
});
const report = await run(workerData as Order);
say({report});
parentPort?.close();

async function run({where, flags, now}: Order): Promise<Report> {
  const {out, format, base, compress, durable = false, strict = false, problems} = flags;
  const began = performance.now();
  const progress: Progress = {
    begin: (what, total) => say({begin: what, total}),
    at: (done) => say({at: done}),
    end: () => say({end: true}),
  };
  const {signal} = stop;
  let cards: CardProgress | undefined;
  try {
    const outcome = await publish(where, out, {
      format,
      base,
      compress,
      durable,
      mostProblems: problems,
      progress,
      signal,
      now,
      onPublished: async (published) => {
        if (!flags.cards) return;
        cards = await writePublishedCards(out, published, {...flags, progress, signal, now});
      },
    });
    return {
      status: strict && outcome.problems.total ? 1 : 0,
      problems: outcome.problems.lines(),
      summary: [
        summaryOf(outcome, out, performance.now() - began),
        ...(cards ? [cardsSummary(cards)] : []),
      ],
    };
  } catch (error) {
    const reason = reasonOf(error, out);
    if (!reason) throw error;
    const status = error instanceof Interrupted ? 130 : 2;
    return {status, problems: [`relais: ${reason}`], summary: []};
  }
}

function cardsSummary({written, unchanged, failures}: CardProgress): string {
  const faults = failures
    .slice(0, MOST_FAILURES)
    .map(({id, format, reason}) => printable(`${JSON.stringify(id)}, ${format}: ${reason}`));
  const others = failures.length - faults.length;
  return [
    `Cards of ${written + unchanged} campaigns: ${written} made, ${unchanged} unchanged`,
    ...faults,
    ...(others > 0 ? [`… and ${others} more remarks on cards`] : []),
  ].join('\n');
}

/** What people can put right; undefined for a fault of ours. */
function reasonOf(error: unknown, folder: string): string | undefined {
  if (error instanceof Interrupted) {
    return `interrupted. Each file in ${folder} is whole; run it again to publish what is new.`;
  }
  if (error instanceof FeedError || error instanceof RangeError) return error.message;
  const {code = '', path = folder} = error as NodeJS.ErrnoException;
  return REFUSALS[code] && `${path}: ${REFUSALS[code]} (${code}). What was published stays.`;
}

function summaryOf(outcome: Outcome, folder: string, time: number): string {
  const {seen, campaigns, unread, problems, written, unchanged, removed, isNew} = outcome;
  const {counts} = problems;
  const leftOut = seen - campaigns;
  const faults = [
    ...(leftOut ? [`${leftOut} left out`] : []),
    ...(counts.field ? [`${counted(counts.field, 'field')} left out`] : []),
    ...(counts.feed ? [`${counted(counts.feed, 'problem')} beside them`] : []),
  ];
  const mega = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return [
    `${counted(campaigns, 'campaign')} in ${folder}${faults.length ? ` (${faults.join(', ')})` : ''}, ${unread} of them as before`,
    `${counted(written.files, 'file')} written (${mega(written.bytes)}, ${mega(written.allBytes)} with those compressed), ${unchanged} unchanged, ${removed} removed${isNew ? '' : '; nothing is new'}`,
    `${(time / 1000).toFixed(1)} s, at most ${mega(process.resourceUsage().maxRSS * 1024)} of memory`,
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
