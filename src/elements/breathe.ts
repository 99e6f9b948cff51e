/** Milliseconds that work may take before the page has its turn: half a frame. */
const TURN_MS = 8;

/** What browsers that can do it call a turn of the page. */
interface Yielding {
  scheduler?: {yield?: () => Promise<void>};
}

/**
 * Makes a function that lets the page go on when it has been kept waiting for half a frame, and else
 * resolves at once. A message comes sooner than a timer, which browsers hold back to 4 ms.
 *
 * @param since - Since when it is waiting. Default: now.
 */
export function breather(since: number = performance.now()): () => Promise<void> {
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    const {scheduler} = globalThis as Yielding;
    if (scheduler?.yield) await scheduler.yield();
    else await message();
    since = performance.now();
  };
}

function message(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    const onMessage = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', onMessage, {once: true});
    port1.start();
    port2.postMessage(null);
  });
}
