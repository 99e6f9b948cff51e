/** What the pages that we host say: the frame's, and the builder's; and what sharing says. French is the type. */

/** What the page inside a frame says when it has nothing else to show. */
export const embed = {
  noWidget: (names: string) =>
    `L’adresse de cette page ne dit pas quoi afficher\u00a0: ajoutez-y widget= suivi d’un de ces noms\u00a0: ${names}.`,
  noFeed: 'L’adresse de cette page ne nomme aucun flux\u00a0: ajoutez-y feed= et son adresse.',
  failed: 'Les campagnes ne peuvent pas être affichées pour le moment.',
  newTab: 'Les liens s’ouvrent dans un nouvel onglet.',
};

/** What is said when a link is shared and the device has nothing of its own for it. */
export const share = {
  copied: 'Le lien de la campagne est copié\u00a0: collez-le où vous voulez.',
  copyThis: (url: string) => `Copiez ce lien\u00a0: ${url}`,
};
