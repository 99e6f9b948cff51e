import {BASE, digitAt} from './alphabet.js';
import {parseTerritory, territoryCode, type TerritoryCode} from './codes.js';
import {loadDivisions} from './divisions.js';
import {once} from './once.js';

/** A GeoJSON geometry. Longitudes first; outer rings run counter-clockwise, as RFC 7946 asks. */
export interface Outline {
  type: 'MultiPolygon';
  coordinates: [lon: number, lat: number][][][];
}

/** A département or a région with its outline. */
export interface NamedOutline {
  code: TerritoryCode;
  name: string;
  outline: Outline;
}

type Point = [lon: number, lat: number];

interface Shapes {
  /** Every border, by its number: read when it is first drawn, so that nobody waits for all of them. */
  arcAt: (number: number) => readonly Point[];
  /** For each territory, its polygons: rings of numbers of arcs, ~n being arc n reversed. */
  rings: ReadonlyMap<string, number[][][]>;
}

/** Steps in a degree, as the generator cuts it. */
const SCALE = 1000;

/** Values of one digit; a digit that is higher by as much has another after it. */
const HALF = Math.floor((BASE - 1) / 2);

/**
 * The outline of a département, a région or France (`country:FR`, overseas included), for a map of
 * the whole territory: the coast is right to about 300 m.
 *
 * @returns undefined for communes and EPCI, which no package outlines, and for unknown codes.
 */
export async function outlineOf(code: string): Promise<Outline | undefined> {
  const asked = parseTerritory(code);
  if (!asked || !['departement', 'region', 'country'].includes(asked.kind)) return undefined;
  const shapes = await loadShapes();
  return draw(shapes, asked.kind.charAt(0) + asked.code);
}

/**
 * The outlines of every département or every région, by code. Borders that touch are the same points.
 *
 * @param breathe - Lets the page go on, if it has been kept waiting.
 */
export async function outlinesOf(
  kind: 'departement' | 'region',
  breathe?: () => Promise<void>,
): Promise<NamedOutline[]> {
  const [shapes, {departements, regions}] = await Promise.all([loadShapes(), loadDivisions()]);
  const divisions = kind === 'departement' ? departements : regions;
  const outlines: NamedOutline[] = [];
  for (const {code, name} of divisions.values()) {
    const outline = draw(shapes, kind.charAt(0) + code);
    if (outline) outlines.push({code: territoryCode(kind, code), name, outline});
    await breathe?.();
  }
  return outlines;
}

const loadShapes = once(async (): Promise<Shapes> => {
  const tables = await import('./data/outlines.js');
  const rings = tables.shapes.split('\n').map((line): [string, number[][][]] => {
    const [code = '', polygons = ''] = line.split('|');
    return [code, polygons.split(';').map((one) => one.split(',').map(numbers))];
  });
  const arcs = tables.arcs.split('\n');
  const read: Point[][] = [];
  const arcAt = (number: number) => (read[number] ??= readArc(arcs[number] ?? ''));
  return {arcAt, rings: new Map(rings)};
});

function numbers(text: string): number[] {
  return text.split(' ').map(Number);
}

function readArc(text: string): Point[] {
  const points: Point[] = [];
  let at = 0;
  let [x, y] = [0, 0];
  const next = () => {
    let value = 0;
    for (let factor = 1; at < text.length; factor *= HALF) {
      const digit = digitAt(text, at++);
      value += (digit % HALF) * factor;
      if (digit < HALF) break;
    }
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  while (at < text.length) {
    x += next();
    y += next();
    points.push([x / SCALE, y / SCALE]);
  }
  return points;
}

function draw({arcAt, rings}: Shapes, key: string): Outline | undefined {
  const polygons = rings.get(key);
  if (!polygons) return undefined;
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((polygon) =>
      polygon.map((ring, index) => wound(stitch(arcAt, ring), index === 0)),
    ),
  };
}

/** Puts arcs end to end; the last point of one is the first of the next. */
function stitch(arcAt: Shapes['arcAt'], ring: readonly number[]): Point[] {
  const points: Point[] = [];
  for (const number of ring) {
    const arc = arcAt(number < 0 ? ~number : number);
    for (let at = points.length > 0 ? 1 : 0; at < arc.length; at += 1) {
      const [lon, lat] = arc[number < 0 ? arc.length - 1 - at : at]!;
      points.push([lon, lat]);
    }
  }
  return points;
}

/** Turns a ring the way RFC 7946 asks: the outside counter-clockwise, holes clockwise. */
function wound(ring: Point[], isOutside: boolean): Point[] {
  let area = 0;
  let before = ring.at(-1);
  for (const point of ring) {
    if (before) area += before[0] * point[1] - point[0] * before[1];
    before = point;
  }
  return area > 0 === isOutside ? ring : ring.reverse();
}
