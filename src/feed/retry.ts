import {isFault, type DownloadOptions, type Fault} from './download.js';
import {FeedError} from './errors.js';

const TRIES = 3;
const FIRST_WAIT_MS = 400;

/**
 * Goes on after a first try that failed: a refusal to talk (429), a server's fault (5xx), a body that
 * broke off and a network without an answer are tried again, later each time, and never sooner than the
 * server asks (Retry-After, RFC 9110 §10.2.3).
 *
 * @throws {FeedError} `network`, `http`, `not-json` or `too-large`; the signal's reason when it is aborted.
 */
export async function insist<T extends object>(
  url: string,
  options: DownloadOptions,
  first: Fault,
  again: () => Promise<T | Fault>,
): Promise<T> {
  let fault = first;
  for (let attempt = 1; ; attempt += 1) {
    const wait = attempt < TRIES && mayPass(fault) ? waitAfter(fault, attempt) : null;
    if (wait === null || Date.now() + wait > options.deadline) {
      throw errorOf(fault, url, options.maxBytes());
    }
    await pause(wait, options.signal);
    const outcome = await again();
    if (!isFault(outcome)) return outcome;
    options.signal.throwIfAborted();
    fault = outcome;
  }
}

/** What went wrong and what to do, in words. */
export function errorOf(
  {reason, response, text = '', bytes = 0, cause}: Fault,
  url: string,
  maxBytes: number,
): FeedError {
  switch (reason) {
    case 'status':
      return new FeedError('http', `${url} answers ${response?.status}: ${remedyOf(response)}.`, {
        url,
        status: response?.status,
        retryAfter: secondsOf(response),
      });
    case 'too-large':
      return new FeedError(
        'too-large',
        `${url} is longer than ${maxBytes} bytes: publish it in pages ("next") or as a published folder.`,
        {url},
      );
    case 'broke-off':
      return new FeedError(
        'not-json',
        `${url} breaks off after ${bytes} bytes (${String(cause)}).`,
        {
          url,
          cause,
        },
      );
    case 'not-json':
      return new FeedError('not-json', `${url} answers with ${beginningOf(text)}`, {url, cause});
    case 'unreachable':
      return new FeedError(
        'network',
        `${url} gives no answer (${cause instanceof Error ? cause.message : String(cause)}): offline, blocked by the page's CSP (connect-src), or sent without CORS headers.`,
        {url, cause},
      );
  }
}

/** Of a status that says no. */
function remedyOf(response: Response | undefined): string {
  const status = response?.status ?? 0;
  if (status === 429)
    return 'it is asked too often: ask again later, or copy the feed to your own server';
  if (status >= 500) return 'its server is at fault: ask again later, or tell who runs it';
  if (status === 401 || status === 403) return 'it is not public: a feed is read without a key';
  return "check the feed's address";
}

function beginningOf(text: string): string {
  const start = text.slice(0, 40).replace(/\s+/g, ' ').trim();
  if (!start) return '"…": nothing at all.';
  return start.startsWith('<')
    ? `"${start}…": a page, not a feed: is this the address of the data?`
    : `"${start}…": cut off or not JSON.`;
}

/** JSON that does not parse will not parse the next time either; a body that broke off may. */
function mayPass({reason, response}: Fault): boolean {
  const status = response?.status ?? 0;
  return reason === 'unreachable' || reason === 'broke-off' || status === 429 || status >= 500;
}

/** Milliseconds before the next try. */
function waitAfter({response}: Fault, attempt: number): number {
  // Some randomness, so that a thousand pages do not come back at the same instant.
  const backOff = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
  return Math.max(backOff, (secondsOf(response) ?? 0) * 1000);
}

/** Retry-After is a number of seconds or a date (RFC 9110 §10.2.3). */
function secondsOf(response: Response | undefined): number | undefined {
  const header = response?.headers.get('retry-after');
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
