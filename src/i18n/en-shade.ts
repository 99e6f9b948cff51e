import type * as fr from './fr-shade.js';

/** What a map coloured by territory says, with its legend and its table. */
export const shade: typeof fr.shade = {
  levels: {
    departement: 'Département',
    region: 'Region',
    epci: 'Intercommunality',
    commune: 'Commune',
  },
  measures: {
    number: 'Number of campaigns',
    amount: 'Amount raised',
    'per-inhabitant': 'Amount raised per inhabitant',
  },
  by: {
    departement: 'by département',
    region: 'by region',
    epci: 'by intercommunality',
    commune: 'by commune',
  },
  title: (measure, by) => `${measure} ${by}`,
  columns: {number: 'Campaigns', amount: 'Raised', 'per-inhabitant': 'Per inhabitant'},
  campaigns: {one: 'campaign', other: 'campaigns'},
  from: (from, to) => `${from} to less than ${to}`,
  whole: (from, to) => `${from} to ${to}`,
  only: (value) => value,
  atLeast: (from) => `${from} and more`,
  none: 'No campaign',
  zero: 'Nothing raised',
  unknown: 'Amount unknown',
  missing: 'unknown',
  elsewhere: 'Elsewhere, or place unknown',
  total: 'Total',
  partly: (unknown) => `amount unknown for ${unknown}`,
  noOutlines:
    'The outlines of these territories are not known: the map shows the campaigns, the table says the rest.',
};
