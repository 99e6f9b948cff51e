/** The clock as it was: `hurryTime` does not reach it. */
export const nativeTimeout = globalThis.setTimeout.bind(globalThis);

/** Long enough for a loaded machine; what never happens still fails before mocha gives up. */
const PATIENCE_MS = 15_000;

/** A pause that `hurryTime` does not shorten, in milliseconds. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => nativeTimeout(resolve, milliseconds));
}

/** Waits for something to be true. On a quiet machine that is a matter of milliseconds. */
export async function waitUntil(
  holds: () => unknown,
  complaint = 'what was waited for never happened',
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(complaint);
    await pause(10);
  }
}
