import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';

import type {Summary} from '../../../lib/cli/check/check.js';
import type {Finding} from '../../../lib/cli/check/finding.js';
import {readFeed} from '../../../lib/feed/read.js';
import {startServer} from '../feed/server.ts';
import {relais} from './relais.ts';

interface Document {
  feed: string;
  findings: Finding[];
  unlisted: number;
  summary: Summary | null;
  error?: {code: string; message: string};
}

const INVALID = new URL('../../../demo/feeds/invalid.json', import.meta.url).pathname;

/** A campaign in which nothing is wrong and nothing to be warned of. */
const campaign = (id: string, properties: object = {}) => ({
  type: 'Feature',
  id,
  geometry: {type: 'Point', coordinates: [-0.37, 43.3]},
  properties: {
    title: 'Une halle pour le marché',
    url: `https://platform.example/${id}`,
    image: {src: 'https://platform.example/halle.jpg', alt: 'La halle'},
    goal: 12000,
    raised: 9930.5,
    backers: 134,
    startsAt: '2026-01-10T08:00:00+01:00',
    endsAt: '2026-02-10T08:00:00+01:00',
    place: {name: 'Pau', code: '64445', postcode: '64000'},
    ...properties,
  },
});
const feedOf = (features: unknown[], head: object = {}) => ({
  type: 'FeatureCollection',
  version: '1.0',
  updatedAt: '2026-02-11T08:00:00+01:00',
  ...head,
  features,
});
const GOOD = JSON.stringify(feedOf([campaign('a'), campaign('b')]));

const checkJson = async (input: string, ...args: string[]) => {
  const {status, stdout, stderr} = await relais(['check', '-', '--json', ...args], {input});
  return {status, stderr, document: JSON.parse(stdout) as Document};
};

