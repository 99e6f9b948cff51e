import {HEIGHT, HELLO, READY, typeOf} from './frame-messages.js';

/** How a frame stands with the page around it. */
export interface FrameGuest {
  /** Whether the page gives the frame its height. */
  readonly isFitted: boolean;
}

/** WordPress writes a secret after the address of a frame that it made from an oEmbed answer. */
const SECRET = /[#?&]secret=([a-zA-Z0-9]{1,64})(?:&|$)/;

/**
 * Says the height of what the page shows to the page around it: to `resize.js`, once it has greeted,
 * and in WordPress's own words where WordPress made the frame.
 *
 * @param content - What is measured. Its height must not follow from the frame's.
 * @param onFitted - The page around has said that it gives the frame its height.
 */
export function speakHeight(content: Element, onFitted: () => void): FrameGuest {
  const guest = {isFitted: false};
  if (parent === window) return guest;
  const secret = wordPressSecret();
  let host = '';
  let height = 0;
  const say = () => {
    if (host) parent.postMessage({type: HEIGHT, height}, host);
    if (secret) sayToWordPress('height', height, secret);
  };
  new ResizeObserver(() => {
    const next = Math.ceil(content.getBoundingClientRect().height);
    if (next === height) return;
    height = next;
    say();
  }).observe(content);
  addEventListener('message', (event) => {
    if (event.source !== parent || typeOf(event.data) !== HELLO) return;
    // A page without an origin (a sandbox in a sandbox) cannot be named.
    const origin = event.origin === 'null' ? '*' : event.origin;
    // The page around a frame never changes: whoever else speaks for it is not it.
    if (host && host !== origin) return;
    host = origin;
    guest.isFitted = true;
    onFitted();
    say();
  });
  parent.postMessage({type: READY}, '*');
  return guest;
}

/** The secret by which WordPress knows a frame that it made, '' elsewhere. */
export function wordPressSecret(): string {
  return SECRET.exec(location.hash)?.[1] ?? '';
}

/**
 * One of the two messages that WordPress hears from a frame: its height, which it keeps between 200 and
 * 1000 px, and a link, which it follows only when it leads to the frame's own host.
 */
export function sayToWordPress(message: 'height' | 'link', value: number | string, secret: string) {
  parent.postMessage({message, value, secret}, '*');
}
