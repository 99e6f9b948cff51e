/**
 * A campaign elsewhere than in a page: strings made without a DOM, with every value escaped.
 */
export {emailCard, mjmlCard, type EmailCard, type EmailOptions} from './email-card.js';
export {printCard, printSizes, type PrintFormat, type PrintOptions} from './print-card.js';
export {shareImage, type ShareOptions} from './share-image.js';
export {snippet, snippetForms, type SnippetForm, type SnippetOptions} from './snippet.js';
export {staticCard, type StaticOptions} from './static-card.js';
export {openGraph, structuredData, type OpenGraphOptions} from './structured-data.js';
export type {CardOptions} from './words.js';
export {asOfText, cardAlt, type AltOptions} from '../i18n/card-alt.js';
