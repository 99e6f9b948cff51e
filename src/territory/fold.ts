/**
 * Names are compared folded: lower case, no accents, words separated by one space. Folding is
 * what makes `St-Étienne`, `saint etienne` and `SAINT ÉTIENNE` the same question.
 */

const WORDS: Readonly<Record<string, string>> = {st: 'saint', ste: 'sainte', sts: 'saints'};

/** Folds what a person or a feed wrote. Empty when nothing is left. */
export function fold(text: string): string {
  return plain(text)
    .replace(/(^|[^a-z0-9])s?\/\s*|\//g, ' sur ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/\b(?:st|ste|sts)\b/g, (word) => WORDS[word] ?? word)
    .replace(/ cedex(?: \d+)?$/, '')
    .replace(
      /\b0*(\d{1,2})(?:e|er|ere|eme|ieme|nd|nde)?(?: (?:arr|ardt|arrdt|arrondissement))\b/,
      '$1',
    )
    .replace(/\b(\d{1,2})(?:e|er|ere|eme|ieme|nd|nde)\b/, '$1');
}

/** Lower case, without accents or ligatures; the same length but for ligatures. */
export function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae');
}
