/**
 * What the first view of a published folder costs a visitor, in Chromium, at several sizes in turn: a card, a
 * commune's list, the national map. After a build:
 *
 *     node bench/first-views.mjs [--sizes=10000,1000000] [--rounds=5] [--keep=FOLDER] [--slower=4]
 *
 * `--keep` publishes into FOLDER/SIZE and reads what an earlier run left there; `--slower` slows the processor
 * down, as a phone's. Both feeds have the same campaigns in the commune of the list, `COMMUNE`: those beyond `IN_COMMUNE`
 * are left out of the larger, so that the list shows the same at every size.
 *
 * Bytes are those of the folder's files as they were sent (Brotli, where there is such a file), without
 * headers. Time is from the element's definition by its script to the first frame with a marker, a card or a title in it.
 */
import {spawnSync} from 'node:child_process';
import {createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';

import puppeteer from 'puppeteer-core';

import {findBrowser, howToInstall} from '../scripts/browsers.mjs';
import {campaignsOfFrance} from './country.mjs';
import {serve} from './serve.mjs';
import {kB, median, ms, option, printTable} from './table.mjs';

const COMMUNE = '31555';
const IN_COMMUNE = 60;
/** Milliseconds without a request after which a page has all it shows. */
const REST_MS = 1000;

const VIEWS = {
  card: {
    tag: 'relais-project-card',
    attributes: 'campaign="campaign-12"',
    drawn: '[part~="title"]',
  },
  "commune's list": {
    tag: 'relais-project-list',
    attributes: `territory="commune:${COMMUNE}" status="all"`,
    drawn: '[part~="item"]',
  },
  'national map': {
    tag: 'relais-territory-map',
    attributes: 'territory="country:FR"',
    drawn: '.pin',
  },
};

const sizes = option('sizes', '10000,1000000').split(',').map(Number);
const rounds = Number(option('rounds', '5'));
const slower = Number(option('slower', '1'));
const kept = option('keep', '');
const place = kept || mkdtempSync(join(tmpdir(), 'relais-bench-'));

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error(howToInstall('chromium'));

async function* feed(count) {
  yield '{"type":"FeatureCollection","version":"1.0","features":[';
  let comma = '';
  let inCommune = 0;
  for await (const campaign of campaignsOfFrance(count, Date.now())) {
    if (campaign.properties.place.code === COMMUNE && ++inCommune > IN_COMMUNE) continue;
    yield comma + JSON.stringify(campaign);
    comma = ',';
  }
  yield ']}';
}

async function publish(count) {
  const folder = join(place, String(count));
  if (existsSync(join(folder, 'feed.json'))) return;
  mkdirSync(place, {recursive: true});
  const source = join(place, `${count}.json`);
  const out = createWriteStream(source);
  for await (const line of feed(count)) if (!out.write(`${line}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  const relais = fileURLToPath(new URL('../lib/cli/relais.js', import.meta.url));
  const run = spawnSync(process.execPath, [relais, 'publish', source, '--out', folder], {
    encoding: 'utf8',
  });
  rmSync(source);
  if (run.status !== 0) throw new Error(run.stderr);
}

/** What was sent of folders since it was last asked. */
let sent = {bytes: 0, files: []};
let lastRequest = 0;

/** Answers with a file of a folder as a server with `brotli_static` does. */
function answer(pathname, request, response) {
  lastRequest = performance.now();
  const [, root, ...path] = pathname.split('/');
  if (root === 'view') {
    response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(page(...path));
    return true;
  }
  if (root !== 'published') return false;
  const file = join(place, normalize(decodeURIComponent(path.join('/'))));
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [end, encoding] = [
    ['.br', 'br'],
    ['.gz', 'gzip'],
    ['', ''],
  ].find(([ending, name]) => accepted.includes(name) && existsSync(file + ending)) ?? ['', null];
  if (encoding === null) {
    response.writeHead(404).end();
    sent.files.push(path.slice(1).join('/'));
    return true;
  }
  const body = readFileSync(file + end);
  sent.bytes += body.length;
  sent.files.push(path.slice(1).join('/'));
  response.writeHead(200, encoding ? {'content-encoding': encoding} : {}).end(body);
  return true;
}

function page(size, name) {
  const {tag, attributes, drawn} = VIEWS[decodeURIComponent(name)];
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Bench: first views</title>
<script>
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries())).observe({type: 'longtask', buffered: true});
  window.first = (async () => {
    await customElements.whenDefined('${tag}');
    const start = performance.now();
    const element = () => document.querySelector('${tag}')?.shadowRoot?.querySelector('${drawn}');
    while (!element()) await new Promise((resolve) => requestAnimationFrame(resolve));
    // The next frame begins once this one was drawn.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return {start, first: performance.now() - start};
  })();
  window.done = async () => {
    const {start, first} = await window.first;
    const after = long.filter(({startTime, duration}) => startTime + duration > start);
    return {
      first,
      blocking: after.reduce((sum, {duration}) => sum + Math.max(0, duration - 50), 0),
      longest: after.reduce((most, {duration}) => Math.max(most, duration), 0),
    };
  };
</script>
<script type="module" src="/dist/elements/${tag.replace('relais-', '')}.js"></script>
<${tag} feed="/published/${size}/feed.json" ${attributes}></${tag}></html>`;
}

const {origin, stop} = await serve({}, answer);

async function measure(view, size) {
  const browser = await puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({width: 1280, height: 800});
    if (slower > 1) await tab.emulateCPUThrottling(slower);
    sent = {bytes: 0, files: []};
    await tab.goto(`${origin}/view/${size}/${encodeURIComponent(view)}`);
    await tab.evaluate('window.first');
    while (performance.now() - lastRequest < REST_MS) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return {...(await tab.evaluate('window.done()')), ...sent};
  } finally {
    await browser.close();
  }
}

try {
  for (const size of sizes) await publish(size);
  const runs = new Map();
  // The first browser of all warms up what the others share.
  await measure('card', sizes[0]);
  for (let round = 0; round < rounds; round += 1) {
    for (const view of Object.keys(VIEWS)) {
      for (const size of sizes) {
        const key = `${view} ${size}`;
        runs.set(key, [...(runs.get(key) ?? []), await measure(view, size)]);
      }
    }
  }
  console.log(
    `\nMedian of ${rounds}, in turn; ${IN_COMMUNE} campaigns in commune:${COMMUNE} at each size${slower > 1 ? `; processor ${slower} times slower` : ''}\n`,
  );
  printTable(
    ['', 'campaigns', 'data', 'ratio', 'files', 'first view ms', 'blocking ms', 'longest task ms'],
    Object.keys(VIEWS).flatMap((view) =>
      sizes.map((size) => {
        const of = (key) => median(runs.get(`${view} ${size}`).map((run) => run[key]));
        const smallest = median(runs.get(`${view} ${sizes[0]}`).map(({bytes}) => bytes));
        const [{files}] = runs.get(`${view} ${size}`);
        const longest = of('longest');
        return [
          view,
          String(size),
          kB(of('bytes')),
          (of('bytes') / smallest).toFixed(2),
          String(files.length),
          ms(of('first')),
          ms(of('blocking')),
          longest ? ms(longest) : '< 50',
        ];
      }),
    ),
  );
  if (process.argv.includes('--files')) {
    for (const [key, [{files}]] of runs) console.log(`\n${key}\n  ${files.join('\n  ')}`);
  }
} finally {
  stop();
  if (!kept) rmSync(place, {recursive: true, force: true});
}
