// The section of `fr.ts` for the builder: the forms that one pastes, and the places that keep them.

/** What each form is: its name, where it works, and how it is pasted. */
export const builderForms = {
  where: 'Où allez-vous coller\u00a0?',
  anywhere: 'Une page dont je suis maître',
  groups: {site: 'Sites', mail: 'Lettres d’information', other: 'Réseaux et papier'},
  destinations: {
    page: 'Une page dont je suis maître',
    wordpress: 'WordPress, administrateur',
    'wordpress-author': 'WordPress, auteur ou multisite',
    drupal: 'Drupal, HTML complet',
    'drupal-basic': 'Drupal, HTML de base',
    spip: 'SPIP',
    typo3: 'TYPO3',
    joomla: 'Joomla',
    wix: 'Wix',
    'google-sites': 'Google Sites',
    jahia: 'Jahia',
    'sites-conformes': 'Sites Conformes',
    brevo: 'Brevo',
    mailchimp: 'Mailchimp',
    mailjet: 'Mailjet',
    outlook: 'Outlook',
    network: 'Un réseau social',
    paper: 'Un magazine, une affiche',
  },
  advice: {
    page: 'Collez dans le HTML de la page, là où le widget doit se trouver.',
    wordpress:
      'Dans un bloc «\u00a0HTML personnalisé\u00a0». Il faut le droit d’y mettre du code\u00a0: administrateur d’un site seul.',
    'wordpress-author':
      'WordPress retire scripts et cadres à votre rôle, et en multisite à tous. Restent une image liée ou du texte\u00a0; un administrateur peut autoriser oEmbed.',
    drupal:
      'Avec un format de texte qui garde le HTML complet. S’il ne vous est pas proposé, un administrateur peut vous l’ouvrir.',
    'drupal-basic':
      'Ce format ne garde que des liens, des images et du texte. Pour le widget, demandez un autre format de texte.',
    spip: 'Un cadre, si le webmestre accepte l’adresse de ce site\u00a0; les scripts sont écartés des articles.',
    typo3:
      'Dans un élément de contenu «\u00a0HTML\u00a0». L’éditeur de texte, lui, afficherait le code aux visiteurs.',
    joomla:
      'Un gestionnaire peut coller un cadre, éditeur en mode code. Les scripts sont filtrés selon le groupe.',
    wix: 'Ajouter, Intégrer du code, puis «\u00a0Adresse du site\u00a0»\u00a0: collez l’adresse.',
    'google-sites': 'Insérer, Intégrer, «\u00a0Par URL\u00a0»\u00a0: collez l’adresse.',
    jahia:
      'Jahia refuse scripts, cadres et attributs data. Une image liée ou du texte passent partout.',
    'sites-conformes':
      'Dans un bloc «\u00a0Iframe\u00a0»\u00a0: collez l’adresse\u00a0; le contenu tient dans toute hauteur dès 180 pixels.',
    brevo: 'Dans un bloc «\u00a0HTML\u00a0» de la campagne\u00a0: collez le code source.',
    mailchimp: 'Dans un bloc «\u00a0Code\u00a0»\u00a0: collez le code source.',
    mailjet: 'Le MJML dans l’éditeur MJML, ou le HTML dans un bloc «\u00a0HTML\u00a0».',
    outlook: 'Copiez la carte mise en forme, puis collez-la dans le message.',
    network: 'Téléchargez l’image en PNG, et dites les chiffres dans le texte de remplacement.',
    paper: 'Téléchargez le SVG, vectoriel\u00a0; le code QR mène à la campagne.',
  },
  fits: 'Conseillé pour cet endroit',
  others: 'Les autres formes',
  forms: {
    module: [
      'Script et élément',
      'Là où le HTML est gardé tel quel. Les chiffres se mettent à jour.',
    ],
    integrity: [
      'Script vérifié',
      'Le même en un seul fichier, dont le navigateur vérifie l’empreinte (SRI). À recoller à chaque nouvelle version.',
    ],
    classic: [
      'Script et emplacement',
      'Pour les éditeurs qui retirent les balises inconnues et gardent les attributs data.',
    ],
    iframe: [
      'Cadre ajusté',
      'Là où les cadres sont gardés\u00a0; le petit script lui donne la hauteur de son contenu.',
    ],
    frame: [
      'Cadre seul',
      'Sans aucun script. Le contenu tient dans la hauteur donnée, dès 180 pixels.',
    ],
    image: [
      'Image liée',
      'Passe partout, Jahia et Drupal compris. L’image porte les chiffres de sa date.',
    ],
    static: ['Texte et lien', 'Passe partout. Les chiffres sont ceux du jour où vous copiez.'],
    address: [
      'Adresse seule',
      'Pour Wix, Google Sites et Sites Conformes, qui ne prennent qu’une adresse.',
    ],
    oembed: [
      'oEmbed',
      'La réponse à servir pour qu’une adresse collée devienne une carte, là où votre hôte est autorisé.',
    ],
    email: [
      'Carte d’e-mail',
      'Brevo, Mailchimp, Mailjet, Outlook\u00a0: lisible images bloquées, chiffres datés.',
    ],
    text: ['E-mail en texte', 'La version sans mise en forme que tout envoi doit avoir.'],
    mjml: ['MJML', 'Pour Mailjet et les outils qui compilent MJML\u00a0: une section.'],
    share: ['Image de partage', '1200 × 630, pour les réseaux ou une image liée.'],
    print: ['Carte à imprimer', 'Vectorielle, avec un code QR d’au moins 15 mm.'],
    data: [
      'Données structurées',
      'Du JSON-LD (schema.org) pour les moteurs de recherche, dans une page sur la campagne.',
    ],
    graph: [
      'Balises Open Graph',
      'Dans l’en-tête d’une page sur la campagne\u00a0: ce que les réseaux en montrent.',
    ],
  } as Readonly<Record<string, readonly [name: string, where: string]>>,
  code: (name: string) => `${name}, à copier`,
  see: 'Voir l’aperçu',
  copy: 'Copier le code',
  copyAddress: 'Copier l’adresse',
  copyText: 'Copier le texte',
  copyRich: 'Copier la carte mise en forme',
  copied: 'Copié. Collez-le à sa place.',
  selected: 'Le texte est sélectionné\u00a0: faites Ctrl+C, ou \u2318C sur un Mac.',
  png: 'Télécharger en PNG',
  svg: 'Télécharger en SVG',
  json: 'Télécharger la réponse',
  made: (name: string) => `${name} est téléchargé.`,
  failed: 'Ce navigateur n’a pas pu dessiner l’image. Téléchargez le SVG.',
  pdf: 'Pour un PDF, cette commande, là où Node est installé\u00a0:',
  alt: 'Texte de remplacement',
  discovery: 'Ligne à mettre dans l’en-tête de la page de la campagne',
  answer: 'Adresse de la réponse oEmbed',
  image: 'Adresse de l’image de la carte',
  policy: 'À ajouter à la politique de sécurité (CSP) de votre site, s’il en a une\u00a0:',
  noPolicy: 'Aucune ligne à ajouter à une politique de sécurité (CSP).',
  missing: {
    feed: 'Donnez d’abord l’adresse d’un flux de campagnes.',
    campaign: 'Cette forme montre une seule campagne\u00a0: choisissez-la ci-dessous.',
    image:
      'Donnez ci-dessous l’adresse de l’image. Téléchargez-la d’abord en PNG sous «\u00a0Image de partage\u00a0», puis déposez-la dans votre médiathèque.',
    integrity: 'L’empreinte n’a pas pu être lue\u00a0: integrity.json manque à côté de cette page.',
  },
};
