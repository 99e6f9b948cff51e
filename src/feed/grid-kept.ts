/** West, north, east, south on the square map of the world. */
export type WorldBox = readonly [x0: number, y0: number, x1: number, y1: number];

/** All of the world. */
export const WHOLE_WORLD: WorldBox = [0, 0, 1, 1];

/** Parts of the world whose clusters are remembered: as many as a visitor goes back to by zooming out. */
const MOST_PARTS = 4;

/** What was made for one zoom and one box. */
interface Made<C> {
  zoom: number;
  box: WorldBox;
  clusters: readonly C[];
}

/** Remembers the clusters of boxes: those of the whole world as long as they hold, of its parts the last few. */
export class GridKept<C> {
  #made: Made<C>[] = [];

  /** What was made for a zoom and a box that holds this one. */
  find(zoom: number, box: WorldBox): readonly C[] | undefined {
    return this.#made.find((made) => made.zoom === zoom && holds(made.box, box))?.clusters;
  }

  /** In the place of what was made before for the same zoom and a part of the same box. */
  keep(zoom: number, box: WorldBox, clusters: readonly C[]): void {
    const others = this.#made.filter((made) => made.zoom !== zoom || !holds(box, made.box));
    const parts = others.filter((made) => made.box !== WHOLE_WORLD);
    const oldest = parts.length === MOST_PARTS && box !== WHOLE_WORLD ? parts[0] : undefined;
    this.#made = [...others.filter((made) => made !== oldest), {zoom, box, clusters}];
  }

  /** Something else counts now. */
  forget(): void {
    this.#made = [];
  }
}

function holds(outer: WorldBox, inner: WorldBox): boolean {
  return (
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3]
  );
}
