import {Task} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {LeafletMap, MapCampaigns, MapStand, Shape} from './leaflet-map.js';
import type {Bounds} from './map-clusters.js';
import type {Hint} from './map-gestures.js';
import {areasOf, extentOf, frameOf, type Area, type FrameWish} from './map-frame.js';
import {groundKey, type Ground} from './map-scene.js';

/** What the map is asked to show, now. */
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

/** How near, in CSS pixels, the map must come to the screen before it is loaded. */
const MARGIN = '256px';

/** Milliseconds that a hint stays. */
const HINT_MS = 1600;

/**
 * Brings the map of one element: loads its code when it is about to be seen, gives it what the element
 * shows, and takes it down with the element. Without its code the element goes on as a list.
 */
export class MapView implements ReactiveController {
  /** The code of the map could not be loaded. */
  failed = false;
  /** Places apart, out of the frame. */
  areas: Area[] = [];
  /** What the visitor is told for a moment; empty: nothing. */
  hint: Hint | '' = '';

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scene: () => Scene;
  readonly #onView: (stand: MapStand) => unknown;
  readonly #ground: Task<readonly [boolean, string, string], Ground | undefined>;
  readonly #seen = new IntersectionObserver(([entry]) => this.#onSeen(entry), {rootMargin: MARGIN});
  readonly #sized = new ResizeObserver(() => this.#map?.resize());
  #wanted = false;
  #canvas: HTMLElement | null = null;
  #map: LeafletMap | undefined;
  #frame: Bounds | undefined;
  #hintTimer: ReturnType<typeof setTimeout> | undefined;
  #shown: {
    ground?: Ground;
    campaigns?: MapCampaigns;
    question?: string;
    shapes: Shape[] | null;
    tiles: string | null;
  } = {shapes: null, tiles: null};

  /** @param scene - What to show. The host renders an element of class `canvas` where the map goes, or none. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    scene: () => Scene,
    onView: (stand: MapStand) => unknown,
  ) {
    this.#host = host;
    this.#scene = scene;
    this.#onView = onView;
    host.addController(this);
    this.#ground = new Task(host, {
      args: () => {
        const {territory, boundaries} = this.#scene();
        return [this.#wanted, territory, boundaries] as const;
      },
      task: async ([wanted, territory, boundaries], {signal}) => {
        if (!wanted) return undefined;
        const {loadGround} = await import('./leaflet-map.js');
        return loadGround(territory, boundaries, signal);
      },
    });
  }

  /** The ground under what is asked now; undefined until it is there. */
  get ground(): Ground | undefined {
    const {territory, boundaries} = this.#scene();
    const ground = this.#ground.value;
    return ground?.key === groundKey(territory, boundaries) ? ground : undefined;
  }

  /** The map stands and shows something. */
  get ready(): boolean {
    return this.#map !== undefined && this.#frame !== undefined;
  }

  /** The map itself, once it stands. */
  get map(): LeafletMap | undefined {
    return this.ready ? this.#map : undefined;
  }

  hostDisconnected() {
    this.#takeDown();
  }

  hostConnected() {
    this.#host.requestUpdate();
  }

  hostUpdated() {
    if (!this.#host.isConnected) return;
    const canvas = this.#host.shadowRoot?.querySelector<HTMLElement>('.canvas') ?? null;
    if (canvas !== this.#canvas) {
      this.#takeDown();
      this.#canvas = canvas;
      if (canvas) this.#seen.observe(canvas);
    }
    this.#sync();
  }

  /** Stands again where the map stood first. */
  reset() {
    if (this.#frame) this.#map?.frame(this.#frame, true);
  }

  #takeDown() {
    clearTimeout(this.#hintTimer);
    this.hint = '';
    this.#seen.disconnect();
    this.#sized.disconnect();
    this.#map?.remove();
    this.#map = undefined;
    this.#frame = undefined;
    this.#canvas = null;
    this.#shown = {shapes: null, tiles: null};
  }

  readonly #onHint = (hint: Hint) => {
    clearTimeout(this.#hintTimer);
    this.#hintTimer = setTimeout(() => this.#say(''), HINT_MS);
    this.#say(hint);
  };

  #say(hint: Hint | '') {
    if (hint === this.hint) return;
    this.hint = hint;
    this.#host.requestUpdate();
  }

  #onSeen(entry: IntersectionObserverEntry | undefined) {
    if (!entry?.isIntersecting) return;
    this.#seen.disconnect();
    this.#wanted = true;
    this.#host.requestUpdate();
    void this.#build(entry.target as HTMLElement);
  }

  async #build(canvas: HTMLElement) {
    try {
      const {LeafletMap} = await import('./leaflet-map.js');
      if (canvas !== this.#canvas || this.#map) return;
      this.#map = new LeafletMap(canvas, {onView: this.#onView, onHint: this.#onHint});
      this.#sized.observe(canvas);
    } catch (cause) {
      // A map that does not come is no reason to show nothing: the list says the same.
      this.failed = true;
      console.warn(`[${this.#host.localName}] The map could not be loaded: ${String(cause)}`);
    }
    this.#host.requestUpdate();
  }

  #sync() {
    const map = this.#map;
    if (!map) return;
    const ground = this.ground;
    const {campaigns, question, shapes, tiles, chosen, pointed} = this.#scene();
    const shown = this.#shown;
    if (campaigns && campaigns !== shown.campaigns) {
      shown.campaigns = campaigns;
      map.setCampaigns(campaigns, question === shown.question);
    }
    if (campaigns && ground && question !== shown.question) {
      const isFirst = shown.question === undefined;
      shown.question = question;
      this.#measure(campaigns, ground);
      if (this.#frame) map.frame(this.#frame, !isFirst);
      this.#host.requestUpdate();
    }
    // Before there is a frame nothing is drawn: all of the ground would come at once with it.
    if (ground && this.#frame && ground !== shown.ground) {
      shown.ground = ground;
      void map.setGround(ground);
    }
    if (shapes !== shown.shapes) {
      shown.shapes = shapes;
      map.setShapes(shapes);
    }
    if (tiles !== shown.tiles) {
      shown.tiles = tiles;
      map.setTiles(tiles);
    }
    map.mark(chosen, pointed);
  }

  #measure({points}: MapCampaigns, {territory, country, home, overseas}: Ground) {
    const wish: FrameWish = {
      outline: territory.length > 0 ? extentOf(territory) : null,
      country,
      home,
      territory: this.#scene().territory !== '',
      points: points.filter((point) => point !== null),
      overseas,
    };
    this.#frame = frameOf(wish);
    this.areas = areasOf(this.#frame, wish);
  }
}
