/** The polygons of one shape, as GeoJSON writes those of a MultiPolygon. */
export type Polygons = [lon: number, lat: number][][][];

/** One outline that the page gave, with the official codes that it bears. */
export interface Boundary {
  codes: string[];
  polygons: Polygons;
}

/** Bytes: an EPCI with its communes in full detail weighs one or two million. */
const MAX_BYTES = 8_000_000;

/** Corners in all: beyond, drawing them would freeze the page. */
const MAX_POSITIONS = 400_000;

/** How deep a collection of collections may go. */
const MAX_DEPTH = 4;

/** Names under which French open data writes an official code. */
const CODE_NAMES = ['code', 'insee', 'siren', 'code_insee', 'insee_com', 'codgeo', 'code_siren'];

/**
 * Reads outlines: any GeoJSON with polygons. What is not a polygon, or has corners that are not on
 * earth, is left out.
 *
 * @throws {Error} The address is not http(s), there is no answer, it is too long, or it is no GeoJSON with a polygon.
 */
export async function boundariesFrom(address: string, signal: AbortSignal): Promise<Boundary[]> {
  const url = new URL(address, document.baseURI);
  if (!/^https?:$/.test(url.protocol)) throw new Error('not an http(s) address');
  const response = await fetch(url, {signal, credentials: 'omit'});
  if (!response.ok) throw new Error(`status ${response.status}`);
  const read = readBoundaries(JSON.parse(await textOf(response)));
  if (read.length === 0) throw new Error('no polygon');
  return read;
}

/** The outlines of a GeoJSON value, whoever wrote it. Never throws. */
export function readBoundaries(value: unknown): Boundary[] {
  let left = MAX_POSITIONS;

  const ring = (positions: unknown): [number, number][] => {
    if (!Array.isArray(positions) || positions.length < 4) return [];
    left -= positions.length;
    if (left < 0) return [];
    const read = positions.filter(isPosition).map(([lon, lat]): [number, number] => [lon, lat]);
    return read.length === positions.length ? read : [];
  };
  const polygon = (rings: unknown): Polygons => {
    const [outer = [], ...holes] = (Array.isArray(rings) ? rings : []).map(ring);
    return outer.length > 0 ? [[outer, ...holes.filter((hole) => hole.length > 0)]] : [];
  };
  const geometry = (shape: unknown, depth: number): Polygons => {
    if (!isRecord(shape) || depth > MAX_DEPTH) return [];
    const {type, coordinates, geometries} = shape;
    if (type === 'Polygon') return polygon(coordinates);
    if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates.flatMap(polygon);
    if (type !== 'GeometryCollection' || !Array.isArray(geometries)) return [];
    return geometries.flatMap((one) => geometry(one, depth + 1));
  };
  const boundary = (one: unknown): Boundary[] => {
    const isFeature = isRecord(one) && one['type'] === 'Feature';
    const polygons = geometry(isFeature ? one['geometry'] : one, 0);
    return polygons.length > 0 ? [{codes: isFeature ? codesOf(one) : [], polygons}] : [];
  };

  if (!isRecord(value)) return [];
  const {type, features} = value;
  return type === 'FeatureCollection' && Array.isArray(features)
    ? features.flatMap(boundary)
    : boundary(value);
}

function codesOf(feature: Record<string, unknown>): string[] {
  const properties = isRecord(feature['properties']) ? feature['properties'] : {};
  return Object.entries(properties).flatMap(([name, code]) =>
    CODE_NAMES.includes(name.toLowerCase()) && ['string', 'number'].includes(typeof code)
      ? [String(code).trim().toUpperCase()]
      : [],
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPosition(value: unknown): value is [number, number] {
  if (!Array.isArray(value)) return false;
  const [lon, lat] = value as unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') return false;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** The body, read piece by piece so that an endless one is cut off. */
async function textOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (;;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_BYTES) {
      await reader.cancel();
      throw new Error(`more than ${MAX_BYTES} bytes`);
    }
    text += decoder.decode(value, {stream: true});
  }
}
