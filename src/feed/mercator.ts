/**
 * The square map of the whole world that every web map is drawn on (Web Mercator, EPSG:3857): x
 * eastwards and y southwards, both from 0 to 1.
 */

/** Web Mercator ends here, in degrees of latitude. */
const MAX_LATITUDE = 85.05;

/** Degrees east of Greenwich on the square map. */
export function worldX(longitude: number): number {
  return longitude / 360 + 0.5;
}

/** Degrees of latitude on the square map; what is beyond its edge stands on it. */
export function worldY(latitude: number): number {
  const sine = Math.sin(
    (Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude)) * Math.PI) / 180,
  );
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** The way back, in degrees. */
export function longitudeAt(x: number): number {
  return (x - 0.5) * 360;
}

export function latitudeAt(y: number): number {
  const angle = ((0.5 - y) * 360 * Math.PI) / 180;
  return (360 * Math.atan(Math.exp(angle))) / Math.PI - 90;
}

/** Entries of the table of latitudes: one for each hundredth of a degree. */
const STEPS = 18_000;
/** How many of 1e-5 degrees are between two entries. */
const STEP = 1000;
let table: Float64Array | undefined;

/**
 * `worldY` of latitudes in 1e-5 degrees, from a table: a million logarithms would cost the page what
 * drawing costs. It is right to a fiftieth of a pixel at zoom 16.
 */
export function worldYTable(): (latitude: number) => number {
  const ys = (table ??= Float64Array.from({length: STEPS + 1}, (_, at) => worldY(at / 100 - 90)));
  return (latitude) => {
    const from = (latitude + 9_000_000) / STEP;
    const at = Math.min(STEPS - 1, Math.max(0, Math.floor(from)));
    const before = ys[at] ?? 0;
    return before + ((ys[at + 1] ?? before) - before) * (from - at);
  };
}
