import type {Campaign, Place} from './campaign.js';
import {blankPoints, fixedDegrees, NO_STATUS, STATUSES, type Points} from './points.js';
import {keyOf, statusOf} from './select.js';
import {sortedOrder} from './sorted-order.js';

/** What of a place a count by territory needs; null is not said. */
export type Placing = Pick<Place, 'code' | 'epci' | 'departement' | 'region' | 'country'>;

/** Campaigns as columns, in the order of a list: those with coordinates first, then those without. */
export interface Table {
  /** Those with coordinates, in order. */
  points: Points;
  /** All of them. */
  length: number;
  /** For all of them, as `Points.raised` and `Points.status` say it. */
  raised: Float32Array;
  status: Uint8Array;
  /** Position in `placings`; -1 when nothing is known of the place. */
  place: Int32Array;
  placings: Placing[];
  /** The currency of `raised`: that of most campaigns. */
  currency: string;
}

/** Makes a table of campaigns that come one after the other. */
export class Columns {
  readonly #now = Date.now();
  readonly #longitude: number[] = [];
  readonly #latitude: number[] = [];
  readonly #raised: number[] = [];
  readonly #status: number[] = [];
  readonly #place: number[] = [];
  readonly #coin: number[] = [];
  /** What sorts: when it ends. What has no coordinates comes after all others. */
  readonly #end: number[] = [];
  #placed = 0;
  readonly #coins = new Map<string, {at: number; count: number}>();
  readonly #placings = new Map<string, number>();
  readonly #named: Placing[] = [];

  /** Takes in campaigns, after those that are there. */
  add(campaigns: readonly Campaign[]): void {
    for (const campaign of campaigns) {
      const {coordinates, currency, unit, raised} = campaign;
      const status = statusOf(campaign, this.#now);
      // Orders are not money: they count in no currency.
      const name = unit === 'money' ? currency : '';
      let coin = this.#coins.get(name);
      if (!coin) this.#coins.set(name, (coin = {at: this.#coins.size, count: 0}));
      coin.count += 1;
      this.#longitude.push(coordinates ? fixedDegrees(coordinates[0]) : NaN);
      this.#latitude.push(coordinates ? fixedDegrees(coordinates[1]) : NaN);
      this.#raised.push(raised ?? NaN);
      this.#status.push(status ? STATUSES.indexOf(status) : NO_STATUS);
      this.#place.push(this.#placing(campaign.place));
      this.#coin.push(coin.at);
      this.#end.push(keyOf(campaign, 'ending', this.#now));
      if (coordinates) this.#placed += 1;
    }
  }

  /**
   * The table, and for each of its positions which campaign it is, in the order they came.
   *
   * @param breathe - Lets the page go on, if it has been kept waiting. Missing: nobody waits.
   */
  async end(breathe?: () => Promise<void>): Promise<{table: Table; order: Uint32Array}> {
    const coins = [...this.#coins].filter(([name]) => name !== '');
    const [main] = coins.sort(([, one], [, other]) => other.count - one.count);
    const [currency, coin] = [main?.[0] ?? 'EUR', main?.[1].at];
    const [longitude, end] = [this.#longitude, this.#end];
    const length = longitude.length;
    const group = (at: number) => (Number.isNaN(longitude[at]) ? 1 : 0);
    const order = await sortedOrder(
      length,
      (a, b) => group(a) - group(b) || (end[a] ?? 0) - (end[b] ?? 0) || a - b,
      breathe,
    );
    const points = blankPoints(this.#placed);
    const raised = new Float32Array(length);
    const status = new Uint8Array(length);
    const place = new Int32Array(length);
    for (let at = 0; at < length; at += 1) {
      const from = order[at] ?? 0;
      raised[at] = this.#coin[from] === coin ? (this.#raised[from] ?? NaN) : NaN;
      status[at] = this.#status[from] ?? NO_STATUS;
      place[at] = this.#place[from] ?? -1;
      if (at >= this.#placed) continue;
      points.longitude[at] = longitude[from] ?? 0;
      points.latitude[at] = this.#latitude[from] ?? 0;
    }
    points.raised = raised.subarray(0, this.#placed);
    points.status = status.subarray(0, this.#placed);
    const placings = this.#named;
    return {table: {points, length, raised, status, place, placings, currency}, order};
  }

  #placing(place: Place | null): number {
    if (!place) return -1;
    const {code, epci, departement, region, country} = place;
    const key = [code, epci, departement, region, country].join(' ');
    let at = this.#placings.get(key);
    if (at === undefined) {
      at = this.#named.push({code, epci, departement, region, country}) - 1;
      this.#placings.set(key, at);
    }
    return at;
  }
}

/** A table of campaigns that are all there. */
export async function tableOf(campaigns: readonly Campaign[]): Promise<Table> {
  const columns = new Columns();
  columns.add(campaigns);
  return (await columns.end()).table;
}
