import {existsSync, globSync} from 'node:fs';

import {nodeResolve} from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

import {ELEMENTS} from './scripts/elements.mjs';
import {leafletTrustedTypes} from './scripts/leaflet-trusted-types.mjs';
import {plainProperties} from './scripts/plain-properties.mjs';
import {smallTemplates} from './scripts/small-templates.mjs';
import {zodInAnyPage} from './scripts/zod-in-any-page.mjs';

const DATA = /\/lib\/(?:territory|outputs)\/data\//;

const plugins = () => [
  plainProperties(),
  smallTemplates(),
  leafletTrustedTypes(),
  zodInAnyPage(),
  nodeResolve({exportConditions: ['browser', 'production', 'default', 'import'], browser: true}),
  terser({
    ecma: 2022,
    module: true,
    compress: {passes: 3, pure_getters: true, unsafe_arrows: true},
    format: {comments: false},
  }),
];

/**
 * Elements whose entry shares nothing with the others: a page that has one card takes no byte that only
 * a list needs. What lies in common with another entry on the same page is downloaded twice.
 */
const ALONE = ['project-card', 'progress-bar'];

const elementEntry = (name) => [`elements/${name}`, `lib/elements/${name}.js`];

/** Where our code starts a worker, as it is written in the source. */
const WORKER = /new URL\('\.\/(map-worker)\.js', import\.meta\.url\)/;

/**
 * The worker's file stands beside the entries under its own name. Wherever the code that starts it
 * ends up, its address is right.
 */
const workerBeside = {
  name: 'worker-beside',
  transform(code, id) {
    const [found, name] = WORKER.exec(code) ?? [];
    if (!found) return null;
    const source = id.replace(/[^/]+$/, `${name}.js`);
    const file = this.emitFile({type: 'chunk', id: source, fileName: `${name}.js`});
    return {code: code.replace(found, `new URL(import.meta.ROLLUP_FILE_URL_${file})`), map: null};
  },
};

/** One entry for each platform: the files beside them are how the list works. */
const ADAPTERS = globSync('lib/feed/adapters/*.js')
  .map((path) => path.split(/[\\/]/).at(-1).replace('.js', ''))
  .filter((name) => !['adapter', 'index', 'recognise'].includes(name))
  .sort();

const entries = Object.fromEntries([
  ...ADAPTERS.map((name) => [`adapters/${name}`, `lib/feed/adapters/${name}.js`]),
  ['relais', 'lib/index.js'],
  ['feed', 'lib/feed/index.js'],
  ['territory', 'lib/territory/index.js'],
  ...(existsSync('lib/outputs/index.js') ? [['outputs', 'lib/outputs/index.js']] : []),
  ...ELEMENTS.filter((name) => !ALONE.includes(name)).map(elementEntry),
]);

/** Modules: an entry each, shared chunks, and what is lazy in files of its own. */
const modules = {
  input: entries,
  plugins: [workerBeside, ...plugins()],
  output: {
    dir: 'dist',
    format: 'es',
    sourcemap: true,
    sourcemapExcludeSources: true,
    entryFileNames: '[name].js',
    chunkFileNames: ({facadeModuleId, name}) =>
      DATA.test(facadeModuleId ?? '') ? 'data/[name].js' : `chunks/${name}-[hash].js`,
    hoistTransitiveImports: false,
    minifyInternalExports: true,
  },
};

/**
 * In a classic script from another origin a relative `import()` has no base, so the addresses of the
 * data, and of the adapters, are made from the script's own. A page with a feed of its own takes none of them.
 */
const lazyFromScript = {
  name: 'lazy-from-script',
  resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string' || !importer) return null;
    const name = specifier.split('/').at(-1).replace('.js', '');
    const file = specifier.includes('/data/')
      ? `data/${name}.js`
      : ADAPTERS.includes(name) && /\/feed\/(?:adapters\/recognise|read-slow)\.js$/.test(importer)
        ? `adapters/${name}.js`
        : null;
    return file && {id: `relais-beside:${file}`, external: true};
  },
  renderDynamicImport({targetModuleId}) {
    if (!targetModuleId?.startsWith('relais-beside:')) return null;
    const file = targetModuleId.slice('relais-beside:'.length);
    return {left: `import(new URL("${file}",relaisBase).href/*`, right: '*/)'};
  },
};

/** The classic script starts the worker that the modules have. */
const workerFromScript = {
  name: 'worker-from-script',
  transform(code) {
    const [found, name] = WORKER.exec(code) ?? [];
    return found
      ? {code: code.replace(found, `new URL('${name}.js', relaisBase)`), map: null}
      : null;
  },
};

/** One classic script with every element, for a page that takes no modules. */
const classic = {
  input: 'lib/pages/classic.js',
  plugins: [lazyFromScript, workerFromScript, ...plugins()],
  output: {
    file: 'dist/relais.classic.js',
    format: 'iife',
    name: 'Relais',
    inlineDynamicImports: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
    intro: 'const relaisBase=document.currentScript?.src||document.baseURI;',
  },
};

const alone = ALONE.map((name) => ({
  ...modules,
  input: Object.fromEntries([elementEntry(name)]),
  // What is lazy takes what it needs from the entry's own file: else that would be two.
  preserveEntrySignatures: 'allow-extension',
  output: {...modules.output, sourcemap: 'hidden'},
}));

/** What the pages that we host load at run time, as files that are built already: file in lib, file in dist. */
const BUILT = new Map([
  ['index.js', 'relais.js'],
  ...['feed', 'territory', 'outputs'].map((name) => [`${name}/index.js`, `${name}.js`]),
  ...ELEMENTS.map((name) => [`elements/${name}.js`, `elements/${name}.js`]),
]);

const builtElements = {
  name: 'built-elements',
  async resolveId(source, importer) {
    const found = importer && (await this.resolve(source, importer, {skipSelf: true}));
    const file = BUILT.get(found?.id.split('/lib/').at(-1));
    return file ? {id: `relais-built:${file}`, external: true} : null;
  },
};

/**
 * The scripts of the pages that we host. In runs of their own: what they share with the elements must
 * not cut the elements' files in more pieces.
 */
const pages = ['embed', 'builder', 'preview'].map((name) => ({
  input: `lib/pages/${name}.js`,
  plugins: [builtElements, ...plugins()],
  output: {
    dir: 'dist',
    entryFileNames: `${name}.js`,
    // Beside the page's own script: what is built for all is found from there.
    chunkFileNames: `${name}-[name]-[hash].js`,
    format: 'es',
    paths: (id) => id.replace('relais-built:', './'),
    sourcemap: true,
    sourcemapExcludeSources: true,
  },
}));

/** The script beside a frame: classic, since any page must be able to take it. */
const resize = {
  input: 'lib/pages/resize.js',
  plugins: plugins(),
  output: {file: 'dist/resize.js', format: 'iife'},
};

/** Opt-in, a file of its own: a page without a button to share takes none of it. */
const share = {
  input: 'lib/elements/share.js',
  plugins: plugins(),
  output: {file: 'dist/share.js', format: 'es', sourcemap: true, sourcemapExcludeSources: true},
};

export default [modules, ...alone, classic, ...pages, resize, share];
