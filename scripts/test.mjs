// Everything that can be checked, in the order in which it fails fastest; ends with "N passed, N failed".
import {spawn} from 'node:child_process';

import {findBrowser, howToInstall} from './browsers.mjs';
import {startWebKit} from './webkit.mjs';

const totals = {passed: 0, failed: 0};

/** Runs a command, shows what it says, and gives its output and exit status. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    console.log(`\n> ${command} ${args.join(' ')}`);
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
    child.on('close', (status) => resolve({output, status: status ?? 1}));
  });
}

/** A check without a count of its own is one. */
async function check(script) {
  const {status} = await run('npm', ['run', '--silent', script]);
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
    'test/node/**/*.test.ts',
  ]);
  count(node, /^ℹ pass (\d+)/gm, /^ℹ fail (\d+)/gm);
}
const engines = process.env.ENGINES?.split(',') ?? ['chromium', 'firefox', 'webkit'];
for (const engine of engines) await inBrowser(engine);

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed ? 1 : 0;
