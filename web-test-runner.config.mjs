import {createReadStream} from 'node:fs';
import {createRequire} from 'node:module';

import {esbuildPlugin} from '@web/dev-server-esbuild';

import {browsers} from './scripts/browsers.mjs';
import {leafletServed} from './scripts/in-any-page.mjs';

// "Days left" must be right wherever the visitor is: nothing may pass only in Paris.
process.env.TZ = 'Asia/Dubai';

const require = createRequire(import.meta.url);
const WORKER = require
  .resolve('msw/package.json')
  .replace(/package\.json$/, 'lib/mockServiceWorker.js');

/** MSW's worker, from the package: there is no copy of it to keep in step. */
function serveWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.set('Service-Worker-Allowed', '/');
  context.type = 'text/javascript';
  context.body = createReadStream(WORKER);
  return undefined;
}

/** A worker is started by its built name: the plugin that compiles imports does not see it. */
function findWorker(context, next) {
  if (/^\/src\/.*-worker\.js$/.test(context.path)) {
    context.url = context.url.replace('-worker.js', '-worker.ts');
  }
  return next();
}

/** A page that pretends that a module is gone must not find it in what the page before it had. */
async function keepNothing(context, next) {
  await next();
  if (context.path.startsWith('/src/')) context.set('Cache-Control', 'no-store');
}

/** The engine to test in: `--group` does not reach launchers, an environment variable does. */
const engine = process.env.ENGINE ?? 'chromium';

export default {
  files: ['test/elements/**/*.test.ts', 'test/pages/**/*.test.ts'],
  nodeResolve: {exportConditions: ['browser', 'production']},
  browsers: [browsers[engine]()],
  // A tab behind another draws no frame: observers and animation frames would wait for ever.
  concurrency: 1,
  middleware: [serveWorker, findWorker, keepNothing],
  plugins: [
    // Before the other, which writes it anew.
    leafletServed(),
    esbuildPlugin({ts: true, target: 'es2022', tsconfig: 'tsconfig.json'}),
  ],
  testFramework: {config: {timeout: 30_000}},
  testsFinishTimeout: 240_000,
  browserStartTimeout: 60_000,
};
