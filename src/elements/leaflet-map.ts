import {
  LatLngBounds,
  type LatLng,
  Map as Leaflet,
  point,
  type Point,
  svg,
  TileLayer,
  type LeafletMouseEvent,
  type ZoomAnimEvent,
} from 'leaflet/dist/leaflet-src.esm.js';

import {dress} from './dress.js';
import {LeafletGround} from './leaflet-ground.js';
import styles from './leaflet-map.styles.js';
import {MAX_ZOOM, type Bounds} from './map-clusters.js';
import {watchGestures} from './map-gestures.js';
import {MarkerLayer} from './map-marker-layer.js';
import type {Pixel, Project} from './map-pins.js';
import {clearMove, rectBetween, roomIn, type Room} from './map-room.js';
import type {Ground, MapCampaigns, MapListener, Shape} from './map-scene.js';

/** What is drawn under the markers comes in the same chunk. */
export {loadGround} from './map-ground.js';

/** A frame never looks closer than this; the visitor may. */
const FRAME_ZOOM = 11;

/** The map itself: Leaflet, our ground and our markers. It and `leaflet-ground.ts` alone know Leaflet. */
export class LeafletMap {
  readonly #map: Leaflet;
  readonly #listener: MapListener;
  /** Movements are shown: the visitor did not ask for less. */
  readonly #moves: boolean;
  readonly #ground: LeafletGround;
  readonly #markers: MarkerLayer;
  readonly #stopGestures: () => void;
  #tiles: TileLayer | undefined;
  #framed: Bounds | undefined;
  #byVisitor = false;
  /** The room as it was last measured: a movement changes none of it. */
  #measured: Room | undefined;

