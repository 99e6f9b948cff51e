import assert from 'node:assert/strict';

import {parseFragment, serialize, type Element} from 'parse5';

/** What WordPress keeps of an oEmbed answer whose provider it does not know (`wp_filter_oembed_result`). */
const KEPT: Record<string, readonly string[]> = {
  blockquote: [],
  a: ['href'],
  iframe: [
    'src',
    'width',
    'height',
    'frameborder',
    'marginwidth',
    'marginheight',
    'scrolling',
    'title',
  ],
};

/**
 * The HTML that WordPress makes of an oEmbed answer: a quote, and a frame that is hidden until it says its
 * height, in a sandbox that allows scripts alone, known by a secret.
 */
export function asWordPress(html: string, secret: string): string {
  const fragment = parseFragment(html);
  const visit = (element: Element) => {
    const kept = KEPT[element.tagName];
    assert.ok(kept, `WordPress drops <${element.tagName}>`);
    const dropped = element.attrs.map(({name}) => name).filter((name) => !kept.includes(name));
    assert.deepEqual(dropped, [], `WordPress drops attributes of <${element.tagName}>`);
    const set = (name: string, value: string) => element.attrs.push({name, value});
    if (element.tagName !== 'a') set('data-secret', secret);
    if (element.tagName === 'iframe') {
      const src = element.attrs.find(({name}) => name === 'src');
      if (src) src.value += `#?secret=${secret}`;
      set('sandbox', 'allow-scripts');
      set('security', 'restricted');
      set('style', 'position: absolute; clip: rect(1px, 1px, 1px, 1px);');
    }
    for (const child of element.childNodes) if ('tagName' in child) visit(child);
  };
  for (const child of fragment.childNodes) if ('tagName' in child) visit(child);
  return serialize(fragment);
}

/**
 * Does in a page what WordPress's script does there, and says that it is there. A link that WordPress would
 * follow is kept in `followed`.
 */
export function listenLikeWordPress(): void {
  addEventListener('message', (event) => {
    const {message, value, secret} = (event.data ?? {}) as Record<string, unknown>;
    if (typeof secret !== 'string' || !/^[a-zA-Z0-9]+$/.test(secret)) return;
    const frame = document.querySelector<HTMLIFrameElement>(`iframe[data-secret="${secret}"]`);
    if (!frame || frame.contentWindow !== event.source) return;
    const quote = document.querySelector<HTMLElement>(`blockquote[data-secret="${secret}"]`);
    if (quote) quote.style.display = 'none';
    frame.removeAttribute('style');
    if (message === 'height') {
      frame.height = String(Math.min(1000, Math.max(200, parseInt(String(value), 10))));
    }
    const isOwn = message === 'link' && new URL(String(value)).host === new URL(frame.src).host;
    if (isOwn && document.activeElement === frame) {
      (window as unknown as {followed?: string}).followed = String(value);
    }
  });
  const frame = document.querySelector('iframe');
  frame?.contentWindow?.postMessage({message: 'ready', secret: frame.dataset['secret']}, '*');
}
