import {setTimeout as pause} from 'node:timers/promises';

import {startDevServer} from '@web/dev-server';

/** No answer of the demo is longer in coming. */
const LONGEST_DELAY_MS = 60_000;

/**
 * What the demo's server does beside serving files: any page may read them (CORS), nothing is kept
 * without asking, `?delay=MS` answers late, and `?status=CODE` answers with an error.
 */
export const middleware = [
  async (context, next) => {
    context.set('Access-Control-Allow-Origin', '*');
    context.set('Cache-Control', 'no-cache');
    const delay = Number(context.query.delay ?? 0);
    if (delay > 0) await pause(Math.min(delay, LONGEST_DELAY_MS));
    const status = Number(context.query.status ?? 0);
    if (status >= 400 && status < 600) {
      context.status = status;
      context.body = '';
      return;
    }
    if (context.path === '/') {
      context.redirect('/demo/');
      return;
    }
    await next();
  },
];

/**
 * Serves the repository on a port of every address of this machine, until the process is stopped.
 * No `hostname` key, not even undefined: with it the development server never listens.
 *
 * @param {number} port
 * @param {import('koa').Middleware[]} before What answers first.
 */
export function serveDemo(port, before = []) {
  return startDevServer({
    config: {
      rootDir: process.cwd(),
      port,
      middleware: [...before, ...middleware],
      clearTerminalOnReload: false,
    },
    readCliArgs: false,
    readFileConfig: false,
    logStartMessage: false,
  });
}
