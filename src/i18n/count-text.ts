import type {Forms} from './forms.js';
import {FIXED, formatNumber, pluralOf, type Language} from './localize.js';

/** "12 contributeurs": a number and the form of the word that it takes. */
export function countText(count: number, forms: Forms, lang: Language): string {
  return `${formatNumber(count, lang)}${FIXED}${formOf(count, forms, lang)}`;
}

/** The form of a word that a number takes: "contributeurs". */
export function formOf(count: number, forms: Forms, lang: Language): string {
  return pluralOf(count, lang) === 'one' ? (forms.one ?? forms.other) : forms.other;
}

/** The same with a capital: a sentence may begin with it. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
