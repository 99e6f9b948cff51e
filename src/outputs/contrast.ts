import {luminance} from './words.js';

/**
 * How much two colours differ, as WCAG counts it: 1 (the same) to 21 (black and white).
 *
 * @param one - `#rrggbb`, as the other.
 */
export function contrastRatio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
