import type {ReactiveController, ReactiveControllerHost} from 'lit';

import type {Campaign} from '../feed/campaign.js';
import type {Bounds, Cluster} from './map-clusters.js';
import {listed, PAGE, type Listing} from './map-list.js';
import {giveBounds} from './map-targets.js';

/** What a `MapVisit` needs of its element. */
export interface VisitHost extends ReactiveControllerHost, HTMLElement {
  /** Ids of the lists that follow the map. */
  for: string;
  bounds: Bounds | null;
}

/** What part of the campaigns the visitor looks at. */
export interface Look extends Pick<Listing, 'why' | 'limit' | 'chosen'> {
  /** What the markers stand for, since the visitor moved the map or chose one place; null: all. */
  clusters: readonly Cluster[] | null;
}

/** What the visitor did to a map, and what of the campaigns its list shows for it. Kept nowhere else. */
export class MapVisit implements ReactiveController {
  /** The campaign whose marker was chosen; empty: none. */
  chosen = '';

  readonly #host: VisitHost;
  #inView: ReadonlySet<string> | null = null;
  #why: Listing['why'] = 'view';
  /** What is in view, for when the list leaves one place. */
  #seen: ReadonlySet<string> | null = null;
  #clusters: readonly Cluster[] | null = null;
  #seenClusters: readonly Cluster[] | null = null;
  #limit = PAGE;

  constructor(host: VisitHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.forget();
  }

  /** The map is back where it stood first; the list shows all. */
  forget() {
    if (this.#host.bounds) giveBounds(this.#host, this.#host.for, null);
    this.#host.bounds = null;
    this.chosen = '';
    this.#seen = null;
    this.#seenClusters = null;
    this.#narrow(null, null, 'view');
  }

  /** The lists that follow are others now: those that followed `before` show everything again. */
  follow(before: string) {
    const {bounds} = this.#host;
    if (!bounds) return;
    giveBounds(this.#host, before, null);
    giveBounds(this.#host, this.#host.for, bounds);
  }

  /** What is looked at, for campaigns that are not all there. */
  get state(): Look {
    const [clusters, why, limit, chosen] = [this.#clusters, this.#why, this.#limit, this.chosen];
    return {clusters, why, limit, chosen};
  }

  /** The visitor looks at a part of the map: these clusters, and these campaigns as far as they are there. */
  look(bounds: Bounds, clusters: readonly Cluster[], ids: readonly string[]) {
    this.#host.bounds = bounds;
    giveBounds(this.#host, this.#host.for, bounds);
    this.#seen = new Set(ids);
    this.#seenClusters = clusters;
    this.#narrow(this.#seen, clusters, 'view');
  }

  /** The visitor chose one campaign: the list leaves the one place where it may have been. */
  choose(id: string) {
    this.chosen = id;
    if (this.#why === 'place' && !this.#inView?.has(id))
      this.#narrow(this.#seen, this.#seenClusters, 'view');
    this.#host.requestUpdate();
  }

  /** The visitor chose a marker of several campaigns that zooming in would not tell apart. */
  gather(campaigns: readonly Campaign[], cluster: Cluster) {
    this.chosen = '';
    this.#narrow(new Set(campaigns.map(({id}) => id)), [cluster], 'place');
    this.#limit = Math.max(PAGE, campaigns.length);
  }

  /** Shows more entries, and goes on with the first of them. */
  async more() {
    const next = this.#host.shadowRoot?.querySelectorAll('.entry').length ?? 0;
    this.#limit += PAGE;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelectorAll<HTMLElement>('.entry a')[next]?.focus();
  }

  /**
   * What the list shows.
   *
   * @param view - With the map alone, only what was chosen on it.
   */
  listing(all: readonly Campaign[], view: 'both' | 'map' | 'list', printing: boolean): Listing {
    const [inView, why, chosen] = [this.#inView, this.#why, this.chosen];
    const limit = printing ? Infinity : this.#limit;
    if (view !== 'map' || printing) return {all, inView, why, limit, chosen};
    const isHere = ({id}: Campaign) => (why === 'place' ? inView?.has(id) : id === chosen);
    return {all: all.filter(isHere), inView: null, why, limit, chosen};
  }

  /** Brings an entry of this listing into view, and the focus to its link. */
  async show(id: string, listing: Listing) {
    const position = listed(listing).placed.findIndex((one) => one.id === id);
    this.#limit = Math.max(this.#limit, position + 1);
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const entry = this.#host.shadowRoot?.querySelector(`[data-id="${CSS.escape(id)}"]`);
    entry?.querySelector<HTMLElement>('a')?.focus({preventScroll: true});
    // Within the list; the page moves only as far as it must for the entry to be seen.
    entry?.scrollIntoView({block: 'nearest'});
  }

  #narrow(
    inView: ReadonlySet<string> | null,
    clusters: readonly Cluster[] | null,
    why: Listing['why'],
  ) {
    this.#inView = inView;
    this.#clusters = clusters;
    this.#why = why;
    this.#limit = PAGE;
    this.#host.requestUpdate();
  }
}
