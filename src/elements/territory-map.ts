import {LitElement, html, nothing} from 'lit';
import {property, state} from 'lit/decorators.js';

import {pick, type Language} from '../i18n/localize.js';
import {mapStrings} from '../i18n/strings.js';
import {checkTerritory} from './asked-territory.js';
import {hasFallback} from './fallback.js';
import {partlyNote} from './figures.js';
import {FeedController, type State} from './feed-controller.js';
import {languageFor} from './language.js';
import {Markers} from './map-campaigns.js';
import {MapChoice} from './map-choice.js';
import type {Bounds} from './map-clusters.js';
import {mapPanel, type Listing} from './map-list.js';
import {MapLoad, type MapLoaded} from './map-load.js';
import {mapRegion} from './map-region.js';
import type {Scene} from './map-scene.js';
import {checkTiles, readTiles} from './map-tiles.js';
import {MapView} from './map-view.js';
import {MapVisit} from './map-visit.js';
import {problemNotice, staleNote} from './notices.js';
import {Shades} from './map-shades.js';
import {Printing} from './printing.js';
import styles from './territory-map.styles.js';

const NONE: readonly never[] = [];

/** What of the element shows: the map with its list, or one of the two. */
export type MapViewName = 'both' | 'map' | 'list';

/**
 * The campaigns of a territory on a map, with a list that says the same.
 *
 * The ground is drawn from outlines that come with the package: no third party is asked for anything
 * unless `tiles` is set and the visitor agrees. Near campaigns are one marker with their number. There
 * are no pop-ups: a marker opens its entry in the list, an entry points at its marker. When the
 * visitor moves the map, the list shows what is in view, and a button brings back the rest.
 *
 * @tag relais-territory-map
 *
 * @slot - What the page shows without script, while loading, when empty and on error: at best a link to the campaigns.
 * @fires {RelaisLoadEvent} relais-load - The feed was read; fired again after each refresh. Holds the campaigns of the map, in the list's order.
 * @fires {RelaisErrorEvent} relais-error - The feed could not be read, or the map could not be loaded or drawn: its list then stands alone.
 * @fires {RelaisSelectEvent} relais-select - The visitor chose a marker or follows the link of an entry; cancelable.
 * @csspart map - The map with its buttons.
 * @csspart marker - The marker of one campaign.
 * @csspart cluster - The marker of several campaigns.
 * @csspart zoom - The buttons that zoom in and out.
 * @csspart pan - The four arrows that move the map.
 * @csspart reset - The button back to the first view.
 * @csspart areas - The list of places apart, such as overseas départements.
 * @csspart area - The button to one place apart.
 * @csspart consent - What asks before tiles are loaded.
 * @csspart attribution - Whose tiles they are.
 * @csspart panel - The list with its count.
 * @csspart count - How many campaigns the list shows.
 * @csspart all - The button that shows all campaigns again.
 * @csspart list - The list of campaigns.
 * @csspart entry - One campaign of the list.
 * @csspart chosen - The entry whose marker was chosen.
 * @csspart title - The heading of an entry.
 * @csspart link - The link to the campaign's own page.
 * @csspart place - Where the campaign happens.
 * @csspart locate - The button of an entry that shows it on the map.
 * @csspart bar - The progress bar of an entry.
 * @csspart amount - What has been collected, in words.
 * @csspart facts - Percentage, backers and time left.
 * @csspart more - The button that shows more entries.
 * @csspart legend - What the colours say, when territories are coloured.
 * @csspart table - The table that says the same as the colours.
 * @csspart row - One territory of that table.
 * @csspart partly - From how many campaigns of how many it is, when not all were gone through.
 * @csspart date - The date of the figures, when they are stale.
 * @csspart notice - What is said when there is nothing to show.
 * @cssprop [--relais-accent=#a8371a] - Colour of markers, of the territory's outline and of focus.
 * @cssprop [--relais-on-accent=#ffffff] - Text on the accent colour.
 * @cssprop [--relais-accent-soft=#fbeee9] - Ground of what is chosen.
 * @cssprop [--relais-surface=#ffffff] - Ground of the list and of the map's buttons.
 * @cssprop [--relais-sunken=#f4f2ee] - Ground of notices.
 * @cssprop [--relais-text=#1f2328] - Colour of the text.
 * @cssprop [--relais-muted=#565d66] - Secondary text.
 * @cssprop [--relais-line=#dedad3] - Thin lines.
 * @cssprop [--relais-control=#7d7870] - Borders of controls.
 * @cssprop [--relais-track=#eae5dd] - The empty part of bars and rings.
 * @cssprop [--relais-success=#17663f] - Bars and rings once the goal is reached.
 * @cssprop [--relais-radius=0.75rem] - Radius of the corners.
 * @cssprop [--relais-shadow] - Shadow of what stands over the map.
 * @cssprop [--relais-gap=1rem] - Space between the map and its list.
 * @cssprop [--relais-font=inherit] - Font family.
 * @cssprop [--relais-bar-size=0.5rem] - Height of the bars.
 * @cssprop [--relais-map-height=34rem] - Height of the map beside its list; above it, it is at most two thirds of that.
 * @cssprop [--relais-map-sea=#dfe8ea] - The ground where there is no land.
 * @cssprop [--relais-map-land=#f1ede4] - The land around the territory.
 * @cssprop [--relais-map-border=#cfc8ba] - Borders of the départements.
 * @cssprop [--relais-map-territory=#ffffff] - The territory itself.
 */
