import {Task} from '@lit/task';
import type {ReactiveController, ReactiveControllerHost} from 'lit';

import {parseTerritory} from '../territory/codes.js';
import {findTerritory} from '../territory/gazetteer.js';
import {RelaisSelectEvent} from './events.js';
import type {Live} from './search-live.js';
import type {Place} from './search-option.js';
import {outcomeOf, type Outcome} from './search-outcome.js';
import {TargetsController} from './search-targets.js';

/** What an element must have for a `ChoiceController` to serve it. */
export interface ChoiceHost extends ReactiveControllerHost, HTMLElement {
  /** Code of what was chosen; empty when nothing is. */
  value: string;
  /** Code of what shows: what was chosen, or a wider territory. */
  territory: string;
  scope: string;
  for: string;
}

/** What a `ChoiceController` is told. */
export interface ChoiceWork {
  /** What is live; undefined while it is not known. */
  live: () => Live | undefined;
  /** The page chose: the place has its name now. null: the page cleared the choice. */
  onNamed: (place: Place | null) => void;
  /** A name, or what lies around a place, could not be loaded. */
  onError: (cause: unknown) => void;
}

/**
 * What was chosen, by the visitor or by the page: finds its name, moves the elements of `for`, and
 * widens to where something is live. `Task` sees to it that the last choice wins.
 */
export class ChoiceController implements ReactiveController {
  chosen: Place | null = null;
  /** What is live there. Null while nobody knows, and when there is no feed. */
  outcome: Outcome | null = null;
  /** The visitor wants the chosen place alone, not the wider one. */
  only = false;

  readonly #host: ChoiceHost;
  readonly #work: ChoiceWork;
  readonly #targets: TargetsController;
  readonly #names: Task<readonly [string], Place | null | undefined>;
  readonly #outcomes: Task<readonly [Place | null, Live | undefined, string], Outcome | null>;
  /** What the other elements follow: what was chosen, unless the page cancelled it. */
  #followed: Place | null = null;
  /** The territory that this controller, or the page, set last. */
  #shown = '';
  #started = false;

  constructor(host: ChoiceHost, work: ChoiceWork) {
    this.#host = host;
    this.#work = work;
    this.#targets = new TargetsController(host, () => host.for);
    // Before the tasks: what the page sets must be read before they look at it.
    host.addController(this);
    this.#names = new Task(host, {
      args: () => [host.value] as const,
      task: async ([value]): Promise<Place | null | undefined> =>
        value === (this.chosen?.code ?? '') ? this.chosen : findTerritory(value),
      onComplete: (place) => this.#name(place ?? null),
      onError: (cause) => {
        this.#show(host.value);
        // The bare code is better than an empty field that holds a value.
        work.onNamed({code: host.value, name: host.value, kind: 'country'});
        work.onError(cause);
      },
    });
    this.#outcomes = new Task(host, {
      args: () => [this.#followed, work.live(), host.scope] as const,
      task: ([place, live, scope]) => (place && live ? outcomeOf(live, place, scope) : null),
      onComplete: (outcome) => this.#settle(outcome),
      onError: (cause) => {
        if (this.#followed) this.#show(this.#followed.code);
        work.onError(cause);
      },
    });
  }

  hostUpdate() {
    const host = this.#host;
    const first = !this.#started;
    this.#started = true;
    if (host.territory === this.#shown) return;
    this.#shown = host.territory;
    if (first && host.value) return;
    const asked = parseTerritory(host.territory);
    const code = asked ? `${asked.kind}:${asked.code}` : '';
    if (code && code === host.value) {
      this.only = true;
      this.#targets.show(code);
    }
    host.value = code;
  }

  /** The visitor chose that place. */
  choose(place: Place) {
    this.chosen = place;
    this.only = false;
    this.outcome = null;
    this.#followed = null;
    this.#host.value = place.code;
    if (!this.#ask(place.code)) return;
    this.#followed = place;
    // With a feed, the outcome says where to go: moving twice would make the map jump.
    if (!this.#work.live()) this.#show(place.code);
  }

  /** Nothing is chosen any more, and the other elements show what they did before. */
  clear() {
    this.drop();
    this.#show('');
  }

  /** Nothing is chosen any more, but the other elements stay where they are. */
  drop() {
    this.chosen = null;
    this.outcome = null;
    this.only = false;
    this.#followed = null;
    this.#host.value = '';
  }

  /** Looks again for the name and for what is live, when they could not be loaded. */
  retry() {
    void this.#names.run();
    void this.#outcomes.run();
  }

  /** Goes from the wider territory to the chosen place alone, or back. */
  toggle() {
    const {outcome} = this;
    if (!outcome?.wider) return;
    const code = this.only ? outcome.wider.place.code : outcome.chosen.code;
    if (!this.#ask(code)) return;
    this.only = !this.only;
    this.#show(code);
  }

  #ask(territory: string): boolean {
    return this.#host.dispatchEvent(new RelaisSelectEvent({territory}));
  }

  #name(place: Place | null) {
    // A former code has found its successor, an unknown one nothing.
    this.#host.value = place?.code ?? '';
    if (place === this.chosen) return;
    this.chosen = place;
    this.only = false;
    this.outcome = null;
    this.#followed = place;
    this.#work.onNamed(place);
    if (!place || !this.#work.live()) this.#show(place?.code ?? '');
  }

  #settle(outcome: Outcome | null) {
    this.outcome = outcome;
    this.#host.requestUpdate();
    if (!outcome) return;
    const {chosen, wider} = outcome;
    this.#show(wider && !this.only ? wider.place.code : chosen.code);
  }

  #show(territory: string) {
    if (territory !== this.#shown) {
      this.#shown = territory;
      this.#host.territory = territory;
    }
    this.#targets.show(territory);
    this.#host.requestUpdate();
  }
}
