import {markerSize} from '../feed/separate.js';
import {
  clusterIndex,
  lonLat,
  type Bounds,
  type Cluster,
  type ClusterIndex,
} from './map-clusters.js';
import {markMarkers, showMarkers, type MarkerSource, type Placed} from './map-markers.js';
import {showNames} from './map-names.js';
import {Pins, type Project} from './map-pins.js';
import {isFree, type Room, type Stand} from './map-room.js';
import type {Label, MapCampaigns} from './map-scene.js';

/** Markers drawn at once, at most: each is an element. */
const MOST_MARKERS = 200;

/** Markers made in one turn: what a slow machine lays out and paints within 50 ms. The others come in the next. */
const MOST_NEW = 80;

/** Milliseconds until that turn: two frames, so that the first have been drawn. */
const NEXT_MS = 32;

/** How a map stands, for what is drawn on it. */
export interface Camera {
  bounds: Bounds;
  zoom: number;
  room: Room;
  /** A place in the layer that moves with the map. */
  project: Project;
  /** A place from the map's upper left corner. */
  inside: Project;
}

/** What pressing a cluster does. */
export interface ClusterActions {
  onOnePlace: (cluster: Cluster) => void;
  /** It is to be looked at from nearer. */
  onSplit: (extent: Bounds) => void;
}

/** The markers of a map, and the names on the ground between them. */
export class MarkerLayer {
  /** Names on the ground, as far as markers leave room for them. */
  labels: readonly Label[] = [];
  /** Nothing is drawn: territories are coloured instead. */
  isBare = false;

  readonly #pins: Pins;
  readonly #names: Pins;
  #index: ClusterIndex = clusterIndex([]) as ClusterIndex;
  #source: MarkerSource | undefined;
  #placed: Placed[] = [];
  #camera: Camera | undefined;
  #marks = {chosen: '', pointed: ''};
  /** When markers come that are still to be made. */
  #next: ReturnType<typeof setTimeout> | undefined;

  /** @param panes - Where they stand: layers that move with the map. */
  constructor(panes: {markers: HTMLElement; names: HTMLElement}) {
    this.#pins = new Pins(panes.markers);
    this.#names = new Pins(panes.names);
  }

  /** The map is taken down: what is still read for its markers comes too late. */
  stop() {
    this.#placed = [];
    clearTimeout(this.#next);
  }

  /** What the markers stand for. */
  get clusters(): Cluster[] {
    return this.#placed.map(({cluster}) => cluster);
  }

  /** The campaigns of the markers, until others are given. */
  setCampaigns(
    {points, amountOf, index, onOnePlace, ...source}: MapCampaigns,
    onSplit: (extent: Bounds) => void,
  ) {
    const of = index ?? (clusterIndex(points, amountOf) as ClusterIndex);
    this.#index = of;
    this.#source = {
      ...source,
      isOnePlace: (cluster) => of.isOnePlace(cluster),
      onCluster: (cluster) =>
        of.isOnePlace(cluster) ? onOnePlace(cluster) : onSplit(of.extentOf(cluster)),
    };
  }

  /** @param anew - Words may have changed under the same identifiers: every marker is made again. */
  draw(camera: Camera, anew: boolean) {
    this.#camera = camera;
    if (anew) this.#pins.clear();
    this.#placed = this.#find(camera.bounds, camera.zoom);
    this.#show();
    // Names would be hard to read on colours: the table has them.
    const labels = this.isBare ? [] : this.labels;
    showNames(this.#names, labels, camera.bounds, this.#pins, camera.project);
  }

  /** Makes ready what a view will show that the map moves to. */
  foresee(bounds: Bounds, zoom: number) {
    if (!this.isBare) this.#index.foresee?.(bounds, zoom, MOST_MARKERS);
  }

  /** Puts all of it where it now is, or will be. */
  move(project: Project) {
    // Those still to be made would stand where they were to be before.
    clearTimeout(this.#next);
    this.#names.move(project);
    this.#pins.move(project);
  }

  /** Marks the campaign that is chosen, and the one that the list points at. Empty: none. */
  mark(chosen: string, pointed: string) {
    this.#marks = {chosen, pointed};
    if (this.#source) markMarkers(this.#pins, this.#placed, this.#source, this.#marks);
  }

  /** The markers that a view would have. @param inside - As in the camera of that view. */
  stands(bounds: Bounds, zoom: number, inside: Project): Stand[] {
    return this.#find(bounds, zoom).map((placed) => standOf(placed, inside));
  }

  /** How the marker of a campaign stands: on its own, and where it can be pressed. */
  isAlone(member: number): {alone: boolean; free: boolean} {
    const placed = this.#placed.find(
      ({cluster: {count, first}}) => count === 1 && first === member,
    );
    return {alone: placed !== undefined, free: placed !== undefined && this.#isFree(placed)};
  }

  /** The marker that shows from under something at a point of the map; undefined when there is none. */
  coveredAt(x: number, y: number): Placed | undefined {
    const {inside} = this.#camera ?? {};
    return this.#placed.find((placed) => {
      if (!inside || this.#isFree(placed)) return false;
      const stand = standOf(placed, inside);
      return Math.hypot(stand.x - x, stand.y - y) <= stand.size / 2;
    });
  }

  #find(bounds: Bounds, zoom: number): Placed[] {
    if (this.isBare) return [];
    return this.#index.clustersIn(bounds, zoom, MOST_MARKERS).map((cluster) => {
      const [lon, lat] = lonLat(cluster);
      return {cluster, lon, lat};
    });
  }

  #show() {
    const [source, camera] = [this.#source, this.#camera];
    if (!source || !camera) return;
    const all = this.#placed;
    const placed = this.#inTurn(source);
    showMarkers(this.#pins, placed, source, camera.project);
    markMarkers(this.#pins, placed, source, this.#marks);
    for (const one of placed) {
      // What a button covers is none itself: no pointer would reach it, and the focus would be out of sight.
      const pin = this.#pins.all.get(source.keyOf(one.cluster));
      pin?.element.toggleAttribute('inert', !this.#isFree(one));
    }
    const singles = placed.filter(({cluster}) => cluster.count === 1);
    // Those whose words are still to be read join the others when they are there.
    void source
      .want?.(singles.map(({cluster}) => cluster.first))
      ?.then(() => all === this.#placed && this.#show());
  }

  /** Those that are there, and as many new ones as one turn can make. */
  #inTurn({keyOf}: MarkerSource): Placed[] {
    let left = MOST_NEW;
    const placed = this.#placed.filter(
      ({cluster}) => this.#pins.all.has(keyOf(cluster)) || left-- > 0,
    );
    clearTimeout(this.#next);
    if (placed.length < this.#placed.length) this.#next = setTimeout(() => this.#show(), NEXT_MS);
    return placed;
  }

  #isFree(placed: Placed): boolean {
    const camera = this.#camera;
    return camera !== undefined && isFree(standOf(placed, camera.inside), camera.room);
  }
}

function standOf({cluster, lon, lat}: Placed, inside: Project): Stand {
  return {...inside(lon, lat), size: markerSize(cluster.count)};
}