export class RelaisTerritoryMap extends LitElement {
  static override styles = styles;

  /** Address of the feed, or several separated by spaces. Missing: the page's fallback shows. */
  @property({useDefault: true}) feed = '';

  /** Territory ("commune:33063", "departement:33"…) that is framed and whose campaigns show. Missing: all of the feed's. */
  @property({useDefault: true}) territory = '';

  /** Address of GeoJSON outlines, drawn over the land; a feature whose `code`, `insee` or `siren` is the territory's is the territory. Missing: those of the package. */
  @property({useDefault: true}) boundaries = '';

  /** Address of background tiles with {z}, {x} and {y}. Nothing is asked before the visitor agrees. Missing: none. */
  @property({useDefault: true}) tiles = '';

  /** Whose tiles they are, in plain text; shown with them. */
  @property({attribute: 'tiles-attribution'}) tilesAttribution = '';

  /** Statuses to show, separated by spaces: `upcoming`, `live`, `succeeded`, `failed`, `cancelled`; or `all`. Missing or none of these: `live`. */
  @property({useDefault: true}) status = 'live';

  /** Id of a list in the same root, or several separated by spaces: it shows what the map shows once the visitor moved it. */
  @property({useDefault: true}) for = '';

  /** Colours the territories by what is in them, with a legend and a table: `number` (of campaigns), `amount` (raised), `per-inhabitant` (amount raised). Missing or anything else: markers. */
  @property() shade: '' | 'number' | 'amount' | 'per-inhabitant' = '';

  /** What `shade` colours: `departement`, `region`, or, with their outlines in `boundaries`, `epci` or `commune`. Anything else is `departement`. */
  @property() by: 'departement' | 'region' | 'epci' | 'commune' = 'departement';

  /** What shows: `both`, `map` or `list` (the map's code is then never loaded). Anything else is `both`. */
  @property({useDefault: true}) view: MapViewName = 'both';

  /** Language of the words ("fr", "en"). Missing: that of the page around; else French. */
  @property({reflect: true, useDefault: true}) override lang = '';

  /** Short name of who relays ("mairie-pau"): the links then carry utm parameters. */
  @property({useDefault: true}) relay = '';

  /** Name of the adapter to force, and perhaps what is what in the answer: `csv:title=Nom` (FEED.md). Missing: the shape decides. */
  @property({useDefault: true}) format = '';

  /** Seconds between two readings of the feed, 10 at least; 0 reads it once. */
  @property({type: Number}) refresh = 0;

  /** Level of the entries' titles, 2 to 6. Anything else is 3. */
  @property({type: Number, attribute: 'heading-level'}) headingLevel = 3;

  /** Where the element stands: `idle`, `loading`, `ready`, `empty`, `error`. Read-only. */
  @property({reflect: true}) state: State = 'idle';

  /** The figures are older than the last attempt to read them. Read-only. */
  @property({type: Boolean, reflect: true}) stale = false;

  /** West, south, east, north of what the visitor looks at, in degrees; null while the map stands where it stood first. Read-only. */
  @property({attribute: false}) bounds: Bounds | null = null;

  @state() private agreed = '';

