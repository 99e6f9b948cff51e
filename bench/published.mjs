// What a card, a commune's list and a national map's first view transfer of a published folder, compressed
// with gzip: after a build, node bench/published.mjs [campaigns…]. Default: 10,000 and 100,000.
import {createWriteStream, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {once} from 'node:events';
import {gzipSync} from 'node:zlib';

import {publish} from '../lib/cli/publish/publish.js';
import {loadCampaign} from '../lib/feed/load.js';
import {maskOf} from '../lib/feed/points.js';
import {PublishedList} from '../lib/feed/published/listing.js';
import {loadSole} from '../lib/feed/published/sole.js';
import {tilesOf} from '../lib/feed/published/tile-clusters.js';
import {TileTree} from '../lib/feed/published/tile-tree.js';
import {readTile, templateFor} from '../lib/feed/published/tiles.js';
import {communesOf} from '../lib/territory/gazetteer.js';

const FEED = 'https://published.example/feed.json';
const communes = (await communesOf('country:FR')).filter(({center}) => center);
const codes = communes.map(({code}) => code.slice('commune:'.length));

for (const count of process.argv.slice(2).map(Number).filter(Boolean).length
  ? process.argv.slice(2).map(Number)
  : [10_000, 100_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
  const source = join(folder, 'feed.ndjson');
  await writeFeed(source, count);
  await publish(source, join(folder, 'out'), {compress: false});
  const measure = async (work) => {
    let bytes = 0;
    let files = 0;
    const fetch = async (input) => {
      try {
        const body = readFileSync(join(folder, 'out', new URL(String(input)).pathname));
        bytes += gzipSync(body).length;
        files += 1;
        return new Response(body);
      } catch {
        return new Response('', {status: 404});
      }
    };
    await work({fetch});
    return `${(bytes / 1000).toFixed(1)} kB in ${files} files`;
  };
  console.log(`${count} campaigns`);
  console.log('  card:', await measure((options) => loadCampaign(FEED, 'c5', options)));
  console.log(
    '  commune:',
    await measure(async (options) => {
      const {folder: opened} = await loadSole(FEED, options);
      const question = {territory: `commune:${codes[0]}`, call: '', status: ['live']};
      await PublishedList.open(opened, question, options);
    }),
  );
  console.log(
    '  national map:',
    await measure(async (options) => {
      const {folder: opened} = await loadSole(FEED, options);
      // What is live, as a map shows it by default.
      const template = templateFor(opened, maskOf(['live']));
      const root = await readTile(opened, template, [0, 0, 0], options);
      const tree = new TileTree(root, opened.manifest.tiles.maxZoom);
      // A map of 700 × 544 CSS pixels on the mainland.
      for (const place of tilesOf({box: [-8.5, 40, 12.5, 52], zoom: 5.5}, 14)) {
        for (let {wanted} = tree.cover(place); wanted; {wanted} = tree.cover(place)) {
          tree.put(await readTile(opened, template, wanted, options));
        }
      }
    }),
  );
  rmSync(folder, {recursive: true});
}

/** Campaigns in every commune in turn, a third of them live. */
async function writeFeed(path, count) {
  const file = createWriteStream(path);
  const statuses = ['live', 'succeeded', 'failed'];
  for (let at = 0; at < count; at += 1) {
    const commune = (at * 7919) % codes.length;
    const status = statuses[at % 3];
    const feature = {
      type: 'Feature',
      id: `c${at}`,
      geometry: {type: 'Point', coordinates: communes[commune].center},
      properties: {
        title: `Projet ${at}`,
        url: `https://platform.example/projects/c${at}`,
        tagline: 'Un projet de la commune, porté par ceux qui y vivent. '.repeat(3),
        status,
        goal: 1000 + (at % 40) * 500,
        raised: (at * 37) % 9000,
        backers: at % 300,
        startsAt: `202${2 + (at % 4)}-03-01T00:00:00Z`,
        endsAt: status === 'live' ? `${2100 + (at % 60)}-01-01T00:00:00Z` : '2025-06-01T00:00:00Z',
        place: {code: codes[commune]},
      },
    };
    if (!file.write(`${JSON.stringify(feature)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}
