import type {Campaign} from '../feed/campaign.js';
import {RelaisSelectEvent} from './events.js';
import type {LeafletMap} from './leaflet-map.js';
import type {MarkerActions} from './map-campaigns.js';
import type {Cluster} from './map-clusters.js';
import type {Listing} from './map-list.js';
import type {MapLoaded} from './map-load.js';
import type {MapVisit} from './map-visit.js';

/** What a `MapChoice` asks its element, each time anew. */
export interface ChoiceSource {
  /** Undefined until the map stands. */
  map: () => LeafletMap | undefined;
  read: () => MapLoaded | undefined;
  listing: () => Listing | undefined;
}

/** What choosing does: a marker opens its entry in the list, an entry points at its marker. */
export class MapChoice implements MarkerActions {
  /** The campaign whose entry the pointer or the focus is on; empty: none. */
  pointed = '';

  readonly #host: HTMLElement;
  readonly #visit: MapVisit;
  readonly #of: ChoiceSource;

  constructor(host: HTMLElement, visit: MapVisit, of: ChoiceSource) {
    this.#host = host;
    this.#visit = visit;
    this.#of = of;
  }

  readonly marker = (campaign: Campaign) => {
    if (!this.#host.dispatchEvent(new RelaisSelectEvent({campaign}))) return;
    this.#visit.choose(campaign.id);
    this.#show(campaign);
  };

  readonly onePlace = (campaigns: Campaign[], cluster: Cluster) => {
    this.#visit.gather(campaigns, cluster);
    if (campaigns[0]) this.#show(campaigns[0]);
  };

  /** An entry asks for its marker. */
  readonly locate = ({id, coordinates}: Campaign) => {
    const {stock, campaigns = []} = this.#of.read() ?? {};
    const member = stock?.memberOf(id) ?? campaigns.findIndex((campaign) => campaign.id === id);
    this.#visit.choose(id);
    if (coordinates) this.#of.map()?.locate(member, coordinates);
  };

  /** The pointer or the focus is on an entry; null: on none any more. */
  readonly point = (campaign: Campaign | null) => {
    this.pointed = campaign?.id ?? '';
    this.#of.map()?.mark(this.#visit.chosen, this.pointed);
  };

  /** The link of an entry is followed, unless the page says no. */
  readonly follow = (event: Event, campaign: Campaign) => {
    if (!this.#host.dispatchEvent(new RelaisSelectEvent({campaign}))) event.preventDefault();
  };

  #show({id}: Campaign) {
    const listing = this.#of.listing();
    if (listing) void this.#visit.show(id, listing);
  }
}
