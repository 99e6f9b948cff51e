/** One class of a scale: from a bound, up to the next one without it. */
export interface Class {
  from: number;
  /** Null: no end. */
  to: number | null;
}

/** More than five shades cannot be told apart at a glance. */
const MOST = 5;

/**
 * Classes of about as many values each (quantiles), with bounds that can be read: two figures and then
 * zeros.
 *
 * @param values - Those above 0 count; others are left out.
 * @param whole - Bounds are whole numbers.
 * @returns Ascending; as many as the values can tell apart, five at most. None without a value.
 */
export function classesOf(values: readonly number[], whole: boolean): Class[] {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const [least] = sorted;
  if (least === undefined) return [];
  const distinct = new Set(sorted).size;
  const wanted = Math.min(MOST, distinct);
  const bounds = [roundDown(least, whole)];
  for (let at = 1; at < wanted; at += 1) {
    const value = sorted[Math.floor((at * sorted.length) / wanted)] ?? 0;
    const bound = roundDown(value, whole);
    if (bound > (bounds.at(-1) ?? 0)) bounds.push(bound);
  }
  return bounds.map((from, at) => ({from, to: bounds[at + 1] ?? null}));
}

/** The class of a value: 0 is the lowest; -1 for none. */
export function classOf(value: number, classes: readonly Class[]): number {
  return classes.findLastIndex(({from}) => value >= from);
}

function roundDown(value: number, whole: boolean): number {
  const step = 10 ** (Math.floor(Math.log10(value)) - 1);
  const rounded = Math.floor(value / step + 1e-9) * step;
  if (whole) return Math.max(1, Math.floor(rounded + 1e-9));
  // Cents: what floats left below them is nobody's money.
  return Math.round(rounded * 100) / 100;
}
