import {LatLng, polygon, type Layer, type Map as Leaflet} from 'leaflet/dist/leaflet-src.esm.js';

import {breather} from './breathe.js';
import type {Polygons} from './map-boundaries.js';
import type {Ground, Shape} from './map-scene.js';

/** What a map draws under its markers: land and outlines, and territories in their colours. */
export class LeafletGround {
  readonly #map: Leaflet;
  #ground: Layer[] = [];
  #shapes: readonly Shape[] = [];
  #shaded: Layer[] = [];

  constructor(map: Leaflet) {
    this.#map = map;
  }

  /**
   * Draws the ground, layer by layer, so that the page has its turn in between.
   *
   * @returns Whether it is drawn: not when another came, or the map went.
   */
  async draw({land, boundaries, territory}: Ground): Promise<boolean> {
    for (const layer of this.#ground) layer.remove();
    const ground: Layer[] = [];
    this.#ground = ground;
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
      if (this.#ground !== ground) return false;
      ground.push(layerOf(rings, className).addTo(this.#map));
      await breathe();
    }
    if (this.#ground !== ground) return false;
    // Colours lie over it.
    this.shade(this.#shapes);
    return true;
  }

  /** Colours territories; none takes the colours away. */
  shade(shapes: readonly Shape[]) {
    for (const layer of this.#shaded) layer.remove();
    this.#shapes = shapes;
    this.#shaded = shapes.map(({polygons, className}) =>
      layerOf(ringsOf(polygons), className).addTo(this.#map),
    );
  }

  /** What is still to be drawn comes too late: the map goes. */
  stop() {
    this.#ground = [];
  }
}

/** As Leaflet has them: made once for all layers that draw the same. */
function ringsOf(polygons: Polygons): LatLng[][][] {
  return polygons.map((rings) =>
    rings.map((ring) => ring.map(([lon, lat]) => new LatLng(lat, lon))),
  );
}

function layerOf(rings: LatLng[][][], className: string) {
  return polygon(rings, {className, interactive: false, smoothFactor: 0.7});
}
