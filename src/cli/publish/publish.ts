import {createHash} from 'node:crypto';
import {mkdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {setImmediate} from 'node:timers/promises';

import {PUBLISHED} from '../../feed/published/format.js';
import {readInput, type ReadOptions} from '../input/read.js';
import {bodyAt, currencyOf, FILES_EDITION, type Edition} from './edition.js';
import {Ids} from './ids.js';
import {textOf} from './hash.js';
import {Intake, type Head} from './intake.js';
import {Ledger} from './ledger.js';
import {Pages} from './paged/pages.js';
import {takeLock, type Lock} from './lock.js';
import {MANIFEST, manifestOf, shardsIn} from './manifest.js';
import {Problems} from './problems.js';
import {silent, type Progress} from './progress.js';
import {inOrder} from './standing.js';
import {State} from './state.js';
import {sweep} from './sweep.js';
import {arePlain, shardsOf} from './campaign-files.js';
import {unitsOf} from './units.js';
import {Writer, type Written} from './writer.js';
import {writeWhole} from './write-file.js';

/** What a run keeps for the next one, in the folder that it publishes. Nobody else needs it. */
export const STATE = '.relais';

/** How a feed is published. */
export interface PublishOptions extends ReadOptions {
  /** Whether the same stands compressed beside each file. Default: true. */
  compress?: boolean;
  /** Whether each file is on the disk itself before the manifest is written. Default: false, which is left to the system. */
  durable?: boolean;
  /** Problems to list; all are counted. Default: 20. */
  mostProblems?: number;
  /** Bytes of what is known of campaigns that are in memory at once. Default: 40 MB. Less is slower. */
  memory?: number;
  progress?: Progress;
  signal?: AbortSignal;
  /** Milliseconds since 1970: what is live depends on it. Default: now. */
  now?: number;
  /** Called once all is published, before the folder is let go, with each campaign as a feature. */
  onPublished?: (published: Published) => Promise<void>;
}

/** What is in the folder, for whoever goes on with it. */
export interface Published {
  head: Head;
  length: number;
  /** A campaign as a feature, in JSON, by its position in the order of lists. */
  feature: (at: number) => string;
  /** The same of how it stands, as a position in `STATUSES`. */
  status: (at: number) => number;
}

/** What a run did. */
export interface Outcome {
  /** Campaigns of the feed, and how many of them are published. */
  seen: number;
  campaigns: number;
  /** Of those, how many were as in the last run, and not read again. */
  unread: number;
  problems: Problems;
  written: Written;
  unchanged: number;
  removed: number;
  /** Whether the manifest says anything new. */
  isNew: boolean;
}

/** Time between two breaths: messages of threads and signals come in then. */
const BREATH_MS = 50;

/**
 * Publishes a feed into a folder (PUBLISHED.md): what has not changed is left alone, what is not named any
 * more is removed after the manifest. Killed at any moment, each file is whole, and the next run mends the rest.
 *
 * @throws {FeedError} When the feed cannot be read; what is published stays as it is. {RangeError} When the
 *   folder is not one to publish in, or another run is at it. The signal's reason.
 */
export async function publish(
  where: string,
  folder: string,
  options: PublishOptions = {},
): Promise<Outcome> {
  checkFolder(folder);
  const statePath = join(folder, STATE);
  mkdirSync(statePath, {recursive: true});
  const lock = takeLock(join(statePath, 'lock'));
  const pages = new Pages(statePath, options.memory);
  let state: State | undefined;
  try {
    state = new State(statePath, pages);
    return await run(where, folder, statePath, state, pages, lock, options);
  } finally {
    state?.close();
    pages.close();
    lock.release();
  }
}

async function run(
  where: string,
  folder: string,
  statePath: string,
  state: State,
  pages: Pages,
  lock: Lock,
  options: PublishOptions,
): Promise<Outcome> {
  const {progress = silent, signal, compress = true, durable = false, now = Date.now()} = options;
  const problems = new Problems(options.mostProblems ?? 20);
  const {seen, unread, head} = await takeIn(where, state, pages, problems, options);
  const {bodies} = state;
  const rows = inOrder(state.rows, now, pages);
  const edition: Edition = {
    rows,
    bodies,
    pages,
    updatedAt: head.updatedAt,
    ...currencyOf(rows),
    ids: new Ids(rows, pages),
  };
  const shards = shardsOf(rows.length, arePlain(rows), shardsIn(folder));
  const ledger = new Ledger(folder, statePath, `relais ${FILES_EDITION} ${compress}`, pages);
  const setting = {folder, compress, durable};
  const writer = new Writer(setting, ledger);
  let unchanged = 0;
  const mark = createHash('sha256');
  try {
    progress.begin('Files');
    let files = 0;
    let breath = Date.now();
    for (const {path, inputs, make} of unitsOf(
      edition,
      shards,
      head.calls.map(({id}) => id),
    )) {
      mark.update(inputs);
      files += 1;
      if (ledger.keep(path, inputs)) unchanged += 1;
      else await writer.add(path, inputs, make());
      if (Date.now() - breath < BREATH_MS) continue;
      progress.at(files);
      await setImmediate();
      signal?.throwIfAborted();
      breath = Date.now();
    }
    await writer.flush();
  } finally {
    progress.end();
    await writer.close();
  }
  if (!lock.isHeld()) {
    throw new RangeError('Another run has taken the folder over: this one leaves it to it.');
  }
  const manifest = await manifestOf(head, edition, shards, mark.digest('hex').slice(0, 12));
  const content = Buffer.from(`${JSON.stringify(manifest)}\n`);
  const inputs = textOf(content);
  const isNew = !ledger.keep(MANIFEST, inputs);
  if (isNew) {
    ledger.willWrite([MANIFEST]);
    // Everybody reads it: it is compressed however short it is.
    const own = {...setting, durable: true, least: 0};
    const done = writeWhole({path: MANIFEST, data: content, inputs}, own);
    ledger.didWrite([done]);
    writer.written.files += 1;
    writer.written.bytes += done.bytes;
    writer.written.allBytes += done.allBytes;
  } else unchanged += 1;
  const removed = sweep(folder, ledger);
  ledger.end();
  await options.onPublished?.({
    head,
    length: rows.length,
    feature: (at) => bodyAt(edition, at),
    status: (at) => rows.columns.status.get(at),
  });
  return {
    seen,
    campaigns: rows.length,
    unread,
    problems,
    written: writer.written,
    unchanged,
    removed,
    isNew,
  };
}

async function takeIn(
  where: string,
  state: State,
  pages: Pages,
  problems: Problems,
  options: PublishOptions,
): Promise<{seen: number; unread: number; head: Head}> {
  const {progress = silent, signal} = options;
  const intake = new Intake(state, problems, pages);
  progress.begin('Campaigns');
  try {
    const batches = readInput(where, {
      ...options,
      recall: (raw, page) => intake.recall(raw, page),
      onPageFault: ({address, reason}) => {
        problems.add({
          kind: 'feed',
          index: null,
          id: null,
          path: 'next',
          reason: `${address}: ${reason}`,
        });
      },
    });
    for await (const batch of batches) {
      await intake.add(batch);
      progress.at(intake.seen);
      await setImmediate();
      signal?.throwIfAborted();
    }
  } finally {
    progress.end();
  }
  const {head, key} = intake.end();
  state.save(key);
  return {seen: intake.seen, unread: intake.unchanged, head};
}

/** @throws {RangeError} When the folder has a manifest that is none of ours. */
function checkFolder(folder: string) {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return;
    const reason = code === 'ENOTDIR' ? 'it is a file' : String((error as Error).message);
    throw new RangeError(
      `${folder} is no folder to publish in: ${reason}. Name another with --out.`,
    );
  }
  if (text.slice(0, 200).includes(`"${PUBLISHED}"`)) return;
  throw new RangeError(
    `${join(folder, MANIFEST)} was not made by relais publish, and would be overwritten: move it, or name another folder with --out.`,
  );
}
