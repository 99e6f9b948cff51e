import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Tells an element that it is about to be printed: paper has no button for more, so the element shows all. */
export class Printing implements ReactiveController {
  /** The page is being printed now. */
  active = false;

  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    window.addEventListener('beforeprint', this.#onPrint);
    window.addEventListener('afterprint', this.#onPrint);
  }

  hostDisconnected() {
    window.removeEventListener('beforeprint', this.#onPrint);
    window.removeEventListener('afterprint', this.#onPrint);
  }

  readonly #onPrint = (event: Event) => {
    this.active = event.type === 'beforeprint';
    this.#host.requestUpdate();
  };
}
