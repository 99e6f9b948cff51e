import type {Feed, Problem} from './campaign.js';
import {FeedError} from './errors.js';
import type {LoadedFeed, LoadOptions, Page} from './load.js';
import {mergeFeeds, mergePages} from './merge.js';

const MOST_PAGES = 50;

/**
 * Several feeds as one. One that fails is told in `problems` and the others are given.
 *
 * @param options.light - One that is too large fails them all: they are to be read by other means.
 * @throws {FeedError} When all fail: what the first says. The signal's own reason when it is aborted.
 */
export async function loadTogether(
  addresses: readonly string[],
  load: (address: string) => Promise<LoadedFeed>,
  {signal, light}: Pick<LoadOptions, 'signal' | 'light'>,
): Promise<LoadedFeed> {
  const answers = await Promise.allSettled(addresses.map(load));
  signal?.throwIfAborted();
  const [first, ...others] = answers.flatMap((answer) =>
    answer.status === 'fulfilled' ? answer.value : [],
  );
  const failures = answers.flatMap((answer) =>
    answer.status === 'rejected' ? (answer.reason as Error) : [],
  );
  const large = light && failures.find(isTooLarge);
  if (large) throw large;
  if (!first) throw failures[0] ?? new FeedError('network', 'No feed answers.');
  const folders = [first, ...others].flatMap((feed) => feed.folders ?? []);
  return {
    ...withProblems(
      mergeFeeds([first, ...others]),
      failures.map((failure) => feedProblem('', failure.message)),
    ),
    ...(folders.length > 0 && {folders}),
  };
}

/**
 * The other pages of a feed. One that fails leaves the earlier ones, and is told; so is one on another
 * server: a feed sends nobody's visitors elsewhere.
 *
 * @param feed - The first page.
 * @param readPage - Reads a page, when the pages before it took so many bytes.
 * @param shared - While it is light, a page that makes the feed too large fails it: it is to be read by other means.
 */
export async function readOn(
  feed: Feed,
  first: Page & {next: string},
  readPage: (address: string, bytes: number) => Promise<Page>,
  shared: {light: number | undefined},
): Promise<Feed> {
  const pages: [Feed, ...Feed[]] = [feed];
  const read = new Set(feed.urls);
  let bytes = first.bytes;
  let before = first.url;
  let next: string | null = first.next;
  let fault = '';
  while (next) {
    if (read.has(next)) fault = 'the pages go round';
    else if (read.size >= MOST_PAGES) fault = `more than ${MOST_PAGES} pages`;
    else if (new URL(next).origin !== new URL(before).origin) fault = 'on another server';
    if (fault) break;
    read.add(next);
    try {
      const page: Page = await readPage(next, bytes);
      pages.push(page.feed);
      bytes += page.bytes;
      before = page.url;
      next = page.next;
    } catch (error) {
      if (shared.light && isTooLarge(error)) throw error;
      fault = (error as Error).message;
      break;
    }
  }
  const whole = {...mergePages(pages), urls: feed.urls};
  return withProblems(whole, fault ? [feedProblem('next', `${next}: ${fault}`)] : []);
}

function isTooLarge(error: unknown): boolean {
  return error instanceof FeedError && error.code === 'too-large';
}

function withProblems(feed: Feed, problems: readonly Problem[]): Feed {
  return problems.length ? {...feed, problems: [...feed.problems, ...problems]} : feed;
}

function feedProblem(path: string, reason: string): Problem {
  return {kind: 'feed', index: null, id: null, path, reason};
}
