/**
 * What a card of a mail uses although one client or another drops it. `email-rendering.test.ts` takes
 * each away, and all together, and the card still has its words, its layout and its button.
 */
export const FRAGILE: readonly string[] = [
  'background-color',
  'border-radius',
  'display',
  'height',
  'max-width',
  'text-decoration',
  '[dir]',
  '[lang]',
  '[role]',
];
