import {HEIGHT, HELLO, READY, heightOf, typeOf} from './frame-messages.js';

/**
 * Gives each frame of `embed.html` the height of what it shows, now and whenever it says a new one.
 *
 * @param base - Address of the folder that holds `embed.html`: frames of other addresses are not touched.
 * @param root - The page.
 * @returns Stops it.
 */
export function fitFrames(base: string, root: Document = document): () => void {
  const page = new URL('embed.html', base).href;
  const frames = () =>
    [...root.querySelectorAll('iframe')].filter((frame) => frame.src.split(/[?#]/, 1)[0] === page);

  const onMessage = (event: MessageEvent) => {
    const type = typeOf(event.data);
    if (type !== READY && type !== HEIGHT) return;
    const frame = frames().find(({contentWindow}) => contentWindow === event.source);
    if (!frame || !originsOf(frame).includes(event.origin)) return;
    if (type === READY) greet(frame);
    const height = type === HEIGHT ? heightOf(event.data) : null;
    if (height === null) return;
    // By the object, not by the attribute: a strict policy refuses style attributes alone.
    frame.style.border = '0';
    frame.style.height = `${height}px`;
  };
  addEventListener('message', onMessage);
  // Frames that spoke before this script was there.
  frames().forEach(greet);
  return () => removeEventListener('message', onMessage);
}

function greet(frame: HTMLIFrameElement) {
  // A lazy frame still holds the empty page that it began with: its own page will speak first.
  if (frame.contentDocument?.URL === 'about:blank') return;
  const [origin = '*'] = originsOf(frame);
  // A sandboxed frame has no origin that one could name; the message says nothing but that we are here.
  frame.contentWindow?.postMessage({type: HELLO}, origin === 'null' ? '*' : origin);
}

/**
 * The origins from which a frame's page may speak: none of its own (`null`) in a sandbox that does not grant
 * it. A page that has none itself stands in such a sandbox, and then the frame does too (Google Sites, Wix),
 * or is a file, and the frame is not.
 */
function originsOf(frame: HTMLIFrameElement): string[] {
  const sandboxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  if (sandboxed) return ['null'];
  const {origin} = new URL(frame.src);
  return window.origin === 'null' ? ['null', origin] : [origin];
}
