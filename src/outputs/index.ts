/**
 * A campaign elsewhere than in a page: strings made without a DOM, with every value escaped.
 */
export {cspLines} from './csp.js';
export {emailCard, mjmlCard, type EmailCard, type EmailOptions} from './email-card.js';
export {oembed, oembedDiscovery, type OEmbedOptions} from './oembed.js';
export {pasteCheck, type Loss, type PasteReport} from './paste-check.js';
export {printCard, printSizes, type PrintFormat, type PrintOptions} from './print-card.js';
export {shareImage, type ShareOptions} from './share-image.js';
export {
  embedAddress,
  frameHeight,
  frameTitle,
  snippet,
  snippetColours,
  snippetForms,
  type SnippetColour,
  type SnippetForm,
  type SnippetOptions,
} from './snippet.js';
export {staticCard, type StaticOptions} from './static-card.js';
export {openGraph, structuredData, type OpenGraphOptions} from './structured-data.js';
export type {CardOptions} from './words.js';
export {asOfText, cardAlt, type AltOptions} from '../i18n/card-alt.js';
