import {NO_STATUS, STATUSES} from '../../feed/points.js';
import type {Totals} from '../../feed/select.js';
import type {Rows} from './rows.js';

/** Adds campaigns up as `totalsOf` does, out of columns. Money is added in cents. */
export class Sums {
  readonly #rows: Rows;
  readonly #byStatus = Array.from({length: NO_STATUS + 1}, () => 0);
  /** By coin. */
  readonly #cents = new Map<number, {cents: number; campaigns: number}>();
  #count = 0;
  #unknown = 0;
  #orders: number | null = null;
  #backers = 0;
  #backersKnown = 0;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  add(at: number): void {
    const {raised, backers, coin, status} = this.#rows.columns;
    this.#count += 1;
    this.#byStatus[status.get(at)]! += 1;
    const people = backers.get(at);
    if (!Number.isNaN(people)) {
      this.#backers += people;
      this.#backersKnown += 1;
    }
    const amount = raised.get(at);
    if (Number.isNaN(amount)) {
      this.#unknown += 1;
      return;
    }
    const number = coin.get(at);
    if (this.#rows.coins.list[number] === '') {
      this.#orders = (this.#orders ?? 0) + amount;
      return;
    }
    const sum = this.#cents.get(number);
    const cents = Math.round(amount * 100);
    if (!sum) this.#cents.set(number, {cents, campaigns: 1});
    else {
      sum.cents += cents;
      sum.campaigns += 1;
    }
  }

  get totals(): Totals {
    const of = (status: (typeof STATUSES)[number]) => this.#byStatus[STATUSES.indexOf(status)] ?? 0;
    const [succeeded, failed] = [of('succeeded'), of('failed')];
    return {
      campaigns: this.#count,
      upcoming: of('upcoming'),
      live: of('live'),
      succeeded,
      failed,
      successRate: succeeded + failed ? succeeded / (succeeded + failed) : null,
      raised: [...this.#cents]
        .map(([coin, {cents, campaigns}]) => ({
          currency: this.#rows.coins.list[coin] ?? '',
          amount: cents / 100,
          campaigns,
        }))
        .sort((one, other) => other.amount - one.amount),
      raisedUnknown: this.#unknown,
      orders: this.#orders,
      backers: this.#backersKnown ? this.#backers : null,
      backersKnown: this.#backersKnown,
    };
  }
}

/** The sums of parts, each under a name. */
export class SumsBy {
  readonly #rows: Rows;
  readonly #parts = new Map<string, Sums>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  add(name: string, at: number): void {
    let sums = this.#parts.get(name);
    if (!sums) this.#parts.set(name, (sums = new Sums(this.#rows)));
    sums.add(at);
  }

  get totals(): Record<string, Totals> {
    const names = [...this.#parts.keys()].sort();
    return Object.fromEntries(names.map((name) => [name, this.#parts.get(name)!.totals]));
  }
}
