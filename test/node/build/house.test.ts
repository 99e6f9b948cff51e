import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let house = '';

/** A house of a few files, under the rules of this one. */
function write(path: string, code: string) {
  const target = join(house, path);
  mkdirSync(join(target, '..'), {recursive: true});
  writeFileSync(target, code);
}

function run(tool: string, ...args: string[]) {
  const {status, stdout, stderr} = spawnSync(join(root, 'node_modules/.bin', tool), args, {
    cwd: house,
    encoding: 'utf8',
  });
  return {status, said: `${stdout}${stderr}`};
}

describe('the house refuses', () => {
  before(() => {
    house = mkdtempSync(join(tmpdir(), 'relais-house-'));
    for (const file of [
      '.oxlintrc.json',
      'tsconfig.json',
      'tsconfig.no-dom.json',
      'package.json',
    ]) {
      cpSync(join(root, file), join(house, file));
    }
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
  });

  after(() => rmSync(house, {recursive: true, force: true}));

  it('nothing when imports go left', () => {
    write('src/feed/a.ts', "import {b} from '../territory/b.js';\nexport const a = b;\n");
    write('src/territory/b.ts', 'export const b = 1;\n');
    const {status, said} = run('oxlint');
    assert.equal(status, 0, said);
  });

  for (const [path, code] of [
    ['src/territory/x.ts', "import {a} from '../feed/a.js';\nexport const x = a;\n"],
    ['src/feed/x.ts', "import {t} from '../i18n/t.js';\nexport const x = t;\n"],
    ['src/i18n/x.ts', "import {e} from '../elements/e.js';\nexport const x = e;\n"],
    ['src/outputs/x.ts', "import type {e} from '../elements/e.js';\nexport type X = e;\n"],
    ['src/elements/x.ts', "import {o} from '../outputs/o.js';\nexport const x = o;\n"],
    ['src/elements/x.ts', "import * as L from 'leaflet';\nexport const x = L;\n"],
    ['src/feed/x.ts', "import {html} from 'lit';\nexport const x = html;\n"],
    ['src/i18n/x.ts', "import {readFileSync} from 'node:fs';\nexport const x = readFileSync;\n"],
  ] as const) {
    it(`an import to the right: ${path}: ${code.split('\n', 1)[0]}`, () => {
      write(path, code);
      const {status, said} = run('oxlint');
      rmSync(join(house, path));
      assert.notEqual(status, 0, 'the lint lets it pass');
      assert.match(said, /no-restricted-imports/);
    });
  }

  it('a cycle, of types too', () => {
    write('src/feed/one.ts', "import type {Two} from './two.js';\nexport type One = Two;\n");
    write('src/feed/two.ts', "import type {One} from './one.js';\nexport type Two = One[];\n");
    const {status, said} = run('oxlint');
    rmSync(join(house, 'src/feed/one.ts'));
    rmSync(join(house, 'src/feed/two.ts'));
    assert.notEqual(status, 0, 'the lint lets it pass');
    assert.match(said, /no-cycle/);
  });

  it('the DOM left of the elements', () => {
    write('src/feed/dom.ts', 'export const title = () => document.title;\n');
    const {status, said} = run('tsc', '-p', 'tsconfig.no-dom.json');
    rmSync(join(house, 'src/feed/dom.ts'));
    assert.notEqual(status, 0, 'the compiler lets it pass');
    assert.match(said, /document/);
  });
});

describe('the rules', () => {
  it('cover every folder of the house', () => {
    const {overrides} = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
      overrides: {files: string[]}[];
    };
    const covered = overrides.flatMap(({files}) => files).join(' ');
    for (const folder of ['territory', 'feed', 'i18n', 'elements', 'outputs']) {
      assert.match(covered, new RegExp(`src/${folder}/`));
    }
  });
});
