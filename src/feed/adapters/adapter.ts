/** What an adapter is told beside the answer. */
export interface AdapterContext {
  /** Where the answer came from: its pages and its relative links count from there. */
  url: string;
  /** What `format` says after the name and a colon: which of the answer's fields is what (`foreign/mapping.ts`). */
  mapping?: string;
}

/** Makes a campaign feed out of a platform's own answer. One file per platform; it touches nothing else. */
export interface Adapter {
  /** What `format` calls it. */
  name: string;
  /**
   * The same as a campaign feed on the wire (`schema.ts`). What cannot be read stays as it is: the reader
   * leaves it out and reports it, as of any feed.
   *
   * @param answer - Parsed JSON; for a table, its text.
   * @throws {FeedError} `not-a-feed` when nothing of the answer can be a campaign: what the platform says,
   *   or what was expected.
   */
  adapt: (answer: unknown, context: AdapterContext) => unknown;
}
