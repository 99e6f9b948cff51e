const LEAFLET = /\/leaflet\/dist\/leaflet-src\.esm\.js$/;

/** How Leaflet 1.9 asks, as it loads, whether the browser draws SVG: a page with Trusted Types refuses it. */
const ASKS = "div.innerHTML = '<svg/>';";

/** The same question without markup. */
const ASKS_IN_ELEMENTS =
  "div.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));";

/**
 * A Rollup plugin that lets Leaflet load under `require-trusted-types-for 'script'`. What else in Leaflet
 * writes markup (its controls, pop-ups and attribution) is never called.
 */
export function leafletTrustedTypes() {
  return {
    name: 'leaflet-trusted-types',
    transform(code, id) {
      if (!LEAFLET.test(id)) return null;
      if (!code.includes(ASKS)) this.error('Leaflet has changed: look at how it detects SVG.');
      return {code: code.replace(ASKS, ASKS_IN_ELEMENTS), map: null};
    },
  };
}
