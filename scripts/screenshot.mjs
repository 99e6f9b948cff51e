// The picture of the README: the town page, from where its campaigns begin. `npm run screenshot`, after a build.
import {spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {createServer} from 'node:net';

import puppeteer from 'puppeteer-core';

import {findBrowser, howToInstall} from './browsers.mjs';
import {serveDemo} from './serve.mjs';

const FILE = 'demo/screenshot.png';

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

const executablePath = findBrowser('chromium');
if (!executablePath) {
  console.error(howToInstall('chromium'));
  process.exit(1);
}
const port = await freePort();
const origin = `http://localhost:${port}`;
const {status} = spawnSync(process.execPath, ['demo/feeds/make.ts', '--origin', origin], {
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);

const server = await serveDemo(port);
const browser = await puppeteer.launch({executablePath, args: ['--no-sandbox']});
try {
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 900});
  await page.goto(`${origin}/demo/town/`, {waitUntil: 'networkidle2'});
  await page.waitForFunction(() =>
    [...document.querySelectorAll('relais-project-card, relais-project-list')].every(
      (element) => element.getAttribute('state') === 'ready',
    ),
  );
  // At once: the page scrolls smoothly for who does not ask for less motion.
  await page.emulateMediaFeatures([{name: 'prefers-reduced-motion', value: 'reduce'}]);
  await page.evaluate(() => {
    document.querySelector('#projets').scrollIntoView({behavior: 'instant'});
  });
  await page.waitForNetworkIdle();
  await page.screenshot({path: FILE});
  console.log(`${FILE} is written.`);
} finally {
  await browser.close();
  await server.stop();
}
