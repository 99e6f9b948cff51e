/** A position in CSS pixels. */
export interface Pixel {
  x: number;
  y: number;
}

/** Something pinned to the ground: an element whose centre stands on a place. */
export interface Pin {
  element: HTMLElement;
  lon: number;
  lat: number;
}

/** Where a place is inside the map's moving layer, at the zoom that is or that is coming. */
export type Project = (lon: number, lat: number) => Pixel;

/**
 * Elements that move with the map. They are ours, not Leaflet's markers: real buttons, at most some
 * hundreds, reused from one view to the next so that focus stays where it was.
 */
export class Pins {
  readonly #layer: HTMLElement;
  readonly #pins = new Map<string, Pin>();

  /** @param layer - Where the elements stand: a pane of the map. */
  constructor(layer: HTMLElement) {
    this.#layer = layer;
  }

  get all(): ReadonlyMap<string, Pin> {
    return this.#pins;
  }

  /**
   * Shows these pins, in this order, and no other.
   *
   * @param wanted - Key and place of each; two pins never have the same key.
   * @param make - Makes the element of a key that was not there.
   */
  show(
    wanted: readonly {key: string; lon: number; lat: number}[],
    make: (key: string) => HTMLElement,
    project: Project,
  ) {
    const keys = new Set(wanted.map(({key}) => key));
    for (const [key, {element}] of this.#pins) {
      if (keys.has(key)) continue;
      element.remove();
      this.#pins.delete(key);
    }
    let before: Element | null = null;
    for (const {key, lon, lat} of wanted) {
      const element = this.#pins.get(key)?.element ?? make(key);
      this.#pins.set(key, {element, lon, lat});
      const next: Element | null = before
        ? before.nextElementSibling
        : this.#layer.firstElementChild;
      // Moving an element takes its focus away: only what is out of place moves.
      if (next !== element) this.#layer.insertBefore(element, next);
      before = element;
    }
    this.move(project);
  }

  clear() {
    for (const {element} of this.#pins.values()) element.remove();
    this.#pins.clear();
  }

  /** Puts every pin where its place now is. */
  move(project: Project) {
    for (const {element, lon, lat} of this.#pins.values()) {
      const {x, y} = project(lon, lat);
      element.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0)`;
    }
  }
}
