import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';

import type {Done, Job, WorkerSetting} from './job.js';
import type {Ledger} from './ledger.js';

/** What is sent at once, and what may wait for all threads together. */
const BATCH_BYTES = 400_000;
const BATCH_FILES = 64;
const MOST_WAITING_BYTES = 4_000_000;
const MOST_THREADS = 8;

/** What a run has written. */
export interface Written {
  files: number;
  bytes: number;
  /** With what stands beside them. */
  allBytes: number;
}

interface Thread {
  worker: Worker;
  /** The bytes of each batch that it was sent and has not written. */
  waiting: number[];
}

/** Compresses and writes files in threads, some at a time, and keeps the ledger of them. */
export class Writer {
  readonly written: Written = {files: 0, bytes: 0, allBytes: 0};
  readonly #ledger: Ledger;
  readonly #setting: WorkerSetting;
  /** None until there is something to write: mostly nothing is new. */
  #threads: Thread[] = [];
  #batch: Job[] = [];
  #batchBytes = 0;
  #waitingBytes = 0;
  #failure: Error | undefined;
  #wake: (() => void) | undefined;

  constructor(setting: WorkerSetting, ledger: Ledger) {
    this.#setting = setting;
    this.#ledger = ledger;
  }

  /** Takes in a file. Waits while too much is under way. @throws What a thread could not write. */
  async add(path: string, inputs: string, content: string | Uint8Array): Promise<void> {
    const data = typeof content === 'string' ? Buffer.from(content) : content;
    this.#batch.push({path, inputs, data});
    this.#batchBytes += data.length;
    if (this.#batchBytes >= BATCH_BYTES || this.#batch.length >= BATCH_FILES) this.#send();
    await this.#until(() => this.#waitingBytes < MOST_WAITING_BYTES);
  }

  /** Resolves when all files are written. */
  async flush(): Promise<void> {
    this.#send();
    await this.#until(() => this.#threads.every(({waiting}) => !waiting.length));
  }

  /** Ends the threads, after what they are writing. */
  async close(): Promise<void> {
    await this.#until(() => this.#threads.every(({waiting}) => !waiting.length)).catch(
      () => undefined,
    );
    await Promise.all(this.#threads.map(({worker}) => worker.terminate()));
  }

  #begin(): Thread[] {
    const count = Math.min(MOST_THREADS, availableParallelism());
    return Array.from({length: count}, () => {
      const worker = new Worker(new URL('./writer-thread.js', import.meta.url), {
        workerData: this.#setting,
        // What a thread holds is outside its heap: a small one is tidied up often.
        resourceLimits: {maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 96},
      });
      const thread: Thread = {worker, waiting: []};
      worker.on('message', (done: Done[]) => this.#onDone(thread, done));
      worker.on('error', (error) => this.#fail(error as Error));
      return thread;
    });
  }

  #send() {
    if (!this.#batch.length) return;
    if (!this.#threads.length) this.#threads = this.#begin();
    const [first, ...others] = this.#threads;
    if (!first) return;
    const freest = others.reduce(
      (best, one) => (one.waiting.length < best.waiting.length ? one : best),
      first,
    );
    this.#ledger.willWrite(this.#batch.map(({path}) => path));
    freest.waiting.push(this.#batchBytes);
    this.#waitingBytes += this.#batchBytes;
    freest.worker.postMessage(this.#batch, []);
    [this.#batch, this.#batchBytes] = [[], 0];
  }

  #onDone(thread: Thread, done: Done[]) {
    this.#waitingBytes -= thread.waiting.shift() ?? 0;
    this.#ledger.didWrite(done);
    this.written.files += done.length;
    for (const {bytes, allBytes} of done) {
      this.written.bytes += bytes;
      this.written.allBytes += allBytes;
    }
    this.#wake?.();
  }

  #fail(error: Error) {
    this.#failure ??= error;
    this.#wake?.();
  }

  async #until(isSo: () => boolean): Promise<void> {
    for (;;) {
      if (this.#failure) throw this.#failure;
      if (isSo()) return;
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
