// npm run bench: each of the benches that are there, one after the other; or those that are named.
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';

/** In the order in which they run. */
const BENCHES = ['map', 'publish', 'search', 'validation', 'embed'];

const [, , ...named] = process.argv.filter((word) => !word.startsWith('--'));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));

for (const name of named.length ? named : BENCHES) {
  const file = `bench/${name}.mjs`;
  if (!existsSync(file)) {
    if (named.length) throw new Error(`There is no ${file}: name one of ${BENCHES.join(', ')}.`);
    continue;
  }
  console.log(`\n# ${name}\n`);
  const {status} = spawnSync(process.execPath, [file, ...options], {stdio: 'inherit'});
  if (status !== 0) process.exitCode = status ?? 1;
}
