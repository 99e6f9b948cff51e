import type * as fr from './fr-pages.js';

export const embed: typeof fr.embed = {
  noWidget: (names) =>
    `This page’s address does not say what to show: add widget= and one of these names: ${names}.`,
  noFeed: 'This page’s address names no feed: add feed= and its address.',
  failed: 'The campaigns cannot be shown at the moment.',
  newTab: 'Links open in a new tab.',
};

export const share: typeof fr.share = {
  copied: 'The campaign’s link is copied: paste it where you like.',
  copyThis: (url) => `Copy this link: ${url}`,
};
