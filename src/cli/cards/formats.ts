/** What a card can be made as. In a file of its own: `--help` needs no more of the cards. */
export const cardFormats = ['email', 'text', 'mjml', 'png', 'svg', 'pdf', 'html'] as const;
export type CardFormat = (typeof cardFormats)[number];
