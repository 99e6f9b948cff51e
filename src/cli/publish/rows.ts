/**
 * What publishing needs of each campaign, a column for each thing: a million campaigns take a hundred
 * megabytes, and no object. Their texts are on disk (`bodies.ts`). A campaign is its position, in the
 * order of the feed.
 */
const LAYOUT = {
  /** What its bytes in the feed were, as two parts of a hash. */
  raw: Float64Array,
  rawRest: Uint32Array,
  /** Part of a hash of its id, and its `hashOf`. */
  id: Float64Array,
  shard: Uint32Array,
  /** Part of a hash of what is published of it. */
  body: Float64Array,
  /** Where that stands among the bodies, in bytes. */
  offset: Float64Array,
  size: Uint32Array,
  /** 1e-5 degrees; `NOWHERE` without coordinates. */
  longitude: Int32Array,
  latitude: Int32Array,
  /** Major units, or orders; NaN when unknown. */
  raised: Float64Array,
  backers: Float64Array,
  /** Milliseconds since 1970; NaN when not said. */
  start: Float64Array,
  end: Float64Array,
  /** Position in `STATUSES` of what the feed says; `NO_STATUS` when it says nothing. */
  said: Uint8Array,
  /** A position in `REACHES`. */
  reach: Uint8Array,
  /** The year in which it counts; 0: none. */
  year: Uint16Array,
  /** Positions in the lists of names. */
  coin: Uint32Array,
  place: Uint32Array,
  call: Uint32Array,
  /** 1 when something of it was reported: it is read again each time, to be reported again. */
  faulty: Uint8Array,
  /** 1 when its id is a plain name. */
  plain: Uint8Array,
} as const;

type Name = keyof typeof LAYOUT;
export type Columns = {[N in Name]: InstanceType<(typeof LAYOUT)[N]>};
export type Row = Record<Name, number>;

/** What a longitude is where there is none. */
export const NOWHERE = 0x7fffffff;

/** Whether a campaign has what it needs to succeed. */
export const REACHES = ['unknown', 'short', 'reached'] as const;

const NAMES = Object.keys(LAYOUT) as Name[];
const FIRST = 1024;

/** A list of different texts, in which each has a number. */
export class Names {
  readonly list: string[];
  readonly #numbers: Map<string, number>;

  constructor(list: readonly string[] = []) {
    this.list = [...list];
    this.#numbers = new Map(this.list.map((name, at) => [name, at]));
  }

  /** The number of a text, which is new when the text is. */
  of(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** The campaigns of a feed. */
export class Rows {
  columns: Columns;
  length = 0;
  /** Currencies; '' stands for orders. */
  coins = new Names();
  /** The territories that a campaign is in, separated by spaces. */
  places = new Names();
  /** Call and edition, as JSON; '' for none. */
  calls = new Names();

  constructor(capacity = FIRST) {
    this.columns = blank(capacity);
  }

  /** @returns Its position. */
  push(row: Row): number {
    const at = this.#next();
    for (const name of NAMES) this.columns[name][at] = row[name];
    return at;
  }

  /** Adds a campaign of another table, which stays where it stood among the bodies. */
  copy(from: Rows, at: number): number {
    const to = this.#next();
    for (const name of NAMES) this.columns[name][to] = from.columns[name][at]!;
    this.columns.coin[to] = this.coins.of(from.coins.list[from.columns.coin[at]!] ?? '');
    this.columns.place[to] = this.places.of(from.places.list[from.columns.place[at]!] ?? '');
    this.columns.call[to] = this.calls.of(from.calls.list[from.columns.call[at]!] ?? '');
    return to;
  }

  /** All of it as bytes: the names as a line of JSON, then column by column. */
  *bytes(head: object): Generator<Uint8Array> {
    const {length, coins, places, calls} = this;
    const names = {coins: coins.list, places: places.list, calls: calls.list};
    yield Buffer.from(`${JSON.stringify({...head, columns: NAMES, length, ...names})}\n`);
    for (const name of NAMES) {
      const {buffer, byteOffset, BYTES_PER_ELEMENT} = this.columns[name];
      yield new Uint8Array(buffer, byteOffset, length * BYTES_PER_ELEMENT);
    }
  }

  /**
   * The way back, column by column: never is all of it there twice.
   *
   * @param read - The next bytes of what `bytes` gave, as many as there is room for; false when they are not there.
   * @returns Null when it is not of this layout, or breaks off.
   */
  static from(head: Record<string, unknown>, read: (into: Uint8Array) => boolean): Rows | null {
    const {columns, length, coins, places, calls} = head as {
      columns: string[];
      length: number;
      coins: string[];
      places: string[];
      calls: string[];
    };
    if (String(columns) !== String(NAMES)) return null;
    const rows = new Rows(length);
    rows.length = length;
    for (const name of NAMES) {
      if (!read(new Uint8Array(rows.columns[name].buffer))) return null;
    }
    rows.coins = new Names(coins);
    rows.places = new Names(places);
    rows.calls = new Names(calls);
    return rows;
  }

  #next(): number {
    if (this.length === this.columns.raw.length) {
      const capacity = Math.ceil(this.length * 1.5);
      // One by one: never are all of them there twice.
      for (const name of NAMES) lengthen(this.columns, name, capacity);
    }
    return this.length++;
  }
}

function lengthen<N extends Name>(columns: Columns, name: N, capacity: number) {
  const longer = new LAYOUT[name](capacity) as Columns[N];
  longer.set(columns[name]);
  columns[name] = longer;
}

/** Finds campaigns by a column, without an object for each. */
export class RowIndex {
  readonly #rows: Rows;
  readonly #column: 'raw' | 'id';
  #slots: Int32Array;
  #count = 0;

  constructor(rows: Rows, column: 'raw' | 'id') {
    this.#rows = rows;
    this.#column = column;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(FIRST, rows.length * 2))));
    for (let at = 0; at < rows.length; at += 1) this.add(at);
  }

  add(at: number): void {
    if (++this.#count * 2 > this.#slots.length) this.#spread();
    this.#put(at);
  }

  /** Positions of the campaigns with this value. */
  *find(value: number): Generator<number> {
    const last = this.#slots.length - 1;
    const column = this.#rows.columns[this.#column];
    for (let slot = value % this.#slots.length; this.#slots[slot]; slot = (slot + 1) & last) {
      const at = this.#slots[slot]! - 1;
      if (column[at] === value) yield at;
    }
  }

  #put(at: number) {
    const last = this.#slots.length - 1;
    let slot = this.#rows.columns[this.#column][at]! % this.#slots.length;
    while (this.#slots[slot]) slot = (slot + 1) & last;
    this.#slots[slot] = at + 1;
  }

  #spread() {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (const slot of old) if (slot) this.#put(slot - 1);
  }
}

function blank(capacity: number): Columns {
  const made = Object.entries(LAYOUT).map(([name, Kind]) => [name, new Kind(capacity)]);
  return Object.fromEntries(made) as Columns;
}
