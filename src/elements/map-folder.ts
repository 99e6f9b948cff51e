import type {Campaign, Feed} from '../feed/campaign.js';
import type {FileOptions} from '../feed/published/files.js';
import type {Folder, Template} from '../feed/published/format.js';
import {PublishedList} from '../feed/published/listing.js';
import {boxOf, type TileCluster} from '../feed/published/tile-clusters.js';
import {TileReader} from '../feed/published/tile-reader.js';
import {areasIn, placedIn, type AreaCount} from '../feed/published/areas.js';
import {emptyTile, readTile, templateFor, type ReadTile} from '../feed/published/tiles.js';
import {talliesBy} from '../feed/published/within.js';
import {latitudeAt, longitudeAt} from '../feed/mercator.js';
import {ANY_STATUS, NO_STATUS, STATUSES} from '../feed/points.js';
import {statusOf} from '../feed/select.js';
import type {Level, Tally} from '../feed/tally.js';
import type {Language} from '../i18n/localize.js';
import {MAINLAND} from '../territory/areas.js';
import type {MapCampaigns} from './map-scene.js';
import {clusterWords, markerText, type MarkerActions} from './map-campaigns.js';
import type {ClusterIndex} from './map-clusters.js';
import {inside as insideBox} from './map-frame.js';
import {PAGE, type Listing} from './map-list.js';
import type {MapStock} from './map-stock.js';
import type {Look} from './map-visit.js';

/** Campaigns of one place that the list shows at once, at most. */
const MOST_AT_A_PLACE = 200;

/** A list of fewer entries than this, where there are more, reads on without being asked. */
const FEW = 6;

/** What a map reads of a folder before it stands. */
interface Start {
  /** Which tiles it reads, and the one of the whole world. */
  template: Template;
  root: ReadTile;
  areas: readonly AreaCount[];
}

/**
 * All campaigns of a published folder on a map: its tiles for what is in view, and its list for whoever
 * goes through all of them. What shows of them is what was read; how many there are is always said.
 */
export class FolderStock implements MapStock {
  readonly feed: Feed;
  readonly mask: number;

  readonly #folder: Folder;
  readonly #start: Start;
  readonly #options: FileOptions;
  readonly #onError: (error: unknown) => void;
  readonly #tiles: TileReader;
  #redraw: () => void = () => undefined;
  #made: {key: string; campaigns: MapCampaigns} | undefined;
  #list: {mask: number; reading: PublishedList | undefined; isBusy: boolean} | undefined;

