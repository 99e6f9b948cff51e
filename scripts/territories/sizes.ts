/** Prints what each table weighs, as it is and compressed. Run after `generate.ts`. */
import {readdirSync, readFileSync} from 'node:fs';
import {brotliCompressSync, gzipSync} from 'node:zlib';

const FOLDER = new URL('../../src/territory/data/', import.meta.url);

const rows = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts'))
  .sort()
  .map((name) => {
    const source = readFileSync(new URL(name, FOLDER), 'utf8').replace(/^\/\/.*\n/gm, '');
    return {
      name,
      bytes: Buffer.byteLength(source),
      gzip: gzipSync(source, {level: 9}).length,
      brotli: brotliCompressSync(source).length,
    };
  });
console.table(rows);

if (process.argv.includes('--columns')) {
  for (const {name} of rows) {
    const tables = (await import(new URL(name, FOLDER).href)) as Record<string, string>;
    console.table(
      Object.entries(tables).map(([column, text]) => ({
        name,
        column,
        gzip: gzipSync(text, {level: 9}).length,
      })),
    );
  }
}
