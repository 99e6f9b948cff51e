import type {Campaign, Feed} from '../feed/campaign.js';
import type {Table} from '../feed/columns.js';
import {FeedError, type FeedErrorCode} from '../feed/errors.js';
import {readLarge, type LargeFeed} from '../feed/large.js';

/** What the page asks of the worker. */
export type Request =
  | {kind: 'read'; urls: string[]; territory: string; fresh: boolean}
  | {kind: 'get'; id: number; positions: readonly number[]};

/** What the worker answers. */
export type Answer =
  | {kind: 'here'}
  | {kind: 'read'; feed: Feed; table: Table}
  | {kind: 'got'; id: number; campaigns: (Campaign | undefined)[]}
  | {kind: 'failed'; code: FeedErrorCode | null; message: string; url?: string | undefined};

// The page's types have no worker in them; this much of one a port has too.
const page = self as unknown as MessagePort;
let read: LargeFeed | undefined;

page.addEventListener('message', ({data}: MessageEvent<Request>) => void answer(data));
say({kind: 'here'});

async function answer(request: Request): Promise<void> {
  if (request.kind === 'get') {
    const campaigns = (await read?.get(request.positions)) ?? [];
    say({kind: 'got', id: request.id, campaigns});
    return;
  }
  try {
    read = await readLarge(request.urls, {...request, signal: new AbortController().signal});
    const {feed, table} = read;
    const {points, raised, status, place} = table;
    const columns = [points.longitude, points.latitude, raised, status, place];
    say(
      {kind: 'read', feed, table},
      columns.map(({buffer}) => buffer as ArrayBuffer),
    );
  } catch (error) {
    const {code, url} = error instanceof FeedError ? error : {code: null, url: undefined};
    say({kind: 'failed', code, message: (error as Error).message, url});
  }
}

function say(words: Answer, transfer: Transferable[] = []): void {
  page.postMessage(words, transfer);
}
