import {billere, gelos, jurancon, lescar, near, pau} from './places.ts';
import type {Source} from './types.ts';

const CITY = 'Ville de Pau';
const AGGLOMERATION = 'Pau Béarn Pyrénées';

/** Invented, in Pau and around it. */
export const aroundPau: Source[] = [
  {
    id: 'kiosque',
    title: {
      fr: 'Le kiosque retrouve ses bals du dimanche',
      en: 'Bring the Sunday dances back to the bandstand',
    },
    purpose: {
      fr: 'la charpente et la toiture du kiosque à musique sont à refaire avant la saison des bals.',
      en: 'the timber frame and the roof of the bandstand have to be redone before the dancing season.',
    },
    category: 'heritage',
    picture: 'kiosque',
    place: near(pau, 6, -4),
    owner: {name: CITY, kind: 'public'},
    goal: 24000,
    raised: 18640,
    backers: 312,
    stretchGoals: [30000],
    starts: -31,
    ends: 12,
    news: [
      {
        day: -2,
        title: {
          fr: 'Les premières tuiles de zinc sont arrivées à l’atelier',
          en: 'The first zinc tiles have reached the workshop',
        },
      },
      {
        day: -16,
        title: {fr: 'La moitié du chemin en quinze jours', en: 'Half of the way in a fortnight'},
      },
    ],
  },
  {
    id: 'cinema-du-quartier',
    title: {
      fr: 'Un cinéma de quartier rouvre son rideau',
      en: 'A neighbourhood cinema reopens its curtain',
    },
    purpose: {
      fr: 'une salle de 90 fauteuils, animée par ses voisins et fermée depuis sept ans.',
      en: 'a house of 90 seats, run by its neighbours and closed for seven years.',
    },
    category: 'culture',
    picture: 'cinema',
    place: near(pau, -9, 5),
    owner: {name: {fr: 'Les Amis du Balcon', en: 'Friends of the Balcony'}, kind: 'association'},
    mentors: [CITY],
    call: {id: 'mon-quartier', edition: 0},
    goal: 8000,
    raised: 14912,
    backers: 241,
    stretchGoals: [12000, 16000],
    starts: -24,
    ends: 6,
    news: [
      {
        day: -1,
        title: {
          fr: 'Deuxième palier : une boucle magnétique pour les malentendants',
          en: 'Second goal: an induction loop for people who hear badly',
        },
      },
    ],
  },
  {
    id: 'atelier-velo',
    title: {
      fr: 'Un atelier vélo solidaire à la gare',
      en: 'A community bike workshop at the station',
    },
    purpose: {
      fr: 'un lieu pour apprendre à réparer, et cinquante vélos remis en route chaque année.',
      en: 'a place to learn how to repair, and fifty bicycles back on the road each year.',
    },
    category: 'environment',
    picture: 'atelier-velo',
    place: lescar,
    owner: {name: {fr: 'La Roue libre', en: 'The Free Wheel'}, kind: 'association'},
    mentors: [AGGLOMERATION],
    call: {id: 'mon-quartier', edition: 0},
    goal: 5000,
    raised: 4980,
    backers: 119,
    starts: -27,
    ends: 3,
  },
  {
    id: 'jardin-des-tours',
    title: {fr: 'Un jardin partagé au pied des tours', en: 'A shared garden below the towers'},
    purpose: {
      fr: 'douze parcelles, un composteur et un puits, ouverts à tout le quartier.',
      en: 'twelve plots, a compost heap and a well, open to the whole neighbourhood.',
    },
    category: 'environment',
    picture: 'jardin',
    place: billere,
    owner: {name: {fr: 'Les Mains vertes', en: 'Green Fingers'}, kind: 'association'},
    mentors: [AGGLOMERATION, 'Ville de Billère'],
    call: {id: 'mon-quartier', edition: 0},
    goal: 6500,
    raised: 3120,
    backers: 74,
    starts: -38,
    ends: 17,
    extendedFrom: -4,
  },
  {
    id: 'cantine-potager',
    title: {fr: 'La cantine passe au potager', en: 'The canteen grows its own vegetables'},
    purpose: {
      fr: 'une serre et une légumerie pour servir des légumes de la commune à 140 enfants.',
      en: 'a greenhouse and a preparing room, to serve local vegetables to 140 children.',
    },
    category: 'education',
    picture: 'cantine',
    place: gelos,
    owner: {name: 'Commune de Gelos', kind: 'public'},
    matching: {by: 'Département des Pyrénées-Atlantiques', rate: 1, cap: 5000, given: 3120},
    goal: 15000,
    raised: 6330,
    backers: 88,
    starts: -18,
    ends: 24,
  },
  {
    id: 'fete-des-vendanges',
    title: {fr: 'Une fête des vendanges sur la place', en: 'A grape-harvest feast on the square'},
    purpose: {
      fr: 'deux soirs de musique gasconne, une grande tablée et un bal pour les enfants.',
      en: 'two evenings of Gascon music, one long table and a dance for children.',
    },
    category: 'culture',
    picture: 'musique',
    place: jurancon,
    owner: {name: {fr: 'Comité des fêtes', en: 'Festival committee'}, kind: 'association'},
    mentors: [CITY],
    goal: 7000,
    starts: 9,
    ends: 44,
  },
];
