import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {adapt} from '../../../lib/feed/adapters/index.js';
import {platforms} from '../../../lib/feed/adapters/recognise.js';
import {PROPERTIES, guess} from '../../../lib/feed/foreign/guess.js';
import {readMapping} from '../../../lib/feed/foreign/mapping.js';
import {readFeed} from '../../../lib/feed/read.js';
import {campaignFeedSchema, type JsonSchema} from '../../../scripts/json-schema.ts';

const root = new URL('../../../', import.meta.url);
const FEED = readFileSync(new URL('FEED.md', root), 'utf8');
const ADDRESS = 'https://platform.example/feed.json';

/** The cells of the table that follows a comment of FEED.md; the first two lines are its head. */
function tableAfter(comment: string): string[][] {
  const [, after] = FEED.split(`<!-- ${comment} -->\n\n`);
  assert.ok(after, `FEED.md has no <!-- ${comment} -->`);
  const lines = after.slice(0, after.indexOf('\n\n')).trimEnd().split('\n');
  return lines.slice(2).map((line) =>
    line
      .slice(1, -1)
      .split(' | ')
      .map((cell) => cell.trim()),
  );
}

const plain = (cell: string | undefined) => (cell ?? '').replace(/^`(.*)`$/, '$1');

/** Every property of the schema by its path, and whether what holds it needs it. */
function propertiesOf(schema: JsonSchema, path = ''): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const add = (inner: JsonSchema, at: string) =>
    propertiesOf(inner, at).forEach((required, name) => found.set(name, required));
  for (const variant of schema.anyOf ?? []) add(variant, path);
  if (schema.items) add(schema.items, `${path}[]`);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const at = path ? `${path}.${name}` : name;
    found.set(at, schema.required?.includes(name) ?? false);
    add(inner, at);
  }
  return found;
}

describe('FEED.md', () => {
  it('names every property of the schema, none that it has not, and says which are required', () => {
    const named = [...FEED.matchAll(/<!-- properties: (.*?) ?-->/g)].flatMap(([comment, prefix]) =>
      tableAfter(comment.slice(5, -4)).map(
        ([name, , required]) =>
          [`${prefix ?? ''}${plain(name)}`, required === 'yes'] as [string, boolean],
      ),
    );
    assert.equal(new Set(named.map(([name]) => name)).size, named.length, 'one is named twice');
    const sorted = (entries: Iterable<[string, boolean]>) =>
      Object.fromEntries([...entries].sort());
    assert.deepEqual(sorted(named), sorted(propertiesOf(campaignFeedSchema())));
  });

  it('has feeds that read without a problem, one of them with every property', () => {
    const blocks = [...FEED.matchAll(/^```json\n(.*?)^```/gms)].map(
      ([, text]) => JSON.parse(text ?? '') as {type?: string},
    );
    const feeds = blocks.filter(({type}) => type === 'FeatureCollection');
    assert.ok(feeds.length >= 2);
    for (const json of feeds) {
      const {feed} = readFeed(json, ADDRESS);
      assert.deepEqual(feed.problems, []);
      assert.equal(feed.campaigns.length, 1);
    }
    const written = new Set(feeds.flatMap((json) => pathsOf(json)));
    const missing = [...propertiesOf(campaignFeedSchema()).keys()].filter(
      (path) => !written.has(path),
    );
    assert.deepEqual(missing, []);
  });

  it('names every platform that is understood', () => {
    const named = tableAfter('platforms').map(([name]) => plain(name));
    assert.deepEqual(named, Object.keys(platforms));
  });

  it('names every property that a field can be mapped to', () => {
    const [, list = ''] = /<!-- mapped properties -->(.*)/.exec(FEED) ?? [];
    assert.deepEqual(
      [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
      PROPERTIES,
    );
  });

  it('has a table and names of fields that are read as it says', async () => {
    const [, table = ''] = /^```csv\n(.*?)^```/ms.exec(FEED) ?? [];
    const {feed} = readFeed(await adapt(table, '', {url: ADDRESS}), ADDRESS);
    assert.deepEqual(feed.problems, []);
    assert.deepEqual(
      feed.campaigns.map(({raised, goal, backers, endsAt}) => [raised, goal, backers, endsAt]),
      [
        [9930.5, 12_000, 134, '2026-11-30T23:59:59+01:00'],
        [null, 4000, null, null],
      ],
    );
    const [, words = ''] = /are understood: (.*?)…/s.exec(FEED) ?? [];
    const fields = [...words.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
    assert.ok(fields.length > 8);
    for (const field of fields) assert.equal(guess([field]).size, 1, field);
  });

  it('has a mapping that is one', () => {
    const [, mapping = ''] = /format="opendatasoft:([^"]+)"/.exec(FEED) ?? [];
    const {fields, constants} = readMapping(mapping, ADDRESS, PROPERTIES);
    assert.deepEqual(
      [...fields],
      [
        ['title', 'intitule'],
        ['raised', 'montant_total'],
      ],
    );
    assert.deepEqual([...constants], [['url', 'https://town.example/projets/{slug}']]);
  });

  it('names only what there is to write an adapter with', () => {
    const [, section = ''] = FEED.split('### Write an adapter');
    const [told = ''] = section.split('\n## ');
    const code = globSync('src/feed/foreign/*.ts', {cwd: fileURLToPath(root)})
      .map((path) => readFileSync(new URL(path, root), 'utf8'))
      .join('\n');
    const names = new Set(
      [
        ...told.matchAll(
          /\b((?:at|goalOf|[a-z]+(?:Amount|Cents|Minor|Parameters)|(?:amount|date|feature|feed|link|country)Of|listAt|textAt|refuse))\b(?=[`(])/g,
        ),
      ].map(([, name]) => name),
    );
    assert.ok(names.size > 10, [...names].join());
    for (const name of names) assert.match(code, new RegExp(`export function ${name}\\b`), name);
  });

  it('says what is reported of the invalid sample', () => {
    const text = readFileSync(new URL('demo/feeds/invalid.json', root), 'utf8');
    const {problems} = readFeed(JSON.parse(text), ADDRESS).feed;
    const reported = problems.map(({index, id, kind, path, reason}) => [
      String(index),
      id ?? '',
      kind,
      path,
      reason,
    ]);
    const told = tableAfter('problems of demo/feeds/invalid.json').map(([index, ...cells]) => [
      index,
      ...cells.map(plain),
    ]);
    assert.deepEqual(told, reported);
  });
});

/** Every path of a value, with `[]` for the elements of lists. */
function pathsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsOf(item, `${path}[]`));
  if (typeof value !== 'object' || !value) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path ? `${path}.${name}` : name;
    return [at, ...pathsOf(inner, at)];
  });
}
