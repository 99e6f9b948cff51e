// A right feed checked by ours and by two libraries' schemas of the same rules, in one page and in turn:
// node bench/validation.mjs [--size=10000] [--rounds=9]
import puppeteer from 'puppeteer-core';

import {findBrowser, howToInstall} from '../scripts/browsers.mjs';
import {scatteredFeatures} from '../test/helpers/large.ts';
import {bundle, gzipped} from './bundle.mjs';
import {serve} from './serve.mjs';
import {kB, median, ms, option, printTable} from './table.mjs';

const size = Number(option('size', '10000'));
const rounds = Number(option('rounds', '9'));

const executablePath = findBrowser('chromium');
if (!executablePath) throw new Error(howToInstall('chromium'));

const NAMES = {
  relais: 'relais, checked and read',
  'zod-mini': 'our schema alone (zod/mini)',
  zod: 'zod',
  valibot: 'valibot',
};
const kinds = Object.keys(NAMES);
const scripts = {};
for (const kind of kinds) {
  const code = `export {default} from './bench/schemas/${kind}.mjs';`;
  // A right feed never loads the long reader.
  scripts[kind] = await bundle(code, [/\/feed\/read-slow\.js$/]);
}

const features = scatteredFeatures(size, 200);
for (const {properties} of features) {
  Object.assign(properties, {
    startsAt: '2026-09-01T08:00:00+02:00',
    backers: 37,
    image: {src: 'https://images.example/a.jpg', alt: 'Une halle', width: 800, height: 450},
    owner: {name: 'Commune de Pau', url: 'https://pau.example/', kind: 'public'},
    mentors: [{name: 'Le Département', url: 'https://departement.example/'}],
    place: {name: 'Pau', code: '64445', postcode: '64000', departement: '64', region: '75'},
  });
}

const {origin, stop} = await serve({
  '/bench/data/features.json': () => JSON.stringify(features),
  ...Object.fromEntries(kinds.map((kind) => [`/bench/checks/${kind}.js`, () => scripts[kind]])),
});
const browser = await puppeteer.launch({executablePath, args: ['--no-sandbox']});
const page = await browser.newPage();
page.on('pageerror', (error) => console.error(String(error)));
await page.goto(`${origin}/bench/pages/validation.html`);
await page.waitForFunction('window.run');
const results = await page.evaluate(`run(${JSON.stringify(kinds)}, ${rounds})`);
await browser.close();
stop();

for (const {kind, right} of results) {
  if (right !== size) throw new Error(`${kind} finds ${right} of ${size} campaigns right`);
}
const times = (kind) => results.filter((result) => result.kind === kind).map(({time}) => time);
const ours = median(times('relais'));
console.log(`${size} campaigns, all right; median of ${rounds} rounds, in turn.\n`);
printTable(
  ['', 'gzip', 'ms', 'ratio'],
  kinds.map((kind) => [
    NAMES[kind],
    kB(gzipped(scripts[kind])),
    ms(median(times(kind))),
    `${(median(times(kind)) / ours).toFixed(1)} x`,
  ]),
);
