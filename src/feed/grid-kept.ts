/** West, north, east, south on the square map of the world. */
export type Area = readonly [x0: number, y0: number, x1: number, y1: number];

/** All of the world. */
export const WORLD: Area = [0, 0, 1, 1];

/** Parts of the world whose clusters are remembered: as many as a visitor goes back to by zooming out. */
const MOST_PARTS = 4;

/** What was made for one zoom and one area. */
interface Made<C> {
  zoom: number;
  area: Area;
  clusters: readonly C[];
}

/** Remembers the clusters of areas: those of the whole world as long as they hold, of its parts the last few. */
export class GridKept<C> {
  #made: Made<C>[] = [];

  /** What was made for a zoom and an area that holds this one. */
  find(zoom: number, area: Area): readonly C[] | undefined {
    return this.#made.find((made) => made.zoom === zoom && holds(made.area, area))?.clusters;
  }

  keep(zoom: number, area: Area, clusters: readonly C[]): void {
    const parts = this.#made.filter((made) => made.area !== WORLD);
    const oldest = parts.length === MOST_PARTS && area !== WORLD ? parts[0] : undefined;
    this.#made = [...this.#made.filter((made) => made !== oldest), {zoom, area, clusters}];
  }

  /** Something else counts now. */
  forget(): void {
    this.#made = [];
  }
}

function holds(outer: Area, inner: Area): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  );
}
