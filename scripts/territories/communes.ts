/** The tables of the communes: one column a string, so that each compresses well. */
import {BASE} from '../../src/territory/alphabet.ts';
import {ruledSuccessor} from '../../src/territory/former.ts';
import {digit, growing, nameTable, point} from './encode.ts';
import type {Commune, Sources} from './sources.ts';

/** Départements whose communes are too far apart for a grid of 90 by 90. */
const isFar = (departement: string): boolean => /^9[78][5-9]|^98/.test(departement);

/** Every column, by the name it is exported under. */
export function communeTables(sources: Sources): Record<string, string> {
  const {communes, departements} = sources;
  const groups = departements.map(({code}) => communes.filter((c) => c.departement === code));
  const ordered = groups.flat();
  return {
    counts: groups.map((group) => group.length).join(' '),
    names: nameTable(ordered.map(({name}) => name)),
    numbers: groups.map(numbers).join(''),
    ...memberships(groups, sources),
    ...populations(ordered),
    ...centers(groups),
    ...former(ordered, sources),
    arrondissements: arrondissements(sources),
  };
}

/** What follows the département in a commune code, as the step from the commune before. */
function numbers(group: Commune[]): string {
  let previous = 0;
  return group
    .map(({code, departement}) => {
      const number = Number(code.slice(departement.length));
      const step = growing(number - previous);
      previous = number;
      return step;
    })
    .join('');
}

/**
 * The EPCI of each commune (0: none, else its rank among the EPCI of the département) and its
 * postcodes, as the rank of the set of postcodes among those of the same EPCI and département.
 */
function memberships(groups: Commune[][], {epcis}: Sources): Record<string, string> {
  const rank = new Map(epcis.map(({code}, index) => [code, index]));
  let members = '';
  let posts = '';
  const lists: string[] = [];
  for (const group of groups) {
    const local = [...new Set(group.flatMap(({epci}) => (epci ? [epci] : [])))];
    local.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    const codes = [undefined, ...local];
    const sets = codes.map((epci) =>
      postcodeSets(group.filter((commune) => commune.epci === epci)),
    );
    for (const commune of group) {
      const index = codes.indexOf(commune.epci);
      members += digit(index);
      posts += digit(sets[index]?.indexOf(postcodeSet(commune)) ?? -1);
    }
    lists.push(sets.map((set) => set.join(',')).join(';'));
  }
  return {members, posts, postcodes: lists.join('\n')};
}

/** The sets of postcodes of these communes, the most frequent first. */
function postcodeSets(communes: Commune[]): string[] {
  const counts = new Map<string, number>();
  for (const commune of communes) {
    const set = postcodeSet(commune);
    counts.set(set, (counts.get(set) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([set]) => set);
}

/** Postcodes without what nearly all share: the two digits of the département and a last 0. */
function postcodeSet({postcodes, departement}: Commune): string {
  const start = departement.slice(0, 2).replace(/[AB]/, '0');
  return postcodes
    .map((code) => (code.startsWith(start) ? code.slice(2).replace(/0$/, '') : `!${code}`))
    .join(' ');
}

/** Two digits of base 91; 90 first means that the number is in the list of the large ones. */
function populations(communes: Commune[]): Record<string, string> {
  const large: string[] = [];
  let high = '';
  let low = '';
  for (const {population} of communes) {
    const isSmall = population !== undefined && population < (BASE - 1) * BASE;
    if (!isSmall) large.push(population?.toString(36) ?? '');
    high += digit(isSmall ? Math.floor(population / BASE) : BASE - 1);
    low += isSmall ? digit(population % BASE) : '';
  }
  return {populationsHigh: high, populationsLow: low, populationsLarge: large.join(' ')};
}

/**
 * Centres on a grid of 90 by 90 over the known centres of a département, for communes of 1,000
 * inhabitants or more; 0 is unknown. The places that are far apart have lines of their own.
 */
function centers(groups: Commune[][]): Record<string, string> {
  let latitudes = '';
  let longitudes = '';
  const far: string[] = [];
  const grids = groups.map((group) => {
    if (isFar(group[0]?.departement ?? '')) {
      for (const {center, code} of group) if (center) far.push(`${code}|${point(center)}`);
      return '';
    }
    const towns = group.filter(({population = 0}) => population >= 1000);
    const known = towns.flatMap(({center}) => (center ? [center] : []));
    const [west, east] = range(known.map(([lon]) => lon));
    const [south, north] = range(known.map(([, lat]) => lat));
    for (const {center} of towns) {
      latitudes += digit(center ? cell(center[1], south, north) : 0);
      longitudes += center ? digit(cell(center[0], west, east)) : '';
    }
    return [west, south, east, north].join(' ');
  });
  return {grids: grids.join('\n'), latitudes, longitudes, farCenters: far.join('\n')};
}

function range(values: number[]): [number, number] {
  return [Number(Math.min(...values).toFixed(3)), Number(Math.max(...values).toFixed(3))];
}

function cell(value: number, min: number, max: number): number {
  return 1 + Math.max(0, Math.min(89, Math.round(((value - min) / (max - min || 1)) * 89)));
}

/**
 * Codes that are no longer in use, under the commune that replaced them: `step old old…`, an old
 * code being three digits in the same département, `=` for the commune's own code, and `*` when
 * its name follows in `formerNames`. What `ruledSuccessor` finds is left out.
 */
function former(communes: Commune[], sources: Sources): Record<string, string> {
  const live = new Set(communes.map(({code}) => code));
  // Two associated communes of the source are also listed as former codes of another commune.
  const seats = new Map(sources.former.map(({code, successor}) => [code, successor]));
  const lines: string[] = [];
  const named: string[] = [];
  let previous = 0;
  communes.forEach((commune, index) => {
    const names = new Map(
      sources.former
        .filter(({successor, name}) => successor === commune.code && name !== commune.name)
        .map(({code, name}) => [code, name]),
    );
    const old = commune.oldCodes.filter(
      (code) => (seats.get(code) ?? commune.code) === commune.code,
    );
    const codes = [...new Set([...old, ...names.keys()])]
      .filter((code) => names.has(code) || ruledSuccessor(code, live) !== commune.code)
      .sort();
    if (codes.length === 0) return;
    const entries = codes.map((code) => {
      const name = names.get(code);
      if (name !== undefined) named.push(name);
      const isNear = code.startsWith(commune.departement);
      const short =
        code === commune.code ? '=' : isNear ? code.slice(commune.departement.length) : code;
      return short + (name === undefined ? '' : '*');
    });
    lines.push(`${(index - previous).toString(36)} ${entries.join(' ')}`);
    previous = index;
  });
  return {formerCodes: lines.join('\n'), formerNames: nameTable(named)};
}

/** One line each: code, parent, name, postcodes, population, longitude, latitude. */
function arrondissements({arrondissements: rows}: Sources): string {
  return rows
    .map(({code, parent, name, postcodes, population, center}) =>
      [code, parent, name, postcodes.join(' '), population ?? '', point(center)].join('|'),
    )
    .join('\n');
}
