import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';

import {esbuildPlugin} from '@web/dev-server-esbuild';

import {browsers} from './scripts/browsers.mjs';

// "Days left" must be right wherever the visitor is: nothing may pass only in Paris.
process.env.TZ = 'Asia/Dubai';

const require = createRequire(import.meta.url);
const WORKER = require
  .resolve('msw/package.json')
  .replace(/package\.json$/, 'lib/mockServiceWorker.js');
const LEAVING = 'await self.registration.unregister()';
const original = readFileSync(WORKER, 'utf8');
if (!original.includes(LEAVING)) throw new Error('MSW leaves in another way now: see serveWorker.');
const worker = original.replace(LEAVING, '');

/**
 * MSW's worker, from the package: there is no copy of it to keep in step. It would take itself out when
 * its last page closes, and a test file's page closes just when that of the next one counts on it.
 */
function serveWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.set('Service-Worker-Allowed', '/');
  context.type = 'text/javascript';
  context.body = worker;
  return undefined;
}

/** The engine to test in: `--group` does not reach launchers, an environment variable does. */
const engine = process.env.ENGINE ?? 'chromium';

export default {
  files: ['test/elements/**/*.test.ts'],
  nodeResolve: {exportConditions: ['browser', 'production']},
  browsers: [browsers[engine]()],
  // A tab behind another draws no frame: observers and animation frames would wait for ever.
  concurrency: 1,
  middleware: [serveWorker],
  plugins: [esbuildPlugin({ts: true, target: 'es2022', tsconfig: 'tsconfig.json'})],
  testFramework: {config: {timeout: 10_000}},
  testsFinishTimeout: 240_000,
  browserStartTimeout: 60_000,
};
