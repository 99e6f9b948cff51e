/**
 * Why a feed, or one campaign of it, could not be given.
 *
 * - `address`: the feed's address is missing or is not http(s).
 * - `network`: no answer at all: offline, blocked, refused, name not found.
 * - `timeout`: no whole answer in the time allowed.
 * - `http`: an answer, but with a status that says no (`status` holds it).
 * - `too-large`: the answer is longer than the limit.
 * - `not-json`: the answer is not JSON: a page, a truncated body.
 * - `not-a-feed`: JSON, but in no shape that is known.
 * - `version`: a feed of a later major version than this library reads.
 * - `not-found`: the feed is fine, and the campaign, call or edition asked for is not in it.
 */
export type FeedErrorCode =
  | 'address'
  | 'network'
  | 'timeout'
  | 'http'
  | 'too-large'
  | 'not-json'
  | 'not-a-feed'
  | 'version'
  | 'not-found';

/** What else is known when a feed fails. */
export interface FeedErrorDetails {
  /** The address that was asked. */
  url?: string | undefined;
  /** HTTP status, with `http` alone. */
  status?: number | undefined;
  /** Seconds to wait that the server asked for, when it did. */
  retryAfter?: number | undefined;
  cause?: unknown;
}

/**
 * The one error of the feed layer. `message` names the culprit and the remedy, in English, for a
 * developer's console; what a visitor reads comes from `i18n/`.
 */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;
  readonly url: string | undefined;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: FeedErrorCode, message: string, details: FeedErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : {cause: details.cause});
    this.code = code;
    this.url = details.url;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
  }
}
