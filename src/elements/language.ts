import {languageOf, type Language} from '../i18n/localize.js';

/**
 * The language an element speaks: its own `lang`, else that of the nearest element around it that
 * says one, out through every shadow root (the page's language rules, not the visitor's), else French.
 */
export function languageFor(host: Element): Language {
  let node: Node | null = host;
  while (node) {
    if (node instanceof Element) {
      // The property first: an element's own attribute follows it only after it has rendered.
      const said = (node as HTMLElement).lang || node.getAttribute('lang');
      if (said) return languageOf(said);
    }
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
  return languageOf(null);
}
