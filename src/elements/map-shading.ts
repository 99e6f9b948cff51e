import type {Campaign} from '../feed/campaign.js';
import {classesOf, classOf, type Class} from '../feed/classes.js';
import {tableOf} from '../feed/columns.js';
import {ANY_STATUS} from '../feed/points.js';
import {codesBy, tallyOf, type Level, type Tally} from '../feed/tally.js';
import {loadDivisions} from '../territory/divisions.js';
import {findTerritory} from '../territory/gazetteer.js';
import {parseTerritory, type TerritoryCode} from '../territory/codes.js';
import {outlinesOf} from '../territory/outlines.js';
import {breather} from './breathe.js';
import type {Boundary, Polygons} from './map-boundaries.js';
import type {MapStock} from './map-stock.js';

/** What the colour of a territory says. */
export type Measure = 'number' | 'amount' | 'per-inhabitant';

/** What is to be coloured, and by what. */
export interface ShadeQuestion {
  measure: Measure;
  by: Level;
  territory: string;
  /** The campaigns; or their table, with the statuses that count. */
  of: readonly Campaign[] | Pick<MapStock, 'table' | 'tallies' | 'mask' | 'currency' | 'total'>;
  /** The page's own outlines, for what the package does not outline. */
  boundaries: readonly Boundary[];
}

/** One territory, coloured. */
export interface ShadedArea extends Tally {
  code: string;
  name: string;
  /** Empty when nobody outlines it. */
  polygons: Polygons;
  /** What its colour says: campaigns, or major units; null when it is not known. */
  value: number | null;
  /** Major units for one inhabitant; null when one of the two is unknown. */
  perInhabitant: number | null;
  /** Position in the classes; -1 for none of them: no campaign, nothing, unknown. */
  shade: number;
}

/** A map coloured by territory. */
export interface Shading {
  measure: Measure;
  by: Level;
  currency: string;
  classes: Class[];
  /** The highest first, the unknown last; then by name. */
  areas: ShadedArea[];
  /** What is in none of them. */
  elsewhere: Tally;
  total: Tally;
}

/** Works out what a coloured map shows. Loads the gazetteer for EPCI and communes alone. */
export async function shade(question: ShadeQuestion): Promise<Shading> {
  const {measure, by, of} = question;
  const {tallies, currency} = await counted(of, by);
  const places = await placesOf(question, [...tallies.keys()].filter(Boolean));
  const areas = places.map(({code, name, population, polygons}): ShadedArea => {
    const tally = tallies.get(code) ?? {count: 0, known: 0, cents: 0};
    // Nothing raised where nobody asked is 0; where somebody did and nobody says how much, it is unknown.
    const amount = tally.known > 0 || tally.count === 0 ? tally.cents / 100 : null;
    const perInhabitant = amount === null || !population ? null : amount / population;
    const value = {number: tally.count, amount, 'per-inhabitant': perInhabitant}[measure];
    return {...tally, code, name, polygons, value, perInhabitant, shade: -1};
  });
  const classes = classesOf(
    areas.map(({value}) => value ?? 0),
    measure === 'number',
  );
  for (const area of areas) area.shade = area.value ? classOf(area.value, classes) : -1;
  areas.sort(
    (one, other) =>
      (other.value ?? -1) - (one.value ?? -1) || one.name.localeCompare(other.name, 'fr'),
  );
  const total = sumOf([...tallies.values()]);
  const inside = sumOf(areas);
  const elsewhere = {
    count: total.count - inside.count,
    known: total.known - inside.known,
    cents: total.cents - inside.cents,
  };
  return {measure, by, currency, classes, areas, elsewhere, total};
}

/** What is in each territory of a level, counted here or by whoever published it. */
async function counted(of: ShadeQuestion['of'], by: Level) {
  if ('mask' in of && of.tallies) {
    const tallies = await of.tallies(by);
    // Nobody says how much those that are in none of them have raised.
    const rest = of.total - sumOf([...tallies.values()]).count;
    if (rest > 0) tallies.set('', {count: rest, known: 0, cents: 0});
    return {tallies, currency: of.currency};
  }
  const table = ('mask' in of ? of.table : undefined) ?? (await tableOf('mask' in of ? [] : of));
  const codes = await codesBy(table.placings, by, breather());
  const mask = 'mask' in of ? of.mask : ANY_STATUS;
  return {tallies: tallyOf(table, codes, mask), currency: table.currency};
}

function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, {count, known, cents}) => ({
      count: sum.count + count,
      known: sum.known + known,
      cents: sum.cents + cents,
    }),
    {count: 0, known: 0, cents: 0},
  );
}

interface Placed {
  code: string;
  name: string;
  population?: number | undefined;
  polygons: Polygons;
}

/** The territories of a level: those that somebody outlines, and those that have campaigns. */
async function placesOf(
  {by, territory, boundaries}: ShadeQuestion,
  counted: readonly string[],
): Promise<Placed[]> {
  const shape = {
    departement: /^(\d\d|2[AB]|9[78]\d)$/,
    region: /^\d{2,3}$/,
    epci: /^\d{9}$/,
    commune: /^(\d\d|2[AB])\d{3}$/,
  }[by];
  const given = new Map(
    boundaries.flatMap(({codes, polygons}) => {
      const code = codes.find((one) => shape.test(one));
      return code ? [[code, polygons] as const] : [];
    }),
  );
  if (by === 'departement' || by === 'region') {
    const [outlines, divisions] = await Promise.all([outlinesOf(by), loadDivisions()]);
    const asked = parseTerritory(territory);
    const known = by === 'departement' ? divisions.departements : divisions.regions;
    return outlines.flatMap(({code, name, outline}) => {
      const own = code.slice(code.indexOf(':') + 1);
      const division = known.get(own);
      if (asked?.kind === 'region' && division?.region !== asked.code) return [];
      // Of a smaller territory, what holds it: where its campaigns are.
      if (asked && asked.kind !== 'country' && asked.kind !== 'region' && !counted.includes(own)) {
        return [];
      }
      const polygons = given.get(own) ?? outline.coordinates;
      return [{code: own, name, population: division?.population, polygons}];
    });
  }
  const all = [...new Set([...given.keys(), ...counted])];
  return Promise.all(
    all.map(async (code) => {
      const found = await findTerritory(`${by}:${code}` satisfies TerritoryCode);
      return {
        code,
        name: found?.name ?? code,
        population: found?.population,
        polygons: given.get(code) ?? [],
      };
    }),
  );
}
