import type * as fr from './fr-outputs.js';

export const outputs: typeof fr.outputs = {
  asOf: (date) => `Figures of ${date}`,
  until: (day) => `Until ${day}`,
  alt: (said, asOf) => `${said} (${asOf.charAt(0).toLowerCase()}${asOf.slice(1)})`,
  scan: 'Scan to support',
  scanOther: 'Scan to find out more',
  frame: (title) => (title ? `Crowdfunding campaign: ${title}` : 'Crowdfunding campaigns'),
  fallback: 'The crowdfunding campaigns of our territory',
};
