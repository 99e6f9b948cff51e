import type {Forms} from './forms.js';

/** What a map coloured by territory says, with its legend and its table. */
export const shade = {
  /** The level, at the head of a column. */
  levels: {
    departement: 'Département',
    region: 'Région',
    epci: 'Intercommunalité',
    commune: 'Commune',
  },
  /** What is counted, as the title of the legend. */
  measures: {
    number: 'Nombre de campagnes',
    amount: 'Montant collecté',
    'per-inhabitant': 'Montant collecté par habitant',
  },
  by: {
    departement: 'par département',
    region: 'par région',
    epci: 'par intercommunalité',
    commune: 'par commune',
  },
  title: (measure: string, by: string) => `${measure} ${by}`,
  columns: {number: 'Campagnes', amount: 'Collecté', 'per-inhabitant': 'Par habitant'},
  campaigns: {one: 'campagne', other: 'campagnes'} as Forms,
  from: (from: string, to: string) => `de ${from} à moins de ${to}`,
  whole: (from: string, to: string) => `de ${from} à ${to}`,
  only: (value: string) => value,
  atLeast: (from: string) => `${from} et plus`,
  none: 'Aucune campagne',
  zero: 'Rien de collecté',
  unknown: 'Montant inconnu',
  missing: 'inconnu',
  elsewhere: 'Ailleurs, ou lieu inconnu',
  total: 'Total',
  partly: (unknown: string) => `montant inconnu pour ${unknown}`,
  noOutlines:
    'Le contour de ces territoires n’est pas connu\u00a0: la carte montre les campagnes, le tableau dit le reste.',
};
