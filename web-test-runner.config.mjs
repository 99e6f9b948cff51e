import {appendFileSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {relative} from 'node:path';

import {esbuildPlugin} from '@web/dev-server-esbuild';
import {defaultReporter} from '@web/test-runner';

import {browsers} from './scripts/browsers.mjs';
import {leafletServed} from './scripts/in-any-page.mjs';

// "Days left" must be right wherever the visitor is: nothing may pass only in Paris.
process.env.TZ = 'Asia/Dubai';

const require = createRequire(import.meta.url);
const WORKER = require
  .resolve('msw/package.json')
  .replace(/package\.json$/, 'lib/mockServiceWorker.js');

/** With the last page that it knew MSW's worker takes itself away, late, and along goes the page that came next. */
const LEAVES = 'await self.registration.unregister()';
const worker = readFileSync(WORKER, 'utf8');
if (!worker.includes(LEAVES))
  throw new Error(`MSW's worker leaves in another way now: see ${WORKER}.`);

/** MSW's worker, from the package: there is no copy of it to keep in step. Here it stays. */
function serveWorker(context, next) {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.set('Service-Worker-Allowed', '/');
  context.type = 'text/javascript';
  context.body = worker.replace(LEAVES, '');
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

/** Writes the names of files in which a test failed where `scripts/test.mjs` asks for them. */
const failedFiles = {
  reportTestFileResults({sessionsForTestFile, testFile}) {
    const list = process.env.FAILED_FILES;
    if (list && sessionsForTestFile.some(({passed}) => !passed)) {
      appendFileSync(list, `${relative(process.cwd(), testFile)}\n`);
    }
  },
};

export default {
  reporters: [defaultReporter(), failedFiles],
  // First those whose modules must not come: Chromium would give them those that a page before had, from memory.
  files: ['test/elements/*-offline.test.ts', 'test/elements/**/*.test.ts'],
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
  testsFinishTimeout: 480_000,
  browserStartTimeout: 60_000,
};
