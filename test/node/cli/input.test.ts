import assert from 'node:assert/strict';
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';

import fc from 'fast-check';

import type {Batch} from '../../../lib/cli/input/batch.js';
import {CsvSplitter, textOfCsv} from '../../../lib/cli/input/csv.js';
import {readInput, type PageFault, type ReadOptions} from '../../../lib/cli/input/read.js';
import {startServer} from '../feed/server.ts';

const feature = (id: string) => ({
  type: 'Feature',
  id,
  geometry: null,
  properties: {title: `Une "halle" à ${id} [{,}]`, url: `https://platform.example/${id}`},
});
const feedOf = (ids: string[], more: object = {}) => ({
  type: 'FeatureCollection',
  version: '1.0',
  ...more,
  features: ids.map(feature),
});

async function* cut(bytes: Uint8Array, at: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += at) yield bytes.subarray(from, from + at);
}

async function all(where: string, options: ReadOptions = {}): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of readInput(where, options)) batches.push(batch);
  return batches;
}
const read = (text: string | Uint8Array, options: ReadOptions = {}, piece = 7) =>
  all('-', {...options, stdin: cut(typeof text === 'string' ? Buffer.from(text) : text, piece)});
const featuresOf = (batches: Batch[]) => batches.flatMap(({features}) => features);
const idsOf = (batches: Batch[]) =>
  featuresOf(batches).map((each) => (each as {id?: string} | undefined)?.id);

