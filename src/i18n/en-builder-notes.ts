import type * as fr from './fr-builder-notes.js';

export const builderNotes: typeof fr.builderNotes = {
  title: 'To know before copying',
  feed: {
    address: 'This is no feed’s address. Begin it with https://.',
    network:
      'The feed does not answer, or its server does not let other sites read it (CORS). The platform has to send “Access-Control-Allow-Origin: *”.',
    timeout: 'The feed did not answer in time. Try again, or tell the platform.',
    http: 'The feed’s server answers with an error. Check the address.',
    'too-large': 'This feed is too large to be read here.',
    'not-json': 'This address gives a page, not a feed. Ask the platform for that of the feed.',
    'not-a-feed': 'What is at this address is no campaign feed.',
    version: 'This feed is of a later version than this page.',
    'not-found': 'This campaign is not in the feed.',
  },
  closed:
    'This feed can be read from here, but its server does not let other sites read it (CORS): it has to send “Access-Control-Allow-Origin: *”.',
  insecure: 'The feed is on http: a page on https will not read it. Ask for an https address.',
  local:
    'The feed’s address is that of a machine or a private network: visitors of your site will not reach it.',
  'local-base':
    'This page is served by a machine or a private network: code copied from here will work there alone.',
  'local-image': 'The picture’s address is that of a machine or a private network.',
  'image-insecure': 'The picture is on http: a page on https may refuse it.',
  'image-missing': 'The picture’s address is missing.',
  'campaign-missing': 'The campaign asked for is not in the feed, or not any more. Choose another.',
  'nothing-live': 'No campaign is live in this territory: the widget will say so.',
  'mail-picture':
    'The campaign has no picture that mail programs show (PNG or JPEG). The card does without; you can give the address of a picture.',
  'share-picture':
    'The campaign has no picture, or its server does not let this page read it (CORS): the share image does without.',
  problems: (count) =>
    `${count} of the feed cannot be read in full: the command “relais check” says which.`,
  problemCount: {one: 'entry', other: 'entries'},
  ended: 'This campaign has ended.',
  cancelled: 'This campaign is cancelled.',
  upcoming: 'This campaign has not begun yet.',
  contrast: (pair, ratio, scheme) =>
    `${pair}: contrast of ${ratio} to 1, it takes 4.5 (${scheme}).`,
  schemes: {light: 'light page', dark: 'dark page'},
  paste: {
    lead: 'Pasted, and saved? Open the editor again, copy its source code and paste it here: you will know what was taken away.',
    label: (form) => `What your site kept of “${form}”`,
    check: 'Check',
    shows: {
      widget: 'All is there: the widget shows.',
      changed: 'The widget shows, with these changes.',
      card: 'The widget does not show. A card remains: the text and its link.',
      whole: 'All is there: the card shows.',
      nothing: 'Nothing of use shows.',
    },
    losses: {
      empty: 'Nothing of this code is left. Or did you paste that of another form?',
      escaped: 'Code has become text, which visitors read.',
      script: 'The script was taken away.',
      element: 'The widget’s tag was taken away.',
      placeholder: 'The widget’s placeholder, or its data attributes, were taken away.',
      frame: 'The frame was taken away.',
      link: 'The link was taken away.',
      picture: 'The picture was taken away.',
      sandbox: 'The frame was locked in: its script does not run, or its links lead nowhere.',
      words: 'Part of the text was taken away.',
      attribute: 'The attribute was taken away: ',
      value: 'The attribute was changed: ',
    },
    use: (form) => `Take “${form}” instead`,
    codeView: 'Paste it again, in the editor’s code view (HTML, Source or “<>”), not in the text.',
    refused: 'Nothing else passes: ask the site’s administrator.',
  },
};
