import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, readFileSync, symlinkSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

interface Manifest {
  version: string;
  bin: Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;

/** The folder of a package as one in `from` finds it; undefined when it is not installed. */
function packageFrom(from: string, name: string): string | undefined {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(folder)) return folder;
    if (dirname(at) === at) return undefined;
  }
}

describe('the package, packed and installed elsewhere with its runtime dependencies alone', () => {
  let folder: string;
  let bin: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-packed-'));
    const {stdout} = await run(
      'npm',
      ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
      {
        cwd: root,
        maxBuffer: 1e8,
      },
    );
    const [, file = ''] = /"filename":\s*"([^"]+)"/.exec(stdout) ?? [];
    await run('tar', ['-xzf', join(folder, file), '-C', folder]);
    const modules = join(folder, 'node_modules');
    mkdirSync(modules);
    cpSync(join(folder, 'package'), join(modules, 'relais-widgets'), {recursive: true});
    // As npm installs: what is named at run time, what that names, and nothing else. No network.
    const wanted: [from: string, name: string][] = Object.keys(
      manifestIn(root).dependencies ?? {},
    ).map((name) => [root, name]);
    for (const [from, name] of wanted) {
      const found = packageFrom(from, name);
      const there = join(modules, name);
      if (!found || existsSync(there)) continue;
      mkdirSync(dirname(there), {recursive: true});
      cpSync(found, there, {recursive: true, dereference: true});
      const {dependencies, optionalDependencies} = manifestIn(found);
      wanted.push(
        ...Object.keys({...dependencies, ...optionalDependencies}).map((each): [string, string] => [
          found,
          each,
        ]),
      );
    }
    mkdirSync(join(modules, '.bin'));
    bin = join(modules, '.bin/relais');
    const target = manifestIn(join(modules, 'relais-widgets')).bin['relais'] ?? '';
    symlinkSync(join(modules, 'relais-widgets', target), bin);
  });
  after(() => rm(folder, {recursive: true}));

  const relais = (...args: string[]) =>
    run(process.execPath, [bin, ...args], {cwd: folder, maxBuffer: 1e7});

  it('prints its version and its commands', async () => {
    assert.equal((await relais('--version')).stdout.trim(), manifestIn(root).version);
    const {stdout} = await relais('--help');
    for (const command of ['check', 'card']) {
      assert.match(stdout, new RegExp(`^ +${command} .*<feed>`, 'm'));
    }
    assert.match(readFileSync(bin, 'utf8'), /^#!\/usr\/bin\/env node\n/);
  });

  it('checks a feed and makes cards, PNG and PDF too', async () => {
    const feed = join(root, 'demo/feeds/one.json');
    const {stdout} = await relais('check', feed, '--base', 'https://platform.example/');
    assert.match(stdout, /^1 campaign: 1 right/m);
    for (const [format, start] of [
      ['png', '\x89PNG'],
      ['pdf', '%PDF'],
    ] as const) {
      const out = join(folder, `card.${format}`);
      await relais(
        'card',
        feed,
        'kiosque',
        '--base',
        'https://platform.example/',
        '--format',
        format,
        '--out',
        out,
      );
      assert.equal(readFileSync(out, 'latin1').slice(0, 4), start);
    }
  });
});
