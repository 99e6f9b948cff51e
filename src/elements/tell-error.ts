import {FeedError} from '../feed/errors.js';
import {RelaisErrorEvent} from './events.js';
import {warnOnce} from './feed-controller.js';

/** Tells the page, and its developer, that a part of what an element shows could not be read. */
export function tellError(host: HTMLElement & {feed: string}, cause: unknown): void {
  // Another copy of the library may have thrown it: its class is not ours.
  const error =
    (cause as Error).name === 'FeedError'
      ? (cause as FeedError)
      : new FeedError('network', `Part of the widget could not be loaded: ${String(cause)}`, {
          url: host.feed,
          cause,
        });
  warnOnce(host.localName, `${error.code} ${error.url ?? host.feed}`, error.message);
  host.dispatchEvent(new RelaisErrorEvent(error));
}
