// The documents of the pages that we host, and the hashes of the scripts that are one file each.
import {createHash} from 'node:crypto';
import {copyFileSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';

for (const name of readdirSync('src/pages').filter((file) => /\.(html|css|json)$/.test(file))) {
  copyFileSync(`src/pages/${name}`, `dist/${name}`);
}

/** Scripts whose code is all in the one file: a hash of a module covers none of its chunks. */
const WHOLE = ['relais.classic.js', 'resize.js'];

const hashes = WHOLE.map((name) => {
  const hash = createHash('sha384')
    .update(readFileSync(`dist/${name}`))
    .digest('base64');
  return [name, `sha384-${hash}`];
});
writeFileSync('dist/integrity.json', `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`);
