// Makes test/fixtures/published.json: what `relais publish` writes of a small feed, in one file.
// After a build: node scripts/published-fixture.ts
import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

import {publish} from '../lib/cli/publish/publish.js';
import {feedToPublish} from '../test/helpers/published-feed.ts';

const COUNT = 420;

const folder = mkdtempSync(join(tmpdir(), 'relais-fixture-'));
const source = join(folder, 'feed.json');
const out = join(folder, 'out');
writeFileSync(source, JSON.stringify(feedToPublish(COUNT)));
await publish(source, out, {compress: false});
const paths = readdirSync(out, {recursive: true, withFileTypes: true})
  .filter((entry) => entry.isFile() && !`${entry.parentPath}/${entry.name}`.includes('.relais'))
  .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
  .sort();
const files = paths.map((path) => {
  const bytes = readFileSync(join(out, path));
  return [
    path,
    path.endsWith('.json') ? {text: bytes.toString('utf8')} : {base64: bytes.toString('base64')},
  ];
});
mkdirSync('test/fixtures', {recursive: true});
writeFileSync('test/fixtures/published.json', JSON.stringify(Object.fromEntries(files)));
rmSync(folder, {recursive: true});
console.log(`${files.length} files`);
