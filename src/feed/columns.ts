import type {Campaign, Place} from './campaign.js';
import {blankPoints, fixedDegrees, NO_STATUS, STATUSES, type Points} from './points.js';
import {keyOf, statusOf} from './select.js';

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
  readonly #rows: number[][] = [];
  readonly #currencies = new Map<string, number>();
  readonly #placings = new Map<string, number>();
  readonly #named: Placing[] = [];

  /** Takes in campaigns, after those that are there. */
  add(campaigns: readonly Campaign[]): void {
    for (const campaign of campaigns) {
      const [longitude = NaN, latitude = NaN] = campaign.coordinates ?? [];
      const status = statusOf(campaign, this.#now);
      const {currency, unit, raised} = campaign;
      // Orders are not money: they count in no currency.
      const coin = unit === 'money' ? currency : '';
      this.#currencies.set(coin, (this.#currencies.get(coin) ?? 0) + 1);
      this.#rows.push([
        fixedDegrees(longitude),
        fixedDegrees(latitude),
        raised ?? NaN,
        status ? STATUSES.indexOf(status) : NO_STATUS,
        this.#placing(campaign.place),
        [...this.#currencies.keys()].indexOf(coin),
        keyOf(campaign, 'ending', this.#now),
      ]);
    }
  }

  /** The table, and for each of its positions which campaign it is, in the order they came. */
  end(): {table: Table; order: Uint32Array} {
    const rows = this.#rows;
    const coins = [...this.#currencies].filter(([coin]) => coin !== '');
    const [main] = coins.sort((one, other) => other[1] - one[1]);
    const coin = main ? [...this.#currencies.keys()].indexOf(main[0]) : -1;
    const isPlaced = (at: number) => (Number.isNaN(rows[at]?.[0]) ? 1 : 0);
    const key = (at: number) => rows[at]?.[6] ?? 0;
    const order = Uint32Array.from(rows, (_, at) => at);
    // Equals keep the feed's order: this sort is stable.
    order.sort((a, b) => isPlaced(a) - isPlaced(b) || key(a) - key(b));
    const placed = rows.filter(([longitude]) => !Number.isNaN(longitude)).length;
    const points = blankPoints(placed);
    const raised = new Float32Array(rows.length);
    const status = new Uint8Array(rows.length);
    const place = new Int32Array(rows.length);
    order.forEach((from, at) => {
      const row = rows[from] ?? [];
      raised[at] = row[5] === coin ? (row[2] ?? NaN) : NaN;
      status[at] = row[3] ?? NO_STATUS;
      place[at] = row[4] ?? -1;
      if (at >= placed) return;
      points.longitude[at] = row[0] ?? 0;
      points.latitude[at] = row[1] ?? 0;
    });
    points.raised = raised.subarray(0, placed);
    points.status = status.subarray(0, placed);
    return {
      table: {
        points,
        length: rows.length,
        raised,
        status,
        place,
        placings: this.#named,
        currency: main?.[0] ?? 'EUR',
      },
      order,
    };
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

/** A table of campaigns that are all there, in their order. */
export function tableOf(campaigns: readonly Campaign[]): Table {
  const columns = new Columns();
  columns.add(campaigns);
  return columns.end().table;
}
