/**
 * French, which is also the type of every other language: a sentence that is missing elsewhere is a
 * compile error. Amounts, numbers and dates arrive here already written.
 *
 * Each section is an export of its own, so that a page which shows a card does not load the words of
 * the map. `\u202f` is the narrow no-break space of French thousands and high punctuation, `\u00a0`
 * the no-break space before a colon and inside guillemets.
 */

import type {Forms} from './forms.js';

export type {Forms} from './forms.js';
export {call, list, summary} from './fr-lists.js';
export {outputs} from './fr-outputs.js';

/** What a campaign's figures say. */
export const campaign = {
  collected: {one: 'collecté', other: 'collectés'} as Forms,
  ofGoal: (collected: string, goal: string) => `${collected} sur ${goal}`,
  amountUnknown: (goal: string) => `Objectif\u00a0: ${goal}, montant collecté non communiqué`,
  ordersUnknown: (goal: string) => `Objectif\u00a0: ${goal}, total non communiqué`,
  orders: {one: 'prévente', other: 'préventes'} as Forms,
  under: (percent: string) => `moins de ${percent}`,
  progress: (amount: string, percent: string) => `${amount}, ${percent}`,
  backers: {one: 'contributeur', other: 'contributeurs'} as Forms,
  noBackers: 'Pas encore de contributeur',
  daysLeft: {one: 'jour restant', other: 'jours restants'} as Forms,
  hours: {one: 'heure', other: 'heures'} as Forms,
  hoursLeft: (hours: string) => `plus que ${hours}`,
  underHour: 'moins d’une heure',
  lastDay: (left: string) => `Dernier jour\u00a0: ${left}`,
  ended: 'Terminée',
  endedOn: (date: string) => `Terminée le ${date}`,
  startsOn: (date: string) => `Commence le ${date}`,
  startsToday: 'Commence aujourd’hui',
  statuses: {
    upcoming: 'À venir',
    live: 'En cours',
    succeeded: 'Réussie',
    failed: 'Non aboutie',
    cancelled: 'Annulée',
  },
  owner: (name: string) => `Porté par ${name}`,
  ownerKinds: {
    public: 'Porteur public',
    association: 'Association',
    company: 'Entreprise',
    person: 'Particulier',
  },
  mentors: (names: string) => `Accompagné par ${names}`,
  call: (title: string) => `Lauréat de l’appel à projets «\u00a0${title}\u00a0»`,
  anyCall: 'Lauréat d’un appel à projets',
  threshold: (percent: string, amount: string) =>
    `Réussie dès ${percent} de l’objectif, soit ${amount}`,
  matching: {
    gift: (by: string, verb: string) => `${by} ${verb} chaque don`,
    /** By the units added for one unit given. */
    verbs: {0.5: 'ajoute la moitié de', 1: 'double', 2: 'triple'} as Readonly<
      Record<number, string>
    >,
    other: (by: string, added: string, given: string) =>
      `${by} ajoute ${added} pour ${given} donné`,
    cap: (cap: string) => `, jusqu’à ${cap}`,
    given: (given: string) => ` (${given})`,
    paid: {one: 'déjà versé', other: 'déjà versés'} as Forms,
  },
  stretch: (goal: string) => `Prochain palier\u00a0: ${goal}`,
  stretched: 'Tous les paliers sont atteints',
  extended: (date: string) => `Prolongée\u00a0: elle devait finir le ${date}`,
  news: (date: string, title: string) => (date ? `Le ${date}\u00a0: ${title}` : title),
  support: 'Soutenir',
  discover: 'Découvrir',
  labelled: (action: string, title: string) => `${action}\u00a0: ${title}`,
  history: (from: string, since: string, to: string, at: string) =>
    `De ${from} le ${since} à ${to} le ${at}`,
  /** Those that are not their English word with a capital. */
  categories: {
    agriculture: 'Agriculture',
    business: 'Commerce et artisanat',
    education: 'Éducation',
    environment: 'Environnement',
    food: 'Alimentation',
    health: 'Santé',
    heritage: 'Patrimoine',
    mobility: 'Mobilité',
    solidarity: 'Solidarité',
    tourism: 'Tourisme',
    youth: 'Jeunesse',
  } as Readonly<Record<string, string>>,
};

/** What a card or a bar says beside its figures. */
export const card = {
  progress: 'Avancement de la collecte',
};

/** What an element says when it has nothing else to show. */
export const states = {
  loading: 'Chargement…',
  empty: 'Aucune campagne à afficher pour le moment.',
  retry: 'Réessayer',
  stale: (date: string) =>
    `Chiffres ${date ? `du ${date}` : 'de date inconnue'}. L’actualisation n’a pas abouti.`,
  /** By the code of a `FeedError`; what has no sentence of its own takes `error`. */
  errors: {
    network:
      'Les campagnes ne peuvent pas être affichées. Vérifiez votre connexion, puis réessayez.',
    timeout: 'Le service met trop de temps à répondre.',
    'not-found': 'Cette campagne n’est plus disponible.',
  } as Readonly<Record<string, string>>,
  error: 'Les campagnes ne peuvent pas être affichées pour le moment.',
};

