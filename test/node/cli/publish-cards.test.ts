import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {readFile, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, it} from 'node:test';

import type {CardIndex} from '../../../lib/cli/cards/write.js';
import {makeFeature, type WireFeature} from '../../helpers/campaigns.ts';
import {startServer} from '../feed/server.ts';
import {Trial} from './publish-trial.ts';

const server = await startServer();
const DATE = {updatedAt: '2026-11-24T09:00:00Z'};
const DAY = 86_400_000;

function campaign(id: string, more: Record<string, unknown> = {}): WireFeature {
  return makeFeature({
    id,
    properties: {
      title: `Une halle pour ${id}`,
      goal: 1000,
      raised: 660,
      endsAt: new Date(Date.now() + 20 * DAY).toISOString().slice(0, 10) + 'T22:00:00Z',
      status: 'live',
      ...more,
    },
  });
}

describe('relais publish --cards', () => {
  let trial: Trial;
  beforeEach(async () => {
    trial = await Trial.begin();
  });
  afterEach(() => trial.end());

  const publish = (features: readonly object[], ...more: string[]) =>
    trial.publish(features, DATE, '--cards', ...more);
  const card = (name: string) => readFile(join(trial.out, 'cards', name), 'utf8');
  const cards = () => readdir(join(trial.out, 'cards'));

  it('makes the cards of live campaigns, and of ended ones only when asked', async () => {
    const ended = campaign('passee', {status: 'succeeded', endsAt: '2024-01-01T00:00:00Z'});
    const features = [campaign('halle'), ended];
    const {code, stdout, stderr} = await publish(features);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Cards of 1 campaigns: 1 made, 0 unchanged$/m);
    const names = ['email.html', 'html', 'json', 'pdf', 'png', 'snippet.html', 'txt'];
    assert.deepEqual(
      (await cards()).sort(),
      names.map((ending) => `halle.${ending}`),
    );
    const all = await publish(features, '--cards-for', 'all');
    assert.match(all.stdout, /^Cards of 2 campaigns: 1 made, 1 unchanged$/m);
    assert.ok((await cards()).includes('passee.png'));
  });

  it('writes a snippet that says in words what its picture shows', async () => {
    const hosted = 'https://ville.example/campagnes';
    await publish([campaign('halle')], '--hosted', hosted, '--relay', 'pau');
    const snippet = await card('halle.snippet.html');
    assert.match(
      snippet,
      /^<p><a href="[^"]*utm_source=pau[^"]*"><img src="https:\/\/ville\.example\/campagnes\/cards\/halle\.png" alt="[^"]*Une halle pour halle[^"]*660\u00a0€[^"]*"/,
    );
    const {alt} = JSON.parse(await card('halle.json')) as CardIndex;
    assert.match(alt, /660\u00a0€/);
  });

  it('makes again only what says something else, and how a campaign ended', async () => {
    const features = [campaign('halle'), campaign('four')];
    await publish(features);
    const before = await stat(join(trial.out, 'cards/four.png'));
    const again = await publish(features);
    assert.match(again.stdout, /^Cards of 2 campaigns: 0 made, 2 unchanged$/m);
    const ended = campaign('halle', {
      raised: 1200,
      status: 'succeeded',
      endsAt: '2026-11-20T22:00:00Z',
    });
    const last = await publish([ended, campaign('four')]);
    assert.match(last.stdout, /^Cards of 2 campaigns: 1 made, 1 unchanged$/m);
    assert.match(await card('halle.txt'), /1\u202f200\u00a0€/);
    assert.match(await card('halle.snippet.html'), /1\u202f200\u00a0€/);
    assert.equal((await stat(join(trial.out, 'cards/four.png'))).mtimeMs, before.mtimeMs);
    // One that is gone keeps its cards: mails show them.
    await publish([campaign('four')]);
    assert.ok((await cards()).includes('halle.png'));
  });

  it('never leaves its folders, whatever ids and titles are', async () => {
    const ids = ['../x', '/etc/x', 'a\\b', '"><script>alert(1)</script>', 'É'];
    const title = '"><script>alert(1)</script>';
    const {code, stderr} = await publish(
      ids.map((id) => campaign(id, {title})),
      '--hosted',
      'https://ville.example/',
    );
    assert.equal(code, 0, stderr);
    assert.deepEqual((await readdir(trial.folder)).sort(), ['campaigns.json', 'out']);
    for (const path of await trial.files()) assert.match(path, /^[\w./-]+$/);
    const made = (await cards()).filter((name) => name.endsWith('.snippet.html'));
    assert.equal(made.length, ids.length);
    for (const name of made) assert.doesNotMatch(await card(name), /<script/);
  });

  it('answers oEmbed where a static host can: with the picture, or with a frame', async () => {
    const read = () => trial.read<Record<string, unknown>>('oembed/halle.json');
    await publish([campaign('halle')]);
    assert.ok(!existsSync(join(trial.out, 'oembed')));
    const hosted = ['--hosted', 'https://ville.example/f'];
    await publish([campaign('halle')], ...hosted);
    const photo = await read();
    assert.equal(photo['type'], 'photo');
    assert.equal(photo['url'], 'https://ville.example/f/cards/halle.png');
    await publish([campaign('halle')], ...hosted, '--embed', 'https://ville.example/relais');
    const rich = await read();
    assert.equal(rich['type'], 'rich');
    assert.match(
      String(rich['html']),
      /src="https:\/\/ville\.example\/relais\/embed\.html\?[^"]*feed=https%3A%2F%2Fville\.example%2Ff%2Ffeed\.json/,
    );
  });

  it('fetches pictures once, and goes on without those that cannot be had', async () => {
    await publish([campaign('halle')]);
    const picture = await readFile(join(trial.out, 'cards/halle.png'));
    const src = server.on('/halle.png', (_, response) => void response.end(picture));
    const page = server.on('/page', (_, response) => void response.end('<html>'));
    const broken = server.on(
      '/broken',
      (_, response) => void response.end(picture.subarray(0, 900)),
    );
    const jpeg = server.on(
      '/jpeg',
      (_, response) => void response.end(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0])),
    );
    const long = server.on(
      '/long',
      (_, response) => void response.end(Buffer.alloc(9_000_000, picture)),
    );
    const of = (id: string, address: string) => campaign(id, {image: {src: address, alt: null}});
    const features = [
      of('halle', src),
      of('page', page),
      of('jpeg', jpeg),
      of('broken', broken),
      of('long', long),
      of('gone', `${server.origin}/gone`),
      of('file', 'file:///etc/passwd'),
    ];
    const {code, stdout, stderr} = await publish(features, '--pictures');
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Cards of 7 campaigns: 7 made/m);
    assert.match(stdout, /"page", png: without its picture .*\/page: .* is no picture/);
    assert.match(stdout, /"broken", png: without its picture .* breaks off or is damaged/);
    assert.match(stdout, /"jpeg", pdf: Its picture cannot be printed/);
    assert.match(stdout, /"long", png: without its picture .*: it is larger than 8 MB/);
    assert.match(stdout, /"gone", png: without its picture .*: the answer is 404/);
    const drawn = await readFile(join(trial.out, 'cards/halle.png'));
    assert.ok(!drawn.equals(picture), 'the picture is in it');
    const again = await publish(features, '--pictures');
    assert.match(again.stdout, /^Cards of 7 campaigns: 0 made, 7 unchanged$/m);
    assert.equal(server.asked.get('/halle.png'), 1);
    for (const id of ['page', 'jpeg', 'broken', 'long', 'gone', 'file']) {
      assert.ok(existsSync(join(trial.out, `cards/${id}.png`)), id);
    }
  });
});
