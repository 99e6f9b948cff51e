import {mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

import {UNFINISHED, type Done, type Job, type WorkerSetting} from './job.js';
import {BESIDE} from './ledger.js';

/** A smaller file travels in one packet as it is. */
const LEAST_BYTES = 1000;
/** What compressing must save to be worth a file. */
const LEAST_SAVED = 0.05;
/** By measure (`bench/compression.mjs`): above these no kind of file gets shorter by more than a hundredth, and below them no run gets much faster. */
const GZIP_LEVEL = 6;
const BROTLI_QUALITY = 5;

/**
 * Writes a file and the same compressed beside it. Each is written under another name and renamed: who
 * reads it finds the old one or the new one, whole.
 */
export function writeWhole(
  {path, data, inputs}: Job,
  {folder, compress, durable, least = LEAST_BYTES}: WorkerSetting,
): Done {
  const target = join(folder, path);
  const small = compress && data.length >= least ? compressed(data) : [null, null];
  let beside = 0;
  let allBytes = data.length;
  small.forEach((bytes, bit) => {
    const place = target + BESIDE[bit];
    // An old one must not stand beside a new file that goes without.
    if (!bytes) return rmSync(place, {force: true});
    replace(place, bytes, durable);
    beside |= 1 << bit;
    allBytes += bytes.length;
  });
  replace(target, data, durable);
  return {path, inputs, beside, bytes: data.length, allBytes};
}

function compressed(data: Uint8Array): (Buffer | null)[] {
  return [compressAt(data, 'gzip', GZIP_LEVEL), compressAt(data, 'brotli', BROTLI_QUALITY)].map(
    (bytes) => (bytes.length < data.length * (1 - LEAST_SAVED) ? bytes : null),
  );
}

/** Compresses at a level of the format. */
export function compressAt(data: Uint8Array, format: 'gzip' | 'brotli', level: number): Buffer {
  // What it gives comes in pieces of this size, of which the last is mostly empty: of a short file, it is the only one.
  const chunkSize = Math.min(16_384, Math.max(1024, data.length >> 1));
  if (format === 'gzip') return gzipSync(data, {level, chunkSize});
  const {BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT, BROTLI_PARAM_LGWIN} = constants;
  // A window no larger than the file: to clear one of four megabytes costs more than to fill it.
  const window = Math.min(22, Math.max(16, Math.ceil(Math.log2(data.length)) + 1));
  const params = {
    [BROTLI_PARAM_QUALITY]: level,
    [BROTLI_PARAM_SIZE_HINT]: data.length,
    [BROTLI_PARAM_LGWIN]: window,
  };
  return brotliCompressSync(data, {params, chunkSize});
}

function replace(path: string, bytes: Uint8Array, flush: boolean) {
  const unfinished = path + UNFINISHED;
  try {
    writeFileSync(unfinished, bytes, {flush});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(unfinished, bytes, {flush});
  }
  renameSync(unfinished, path);
}
