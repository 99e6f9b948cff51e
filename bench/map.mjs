// Ours and the other maps, side by side and in turn: node bench/map.mjs [--sizes=23000,100000] [--rounds=3] [--kinds=…]
import puppeteer from 'puppeteer-core';

import {findBrowser, howToInstall} from '../scripts/browsers.mjs';
import {pointsOfFrance} from './points.mjs';
import {serve} from './serve.mjs';

/** Milliseconds after which a map has not survived. */
const PATIENCE_MS = 240_000;

const NAMES = {
  relais: 'relais',
  supercluster: 'Leaflet + supercluster',
  superworker: 'Leaflet + supercluster in a worker',
  markercluster: 'leaflet.markercluster',
  maplibre: 'maplibre-gl clusters',
};

function option(name, fallback) {
  const found = process.argv.find((word) => word.startsWith(`--${name}=`));
  return found ? found.slice(name.length + 3) : fallback;
}

const sizes = option('sizes', '23000,100000,1000000').split(',').map(Number);
const rounds = Number(option('rounds', '3'));
const kinds = option('kinds', Object.keys(NAMES).join(',')).split(',');

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error(howToInstall('chromium'));

const points = new Map();
for (const size of sizes) points.set(size, await pointsOfFrance(size));
const answers = Object.fromEntries(
  sizes.map((size) => [`/points/${size}`, () => points.get(size)]),
);
const {origin, stop} = await serve(answers);

async function measure(kind, count) {
  const browser = await puppeteer.launch({
    executablePath,
    protocolTimeout: PATIENCE_MS,
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--enable-blink-features=ForceEagerMeasureMemory',
      '--js-flags=--max-old-space-size=4096',
    ],
  });
  try {
    const page = await browser.newPage();
    if (process.argv.includes('--verbose')) {
      page.on('console', (message) => console.log(kind, message.text()));
      page.on('pageerror', (error) => console.log(kind, String(error)));
    }
    await page.setViewport({width: 1280, height: 800});
    await page.goto(`${origin}/bench/pages/map.html?kind=${kind}&count=${count}`);
    return await page.evaluate('run()');
  } catch (error) {
    if (process.argv.includes('--verbose')) console.log(kind, count, String(error));
    return null;
  } finally {
    await browser.close().catch(() => undefined);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const ms = (value) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
const MB = (value) => (value / 1e6).toFixed(1);

function print(count, results) {
  const ours = results.get('relais')?.at(0);
  const columns = [
    '',
    'first paint ms',
    'ratio',
    'blocking ms',
    'longest ms',
    'p95 frame ms',
    'memory MB',
    'drawn',
  ];
  const lines = [...results].map(([kind, runs]) => {
    if (runs.length === 0) return [NAMES[kind], 'did not survive', '', '', '', '', '', ''];
    const of = (key) => median(runs.map((run) => run[key]));
    const first = ours ? of('first') / median(results.get('relais').map((run) => run.first)) : NaN;
    return [
      NAMES[kind],
      ms(of('first')),
      Number.isNaN(first) ? '' : `${first.toFixed(1)} x`,
      ms(of('blocking')),
      of('longest') < 50 ? '< 50' : ms(of('longest')),
      ms(of('p95')),
      MB(of('memory')),
      String(of('drawn')),
    ];
  });
  console.log(`\n## ${count.toLocaleString('en')} points, median of ${rounds}, in turn\n`);
  console.log(`| ${columns.join(' | ')} |\n|${columns.map(() => ' --- |').join('')}`);
  for (const line of lines) console.log(`| ${line.join(' | ')} |`);
}

for (const count of sizes) {
  const results = new Map(kinds.map((kind) => [kind, []]));
  const dead = new Set();
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) {
      if (dead.has(kind)) continue;
      const result = await measure(kind, count);
      if (result) results.get(kind).push(result);
      else dead.add(kind);
    }
  }
  print(count, results);
}
stop();
