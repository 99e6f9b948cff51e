import {http, HttpResponse} from 'msw';
import {setupWorker} from 'msw/browser';

import {forgetFeeds} from '../../src/feed/load.js';

/** What was asked that no test answers. */
const unhandled: string[] = [];

/**
 * The network of every browser test. Requests to the test server itself (the modules under test) pass;
 * any other request without a handler is refused and fails the test.
 */
export const network = setupWorker();

/** Whether requests of this page come to the handlers, and not to the test server. */
async function answers(): Promise<boolean> {
  const address = '/is-there-a-worker';
  network.use(http.get(address, () => new HttpResponse(null, {status: 204})));
  const {status} = await fetch(address);
  network.resetHandlers();
  return status === 204;
}

before(async () => {
  await network.start({
    quiet: true,
    onUnhandledFrame({frame, defaults}) {
      if (frame.protocol !== 'http') return;
      const {request} = frame.data as {request: Request};
      if (new URL(request.url).origin === location.origin) return;
      unhandled.push(`${request.method} ${request.url}`);
      defaults.error();
    },
  });
  if (!(await answers())) throw new Error('The worker that answers for the network did not start.');
});

afterEach(() => {
  network.resetHandlers();
  forgetFeeds();
  const asked = unhandled.splice(0);
  if (asked.length) throw new Error(`Nobody answers these requests: ${asked.join(', ')}`);
});

after(() => void network.stop());

/** Answers an address with a feed, or with anything else that JSON can say. */
export function serveFeed(url: string, feed: unknown, headers: Record<string, string> = {}): void {
  network.use(http.get(url, () => HttpResponse.json(feed as Record<string, unknown>, {headers})));
}

/** Answers every picture with one transparent pixel. */
export function servePictures(pattern = 'https://images.example/*'): void {
  const pixel = Uint8Array.from(
    atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'),
    (character) => character.charCodeAt(0),
  );
  network.use(
    http.get(pattern, () =>
      HttpResponse.arrayBuffer(pixel.buffer, {headers: {'content-type': 'image/gif'}}),
    ),
  );
}
