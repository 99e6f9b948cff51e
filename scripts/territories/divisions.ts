/** The small tables: régions, départements and EPCI, one line each. */
import {commonCenter} from './centers.ts';
import {digit, point} from './encode.ts';
import {byCode, type Commune, type Sources} from './sources.ts';

/** Régions: `code|name|population|longitude|latitude`; départements: the région after the code. */
export function divisionTables({communes, departements, regions}: Sources): Record<string, string> {
  const regionOf = new Map(departements.map(({code, region}) => [code, region]));
  const measure = (members: Commune[]) =>
    `${populationOf(members) || ''}|${point(commonCenter(members))}`;
  return {
    regions: regions
      .map(({code, name}) => {
        const members = communes.filter(({departement}) => regionOf.get(departement) === code);
        return `${code}|${name}|${measure(members)}`;
      })
      .join('\n'),
    departements: departements
      .map(({code, name, region}) => {
        const members = communes.filter(({departement}) => departement === code);
        return `${code}|${region}|${name}|${measure(members)}`;
      })
      .join('\n'),
  };
}

/**
 * EPCI by SIREN, a column a string: steps of the SIREN, names, populations, départements (the most
 * populated first) and centres, as steps of 0.02° from the centre of the first département.
 */
export function epciTables(sources: Sources): Record<string, string> {
  const communeOf = new Map(sources.communes.map((commune) => [commune.code, commune]));
  const origins = new Map(
    sources.departements.map(({code}) => [
      code,
      commonCenter(sources.communes.filter(({departement}) => departement === code)),
    ]),
  );
  let previous = 0;
  const rows = sources.epcis.map(({code, name, communes}) => {
    const members = communes.flatMap((member) => communeOf.get(member) ?? []);
    const siren = (Number(code) - previous).toString(36);
    previous = Number(code);
    const departements = departementsOf(members);
    const center = offset(commonCenter(members), origins.get(departements[0] ?? ''));
    return {
      siren,
      name: name.replace(/\s+/g, ' '),
      population: populationOf(members).toString(36),
      departements,
      center,
    };
  });
  return {
    sirens: rows.map(({siren}) => siren).join(' '),
    names: rows.map(({name}) => name).join('\n'),
    populations: rows.map(({population}) => population).join(' '),
    departements: rows.map((row) => row.departements.join(' ')).join('\n'),
    centers: rows.map(({center}) => center).join(''),
  };
}

/** The départements of these communes, the most populated part first. */
function departementsOf(members: Commune[]): string[] {
  return [...new Set(members.map(({departement}) => departement))]
    .map((code) => ({
      code,
      population: populationOf(members.filter(({departement}) => departement === code)),
    }))
    .sort((a, b) => b.population - a.population || byCode(a, b))
    .map(({code}) => code);
}

/** Two digits, 45 being no step at all; two spaces when the centre is unknown. */
function offset(center?: [number, number], origin?: [number, number]): string {
  if (!center || !origin) return digit(0).repeat(2);
  return center
    .map((value, axis) => {
      const step = Math.round((value - Number(origin[axis]?.toFixed(2))) / 0.02);
      return digit(Math.max(1, Math.min(89, 45 + step)));
    })
    .join('');
}

function populationOf(communes: Commune[]): number {
  return communes.reduce((sum, {population = 0}) => sum + population, 0);
}