  private constructor(
    feed: Feed,
    folder: Folder,
    mask: number,
    start: Start,
    options: FileOptions,
    onError: (error: unknown) => void,
  ) {
    this.feed = feed;
    this.mask = mask;
    this.#folder = folder;
    this.#start = start;
    this.#options = options;
    this.#onError = onError;
    this.#tiles = new TileReader(folder, start.template, start.root, options, {
      onRead: () => this.#redraw(),
      onError,
    });
  }

  /**
   * Opens a folder.
   *
   * @param mask - Which statuses count: of `maskOf` (`feed/points.ts`).
   * @param onError - Told when something that is read later could not be.
   * @throws {FeedError} Its first tile could not be read.
   */
  static async open(
    feed: Feed,
    folder: Folder,
    mask: number,
    {signal, fetch, fresh}: FileOptions,
    onError: (error: unknown) => void,
  ): Promise<FolderStock> {
    const options = {...(signal && {signal}), ...(fetch && {fetch}), ...(fresh && {fresh})};
    const template = templateFor(folder, mask);
    const [root, areas] = await Promise.all([
      placedIn(folder, mask) > 0
        ? readTile(folder, template, [0, 0, 0], options)
        : emptyTile(0, 0, 0),
      areasIn(folder, mask),
    ]);
    // What is read later is as fresh as its manifest, which is not older than a refresh.
    const later = {...(fetch && {fetch}), ...(fresh && {fresh})};
    return new FolderStock(feed, folder, mask, {template, root, areas}, later, onError);
  }

  get currency(): string {
    return this.#folder.manifest.currency;
  }

  get total(): number {
    return this.#folder.manifest.counts.byStatus.reduce(
      (sum, count, status) => sum + ((this.mask >> status) & 1) * count,
      0,
    );
  }

  readonly tallies = (level: Level): Promise<Map<string, Tally>> =>
    talliesBy(this.#folder, '', level, this.mask, this.#options);

  campaigns(lang: Language, on: MarkerActions): MapCampaigns {
    const key = `${lang} ${this.mask}`;
    if (this.#made?.key === key) return this.#made.campaigns;
    const tiles = this.#tiles;
    const {mask} = this;
    const campaigns: MapCampaigns = {
      ...clusterWords(this.currency, () => '', lang),
      points: this.#points(),
      index: {
        clustersIn: (box, zoom, limit) => {
          const clusters = tiles.clusters({box, zoom}, mask, limit);
          tiles.look({box, zoom}, clusters);
          return clusters;
        },
        isOnePlace: ({isOnePlace}) => isOnePlace,
        extentOf: (cluster) => boxOf(cluster),
      } satisfies ClusterIndex<TileCluster> as ClusterIndex,
      watch: (redraw) => {
        this.#redraw = redraw;
      },
      keyOf: (cluster) => {
        const {zoom, cells, count, first, cents} = cluster as TileCluster;
        const id = count === 1 && tiles.campaign(first)?.id;
        return id ? `one ${id}` : `${key} ${zoom} ${cells[0]} ${count} ${cents}`;
      },
      has: (cluster, id) => tiles.has(cluster as TileCluster, id),
      isNameless: (cluster) => tiles.isNameless(cluster as TileCluster),
      describe: (member) => markerText(tiles.campaign(member), lang),
      placeOf: () => '',
      onMarker: (member) => {
        const campaign = tiles.campaign(member);
        if (campaign) on.marker(campaign);
      },
      onOnePlace: (cluster) => void this.#gather(cluster as TileCluster, on),
    };
    this.#made = {key, campaigns};
    return campaigns;
  }

  memberOf(id: string): number {
    return this.#tiles.memberOf(id);
  }

  listing(look: Look, view: 'both' | 'map' | 'list', onRead: () => void): Listing {
    const {clusters, why, limit, chosen} = look;
    const picked = this.#tiles.campaign(this.memberOf(chosen));
    if (view === 'map' && why !== 'place') {
      const all = picked ? [picked] : [];
      const sums = {total: all.length, placed: all.length, unplaced: 0};
      return {all, inView: null, why, limit, chosen, sums};
    }
    const listed = clusters
      ? this.#inView(clusters as readonly TileCluster[], limit)
      : this.#fromFirst(limit, onRead);
    const {placed, unplaced} = listed;
    const isPicked = picked && !listed.all.some(({id}) => id === chosen);
    // What was chosen stands first when it is not among those that show.
    const all = isPicked ? [picked, ...listed.all] : listed.all;
    const inView = clusters ? new Set(all.map(({id}) => id)) : null;
    const sums = {total: this.total, placed, unplaced, known: listed.known};
    return {
      all,
      inView,
      why,
      limit: listed.limit + Number(Boolean(isPicked)),
      chosen,
      sums,
    };
  }

  /** Those that tiles named, of what is looked at. */
  #inView(clusters: readonly TileCluster[], limit: number) {
    const all = this.#of(this.#tiles.membersIn(clusters, this.mask));
    const placed = clusters.reduce((sum, {count}) => sum + count, 0);
    return {all, placed: Math.max(placed, all.length), unplaced: 0, known: all.length, limit};
  }

  /** All of them, in the list's order: the first are those of the first tile. */
  #fromFirst(limit: number, onRead: () => void) {
    const placed = this.#tiles.placed(this.mask);
    const unplaced = Math.max(0, this.total - placed);
    const known = placed + unplaced;
    const {members} = this.#tiles.first;
    const first = this.#of(members);
    const isEnough = limit <= PAGE && first.length >= Math.min(FEW, known) && limit < placed;
    if (isEnough)
      return {all: first, placed, unplaced, known, limit: Math.min(limit, first.length)};
    const read = this.#readTo(limit, onRead);
    const all = read.length ? read : first;
    return {all, placed, unplaced, known, limit: Math.min(limit, all.length)};
  }

  /** As many of the folder's list as are there; the others are read. */
  #readTo(limit: number, onRead: () => void): Campaign[] {
    const {mask} = this;
    const list = this.#list?.mask === mask ? this.#list : undefined;
    const chosen = (list?.reading?.campaigns ?? []).filter((campaign) => counts(campaign, mask));
    const isShort = chosen.length < limit && !list?.reading?.isOver;
    if (isShort && !list?.isBusy) {
      void this.#readOn(mask, limit).then(onRead);
    }
    return chosen;
  }

  async #readOn(mask: number, limit: number): Promise<void> {
    const isEnough = (campaigns: Campaign[]) =>
      campaigns.filter((campaign) => counts(campaign, mask)).length >= limit;
    try {
      if (this.#list?.mask !== mask) {
        const status = STATUSES.filter((_, at) => (mask >> at) & 1);
        const question = {territory: '', call: '', ...(mask !== ANY_STATUS && {status})};
        const list = {mask, reading: undefined, isBusy: true};
        this.#list = list;
        const reading = await PublishedList.open(this.#folder, question, this.#options);
        // Other statuses may be asked for by now.
        if (this.#list !== list) return;
        this.#list = {mask, reading, isBusy: true};
      }
      const list = this.#list;
      list.isBusy = true;
      await list.reading?.readUntil(isEnough, this.#options);
      for (const campaign of list.reading?.campaigns ?? []) this.#tiles.name(campaign);
      list.isBusy = false;
    } catch (error) {
      this.#list = undefined;
      this.#onError(error);
    }
  }

  /** Where they are, about, for the frame: at the corners of what the manifest counts. */
  #points(): MapCampaigns['points'] {
    const {root, areas} = this.#start;
    const {members, isAll} = this.#tiles.first;
    if (isAll) {
      return this.#of(members).map(({coordinates}) => coordinates);
    }
    const points = areas.flatMap(({box, count}) => {
      if (!box) return [];
      const [west, south, east, north] = box;
      return [[west, south, count] as const, [east, north, 0] as const];
    });
    if (areas.every(({box}) => box)) return points;
    // What is in no area stands where the first tile has it.
    const known = [MAINLAND, ...areas.flatMap(({box}) => (box ? [box] : []))];
    const others = root.cells.flatMap(({x, y, counts: by}) => {
      const at = [longitudeAt(x), latitudeAt(y)] as const;
      const count = by.reduce((sum, one, status) => sum + ((this.mask >> status) & 1) * one, 0);
      const isOut = count > 0 && known.every((box) => !insideBox(box, at));
      return isOut ? [[...at, count] as const] : [];
    });
    return [...points, ...others];
  }

  #of(members: readonly number[]): Campaign[] {
    const campaigns = members.flatMap((member) => this.#tiles.campaign(member) ?? []);
    return campaigns.filter((campaign) => counts(campaign, this.mask));
  }

  async #gather(cluster: TileCluster, on: MarkerActions): Promise<void> {
    try {
      await this.#tiles.descend(cluster);
    } catch (error) {
      this.#onError(error);
    }
    const members = this.#tiles.membersIn([cluster], this.mask);
    on.onePlace(this.#of(members).slice(0, MOST_AT_A_PLACE), cluster);
    this.#redraw();
  }
}

/** Whether a campaign is of one of the statuses of a mask, now. */
function counts(campaign: Campaign, mask: number): boolean {
  const status = statusOf(campaign);
  return ((mask >> (status ? STATUSES.indexOf(status) : NO_STATUS)) & 1) === 1;
}
