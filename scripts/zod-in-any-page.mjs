const ZOD = /\/zod\/v4\/(?:core|mini)\/\w+\.js$/;

/** How zod goes through the names of an object: also those that an old script of the page gave to every object. */
const GOES_THROUGH = /for \(const (\w+) in ([\w.]+)\) \{/g;

/**
 * A Rollup plugin that lets zod work in a page where a script has added to `Object.prototype`: it would take
 * what is found on every object for fields and functions of its own.
 */
export function zodInAnyPage() {
  let changed = 0;
  return {
    name: 'zod-in-any-page',
    transform(code, id) {
      if (!ZOD.test(id)) return null;
      const own = code.replace(GOES_THROUGH, (_, name, object) => {
        changed += 1;
        return `for (const ${name} of Object.keys(${object})) {`;
      });
      return own === code ? null : {code: own, map: null};
    },
    buildEnd() {
      const ids = [...this.getModuleIds()];
      if (!changed && ids.some((id) => ZOD.test(id))) {
        this.error('Zod has changed: look at how it goes through the names of an object.');
      }
    },
  };
}
