import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {gzipBytes, lazyFiles, staticFiles, total} from '../../../scripts/sizes.mjs';

/** Bytes of gzip that a page downloads before the element shows. A village's 4G pays for each of them. */
const CEILINGS: Record<string, number> = {
  'dist/elements/project-card.js': 20_000,
  'dist/elements/progress-bar.js': 20_000,
  'dist/relais.js': 82_000,
  'dist/outputs.js': 30_000,
  'dist/embed.js': 3000,
  'dist/builder.js': 106_000,
  'dist/preview.js': 3000,
  'dist/resize.js': 1000,
  'dist/share.js': 8000,
};
const MAP_CEILING = 52_000;
/** The largest reads tables: what people call their columns is most of it. */
const ADAPTER_CEILING = 15_000;

function heaviest(files: Iterable<string>): string {
  return [...files]
    .map((path) => [gzipBytes(path), path] as const)
    .sort(([one], [other]) => other - one)
    .slice(0, 5)
    .map(([bytes, path]) => `  ${bytes} ${path}`)
    .join('\n');
}

describe('what a page downloads', () => {
  for (const [entry, ceiling] of Object.entries(CEILINGS)) {
    it(`${entry} stays under its ceiling`, () => {
      const files = staticFiles(entry);
      const bytes = total(files);
      assert.ok(
        bytes <= ceiling,
        `${entry} makes a page download ${bytes} bytes of gzip, ${bytes - ceiling} more than its ceiling of ${ceiling}. ` +
          `No one is to blame: see what grew ("npm run sizes -- --files"), make it lazy or do without. The heaviest:\n${heaviest(files)}`,
      );
    });
  }

  it('the map stays under its ceiling with everything it needs', () => {
    const map = [...lazyFiles('dist/relais.js')].find(([target]) => target.includes('leaflet-map'));
    assert.ok(map, 'Leaflet is no lazy chunk any more: a page without a map pays for it.');
    const bytes = total(map[1]);
    assert.ok(
      bytes <= MAP_CEILING,
      `The map's chunk is ${bytes} bytes of gzip, above its ceiling of ${MAP_CEILING}:\n${heaviest(map[1])}`,
    );
  });

  it('the letters of pictures are lazy, and under their ceiling', () => {
    const letters = [...lazyFiles('dist/outputs.js')].find(([target]) =>
      target.includes('letters'),
    );
    assert.ok(letters, 'dist/outputs.js makes every page download the letters.');
    const bytes = total(letters[1]);
    assert.ok(bytes <= 95_000, `The letters are ${bytes} bytes of gzip.`);
  });

  it('an adapter comes alone, when an answer asks for it, and is small', () => {
    const adapters = globSync('dist/adapters/*.js');
    assert.ok(adapters.length >= 10);
    for (const entry of ['dist/relais.js', 'dist/elements/project-card.js']) {
      const platforms = [...staticFiles(entry)].filter((path) =>
        /kisskissbankbank|helloasso/.test(readFileSync(path, 'utf8')),
      );
      assert.deepEqual(platforms, [], `${entry} brings the platforms.`);
    }
    for (const path of adapters) {
      const bytes = total(staticFiles(path));
      assert.ok(bytes <= ADAPTER_CEILING, `${path} is ${bytes} bytes of gzip with what it needs.`);
      const others = [...staticFiles(path)].filter(
        (file) => file !== path && file.startsWith('dist/adapters/'),
      );
      assert.deepEqual(others, [], path);
    }
  });

  it('a card brings no territory table and no Leaflet', () => {
    const files = [...staticFiles('dist/elements/project-card.js')];
    assert.deepEqual(
      files.filter((path) => path.includes('/data/')),
      [],
    );
    for (const path of files)
      assert.equal(/L\.Marker|leaflet-pane/.test(readFileSync(path, 'utf8')), false, path);
  });
});
