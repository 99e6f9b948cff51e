/**
 * The successor of a code that vanished when départements were cut up and communes kept their
 * number: Corsica (20) in 1976, Seine (75) and Seine-et-Oise (78) in 1968.
 *
 * @param isLive - The codes in use.
 * @returns undefined when the rule does not apply or names no single commune.
 */
export function ruledSuccessor(
  code: string,
  isLive: {has(code: string): boolean},
): string | undefined {
  const heirs = HEIRS[code.slice(0, 2)];
  if (!heirs || isLive.has(code)) return undefined;
  const found = heirs.map((heir) => heir + code.slice(2)).filter((heir) => isLive.has(heir));
  return found.length === 1 ? found[0] : undefined;
}

const HEIRS: Readonly<Record<string, readonly string[]>> = {
  '20': ['2A', '2B'],
  '75': ['92', '93', '94'],
  '78': ['91', '92', '93', '94', '95'],
};
