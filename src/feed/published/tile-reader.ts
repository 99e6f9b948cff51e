import type {Campaign} from '../campaign.js';
import {worldX, worldY} from '../mercator.js';
import {amountIn, NO_STATUS, STATUSES} from '../points.js';
import {keyOf as sortKeyOf, statusOf} from '../select.js';
import type {FileOptions} from './files.js';
import type {Folder, Template} from './format.js';
import {clustersOf, insideOf, tilesOf, type TileCluster, type View} from './tile-clusters.js';
import {keyOf, TileTree, type TileAt} from './tile-tree.js';
import {readTile, type Named, type ReadTile} from './tiles.js';

/** Milliseconds that a view waits for the last of its tiles before it shows those that came. */
const PATIENCE_MS = 400;

/** Tiles that are read to find the campaigns of one marker, at most. */
const MOST_BELOW = 8;

/** Tiles that are read at once for markers of one campaign. */
const MOST_LONE = 12;

/** What a `TileReader` tells. */
export interface TileListener {
  /** What is looked at has other clusters now. */
  onRead: () => void;
  /** A tile could not be read; what is around it shows in its place. */
  onError: (error: unknown) => void;
}

/** Reads the tiles that a map looks at, and knows every campaign that they named. */
export class TileReader {
  readonly #folder: Folder;
  readonly #template: Template;
  readonly #options: FileOptions;
  readonly #listener: TileListener;
  readonly #tree: TileTree;
  readonly #root: ReadTile;
  readonly #maxZoom: number;

  readonly #campaigns: Campaign[] = [];
  readonly #all: Named[] = [];
  readonly #members = new Map<string, number>();
  readonly #ofTile = new WeakMap<ReadTile, Named[]>();
  /** What is being read, by tile. */
  readonly #reading = new Map<string, AbortController>();
  /** Tiles that could not be read: asked for again in another view alone. */
  readonly #failed = new Set<string>();
  #view: View | undefined;
  /** Another number: other campaigns were named. */
  #version = 0;
  #seen: {clusters: readonly TileCluster[]; version: string; members: number[]} | undefined;

  /**
   * @param template - Which tiles of the folder (`templateFor`).
   * @param root - The one of the whole world.
   * @param options - How tiles are asked for.
   */
  constructor(
    folder: Folder,
    template: Template,
    root: ReadTile,
    options: FileOptions,
    listener: TileListener,
  ) {
    this.#folder = folder;
    this.#template = template;
    this.#root = root;
    this.#options = options;
    this.#listener = listener;
    this.#maxZoom = folder.manifest.tiles.maxZoom;
    this.#tree = new TileTree(root, this.#maxZoom);
    this.#nameAll(root);
  }

  /** How many campaigns of these statuses have a place. */
  placed(mask: number): number {
    let placed = 0;
    for (const {counts} of this.#root.cells) {
      counts.forEach((count, status) => (placed += ((mask >> status) & 1) * count));
    }
    return placed;
  }

