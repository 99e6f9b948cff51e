import type {TerritoryCode} from './codes.js';

/** Mainland France with Corsica: west, south, east and north of it, in degrees. */
export const MAINLAND: [west: number, south: number, east: number, north: number] = [
  -5.2, 41.3, 9.6, 51.1,
];

/** Whether a département is far from the mainland: those of 971 to 978, and the collectivities of 98. */
export function isOverseas(departement: TerritoryCode): boolean {
  return /^departement:9[78]/.test(departement);
}
