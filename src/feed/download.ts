import {FeedError} from './errors.js';

/** How one answer is asked for. */
export interface DownloadOptions {
  fetch: typeof fetch;
  signal: AbortSignal;
  /** Rejects when the signal does: not every `fetch` listens to it. */
  aborted: Promise<never>;
  /** When to give up, in milliseconds since 1970. */
  deadline: number;
  /** Bytes after which an answer is refused. */
  maxBytes: number;
  /** Ask the server whether what the browser has kept still holds. */
  fresh: boolean;
}

const TRIES = 3;
const FIRST_WAIT_MS = 400;

/**
 * Reads JSON from an address. What may pass (no answer, 429, 5xx) is tried three times, later each time
 * and never before `Retry-After` (RFC 9110 §10.2.3).
 *
 * `fresh` sends no header of its own: with `cache: 'no-cache'` the browser adds its validators itself
 * (RFC 9111 §4.3), which needs no CORS preflight.
 *
 * @returns The JSON, the address that answered, when, and how many bytes it took.
 * @throws {FeedError}
 */
export async function downloadJson(
  url: string,
  options: DownloadOptions,
): Promise<{json: unknown; url: string; date: string | null; bytes: number}> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(url, options);
    } catch (error) {
      options.signal.throwIfAborted();
      const failure = asFeedError(error, url);
      const wait = waitAfter(failure, attempt);
      if (wait === null || Date.now() + wait > options.deadline) throw failure;
      await pause(wait, options.signal);
    }
  }
}

async function once(url: string, options: DownloadOptions) {
  const {fetch, signal, aborted, fresh} = options;
  const asked = fetch(url, {
    signal,
    credentials: 'omit',
    referrerPolicy: 'strict-origin-when-cross-origin',
    cache: fresh ? 'no-cache' : 'default',
    // Safe for CORS: no preflight.
    headers: {accept: 'application/geo+json, application/json, */*;q=0.1'},
  });
  const response = await Promise.race([asked, aborted]);
  if (!response.ok) {
    void response.body?.cancel().catch(() => undefined);
    throw new FeedError('http', `${url} answers ${response.status}: check the feed's address.`, {
      url,
      status: response.status,
      retryAfter: secondsOf(response.headers.get('retry-after')),
    });
  }
  const {text, bytes} = await readText(response, url, options);
  const date = Date.parse(
    response.headers.get('last-modified') ?? response.headers.get('date') ?? '',
  );
  return {
    json: parse(text, url),
    url: response.url || url,
    date: Number.isFinite(date) ? new Date(date).toISOString() : null,
    bytes,
  };
}

async function readText(response: Response, url: string, {maxBytes, aborted}: DownloadOptions) {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  // The header counts what is compressed: beyond the limit, what comes out is too.
  let bytes = Number(response.headers.get('content-length'));
  try {
    if (bytes <= maxBytes) {
      bytes = 0;
      for (;;) {
        const {done = true, value} = (await Promise.race([reader?.read(), aborted])) ?? {};
        if (done) return {text: text + decoder.decode(), bytes};
        bytes += value?.byteLength ?? 0;
        if (bytes > maxBytes) break;
        text += decoder.decode(value, {stream: true});
      }
    }
  } catch (cause) {
    throw new FeedError('not-json', `${url} breaks off after ${bytes} bytes (${String(cause)}).`, {
      url,
      cause,
    });
  } finally {
    // What is not wanted is not downloaded; after the end this does nothing.
    void reader?.cancel().catch(() => undefined);
  }
  throw new FeedError(
    'too-large',
    `${url} is longer than ${maxBytes} bytes: publish it in pages ("next") or as a published folder.`,
    {url},
  );
}

function parse(text: string, url: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const start = text.slice(0, 40).replace(/\s+/g, ' ').trim();
    const hint = start.startsWith('<')
      ? 'a page, not a feed: is this the address of the data?'
      : start
        ? 'cut off or not JSON.'
        : 'nothing at all.';
    throw new FeedError('not-json', `${url} answers with "${start}…": ${hint}`, {url, cause});
  }
}

function asFeedError(error: unknown, url: string): FeedError {
  if (error instanceof FeedError) return error;
  return new FeedError(
    'network',
    `${url} gives no answer (${error instanceof Error ? error.message : String(error)}): offline, blocked by the page's CSP (connect-src), or sent without CORS headers.`,
    {url, cause: error},
  );
}

/** Milliseconds to wait before the next try; null when there is none. */
function waitAfter(
  {code, status = 0, retryAfter, cause}: FeedError,
  attempt: number,
): number | null {
  // JSON that does not parse will not parse the next time either; a body that broke off may.
  const brokeOff = code === 'not-json' && !(cause instanceof SyntaxError);
  const mayPass = code === 'network' || brokeOff || status === 429 || status >= 500;
  if (!mayPass || attempt >= TRIES) return null;
  // Some randomness, so that a thousand pages do not come back at the same instant.
  const backOff = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
  return Math.max(backOff, (retryAfter ?? 0) * 1000);
}

/** Seconds of a Retry-After header: a number, or a date. */
function secondsOf(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const at = Date.parse(header);
  return Number.isFinite(at) ? Math.max(0, (at - Date.now()) / 1000) : undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, {once: true});
  });
}