  /** The campaigns that the first tile names, and whether these are all that have a place. */
  get first(): {members: number[]; isAll: boolean} {
    const members = this.#nameAll(this.#root).map(({member}) => member);
    return {members, isAll: this.#root.isLeaf && members.length === this.#root.total};
  }

  campaign(member: number): Campaign | undefined {
    return this.#campaigns[member];
  }

  /** The number of a campaign that was named; -1 for another. */
  memberOf(id: string): number {
    return this.#members.get(id) ?? -1;
  }

  /** Takes in a campaign that was read elsewhere. */
  name(campaign: Campaign): number {
    return this.#name(campaign, this.#maxZoom);
  }

  /** The clusters of a view, as far as they are known. */
  clusters(view: View, mask: number, most?: number): TileCluster[] {
    const named = (tile: ReadTile) => this.#nameAll(tile);
    return clustersOf(this.#tree, view, this.#maxZoom, named, mask, most);
  }

  /**
   * Reads what this view lacks, and no longer what another one did: its tiles, then those that name
   * the campaigns that stand alone.
   *
   * @param clusters - Of this view.
   */
  look(view: View, clusters: readonly TileCluster[]): void {
    if (this.#view && JSON.stringify(view) !== JSON.stringify(this.#view)) this.#failed.clear();
    this.#view = view;
    const places = tilesOf(view, this.#maxZoom).map((place) => this.#tree.cover(place).wanted);
    const wanted = this.#unread(places);
    if (wanted.size === 0) {
      const lone = this.#unread(clusters.map((cluster) => cluster.wanted));
      for (const [key, at] of [...lone].slice(0, MOST_LONE)) wanted.set(key, at);
    }
    for (const [key, reading] of this.#reading) if (!wanted.has(key)) reading.abort();
    const asked = [...wanted].filter(([key]) => !this.#reading.has(key));
    if (asked.length) void this.#readAll(asked);
  }

  /** Whether nobody can tell which campaign stands alone in a cluster: no tile names it, or that one failed. */
  isNameless({count, first, wanted}: TileCluster): boolean {
    if (count > 1 || this.campaign(first)) return false;
    return wanted === null || this.#failed.has(nameOf(wanted));
  }

  /** By key, the tiles of these that have not failed. */
  #unread(places: readonly (TileAt | null)[]): Map<string, TileAt> {
    const there = places.flatMap((at) => (at ? [[nameOf(at), at] as const] : []));
    return new Map(there.filter(([key]) => !this.#failed.has(key)));
  }

  /** Asks for nothing any more. */
  stop(): void {
    for (const reading of this.#reading.values()) reading.abort();
  }

  /** The campaigns of clusters that were named, in the list's order. */
  membersIn(clusters: readonly TileCluster[], mask: number): number[] {
    const seen = this.#seen;
    const version = `${this.#version} ${mask}`;
    if (seen?.clusters === clusters && seen.version === version) return seen.members;
    const isIn = insideOf(clusters);
    const found = this.#all.filter(({x, y, status}) => ((mask >> status) & 1) === 1 && isIn(x, y));
    const members = this.#inOrder(found, Date.now());
    this.#seen = {clusters, version, members};
    return members;
  }

  /** Whether a campaign that was named is one of a cluster's. */
  has(cluster: TileCluster, id: string): boolean {
    const named = this.#all[this.memberOf(id)];
    return named !== undefined && insideOf([cluster])(named.x, named.y);
  }

  /**
   * Reads the tiles below a cluster, down to those that name all of its campaigns.
   *
   * @throws {FeedError} One could not be read.
   */
  async descend(cluster: TileCluster): Promise<void> {
    const [x, y] = [cluster.x, cluster.y];
    const side = 2 ** this.#maxZoom;
    const corners = [
      [x, y],
      [cluster.west, cluster.north],
      [cluster.east, cluster.north],
      [cluster.west, cluster.south],
      [cluster.east, cluster.south],
    ].map(([left = 0, top = 0]): TileAt => {
      const on = (at: number) => Math.max(0, Math.min(side - 1, Math.floor(at * side)));
      return [this.#maxZoom, on(left), on(top)];
    });
    let count = 0;
    for (const place of corners) {
      for (let {wanted} = this.#tree.cover(place); wanted; {wanted} = this.#tree.cover(place)) {
        if (count >= MOST_BELOW) return;
        count += 1;
        this.#put(await this.#read(wanted, this.#options));
      }
    }
  }

  async #readAll(asked: readonly (readonly [string, TileAt])[]): Promise<void> {
    let told = 0;
    let settled = 0;
    const tell = () => {
      if (settled === told) return;
      told = settled;
      // Whoever draws looks again: what came may lead to other tiles, also of a view that came after; what
      // did not come leaves markers without a name.
      this.#listener.onRead();
    };
    const timer = setTimeout(tell, PATIENCE_MS);
    await Promise.all(
      asked.map(async ([key, at]) => {
        const stop = new AbortController();
        this.#reading.set(key, stop);
        try {
          this.#put(await this.#read(at, {...this.#options, signal: stop.signal}));
          settled += 1;
        } catch (error) {
          if (stop.signal.aborted) return;
          settled += 1;
          this.#failed.add(key);
          this.#listener.onError(error);
        } finally {
          if (this.#reading.get(key) === stop) this.#reading.delete(key);
        }
      }),
    );
    clearTimeout(timer);
    tell();
  }

  #read(at: TileAt, options: FileOptions): Promise<ReadTile> {
    return readTile(this.#folder, this.#template, at, options);
  }

  #put(tile: ReadTile): void {
    this.#tree.put(tile);
    this.#nameAll(tile);
  }

  #nameAll(tile: ReadTile): Named[] {
    let named = this.#ofTile.get(tile);
    if (!named) {
      // A name's own place may be better known from a tile below: the tile's clusters count with its own.
      named = tile.campaigns.flatMap((campaign) => {
        const member = this.#name(campaign, tile.z);
        const own = namedOf(campaign, member, tile.z, this.#folder.manifest.currency);
        return own ?? [];
      });
      this.#ofTile.set(tile, named);
    }
    return named;
  }

  #name(campaign: Campaign, z: number): number {
    const before = this.#members.get(campaign.id);
    const member = before ?? this.#campaigns.length;
    const named = namedOf(campaign, member, z, this.#folder.manifest.currency);
    const known = this.#all[member];
    if (known && known.z >= z) return member;
    this.#version += 1;
    this.#members.set(campaign.id, member);
    this.#campaigns[member] = campaign;
    this.#all[member] = named ?? known ?? {member, x: -1, y: -1, z, status: NO_STATUS, cents: null};
    return member;
  }

  #inOrder(found: readonly Named[], now: number): number[] {
    const keys = new Map(
      found.map(({member}) => {
        const campaign = this.#campaigns[member];
        return [member, campaign ? sortKeyOf(campaign, 'ending', now) : Infinity] as const;
      }),
    );
    return [...keys].sort(([, one], [, other]) => one - other).map(([member]) => member);
  }
}

/** Undefined for one without a place. */
function namedOf(
  campaign: Campaign,
  member: number,
  z: number,
  currency: string,
): Named | undefined {
  const {coordinates} = campaign;
  if (!coordinates) return undefined;
  const status = statusOf(campaign);
  const amount = amountIn(campaign, currency);
  return {
    member,
    x: worldX(coordinates[0]),
    y: worldY(coordinates[1]),
    z,
    status: status ? STATUSES.indexOf(status) : NO_STATUS,
    cents: amount === null ? null : Math.round(amount * 100),
  };
}

function nameOf([z, x, y]: TileAt): string {
  return keyOf({z, x, y});
}