/** What the search of a place says. Numbers arrive with their noun: "3 campagnes en cours". */
export const search = {
  label: 'Trouver votre commune ou votre territoire',
  hint: 'Nom ou code postal d’une commune, intercommunalité, département ou région',
  required: '(obligatoire)',
  clear: 'Effacer',
  list: 'Lieux proposés',
  results: {one: 'lieu proposé', other: 'lieux proposés'} as Forms,
  none: (query: string) => `Aucun lieu ne correspond à «\u00a0${query}\u00a0».`,
  loading: 'Chargement des lieux…',
  unavailable: 'La liste des lieux ne peut pas être chargée pour le moment.',
  choose: 'Choisissez un lieu dans la liste.',
  mustChoose: 'Indiquez un lieu, puis choisissez-le dans la liste.',
  kinds: {
    commune: 'Commune',
    epci: 'Intercommunalité',
    departement: 'Département',
    region: 'Région',
    country: 'Pays',
  },
  formerly: 'anciennement',
  live: {one: 'campagne en cours', other: 'campagnes en cours'} as Forms,
  noLive: 'aucune campagne en cours',
  outcome: (name: string, isCommune: boolean, live: string) =>
    isCommune ? `${live} ${atCommune(name)}.` : `${name}\u00a0: ${live}.`,
  nothing: (name: string, isCommune: boolean) =>
    isCommune
      ? `Aucune campagne en cours ${atCommune(name)}.`
      : `${name}\u00a0: aucune campagne en cours.`,
  nearest: (name: string, live: string) => `Au plus près\u00a0: ${name}, ${live}.`,
  nowhere: 'Il n’y en a pas non plus alentour pour le moment.',
  seeOnly: (name: string) => `Voir seulement ${name}`,
  seeWider: (name: string) => `Voir ${name}`,
};

/** "à Pau", "au Havre", "aux Sables-d’Olonne", "à La Rochelle". */
function atCommune(name: string): string {
  const [, article, rest] = /^(Les?) (.+)$/.exec(name) ?? [];
  if (!article) return `à ${name}`;
  return `${article === 'Le' ? 'au' : 'aux'} ${rest}`;
}

/** What a map and its list say. */
export const map = {
  label: (territory: string) =>
    territory ? `Carte des campagnes\u00a0: ${territory}` : 'Carte des campagnes',
  list: 'Liste des campagnes de la carte',
  skip: 'Passer la carte et aller à la liste',
  keys: 'Flèches pour déplacer la carte, plus et moins pour zoomer, Échap pour aller à la liste.',
  zoomIn: 'Zoomer',
  zoomOut: 'Dézoomer',
  reset: 'Revenir à la vue de départ',
  north: 'Déplacer la carte vers le nord',
  south: 'Déplacer la carte vers le sud',
  east: 'Déplacer la carte vers l’est',
  west: 'Déplacer la carte vers l’ouest',
  marker: (said: string[]) => said.join(', '),
  cluster: (count: string, place: string, sum: string) =>
    `${[count, place, sum].filter(Boolean).join(', ')} – zoomer`,
  onePlace: (count: string, place: string, sum: string) =>
    `${[`${count} au même endroit`, place, sum].filter(Boolean).join(', ')} – voir dans la liste`,
  /** `unknown`: of how many the amount is not known; empty when it is of all. */
  sum: (amount: string, unknown: string) =>
    `${amount} collectés${unknown ? ` (montant inconnu pour ${unknown})` : ''}`,
  wheel: 'Maintenez Ctrl (ou ⌘) pour zoomer avec la molette',
  touch: 'Déplacez la carte avec deux doigts',
  campaigns: {one: 'campagne', other: 'campagnes'} as Forms,
  inView: (count: string, total: string) => `${count} dans cette vue, sur ${total}`,
  here: (count: string, total: string) => `${count} à cet endroit, sur ${total}`,
  noneInView: 'Aucune campagne dans cette partie de la carte.',
  someListed: (listed: string, total: string) =>
    `${listed} sur ${total} sont dans la liste\u00a0: zoomez pour voir les autres.`,
  all: (total: string) => `Toutes les voir (${total})`,
  more: (next: string, left: string) => `En afficher ${next} de plus (sur ${left})`,
  unplaced: 'Sans lieu sur la carte',
  locate: 'Voir sur la carte',
  located: (title: string) => `Voir sur la carte\u00a0: ${title}`,
  areas: 'Aussi sur la carte',
  area: (name: string, count: string) => `${name || 'Ailleurs'} (${count})`,
  empty: 'Aucune campagne à afficher ici pour le moment.',
  failed: 'La carte ne peut pas être affichée\u00a0: toutes les campagnes sont dans la liste.',
  outlineFailed: 'Le contour du territoire n’a pas pu être chargé.',
  tiles: 'Afficher le fond de carte',
  tilesWhy: (host: string) =>
    `Les images du fond de carte viennent de ${host}, qui recevra votre adresse IP.`,
};
