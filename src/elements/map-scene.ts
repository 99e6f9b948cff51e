import type {Boundary, Polygons} from './map-boundaries.js';
import type {Bounds} from './map-clusters.js';

/** A name on the ground, and where it stands. */
export interface Label {
  name: string;
  at: [lon: number, lat: number];
  /** The box around what it names: a name wider than that is not written. */
  bounds: Bounds;
}

/** What a map draws under its markers. */
export interface Ground {
  /** What it was made for: a late ground is told from the one that is asked for now. */
  key: string;
  /** Every département. */
  land: Polygons;
  labels: Label[];
  /** The territory itself; empty when its outline is not known. */
  territory: Polygons;
  /** Outlines that the page gave beside the territory's own. */
  boundaries: Polygons;
  /** All that the page gave, one by one. */
  given: readonly Boundary[];
  /** The territory's name; empty when it is not known without the gazetteer. */
  name: string;
  country: boolean;
  /** The box around the département of a commune, for when nothing is there; null for another level. */
  home: Bounds | null;
  overseas: {name: string; bounds: Bounds}[];
  /** The page's outlines could not be read. */
  failed: boolean;
}

/** What a ground is made for. */
export function groundKey(territory: string, boundaries: string): string {
  return JSON.stringify([territory, boundaries]);
}
