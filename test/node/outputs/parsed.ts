import {parse, parseFragment, type Element, type Node} from 'parse5';

/** Every element of a page or of a fragment, in order. */
export function elements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: Node) => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(/^\s*<!doctype/i.test(html) ? parse(html) : parseFragment(html));
  return found;
}

/** What a fragment says. */
export function textOf(html: string): string {
  const said = (node: Node): string =>
    'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(said).join('') : '';
  return said(parseFragment(html));
}

/** The value of an attribute, as a browser reads it. */
export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}
