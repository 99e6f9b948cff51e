/** What to write instead of what is no position. */
export const POINT = 'write [longitude, latitude] in degrees';

/** What is wrong with a position and what to do; '' when nothing is. */
export function faultOfPosition([
  longitude = NaN,
  latitude = NaN,
  ...others
]: readonly number[]): string {
  /**
   * South, north, west, east of France, the Antilles, Guyane, La Réunion and Mayotte. Longitude and
   * latitude that fall in there when read the other way are swapped: that way they lie in the open sea.
   */
  const swapped = [
    [41, 51.6, -5.5, 9.9],
    [14, 18.5, -63.5, -60.5],
    [2, 6, -55, -51],
    [-21.5, -20.8, 55, 56],
    [-13.1, -12.5, 44.9, 45.4],
  ].some(
    ([south = 0, north = 0, west = 0, east = 0]) =>
      longitude >= south && longitude <= north && latitude >= west && latitude <= east,
  );
  if (swapped) return 'swap the two: longitude comes first (GeoJSON)';
  if (!longitude && !latitude) return 'write null when the place is unknown';
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && others.length < 2 ? '' : POINT;
}
