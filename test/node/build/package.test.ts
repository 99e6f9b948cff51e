import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import {basename} from 'node:path';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const root = new URL('../../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, string | Record<string, string> | null>;
};

describe('the package, imported by its name in Node, where there is no DOM', () => {
  it('does not throw, and its functions work', async () => {
    assert.equal('document' in globalThis, false);
    const relais = (await import('relais-widgets')) as typeof import('../../../lib/index.js');
    const found = await relais.searchTerritories('Pau', {limit: 1});
    assert.equal(found[0]?.code, 'commune:64445');
    assert.equal(typeof relais.RelaisProjectCard, 'function');
    await assert.rejects(() => relais.loadFeed(''), {name: 'FeedError', code: 'address'});
  });

  it('gives each element, the feed and the territories alone', async () => {
    for (const name of [
      'relais-widgets/feed.js',
      'relais-widgets/territory.js',
      'relais-widgets/outputs.js',
    ]) {
      assert.ok(Object.keys((await import(name)) as object).length > 3, name);
    }
    for (const name of [
      'project-card',
      'progress-bar',
      'project-list',
      'territory-map',
      'city-search',
      'call-for-projects',
      'territory-summary',
    ]) {
      const module = (await import(`relais-widgets/elements/${name}.js`)) as object;
      assert.ok(
        Object.keys(module).some((key) => key.startsWith('Relais')),
        name,
      );
    }
  });

  it('gives each adapter alone, and nothing else of that folder', async () => {
    const files = globSync('lib/feed/adapters/*.js', {cwd: fileURLToPath(root)});
    const names = files.map((path) => basename(path, '.js'));
    const own = names.filter((name) => !['adapter', 'index', 'recognise'].includes(name));
    assert.ok(own.length >= 10);
    for (const name of own) {
      const module = (await import(`relais-widgets/adapters/${name}.js`)) as Record<
        string,
        {name: string; adapt: (answer: unknown, context: {url: string}) => unknown}
      >;
      assert.equal(module[name]?.name, name);
      assert.throws(() => module[name]?.adapt({}, {url: 'https://a.example/'}), {
        name: 'FeedError',
      });
      assert.ok(existsSync(new URL(`dist/adapters/${name}.js`, root)), name);
    }
    for (const name of ['adapter', 'index', 'recognise']) {
      await assert.rejects(import(`relais-widgets/adapters/${name}.js`), {
        code: 'ERR_PACKAGE_PATH_NOT_EXPORTED',
      });
    }
  });

  it('has every file that its exports name', () => {
    const named = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target ?? {}),
    );
    const missing = named.filter((path) => !path.includes('*') && !existsSync(new URL(path, root)));
    assert.deepEqual(missing, []);
  });

  it('declares no type that only the compiler of this repository knows', () => {
    const files = globSync('lib/**/*.d.ts', {cwd: fileURLToPath(root)});
    assert.ok(files.length > 100);
    // What is inferred is written out as this compiler's DOM has it, which an older one refuses.
    const inferred = files.filter((path) =>
      /customElementRegistry/.test(readFileSync(new URL(path, root), 'utf8')),
    );
    assert.deepEqual(inferred, []);
  });
});
