import {existsSync, readdirSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';

import {chromeLauncher} from '@web/test-runner-chrome';
import {puppeteerLauncher} from '@web/test-runner-puppeteer';
import {webdriverLauncher} from '@web/test-runner-webdriver';

/** Where each engine may be: an environment variable, the system's, then what other tools keep. */
const PLACES = {
  chromium: {
    variable: 'CHROME_PATH',
    system: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    cached: [
      ['ms-playwright', 'chromium-', 'chrome-linux/chrome'],
      ['puppeteer/chrome', 'linux-', 'chrome-linux64/chrome'],
    ],
    install: 'apt-get install chromium',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    system: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    cached: [['puppeteer/firefox', 'linux-', 'firefox/firefox']],
    install: 'apt-get install firefox-esr',
  },
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    system: ['/usr/bin/WebKitWebDriver'],
    cached: [],
    install: 'apt-get install webkit2gtk-driver xvfb',
  },
};

/** Where MiniBrowser lives on Debian: its folder carries the machine's own triplet. */
export function miniBrowser() {
  const libraries = '/usr/lib';
  for (const folder of existsSync(libraries) ? readdirSync(libraries) : []) {
    const found = join(libraries, folder, 'webkit2gtk-4.1/MiniBrowser');
    if (existsSync(found)) return found;
  }
  return undefined;
}

/**
 * The path of an engine's program.
 *
 * @param {'chromium' | 'firefox' | 'webkit'} engine
 * @returns {string | undefined} Undefined when it is not installed.
 */
export function findBrowser(engine) {
  const {variable, system, cached} = PLACES[engine];
  const named = process.env[variable];
  if (named) return named;
  const installed = system.find((path) => existsSync(path));
  if (installed) return installed;
  for (const [folder, prefix, program] of cached) {
    const root = join(homedir(), '.cache', folder);
    if (!existsSync(root)) continue;
    for (const version of readdirSync(root)
      .filter((name) => name.startsWith(prefix))
      .reverse()) {
      const path = join(root, version, program);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

/** What to install when an engine is missing, in one line. */
export function howToInstall(engine) {
  return `${engine} was not found: ${PLACES[engine].install}, or set ${PLACES[engine].variable} to its path.`;
}

function required(engine) {
  const path = findBrowser(engine);
  if (!path) throw new Error(howToInstall(engine));
  return path;
}

/** A launcher for each engine. */
export const browsers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: {
        executablePath: required('chromium'),
        args: ['--no-sandbox', '--disable-background-networking', '--lang=de'],
      },
    }),
  firefox: () =>
    puppeteerLauncher({
      launchOptions: {browser: 'firefox', executablePath: required('firefox'), headless: true},
    }),
  webkit: () =>
    webdriverLauncher({
      hostname: '127.0.0.1',
      port: Number(process.env.WEBKIT_DRIVER_PORT ?? 4444),
      path: '/',
      automationProtocol: 'webdriver',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': {binary: miniBrowser(), args: ['--automation']},
      },
    }),
};