  readonly #load = new MapLoad(this);
  readonly #feed = new FeedController<MapLoaded>(this, {
    args: () => [this.territory, this.status],
    load: (url, options) => {
      const {territory, status} = this;
      checkTerritory(this, territory);
      return this.#load.read(url, {...options, territory, status});
    },
    isEmpty: ({campaigns, stock}) => (stock?.total ?? campaigns.length) === 0,
  });
  readonly #printing = new Printing(this);
  readonly #visit = new MapVisit(this);
  readonly #choice = new MapChoice(this, this.#visit, {
    map: () => this.#map.map,
    read: () => this.#feed.value,
    listing: () => this.#listing(this.#view),
  });
  readonly #markers = new Markers(this.#choice);
  readonly #map = new MapView(
    this,
    () => this.#scene,
    ({bounds, clusters, byVisitor}) => {
      const ids = this.#feed.value?.stock ? [] : this.#markers.idsOf(clusters);
      if (byVisitor) this.#visit.look(bounds, clusters, ids);
      // A movement of the visitor's may end after another territory was asked for, and before it stands.
      else if (this.bounds) this.#visit.forget();
    },
  );
  readonly #shades = new Shades(this, () => {
    const {value} = this.#feed;
    const {shade, by, territory} = this;
    const of = value?.stock ?? value?.campaigns;
    return {shade, by, territory, of, boundaries: this.#map.ground?.given ?? NONE};
  });
  /** The element has shown its map or list once: it stays while another territory is read. */
  #stood = false;

  protected override willUpdate(changed: Map<PropertyKey, unknown>) {
    if (changed.has('tiles')) checkTiles(this, this.tiles);
    const asked = ['feed', 'territory', 'status', 'boundaries', 'view'];
    if (this.hasUpdated && changed.has('for')) this.#visit.follow(String(changed.get('for')));
    if (this.hasUpdated && asked.some((name) => changed.has(name))) this.#visit.forget();
  }

  /** Reads the feed again, past every cache. */
  reload(): void {
    this.#feed.reload();
  }

  /** Puts the map back where it stood first, and the list back to all campaigns. */
  reset(): void {
    this.#visit.forget();
    this.#map.reset();
  }

  protected override render() {
    const lang = languageFor(this);
    const value = this.#feed.value;
    const waits = this.state === 'loading' && (this.#stood || !hasFallback(this));
    this.#stood = Boolean(value) || waits;
    if (!this.#stood) return this.#renderProblem(lang);
    const {failed} = this.#map;
    const view = failed ? 'list' : this.#view;
    return html`<div class="whole with-${view}" lang=${lang} aria-busy=${this.state === 'loading'}>
      ${view === 'list' ? nothing : this.#renderMap(lang)} ${this.#renderPanel(view, lang)}
      ${failed ? html`<p class="aside" role="status">${pick(mapStrings, lang).failed}</p>` : nothing}
      ${partlyNote(value?.partly ?? null, lang, 'aside')}
      ${staleNote(this.stale, value?.feed.updatedAt ?? null, lang)}
    </div>`;
  }

  get #view(): MapViewName {
    return this.view === 'map' || this.view === 'list' ? this.view : 'both';
  }

  get #scene(): Scene {
    const {feed, territory, status, boundaries, agreed} = this;
    const {value} = this.#feed;
    const lang = languageFor(this);
    return {
      territory: territory.trim(),
      boundaries: boundaries.trim(),
      question: JSON.stringify([feed, territory, status, boundaries]),
      campaigns:
        value?.stock?.campaigns(lang, this.#choice) ??
        (value ? this.#markers.of(value.campaigns, lang) : null),
      shapes: this.#shades.shapes,
      tiles: agreed && agreed === readTiles(this.tiles)?.template ? agreed : null,
      chosen: this.#visit.chosen,
      pointed: this.#choice.pointed,
    };
  }

  #renderProblem(lang: Language) {
    return problemNotice(this, lang, {
      empty: pick(mapStrings, lang).empty,
      error: this.#feed.error,
      retry: () => this.reload(),
    });
  }

  #renderMap(lang: Language) {
    const colours = this.#shades.value;
    return mapRegion({
      lang,
      view: this.#map,
      tiles: readTiles(this.tiles),
      agreed: this.#scene.tiles !== null,
      attribution: this.tilesAttribution,
      legend: colours && colours.chunk.legend(colours.shading, lang),
      onLeave: () => this.renderRoot.querySelector<HTMLElement>('.panel')?.focus(),
      onReset: () => this.reset(),
      onAgree: this.#onAgree,
    });
  }

  #renderPanel(view: MapViewName, lang: Language) {
    const colours = this.#shades.value;
    const table = colours && colours.chunk.shadeTable(colours.shading, lang);
    const notice = this.state === 'empty' ? this.#renderProblem(lang) : table;
    return mapPanel(this.#listing(view), notice, {
      lang,
      relay: this.relay,
      headingLevel: this.headingLevel,
      onMap: this.#map.ready && view === 'both',
      onFollow: this.#choice.follow,
      onLocate: this.#choice.locate,
      onPoint: this.#choice.point,
      onAll: () => this.reset(),
      onMore: () => void this.#visit.more(),
    });
  }

  #listing(view: MapViewName): Listing | undefined {
    const {value} = this.#feed;
    const {stock} = value ?? {};
    if (stock) return stock.listing(this.#visit.state, view, () => this.requestUpdate());
    return value && this.#visit.listing(value.campaigns, view, this.#printing.active);
  }

  readonly #onAgree = () => {
    this.agreed = readTiles(this.tiles)?.template ?? '';
    this.renderRoot.querySelector<HTMLElement>('.map')?.focus();
  };
}

if (!customElements.get('relais-territory-map')) {
  customElements.define('relais-territory-map', RelaisTerritoryMap);
}

declare global {
  interface HTMLElementTagNameMap {
    'relais-territory-map': RelaisTerritoryMap;
  }
}
