/**
 * Whether the page put content of its own in the element. White space does not count: a template
 * engine leaves it, and a slot would take it for content and hide what we show instead.
 */
export function hasFallback(host: Element): boolean {
  for (const node of host.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE && !(node as Element).hasAttribute('slot')) return true;
    if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) return true;
  }
  return false;
}
