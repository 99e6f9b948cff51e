import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {FeedErrorCode} from '../../../lib/feed/errors.js';
import {FeedError} from '../../../lib/feed/errors.js';
import {loadCampaign, loadFeed} from '../../../lib/feed/load.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {startServer} from './server.ts';

process.on('unhandledRejection', (reason) => {
  throw new Error('A rejection that nobody handles', {cause: reason});
});

const server = await startServer();
const {asked, on, serve} = server;

/** The FeedError that a promise ends with. */
async function failure(promise: Promise<unknown>): Promise<FeedError> {
  const error: unknown = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof FeedError, String(error));
  return error;
}

async function codeOf(promise: Promise<unknown>): Promise<FeedErrorCode> {
  return (await failure(promise)).code;
}

describe('loadFeed', () => {
  it('gives what the feed holds, and its address', async () => {
    const url = serve('/plain.json', makeFeed([makeFeature({id: 'a'})]));
    const feed = await loadFeed(url);
    assert.deepEqual(
      feed.campaigns.map(({id}) => id),
      ['a'],
    );
    assert.deepEqual(feed.urls, [url]);
    assert.deepEqual(feed.problems, []);
    assert.equal(feed.updatedAt, '2026-11-20T09:00:00+01:00');
  });

  it('dates the figures by the answer when the feed does not', async () => {
    const undated = makeFeed([], {updatedAt: undefined});
    const url = serve('/undated.json', undated, {'last-modified': 'Fri, 20 Nov 2026 08:00:00 GMT'});
    assert.equal((await loadFeed(url)).updatedAt, '2026-11-20T08:00:00.000Z');
  });

  it('asks without credentials, without a header that needs permission, and follows redirects', async () => {
    serve('/target/feed.json', makeFeed([makeFeature({properties: {url: './here'}})]));
    const url = on('/moved.json', (request, response) => {
      assert.equal(request.headers.cookie, undefined);
      assert.match(request.headers.accept ?? '', /application\/geo\+json/);
      response.writeHead(302, {location: '/target/feed.json'}).end();
    });
    const feed = await loadFeed(url);
    // Links count from where the answer is.
    assert.equal(feed.campaigns[0]?.url, `${server.origin}/target/here`);
    let init: RequestInit | undefined;
    const spy: typeof fetch = (input, given) => {
      init = given;
      return fetch(input, given);
    };
    await loadFeed(url, {fetch: spy, fresh: true});
    assert.equal(init?.credentials, 'omit');
    assert.equal(init?.referrerPolicy, 'strict-origin-when-cross-origin');
    assert.equal(init?.cache, 'no-cache');
    assert.deepEqual(Object.keys(init?.headers ?? {}), ['accept']);
  });

  it('reads a feed with a byte order mark', async () => {
    const url = on('/bom.json', (_, response) =>
      response.end(`\ufeff${JSON.stringify(makeFeed())}`),
    );
    assert.equal((await loadFeed(url)).campaigns.length, 1);
  });

  it('counts relative addresses from the base', async () => {
    serve('/folder/relative.json', makeFeed());
    const feed = await loadFeed('../folder/relative.json', {
      base: `${server.origin}/other/page.html`,
    });
    assert.deepEqual(feed.urls, [`${server.origin}/folder/relative.json`]);
  });
});

describe('an address that is none', () => {
  for (const address of [
    '',
    '   ',
    'feed.json',
    'javascript:alert(1)',
    'data:application/json,{}',
    'file:///etc/passwd',
    'ftp://a.example/feed.json',
    'https://',
    'https://name:password@a.example/feed.json',
  ]) {
    it(JSON.stringify(address), async () => {
      const error = await failure(loadFeed(address));
      assert.equal(error.code, 'address');
      assert.ok(error.message.includes(address.trim()));
    });
  }

  it('no address at all', async () => {
    assert.equal(await codeOf(loadFeed([])), 'address');
  });
});

