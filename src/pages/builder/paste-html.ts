import {tokensOf} from '../../outputs/html-tokens.js';

/** Elements that hold nothing. */
const EMPTY = /^(?:img|br|hr|input|wbr|col|link|meta)$/;

/** Attributes that could run code, or hold a page of their own. */
const REFUSED = /^(?:on|srcdoc$)/;

/** What a script's address may be where the page has Trusted Types: of its own folder. */
export type ScriptAddress = (address: string) => string;

/**
 * Makes what a snippet says out of elements, one by one: it is never given to the browser as HTML, so a
 * page with Trusted Types takes it, and its styles are set by the object, so a strict policy does. What the
 * snippet's text says is text.
 *
 * @param scriptAddress - Gives the address of a script to set; throws for one that is not to run.
 * @param skips - Whether a script is left out: it has run in this page before.
 */
export function pasteHtml(
  html: string,
  into: HTMLElement,
  scriptAddress: ScriptAddress,
  skips: (address: string) => boolean,
) {
  const open: {name: string; element: Node & ParentNode}[] = [{name: '', element: into}];
  for (const token of tokensOf(html)) {
    const parent = open.at(-1)?.element ?? into;
    if (token.kind === 'text') parent.append(token.text);
    else if (token.kind === 'close') {
      const index = open.findLastIndex(({name}) => name === token.name);
      if (index > 0) open.length = index;
    } else {
      const {name, attributes} = token;
      if (name === 'script' && skips(attributes.get('src') ?? '')) {
        open.push({name, element: document.createDocumentFragment()});
        continue;
      }
      const element = document.createElement(name);
      for (const [key, value] of attributes) give(element, key, value, scriptAddress);
      parent.append(element);
      if (!EMPTY.test(name)) open.push({name, element});
    }
  }
}

function give(element: HTMLElement, name: string, value: string, scriptAddress: ScriptAddress) {
  if (REFUSED.test(name)) return;
  if (name === 'style') element.style.cssText = value;
  else if (name === 'src' && element instanceof HTMLScriptElement) {
    // As a page's own parser does: `defer` and the order of scripts hold.
    element.async = false;
    element.src = scriptAddress(value);
  } else element.setAttribute(name, value);
}
