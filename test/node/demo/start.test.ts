import assert from 'node:assert/strict';
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {createServer, type AddressInfo} from 'node:net';
import {afterEach, describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';

let child: ChildProcess | undefined;

/** A port that nobody had a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** As on a machine without a terminal: nothing to read from. */
function serveApart(port: number): ChildProcess {
  const script = `import {serveDemo} from './scripts/serve.mjs'; await serveDemo(${port}); console.log('up');`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('the demo’s server', () => {
  afterEach(() => child?.kill());

  it('answers, and stays without a terminal', async () => {
    const port = await freePort();
    child = serveApart(port);
    assert.ok(child.stdout);
    await once(child.stdout, 'data');
    await pause(500);
    const answer = await fetch(`http://localhost:${port}/demo/`);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /<relais-|<main/);
    assert.equal(child.exitCode, null);
  });

  it('lets any page read the feeds, answers with an error when asked', async () => {
    const port = await freePort();
    child = serveApart(port);
    assert.ok(child.stdout);
    await once(child.stdout, 'data');
    const feed = await fetch(`http://localhost:${port}/demo/feeds/one.json`);
    assert.equal(feed.headers.get('access-control-allow-origin'), '*');
    const gone = await fetch(`http://localhost:${port}/demo/feeds/one.json?status=503`);
    assert.equal(gone.status, 503);
  });
});
