import * as enPages from './en-pages.js';
import * as en from './en.js';
import * as frPages from './fr-pages.js';
import * as fr from './fr.js';

/**
 * The sentences of each section, by language. A new language is one file and one word in each of these
 * lines; a section that a page does not use is not in what it downloads.
 */
export const campaignStrings = {fr: fr.campaign, en: en.campaign};
export const cardStrings = {fr: fr.card, en: en.card};
export const stateStrings = {fr: fr.states, en: en.states};
export const searchStrings = {fr: fr.search, en: en.search};
export const listStrings = {fr: fr.list, en: en.list};
export const callStrings = {fr: fr.call, en: en.call};
export const summaryStrings = {fr: fr.summary, en: en.summary};
export const mapStrings = {fr: fr.map, en: en.map};
export const shareStrings = {fr: frPages.share, en: enPages.share};
export const embedStrings = {fr: frPages.embed, en: enPages.embed};
export {outputStrings} from './output-strings.js';