  /** @param container - An empty element with a size, in a shadow root. It belongs to the map until `remove()`. */
  constructor(container: HTMLElement, listener: MapListener) {
    dress(container.getRootNode(), styles);
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
    this.#ground = new LeafletGround(this.#map);
    this.#markers = new MarkerLayer({
      names: this.#map.createPane('relais-names'),
      markers: this.#map.createPane('relais-markers'),
    });
    this.#map.on('moveend', () => this.#onMoveEnd());
    this.#map.on('dragstart', () => {
      this.#byVisitor = true;
    });
    this.#map.on('click', ({containerPoint}: LeafletMouseEvent) => this.#onClick(containerPoint));
    this.#map.on('zoom viewreset', () => this.#markers.move(this.#project));
    this.#map.on('zoomanim', ({zoom, center}: ZoomAnimEvent) => this.#onZoom(zoom, center));
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

  /** Stands on a box, as clear of what covers markers as it can. What the visitor does afterwards is the visitor's. */
  frame(bounds: Bounds, animate: boolean) {
    this.#framed = bounds;
    this.#byVisitor = false;
    this.#settle();
    const map = this.#map;
    const size = map.getSize();
    const padding = point(Math.min(80, size.x / 5), Math.min(80, size.y / 5));
    const zoom = Math.min(map.getBoundsZoom(latLngs(bounds), false, padding), FRAME_ZOOM);
    const [west, south, east, north] = bounds;
    const [upper, lower] = [map.project([north, west], zoom), map.project([south, east], zoom)];
    const corner = upper.add(lower).subtract(size).divideBy(2);
    const inside: Project = (lon, lat) => map.project([lat, lon], zoom).subtract(corner);
    const view = this.#boundsOf(corner, corner.add(size), zoom);
    const framed = rectBetween(upper.subtract(corner), lower.subtract(corner));
    const {x, y} = clearMove(this.#markers.stands(view, zoom, inside), this.#room, framed);
    const centre = corner.add(size.divideBy(2)).subtract(point(x, y));
    map.setView(map.unproject(centre, zoom), zoom, {animate: animate && this.#moves});
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
    this.#settle();
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
    const {alone, free} = this.#markers.isAlone(member);
    if (free) return;
    this.#byVisitor = true;
    const zoom = this.#map.getZoom();
    this.#go(lon, lat, alone ? zoom : Math.max(zoom + 1, FRAME_ZOOM));
  }

  /** Draws what is under the markers: layer by layer, so that the page has its turn in between. */
  async setGround(ground: Ground) {
    this.#markers.labels = ground.labels;
    if (await this.#ground.draw(ground)) this.#draw(this.#markers.isBare);
  }

  /** Colours territories, in the place of markers; null brings these back. */
  setShapes(shapes: readonly Shape[] | null) {
    this.#ground.shade(shapes ?? []);
    this.#markers.isBare = shapes !== null;
    this.#draw(shapes !== null);
  }

  /** @param tell - The question is the same: what is in view has other campaigns now. */
  setCampaigns(campaigns: MapCampaigns, tell: boolean) {
    this.#markers.setCampaigns(campaigns, (extent) => this.visit(extent, this.#map.getZoom() + 1));
    campaigns.watch?.(() => {
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
    // Whose they are stands over the map.
    this.#draw();
  }

  /** Marks the campaign that is chosen, and the one that the list points at. Empty: none. */
  mark(chosen: string, pointed: string) {
    this.#markers.mark(chosen, pointed);
  }

  /** The container has another size: the frame holds, unless the visitor left it. */
  resize() {
    this.#measured = undefined;
    const {x, y} = this.#map.getSize();
    this.#map.invalidateSize({animate: false});
    const now = this.#map.getSize();
    if (now.x === 0 || now.y === 0 || (now.x === x && now.y === y)) return;
    if (this.#framed && !this.#byVisitor) this.frame(this.#framed, false);
  }

  remove() {
    this.#stopGestures();
    this.#ground.stop();
    this.#markers.stop();
    // What is read for it comes too late.
    this.#framed = undefined;
    this.#settle();
    this.#map.stop();
    this.#map.remove();
  }

  /**
   * Ends the movement of a zoom that is under way. Until then Leaflet passes over where else it is asked to
   * go, and the end of a movement would look for a map that was taken down. It offers no way but its own function.
   */
  #settle() {
    (this.#map as Leaflet & {_onZoomTransitionEnd?: () => void})._onZoomTransitionEnd?.();
  }

  #go(lon: number, lat: number, zoom: number) {
    this.#settle();
    this.#map.setView([lat, lon], Math.min(zoom, MAX_ZOOM), {animate: this.#moves});
  }

  readonly #project: Project = (lon, lat) => this.#map.latLngToLayerPoint([lat, lon]);

  /** A marker that shows from under a button cannot be pressed: a click on what shows of it brings it out. */
  #onClick({x, y}: Pixel) {
    const covered = this.#markers.coveredAt(x, y);
    if (!covered) return;
    this.#byVisitor = true;
    this.#go(covered.lon, covered.lat, this.#map.getZoom());
  }

  /** What stands over the map, measured: that makes the browser lay the page out. */
  get #room(): Room {
    return (this.#measured = roomIn(this.#map.getContainer(), this.#listener.covers()));
  }

  get #bounds(): Bounds {
    const bounds = this.#map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  /** A zoom begins: the markers leave for where they will be, and what will be there is sought meanwhile. */
  #onZoom(zoom: number, center: LatLng) {
    const map = this.#map;
    const half = map.getSize().divideBy(2);
    const middle = map.project(center, zoom);
    const upperLeft = middle.subtract(half);
    const origin = upperLeft.subtract(map.containerPointToLayerPoint(point(0, 0))).round();
    this.#markers.move((lon, lat) => map.project([lat, lon], zoom).subtract(origin));
    // Leaflet will round: a pixel more on each side holds whatever it will show.
    const corner = half.add(point(1, 1));
    const view = this.#boundsOf(middle.subtract(corner), middle.add(corner), zoom);
    this.#markers.foresee(view, zoom);
  }

  /** What lies between two corners, in pixels of the world at a zoom. */
  #boundsOf(upperLeft: Point, lowerRight: Point, zoom: number): Bounds {
    const upper = this.#map.unproject(upperLeft, zoom);
    const lower = this.#map.unproject(lowerRight, zoom);
    return [upper.lng, lower.lat, lower.lng, upper.lat];
  }

  #onMoveEnd() {
    if (!this.#framed) return;
    this.#draw(false, this.#measured);
    this.#tell();
  }

  #tell() {
    if (!this.#framed) return;
    this.#listener.onView({
      bounds: this.#bounds,
      clusters: this.#markers.clusters,
      byVisitor: this.#byVisitor,
    });
  }

  /**
   * @param anew - Words may have changed under the same identifiers: every marker is made again.
   * @param room - As measured before, where nothing can have changed it.
   */
  #draw(anew = false, room?: Room) {
    if (!this.#framed) return;
    const container = this.#map.getContainer();
    const focused = (container.getRootNode() as ShadowRoot).activeElement;
    const camera = {
      bounds: this.#bounds,
      zoom: this.#map.getZoom(),
      room: room ?? this.#room,
      project: this.#project,
      inside: (lon: number, lat: number) => this.#map.latLngToContainerPoint([lat, lon]),
    };
    this.#markers.draw(camera, anew);
    // A marker that was pressed may be gone, or under a button: the focus stays in the map.
    if (focused && (!focused.isConnected || focused.matches('[inert]')))
      container.closest<HTMLElement>('.map')?.focus({preventScroll: true});
  }
}

function latLngs([west, south, east, north]: Bounds) {
  return new LatLngBounds([south, west], [north, east]);
}
