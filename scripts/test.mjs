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

/**
 * Runs a command, shows what it says, and gives its output and exit status.
 *
 * @param live - Shows it line by line, as it comes; else all of it at the end, where it stands on its own.
 */
function run(command, args, {env = {}, live = true} = {}) {
  return new Promise((resolve) => {
    const title = `\n> ${command} ${args.join(' ')}`;
    if (live) console.log(title);
    const started = Date.now();
    const child = spawn(command, args, {
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (live) process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({output: `${output}${error.message}`, status: 1}));
    child.on('close', (status) => {
      if (!live) console.log(`${title}\n${output}`);
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
 * One kind of tests.
 *
 * @typedef {object} Suite
 * @property {string} what - Its name.
 * @property {() => Promise<object>} all - Runs every file.
 * @property {(files: string[]) => Promise<object>} some - Runs these files.
 * @property {(result: object) => string[]} failed - The files in which a test failed; none when that cannot be told.
 * @property {(result: object) => {passed: number, failed: number}} count - What passed and failed.
 */

/**
 * Counts what a suite's first run said, and runs those files again, alone, in which a test failed: a machine that
 * stood still for seconds is no fault of ours, and what is wrong fails twice. What needed the second run is named
 * at the end.
 */
async function settle({what, some, failed, count}, first) {
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

/** The tests that run in Node. Beside the browsers they take one core less than there are. */
function inNode() {
  const test = (files, options) =>
    run(
      process.execPath,
      [
        '--test',
        '--test-reporter=spec',
        `--test-concurrency=${Math.max(availableParallelism() - 1, 1)}`,
        ...files,
      ],
      options,
    );
  return {
    what: 'node',
    all: () => test(['test/node/**/*.test.ts'], {live: false}),
    some: (files) => test(files),
    failed: ({output}) => [
      ...new Set([...output.matchAll(/^test at (\S+?):\d+:\d+$/gm)].map(([, file]) => file)),
    ],
    count: (result) => counted(result, /^ℹ pass (\d+)/gm, /^ℹ fail (\d+)/gm),
  };
}

/** The tests of the elements, in one engine. */
function inBrowser(engine) {
  const list = join(tmpdir(), `relais-failed-${process.pid}-${engine}`);
  async function test(args) {
    const webkit = engine === 'webkit' ? await startWebKit() : null;
    try {
      const env = {ENGINE: engine, FAILED_FILES: list, ...webkit?.env};
      const result = await run('wtr', args, {env});
      const files = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
      return {...result, files};
    } finally {
      rmSync(list, {force: true});
      await webkit?.stop();
    }
  }
  return {
    what: engine,
    all: () => test([]),
    some: (files) => test(['--files', ...files]),
    failed: ({files}) => files,
    count: (result) => counted(result, /(\d+) passed, \d+ failed/g, /\d+ passed, (\d+) failed/g),
  };
}

/** The engines that are here. One that is missing is told, and is a failure where all are required. */
function enginesHere() {
  const engines = process.env.ENGINES?.split(',') ?? ['chromium', 'firefox', 'webkit'];
  return engines.filter((engine) => {
    if (findBrowser(engine)) return true;
    console.log(`\n${howToInstall(engine)}`);
    if (process.env.REQUIRE_ALL_ENGINES || engine === 'chromium') totals.failed += 1;
    return false;
  });
}

const built = await check('build');
await check('lint');
await check('format:check');
await check('types:test');

// Two at a time: neither keeps both of two cores busy. One browser at a time: two would fight for the screen.
const lanes = [built ? [inNode()] : [], enginesHere().map(inBrowser)];
const firsts = new Map();
await Promise.all(
  lanes.map(async (suites) => {
    for (const suite of suites) firsts.set(suite, await suite.all());
  }),
);
for (const [suite, first] of firsts) await settle(suite, first);

if (again.length) console.log(`\nWhat needed a second run:\n${again.join('\n')}`);
if (failures.length) console.log(`\nWhat failed:\n${failures.join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed ? 1 : 0;
