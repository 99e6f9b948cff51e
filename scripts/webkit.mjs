import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';

import {findBrowser} from './browsers.mjs';

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** A screen that nobody sees: WebKitGTK draws on one. */
async function startScreen() {
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const [said] = await Promise.race([
    once(screen.stdout, 'data'),
    once(screen, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return {screen, display: `:${String(said).trim()}`};
}

async function answers(port) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/status`);
      return;
    } catch {
      await pause(100);
    }
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/** Starts WebKit's driver on a screen of its own; `stop` ends both. */
export async function startWebKit() {
  const {screen, display} = await startScreen();
  const port = await freePort();
  const driver = spawn(findBrowser('webkit'), [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: display,
      TZ: 'Asia/Dubai',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      // Inside a container the sandbox's own namespaces are refused.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
    stdio: 'ignore',
    detached: true,
  });
  await answers(port);
  return {
    env: {WEBKIT_DRIVER_PORT: String(port), DISPLAY: display},
    stop: async () => {
      try {
        process.kill(-driver.pid);
      } catch {
        // It has ended by itself.
      }
      screen.kill();
    },
  };
}
