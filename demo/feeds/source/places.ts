import type {Place} from './types.ts';

/** Codes: COG and SIREN. Coordinates: GeoNames (CC BY 4.0), rounded, or by hand for want of one. */
function commune(
  name: string,
  code: string,
  postcode: string,
  epci: string,
  departement: string,
  region: string,
  at: [number, number],
): Place {
  return {name, code, postcode, epci, departement, region, at};
}

export const arette = commune(
  'Arette',
  '64040',
  '64570',
  '200067262',
  '64',
  '75',
  [-0.7171, 43.0953],
);
export const arzacq = commune(
  'Arzacq-Arraziguet',
  '64063',
  '64410',
  '200067239',
  '64',
  '75',
  [-0.411, 43.535],
);
export const ajaccio = commune(
  'Ajaccio',
  '2A004',
  '20000',
  '242010056',
  '2A',
  '94',
  [8.7381, 41.9189],
);
export const abymes = commune(
  'Les Abymes',
  '97101',
  '97139',
  '200018653',
  '971',
  '01',
  [-61.5051, 16.273],
);
export const bayonne = commune(
  'Bayonne',
  '64102',
  '64100',
  '200067106',
  '64',
  '75',
  [-1.473, 43.4932],
);
export const begles = commune(
  'Bègles',
  '33039',
  '33130',
  '243300316',
  '33',
  '75',
  [-0.5514, 44.8076],
);
export const billere = commune(
  'Billère',
  '64129',
  '64140',
  '200067254',
  '64',
  '75',
  [-0.3973, 43.3026],
);
export const bordeaux = commune(
  'Bordeaux',
  '33063',
  '33000',
  '243300316',
  '33',
  '75',
  [-0.5805, 44.8412],
);
export const gelos = commune(
  'Gelos',
  '64237',
  '64110',
  '200067254',
  '64',
  '75',
  [-0.3712, 43.2832],
);
export const grenoble = commune(
  'Grenoble',
  '38185',
  '38000',
  '200040715',
  '38',
  '84',
  [5.7148, 45.1787],
);
export const hasparren = commune(
  'Hasparren',
  '64256',
  '64240',
  '200067106',
  '64',
  '75',
  [-1.3052, 43.3839],
);
export const jurancon = commune(
  'Jurançon',
  '64284',
  '64110',
  '200067254',
  '64',
  '75',
  [-0.3869, 43.2883],
);
export const laruns = commune(
  'Laruns',
  '64320',
  '64440',
  '246400337',
  '64',
  '75',
  [-0.4266, 42.9883],
);
export const lescar = commune(
  'Lescar',
  '64335',
  '64230',
  '200067254',
  '64',
  '75',
  [-0.4346, 43.3336],
);
export const lille = commune('Lille', '59350', '59000', '200093201', '59', '32', [3.0551, 50.6339]);
export const mauleon = commune(
  'Mauléon-Licharre',
  '64371',
  '64130',
  '200067106',
  '64',
  '75',
  [-0.8872, 43.2242],
);
export const monein = commune(
  'Monein',
  '64393',
  '64360',
  '200039204',
  '64',
  '75',
  [-0.5798, 43.3205],
);
export const navarrenx = commune(
  'Navarrenx',
  '64416',
  '64190',
  '200067288',
  '64',
  '75',
  [-0.7597, 43.3217],
);
export const nay = commune('Nay', '64417', '64800', '246401756', '64', '75', [-0.2623, 43.1799]);
export const oloron = commune(
  'Oloron-Sainte-Marie',
  '64422',
  '64400',
  '200067262',
  '64',
  '75',
  [-0.6107, 43.1944],
);
export const orthez = commune(
  'Orthez',
  '64430',
  '64300',
  '200039204',
  '64',
  '75',
  [-0.7727, 43.4883],
);
export const pau = commune('Pau', '64445', '64000', '200067254', '64', '75', [-0.3558, 43.3112]);
export const roubaix = commune(
  'Roubaix',
  '59512',
  '59100',
  '200093201',
  '59',
  '32',
  [3.1746, 50.6942],
);
export const rouen = commune('Rouen', '76540', '76000', '200023414', '76', '28', [1.0993, 49.4431]);
export const saintDenis = commune(
  'Saint-Denis',
  '97411',
  '97400',
  '249740119',
  '974',
  '04',
  [55.4504, -20.8823],
);
export const saintJean = commune(
  'Saint-Jean-Pied-de-Port',
  '64485',
  '64220',
  '200067106',
  '64',
  '75',
  [-1.2373, 43.1647],
);
export const salies = commune(
  'Salies-de-Béarn',
  '64499',
  '64270',
  '200067288',
  '64',
  '75',
  [-0.9245, 43.4742],
);
export const sare = commune('Sare', '64504', '64310', '200067106', '64', '75', [-1.5802, 43.3127]);

/** An arrondissement: a commune's code, with Lyon as its parent. */
export const croixRousse = commune(
  'Lyon 4e Arrondissement',
  '69384',
  '69004',
  '200046977',
  '69',
  '84',
  [4.8276, 45.7783],
);

/** A commune that has merged (2016): its old code still finds Cherbourg-en-Cotentin. */
export const equeurdreville: Place = {
  name: 'Équeurdreville-Hainneville',
  code: '50173',
  postcode: '50120',
  departement: '50',
  region: '28',
  at: [-1.6533, 49.6486],
};

/** On the other side of the Pyrénées: no French code. */
export const jaca: Place = {name: 'Jaca', country: 'ES', at: [-0.5499, 42.569]};

/** The same place, some hundred metres away: two campaigns of a town do not stand on one point. */
export function near(
  {at: [longitude, latitude], ...place}: Place,
  east: number,
  north: number,
): Place {
  const round = (degrees: number) => Math.round(degrees * 1e4) / 1e4;
  return {...place, at: [round(longitude + east / 1000), round(latitude + north / 1000)]};
}
