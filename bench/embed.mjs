// What a page downloads for each embed, and for what a town would build the same of: node bench/embed.mjs
import {readFileSync} from 'node:fs';

import {ELEMENTS} from '../scripts/elements.mjs';
import {gzipBytes, lazyFiles, staticFiles, total} from '../scripts/sizes.mjs';
import {bundle, gzipped} from './bundle.mjs';
import {kB, printTable} from './table.mjs';

/** The lazy files that an element loads to do what it is for, by what their names hold. */
const NEEDED = {
  'territory-map': /leaflet-map|outlines|divisions|atlas/,
  'city-search': /communes|epcis|divisions/,
};

/** All that an entry downloads until it does what it is for, each file once. */
function filesOf(entry, pattern) {
  const files = new Set(staticFiles(entry));
  if (pattern) {
    for (const [target, added] of lazyFiles(entry)) {
      if (pattern.test(target)) for (const file of added) files.add(file);
    }
  }
  return files;
}

const ours = ELEMENTS.map((name) => {
  const entry = `dist/elements/${name}.js`;
  const first = total(staticFiles(entry));
  return [`relais-${name}`, kB(first), kB(total(filesOf(entry, NEEDED[name])))];
});
const forms = [
  ['all elements, modules', 'dist/relais.js'],
  ['all elements, one classic script', 'dist/relais.classic.js'],
  ["the frame's page, beside its element", 'dist/embed.js'],
  ['the script beside a frame', 'dist/resize.js'],
].map(([name, file]) => [name, kB(total(staticFiles(file))), '']);

console.log('Ours, gzip: to show, and with what it loads to do what it is for\n');
printTable(['', 'first', 'with its parts'], [...ours, ...forms]);

const style = (path) => gzipBytes(`node_modules/${path}`);
const PEERS = {
  'a map: Leaflet + markercluster': {
    code: "import 'leaflet'; export * from 'leaflet.markercluster';",
    styles: ['leaflet/dist/leaflet.css', 'leaflet.markercluster/dist/MarkerCluster.css'],
  },
  'a map: Leaflet + supercluster': {
    code: "export {default} from 'supercluster'; export * from 'leaflet/dist/leaflet-src.esm.js';",
    styles: ['leaflet/dist/leaflet.css'],
  },
  'a map: maplibre-gl, its worker aside': {
    code: "export * from 'maplibre-gl';",
    styles: ['maplibre-gl/dist/maplibre-gl.css'],
  },
  'a search: minisearch, without the communes': {
    code: "export {default} from 'minisearch';",
    styles: [],
  },
};
const peers = [];
const map = total(filesOf('dist/elements/territory-map.js', NEEDED['territory-map']));
for (const [name, {code, styles}] of Object.entries(PEERS)) {
  const bytes = gzipped(await bundle(code)) + styles.reduce((sum, path) => sum + style(path), 0);
  peers.push([name, kB(bytes), name.startsWith('a map') ? `${(bytes / map).toFixed(2)} x` : '']);
}
console.log(
  '\nThe libraries alone, gzip, without the page that uses them; against our map with its parts\n',
);
printTable(['', 'gzip', 'ratio'], peers);

const snippet = readFileSync('README.md', 'utf8').match(/```html\n([\s\S]*?)```/)?.[1] ?? '';
console.log(`\nThe snippet of the README: ${Buffer.byteLength(snippet)} bytes.`);
