import type {Category, Place, Words} from './types.ts';
import {bordeaux, lille, pau} from './places.ts';

/**
 * Ten campaigns that French public bodies really ran, with the figures that the page below reports:
 * the amount, the number of people, the month. It reports neither goals nor exact days, so there are
 * none here. All links lead to that page: it is where the figures come from.
 */
export const REPORTED_BY =
  'https://kisskissbankbank.com/fr/crowdfunding/collectivites-territoriales';

export interface Reported {
  id: string;
  title: Words;
  purpose: Words;
  /** Year and month in which the campaign is reported. */
  month: string;
  category: Category;
  picture: string;
  owner: string;
  place: Place;
  raised: number;
  backers: number;
}

const place = (
  name: string,
  code: string,
  postcode: string,
  epci: string,
  departement: string,
  region: string,
  at: [number, number],
): Place => ({name, code, postcode, epci, departement, region, at});

export const reported: Reported[] = [
  {
    id: 'jusqu-au-bout-du-monde',
    title: 'Jusqu’au bout du monde',
    purpose: {
      fr: 'Reconstruire une œuvre d’art public qui avait été vandalisée.',
      en: 'Rebuild a public artwork that had been vandalised.',
    },
    month: '2020-07',
    category: 'culture',
    picture: 'port',
    owner: 'Groupement d’intérêt public du Havre',
    place: place('Le Havre', '76351', '76600', '200084952', '76', '28', [0.1079, 49.4935]),
    raised: 34185,
    backers: 392,
  },
  {
    id: 'museum-de-bordeaux',
    title: {fr: 'Le muséum pour tous les publics', en: 'A museum for every visitor'},
    purpose: {
      fr: 'Des dispositifs et une médiation adaptés aux visiteurs en situation de handicap.',
      en: 'Exhibits and mediation adapted to visitors with disabilities.',
    },
    month: '2019-07',
    category: 'culture',
    picture: 'museum',
    owner: 'Muséum de Bordeaux – sciences et nature',
    place: bordeaux,
    raised: 11600,
    backers: 111,
  },
  {
    id: 'seine-a-vernon',
    title: {
      fr: '« La Seine à Vernon » de Pierre Bonnard',
      en: 'Pierre Bonnard’s “La Seine à Vernon”',
    },
    purpose: {
      fr: 'Aider le musée à acquérir le tableau.',
      en: 'Help the museum to buy the painting.',
    },
    month: '2019-10',
    category: 'heritage',
    picture: 'seine',
    owner: 'Musée des Impressionnismes de Giverny',
    place: place('Giverny', '27285', '27620', '200072312', '27', '28', [1.53, 49.08]),
    raised: 32961,
    backers: 225,
  },
  {
    id: 'pau-soignants',
    title: {fr: 'Des bons d’achat pour les soignants', en: 'Vouchers for care workers'},
    purpose: {
      fr: 'Offrir aux soignants des bons à dépenser dans les petits commerces de la ville.',
      en: 'Give care workers vouchers to spend in small local shops.',
    },
    month: '2020-05',
    category: 'solidarity',
    picture: 'vitrines',
    owner: 'Ville de Pau',
    place: pau,
    raised: 4607,
    backers: 263,
  },
  {
    id: 'chu-de-lille',
    title: {fr: 'Du matériel pour l’hôpital', en: 'Equipment for the hospital'},
    purpose: {
      fr: 'Équiper l’hôpital pendant la crise sanitaire.',
      en: 'Equip the hospital during the health crisis.',
    },
    month: '2020-04',
    category: 'health',
    picture: 'hopital',
    owner: 'CHU de Lille',
    place: lille,
    raised: 64046,
    backers: 890,
  },
  {
    id: 'castel-d-alzac',
    title: {fr: 'Un gîte d’étape au Castel d’Alzac', en: 'A stopover lodge at the Castel d’Alzac'},
    purpose: {
      fr: 'Transformer un ancien château et bergerie en gîte d’étape.',
      en: 'Turn a former castle and sheepfold into a stopover lodge.',
    },
    month: '2019-12',
    category: 'heritage',
    picture: 'castel',
    owner: 'Commune de Saint-Jean-d’Alcapiès',
    place: place('Saint-Jean-d’Alcapiès', '12229', '12250', '200067155', '12', '76', [2.96, 43.95]),
    raised: 10001,
    backers: 79,
  },
  {
    id: 'cantine-fontaine-le-port',
    title: {
      fr: 'Une cantine et une garderie écoresponsables',
      en: 'An eco-responsible canteen and day care',
    },
    purpose: {
      fr: 'Construire une cantine scolaire et une garderie écoresponsables.',
      en: 'Build an eco-responsible school canteen and day care.',
    },
    month: '2018-04',
    category: 'education',
    picture: 'cantine',
    owner: 'Commune de Fontaine-le-Port',
    place: place('Fontaine-le-Port', '77188', '77590', '200070779', '77', '11', [2.77, 48.48]),
    raised: 14715,
    backers: 95,
  },
  {
    id: 'fresque-chavanay',
    title: {fr: 'Une fresque à l’entrée du village', en: 'A mural at the entrance of the village'},
    purpose: {
      fr: 'Peindre un trompe-l’œil sur un mur aveugle de 150 mètres.',
      en: 'Paint a trompe-l’œil on a blind wall of 150 metres.',
    },
    month: '2017-05',
    category: 'heritage',
    picture: 'fresque',
    owner: 'Municipalité de Chavanay',
    place: place('Chavanay', '42056', '42410', '244200895', '42', '84', [4.726, 45.4165]),
    raised: 2565,
    backers: 41,
  },
  {
    id: 'atlas-mercator-hondius',
    title: {fr: 'Sauvons l’atlas Mercator-Hondius', en: 'Save the Mercator–Hondius atlas'},
    purpose: {
      fr: 'Sauver l’atlas et reconstituer un atelier de cartographe.',
      en: 'Save the atlas and rebuild a cartographer’s workshop.',
    },
    month: '2019-12',
    category: 'heritage',
    picture: 'atlas',
    owner: 'Bibliothèques de Bordeaux',
    place: bordeaux,
    raised: 8763,
    backers: 135,
  },
  {
    id: 'rainforest-maclyon',
    title: {fr: '« Rainforest » de David Tudor', en: 'David Tudor’s “Rainforest”'},
    purpose: {
      fr: 'Aider le musée d’art contemporain à acquérir l’œuvre.',
      en: 'Help the museum of contemporary art to buy the work.',
    },
    month: '2017-12',
    category: 'culture',
    picture: 'foret',
    owner: 'Musée d’art contemporain de Lyon',
    place: place('Lyon', '69123', '69001', '200046977', '69', '84', [4.8479, 45.7491]),
    raised: 24442,
    backers: 133,
  },
];
