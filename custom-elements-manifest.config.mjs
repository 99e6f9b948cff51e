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

export default {
  globs: ['src/elements/*.ts'],
  exclude: ['src/elements/*.styles.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [publicOnly, everythingHasASentence],
};
