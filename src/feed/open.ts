import {isFault, type DownloadOptions, type Fault} from './download.js';
import {errorOf, insist} from './retry.js';

/**
 * An answer whose body is still to be read, with the same patience as `downloadJson`.
 *
 * @throws {FeedError} `network` or `http`; the signal's reason when it is aborted.
 */
export async function openAnswer(url: string, options: DownloadOptions): Promise<Response> {
  const first = await tryOnce(url, options);
  options.signal.throwIfAborted();
  return isFault(first) ? insist(url, options, first, () => tryOnce(url, options)) : first;
}

/** When the server says that an answer was made: ISO 8601, null when it does not. */
export function dateOf({headers}: Response): string | null {
  const date = Date.parse(headers.get('last-modified') ?? headers.get('date') ?? '');
  return Number.isFinite(date) ? new Date(date).toISOString() : null;
}

/** Reads JSON. @throws {FeedError} `not-json`: what it looks like instead. */
export function parseJson(text: string, url: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw errorOf({reason: 'not-json', text, cause}, url, 0);
  }
}

async function tryOnce(url: string, options: DownloadOptions): Promise<Response | Fault> {
  let response: Response;
  try {
    const {fetch, signal, fresh} = options;
    const asked = fetch(url, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'strict-origin-when-cross-origin',
      cache: fresh ? 'no-cache' : 'default',
      headers: {accept: 'application/geo+json, application/json, */*;q=0.1'},
    });
    response = await Promise.race([asked, options.aborted]);
  } catch (cause) {
    return {reason: 'unreachable', cause};
  }
  if (response.ok) return response;
  void response.body?.cancel().catch(() => undefined);
  return {reason: 'status', response};
}
