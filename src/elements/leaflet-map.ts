import {
  LatLng,
  Map as Leaflet,
  point,
  polygon,
  svg,
  TileLayer,
  type LatLngBoundsLiteral,
  type Layer,
  type ZoomAnimEvent,
} from 'leaflet/dist/leaflet-src.esm.js';

import {breather} from './breathe.js';
import styles from './leaflet-map.styles.js';
import {
  clusterIndex,
  lonLat,
  MAX_ZOOM,
  type Bounds,
  type Cluster,
  type ClusterIndex,
} from './map-clusters.js';
import {watchGestures, type Hint} from './map-gestures.js';
import type {Polygons} from './map-boundaries.js';
import type {Ground, Label} from './map-scene.js';
import {markMarkers, showMarkers, type MarkerSource, type Placed} from './map-markers.js';
import {showNames} from './map-names.js';
import {Pins, type Project} from './map-pins.js';

/** What is drawn under the markers comes in the same chunk. */
export {loadGround} from './map-ground.js';

/** A map that stands still. */
export interface MapStand {
  bounds: Bounds;
  /** What its markers stand for. */
  clusters: Cluster[];
  /** The visitor moved it there, not the page. */
  byVisitor: boolean;
}

/** What a map tells its element. */
export interface MapListener {
  onView: (stand: MapStand) => unknown;
  /** The wheel or one finger moved over the map, which leaves both to the page: say what does move it. */
  onHint: (hint: Hint) => void;
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

/** Markers drawn at once, at most: each is an element. */
const MOST_MARKERS = 200;

/** A frame never looks closer than this; the visitor may. */
const FRAME_ZOOM = 11;

/** The map itself: Leaflet, our ground and our markers. The only file that knows Leaflet. */
export class LeafletMap {
  readonly #map: Leaflet;
  readonly #listener: MapListener;
  /** Movements are shown: the visitor did not ask for less. */
  readonly #moves: boolean;
  readonly #pins: Pins;
  readonly #names: Pins;
  readonly #stopGestures: () => void;
  #index: ClusterIndex = clusterIndex([]) as ClusterIndex;
  #source: MarkerSource | undefined;
  #placed: Placed[] = [];
  #ground: Layer[] = [];
  #labels: Label[] = [];
  #shapes: Shape[] | null = null;
  #shaded: Layer[] = [];
  #tiles: TileLayer | undefined;
  #marks = {chosen: '', pointed: ''};
  #framed: Bounds | undefined;
  #byVisitor = false;

