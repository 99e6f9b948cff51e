import type {CSSResult} from 'lit';

/** Gives styles that come later to a root, once. Outside of a shadow root: nothing. */
export function dress(root: Node, {styleSheet}: CSSResult): void {
  if (!styleSheet || !(root instanceof ShadowRoot)) return;
  if (root.adoptedStyleSheets.includes(styleSheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, styleSheet];
}
