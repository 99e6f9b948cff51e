import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What `for` may name: anything that takes a territory. */
interface Target extends Element {
  territory?: string;
}

/**
 * Keeps the elements that `for` names on one territory. They may come, be defined, or be replaced
 * after the choice: each is set as soon as it is there. What an element showed before is remembered
 * and given back when the choice is cleared.
 */
export class TargetsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #ids: () => string;
  readonly #observer = new MutationObserver(() => this.#apply());
  /** The territory each element had before the first choice; it is forgotten once given back. */
  readonly #before = new Map<Target, string>();
  #territory = '';
  /** What `for` said when it was looked at last. */
  #named = '';

  /** @param ids - Ids separated by spaces, in the root where the host stands. */
  constructor(host: ReactiveControllerHost & Element, ids: () => string) {
    this.#host = host;
    this.#ids = ids;
    host.addController(this);
  }

  hostConnected() {
    this.#watch();
  }

  hostUpdated() {
    if (this.#ids() !== this.#named) this.#watch();
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }

  /** Moves the elements there. Empty: each gets back the territory that it had. */
  show(territory: string) {
    this.#territory = territory;
    this.#watch();
    if (territory) return;
    for (const [target, before] of this.#before) target.territory = before;
    this.#before.clear();
  }

  #watch() {
    this.#observer.disconnect();
    this.#named = this.#ids();
    this.#release();
    if (!this.#territory || !this.#ids().trim() || !this.#host.isConnected) return;
    this.#observer.observe(this.#host.getRootNode(), {
      attributeFilter: ['id'],
      childList: true,
      subtree: true,
    });
    this.#apply();
  }

  /** Elements that `for` names no more get back the territory that they had. */
  #release() {
    const ids = this.#named.split(/\s+/);
    for (const [target, before] of this.#before) {
      if (ids.includes(target.id)) continue;
      target.territory = before;
      this.#before.delete(target);
    }
  }

  #apply() {
    const root = this.#host.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    for (const id of this.#ids().split(/\s+/)) {
      const target: Target | null = id ? root.getElementById(id) : null;
      if (target) this.#set(target);
    }
  }

  #set(target: Target) {
    if (!target.matches(':defined')) {
      // A property set now would hide the accessor of the class to come.
      void customElements.whenDefined(target.localName).then(() => this.#apply());
      return;
    }
    if (!this.#territory || target.territory === this.#territory) return;
    if (!this.#before.has(target)) this.#before.set(target, target.territory ?? '');
    target.territory = this.#territory;
  }
}
