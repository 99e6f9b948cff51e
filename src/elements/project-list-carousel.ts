import {html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';

/** Scrolling stops at fractions of a pixel: nearer than this is there. */
const NEAR_PX = 2;

/**
 * A row of cards that scrolls sideways, and two buttons that do it for those who do not swipe. It
 * never moves by itself (WCAG 2.2.2), traps no focus, and needs no drag (2.5.7): the browser's own
 * scrolling and snapping do the work.
 */
export class Carousel implements ReactiveController {
  /** Nothing is hidden before the first card in sight. */
  atStart = true;
  /** Nothing is hidden after the last card in sight. */
  atEnd = true;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #resized = new ResizeObserver(() => this.measure());
  #row: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated() {
    const row = this.#host.shadowRoot?.querySelector<HTMLElement>('.carousel') ?? null;
    if (row !== this.#row) {
      this.#resized.disconnect();
      this.#row = row;
      if (row) this.#resized.observe(row);
    }
    this.measure();
  }

  hostDisconnected() {
    this.#resized.disconnect();
    this.#row = null;
  }

  /** Looks where the row stands, and renders again when that changes a button. */
  readonly measure = () => {
    const row = this.#row;
    if (!row) return;
    // From right to left, the position is negative.
    const before = Math.abs(row.scrollLeft);
    const atStart = before < NEAR_PX;
    const atEnd = before + row.clientWidth > row.scrollWidth - NEAR_PX;
    if (atStart === this.atStart && atEnd === this.atEnd) return;
    this.atStart = atStart;
    this.atEnd = atEnd;
    this.#host.requestUpdate();
  };

  /** Goes one width of the row back (-1) or on (1). */
  go(direction: -1 | 1) {
    const row = this.#row;
    if (!row) return;
    const sign = getComputedStyle(row).direction === 'rtl' ? -direction : direction;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    row.scrollBy({left: sign * row.clientWidth, behavior: calm ? 'instant' : 'smooth'});
  }

  /**
   * The two buttons; nothing when every card is in sight. At an end a button says that it is of no
   * use (`aria-disabled`) but keeps the focus, which `disabled` would throw away.
   */
  renderButtons(labels: {previous: string; next: string}) {
    if (this.atStart && this.atEnd) return nothing;
    return html`<div class="arrows">
      ${this.#renderButton('previous', labels.previous, this.atStart, -1)}
      ${this.#renderButton('next', labels.next, this.atEnd, 1)}
    </div>`;
  }

  #renderButton(part: string, label: string, useless: boolean, direction: -1 | 1) {
    return html`<button
      part=${part}
      type="button"
      class="arrow ${part}"
      aria-label=${label}
      aria-controls="list"
      aria-disabled=${useless ? 'true' : nothing}
      @click=${() => this.go(direction)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d="M9 5l7 7-7 7"></path>
      </svg>
    </button>`;
  }
}
