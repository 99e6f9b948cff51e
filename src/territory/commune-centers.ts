import {digitAt} from './alphabet.js';
import {center} from './divisions.js';

/** What this needs of the columns and of the tables of the communes. */
interface Places {
  departements: readonly string[];
  number: Uint16Array;
  population: Int32Array;
  starts: Uint32Array;
}

interface Tables {
  grids: string;
  latitudes: string;
  longitudes: string;
  farCenters: string;
}

/**
 * Reads the centres that GeoNames knows: those of about 9,600 communes, to one kilometre. They lie
 * on a grid of 90 by 90 over each département; overseas collectivities have lines of their own.
 */
export function readCenters(tables: Tables, places: Places): Map<number, [number, number]> {
  const centers = new Map<number, [number, number]>();
  let nextLat = 0;
  let nextLon = 0;
  tables.grids.split('\n').forEach((line, rank) => {
    if (line === '') return;
    const [west = 0, south = 0, east = 0, north = 0] = line.split(' ').map(Number);
    for (let index = places.starts[rank] ?? 0; index < (places.starts[rank + 1] ?? 0); index++) {
      if ((places.population[index] ?? 0) < 1000) continue;
      const y = digitAt(tables.latitudes, nextLat++);
      if (y === 0) continue;
      const x = digitAt(tables.longitudes, nextLon++);
      centers.set(index, [along(west, east, x), along(south, north, y)]);
    }
  });
  readFar(tables.farCenters, places, centers);
  return centers;
}

function readFar(lines: string, places: Places, centers: Map<number, [number, number]>): void {
  for (const line of lines.split('\n')) {
    const [code = '', lon, lat] = line.split('|');
    const rank = places.departements.indexOf(code.slice(0, 3));
    const index = places.number.indexOf(Number(code.slice(3)), places.starts[rank] ?? 0);
    const {center: place} = center(lon, lat);
    if (place && rank >= 0) centers.set(index, place);
  }
}

function along(min: number, max: number, cell: number): number {
  return Number((min + ((cell - 1) / 89) * (max - min)).toFixed(2));
}
