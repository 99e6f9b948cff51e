/**
 * A campaign elsewhere than in a page: strings made without a DOM, with every value escaped.
 */
export {contrastRatio} from './contrast.js';
export {cspLines} from './csp.js';
export {
  destinations,
  formsFor,
  outputForms,
  type Destination,
  type OutputForm,
} from './destinations.js';
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
  snippetForms,
  type SnippetForm,
  type SnippetOptions,
} from './snippet.js';
export {snippetColours, type SnippetColour} from './snippet-look.js';
export {staticCard, type StaticOptions} from './static-card.js';
export {
  openGraph,
  structuredData,
  structuredDataScript,
  type OpenGraphOptions,
} from './structured-data.js';
export {inkOn, type CardOptions} from './words.js';
export {asOfText, cardAlt, type AltOptions} from '../i18n/card-alt.js';
