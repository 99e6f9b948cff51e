// The section of `fr.ts` for the builder: what it warns of, and what it says of a paste.

/** Warnings, and the paste check. */
export const builderNotes = {
  title: 'À savoir avant de copier',
  feed: {
    address: 'Ce n’est pas l’adresse d’un flux. Commencez-la par https://.',
    network:
      'Le flux ne répond pas, ou son serveur ne laisse pas d’autres sites le lire (CORS). La plateforme doit envoyer «\u00a0Access-Control-Allow-Origin: *\u00a0».',
    timeout: 'Le flux n’a pas répondu à temps. Réessayez, ou prévenez la plateforme.',
    http: 'Le serveur du flux répond par une erreur. Vérifiez l’adresse.',
    'too-large': 'Ce flux est trop lourd pour être lu ici.',
    'not-json':
      'Cette adresse donne une page, pas un flux. Demandez à la plateforme celle du flux.',
    'not-a-feed': 'Ce qui est à cette adresse n’est pas un flux de campagnes.',
    version: 'Ce flux est d’une version plus récente que cette page.',
    'not-found': 'Cette campagne n’est pas dans le flux.',
  },
  closed:
    'Ce flux se lit d’ici, mais son serveur ne laisse pas d’autres sites le lire (CORS)\u00a0: il doit envoyer «\u00a0Access-Control-Allow-Origin: *\u00a0».',
  insecure:
    'Le flux est en http\u00a0: une page en https ne le lira pas. Demandez une adresse en https.',
  local:
    'L’adresse du flux est celle d’une machine ou d’un réseau privé\u00a0: les visiteurs de votre site ne l’atteindront pas.',
  'local-base':
    'Cette page est servie par une machine ou un réseau privé\u00a0: le code copié d’ici ne marchera que là.',
  'local-image': 'L’adresse de l’image est celle d’une machine ou d’un réseau privé.',
  'image-insecure': 'L’image est en http\u00a0: une page en https peut la refuser.',
  'image-missing': 'Il manque l’adresse de l’image.',
  'campaign-missing':
    'La campagne demandée n’est pas, ou plus, dans le flux. Choisissez-en une autre.',
  'nothing-live': 'Aucune campagne n’est en cours dans ce territoire\u00a0: le widget le dira.',
  'mail-picture':
    'La campagne n’a pas d’image que les messageries affichent (PNG ou JPEG). La carte s’en passe\u00a0; vous pouvez donner l’adresse d’une image.',
  'share-picture':
    'La campagne n’a pas d’image, ou son serveur ne laisse pas cette page la lire (CORS)\u00a0: l’image de partage s’en passe.',
  problems: (count: string) =>
    `${count} du flux ne peuvent pas être lues en entier\u00a0: la commande «\u00a0relais check\u00a0» dit lesquelles.`,
  problemCount: {one: 'entrée', other: 'entrées'},
  ended: 'Cette campagne est terminée.',
  cancelled: 'Cette campagne est annulée.',
  upcoming: 'Cette campagne n’a pas encore commencé.',
  contrast: (pair: string, ratio: string, scheme: string) =>
    `${pair}\u00a0: contraste de ${ratio} pour 1, il en faut 4,5 (${scheme}).`,
  schemes: {light: 'page claire', dark: 'page foncée'},
  paste: {
    lead: 'Collé, puis enregistré\u00a0? Rouvrez l’éditeur, copiez son code source et collez-le ici\u00a0: vous saurez ce qui a été retiré.',
    label: (form: string) => `Ce que votre site a gardé de «\u00a0${form}\u00a0»`,
    check: 'Vérifier',
    shows: {
      widget: 'Tout y est\u00a0: le widget s’affiche.',
      changed: 'Le widget s’affiche, avec ces changements.',
      card: 'Le widget ne s’affiche pas. Il reste une carte\u00a0: le texte et son lien.',
      whole: 'Tout y est\u00a0: la carte s’affiche.',
      nothing: 'Rien d’utile ne s’affiche.',
    },
    losses: {
      empty: 'Rien de ce code n’est resté. Ou avez-vous collé celui d’une autre forme\u00a0?',
      escaped: 'Du code est devenu du texte, que les visiteurs lisent.',
      script: 'Le script a été retiré.',
      element: 'La balise du widget a été retirée.',
      placeholder: 'L’emplacement du widget, ou ses attributs data, ont été retirés.',
      frame: 'Le cadre a été retiré.',
      link: 'Le lien a été retiré.',
      picture: 'L’image a été retirée.',
      sandbox:
        'Le cadre a été enfermé\u00a0: son script ne tourne pas, ou ses liens ne mènent pas ailleurs.',
      words: 'Une partie du texte a été retirée.',
      attribute: 'L’attribut a été retiré\u00a0: ',
      value: 'L’attribut a été changé\u00a0: ',
    },
    use: (form: string) => `Prenez plutôt «\u00a0${form}\u00a0»`,
    codeView:
      'Collez à nouveau, dans la vue code de l’éditeur (HTML, Source ou «\u00a0<>\u00a0»), pas dans le texte.',
    refused: 'Rien d’autre ne passe\u00a0: demandez à l’administrateur du site.',
  },
};
