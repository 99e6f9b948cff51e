// Everything that can be checked, in the order in which it fails fastest; ends with "N passed, N failed".
import {spawn} from 'node:child_process';
import {existsSync, readFileSync, rmSync} from 'node:fs';
import {availableParallelism, tmpdir} from 'node:os';
import {join} from 'node:path';

import {findBrowser, howToInstall} from './browsers.mjs';
import {startWebKit} from './webkit.mjs';

const totals = {passed: 0, failed: 0};
/** What failed, by name: said again at the end, where the eyes are. */
const failures = [];
/** What failed, and passed when it ran again. */
const again = [];
/** With more files than this the fault is not the machine's. */
const MOST_AGAIN = 4;
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

/** Under a title, the lines that name what failed, once each. */
function namesOf({output}, title) {
  const lines = output.split('\n').filter((line) => FAILED_LINE.test(line));
  return [title, ...new Set(lines.map((line) => `  ${line.trim()}`))];
}

/** Keeps the names of what failed. */
function remember(what, result) {
  if (result.status !== 0) failures.push(...namesOf(result, `${what}:`));
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

/** The counts that a runner prints; a runner that stops without any has failed. */
function counted({output, status}, passed, failed) {
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const counts = {passed: last(passed), failed: last(failed)};
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  if (status === 0 && counts.passed === 0) counts.failed += 1;
  return counts;
}

/**
 * Runs tests, and those files again, alone, in which one failed: a machine that stood still for seconds is no
 * fault of ours, and what is wrong fails twice. What needed the second run is named at the end.
 *
 * @param runner - `all()` runs every file; `some(files)` these; `failed(result)` names those in which a test failed,
 *   none when that cannot be told; `count(result)` gives what passed and failed.
 */
async function twice(what, {all, some, failed, count}) {
  const first = await all();
  let {passed, failed: wrong} = count(first);
  const files = failed(first);
  if (wrong && files.length && files.length <= MOST_AGAIN) {
    const second = await some(files);
    const left = second.status === 0 ? 0 : count(second).failed;
    again.push(...namesOf(first, `${what}:`));
    remember(what, second);
    passed += Math.max(wrong - left, 0);
    wrong = left;
  } else {
    remember(what, first);
  }
  totals.passed += passed;
  totals.failed += wrong;
}

async function inNode() {
  const test = (files) =>
    run(process.execPath, [
      '--test',
      '--test-reporter=spec',
      // One file a core: most of the time goes to waiting for browsers and children.
      `--test-concurrency=${availableParallelism()}`,
      ...files,
    ]);
  await twice('node', {
    all: () => test(['test/node/**/*.test.ts']),
    some: test,
    failed: ({output}) => [
      ...new Set([...output.matchAll(/^test at (\S+?):\d+:\d+$/gm)].map(([, file]) => file)),
    ],
    count: (result) => counted(result, /^ℹ pass (\d+)/gm, /^ℹ fail (\d+)/gm),
  });
}

async function inBrowser(engine) {
  if (!findBrowser(engine)) {
    console.log(`\n${howToInstall(engine)}`);
    if (process.env.REQUIRE_ALL_ENGINES || engine === 'chromium') totals.failed += 1;
    return;
  }
  const webkit = engine === 'webkit' ? await startWebKit() : null;
  const list = join(tmpdir(), `relais-failed-${process.pid}-${engine}`);
  const test = (args) => {
    rmSync(list, {force: true});
    return run('wtr', args, {ENGINE: engine, FAILED_FILES: list, ...webkit?.env});
  };
  try {
    await twice(engine, {
      all: () => test([]),
      some: (files) => test(['--files', ...files]),
      failed: () =>
        existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [],
      count: (result) => counted(result, /(\d+) passed, \d+ failed/g, /\d+ passed, (\d+) failed/g),
    });
  } finally {
    rmSync(list, {force: true});
    await webkit?.stop();
  }
}

const built = await check('build');
await check('lint');
await check('format:check');
await check('types:test');
if (built) await inNode();
const engines = process.env.ENGINES?.split(',') ?? ['chromium', 'firefox', 'webkit'];
for (const engine of engines) await inBrowser(engine);

if (again.length) console.log(`\nWhat needed a second run:\n${again.join('\n')}`);
if (failures.length) console.log(`\nWhat failed:\n${failures.join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed ? 1 : 0;
