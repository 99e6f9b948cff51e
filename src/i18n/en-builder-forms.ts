import type * as fr from './fr-builder-forms.js';

export const builderForms: typeof fr.builderForms = {
  where: 'Where will you paste it?',
  anywhere: 'A page of my own',
  groups: {site: 'Sites', mail: 'Newsletters', other: 'Networks and paper'},
  destinations: {
    page: 'A page of my own',
    wordpress: 'WordPress, administrator',
    'wordpress-author': 'WordPress, author or multisite',
    drupal: 'Drupal, full HTML',
    'drupal-basic': 'Drupal, basic HTML',
    spip: 'SPIP',
    typo3: 'TYPO3',
    joomla: 'Joomla',
    wix: 'Wix',
    'google-sites': 'Google Sites',
    jahia: 'Jahia',
    'sites-conformes': 'Sites Conformes (French State)',
    brevo: 'Brevo',
    mailchimp: 'Mailchimp',
    mailjet: 'Mailjet',
    outlook: 'Outlook',
    network: 'A social network',
    paper: 'A magazine, a poster',
  },
  advice: {
    page: 'Paste it in the page’s HTML, where the widget shall stand.',
    wordpress:
      'In a “Custom HTML” block. You need the right to put code there: administrator of a single site.',
    'wordpress-author':
      'WordPress takes scripts and frames away from your role, and on a multisite from everyone. A linked picture or text remain; an administrator can allow oEmbed.',
    drupal:
      'With a text format that keeps full HTML. If you are not offered one, an administrator can open it to you.',
    'drupal-basic':
      'This format keeps links, pictures and text alone. For the widget, ask for another text format.',
    spip: 'A frame, if the webmaster accepts this site’s address; scripts are kept out of articles.',
    typo3: 'In an “HTML” content element. The text editor would show the code to visitors instead.',
    joomla:
      'A manager can paste a frame, with the editor in code mode. Scripts are filtered by group.',
    wix: 'Add, Embed Code, then “Website address”: paste the address.',
    'google-sites': 'Insert, Embed, “By URL”: paste the address.',
    jahia:
      'Jahia refuses scripts, frames and data attributes. A linked picture or text pass everywhere.',
    'sites-conformes':
      'In an “Iframe” block: paste the address; the content fits any height from 180 pixels on.',
    brevo: 'In an “HTML” block of the campaign: paste the source.',
    mailchimp: 'In a “Code” block: paste the source.',
    mailjet: 'The MJML in the MJML editor, or the HTML in an “HTML” block.',
    outlook: 'Copy the formatted card, then paste it in the message.',
    network: 'Download the picture as PNG, and say the figures in its alternative text.',
    paper: 'Download the SVG, which is vector; the QR code leads to the campaign.',
  },
  fits: 'Advised for this place',
  others: 'The other forms',
  forms: {
    module: ['Script and element', 'Where HTML is kept as it is. The figures renew themselves.'],
    integrity: [
      'Verified script',
      'The same in a single file, whose hash the browser verifies (SRI). To paste again with each new version.',
    ],
    classic: [
      'Script and placeholder',
      'For editors that drop tags they do not know and keep data attributes.',
    ],
    iframe: [
      'Fitted frame',
      'Where frames are kept; the small script gives it the height of its content.',
    ],
    frame: [
      'Frame alone',
      'Without any script. The content fits the height given, from 180 pixels on.',
    ],
    image: [
      'Linked picture',
      'Passes everywhere, Jahia and Drupal included. The picture carries the figures of its date.',
    ],
    static: ['Text and link', 'Passes everywhere. The figures are those of the day you copy.'],
    address: [
      'Address alone',
      'For Wix, Google Sites and Sites Conformes, which take an address alone.',
    ],
    oembed: [
      'oEmbed',
      'The answer to serve so that a pasted address becomes a card, where your host is allowed.',
    ],
    email: [
      'E-mail card',
      'Brevo, Mailchimp, Mailjet, Outlook: readable with pictures blocked, figures dated.',
    ],
    text: ['E-mail as text', 'The version without formatting that every mailing should have.'],
    mjml: ['MJML', 'For Mailjet and tools that compile MJML: one section.'],
    share: ['Share image', '1200 × 630, for networks or a linked picture.'],
    print: ['Card to print', 'Vector, with a QR code of at least 15 mm.'],
    data: [
      'Structured data',
      'JSON-LD (schema.org) for search engines, in a page about the campaign.',
    ],
    graph: [
      'Open Graph tags',
      'In the head of a page about the campaign: what networks show of it.',
    ],
  },
  code: (name) => `${name}, to copy`,
  see: 'See the preview',
  copy: 'Copy the code',
  copyAddress: 'Copy the address',
  copyText: 'Copy the text',
  copyRich: 'Copy the formatted card',
  copied: 'Copied. Paste it in its place.',
  selected: 'The text is selected: press Ctrl+C, or \u2318C on a Mac.',
  png: 'Download as PNG',
  svg: 'Download as SVG',
  json: 'Download the answer',
  made: (name) => `${name} is downloaded.`,
  failed: 'This browser could not draw the picture. Download the SVG.',
  pdf: 'For a PDF, this command, where Node is installed:',
  alt: 'Alternative text',
  discovery: 'Line to put in the head of the campaign’s page',
  answer: 'Address of the oEmbed answer',
  image: 'Address of the card’s picture',
  policy: 'To add to your site’s security policy (CSP), if it has one:',
  noPolicy: 'No line to add to a security policy (CSP).',
  missing: {
    feed: 'Give the address of a campaign feed first.',
    campaign: 'This form shows a single campaign: choose it below.',
    image:
      'Give the picture’s address below. First download it as PNG under “Share image”, then put it in your media library.',
    integrity: 'The hash could not be read: integrity.json is missing beside this page.',
  },
};
