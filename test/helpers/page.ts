import {nativeTimeout} from './wait.js';

/** What scripts of a feed would leave behind: nothing may ever set it. */
export const CANARY = 'relaisHacked';

/** Every element of a tree, through every open shadow root. */
export function deep(root: Element | ShadowRoot): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? deep(element.shadowRoot) : []),
  ]);
}

/** All the text that an element and what it holds say in their shadow roots, white space apart. */
export function said(host: Element): string {
  const roots = [host, ...deep(host.shadowRoot ?? host)];
  return roots
    .map(({shadowRoot}) => {
      const copy = document.createElement('div');
      for (const child of shadowRoot?.childNodes ?? []) copy.append(child.cloneNode(true));
      for (const style of copy.querySelectorAll('style')) style.remove();
      return copy.textContent ?? '';
    })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a page must not become, whatever a feed says: each a sentence; none when all is well. */
export function harm(host: Element, marks: readonly string[]): string[] {
  const faults: string[] = [];
  if (CANARY in globalThis) faults.push('a script of the feed ran');
  for (const element of [host, ...deep(host.shadowRoot ?? host)]) {
    const name = element.localName;
    if (['script', 'iframe', 'object', 'embed', 'base', 'link', 'meta', 'form'].includes(name)) {
      if (name !== 'form') faults.push(`a <${name}> stands in the element`);
    }
    for (const {name: attribute, value} of element.attributes) {
      if (attribute.startsWith('on')) faults.push(`<${name}> has ${attribute}`);
      if (attribute === 'style' && marks.some((mark) => value.includes(mark))) {
        faults.push(`text of the feed in the style of <${name}>: ${value.slice(0, 80)}`);
      }
      if (/^(href|src|srcset|action|formaction|xlink:href)$/.test(attribute)) {
        const inside = value.startsWith('#');
        if (!inside && !/^https?:$/.test(new URL(value, document.baseURI).protocol)) {
          faults.push(`<${name} ${attribute}="${value.slice(0, 80)}">`);
        }
      }
    }
    if (name === 'style' && marks.some((mark) => element.textContent?.includes(mark))) {
      faults.push('text of the feed in a style sheet');
    }
  }
  return faults;
}

/** Collects what a page's own error handlers would hear, until it is told to stop. */
export function listenForFaults(): () => string[] {
  const heard: string[] = [];
  const onError = (event: ErrorEvent) => {
    // A loop of ResizeObserver is a frame's delay that browsers tell as an error, not a fault.
    if (!event.message.includes('ResizeObserver')) heard.push(`error: ${event.message}`);
  };
  const onRejection = (event: PromiseRejectionEvent) =>
    heard.push(`unhandled rejection: ${String(event.reason)}`);
  window.addEventListener('error', onError);
  window.addEventListener('unhandledrejection', onRejection);
  return () => {
    window.removeEventListener('error', onError);
    window.removeEventListener('unhandledrejection', onRejection);
    return heard;
  };
}

/**
 * Lets fifteen seconds of silence pass in a third of one: every wait of half a second or more is
 * fifty times shorter, until the function that this gives is called.
 */
export function hurryTime(): () => void {
  const hurried = (handler: TimerHandler, milliseconds = 0, ...args: unknown[]) =>
    nativeTimeout(handler, milliseconds >= 300 ? milliseconds / 50 : milliseconds, ...args);
  globalThis.setTimeout = hurried as typeof setTimeout;
  return () => {
    globalThis.setTimeout = nativeTimeout;
  };
}
