import assert from 'node:assert/strict';
import {describe, it, mock} from 'node:test';

import {loadCampaign, loadFeed} from '../../../lib/feed/load.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';

process.on('unhandledRejection', (reason) => {
  throw new Error('A rejection that nobody handles', {cause: reason});
});

const FEED = 'https://feeds.example/feed.json';

/** A network of one feed that answers when the test says so. */
function network() {
  const requests: {
    signal: AbortSignal;
    answer: (title?: string) => void;
    fail: (status: number) => void;
  }[] = [];
  const ask: typeof fetch = (_, init) =>
    new Promise((resolve, reject) => {
      const signal = init?.signal;
      assert.ok(signal);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      requests.push({
        signal,
        answer: (title = 'T') =>
          resolve(Response.json(makeFeed([makeFeature({properties: {title}})]))),
        fail: (status) => resolve(new Response('', {status})),
      });
    });
  return {requests, ask};
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('one request', () => {
  it('serves all who ask while it is under way, and afterwards', async () => {
    const {requests, ask} = network();
    const waiting = Array.from({length: 10}, (_, index) =>
      index % 2
        ? loadFeed(FEED, {fetch: ask})
        : loadCampaign(FEED, 'halle', {fetch: ask}).then(({feed}) => feed),
    );
    await soon();
    requests[0]?.answer();
    const feeds = await Promise.all(waiting);
    feeds.push(await loadFeed(FEED, {fetch: ask}));
    assert.equal(requests.length, 1);
    assert.equal(new Set(feeds).size, 1);
  });

  it('is another one for another format, fetch or address', async () => {
    const {requests, ask} = network();
    void loadFeed(FEED, {fetch: ask}).catch(() => undefined);
    void loadFeed(FEED, {fetch: ask, format: 'geojson'}).catch(() => undefined);
    void loadFeed(`${FEED}?2`, {fetch: ask}).catch(() => undefined);
    await soon();
    assert.equal(requests.length, 3);
    for (const request of requests) request.answer();
  });

  it('that fails is forgotten', async () => {
    const {requests, ask} = network();
    const first = loadFeed(FEED, {fetch: ask});
    await soon();
    requests[0]?.fail(404);
    await assert.rejects(first);
    const second = loadFeed(FEED, {fetch: ask});
    await soon();
    requests[1]?.answer();
    assert.equal((await second).campaigns.length, 1);
  });

  it('is made anew after some minutes', async () => {
    const {requests, ask} = network();
    const first = loadFeed(FEED, {fetch: ask});
    await soon();
    requests[0]?.answer('Old');
    await first;
    mock.timers.enable({apis: ['Date'], now: Date.now() + 6 * 60_000});
    try {
      const second = loadFeed(FEED, {fetch: ask});
      await soon();
      requests[1]?.answer('New');
      assert.equal((await second).campaigns[0]?.title, 'New');
    } finally {
      mock.timers.reset();
    }
  });
});

describe('fresh', () => {
  it('asks again, once for all who want it, and is what others get next', async () => {
    const {requests, ask} = network();
    const first = loadFeed(FEED, {fetch: ask});
    await soon();
    requests[0]?.answer('Old');
    await first;
    const both = [
      loadFeed(FEED, {fetch: ask, fresh: true}),
      loadFeed(FEED, {fetch: ask, fresh: true}),
    ];
    await soon();
    assert.equal(requests.length, 2);
    requests[1]?.answer('New');
    const titles = (await Promise.all([...both, loadFeed(FEED, {fetch: ask})])).map(
      ({campaigns}) => campaigns[0]?.title,
    );
    assert.deepEqual(titles, ['New', 'New', 'New']);
    assert.equal(requests.length, 2);
  });

  it('that fails tells who asked, and leaves the last good answer to others', async () => {
    const {requests, ask} = network();
    const first = loadFeed(FEED, {fetch: ask});
    await soon();
    requests[0]?.answer('Old');
    await first;
    const again = loadFeed(FEED, {fetch: ask, fresh: true});
    await soon();
    requests[1]?.fail(404);
    await assert.rejects(again);
    assert.equal((await loadFeed(FEED, {fetch: ask})).campaigns[0]?.title, 'Old');
    assert.equal(requests.length, 2);
  });
});

describe('who gives up', () => {
  it('is told why, and leaves the others their answer', async () => {
    const {requests, ask} = network();
    const controller = new AbortController();
    const leaving = loadFeed(FEED, {fetch: ask, signal: controller.signal});
    const staying = loadFeed(FEED, {fetch: ask, signal: new AbortController().signal});
    await soon();
    controller.abort(new Error('gone'));
    await assert.rejects(leaving, /gone/);
    await soon();
    assert.equal(requests[0]?.signal.aborted, false);
    requests[0]?.answer();
    assert.equal((await staying).campaigns.length, 1);
  });

  it('last stops the request, and the next who asks makes a new one', async () => {
    const {requests, ask} = network();
    const controllers = [new AbortController(), new AbortController()];
    const leaving = controllers.map(({signal}) => loadFeed(FEED, {fetch: ask, signal}));
    await soon();
    for (const controller of controllers) controller.abort();
    for (const result of await Promise.allSettled(leaving)) assert.equal(result.status, 'rejected');
    await soon();
    assert.equal(requests[0]?.signal.aborted, true);
    const next = loadFeed(FEED, {fetch: ask});
    await soon();
    requests[1]?.answer();
    assert.equal((await next).campaigns.length, 1);
  });

  it('and comes back at once finds the same request: a card that is moved', async () => {
    const {requests, ask} = network();
    const controller = new AbortController();
    const before = loadFeed(FEED, {fetch: ask, signal: controller.signal});
    await Promise.resolve();
    controller.abort();
    const after = loadFeed(FEED, {fetch: ask, signal: new AbortController().signal});
    await assert.rejects(before);
    await soon();
    requests[0]?.answer();
    assert.equal((await after).campaigns.length, 1);
    assert.equal(requests.length, 1);
  });

  it('before asking asks nothing', async () => {
    const {requests, ask} = network();
    await assert.rejects(
      loadFeed(FEED, {fetch: ask, signal: AbortSignal.abort(new Error('early'))}),
      /early/,
    );
    await soon();
    assert.equal(requests.length, 0);
  });

  it('leaves no listener on the signal', async () => {
    const {requests, ask} = network();
    const {signal} = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...given: Parameters<typeof add>) => {
      listeners += 1;
      add(...given);
    };
    signal.removeEventListener = (...given: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...given);
    };
    const asked = loadFeed(FEED, {fetch: ask, signal});
    await soon();
    requests[0]?.answer();
    await asked;
    await soon();
    assert.equal(listeners, 0);
  });
});
