import {Task} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Level} from '../feed/tally.js';
import type {Shape} from './map-scene.js';
import type {ShadeQuestion, Shading, Measure} from './map-shading.js';

type Chunk = typeof import('./map-shade.js');

const MEASURES: readonly Measure[] = ['number', 'amount', 'per-inhabitant'];
const BY: readonly Level[] = ['departement', 'region', 'epci', 'commune'];

/** What is to be coloured, once it is known; its text is what the page wrote. */
export interface ShadeWish extends Omit<ShadeQuestion, 'measure' | 'by' | 'of'> {
  shade: string;
  by: string;
  /** Undefined while it is being read. */
  of: ShadeQuestion['of'] | undefined;
}

/** Colours a map by territory: loads what it takes when a page asks for it, and never before. */
export class Shades implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #task: Task<readonly unknown[], {chunk: Chunk; shading: Shading} | undefined>;

  #shapes: {of: Shading; made: Shape[]} | undefined;

  /** @param wish - Its `of` and `boundaries` are the same objects as long as they say the same. */
  constructor(host: ReactiveControllerHost & HTMLElement, wish: () => ShadeWish) {
    this.#host = host;
    host.addController(this);
    this.#task = new Task(host, {
      args: () => {
        const {shade, by, territory, of, boundaries} = wish();
        const parts = of && 'mask' in of ? [of.table ?? of, of.mask] : [of];
        return [shade, by, territory, boundaries, ...parts];
      },
      task: async (_, {signal}) => {
        const {shade, by, of, ...rest} = wish();
        const measure = measureOf(shade);
        if (!measure || !of) return undefined;
        const level = BY.find((one) => one === by.trim()) ?? 'departement';
        const chunk = await import('./map-shade.js');
        const shading = await chunk.shade({...rest, of, measure, by: level});
        signal.throwIfAborted();
        return {chunk, shading};
      },
    });
  }

  /** What draws it, and what it shows; undefined when nothing is asked or it is not there yet. */
  get value(): {chunk: Chunk; shading: Shading} | undefined {
    return this.#task.value;
  }

  /** The coloured territories; the same list while they are the same. */
  get shapes(): Shape[] | null {
    const {value} = this;
    if (!value) return null;
    if (this.#shapes?.of !== value.shading) {
      const {areas, classes} = value.shading;
      const made = areas.map((area) => ({
        polygons: area.polygons,
        className: value.chunk.shadeOf(area, classes.length),
      }));
      this.#shapes = {of: value.shading, made};
    }
    return this.#shapes.made;
  }

  hostUpdated() {
    const root = this.#host.shadowRoot;
    if (root) this.value?.chunk.dressShades(root);
  }
}

/** What the colours say; undefined for what is none of ours: the map is then not coloured. */
export function measureOf(text: string): Measure | undefined {
  return MEASURES.find((one) => one === text.trim());
}
