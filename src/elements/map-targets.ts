import type {Bounds} from './map-clusters.js';

/** What `for` may name: a list that takes a box. */
interface Target extends Element {
  bounds?: Bounds | null;
}

/**
 * Gives a box to the elements that `for` names, in the root where the map stands. An element whose
 * class is not there yet gets it as soon as it is.
 *
 * @param ids - Ids separated by spaces. Those that name nothing are passed over.
 * @param bounds - Null: everywhere.
 */
export function giveBounds(host: Element, ids: string, bounds: Bounds | null): void {
  const root = host.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  for (const id of ids.split(/\s+/)) {
    const target: Target | null = id ? root.getElementById(id) : null;
    if (!target) continue;
    if (target.matches(':defined')) target.bounds = bounds;
    // A property set now would hide the accessor of the class to come.
    else {
      void customElements.whenDefined(target.localName).then(() => {
        target.bounds = bounds;
      });
    }
  }
}
