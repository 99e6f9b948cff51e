import type {Campaign, Feed} from '../feed/campaign.js';
import type {Table} from '../feed/columns.js';
import {Grid, type GridCluster} from '../feed/grid.js';
import type {LargeFeed} from '../feed/large.js';
import type {Level, Tally} from '../feed/tally.js';
import {latitudeAt, longitudeAt} from '../feed/mercator.js';
import type {Language} from '../i18n/localize.js';
import type {MapCampaigns} from './map-scene.js';
import {clusterWords, markerText, type MarkerActions} from './map-campaigns.js';
import type {Cluster, ClusterIndex} from './map-clusters.js';
import type {Listing} from './map-list.js';
import {breather} from './breathe.js';
import {openFeed, type OpenOptions} from './map-reader.js';
import type {Look} from './map-visit.js';

/** Campaigns of one place that the list shows at once, at most. */
const MOST_AT_A_PLACE = 200;

/** Campaigns that are kept once they were read. */
const MOST_KEPT = 5000;

/** What a map shows that has not all of its campaigns at hand. */
export interface MapStock {
  readonly feed: Feed;
  /** Which statuses count, as a mask (`feed/points.ts`). */
  mask: number;
  /** How many campaigns count. */
  readonly total: number;
  /** What the map shows. The same for the same language and statuses. */
  campaigns(lang: Language, on: MarkerActions): MapCampaigns;
  /** Position of a campaign that has been shown; -1 for another. */
  memberOf(id: string): number;
  /**
   * What the list shows now; while something of it is being read, what it showed before.
   *
   * @param view - With the map alone, only what was chosen on it.
   * @param onRead - What was missing is there.
   */
  listing(look: Look, view: 'both' | 'map' | 'list', onRead: () => void): Listing;
  /** Its campaigns as a table, for what counts them by territory. */
  readonly table?: Table;
  /** What is in the territories of a level, by code, where it need not be counted. */
  readonly tallies?: ((level: Level) => Promise<Map<string, Tally>>) | undefined;
  readonly currency: string;
}

/**
 * The campaigns of a feed that is too large to be objects: what is in view is found by the grid, and
 * read from where the feed was put when it is shown. Any `LargeFeed` will do.
 */
export class Stock implements MapStock {
  readonly feed: Feed;
  readonly table: Table;
  readonly tallies?: MapStock['tallies'];

  readonly #grid: Grid;
  readonly #get: LargeFeed['get'];
  readonly #kept = new Map<number, Campaign>();
  /** Those that cannot be shown. */
  readonly #absent = new Set<number>();
  readonly #positions = new Map<string, number>();
  #made: {key: string; campaigns: MapCampaigns} | undefined;
  #listed: {key: string; clusters: readonly Cluster[] | null; positions: number[]} | undefined;
  #entries: Campaign[] = [];

  private constructor({feed, table, get}: LargeFeed, grid: Grid, tallies: MapStock['tallies']) {
    this.feed = feed;
    this.table = table;
    this.#get = get;
    this.#grid = grid;
    if (tallies) this.tallies = tallies;
  }

  /** Opens a feed, and what closes it. */
  static async open(
    feed: string,
    options: OpenOptions,
  ): Promise<{stock: Stock; close: () => void}> {
    const read = await openFeed(feed, options);
    return {stock: await Stock.of(read), close: read.close};
  }

  /**
   * The campaigns of a feed, wherever it comes from. Indexed in short steps.
   *
   * @param talliesOf - Counts by territory what counts of it, where its table does not say.
   */
  static async of(
    read: LargeFeed,
    talliesOf?: (level: Level, mask: number) => Promise<Map<string, Tally>>,
  ): Promise<Stock> {
    const grid = await Grid.of(read.table.points, breather());
    return new Stock(read, grid, talliesOf && ((level) => talliesOf(level, grid.mask)));
  }

  get mask(): number {
    return this.#grid.mask;
  }

  set mask(mask: number) {
    this.#grid.mask = mask;
  }

  get total(): number {
    return this.#grid.length + this.#unplaced;
  }

  get currency(): string {
    return this.table.currency;
  }

