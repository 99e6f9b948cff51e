// From src to dist: types and JavaScript, the manifest and what editors read, the bundles, the pages, the schema.
import {spawnSync} from 'node:child_process';
import {existsSync, rmSync} from 'node:fs';

function run(command, ...args) {
  const {status} = spawnSync(command, args, {stdio: ['ignore', 'inherit', 'inherit']});
  if (status !== 0) {
    console.error(`The build stops at: ${command} ${args.join(' ')}`);
    process.exit(status ?? 1);
  }
}

for (const folder of ['lib', 'dist']) rmSync(folder, {recursive: true, force: true});
run('tsc', '-p', 'tsconfig.json');
run('tsc', '-p', 'tsconfig.no-dom.json');
run('cem', 'analyze', '--quiet');
run(process.execPath, 'scripts/editor-data.mjs');
run('rollup', '-c', '--silent');
run(process.execPath, 'scripts/pages.mjs');
if (existsSync('scripts/json-schema.ts')) run(process.execPath, 'scripts/json-schema.ts');
