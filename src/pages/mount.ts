import {lookOf} from '../outputs/snippet-look.js';
import {givenAttributes} from './given-attributes.js';

/**
 * Fills the placeholders of a page: each `<div data-relais="project-card" data-feed="…">` gets its
 * element, with the attributes that its `data-` attributes name and what stood in it as fallback. For
 * editors that drop tags they do not know.
 *
 * Placeholders that come later are filled when they come. One that has its element is left alone, also
 * when two copies of the script run.
 *
 * @param root - The page.
 * @returns Stops it.
 */
export function mountPlaceholders(root: Document = document): () => void {
  const fillAll = (node: ParentNode & Node) => {
    if (node instanceof HTMLElement && node.dataset['relais'] !== undefined) fill(node);
    node.querySelectorAll<HTMLElement>('[data-relais]').forEach(fill);
  };
  const observer = new MutationObserver((changes) => {
    for (const {addedNodes} of changes) {
      for (const node of addedNodes) if (node instanceof HTMLElement) fillAll(node);
    }
  });
  const start = () => {
    observer.observe(root.documentElement, {childList: true, subtree: true});
    fillAll(root);
  };
  // While a page is read, a placeholder may stand in it without the end of its fallback.
  if (root.readyState === 'loading') root.addEventListener('DOMContentLoaded', start, {once: true});
  else start();
  return () => {
    root.removeEventListener('DOMContentLoaded', start);
    observer.disconnect();
  };
}

function fill(host: HTMLElement) {
  const tag = `relais-${host.dataset['relais']?.trim().toLowerCase() ?? ''}`;
  const given = givenAttributes(tag);
  if (!given || [...host.children].some(({localName}) => localName === tag)) return;
  const element = host.ownerDocument.createElement(tag);
  for (const {name, value} of host.attributes) {
    const own = name.replace(/^data-/, '');
    if (own !== name && given.includes(own)) element.setAttribute(own, value);
  }
  // By the object: a strict policy refuses style attributes.
  for (const [name, value] of lookOf((each) => host.getAttribute(`data-${each}`))) {
    element.style.setProperty(`--relais-${name}`, value);
  }
  element.append(...host.childNodes);
  host.append(element);
}
