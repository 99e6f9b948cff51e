import {createReadStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {resolve} from 'node:path';
import {Readable} from 'node:stream';
import {pathToFileURL} from 'node:url';
import {createGunzip} from 'node:zlib';

import type {DownloadOptions} from '../../feed/download.js';
import {FeedError} from '../../feed/errors.js';
import {absolute} from '../../feed/load.js';
import {dateOf, openAnswer} from '../../feed/open.js';

/** Bytes to read, and what is known of them. */
export interface Source {
  /** What messages call it: the address or the path as it was given, "standard input". */
  name: string;
  /** Where it stands: an http(s) or file address; '' for the standard input. */
  url: string;
  /** When its server says that it was made, or the file changed (ISO 8601); null when nobody says. */
  date: string | null;
  /** What its name or its server says of its form: "campaigns.ndjson", "text/csv"; perhaps nothing. */
  hint: string;
  /** Uncompressed, in pieces. A FeedError when they stop coming. */
  pieces: AsyncIterable<Uint8Array>;
}

/** How a source is opened. */
export interface SourceOptions {
  signal?: AbortSignal | undefined;
  /** What asks. Default: the platform's `fetch`. */
  fetch?: typeof fetch | undefined;
  /** What the standard input is. Default: the process's own. */
  stdin?: AsyncIterable<Uint8Array> | undefined;
}

/** A server that sends nothing for this long has stopped. */
const SILENCE_MS = 60_000;
const TRIES_MS = 30_000;

/**
 * Opens a file, an address of http(s), or the standard input (`-`). What is compressed with gzip is
 * uncompressed.
 *
 * @throws {FeedError} `address` when there is no such file, `network`, `http`; the signal's reason.
 */
export async function openSource(where: string, options: SourceOptions = {}): Promise<Source> {
  if (where === '-') {
    const pieces = gunzipped(options.stdin ?? process.stdin, 'standard input');
    return {name: 'standard input', url: '', date: null, hint: '', pieces};
  }
  if (/^https?:/i.test(where)) return openAddress(where, options);
  if (!where) throw new FeedError('address', 'No feed: give its file or its address.');
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(where)) {
    throw new FeedError('address', `"${where}" is no feed's address: begin it with https://.`);
  }
  const about = await stat(where).catch((error: unknown) => {
    throw unreadable(where, error);
  });
  if (about.isDirectory()) {
    throw new FeedError('address', `${where} is a folder: name the feed's file in it.`);
  }
  return {
    name: where,
    url: pathToFileURL(resolve(where)).href,
    date: about.mtime.toISOString(),
    hint: where,
    pieces: gunzipped(createReadStream(where, {highWaterMark: 256 * 1024}), where),
  };
}

async function openAddress(where: string, options: SourceOptions): Promise<Source> {
  const url = absolute(where);
  const silence = new AbortController();
  const signal = AbortSignal.any([silence.signal, ...(options.signal ? [options.signal] : [])]);
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), {once: true});
  });
  aborted.catch(() => undefined);
  const late = () =>
    silence.abort(
      new FeedError('timeout', `${url} sends nothing for ${SILENCE_MS / 1000} s.`, {url}),
    );
  let timer = setTimeout(late, SILENCE_MS);
  const ask = options.fetch ?? globalThis.fetch;
  const download: DownloadOptions = {
    fetch: (...request) => ask(...request),
    signal,
    aborted,
    deadline: Date.now() + TRIES_MS,
    maxBytes: () => Infinity,
    fresh: true,
  };
  const response = await openAnswer(url, download).catch((error: unknown) => {
    clearTimeout(timer);
    throw error instanceof FeedError && error.code === 'network' ? unanswered(url, error) : error;
  });
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const reader = response.body?.getReader();
    let bytes = 0;
    try {
      for (;;) {
        const {done = true, value} = (await Promise.race([reader?.read(), aborted])) ?? {};
        if (done || !value) return;
        bytes += value.byteLength;
        yield value;
        clearTimeout(timer);
        timer = setTimeout(late, SILENCE_MS);
      }
    } catch (error) {
      if (signal.aborted) throw signal.reason as Error;
      throw new FeedError('not-json', `${url} breaks off after ${bytes} bytes.`, {
        url,
        cause: error,
      });
    } finally {
      clearTimeout(timer);
      void reader?.cancel().catch(() => undefined);
    }
  }
  const type = response.headers.get('content-type') ?? '';
  const at = response.url || url;
  const hint = `${type} ${new URL(at).pathname}`;
  return {name: url, url: at, date: dateOf(response), hint, pieces: gunzipped(pieces(), url)};
}

/** The same pieces, uncompressed if they begin as gzip does. */
async function* gunzipped(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  const iterator = pieces[Symbol.asyncIterator]();
  const held: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < 2) {
      const {done, value} = await iterator.next();
      if (done) break;
      held.push(value);
      size += value.length;
    }
    const whole = {
      async *[Symbol.asyncIterator]() {
        yield* held;
        for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
          yield next.value;
        }
      },
    };
    const [first, second] = Buffer.concat(held.slice(0, 2));
    if (first !== 0x1f || second !== 0x8b) yield* whole;
    else yield* Readable.from(whole, {objectMode: false}).compose(createGunzip());
  } catch (error) {
    throw error instanceof FeedError ? error : unreadable(name, error);
  } finally {
    await iterator.return?.();
  }
}

/** No answer, as it is said where there is no page: what the network says, and what to look at. */
function unanswered(url: string, error: FeedError): FeedError {
  // fetch says "fetch failed", and the reason is that of its cause.
  const {cause, message = ''} = (error.cause ?? {}) as Partial<Error>;
  const {message: inner = message, code = inner} = (cause ?? {}) as Partial<NodeJS.ErrnoException>;
  const remedy = REMEDIES[code] ?? 'is the address right, and is its server running?';
  return new FeedError('network', `${url} gives no answer (${code}): ${remedy}`, {
    url,
    cause: error,
  });
}

/** What to look at, by what the network says. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host: is its name right?',
  EAI_AGAIN: 'the name of the host could not be looked up: is there a network?',
  CERT_HAS_EXPIRED: 'its certificate has expired: browsers refuse it, too.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is its own: browsers refuse it, too.',
};

function unreadable(name: string, error: unknown): FeedError {
  const {code, message} = error as NodeJS.ErrnoException;
  const reason = code === 'ENOENT' ? 'there is no such file' : (message ?? String(error));
  return new FeedError('address', `${name} cannot be read: ${reason}.`, {url: name, cause: error});
}
