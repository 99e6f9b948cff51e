import {REPORTED_BY} from './real.ts';
import type {Words} from './types.ts';

/** A call for projects; an invented one is labelled when it is written. */
export interface CallSource {
  id: string;
  invented: boolean;
  title: Words;
  organiser: string;
  logo?: string;
  url?: string;
  /** Takes applications on the demo's own page. */
  applies?: boolean;
  budget?: {available: number; committed: number};
  editions?: EditionSource[];
}

export interface EditionSource {
  /** Missing: the year in which its campaigns begin. */
  id?: string;
  /** Which edition, counted from the current one; campaigns name it so. */
  number?: number;
  /** Days from the visit: applications open and close, campaigns begin and end. */
  days?: [number, number, number, number];
}

/** Real: what the platform's page says of them, and nothing else. It gives no dates. */
const real: CallSource[] = [
  {
    id: 'mel-makers',
    invented: false,
    title: 'MEL Makers',
    organiser: 'Métropole européenne de Lille',
    url: REPORTED_BY,
    editions: ['2021', '2020', '2019', '2018'].map((id) => ({id})),
  },
  {
    id: 'berry-tourisme',
    invented: false,
    title: {fr: 'Tourisme dans le Cher', en: 'Tourism in the Cher'},
    organiser: 'Agence de Tourisme et Territoires du Cher',
    url: REPORTED_BY,
  },
  {
    id: 'je-participe',
    invented: false,
    title: 'JE PARTICIPE',
    organiser: 'Métropole Rouen Normandie',
    url: REPORTED_BY,
  },
];

const invented: CallSource[] = [
  {
    id: 'mon-quartier',
    invented: true,
    title: {fr: 'Mon quartier, mon projet', en: 'My neighbourhood, my project'},
    organiser: 'Pau Béarn Pyrénées',
    logo: 'sommets',
    budget: {available: 30000, committed: 12000},
    editions: [{number: 0, days: [-120, -80, -42, 46]}],
  },
  {
    id: 'villages-vivants',
    invented: true,
    title: {fr: 'Villages vivants', en: 'Living villages'},
    organiser: 'Département des Pyrénées-Atlantiques',
    logo: 'feuille',
    budget: {available: 60000, committed: 42000},
    editions: [
      {number: 0, days: [-150, -100, -45, 40]},
      {number: -1, days: [-520, -470, -415, -335]},
    ],
  },
  {
    id: 'places-fraiches',
    invented: true,
    title: {fr: 'Places fraîches', en: 'Cool squares'},
    organiser: 'Ville de Pau',
    logo: 'rives',
    applies: true,
    budget: {available: 25000, committed: 0},
    editions: [{number: 0, days: [-12, 33, 75, 120]}],
  },
];

export const calls: CallSource[] = [...invented, ...real];
