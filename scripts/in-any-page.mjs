/** zod goes through names too: where it is, what it reads would take up the page's. */
const ZOD = /\/zod\/v4\/(?:core|mini)\/\w+\.js$/;
const ZOD_GOES_THROUGH = /for \(const (\w+) in ([\w.]+)\) \{/g;

const LEAFLET = /\/leaflet\/dist\/leaflet-src\.esm\.js$/;

/** How Leaflet 1.9 asks, as it loads, whether the browser draws SVG: a page with Trusted Types refuses it. */
const ASKS = "div.innerHTML = '<svg/>';";

/** The same question without markup. */
const ASKS_IN_ELEMENTS =
  "div.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));";

/** How it goes through the names of an object: also those that an old script of the page gave to every object. */
const GOES_THROUGH = /for \((?:var )?(\w+) in ([\w.[\]]+)\) \{/g;

/** The loops of Leaflet 1.9. */
const LOOPS = 45;

/** What every object has because of the page is not the object's own business. */
const OF_THE_PAGE = `
function ofThePage(object, name) {
	return name in Object.prototype && !Object.hasOwn(object, name);
}
`;

/**
 * Leaflet as it loads and works in any page: under `require-trusted-types-for 'script'`, and where a
 * script has added to `Object.prototype`. What else in Leaflet writes markup (its controls, pop-ups and
 * attribution) is never called.
 *
 * @param {string} code - Leaflet's module.
 * @returns {string}
 * @throws {Error} Leaflet is another than the one that is known here.
 */
export function leafletInAnyPage(code) {
  if (!code.includes(ASKS)) throw new Error('Leaflet has changed: look at how it detects SVG.');
  const loops = code.match(GOES_THROUGH) ?? [];
  if (loops.length !== LOOPS) {
    throw new Error(
      `Leaflet has changed: ${loops.length} loops through names, ${LOOPS} are known.`,
    );
  }
  const own = code
    .replace(GOES_THROUGH, '$& if (ofThePage($2, $1)) continue;')
    // An event may have the name of what the page added.
    .replaceAll('this._events || {}', 'this._events || Object.create(null)');
  return own.replace(ASKS, ASKS_IN_ELEMENTS) + OF_THE_PAGE;
}

/** A module of zod that passes over what every object has because of the page. */
export function zodInAnyPage(code) {
  const own = code.replace(ZOD_GOES_THROUGH, '$& if (ofThePage($2, $1)) continue;');
  return own === code ? code : own + OF_THE_PAGE;
}

/** Both as a plugin of Rollup. */
export function inAnyPage() {
  return {
    name: 'in-any-page',
    transform(code, id) {
      if (LEAFLET.test(id)) return {code: leafletInAnyPage(code), map: null};
      return ZOD.test(id) ? {code: zodInAnyPage(code), map: null} : null;
    },
  };
}

/** Leaflet for the server of the browser tests, which test what is shipped. */
export function leafletServed() {
  return {
    name: 'in-any-page',
    transform: ({path, body}) =>
      LEAFLET.test(path) && typeof body === 'string' ? {body: leafletInAnyPage(body)} : undefined,
  };
}
