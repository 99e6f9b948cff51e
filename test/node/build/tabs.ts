import assert from 'node:assert/strict';

import puppeteer, {type Browser, type Frame, type Page} from 'puppeteer-core';

import {findBrowser, howToInstall, miniBrowser} from '../../../scripts/browsers.mjs';
import {startWebKit} from '../../../scripts/webkit.mjs';
import {until} from './until.ts';

export const engines = ['chromium', 'firefox', 'webkit'] as const;
export type Engine = (typeof engines)[number];

/** Where a script can be run: a page, or the frame of `embed.html` in it. */
export interface Place {
  /** Runs a function there; what it takes and gives is JSON. It sees nothing of the file that it stands in. */
  evaluate<T, A extends unknown[]>(work: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
}

/** A page that is open in an engine. */
export interface Tab extends Place {
  frame: Place;
  close: () => Promise<void>;
}

/** One engine, running. */
export interface Visitor {
  open: (url: string) => Promise<Tab>;
  close: () => Promise<void>;
}

/** Starts an engine. Chromium and Firefox speak to puppeteer, WebKit to its driver. */
export async function startVisitor(engine: Engine): Promise<Visitor> {
  if (engine === 'webkit') return startWebKitVisitor();
  const browser = await launch(engine);
  return {
    open: async (url) => {
      const page = await browser.newPage();
      await page.setViewport({width: 1000, height: 900});
      await page.goto(url);
      return {
        evaluate: (work, ...args) => page.evaluate(work as (...all: unknown[]) => never, ...args),
        frame: {
          evaluate: async (work, ...args) =>
            (await framed(page)).evaluate(work as (...all: unknown[]) => never, ...args),
        },
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

export function launch(engine: 'chromium' | 'firefox'): Promise<Browser> {
  const executablePath = findBrowser(engine);
  assert.ok(executablePath, howToInstall(engine));
  return puppeteer.launch(
    engine === 'firefox'
      ? {browser: 'firefox', executablePath, headless: true}
      : {executablePath, args: ['--no-sandbox', '--disable-background-networking']},
  );
}

/** The frame of `embed.html`, once it is there. */
export async function framed(page: Page): Promise<Frame> {
  const found = await until(
    async () => page.frames().find((frame) => frame.url().includes('/embed.html')),
    Boolean,
  );
  assert.ok(found, 'no frame came');
  return found;
}

/** The commands of WebDriver (W3C) that these tests need. */
async function startWebKitVisitor(): Promise<Visitor> {
  const {env, stop} = await startWebKit();
  const server = `http://127.0.0.1:${env.WEBKIT_DRIVER_PORT}`;
  async function command(method: 'POST' | 'DELETE', path: string, body: object = {}) {
    const response = await fetch(server + path, {
      method,
      ...(method === 'POST' && {body: JSON.stringify(body)}),
    });
    const {value} = (await response.json()) as {value: unknown};
    if (!response.ok) throw new Error(`WebKit, ${path}: ${JSON.stringify(value)}`);
    return value;
  }
  const capabilities = {
    alwaysMatch: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {binary: miniBrowser(), args: ['--automation']},
    },
  };
  const started = command('POST', '/session', {capabilities});
  // A driver that gives no session must not stay behind.
  started.catch(stop);
  const {sessionId} = (await started) as {sessionId: string};
  const session = `/session/${sessionId}`;
  const run = (work: (...args: never[]) => unknown, args: unknown[]) =>
    command('POST', `${session}/execute/sync`, {
      script: `return (${work.toString()}).apply(null, arguments)`,
      args,
    });
  const goTo = (id: unknown) => command('POST', `${session}/frame`, {id});
  const tab: Tab = {
    evaluate: (work, ...args) => run(work, args) as never,
    frame: {
      evaluate: async (work, ...args) => {
        await goTo(await run(() => document.querySelector('iframe[src*="/embed.html"]'), []));
        try {
          return (await run(work, args)) as never;
        } finally {
          await goTo(null);
        }
      },
    },
    close: async () => {},
  };
  return {
    open: async (url) => {
      await command('POST', `${session}/url`, {url});
      return tab;
    },
    close: async () => {
      await command('DELETE', session);
      await stop();
    },
  };
}
