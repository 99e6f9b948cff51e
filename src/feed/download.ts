import {FeedError} from './errors.js';

/** What a download needs to know. */
export interface DownloadOptions {
  fetch: typeof fetch;
  signal: AbortSignal;
  /** Rejects when the signal aborts: for a fetch that does not listen to it. */
  aborted: Promise<never>;
  /** When to give up, in milliseconds since 1970: no new try is begun that could not end before. */
  deadline: number;
  /** Bytes that the answer may take; asked again with each piece. */
  maxBytes: () => number;
  /** Asks the server anew even when the browser's cache holds a fresh answer. */
  fresh: boolean | undefined;
  /** What the answer is said to be (`load.ts`): a table is no JSON. */
  format?: string;
}

/** What was downloaded. */
export interface Download {
  /** Of a table, its text. */
  json: unknown;
  /** Where it came from, after redirects. */
  url: string;
  /** When the server says that the answer was made (ISO 8601), or null. */
  date: string | null;
  bytes: number;
}

/** One try went wrong. `retry.ts` says why in words, and whether another may help. */
export interface Fault {
  reason: 'status' | 'too-large' | 'broke-off' | 'not-json' | 'unreachable';
  response?: Response;
  /** How it begins, when it is not JSON. */
  text?: string;
  bytes?: number;
  cause?: unknown;
}

/**
 * Downloads JSON or a table, and tries again what may pass (`retry.ts`, which comes when something went wrong: so does a table, `tables.ts`).
 *
 * @throws {FeedError} `network`, `http`, `not-json` or `too-large`; the signal's reason when it is aborted.
 */
export async function downloadJson(url: string, options: DownloadOptions): Promise<Download> {
  const first = await tryOnce(url, options);
  if (!isFault(first)) return first;
  options.signal.throwIfAborted();
  const tables = await import('./tables.js').catch((cause: unknown) => {
    throw new FeedError('network', `${url} gives no answer.`, {url, cause});
  });
  return tables.insistOnData(url, options, first, () => tryOnce(url, options));
}

/** Whether a try failed. */
export function isFault(outcome: object): outcome is Fault {
  return 'reason' in outcome;
}

async function tryOnce(url: string, options: DownloadOptions): Promise<Download | Fault> {
  const {fetch, signal, aborted, fresh, maxBytes} = options;
  let response: Response | undefined;
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  let text = '';
  let bytes = 0;
  try {
    const asked = fetch(url, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
      cache: fresh ? 'no-cache' : 'default',
      // Safe for CORS: no preflight.
      headers: {accept: 'application/geo+json, application/json, */*;q=0.1'},
    });
    response = await Promise.race([asked, aborted]);
    reader = response.body?.getReader();
    if (!response.ok) return {reason: 'status', response};
    // The header counts what is compressed: beyond the limit, what comes out is too.
    if (Number(response.headers.get('content-length')) > maxBytes()) return {reason: 'too-large'};
    const decoder = new TextDecoder();
    for (;;) {
      const {done = true, value} = (await Promise.race([reader?.read(), aborted])) ?? {};
      if (done) break;
      bytes += value?.byteLength ?? 0;
      if (bytes > maxBytes()) return {reason: 'too-large'};
      text += decoder.decode(value, {stream: true});
    }
    text += decoder.decode();
  } catch (cause) {
    return {reason: response ? 'broke-off' : 'unreachable', bytes, cause};
  } finally {
    // What is not wanted is not downloaded; after the end this does nothing.
    void reader?.cancel().catch(() => undefined);
  }
  try {
    const json = JSON.parse(text) as unknown;
    const {headers} = response;
    const date = Date.parse(headers.get('last-modified') ?? headers.get('date') ?? '');
    return {
      json,
      url: response.url || url,
      date: Number.isFinite(date) ? new Date(date).toISOString() : null,
      bytes,
    };
  } catch (cause) {
    return {reason: 'not-json', response, text, cause};
  }
}
