/** What the command line asks of a run. */
export interface Flags {
  out: string;
  format?: string;
  base?: string;
  compress: boolean;
  quiet?: boolean;
  strict?: boolean;
  problems: number;
  cards?: boolean;
  cardsFor: 'live' | 'all';
  relay?: string;
  lang: string;
  hosted?: string;
  embed?: string;
  pictures?: boolean;
  durable?: boolean;
}

/** What a thread is told to publish. */
export interface Order {
  where: string;
  flags: Flags;
  /** Milliseconds since 1970. */
  now: number;
}

/** Tells a thread to stop, between two files. */
export const STOP = 'stop';

/** How a run ended. */
export interface Report {
  /** The exit status of the command. */
  status: number;
  /** What is wrong with the feed, or why nothing was published: lines to be told. */
  problems: string[];
  /** What was done. */
  summary: string[];
}

/** What a thread says: how far it is, and at last how it ended. */
export type Said =
  {begin: string; total?: number | undefined} | {at: number} | {end: true} | {report: Report};
