import * as en from './en-shade.js';
import * as fr from './fr-shade.js';

/** Apart from the other sections: only a page with a coloured map downloads it. */
export const shadeStrings = {fr: fr.shade, en: en.shade};
