import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

const root = new URL('../../../', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  exports: Record<string, string | Record<string, string>>;
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

  it('has every file that its exports name', () => {
    const named = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const missing = named.filter((path) => !path.includes('*') && !existsSync(new URL(path, root)));
    assert.deepEqual(missing, []);
  });
});
