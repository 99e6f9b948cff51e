// Everything that can be checked, in the order in which it fails fastest; ends with "N passed, N failed".
import {spawn} from 'node:child_process';
import {availableParallelism} from 'node:os';

import {findBrowser, howToInstall} from './browsers.mjs';
import {startWebKit} from './webkit.mjs';

const totals = {passed: 0, failed: 0};
/** What failed, by name: said again at the end, where the eyes are. */
const failures = [];
/** How the runners begin the line of a test that failed. */
const FAILED_LINE = /^\s*(?:✖|𐄂|❌|test at )\s*\S/;

/** Runs a command, shows what it says, and gives its output and exit status. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    console.log(`\n> ${command} ${args.join(' ')}`);
    const started = Date.now();
    const child = spawn(command, args, {
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({output: `${output}${error.message}`, status: 1}));
    child.on('close', (status) => {
      console.log(`(${Math.round((Date.now() - started) / 1000)} s)`);
      resolve({output, status: status ?? 1});
    });
  });
}

/** Keeps the lines that name what failed, once each. */
function remember(what, {output, status}) {
  if (status === 0) return;
  const lines = output.split('\n').filter((line) => FAILED_LINE.test(line));
  failures.push(`${what}:`, ...new Set(lines.map((line) => `  ${line.trim()}`)));
}

/** A check without a count of its own is one. */
async function check(script) {
  const result = await run('npm', ['run', '--silent', script]);
  const {status} = result;
  remember(script, result);
  if (status === 0) totals.passed += 1;
  else totals.failed += 1;
  return status === 0;
}

/** Adds the counts that a runner prints; a runner that stops without any has failed. */
function count({output, status}, passed, failed) {
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const counts = {passed: last(passed), failed: last(failed)};
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  if (status === 0 && counts.passed === 0) counts.failed += 1;
  totals.passed += counts.passed;
  totals.failed += counts.failed;
}

async function inBrowser(engine) {
  if (!findBrowser(engine)) {
    console.log(`\n${howToInstall(engine)}`);
    if (process.env.REQUIRE_ALL_ENGINES || engine === 'chromium') totals.failed += 1;
    return;
  }
  const webkit = engine === 'webkit' ? await startWebKit() : null;
  try {
    const result = await run('wtr', [], {ENGINE: engine, ...webkit?.env});
    remember(engine, result);
    count(result, /(\d+) passed, \d+ failed/g, /\d+ passed, (\d+) failed/g);
  } finally {
    await webkit?.stop();
  }
}

const built = (await check('build')) && true;
await check('lint');
await check('format:check');
await check('types:test');
if (built) {
  const node = await run(process.execPath, [
    '--test',
    '--test-reporter=spec',
    // One file a core: most of the time goes to waiting for browsers and children.
    `--test-concurrency=${availableParallelism()}`,
    'test/node/**/*.test.ts',
  ]);
  remember('node', node);
  count(node, /^ℹ pass (\d+)/gm, /^ℹ fail (\d+)/gm);
}
const engines = process.env.ENGINES?.split(',') ?? ['chromium', 'firefox', 'webkit'];
for (const engine of engines) await inBrowser(engine);

if (failures.length) console.log(`\nWhat failed:\n${failures.join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed ? 1 : 0;
