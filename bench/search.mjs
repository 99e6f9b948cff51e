// The search of communes, ours and three libraries, in one page and in turn, over the same communes and
// the same questions as the tests: node bench/search.mjs [--size=10] [--rounds=3]
import puppeteer from 'puppeteer-core';

import {communesOf} from '../lib/territory/gazetteer.js';
import {findBrowser, howToInstall} from '../scripts/browsers.mjs';
import {gzipBytes, lazyFiles, staticFiles} from '../scripts/sizes.mjs';
import {ask, QUESTIONS} from '../test/node/territory/questions.ts';
import {sampler} from '../test/node/territory/typing.ts';
import {bundle, gzipped} from './bundle.mjs';
import {serve} from './serve.mjs';
import {kB, median, ms, option, printTable, quantile} from './table.mjs';

const size = Number(option('size', '10'));
const rounds = Number(option('rounds', '3'));

/** Milliseconds of a round after which a library has no other. */
const SLOW_MS = 60_000;

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error(howToInstall('chromium'));

const NAMES = {
  relais: 'relais',
  minisearch: 'minisearch',
  flexsearch: 'flexsearch',
  fuse: 'fuse.js',
};
const PEERS = {
  minisearch: "export {default} from 'minisearch';",
  flexsearch: "export {Index as default} from 'flexsearch';",
  fuse: "export {default} from 'fuse.js';",
};

const scripts = {};
for (const [name, code] of Object.entries(PEERS)) scripts[name] = await bundle(code);

/** The most populated first: what a library that does not rank otherwise then gives first. */
const communes = (await communesOf('country:FR'))
  .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
  .map(({code, name, postcodes = [], departement, population = 0}) => [
    code,
    name,
    postcodes.join(' '),
    departement,
    population,
  ]);
const data = JSON.stringify(communes);

const random = sampler(7);
const questions = [];
for (const question of QUESTIONS) {
  const asked = await ask(question, size, ({population = 0}) => population, random);
  const alike = await ask(question, size, () => 1, random);
  questions.push({about: question.about, asked: [...asked, ...alike]});
}

/** What a page downloads of ours to search: the entry, and what its search loads. */
function ourBytes() {
  const entry = 'dist/territory.js';
  const needed = [...lazyFiles(entry)].filter(([file]) => /communes|epcis/.test(file));
  const files = new Set([...staticFiles(entry), ...needed.flatMap(([, files]) => files)]);
  return [...files].reduce((sum, file) => sum + gzipBytes(file), 0);
}

const {origin, stop} = await serve({
  '/bench/data/communes.json': () => data,
  '/bench/data/questions.json': () => JSON.stringify(questions),
  ...Object.fromEntries(
    Object.entries(scripts).map(([name, code]) => [`/bench/peers/${name}.js`, () => code]),
  ),
});

const kinds = Object.keys(NAMES);
const slow = new Set();
const results = new Map(kinds.map((kind) => [kind, []]));
const browser = await puppeteer.launch({
  executablePath,
  protocolTimeout: 600_000,
  args: ['--no-sandbox'],
});
for (let round = 0; round < rounds; round += 1) {
  for (const kind of kinds) {
    if (slow.has(kind)) continue;
    const start = Date.now();
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(kind, String(error)));
    await page.goto(`${origin}/bench/pages/search.html?kind=${kind}`);
    results.get(kind).push(await page.evaluate('run()'));
    await page.close();
    if (Date.now() - start > SLOW_MS) slow.add(kind);
  }
}
await browser.close();
stop();

const ourP95 = median(results.get('relais').map(({keys}) => quantile(keys, 0.95)));
console.log(
  `${communes.length} communes; ${questions.length} kinds of question, ${2 * size} of each; ` +
    `every keystroke is a search; median of ${rounds} rounds, in turn` +
    `${slow.size ? ` (${[...slow].map((kind) => NAMES[kind]).join(', ')}: one round)` : ''}.\n`,
);
printTable(
  [
    '',
    'gzip',
    'ready ms',
    'p95 a keystroke, ms',
    'ratio',
    'longest ms',
    'right first',
    ...questions.map(({about}) => about),
  ],
  kinds.map((kind) => {
    const runs = results.get(kind);
    const p95 = median(runs.map(({keys}) => quantile(keys, 0.95)));
    const {right} = runs[0];
    const share = (count) => `${((100 * count) / (2 * size)).toFixed(1)} %`;
    return [
      NAMES[kind],
      kB(kind === 'relais' ? ourBytes() : gzipped(scripts[kind]) + gzipped(data)),
      ms(median(runs.map(({ready}) => ready))),
      ms(p95),
      `${(p95 / ourP95).toFixed(1)} x`,
      ms(median(runs.map(({keys}) => Math.max(...keys)))),
      `${((100 * right.reduce((sum, count) => sum + count, 0)) / (2 * size * right.length)).toFixed(1)} %`,
      ...right.map(share),
    ];
  }),
);
