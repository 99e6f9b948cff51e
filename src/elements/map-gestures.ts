/** What a visitor is told who scrolls over a map. */
export type Hint = 'wheel' | 'touch';

/** What the wheel and fingers do to a map. */
export interface Gestures {
  /** The visitor takes hold of the map: what moves next is the visitor's doing. */
  onUse: () => void;
  /** The wheel zooms; positive steps look closer. */
  onWheel: (event: WheelEvent, steps: number) => void;
  onHint: (hint: Hint) => void;
  /** Lets the map be dragged, or not. */
  drag: (allowed: boolean) => void;
}

/** Pixels of the wheel for half a zoom level. */
const WHEEL_STEP = 50;

/** Milliseconds between two zooms by the wheel. */
const WHEEL_PAUSE = 60;

/**
 * A map inside a page leaves the page its own gestures: the wheel scrolls the page unless the map has
 * the focus or a modifier is held, and one finger scrolls it, two move the map.
 *
 * @returns Stops watching.
 */
export function watchGestures(container: HTMLElement, gestures: Gestures): () => void {
  const stop = new AbortController();
  const {signal} = stop;
  let pixels = 0;
  let last = 0;

  const onWheel = (event: WheelEvent) => {
    const focused = (container.getRootNode() as ShadowRoot).activeElement;
    const hasFocus = focused?.closest('.map')?.contains(container) === true;
    if (!(event.ctrlKey || event.metaKey || hasFocus)) {
      gestures.onHint('wheel');
      return;
    }
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 20;
    pixels -= event.deltaY * unit;
    const now = performance.now();
    if (Math.abs(pixels) < WHEEL_STEP || now - last < WHEEL_PAUSE) return;
    last = now;
    const steps = pixels > 0 ? 0.5 : -0.5;
    pixels = 0;
    gestures.onUse();
    gestures.onWheel(event, steps);
  };
  const onDown = (event: PointerEvent) => {
    gestures.drag(event.pointerType !== 'touch');
  };
  const onTouch = (event: TouchEvent) => {
    if (event.touches.length === 1) gestures.onHint('touch');
    else gestures.onUse();
  };

  container.addEventListener('wheel', onWheel, {signal, passive: false});
  container.addEventListener('pointerdown', onDown, {signal, capture: true});
  container.addEventListener('dblclick', gestures.onUse, {signal, capture: true});
  container.addEventListener('touchmove', onTouch, {signal, passive: true});
  return () => stop.abort();
}
