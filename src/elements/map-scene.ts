import type {Boundary, Polygons} from './map-boundaries.js';
import type {Bounds, Cluster, ClusterIndex} from './map-clusters.js';
import type {Hint} from './map-gestures.js';
import type {MarkerSource} from './map-markers.js';

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

/** The campaigns on a map, and what their markers say and do. */
export type MapCampaigns = Omit<MarkerSource, 'onCluster' | 'isOnePlace'> & {
  /** Where they are, and how many at each; null for one without a place. */
  points: readonly (readonly [lon: number, lat: number, count?: number] | null)[];
  /** What each has raised, in the currency of most; null when unknown. */
  amountOf?: (member: number) => number | null;
  /** What finds the clusters of a view. Missing: one is made of `points`, for a few thousand at most. */
  index?: ClusterIndex;
  /** Is given what draws the map anew, for an index that learns more of what is in view. */
  watch?: (redraw: () => void) => void;
  /** A cluster whose campaigns are all at one place was chosen: the list alone can tell them apart. */
  onOnePlace: (cluster: Cluster) => void;
};

/** A territory and the class of its colour. */
export interface Shape {
  polygons: Polygons;
  className: string;
}

/** What a map is asked to show, now. */
export interface Scene {
  territory: string;
  /** Address of the page's own outlines; empty: none. */
  boundaries: string;
  /** Another value: another question, which moves the frame. */
  question: string;
  /** Null while they are being read: the map stays as it is. */
  campaigns: MapCampaigns | null;
  /** Territories that are coloured in the place of markers; the same object while they are the same. */
  shapes: Shape[] | null;
  /** Template of the tiles that the visitor agreed to. */
  tiles: string | null;
  /** Identifiers of the campaign whose marker was chosen, and of the one that the list points at; or empty. */
  chosen: string;
  pointed: string;
}

/** A map that stands still. */
export interface MapStand {
  bounds: Bounds;
  /** What its markers stand for. */
  clusters: Cluster[];
  /** The visitor moved it there, not the page. */
  byVisitor: boolean;
}

/** What a map asks and tells its element. */
export interface MapListener {
  onView: (stand: MapStand) => unknown;
  /** The wheel or one finger moved over the map, which leaves both to the page: say what does move it. */
  onHint: (hint: Hint) => void;
  /** What stands over the map now, and keeps pointers from what is under it. */
  covers: () => Iterable<Element>;
}

/** What a ground is made for. */
export function groundKey(territory: string, boundaries: string): string {
  return JSON.stringify([territory, boundaries]);
}