describe('what the command line reads', () => {
  it('is the same campaigns wherever a file is cut, with their own bytes and lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({min: 1, max: 90}),
        fc.array(fc.string({unit: 'grapheme', maxLength: 6}), {maxLength: 5}),
        fc.constantFrom(0, 2),
        async (piece, ids, indent) => {
          const text = JSON.stringify(feedOf(ids, {title: '"features": ['}), null, indent);
          const batches = await read(text, {}, piece);
          assert.deepEqual(featuresOf(batches), ids.map(feature));
          const raw = batches.flatMap((batch) => batch.raw.map((bytes) => String(bytes)));
          assert.deepEqual(
            raw.map((each) => JSON.parse(each) as unknown),
            ids.map(feature),
          );
          const lines = batches.flatMap((batch) => batch.lines);
          const expected = indent
            ? [...text.matchAll(/^ {4}\{$/gm)].map(
                ({index}) => text.slice(0, index).split('\n').length,
              )
            : ids.map(() => 1);
          assert.deepEqual(lines, expected);
          assert.equal(batches.at(-1)?.isLast, true);
          assert.deepEqual(batches.at(-1)?.page.head, {
            type: 'FeatureCollection',
            version: '1.0',
            title: '"features": [',
          });
        },
      ),
      {numRuns: 60},
    );
  });

  it('has a head that stands behind the campaigns by the last batch', async () => {
    const {features, ...head} = feedOf(['a'], {timezone: 'Europe/Paris'});
    const batches = await read(JSON.stringify({features, ...head}));
    assert.deepEqual(idsOf(batches), ['a']);
    assert.equal(batches.at(-1)?.page.head['timezone'], 'Europe/Paris');
  });

  it('comes in batches that are bounded and counted', async () => {
    const ids = Array.from({length: 3000}, (_, at) => `c${at}`);
    const batches = await read(JSON.stringify(feedOf(ids)), {}, 65_536);
    assert.ok(batches.length > 1, String(batches.length));
    assert.deepEqual(idsOf(batches), ids);
    let index = 0;
    for (const {startIndex, features, raw, lines} of batches) {
      assert.equal(startIndex, index);
      assert.deepEqual([raw.length, lines.length], [features.length, features.length]);
      index += features.length;
    }
  });

  it('is newline-delimited GeoJSON, on lines or after separators, and a bad line is broken alone', async () => {
    const [one, two] = ['a', 'b'].map((id) => JSON.stringify(feature(id)));
    const lines = await read(`\ufeff${one}\n\n{"type": "Feat\r\n${two}\n`);
    assert.deepEqual(idsOf(lines), ['a', undefined, 'b']);
    assert.deepEqual(
      lines.flatMap((batch) => batch.lines),
      [1, 3, 4],
    );
    assert.match(lines.at(-1)?.broken.get(1) ?? '', /no JSON.*whole campaign on each line/);
    assert.equal(lines[0]?.page.format, 'sequence');
    const separated = await read(
      `\x1e${JSON.stringify(feature('a'), null, 2)}\n\x1e{"cut\n\x1e${two}\n`,
    );
    assert.deepEqual(idsOf(separated), ['a', undefined, 'b']);
    assert.equal(separated.at(-1)?.lines.at(-1), 11);
    assert.match(separated.at(-1)?.broken.get(1) ?? '', /breaks off.*after each separator/);
  });

  it('takes the head of a sequence from the collection that says one', async () => {
    const head = JSON.stringify(feedOf([], {title: 'Béarn'}));
    const batches = await read(`${head}\n${JSON.stringify(feature('a'))}\n`);
    assert.deepEqual(idsOf(batches), ['a']);
    assert.equal(batches.at(-1)?.page.head['title'], 'Béarn');
  });

  it('begins with a bad line when the form is forced', async () => {
    const batches = await read(`{"broken\n${JSON.stringify(feature('a'))}`, {format: 'sequence'});
    assert.deepEqual(idsOf(batches), [undefined, 'a']);
  });

  it('is UTF-16 too, as spreadsheets save it', async () => {
    const json = JSON.stringify(feedOf(['é']));
    const table = 'Titre\tLien\nThéâtre\thttps://a.example/t\n';
    for (const piece of [1, 3, 4000]) {
      const little = await read(Buffer.from(`\ufeff${json}`, 'utf16le'), {}, piece);
      assert.deepEqual(idsOf(little), ['é']);
      const bytes = Buffer.from(`\ufeff${table}`, 'utf16le').swap16();
      const big = await read(bytes, {format: 'csv'}, piece);
      assert.deepEqual(idsOf(big), ['a.example/t']);
    }
  });

  it('is a table whose lines are told, past titles, empty lines, drafts and sums', async () => {
    const table = [
      'Campagnes;;;',
      'Titre;Lien;Collecté;Publié',
      ';;;',
      'A;https://a.example/a;1;oui',
      '',
      'B;https://a.example/b;2;non',
      '"C',
      'c";https://a.example/c;3;',
      'Total;;6;',
    ].join('\n');
    for (const piece of [3, 4000]) {
      const batches = await read(table, {format: 'csv'}, piece);
      assert.deepEqual(idsOf(batches), ['a.example/a', 'a.example/c']);
      assert.deepEqual(
        batches.flatMap(({lines}) => lines),
        [4, 7],
      );
    }
  });

  it('is uncompressed', async () => {
    const bytes = gzipSync(JSON.stringify(feedOf(['a', 'b'])));
    assert.deepEqual(idsOf(await read(bytes, {}, 1)), ['a', 'b']);
  });

  const refused: [string, string | Uint8Array, RegExp][] = [
    ['nothing', '', /nothing at all/],
    ['a page', '<!doctype html><p>', /a page, not a feed/],
    ['a truncated feed', JSON.stringify(feedOf(['a', 'b'])).slice(0, -40), /breaks off at line 1/],
    ['a comma too many', '{"features": [{}, ]}', /a comma too many/],
    ['a comma too few', '{"features":\n[{"a": 1} {"b": 2}]}', /begins at line 2/],
    [
      'a fault in a campaign',
      '{"version": "1.0", "features": [\n{"a": 1},\n{"b": x}]}',
      /begins at line 3, near "\{"b": x/,
    ],
    ['a fault in the head', '{"title": x, "features": []}', /no JSON: near "\{"title": x/],
    ['JSON of nobody', '{"projects": 3}', /no campaign feed/],
    ['features of another type', '{"type": "Topology", "features": [{}]}', /no FeatureCollection/],
  ];
  for (const [what, text, reason] of refused) {
    it(`refuses ${what}, and says why`, async () => {
      await assert.rejects(read(text), {name: 'FeedError', message: reason});
    });
  }

  describe('from files and addresses', () => {
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'relais-input-'));
      await mkdir(join(folder, 'in'));
    });
    after(() => rm(folder, {recursive: true}));

    it('reads the pages of a file beside it, and none elsewhere', async () => {
      const [one, two, outside] = ['in/1.json', 'in/2.json', '3.json'].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      await writeFile(one, JSON.stringify(feedOf(['a'], {next: './2.json'})));
      await writeFile(two, JSON.stringify(feedOf(['b'], {next: '../3.json'})));
      await writeFile(outside, JSON.stringify(feedOf(['c'])));
      const faults: PageFault[] = [];
      const batches = await all(one, {onPageFault: (fault) => faults.push(fault)});
      assert.deepEqual(idsOf(batches), ['a', 'b']);
      assert.deepEqual(batches.at(-1)?.startIndex, 1);
      const reason = 'outside the folder of the feed: not read';
      assert.deepEqual(faults, [{address: '../3.json', reason, level: 'note'}]);
    });

    it('follows no page from a file to its server, nor the same file again', async () => {
      const path = join(folder, 'in/copy.json');
      for (const next of [
        'https://a.example/2',
        '/2.json',
        '//a.example/2',
        '?page=2',
        './2.json?x',
        '#2',
      ]) {
        await writeFile(path, JSON.stringify(feedOf(['a'], {next})));
        for (const base of [undefined, 'https://platform.example/feeds/1.json']) {
          const faults: PageFault[] = [];
          const batches = await all(path, {base, onPageFault: (fault) => faults.push(fault)});
          assert.deepEqual(idsOf(batches), ['a']);
          assert.deepEqual([faults.length, faults[0]?.level], [1, 'note'], next);
          assert.match(
            faults[0]?.reason ?? '',
            /on a server, and this is a copy\. Give the address/,
          );
        }
      }
      await writeFile(path, JSON.stringify(feedOf(['a'], {next: './none.json'})));
      const faults: PageFault[] = [];
      await all(path, {onPageFault: (fault) => faults.push(fault)});
      assert.deepEqual([faults.length, faults[0]?.level], [1, 'warning']);
      assert.match(faults[0]?.reason ?? '', /^not read: there is no such file$/);
    });

    it('reads the pages of an address, and tells of those that fail', async () => {
      const server = await startServer();
      const url = server.serve('/1', feedOf(['a'], {next: '/2'}));
      server.serve('/2', feedOf(['b'], {next: '/3'}));
      const faults: string[] = [];
      const onPageFault = ({address, reason}: PageFault) => faults.push(`${address} ${reason}`);
      const batches = await all(url, {onPageFault});
      assert.deepEqual(idsOf(batches), ['a', 'b']);
      assert.deepEqual(
        batches.map(({page}) => page.url),
        [`${server.origin}/1`, `${server.origin}/2`],
      );
      assert.match(faults[0] ?? '', /\/3 .*answers 404/);
    });

    it('goes round no circle, and to no other server', async () => {
      const server = await startServer();
      const faults: string[] = [];
      const onPageFault = ({reason}: PageFault) => faults.push(reason);
      await all(server.serve('/round', feedOf(['a'], {next: '/round'})), {onPageFault});
      await all(server.serve('/far', feedOf(['a'], {next: 'https://a.example/'})), {onPageFault});
      assert.deepEqual(faults, ['the pages go round', 'on another server: not read']);
    });

    it('says what cannot be had', async () => {
      const server = await startServer();
      await assert.rejects(all(join(folder, 'none')), /none cannot be read: there is no such file/);
      await assert.rejects(all(folder), /is a folder/);
      await assert.rejects(all('ftp://a.example/'), /begin it with https/);
      await assert.rejects(all(`${server.origin}/none`), {code: 'http', status: 404});
    });
  });
});

describe('CSV, cut into records', () => {
  it('keeps quoted line ends, quotes within, and tells lines, wherever it is cut', () => {
    const text = 'id;title\r\n1;"Deux\nlignes ""et"" ;"\n\n2;Un 12" vinyle\n3;"";x';
    for (let piece = 1; piece < text.length; piece += 1) {
      const splitter = new CsvSplitter();
      const records = [];
      for (let at = 0; at < text.length; at += piece) {
        records.push(...splitter.push(Buffer.from(text.slice(at, at + piece))));
      }
      records.push(...splitter.end());
      assert.deepEqual(
        records.map(({raw, line}) => [line, String(raw)]),
        [
          [1, 'id;title'],
          [2, '1;"Deux\nlignes ""et"" ;"'],
          [5, '2;Un 12" vinyle'],
          [6, '3;"";x'],
        ],
        `pieces of ${piece}`,
      );
    }
  });

  it('is UTF-8, else what old spreadsheets write', () => {
    assert.equal(textOfCsv(Buffer.from('é€')), 'é€');
    assert.equal(textOfCsv(Buffer.from([0xe9, 0x80])), 'é€');
  });
});
