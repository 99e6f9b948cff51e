import {globSync, readFileSync} from 'node:fs';

import {undocumented} from './scripts/undocumented.mjs';

/** A page that trusts the manifest must find a sentence for everything in it: else the build fails. */
const everythingHasASentence = {
  name: 'everything-has-a-sentence',
  packageLinkPhase({customElementsManifest}) {
    const missing = undocumented(customElementsManifest);
    if (!missing.length) return;
    console.error(
      `The manifest lacks sentences. Add each to the class's doc comment, or to the property's:\n${missing.map((line) => `  ${line}`).join('\n')}`,
    );
    process.exitCode = 1;
    // The analyzer catches what a plugin throws; only ending the process fails the build.
    process.exit(1);
  },
};

/** Private members are nobody's business: the analyzer lists TypeScript's, and what Lit calls. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest}) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        // The analyzer guesses an event at each dispatchEvent; without a name it is no entry.
        if (declaration.events) declaration.events = declaration.events.filter(({name}) => name);
        if (!declaration.members) continue;
        declaration.members = declaration.members.filter(
          ({privacy, name, static: isStatic}) =>
            privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && !isStatic,
        );
      }
    }
  },
};

/** `'a' | 'b'` by the names of the types that stand for it. */
function wordTypes() {
  const sources = globSync('src/{feed,elements}/*.ts').map((path) => readFileSync(path, 'utf8'));
  const found = sources.flatMap((source) => [
    ...source.matchAll(/^export type (\w+) =\s*((?:\|?\s*'[^']*'\s*)+);/gm),
  ]);
  return new Map(
    found.map(([, name, words]) => [name, words.match(/'[^']*'/g)?.join(' | ') ?? words]),
  );
}

/** An editor would offer the name of a type as a value: the words stand in its place. */
const wordsForTypes = {
  name: 'words-for-types',
  packageLinkPhase({customElementsManifest}) {
    const words = wordTypes();
    for (const {declarations = []} of customElementsManifest.modules) {
      for (const {attributes = [], members = []} of declarations) {
        for (const {type} of [...attributes, ...members]) {
          if (words.has(type?.text)) type.text = words.get(type.text);
          // No word at all is an attribute that is not there.
          if (type?.text?.startsWith("'' | ")) type.text = type.text.slice(5);
        }
      }
    }
  },
};

export default {
  globs: ['src/elements/*.ts'],
  exclude: ['src/elements/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly, wordsForTypes, everythingHasASentence],
};
