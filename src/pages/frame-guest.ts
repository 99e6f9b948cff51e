import {HEIGHT, HELLO, READY, typeOf} from './frame-messages.js';

/** How a frame stands with the page around it. */
export interface FrameGuest {
  /** Whether the page gives the frame its height. */
  readonly isFitted: boolean;
  /** Says the height again. */
  say: () => void;
}

/** What there is to say. */
export interface FrameNews {
  /** What is measured. Its height must not follow from the frame's. */
  content: Element;
  /** Whether the page shows what it is there for. WordPress hides its own link at the first word from a frame. */
  isThere: () => boolean;
  /** The page around has said that it gives the frame its height. */
  onFitted: () => void;
}

/** WordPress writes a secret after the address of a frame that it made from an oEmbed answer. */
const SECRET = /[#?&]secret=([a-zA-Z0-9]{1,64})(?:&|$)/;

/**
 * Says the height of what the page shows to the page around it: to `resize.js`, once it has greeted,
 * and in WordPress's own words where WordPress made the frame. Nobody is told anything without a frame.
 */
export function speakHeight({content, isThere, onFitted}: FrameNews): FrameGuest {
  let host = '';
  let height = 0;
  const say = () => {
    if (!height) return;
    if (host) parent.postMessage({type: HEIGHT, height}, host);
    if (isThere()) sayToWordPress('height', height);
  };
  const guest = {isFitted: false, say};
  if (parent === window) return guest;
  new ResizeObserver(() => {
    const next = Math.ceil(content.getBoundingClientRect().height);
    if (next === height) return;
    height = next;
    say();
  }).observe(content);
  addEventListener('message', (event) => {
    if (event.source !== parent) return;
    if (isWordPressReady(event.data)) say();
    if (typeOf(event.data) !== HELLO) return;
    // A page without an origin (a sandbox in a sandbox) cannot be named.
    const origin = event.origin === 'null' ? '*' : event.origin;
    // The page around a frame never changes: whoever else speaks for it is not it.
    if (host && host !== origin) return;
    host = origin;
    guest.isFitted = true;
    onFitted();
    say();
  });
  // Old versions of WordPress write the secret when the frame is there already.
  addEventListener('hashchange', say);
  parent.postMessage({type: READY}, '*');
  return guest;
}

/** The secret by which WordPress knows a frame that it made, '' elsewhere. */
export function wordPressSecret(): string {
  return SECRET.exec(location.hash)?.[1] ?? '';
}

/** WordPress, whose script may come after the frame, says that it listens now. */
function isWordPressReady(data: unknown): boolean {
  const {message, secret} = (data ?? {}) as {message?: unknown; secret?: unknown};
  return message === 'ready' && secret !== '' && secret === wordPressSecret();
}

/**
 * One of the two messages that WordPress hears from a frame that it made: its height, which it keeps between
 * 200 and 1000 px, and a link, which it follows only when it leads to the frame's own host. In any other
 * frame nothing is said.
 */
export function sayToWordPress(message: 'height' | 'link', value: number | string) {
  const secret = wordPressSecret();
  if (secret) parent.postMessage({message, value, secret}, '*');
}