  campaigns(lang: Language, on: MarkerActions): MapCampaigns {
    const key = `${lang} ${this.mask}`;
    if (this.#made?.key === key) return this.#made.campaigns;
    const grid = this.#grid;
    const campaigns: MapCampaigns = {
      ...clusterWords(this.table.currency, () => '', lang),
      // For the frame: where they are, about.
      points: grid
        .spread(8)
        .map(({x, y, count}) => [longitudeAt(x), latitudeAt(y), count] as const),
      index: {
        clustersIn: (view, zoom, limit) => grid.clustersIn(view, zoom, limit),
        foresee: (view, zoom, limit) => void grid.foresee(view, zoom, limit, breather(0)),
        isOnePlace: ({isOnePlace}) => isOnePlace,
        extentOf: (cluster) => grid.extentOf(cluster),
      } satisfies ClusterIndex<GridCluster> as ClusterIndex,
      keyOf: (cluster) => {
        const {zoom, cells, count, first} = cluster as GridCluster;
        return count === 1 ? `one ${first}` : `${key} ${zoom} ${cells[0]} ${count}`;
      },
      has: (cluster, id) => {
        const position = this.#positions.get(id);
        return position !== undefined && grid.has(cluster as GridCluster, position);
      },
      describe: (member) => markerText(this.#kept.get(member), lang),
      want: (members) => this.#want(members),
      placeOf: () => '',
      onMarker: (member) => {
        const campaign = this.#kept.get(member);
        if (campaign) on.marker(campaign);
      },
      onOnePlace: (cluster) => void this.#gather(cluster as GridCluster, on),
    };
    this.#made = {key, campaigns};
    return campaigns;
  }

  memberOf(id: string): number {
    return this.#positions.get(id) ?? -1;
  }

  listing(look: Look, view: 'both' | 'map' | 'list', onRead: () => void): Listing {
    const {clusters, why, limit, chosen} = look;
    const all = view !== 'map' || why === 'place';
    const sums = {
      total: all ? this.total : Number(chosen !== ''),
      placed: clusters ? clusters.reduce((sum, {count}) => sum + count, 0) : this.#grid.length,
      unplaced: all ? this.#unplaced : 0,
    };
    if (!all) sums.placed = sums.total;
    const positions = all ? this.#positionsOf(look) : [];
    const picked = this.#positions.get(chosen);
    // What was chosen stands first when it is not among those that show.
    if (picked !== undefined && !positions.includes(picked)) positions.unshift(picked);
    const waits = this.#want(positions);
    if (waits) void waits.then(onRead);
    else this.#entries = positions.flatMap((position) => this.#kept.get(position) ?? []);
    const narrowed = clusters ? new Set(this.#entries.map(({id}) => id)) : null;
    const room = limit + Number(picked !== undefined);
    return {all: this.#entries, inView: all ? narrowed : null, why, limit: room, chosen, sums};
  }

  get #unplaced(): number {
    const {points, length, status} = this.table;
    let count = 0;
    for (let at = points.length; at < length; at += 1) count += this.#counts(status[at]);
    return count;
  }

  #counts(status = 0): number {
    return (this.mask >> status) & 1;
  }

  /** The first positions of what is looked at: those on the map, then those that are not. */
  #positionsOf({clusters, limit}: Look): number[] {
    const key = `${limit} ${this.mask}`;
    if (this.#listed?.key === key && this.#listed.clusters === clusters) {
      return [...this.#listed.positions];
    }
    const {points, length, status} = this.table;
    const positions = clusters ? this.#grid.membersOf(clusters as GridCluster[], limit) : [];
    const first = clusters ? points.length : 0;
    for (let at = first; at < length && positions.length < limit; at += 1) {
      if (this.#counts(status[at])) positions.push(at);
    }
    this.#listed = {key, clusters, positions};
    return [...positions];
  }

  /** Reads what is not there of these campaigns; undefined when nothing is missing. */
  #want(positions: readonly number[]): Promise<void> | undefined {
    const missing = positions.filter(
      (position) => !this.#kept.has(position) && !this.#absent.has(position),
    );
    return missing.length > 0 ? this.#read(missing) : undefined;
  }

  async #read(positions: readonly number[]): Promise<void> {
    const campaigns = await this.#get(positions);
    campaigns.forEach((campaign, at) => {
      const position = positions[at] ?? -1;
      if (!campaign) {
        this.#absent.add(position);
        return;
      }
      this.#kept.set(position, campaign);
      this.#positions.set(campaign.id, position);
    });
    for (const [position, {id}] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) break;
      this.#kept.delete(position);
      this.#positions.delete(id);
    }
  }

  async #gather(cluster: GridCluster, on: MarkerActions): Promise<void> {
    const positions = this.#grid.membersOf([cluster], MOST_AT_A_PLACE);
    await this.#want(positions);
    const campaigns = positions.flatMap((position) => this.#kept.get(position) ?? []);
    on.onePlace(campaigns, cluster);
  }
}
