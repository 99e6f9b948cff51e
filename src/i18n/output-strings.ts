import * as en from './en-outputs.js';
import * as fr from './fr-outputs.js';

/** The words of what stands elsewhere than in a page: in a module of their own, no page downloads them. */
export const outputStrings = {fr: fr.outputs, en: en.outputs};
