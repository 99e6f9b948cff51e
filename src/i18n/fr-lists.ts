import type {Forms} from './forms.js';

// The sections of `fr.ts` for the elements that show many campaigns.

/** What a list of cards says around them. */
export const list = {
  region: 'Campagnes de financement participatif',
  loading: 'Chargement des campagnes…',
  campaigns: {one: 'campagne', other: 'campagnes'} as Forms,
  countOf: (count: string, total: string) => `${count} sur ${total}`,
  countInView: (count: string) => `${count} dans cette partie de la carte`,
  amongFirst: (count: string, read: string, total: string) =>
    `${count}, parmi les ${read} premières sur ${total}`,
  filter: 'Filtrer les campagnes',
  search: 'Rechercher',
  category: 'Catégorie',
  allCategories: 'Toutes',
  status: 'État',
  allStatuses: 'Tous',
  statuses: {
    upcoming: 'À venir',
    live: 'En cours',
    succeeded: 'Réussies',
    failed: 'Non abouties',
    cancelled: 'Annulées',
  },
  sort: 'Trier par',
  sorts: {
    ending: 'Bientôt terminées',
    newest: 'Plus récentes',
    progress: 'Plus avancées',
    raised: 'Montant collecté',
    backers: 'Nombre de contributeurs',
    title: 'Titre, de A à Z',
    feed: 'Ordre proposé',
  },
  reset: 'Effacer les filtres',
  more: (_count: string, campaigns: string) => `Afficher ${campaigns} de plus`,
  moreOf: (_count: string, campaigns: string, left: string) =>
    `Afficher ${campaigns} de plus (il en reste ${left})`,
  previous: 'Campagnes précédentes',
  next: 'Campagnes suivantes',
  nothing: 'Aucune campagne ne correspond à ces filtres. Effacez-les pour les revoir toutes.',
  nothingInView:
    'Aucune campagne dans cette partie de la carte. Élargissez la vue pour en retrouver.',
  empty: 'Aucune campagne à afficher pour le moment.',
  emptyTerritory:
    'Aucune campagne sur ce territoire pour le moment. La prochaine y naîtra peut-être bientôt.',
  emptyChoice: 'Aucune campagne ne correspond à la sélection de cette page pour le moment.',
  emptyNow: 'Aucune campagne en cours dans cette sélection pour le moment.',
  emptyNowHere: 'Aucune campagne en cours sur ce territoire pour le moment.',
  emptyStatus: 'Aucune campagne dans cet état pour le moment.',
  others: {one: 'autre campagne', other: 'autres campagnes'} as Forms,
  loosen: (others: string) => `Voir ${others}`,
};

/** What a call for projects says. Dates arrive written. */
export const call = {
  loading: 'Chargement de l’appel à projets…',
  empty: 'Aucun appel à projets à afficher pour le moment.',
  notFound: 'Cet appel à projets n’est pas disponible pour le moment.',
  kind: 'Appel à projets',
  by: (organiser: string) => `Appel à projets · ${organiser}`,
  edition: 'Édition',
  editions: 'Éditions',
  apply: 'Déposer une candidature',
  about: 'En savoir plus sur l’appel à projets',
  past: 'étape passée',
  steps: {
    applying: 'Candidatures',
    choosing: 'Sélection',
    campaigning: 'Campagnes',
    results: 'Résultats',
  },
  between: (from: string, to: string) => `du ${from} au ${to}`,
  from: (date: string) => `à partir du ${date}`,
  until: (date: string) => `jusqu’au ${date}`,
  before: (opens: string) => `Les candidatures ouvriront le ${opens}.`,
  applying: (closes: string) =>
    closes ? `Candidatures ouvertes jusqu’au ${closes}.` : 'Les candidatures sont ouvertes.',
  choosing: (starts: string) =>
    starts
      ? `Candidatures closes\u00a0: les lauréats seront en campagne à partir du ${starts}.`
      : 'Candidatures closes\u00a0: les lauréats sont en cours de sélection.',
  campaigning: (ends: string) =>
    ends
      ? `Les lauréats sont en campagne jusqu’au ${ends}.`
      : 'Les lauréats sont en campagne\u00a0: c’est le moment de les soutenir.',
  results: (ended: string) =>
    ended
      ? `Édition terminée le ${ended}\u00a0: voici ses résultats.`
      : 'Édition terminée\u00a0: voici ses résultats.',
  budget: 'de budget',
  committed: (amount: string) => `dont ${amount} engagés`,
  committedAlone: 'déjà engagés',
  laureates: {one: 'lauréat', other: 'lauréats'} as Forms,
  title: (edition: string) => (edition ? `Les lauréats – ${edition}` : 'Les lauréats'),
  noLaureate: 'Les lauréats de cette édition ne sont pas encore connus.',
};

/** What the summary of a territory says; its figures serve the calls for projects too. */
export const summary = {
  loading: 'Chargement des chiffres…',
  title: 'Financement participatif',
  subject: (period: string) =>
    period ? `Financement participatif, ${period}` : 'Financement participatif',
  empty: (place: string, period: string) =>
    `Aucune campagne ${place ? `sur le territoire «\u00a0${place}\u00a0»` : 'sur ce territoire'}${period ? `, ${period}` : ''}.`,
  date: (date: string) => (date ? `Chiffres du ${date}` : 'Date des chiffres non communiquée'),
  best: 'Les campagnes les plus soutenues',
  partly: (read: string, total: string) => `D’après les ${read} premières campagnes sur ${total}`,
  atLeast: 'au moins',
  raised: 'collectés',
  campaigns: {one: 'campagne', other: 'campagnes'} as Forms,
  live: {one: 'en cours aujourd’hui', other: 'en cours aujourd’hui'} as Forms,
  backers: {one: 'contributeur', other: 'contributeurs'} as Forms,
  success: 'de réussite',
  successOf: (ended: string) => `sur ${ended}`,
  ended: {one: 'campagne terminée', other: 'campagnes terminées'} as Forms,
  inYear: (year: string) => `en ${year}`,
  inMonth: (month: string) => `en ${month}`,
  last: {
    day: {one: 'au cours du dernier jour', other: 'au cours des {n} derniers jours'},
    month: {one: 'au cours du dernier mois', other: 'au cours des {n} derniers mois'},
    year: {one: 'au cours de la dernière année', other: 'au cours des {n} dernières années'},
  },
  between: (from: string, to: string) => `du ${from} au ${to}`,
  since: (from: string) => `depuis le ${from}`,
  until: (to: string) => `jusqu’au ${to}`,
};
