import {downloadJson, type Download} from '../download.js';
import {FeedError} from '../errors.js';
import {share, type LoadOptions, type Read} from '../load.js';
import {openAnswer} from '../open.js';
import {errorOf} from '../retry.js';
import {fill, type Folder, type Template} from './format.js';

/** Bytes that one file of a folder may take: the points of a million campaigns are six million. */
const MOST_BYTES = 20_000_000;

/** How a file of a folder is asked for: the same for all of them, as its feed was. */
export type FileOptions = Pick<LoadOptions, 'signal' | 'fetch' | 'timeout' | 'fresh'>;

/** The address of a file of a folder. */
export function addressOf(
  {url}: Folder,
  template: Template,
  values: Readonly<Record<string, string | number>>,
): string {
  return new URL(fill(template, values), url).href;
}

const readJson: Read<Download> = (url, options) => downloadJson(url, {...options, format: ''});

const readBytes: Read<Uint8Array> = async (url, options) => {
  const response = await openAnswer(url, options);
  const bytes = new Uint8Array(await Promise.race([response.arrayBuffer(), options.aborted]));
  if (bytes.length > options.maxBytes()) throw errorOf({reason: 'too-large'}, url, MOST_BYTES);
  return bytes;
};

/**
 * A file of a folder that is JSON.
 *
 * @returns What it says, and where it came from.
 * @throws {FeedError} As `loadFeed`, naming the file. The signal's own reason.
 */
export function jsonFile(folder: Folder, url: string, options: FileOptions): Promise<Download> {
  return named(folder, url, share(url, {...picked(options), format: 'json'}, readJson));
}

/** A file of a folder, as bytes. @throws {FeedError} As `jsonFile`. */
export function bytesFile(folder: Folder, url: string, options: FileOptions): Promise<Uint8Array> {
  return named(folder, url, share(url, {...picked(options), format: 'bytes'}, readBytes));
}

/** Undefined for a file that does not stand there: there is nothing of it. Every other failure is one. */
export async function ifThere<T>(file: Promise<T>): Promise<T | undefined> {
  try {
    return await file;
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Whether a server says that there is no such file. */
function isAbsence(error: unknown): boolean {
  const {status} = error as {status?: number};
  return error instanceof Error && (status === 404 || status === 410);
}

/** What is missing or broken is said with the manifest that named it. */
async function named<T>(folder: Folder, url: string, file: Promise<T>): Promise<T> {
  try {
    return await file;
  } catch (error) {
    if ((error as Error).name !== 'FeedError') throw error;
    const {code, message, status, retryAfter} = error as FeedError;
    const words = `${message.replace(/:? check the feed's address\.$|\.$/, '')}: it is part of the published folder of ${folder.url}; publish it again, or wait until it is.`;
    throw new FeedError(code, words, {url, status, retryAfter, cause: error});
  }
}

function picked({signal, fetch, timeout, fresh}: FileOptions): LoadOptions {
  return {
    ...(signal && {signal}),
    ...(fetch && {fetch}),
    ...(timeout && {timeout}),
    ...(fresh && {fresh}),
    maxBytes: MOST_BYTES,
  };
}

/** The error of a file that is not what it should be. */
export function brokenFile(folder: Folder, url: string, what: string): FeedError {
  return new FeedError(
    'not-a-feed',
    `${url} is no ${what}: it is part of the published folder of ${folder.url}; publish it again.`,
    {url},
  );
}
