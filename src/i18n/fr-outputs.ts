// The section of `fr.ts` for what stands elsewhere than in a page.

/** What a card says outside a page: in a mail, on paper, in a frame. */
export const outputs = {
  asOf: (date: string) => `Chiffres du ${date}`,
  until: (day: string) => `Jusqu’au ${day}`,
  alt: (said: string, asOf: string) => `${said} (${asOf.charAt(0).toLowerCase()}${asOf.slice(1)})`,
  scan: 'Scannez pour soutenir',
  scanOther: 'Scannez pour découvrir',
  frame: (title: string) =>
    title
      ? `Campagne de financement participatif\u00a0: ${title}`
      : 'Campagnes de financement participatif',
  fallback: 'Les campagnes de financement participatif de notre territoire',
};
