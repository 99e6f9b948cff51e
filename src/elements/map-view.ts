import {Task} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {breather} from './breathe.js';
import {tellError} from './feed-controller.js';
import type {LeafletMap} from './leaflet-map.js';
import type {Bounds} from './map-clusters.js';
import type {Hint} from './map-gestures.js';
import {areasOf, extentOf, frameOf, type Area, type FrameWish} from './map-frame.js';
import {
  groundKey,
  type Ground,
  type MapCampaigns,
  type MapStand,
  type Scene,
  type Shape,
} from './map-scene.js';

/** What a `MapView` needs of its element. */
type ViewHost = ReactiveControllerHost & HTMLElement & {feed: string};

/** What stands over the map, in the element. */
const COVERS = '.tools, .pan, .area, .attribution';

/** How near, in CSS pixels, the map must come to the screen before it is loaded. */
const MARGIN = '256px';

/** Milliseconds that a hint stays. */
const HINT_MS = 1600;

/**
 * Brings the map of one element: loads its code when it is about to be seen, gives it what the element
 * shows, and takes it down with the element. Without its code the element goes on as a list.
 */
export class MapView implements ReactiveController {
  /** The map could not be loaded, or not be drawn. */
  failed = false;
  /** Places apart, out of the frame. */
  areas: Area[] = [];
  /** What the visitor is told for a moment; empty: nothing. */
  hint: Hint | '' = '';

  readonly #host: ViewHost;
  readonly #scene: () => Scene;
  readonly #onView: (stand: MapStand) => unknown;
  readonly #ground: Task<readonly [boolean, string, string], Ground | undefined>;
  /** Missing where a browser or an extension has none: the map then comes at once. */
  readonly #seen =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(([entry]) => this.#onSeen(entry), {rootMargin: MARGIN})
      : undefined;
  readonly #sized = new ResizeObserver(() => this.#map?.resize());
  #wanted = false;
  #canvas: HTMLElement | null = null;
  #map: LeafletMap | undefined;
  #frame: Bounds | undefined;
  /** The map is to go to its frame, and moves there or is there at once. */
  #framing = false;
  #moves = false;
  #hintTimer: ReturnType<typeof setTimeout> | undefined;
  #shown: {
    ground?: Ground;
    campaigns?: MapCampaigns;
    question?: string;
    shapes: Shape[] | null;
    tiles: string | null;
  } = {shapes: null, tiles: null};

  /** @param scene - What to show. The host renders an element of class `canvas` where the map goes, or none. */
  constructor(host: ViewHost, scene: () => Scene, onView: (stand: MapStand) => unknown) {
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
      if (canvas) this.#await(canvas);
    }
    try {
      this.#sync();
    } catch (cause) {
      this.#fail(cause);
    }
  }

  /** Stands again where the map stood first. */
  reset() {
    if (this.#frame) this.#map?.frame(this.#frame, true);
  }

  #takeDown() {
    clearTimeout(this.#hintTimer);
    this.hint = '';
    this.#seen?.disconnect();
    this.#sized.disconnect();
    const map = this.#map;
    this.#map = undefined;
    this.#frame = undefined;
    this.#canvas = null;
    this.#shown = {shapes: null, tiles: null};
    map?.remove();
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

  #await(canvas: HTMLElement) {
    if (this.#seen) this.#seen.observe(canvas);
    else this.#want(canvas);
  }

  #onSeen(entry: IntersectionObserverEntry | undefined) {
    if (!entry?.isIntersecting) return;
    this.#seen?.disconnect();
    this.#want(entry.target as HTMLElement);
  }

  #want(canvas: HTMLElement) {
    this.#wanted = true;
    this.#host.requestUpdate();
    void this.#build(canvas);
  }

  async #build(canvas: HTMLElement) {
    try {
      const {LeafletMap} = await import('./leaflet-map.js');
      if (canvas !== this.#canvas || this.#map) return;
      const covers = () => this.#host.shadowRoot?.querySelectorAll(COVERS) ?? [];
      const [onView, onHint] = [this.#onView, this.#onHint];
      this.#map = new LeafletMap(canvas, {onView, onHint, covers});
      this.#sized.observe(canvas);
    } catch (cause) {
      this.#fail(cause);
    }
    this.#host.requestUpdate();
  }

  /** A map that does not come is no reason to show nothing: the list says the same. */
  #fail(cause: unknown) {
    if (this.failed) return;
    this.failed = true;
    tellError(this.#host, cause);
    try {
      this.#takeDown();
    } catch {
      // What is left of a map that could not be drawn may not know how to end.
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
      this.#moves = shown.question !== undefined;
      shown.question = question;
      this.#measure(campaigns, ground);
      // It is framed once its buttons stand, which depend on the frame: they take room. And in a turn of its own.
      this.#framing = true;
      void breather(0)().then(() => this.#host.requestUpdate());
      return;
    }
    if (this.#framing && this.#frame) {
      this.#framing = false;
      map.frame(this.#frame, this.#moves);
    }
    // Before there is a frame nothing is drawn: all of the ground would come at once with it.
    if (ground && this.#frame && ground !== shown.ground) {
      shown.ground = ground;
      map.setGround(ground).catch((cause: unknown) => this.#fail(cause));
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