  /** @param container - An empty element with a size, in a shadow root. It belongs to the map until `remove()`. */
  constructor(container: HTMLElement, listener: MapListener) {
    adopt(container.getRootNode());
    const moves = !matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#listener = listener;
    this.#moves = moves;
    this.#map = new Leaflet(container, {
      attributionControl: false,
      zoomControl: false,
      keyboard: false,
      scrollWheelZoom: false,
      boxZoom: false,
      zoomSnap: 0.5,
      maxZoom: MAX_ZOOM,
      minZoom: 2,
      fadeAnimation: false,
      zoomAnimation: moves,
      markerZoomAnimation: moves,
      inertia: moves,
      renderer: svg({padding: 0.5}),
    });
    this.#names = new Pins(this.#map.createPane('relais-names'));
    this.#pins = new Pins(this.#map.createPane('relais-markers'));
    this.#map.on('moveend', () => this.#onMoveEnd());
    this.#map.on('dragstart', () => {
      this.#byVisitor = true;
    });
    this.#map.on('zoom viewreset', () => this.#move(this.#project));
    this.#map.on('zoomanim', ({zoom, center}: ZoomAnimEvent) => {
      const origin = this.#map
        .project(center, zoom)
        .subtract(this.#map.getSize().divideBy(2))
        .add(this.#map.containerPointToLayerPoint(point(0, 0)).multiplyBy(-1))
        .round();
      this.#move((lon, lat) => this.#map.project([lat, lon], zoom).subtract(origin));
    });
    this.#stopGestures = watchGestures(container, {
      onUse: () => {
        this.#byVisitor = true;
      },
      onWheel: (event, steps) => {
        const at = this.#map.mouseEventToContainerPoint(event);
        this.#map.setZoomAround(at, this.#map.getZoom() + steps);
      },
      onHint: listener.onHint,
      drag: (allowed) => (allowed ? this.#map.dragging.enable() : this.#map.dragging.disable()),
    });
  }

  /** Stands on a box. What the visitor does afterwards is the visitor's. */
  frame(bounds: Bounds, animate: boolean) {
    this.#framed = bounds;
    this.#byVisitor = false;
    const {x, y} = this.#map.getSize();
    this.#map.fitBounds(latLngs(bounds), {
      padding: [Math.min(40, x / 10), Math.min(40, y / 10)],
      maxZoom: FRAME_ZOOM,
      animate: animate && this.#moves,
    });
  }

  /** The visitor asks for a box: a place apart, a cluster. */
  visit(bounds: Bounds, least = 0) {
    this.#byVisitor = true;
    const zoom = Math.min(
      MAX_ZOOM,
      this.#map.getBoundsZoom(latLngs(bounds), false, point(120, 120)),
    );
    const [west, south, east, north] = bounds;
    this.#go((west + east) / 2, (south + north) / 2, Math.max(zoom, least));
  }

  zoomBy(steps: number) {
    this.#byVisitor = true;
    this.#map.setZoom(this.#map.getZoom() + steps, {animate: this.#moves});
  }

  /** Moves by a share of the map's size: 1 is all of it, positive is east and south. */
  panBy(x: number, y: number) {
    this.#byVisitor = true;
    const {x: width, y: height} = this.#map.getSize();
    this.#map.panBy([x * width, y * height], {animate: this.#moves});
  }

  /** Brings a campaign's marker into view, on its own where it can stand on its own. */
  locate(member: number, [lon, lat]: readonly [number, number]) {
    const isAlone = this.#placed.some(
      ({cluster}) => cluster.count === 1 && cluster.first === member,
    );
    if (isAlone) return;
    this.#byVisitor = true;
    this.#go(lon, lat, Math.max(this.#map.getZoom() + 1, FRAME_ZOOM));
  }

  /** Draws what is under the markers: layer by layer, so that the page has its turn in between. */
  async setGround({land, labels, boundaries, territory}: Ground) {
    for (const layer of this.#ground) layer.remove();
    const ground: Layer[] = [];
    this.#ground = ground;
    this.#labels = labels;
    // The markers have just been drawn, in the same turn.
    const breathe = breather(0);
    await breathe();
    const ofLand = ringsOf(land);
    await breathe();
    const ofTerritory = ringsOf(territory);
    await breathe();
    for (const [rings, className] of [
      [ofLand, 'land'],
      [ofTerritory, 'territory'],
      [ofLand, 'borders'],
      [ringsOf(boundaries), 'boundaries'],
      [ofTerritory, 'halo'],
      [ofTerritory, 'outline'],
    ] as const) {
      if (this.#ground !== ground) return;
      ground.push(shape(rings, className).addTo(this.#map));
      await breathe();
    }
    if (this.#ground === ground) this.setShapes(this.#shapes);
  }

  /** Colours territories, in the place of markers; null brings these back. */
  setShapes(shapes: Shape[] | null) {
    for (const layer of this.#shaded) layer.remove();
    this.#shapes = shapes;
    this.#shaded = (shapes ?? []).map(({polygons, className}) =>
      shape(ringsOf(polygons), className).addTo(this.#map),
    );
    this.#draw(shapes !== null);
  }

  /** @param tell - The question is the same: what is in view has other campaigns now. */
  setCampaigns(
    {points, amountOf, index, onOnePlace, watch, ...source}: MapCampaigns,
    tell: boolean,
  ) {
    this.#index = index ?? (clusterIndex(points, amountOf) as ClusterIndex);
    const of = this.#index;
    this.#source = {
      ...source,
      isOnePlace: (cluster) => of.isOnePlace(cluster),
      onCluster: (cluster) => {
        if (of.isOnePlace(cluster)) onOnePlace(cluster);
        else this.visit(of.extentOf(cluster), this.#map.getZoom() + 1);
      },
    };
    watch?.(() => {
      this.#draw();
      this.#tell();
    });
    this.#draw(true);
    if (tell) this.#tell();
  }

  /** Loads pictures of the ground from an address with {z}, {x} and {y}; null takes them away. */
  setTiles(template: string | null) {
    this.#tiles?.remove();
    this.#tiles = template
      ? new TileLayer(template, {
          maxZoom: MAX_ZOOM,
          referrerPolicy: 'strict-origin-when-cross-origin',
        }).addTo(this.#map)
      : undefined;
  }

  /** Marks the campaign that is chosen, and the one that the list points at. Empty: none. */
  mark(chosen: string, pointed: string) {
    this.#marks = {chosen, pointed};
    if (this.#source) markMarkers(this.#pins, this.#placed, this.#source, this.#marks);
  }

  /** The container has another size: the frame holds, unless the visitor left it. */
  resize() {
    const {x, y} = this.#map.getSize();
    this.#map.invalidateSize({animate: false});
    const now = this.#map.getSize();
    if (now.x === 0 || now.y === 0 || (now.x === x && now.y === y)) return;
    if (this.#framed && !this.#byVisitor) this.frame(this.#framed, false);
  }

  remove() {
    this.#stopGestures();
    this.#ground = [];
    // What is read for it comes too late.
    this.#framed = undefined;
    this.#map.stop();
    this.#map.remove();
  }

  #go(lon: number, lat: number, zoom: number) {
    this.#map.setView([lat, lon], Math.min(zoom, MAX_ZOOM), {animate: this.#moves});
  }

  readonly #project: Project = (lon, lat) => this.#map.latLngToLayerPoint([lat, lon]);

  #move(project: Project) {
    this.#names.move(project);
    this.#pins.move(project);
  }

  get #bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  #onMoveEnd() {
    if (!this.#framed) return;
    this.#draw();
    this.#tell();
  }

  #tell() {
    if (!this.#framed) return;
    this.#listener.onView({
      bounds: this.#bounds,
      clusters: this.#placed.map(({cluster}) => cluster),
      byVisitor: this.#byVisitor,
    });
  }

  /** @param anew - Words may have changed under the same identifiers: every marker is made again. */
  #draw(anew = false) {
    if (!this.#framed) return;
    const container = this.#map.getContainer();
    const focused = (container.getRootNode() as ShadowRoot).activeElement;
    if (anew) this.#pins.clear();
    const bounds = this.#bounds;
    const clusters = this.#shapes
      ? []
      : this.#index.clustersIn(bounds, this.#map.getZoom(), MOST_MARKERS);
    this.#placed = clusters.map((cluster) => {
      const [lon, lat] = lonLat(cluster);
      return {cluster, lon, lat};
    });
    this.#show();
    // A marker that was pressed may be gone: the focus stays in the map.
    if (focused && !focused.isConnected)
      container.closest<HTMLElement>('.map')?.focus({preventScroll: true});
    // Names would be hard to read on colours: the table has them.
    const labels = this.#shapes ? [] : this.#labels;
    showNames(this.#names, labels, bounds, this.#pins, this.#project);
  }

  #show() {
    const [source, placed] = [this.#source, this.#placed];
    if (!source) return;
    showMarkers(this.#pins, placed, source, this.#project);
    markMarkers(this.#pins, placed, source, this.#marks);
    const singles = placed.filter(({cluster}) => cluster.count === 1);
    // Those whose words are still to be read join the others when they are there.
    void source
      .want?.(singles.map(({cluster}) => cluster.first))
      ?.then(() => placed === this.#placed && this.#show());
  }
}

/** As Leaflet has them: made once for all layers that draw the same. */
function ringsOf(polygons: Polygons): LatLng[][][] {
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([lon, lat]) => new LatLng(lat, lon))),
  );
}

function shape(rings: LatLng[][][], className: string) {
  return polygon(rings, {className, interactive: false, smoothFactor: 0.7});
}

function latLngs([west, south, east, north]: Bounds): LatLngBoundsLiteral {
  return [
    [south, west],
    [north, east],
  ];
}

/** Gives the map's styles to the root where it stands, once. */
function adopt(root: Node) {
  const sheet = styles.styleSheet;
  if (!sheet || !(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
