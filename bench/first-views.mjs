/**
 * What the first view of a published folder costs a visitor, in Chromium, at several sizes in turn: a card, a
 * commune's list, the national map. After a build:
 *
 *     node bench/first-views.mjs [--sizes=10000,1000000] [--rounds=5] [--slower=4] [--processor] [--files]
 *     node bench/first-views.mjs --folders=SMALL,LARGE
 *
 * Without `--folders` it publishes feeds of those sizes itself; `--slower` slows the processor down, as a
 * phone's. The card is one of a file of median weight. The list is that of a commune with the same number of campaigns, and
 * of live ones, at each size: it is found, and named.
 *
 * Bytes are those of the folder's files as they were sent (Brotli, where there is such a file), without
 * headers. Blocking is what tasks take beyond 50 ms each; with `--processor`, what they take of the processor's time, which
 * stays what it is when the machine does other things as well (the first view does not). Time is from the element's definition by its script to the first frame with a marker, a card or a title in it.
 */
import {spawnSync} from 'node:child_process';
import {createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {once} from 'node:events';
import {tmpdir} from 'node:os';
import {join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';

import puppeteer from 'puppeteer-core';

import {findBrowser, howToInstall} from '../scripts/browsers.mjs';
import {chooseCampaign, chooseCommunes} from './comparable.mjs';
import {campaignsOfFrance} from './country.mjs';
import {serve} from './serve.mjs';
import {kB, median, ms, option, printTable} from './table.mjs';

/** Milliseconds without a request after which a page has all it shows. */
const REST_MS = 1000;

const VIEWS = {
  card: {
    tag: 'relais-project-card',
    attributes: 'campaign="{campaign}"',
    drawn: '[part~="title"]',
  },
  "commune's list": {
    tag: 'relais-project-list',
    attributes: 'territory="{commune}"',
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
const byProcessor = process.argv.includes('--processor');
const given = option('folders', '');
const place = given ? '' : mkdtempSync(join(tmpdir(), 'relais-bench-'));
const folders = given ? given.split(',') : sizes.map((size) => join(place, String(size)));

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error(howToInstall('chromium'));

async function* feed(count) {
  yield '{"type":"FeatureCollection","version":"1.0","features":[';
  let comma = '';
  for await (const campaign of campaignsOfFrance(count, Date.now())) {
    yield comma + JSON.stringify(campaign);
    comma = ',';
  }
  yield ']}';
}

async function publish(count, folder) {
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
  const [number, ...rest] = path;
  const file = join(folders[Number(number)], normalize(decodeURIComponent(rest.join('/'))));
  const accepted = String(request.headers['accept-encoding'] ?? '');
  const [end, encoding] = [
    ['.br', 'br'],
    ['.gz', 'gzip'],
    ['', ''],
  ].find(([ending, name]) => accepted.includes(name) && existsSync(file + ending)) ?? ['', null];
  if (encoding === null) {
    response.writeHead(404).end();
    sent.files.push(rest.join('/'));
    return true;
  }
  const body = readFileSync(file + end);
  sent.bytes += body.length;
  sent.files.push(rest.join('/'));
  response.writeHead(200, encoding ? {'content-encoding': encoding} : {}).end(body);
  return true;
}

function page(number, name) {
  const {tag, attributes, drawn} = VIEWS[decodeURIComponent(name)];
  const said = attributes
    .replace('{commune}', chosen.codes[Number(number)])
    .replace('{campaign}', chosen.campaigns[Number(number)]);
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Bench: first views</title>
<script>
  const long = [];
  new PerformanceObserver((list) => long.push(...list.getEntries())).observe({type: 'longtask', buffered: true});
  window.first = (async () => {
    await customElements.whenDefined('${tag}');
    const start = performance.now();
    performance.mark('defined');
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
<${tag} feed="/published/${number}/feed.json" ${said}></${tag}></html>`;
}

const {origin, stop} = await serve({}, answer);

async function measure(view, number) {
  const browser = await puppeteer.launch({
    executablePath,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost'],
  });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({width: 1280, height: 800});
    if (slower > 1) await tab.emulateCPUThrottling(slower);
    sent = {bytes: 0, files: []};
    if (byProcessor) await tab.tracing.start({categories: ['toplevel', 'blink.user_timing']});
    await tab.goto(`${origin}/view/${number}/${encodeURIComponent(view)}`);
    await tab.evaluate('window.first');
    while (performance.now() - lastRequest < REST_MS) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const seen = {...(await tab.evaluate('window.done()')), ...sent};
    return byProcessor ? {...seen, ...blockingIn(await tab.tracing.stop())} : seen;
  } finally {
    await browser.close();
  }
}

/** What the tasks of a page's main thread took of the processor, from the element's definition on, out of a trace. */
function blockingIn(trace) {
  const {traceEvents} = JSON.parse(Buffer.from(trace).toString());
  const defined = traceEvents.find(({name}) => name === 'defined');
  const tasks = traceEvents
    .filter(
      ({name, ph, pid, tid}) =>
        name === 'ThreadControllerImpl::RunTask' &&
        ph === 'X' &&
        pid === defined.pid &&
        tid === defined.tid,
    )
    .sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  let end = defined.ts;
  let [blocking, longest] = [0, 0];
  for (const {ts, dur, tdur} of tasks) {
    // Those inside another are part of it.
    if (ts + dur <= end) continue;
    end = ts + dur;
    blocking += Math.max(0, tdur / 1000 - 50);
    longest = Math.max(longest, tdur / 1000);
  }
  return {blocking, longest};
}

let chosen;
try {
  if (!given) for (const [at, size] of sizes.entries()) await publish(size, folders[at]);
  chosen = {...chooseCommunes(folders), campaigns: folders.map(chooseCampaign)};
  const numbers = folders.map((_, number) => number);
  const counts = folders.map(
    (folder) => JSON.parse(readFileSync(join(folder, 'feed.json'), 'utf8')).counts.campaigns,
  );
  const runs = new Map();
  // The first browser of all warms up what the others share.
  await measure('card', 0);
  for (let round = 0; round < rounds; round += 1) {
    for (const view of Object.keys(VIEWS)) {
      for (const number of numbers) {
        const key = `${view} ${number}`;
        runs.set(key, [...(runs.get(key) ?? []), await measure(view, number)]);
      }
    }
  }
  const [total, live] = chosen.most.split(' ');
  console.log(
    `\nMedian of ${rounds}, in turn${slower > 1 ? `; processor ${slower} times slower` : ''}. The list: ${total} campaigns, ${live} of them live, in ${chosen.codes.join(' and in ')}\n`,
  );
  printTable(
    ['', 'campaigns', 'data', 'ratio', 'files', 'first view ms', 'blocking ms', 'longest task ms'],
    Object.keys(VIEWS).flatMap((view) =>
      numbers.map((number) => {
        const of = (key, at = number) => median(runs.get(`${view} ${at}`).map((run) => run[key]));
        const longest = of('longest');
        return [
          view,
          counts[number].toLocaleString('en'),
          kB(of('bytes')),
          (of('bytes') / of('bytes', 0)).toFixed(2),
          String(runs.get(`${view} ${number}`)[0].files.length),
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
  if (place) rmSync(place, {recursive: true, force: true});
}
