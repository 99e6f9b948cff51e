import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import {rollup} from 'rollup';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const ENTRY = '\0bench-entry';

/**
 * What a page would download of a library: one minified module, without what is not used.
 *
 * @param {string} code - A module that imports it; relative paths count from the repository.
 * @param {RegExp[]} [external] - What is loaded later, or never.
 */
export async function bundle(code, external = []) {
  const bundled = await rollup({
    input: ENTRY,
    onwarn: () => undefined,
    external,
    plugins: [
      {
        name: 'entry',
        resolveId: (id, from) =>
          id === ENTRY ? id : from === ENTRY && id.startsWith('.') ? join(ROOT, id) : null,
        load: (id) => (id === ENTRY ? code : null),
      },
      resolve({browser: true, exportConditions: ['production', 'browser']}),
      terser({module: true}),
    ],
  });
  const {output} = await bundled.generate({format: 'es', inlineDynamicImports: true});
  await bundled.close();
  return output[0].code;
}

/** Bytes of a text, compressed as a server would. */
export function gzipped(text) {
  return gzipSync(text, {level: 9}).length;
}
