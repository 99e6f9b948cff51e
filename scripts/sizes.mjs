// What each entry makes a page download, in bytes of gzip: `npm run sizes`.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join, normalize} from 'node:path';
import {gzipSync} from 'node:zlib';

const IMPORT = /(?:^|[;}\s])(?:import|export)\b[^'"()]*?["']([^'"]+)["']/g;
const LAZY = /\bimport\(\s*["']([^'"]+)["']\s*\)/g;

/** Bytes of a file, compressed as a server would. */
export function gzipBytes(path) {
  return gzipSync(readFileSync(path), {level: 9}).length;
}

function imports(path, pattern) {
  const code = readFileSync(path, 'utf8');
  return [...code.matchAll(pattern)]
    .map(([, specifier]) => specifier)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => normalize(join(dirname(path), specifier)));
}

/** A file and all that it imports before it can run. */
export function staticFiles(entry, seen = new Set()) {
  if (seen.has(entry) || !existsSync(entry)) return seen;
  seen.add(entry);
  for (const path of imports(entry, IMPORT)) staticFiles(path, seen);
  return seen;
}

/** What the files of an entry may ask for later: each lazy entry, with what only it adds. */
export function lazyFiles(entry) {
  const loaded = staticFiles(entry);
  const lazy = new Map();
  const queue = [...loaded];
  const seen = new Set(queue);
  for (const path of queue) {
    for (const target of imports(path, LAZY)) {
      if (loaded.has(target) || lazy.has(target)) continue;
      const added = [...staticFiles(target)].filter((file) => !loaded.has(file));
      lazy.set(target, added);
      for (const file of added) {
        if (seen.has(file)) continue;
        seen.add(file);
        queue.push(file);
      }
    }
  }
  return lazy;
}

/** Compressed bytes of several files. */
export function total(files) {
  return [...files].reduce((sum, path) => sum + gzipBytes(path), 0);
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);

if (process.argv[1]?.endsWith('sizes.mjs')) {
  const entries = [
    'dist/relais.js',
    'dist/relais.classic.js',
    'dist/feed.js',
    'dist/territory.js',
    'dist/outputs.js',
    'dist/share.js',
    ...readdirSync('dist/elements')
      .filter((name) => name.endsWith('.js'))
      .map((name) => `dist/elements/${name}`),
    ...readdirSync('dist/adapters')
      .filter((name) => name.endsWith('.js'))
      .map((name) => `dist/adapters/${name}`),
  ];
  for (const entry of entries) {
    console.log(`${kB(total(staticFiles(entry)))}  ${entry}`);
    if (process.argv.includes('--files')) {
      for (const file of staticFiles(entry)) console.log(`${kB(gzipBytes(file))}      ${file}`);
    }
  }
  for (const entry of ['dist/relais.js', 'dist/outputs.js']) {
    console.log(`\nLazy, from ${entry}:`);
    for (const [target, added] of lazyFiles(entry)) console.log(`${kB(total(added))}  ${target}`);
  }
}
