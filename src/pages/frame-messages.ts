/**
 * What a frame and its page say to each other. Both sides check who speaks (`source`) and from where
 * (`origin`); nothing else is ever said, and a message of any other shape is not answered.
 *
 * 1. The frame says `relais-frame-ready`, to whoever holds it: there is nothing in it to keep secret.
 * 2. The page that holds it and runs `resize.js` answers `relais-frame-hello`.
 * 3. The frame says its height to that page alone, and again whenever it changes.
 */
export const READY = 'relais-frame-ready';
export const HELLO = 'relais-frame-hello';
export const HEIGHT = 'relais-frame-height';

/** The heights that a page gives a frame, in CSS pixels. A map's list may be long, a forged number longer. */
export const LEAST_HEIGHT = 60;
export const MOST_HEIGHT = 20_000;

/** The `type` of a message, '' when it is not one of ours. */
export function typeOf(data: unknown): string {
  const type = (data as {type?: unknown} | null | undefined)?.type;
  return typeof type === 'string' ? type : '';
}

/** The height that a message says, or null when it says none that can be. */
export function heightOf(data: unknown): number | null {
  const height = (data as {height?: unknown} | null | undefined)?.height;
  if (typeof height !== 'number' || !Number.isFinite(height)) return null;
  return Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.ceil(height)));
}
