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
    if (!frame || event.origin !== originOf(frame)) return;
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
  // A sandboxed frame has no origin that one could name; the message says nothing but that we are here.
  const origin = originOf(frame);
  frame.contentWindow?.postMessage({type: HELLO}, origin === 'null' ? '*' : origin);
}

/** The origin from which a frame's page speaks: none of its own in a sandbox that does not grant it. */
function originOf(frame: HTMLIFrameElement): string {
  const sandboxed = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return sandboxed ? 'null' : new URL(frame.src).origin;
}
