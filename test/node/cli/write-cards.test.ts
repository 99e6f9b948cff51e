import assert from 'node:assert/strict';
import {mkdtemp, readFile, readdir, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';
import {crc32, deflateSync} from 'node:zlib';

import fc from 'fast-check';

import {
  cardName,
  writeCards,
  type CardIndex,
  type CardProgress,
} from '../../../lib/cli/cards/write.js';
import type {Campaign} from '../../../src/feed/campaign.js';
import {NOW, halle} from '../outputs/cards.ts';

const DAY = 86_400_000;

describe('the cards of a whole feed', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'relais-cards-'));
  });
  afterEach(() => rm(folder, {recursive: true}));

  const write = (campaigns: Iterable<Campaign> | AsyncIterable<Campaign>, more = {}) =>
    writeCards(campaigns, folder, {now: NOW, relay: 'pau', formats: ['text', 'email'], ...more});
  const indexOf = async (name: string) =>
    JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')) as CardIndex;

  it('are files and an index of them, with the words of a linked image', async () => {
    const {done, written, failures} = await write([halle()], {formats: undefined});
    assert.deepEqual({done, written, failures}, {done: 1, written: 1, failures: []});
    const index = await indexOf('halle');
    assert.deepEqual(Object.values(index.files).sort(), [
      'halle.email.html',
      'halle.html',
      'halle.pdf',
      'halle.png',
      'halle.txt',
    ]);
    assert.deepEqual(
      (await readdir(folder)).sort(),
      [...Object.values(index.files), 'halle.json'].sort(),
    );
    assert.match(index.alt, /9\u202f930\u00a0€ collectés.*\(chiffres du 3 mars 2026 à 10:00\)/);
    assert.match(index.url, /utm_source=pau/);
  });

  it('are left as they are while nothing that they say changes', async () => {
    await write([halle()]);
    const first = await stat(join(folder, 'halle.txt'));
    const again = await write([halle()], {now: NOW + 3_600_000, updatedAt: '2026-03-03T10:00:00Z'});
    assert.deepEqual([again.written, again.unchanged], [0, 1]);
    assert.equal((await stat(join(folder, 'halle.txt'))).mtimeMs, first.mtimeMs);
  });

  it('are made again when a figure, a day, an option or a file changes', async () => {
    await write([halle()]);
    const changed = async (fields: Partial<Campaign>, more = {}) =>
      (await write([halle(fields)], more)).written;
    assert.equal(await changed({raised: 9931}), 1);
    assert.equal(await changed({raised: 9931}), 0);
    assert.equal(await changed({raised: 9931}, {now: NOW + DAY}), 1);
    assert.equal(await changed({raised: 9931}, {now: NOW + DAY, lang: 'en'}), 1);
    await rm(join(folder, 'halle.txt'));
    assert.equal(await changed({raised: 9931}, {now: NOW + DAY, lang: 'en'}), 1);
    await writeFile(join(folder, 'halle.json'), '{"id":"hal');
    assert.equal(await changed({raised: 9931}, {now: NOW + DAY, lang: 'en'}), 1);
    assert.match(await readFile(join(folder, 'halle.txt'), 'utf8'), /Figures of 4 March 2026/);
  });

  it('say how far they are, campaign by campaign, however the campaigns come', async () => {
    const seen: number[] = [];
    async function* campaigns() {
      yield halle({id: 'a'});
      yield halle({id: 'b'});
    }
    await write(campaigns(), {onProgress: ({done}: CardProgress) => seen.push(done)});
    assert.deepEqual(seen, [1, 2]);
  });

  it('stop when they are told to, and go on from there', async () => {
    const stop = new AbortController();
    const all = ['a', 'b', 'c'].map((id) => halle({id}));
    const stopped = write(all, {
      signal: stop.signal,
      onProgress: ({done}: CardProgress) => done === 2 && stop.abort(),
    });
    await assert.rejects(stopped, {name: 'AbortError'});
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.endsWith('.json')),
      ['a.json', 'b.json'],
    );
    const {written, unchanged} = await write(all);
    assert.deepEqual([written, unchanged], [1, 2]);
  });

  it('lose none because one cannot be printed', async () => {
    const url = `https://platform.example/${'a'.repeat(3000)}`;
    const {failures, done} = await write([halle({id: 'long', url}), halle()], {
      formats: ['pdf', 'text'],
    });
    assert.equal(done, 2);
    assert.deepEqual(
      failures.map(({id, format}) => [id, format]),
      [['long', 'pdf']],
    );
    assert.match(failures[0]?.reason ?? '', /too long for a QR code/);
    assert.deepEqual((await indexOf('long')).files, {text: 'long.txt'});
    assert.deepEqual((await indexOf('halle')).files, {pdf: 'halle.pdf', text: 'halle.txt'});
  });

  it('leave out a picture that makes a PNG too heavy, and say so', async () => {
    const noise = Buffer.alloc(600 * 600 * 3);
    for (let at = 0, seed = 1; at < noise.length; at++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      noise[at] = seed >> 16;
    }
    const picture = pngOfPixels(600, 600, noise);
    const {failures} = await write([halle()], {formats: ['png'], pictureOf: () => picture});
    assert.match(failures[0]?.reason ?? '', /more than the 300 kB/);
    assert.ok((await stat(join(folder, 'halle.png'))).size < 300_000);
  });
});

describe('the name of a card', () => {
  it('is the id where that is a plain name', () => {
    assert.equal(cardName('halle-2026'), 'halle-2026');
    assert.match(cardName('Halle'), /^halle\.[\da-f]{10}$/);
    assert.match(cardName('../../etc/passwd'), /^etc-passwd\.[\da-f]{10}$/);
    assert.match(cardName(''), /^campaign\.[\da-f]{10}$/);
  });

  it('is never a path, and never that of another id, whatever their capitals', () => {
    const id = fc.oneof(fc.string(), fc.constantFrom('.', '..', 'CON', 'a/b', 'a\\b', 'a:b', 'é'));
    fc.assert(
      fc.property(id, id, (one, other) => {
        assert.match(cardName(one), /^[a-z\d][a-z\d_.-]*$/);
        if (one !== other)
          assert.notEqual(cardName(one).toLowerCase(), cardName(other).toLowerCase());
      }),
    );
  });
});

/** A PNG of given pixels, red, green and blue, as a `data:` address. */
function pngOfPixels(width: number, height: number, pixels: Buffer): string {
  const rows = Array.from({length: height}, (_, row) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(row * width * 3, (row + 1) * width * 3)]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const png = Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString('base64')}`;
}