describe('an answer that is no feed', () => {
  const cases: [name: string, body: string, code: FeedErrorCode, says: RegExp][] = [
    [
      'a page',
      '<!doctype html><title>Not here</title>',
      'not-json',
      /<!doctype html>.*a page, not a feed/,
    ],
    ['nothing', '', 'not-json', /nothing at all/],
    ['half of it', JSON.stringify(makeFeed()).slice(0, 90), 'not-json', /cut off/],
    ['words', 'Too many connections', 'not-json', /Too many connections/],
    ['other JSON', '{"projects": []}', 'not-a-feed', /FeatureCollection/],
    ['null', 'null', 'not-a-feed', /FeatureCollection/],
    ['a later version', JSON.stringify(makeFeed([], {version: '2.0'})), 'version', /2\.0/],
  ];
  for (const [name, body, code, says] of cases) {
    it(name, async () => {
      const path = `/${name.replaceAll(' ', '-')}`;
      const url = on(path, (_, response) => response.end(body));
      const error = await failure(loadFeed(url));
      assert.equal(error.code, code);
      assert.match(error.message, says);
      assert.ok(error.message.includes(url));
      assert.equal(error.url, url);
      assert.equal(asked.get(path), 1);
    });
  }

  it('that breaks off is tried again', async () => {
    const url = on('/breaks.json', (_, response) => {
      const body = JSON.stringify(makeFeed());
      response.writeHead(200, {'content-length': Buffer.byteLength(body)});
      if (asked.get('/breaks.json') === 1)
        response.write(body.slice(0, 50), () => response.destroy());
      else response.end(body);
    });
    assert.equal((await loadFeed(url)).campaigns.length, 1);
    assert.equal(asked.get('/breaks.json'), 2);
  });

  it('in a format that nobody knows', async () => {
    const error = await failure(
      loadFeed(serve('/format.json', makeFeed()), {format: 'plateforme-x'}),
    );
    assert.equal(error.code, 'not-a-feed');
    assert.match(error.message, /"plateforme-x".*relais/);
    assert.equal(
      (await loadFeed(serve('/format.json', makeFeed()), {format: 'geojson'})).campaigns.length,
      1,
    );
  });
});