describe('relais check', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-check-'));
  });
  after(() => rm(folder, {recursive: true}));

  it('has nothing to say of a feed that is right', async () => {
    const path = join(folder, 'good.json');
    await writeFile(path, GOOD);
    const {status, stdout, stderr} = await relais(['check', path, '--strict']);
    assert.deepEqual(
      {status, stdout, stderr},
      {
        status: 0,
        stdout: '2 campaigns: 2 right, 0 left out, 0 fields left out, 0 warnings.\n',
        stderr: '',
      },
    );
  });

  it('says of a feed what loadFeed leaves out, with lines, and what was meant', async () => {
    const text = readFileSync(INVALID, 'utf8');
    const {status, document} = await checkJson(text);
    assert.equal(status, 1);
    const {feed} = readFeed(JSON.parse(text), 'https://a.example/');
    const errors = document.findings.filter(({level}) => level === 'error');
    assert.deepEqual(
      errors.map(({kind, index, id, path}) => ({kind, index, id, path})),
      feed.problems.map(({kind, index, id, path}) => ({kind, index, id, path})),
    );
    const lines = text.split('\n');
    for (const {line, id} of errors) {
      const there = lines.slice((line ?? 0) - 1, (line ?? 0) + 3).join('\n');
      assert.match(there, /^ {4}\{/);
      if (id !== null) assert.match(there, new RegExp(`"id": "${id}"`));
    }
    const meant = Object.fromEntries(errors.map(({id, suggestion}) => [id, suggestion]));
    assert.equal(meant['quoted'], 1200);
    assert.equal(meant['french-date'], '2026-11-24');
    assert.deepEqual(meant['swapped'], [-0.37, 43.3]);
    assert.equal(meant['lost-zero'], '01053');
    assert.deepEqual(document.summary?.campaigns, 20);
    assert.deepEqual(document.summary?.leftOut, 5);
    assert.deepEqual(document.summary?.fieldsLeftOut, 14);
  });

  it('writes for people which campaign, where, and what to write', async () => {
    const {status, stdout} = await relais(['check', INVALID]);
    assert.equal(status, 1);
    assert.match(
      stdout,
      /^Campaign #7 "quoted" \(line 48\)\n {2}field left out: properties\.raised: "1 200 €": write a number .*\n {4}meant, perhaps: 1200$/m,
    );
    assert.match(stdout, /^ {2}field left out: geometry\.coordinates: \[43\.3,-0\.37\]: swap/m);
    assert.match(
      stdout,
      /"twice" stands in the feed before \(campaign #4\): the first one is kept/,
    );
    assert.match(
      stdout,
      /^20 campaigns: 1 right, 5 left out, 14 fields left out, \d+ warnings?\.$/m,
    );
    assert.doesNotMatch(stdout, /\x1b/);
  });

  it('warns without failing, and fails with --strict', async () => {
    const input = JSON.stringify(feedOf([campaign('a', {url: 'http://platform.example/a'})]));
    const {status, document} = await checkJson(input);
    assert.equal(status, 0);
    assert.deepEqual(document.findings, [
      {
        level: 'warning',
        kind: 'field',
        rule: 'http-link',
        page: 1,
        index: 0,
        line: 1,
        id: 'a',
        path: 'properties.url',
        value: '"http://platform.example/a"',
        reason: 'write its https address',
        suggestion: 'https://platform.example/a',
      },
    ]);
    assert.equal((await checkJson(input, '--strict')).status, 1);
  });

  it('sees what campaigns are only together', async () => {
    const twins = [
      campaign('a'),
      campaign('b', {url: 'https://platform.example/a', call: {id: 'x'}}),
    ];
    const cents = Array.from({length: 4}, (_, at) =>
      campaign(`c${at}`, {goal: 1200000, raised: 990000, backers: 150}),
    );
    const head = {calls: [{id: 'y', title: 'Y'}], updatedAt: null};
    const {document} = await checkJson(JSON.stringify(feedOf([...twins, ...cents], head)));
    assert.deepEqual(
      document.findings.map(({rule, index, path}) => [rule, index, path]),
      [
        ['duplicate-url', 1, 'properties.url'],
        ...cents.map((_, at) => ['cents', at + 2, 'properties.raised']),
        ['no-date', null, 'updatedAt'],
        ['unknown-call', null, 'calls'],
      ],
    );
  });

  it('says a value once: as an error or as a warning', async () => {
    const input = JSON.stringify(feedOf([campaign('a', {currency: 'x', endsAt: 'tomorrow'})]));
    const {document} = await checkJson(input);
    const paths = document.findings.map(({path}) => path);
    assert.equal(new Set(paths).size, paths.length, paths.join());
  });

  it('shows --max errors and as many warnings, and counts all', async () => {
    const input = JSON.stringify(
      feedOf(Array.from({length: 9}, (_, at) => campaign(`c${at}`, {goal: -1, url: '/x'}))),
    );
    const {document, status} = await checkJson(input, '--max', '2');
    assert.equal(status, 1);
    const levels = document.findings.map(({level}) => level).sort();
    assert.deepEqual(levels, ['error', 'error', 'warning', 'warning']);
    assert.equal(document.summary?.fieldsLeftOut, 9);
    assert.equal(document.unlisted, 9 + (document.summary?.warnings ?? 0) - 4);
    const {stdout} = await relais(['check', '-', '--max', '0'], {input});
    assert.match(stdout, /^\d+ more, not shown: --max \d+ shows all\.\n {2}9 format\n/);
  });

  it('writes nothing with --quiet', async () => {
    const {status, stdout, stderr} = await relais(['check', INVALID, '--quiet']);
    assert.deepEqual({status, stdout, stderr}, {status: 1, stdout: '', stderr: ''});
  });

  it('writes no feed’s control characters to a terminal', async () => {
    const evil = '\x1b]0;owned\x07\x1b[2J\u009b31m\u202e\u2028';
    const input = JSON.stringify(
      feedOf([
        campaign(`id${evil}`, {title: `<b>${evil}</b>`, url: `x${evil}`, [`goa${evil}l`]: 1}),
        campaign('b', {title: `<b>${evil}t</b>`, status: evil, owner: {name: evil}, end: evil}),
      ]),
    );
    for (const args of [[], ['--json']]) {
      const {status, stdout, stderr} = await relais(['check', '-', ...args], {input});
      assert.equal(status, 1);
      assert.doesNotMatch(stdout + stderr, /[^\P{C}\n]|[\u2028\u2029]/u);
      assert.match(stdout, /\\u001b/);
    }
    const {stderr} = await relais(['check', '-'], {input: `<\x1b[2J\x07`});
    assert.doesNotMatch(stderr, /[^\P{C}\n]/u);
  });

  const unreadable: [string, string, string, RegExp][] = [
    ['HTML', '<!doctype html><title>404</title>', 'not-json', /a page, not a feed/],
    ['a feed that breaks off', GOOD.slice(0, -90), 'not-json', /breaks off at line 1/],
    ['nothing', '', 'not-json', /standard input is empty: there is nothing at all/],
    ['words', 'Bonjour', 'not-json', /begins with "Bonjour…": .* say --format csv/],
    ['JSON of nobody', '{"hello": "world"}', 'not-a-feed', /no campaign feed/],
    ['a later version', JSON.stringify(feedOf([], {version: '2.0'})), 'version', /later/],
  ];
  for (const [what, input, code, reason] of unreadable) {
    it(`exits with 2 for ${what}`, async () => {
      const {status, stderr, document} = await checkJson(input);
      assert.equal(status, 2);
      assert.match(stderr, reason);
      assert.equal(document.error?.code, code);
      assert.equal(document.summary, null);
    });
  }

  it('exits with 2 for a file that is not there, a bad flag and no feed', async () => {
    for (const args of [
      ['none.json'],
      ['-', '--max', 'x'],
      ['--nope', '-'],
      [],
      ['-', '--base', 'x'],
      ['-', '--format', 'tabular'],
    ]) {
      const {status, stderr} = await relais(['check', ...args]);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /\S/);
    }
  });

  it('reads addresses with their pages', async () => {
    const server = await startServer();
    const url = server.serve('/1', feedOf([campaign('a', {url: '/a'})], {next: '/2'}));
    server.serve('/2', feedOf([campaign('a'), campaign('b', {goal: -1})], {next: '/none'}));
    const {status, stdout} = await relais(['check', url, '--json']);
    const {findings, summary} = JSON.parse(stdout) as Document;
    assert.equal(status, 1);
    assert.deepEqual(
      findings.map(({page, index, rule, path}) => [page, index, rule, path]),
      [
        [2, 1, 'duplicate-id', 'id'],
        [2, 2, 'format', 'properties.goal'],
        [2, null, 'page', 'next'],
      ],
    );
    assert.deepEqual([summary?.pages, summary?.campaigns, summary?.right], [2, 3, 1]);
    const missing = await relais(['check', `${server.origin}/404`]);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /answers 404/);
  });

  it('reads a campaign on each line, and tables', async () => {
    const lines = `${JSON.stringify(campaign('a'))}\n{"broken\n${JSON.stringify(campaign('b'))}\n`;
    const {status, document} = await checkJson(lines);
    assert.equal(status, 1);
    const [broken] = document.findings;
    assert.deepEqual([broken?.rule, broken?.index, broken?.line], ['not-json', 1, 2]);
    assert.deepEqual([document.summary?.right, document.summary?.leftOut], [2, 1]);
    const table = await checkJson('Nom;Lien;Montant\nHalle;https://a.example/;12 €\nFour;x;1\n');
    const left = table.document.findings.find(({path}) => path === 'properties.url');
    assert.deepEqual([left?.level, left?.index, left?.line], ['error', 1, 3]);
  });

  it('needs --base for the relative links of a file, and follows it', async () => {
    const input = JSON.stringify(feedOf([campaign('a', {url: '/a'})]));
    const without = await checkJson(input);
    assert.deepEqual(
      without.document.findings.map(({rule}) => rule),
      ['relative-link'],
    );
    const withBase = await checkJson(input, '--base', 'https://platform.example/feed.json');
    assert.deepEqual(withBase.document.findings, []);
  });

  it('colours nothing where there is no terminal', async () => {
    for (const env of [{NO_COLOR: '1'}, {FORCE_COLOR: '1'}] as Record<string, string>[]) {
      const {stdout} = await relais(['check', INVALID], {env});
      assert.doesNotMatch(stdout, /\x1b/, JSON.stringify(env));
    }
  });

  it('says its exit statuses and what --json holds', async () => {
    const {status, stdout} = await relais(['check', '--help']);
    assert.equal(status, 0);
    assert.match(stdout, /Exit status: 0 [^]*1 [^]*2 [^]*"findings"/);
  });

  it('checks 50,000 campaigns of a stream in a heap that cannot hold them', async () => {
    const count = 50_000;
    async function* text() {
      yield '{"type": "FeatureCollection", "version": "1.0", "updatedAt": "2026-02-11T08:00:00Z", "features": [';
      for (let at = 0; at < count; at += 1) {
        const one = campaign(`c${at}`, {tagline: 'Un toit de bois. '.repeat(40)});
        yield `${at ? ',' : ''}\n${JSON.stringify(at === 40_000 ? {...one, id: 'c7'} : one)}`;
      }
      yield ']}';
    }
    const {status, stdout, stderr} = await relais(['check', '-', '--json'], {
      input: text(),
      node: ['--max-old-space-size=64'],
    });
    assert.equal(stderr, '');
    const {findings, summary} = JSON.parse(stdout) as Document;
    assert.equal(status, 1);
    assert.deepEqual([summary?.campaigns, summary?.right], [count, count - 1]);
    assert.deepEqual(
      findings.map(({rule, index, line}) => [rule, index, line]),
      [['duplicate-id', 40_000, 40_002]],
    );
  });
});
