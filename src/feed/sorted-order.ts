/** Positions sorted at once: a millisecond's worth. */
const RUN = 2048;

/**
 * The positions 0 to `length` - 1 in an order, sorted in short runs that are then merged: a hundred
 * thousand at once would hold the page up.
 *
 * @param compare - Of two positions; never 0.
 * @param breathe - Called after each run.
 */
export async function sortedOrder(
  length: number,
  compare: (a: number, b: number) => number,
  breathe?: () => Promise<void>,
): Promise<Uint32Array> {
  let from = new Uint32Array(length);
  let into = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) from[at] = at;
  for (let at = 0; at < length; at += RUN) {
    from.subarray(at, at + RUN).sort(compare);
    await breathe?.();
  }
  for (let width = RUN; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = Math.min(length, start + width);
      const stop = Math.min(length, start + 2 * width);
      let [left, right] = [start, middle];
      for (let at = start; at < stop; at += 1) {
        const isLeft =
          left < middle && (right >= stop || compare(from[left] ?? 0, from[right] ?? 0) < 0);
        into[at] = from[isLeft ? left++ : right++] ?? 0;
        if (at % (4 * RUN) === 0) await breathe?.();
      }
    }
    [from, into] = [into, from];
  }
  return from;
}
