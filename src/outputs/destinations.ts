import {snippetForms, type SnippetForm} from './snippet.js';

/**
 * Everything that a campaign or a widget is given as: the snippets, then what an address, a mail, a network
 * or a magazine takes.
 */
export type OutputForm =
  | SnippetForm
  | 'address'
  | 'oembed'
  | 'email'
  | 'text'
  | 'mjml'
  | 'share'
  | 'print'
  | 'data'
  | 'graph';

/** Every form, snippets first. */
export const outputForms: readonly OutputForm[] = [
  ...snippetForms,
  'address',
  'oembed',
  'email',
  'text',
  'mjml',
  'share',
  'print',
  'data',
  'graph',
];

/** The forms that each place takes as it comes out of its box, best first. */
const TAKES = {
  page: ['module', 'integrity', 'classic', 'iframe', 'static'],
  wordpress: ['module', 'classic', 'iframe', 'frame'],
  'wordpress-author': ['image', 'static', 'oembed'],
  drupal: ['module', 'classic', 'iframe', 'frame'],
  'drupal-basic': ['image', 'static'],
  spip: ['frame', 'image', 'static'],
  typo3: ['module', 'classic', 'iframe', 'image'],
  joomla: ['frame', 'image', 'static'],
  wix: ['address', 'frame', 'image'],
  'google-sites': ['address', 'frame', 'image'],
  jahia: ['image', 'static'],
  'sites-conformes': ['address', 'image', 'static'],
  brevo: ['email', 'text'],
  mailchimp: ['email', 'text'],
  mailjet: ['mjml', 'email', 'text'],
  outlook: ['email', 'text'],
  network: ['share', 'graph', 'data'],
  paper: ['print', 'share'],
} as const satisfies Readonly<Record<string, readonly OutputForm[]>>;

/** Where one publishes: a CMS with the rights that one has in it, a mailing tool, a network, paper. */
export type Destination = keyof typeof TAKES;

/** Every destination: sites first, then mailing tools, then what is neither. */
export const destinations = Object.keys(TAKES) as readonly Destination[];

/**
 * The forms to paste at a destination, best first: each of them is kept there as it is. A destination that
 * is not known takes what a page of one's own takes.
 */
export function formsFor(destination: string): readonly OutputForm[] {
  return Object.hasOwn(TAKES, destination) ? TAKES[destination as Destination] : TAKES.page;
}