describe('a status that says no', () => {
  it('404 at once, with its status', async () => {
    const error = await failure(loadFeed(`${server.origin}/gone.json`));
    assert.equal(error.code, 'http');
    assert.equal(error.status, 404);
    assert.equal(asked.get('/gone.json'), 1);
  });

  it('500 after three tries', async () => {
    const url = on('/500.json', (_, response) => response.writeHead(500).end());
    assert.equal((await failure(loadFeed(url))).status, 500);
    assert.equal(asked.get('/500.json'), 3);
  });

  for (const [status, remedy] of [
    [403, /403: it is not public/],
    [404, /404: check the feed's address/],
    [429, /429: it is asked too often/],
    [502, /502: its server is at fault/],
  ] as const) {
    it(`${status} says what to do`, async () => {
      const url = on(`/remedy-${status}.json`, (_, response) =>
        response.writeHead(status, {'retry-after': '3600'}).end(),
      );
      assert.match((await failure(loadFeed(url))).message, remedy);
    });
  }

  it('503 once, then well', async () => {
    const url = on('/503.json', (_, response) => {
      if (asked.get('/503.json') === 1) response.writeHead(503).end('busy');
      else response.end(JSON.stringify(makeFeed()));
    });
    assert.equal((await loadFeed(url)).campaigns.length, 1);
  });

  for (const [name, after] of [
    ['seconds', () => '1'],
    ['a date', () => new Date(Date.now() + 2000).toUTCString()],
  ] as const) {
    it(`429 waits as long as Retry-After says, in ${name}`, async () => {
      const path = `/429-${name.replace(' ', '-')}.json`;
      const times: number[] = [];
      const url = on(path, (_, response) => {
        times.push(Date.now());
        if (times.length === 1) response.writeHead(429, {'retry-after': after()}).end();
        else response.end(JSON.stringify(makeFeed()));
      });
      assert.equal((await loadFeed(url)).campaigns.length, 1);
      assert.ok((times[1] ?? 0) - (times[0] ?? 0) >= 900, String(times));
    });
  }

  it('429 for longer than one may wait fails at once, and says for how long', async () => {
    const url = on('/429-long.json', (_, response) =>
      response.writeHead(429, {'retry-after': '3600'}).end(),
    );
    const start = Date.now();
    const error = await failure(loadFeed(url));
    assert.equal(error.status, 429);
    assert.equal(error.retryAfter, 3600);
    assert.ok(Date.now() - start < 1000);
    assert.equal(asked.get('/429-long.json'), 1);
  });
});

describe('no answer', () => {
  it('refused: network, after three tries', async () => {
    let tries = 0;
    const refused: typeof fetch = () => {
      tries += 1;
      return Promise.reject(new TypeError('Failed to fetch'));
    };
    const error = await failure(loadFeed('https://offline.example/feed.json', {fetch: refused}));
    assert.equal(error.code, 'network');
    assert.match(error.message, /CORS/);
    assert.ok(error.cause instanceof TypeError);
    assert.equal(tries, 3);
  });

  it('silence: timeout', async () => {
    const url = on('/silent.json', () => undefined);
    const error = await failure(loadFeed(url, {timeout: 100}));
    assert.equal(error.code, 'timeout');
    assert.equal(error.url, url);
  });

  it('silence in the middle of the body: timeout', async () => {
    const url = on('/stalls.json', (_, response) => void response.write('{"type":"FeatureColl'));
    assert.equal(await codeOf(loadFeed(url, {timeout: 200})), 'timeout');
  });

  it('a fetch that ignores its signal: timeout all the same', async () => {
    const deaf: typeof fetch = () => new Promise(() => undefined);
    assert.equal(
      await codeOf(loadFeed('https://deaf.example/', {fetch: deaf, timeout: 50})),
      'timeout',
    );
  });

  it('tries no longer than it may', async () => {
    const url = on('/500-short.json', (_, response) => response.writeHead(500).end());
    const start = Date.now();
    assert.equal(await codeOf(loadFeed(url, {timeout: 150})), 'http');
    assert.ok(Date.now() - start < 400);
  });
});

describe('a size', () => {
  it('beyond the limit is refused by its header', async () => {
    const url = serve('/big.json', makeFeed(), {'content-length': '50000000'});
    const error = await failure(loadFeed(url));
    assert.equal(error.code, 'too-large');
  });

  it('beyond the limit is refused while it comes, and no more of it is read', async () => {
    let sent = 0;
    const url = on('/endless.json', (_, response) => {
      const more = () => {
        while (!response.destroyed) {
          sent += 10_000;
          if (!response.write(' '.repeat(10_000))) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    });
    const error = await failure(loadFeed(url, {maxBytes: 100_000}));
    assert.equal(error.code, 'too-large');
    assert.match(error.message, /100000 bytes/);
    assert.ok(sent < 50_000_000);
  });

  it('is counted over all pages', async () => {
    const filler = 'x'.repeat(3000);
    serve('/heavy-2.json', makeFeed([makeFeature({id: 'b'})], {filler}));
    const url = serve(
      '/heavy.json',
      makeFeed([makeFeature({id: 'a'})], {filler, next: 'heavy-2.json'}),
    );
    const feed = await loadFeed(url, {maxBytes: 5000});
    assert.deepEqual(
      feed.campaigns.map(({id}) => id),
      ['a'],
    );
    assert.match(feed.problems[0]?.reason ?? '', /longer than/);
  });
});

describe('pages', () => {
  it('are read in their order, as one feed', async () => {
    serve('/pages/3.json', makeFeed([makeFeature({id: 'c'})], {calls: [{id: 'k', title: 'K'}]}));
    serve(
      '/pages/2.json?x=1',
      makeFeed([makeFeature({id: 'b'}), makeFeature({id: 'a'})], {next: '/pages/3.json'}),
    );
    const url = serve('/pages/1.json', makeFeed([makeFeature({id: 'a'})], {next: '2.json?x=1'}));
    const feed = await loadFeed(url);
    assert.deepEqual(
      feed.campaigns.map(({id}) => id),
      ['a', 'b', 'c'],
    );
    assert.deepEqual(
      feed.calls.map(({id}) => id),
      ['k'],
    );
    assert.deepEqual(feed.urls, [url]);
    // What a page repeats is told.
    assert.deepEqual(
      feed.problems.map(({kind, id}) => [kind, id]),
      [['campaign', 'a']],
    );
  });

  it('that share one page of a platform stay two campaigns', async () => {
    const home = {url: 'https://platform.example/'};
    serve('/home-2.json', makeFeed([makeFeature({id: 'b', properties: home})]));
    const url = serve(
      '/home.json',
      makeFeed([makeFeature({id: 'a', properties: home})], {next: 'home-2.json'}),
    );
    assert.equal((await loadFeed(url)).campaigns.length, 2);
  });

  for (const [name, next, says] of [
    ['that fails leaves what was read', 'missing.json', /404/],
    ['that is the first again ends', 'around.json', /round/],
    ['on another server is not asked', 'https://elsewhere.example/2.json', /another server/],
  ] as const) {
    it(`one ${name}, and is told`, async () => {
      const path =
        next === 'around.json' ? '/around.json' : `/${name.slice(0, 12)}`.replaceAll(' ', '-');
      const url = serve(path, makeFeed([makeFeature({id: 'a'})], {next}));
      const feed = await loadFeed(url, {
        fetch: (input, init) => {
          assert.ok(String(input).startsWith(server.origin));
          return fetch(input, init);
        },
      });
      assert.deepEqual(
        feed.campaigns.map(({id}) => id),
        ['a'],
      );
      assert.deepEqual(
        feed.problems.map(({kind, path: where}) => [kind, where]),
        [['feed', 'next']],
      );
      assert.match(feed.problems[0]?.reason ?? '', says);
    });
  }

  it('are at most fifty', async () => {
    const endless: typeof fetch = (input) => {
      const page = Number(new URL(String(input)).searchParams.get('page'));
      const feed = makeFeed([makeFeature({id: String(page)})], {next: `?page=${page + 1}`});
      return Promise.resolve(Response.json(feed));
    };
    const feed = await loadFeed('https://endless.example/?page=1', {fetch: endless});
    assert.equal(feed.campaigns.length, 50);
    assert.match(feed.problems[0]?.reason ?? '', /50/);
  });

  it('that come too late leave those that came', async () => {
    on('/late-2.json', () => undefined);
    const url = serve('/late.json', makeFeed([makeFeature()], {next: 'late-2.json'}));
    const feed = await loadFeed(url, {timeout: 300});
    assert.equal(feed.campaigns.length, 1);
    assert.match(feed.problems[0]?.reason ?? '', /within 0.3 s/);
  });
});

describe('several feeds', () => {
  it('are one, in their order, the same campaign once', async () => {
    const page = 'https://ulule.example/halle';
    const one = serve(
      '/one.json',
      makeFeed(
        [
          makeFeature({id: '1', properties: {title: 'First', url: `${page}?utm_source=x#top`}}),
          makeFeature({id: '2'}),
        ],
        {updatedAt: '2026-11-20T09:00:00Z'},
      ),
    );
    const two = serve(
      '/two.json',
      makeFeed(
        [
          makeFeature({id: 'other', properties: {title: 'Same page', url: page}}),
          makeFeature({
            id: '2',
            properties: {title: 'Same id, same site', url: 'https://platform.example/autre'},
          }),
          makeFeature({id: '2', properties: {title: 'Never seen', url: 'https://else.example/'}}),
          makeFeature({
            id: '1',
            properties: {title: 'Another first', url: 'https://else.example/1'},
          }),
        ],
        {updatedAt: '2026-11-19T09:00:00Z'},
      ),
    );
    for (const urls of [`${one} ${two}`, ` ${one}\n\t${two} ${one}`, [one, two]]) {
      const feed = await loadFeed(urls);
      assert.deepEqual(
        feed.campaigns.map(({id, title}) => `${id} ${title.slice(0, 13)}`),
        ['1 First', '2 Une halle pou', '1@else.example Another first'],
      );
      assert.deepEqual(feed.urls, [one, two]);
      // As old as the oldest of its figures.
      assert.equal(feed.updatedAt, '2026-11-19T09:00:00Z');
    }
    assert.equal(asked.get('/one.json'), 1);
  });

  it('show when one of them fails, and it is told', async () => {
    const good = serve('/good.json', makeFeed());
    const feed = await loadFeed([`${server.origin}/bad.json`, good, 'not an address']);
    assert.equal(feed.campaigns.length, 1);
    assert.deepEqual(
      feed.problems.map(({kind}) => kind),
      ['feed', 'feed'],
    );
    assert.match(feed.problems[0]?.reason ?? '', /404/);
  });

  it('all failing: the first failure', async () => {
    const error = await failure(loadFeed([`${server.origin}/none-1.json`, 'javascript:1']));
    assert.equal(error.code, 'http');
  });
});

describe('loadCampaign', () => {
  it('gives the campaign and its feed', async () => {
    const url = serve('/campaign.json', makeFeed([makeFeature({id: 'a'}), makeFeature({id: 7})]));
    const {campaign, feed} = await loadCampaign(url, '7');
    assert.equal(campaign.id, '7');
    assert.equal(feed.campaigns.length, 2);
  });

  it('fails by a name when there is none', async () => {
    const url = serve(
      '/campaigns.json',
      makeFeed([makeFeature({id: 'bad', properties: {url: 'x'}})]),
    );
    const error = await failure(loadCampaign(url, 'nobody'));
    assert.equal(error.code, 'not-found');
    assert.match(error.message, /"nobody"/);
    // One that was left out is not merely absent.
    assert.match((await failure(loadCampaign(url, 'bad'))).message, /properties\.url/);
  });
});
