import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {promisify} from 'node:util';

import {cardCommand} from '../../../lib/cli/commands/card.js';
import {startServer} from '../feed/server.ts';
import {relais} from './relais.ts';

const run = promisify(execFile);
const ONE = new URL('../../../demo/feeds/rtl.json', import.meta.url).pathname;
const MODULE = new URL('../../../lib/cli/commands/card.js', import.meta.url).href;

describe('relais card', () => {
  let folder: string;
  let feed: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-card-'));
    feed = join(folder, 'feed.json');
    const campaign = (id: string, title: string) => ({
      type: 'Feature',
      id,
      geometry: null,
      properties: {title, url: 'https://platform.example/halle', goal: 12000, raised: 9930},
    });
    await writeFile(
      feed,
      JSON.stringify({
        type: 'FeatureCollection',
        version: '1.0',
        updatedAt: '2026-03-03T09:00:00Z',
        features: [campaign('halle', 'Une halle'), {...campaign('bad', ''), id: 'bad'}],
      }),
    );
  });
  after(() => rm(folder, {recursive: true}));

  const card = (...args: string[]) =>
    cardCommand()
      .exitOverride()
      .configureOutput({writeErr: () => undefined})
      .parseAsync(args, {from: 'user'});
  const made = async (name: string, ...args: string[]) => {
    const out = join(folder, name);
    await card(feed, 'halle', '--out', out, ...args);
    return readFile(out);
  };

  it('makes each format, with the date of the feed', async () => {
    const text = (name: string, format: string) =>
      made(name, '--format', format, '--relay', 'pau').then(String);
    assert.match(
      await text('a', 'email'),
      /^<table[^]*utm_source=pau[^]*Chiffres du 3 mars 2026 à 10:00/,
    );
    assert.match(
      await text('b', 'text'),
      /^Une halle\n[^]*utm_medium=email[^]*Chiffres du 3 mars 2026/,
    );
    assert.match(await text('c', 'mjml'), /^<mj-section/);
    assert.match(
      await text('d', 'html'),
      /<p><a href="https:\/\/platform\.example\/halle\?utm_source=pau/,
    );
    assert.match(await text('e', 'svg'), /width="1200" height="630"/);
    assert.match(await text('f', 'pdf'), /^%PDF-1\.7/);
    const png = await made('g', '--format', 'png');
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
  });

  it('makes print cards of three sizes, a PNG of them at 300 dpi', async () => {
    assert.match(String(await made('h', '--format', 'svg', '--print', 'business')), /width="85mm"/);
    const png = await made('i', '--format', 'png', '--print', 'quarter', '--bleed', '3');
    assert.equal(png.readUInt32BE(16), Math.round((96 / 25.4) * 300));
  });

  it('writes to the standard output when no file is named', async () => {
    const script = `const {cardCommand} = await import(${JSON.stringify(MODULE)}); await cardCommand().parseAsync(process.argv.slice(1), {from: 'user'});`;
    const {stdout} = await run(process.execPath, [
      '--input-type=module',
      '-e',
      script,
      feed,
      'halle',
      '--format',
      'text',
      '--lang',
      'en',
    ]);
    assert.match(stdout, /^Une halle\n€9,930 raised of €12,000/);
  });

  it('reads the standard input, tables, a campaign on each line, and pages of an address', async () => {
    const text = async (input: string, ...args: string[]) => {
      const made = await relais(['card', ...args, '--format', 'text'], {input});
      assert.equal(made.status, 0, made.stderr);
      return made.stdout;
    };
    const table = 'ref;Nom;Lien;Montant collecté\nhalle;Une halle;https://a.example/;12 €\n';
    assert.match(await text(table, '-', 'halle', '--from', 'csv:id=ref'), /^Une halle\n12[^]€/);
    const {features} = JSON.parse(await readFile(feed, 'utf8')) as {features: unknown[]};
    const lines = features.map((each) => JSON.stringify(each)).join('\n');
    assert.match(await text(lines, '-', 'halle'), /^Une halle\n/);
    const server = await startServer();
    const head = {type: 'FeatureCollection', version: '1.0'};
    const url = server.serve('/1', {...head, features: [], next: '/2'});
    server.serve('/2', {...head, features, updatedAt: '2026-03-03T09:00:00Z'});
    assert.match(await text('', url, 'halle'), /^Une halle\n/);
  });

  it('takes a picture by what is in it, and refuses what is none', async () => {
    const picture = join(folder, 'halle.jpg');
    await writeFile(
      picture,
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    assert.match(
      String(await made('j', '--format', 'svg', '--picture', picture)),
      /href="data:image\/png;base64/,
    );
    await assert.rejects(
      card(feed, 'halle', '--format', 'svg', '--picture', feed),
      /no picture for a card/,
    );
  });

  it('says what is wrong and what to do', async () => {
    await assert.rejects(card(feed, 'moulin'), /no campaign "moulin"\. It has "halle"/);
    await assert.rejects(card(feed, 'bad'), /"bad" cannot be shown: properties\.title/);
    await assert.rejects(card(join(folder, 'none.json'), 'x'), {
      name: 'FeedError',
      code: 'address',
    });
    await writeFile(join(folder, 'page.json'), '<html>');
    await assert.rejects(card(join(folder, 'page.json'), 'x'), {code: 'not-json'});
    await assert.rejects(card(feed, 'halle', '--accent', 'red'), /"red" is no colour/);
    await assert.rejects(card(feed, 'halle', '--format', 'docx'), /docx/);
    await assert.rejects(
      card(feed, 'halle', '--format', 'pdf', '--bleed', '40', '--out', join(folder, 'z')),
      /0 to 10 mm/,
    );
  });

  it('warns of words that the PDF cannot hold', async () => {
    const rtl = JSON.parse(await readFile(ONE, 'utf8')) as {
      features: {id: string; properties: {title: string}}[];
    };
    const arabic = rtl.features.find(({properties}) => /\p{Script=Arabic}/u.test(properties.title));
    assert.ok(arabic);
    const script = `const {cardCommand} = await import(${JSON.stringify(MODULE)}); await cardCommand().parseAsync(process.argv.slice(1), {from: 'user'});`;
    const {stderr} = await run(process.execPath, [
      '--input-type=module',
      '-e',
      script,
      ONE,
      arabic.id,
      '--format',
      'pdf',
      '--base',
      'https://platform.example/',
      '--out',
      join(folder, 'k'),
    ]);
    assert.match(stderr, /the PDF leaves them out/);
  });
});
