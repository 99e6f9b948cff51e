import type {ReactiveControllerHost} from 'lit';

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

/** The elements that stand in the page. */
const speakers = new Set<ReactiveControllerHost>();

/** Hears of every `lang` that changes, for all of them; made with the first. */
let watch: MutationObserver | undefined;

/** Draws an element anew, now and whenever a `lang` changes in a root where it stands. */
export function followLanguage(host: ReactiveControllerHost & Element): void {
  watch ??= new MutationObserver(() => speakers.forEach((one) => one.requestUpdate()));
  for (let around: Element | undefined = host; around;) {
    const root: Node = around.getRootNode();
    watch.observe(root, {attributeFilter: ['lang'], subtree: true});
    around = (root as Partial<ShadowRoot>).host;
  }
  speakers.add(host);
  host.requestUpdate();
}

/** The end of it: the element has left the page. */
export function leaveLanguage(host: ReactiveControllerHost): void {
  speakers.delete(host);
}
