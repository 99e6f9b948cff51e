/**
 * The direction in which a text runs: that of its first strong letter (Unicode UAX 9, rule P2). What
 * has none runs from left to right.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = /[\p{L}\u200e\u200f]/u.exec(text)?.[0] ?? '';
  return /[\u200f\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u.test(
    first,
  )
    ? 'rtl'
    : 'ltr';
}
