import {PAGE_BYTES, type PagedFile} from './pages.js';

/** The numbers that a column may hold, and the bytes of each. */
const BYTES = {f64: 8, i32: 4, u32: 4, u8: 1} as const;
type Kind = keyof typeof BYTES;
export type Layout = Readonly<Record<string, Kind>>;

/** A number of each row. */
export interface Column {
  /** 0 where nothing was set. */
  get(at: number): number;
  set(at: number, value: number): void;
}

/** Where a column stands in the pages of its file. */
class Place {
  readonly file: PagedFile;
  readonly #offset: number;
  /** Rows of a page, as a power of two; and the bytes of each. */
  readonly #shift: number;
  readonly #mask: number;
  readonly #stride: number;

  constructor(file: PagedFile, stride: number, offset: number) {
    this.file = file;
    this.#offset = offset;
    this.#shift = Math.log2(PAGE_BYTES / stride);
    this.#mask = PAGE_BYTES / stride - 1;
    this.#stride = stride;
  }

  page(at: number): number {
    return at >>> this.#shift;
  }

  byte(at: number): number {
    return (at & this.#mask) * this.#stride + this.#offset;
  }
}

// A class for each kind: which number it reads is then known where it is read.
class F64 extends Place implements Column {
  get(at: number) {
    return this.file.page(this.page(at)).view.getFloat64(this.byte(at), true);
  }
  set(at: number, value: number) {
    this.file.changing(this.page(at)).view.setFloat64(this.byte(at), value, true);
  }
}

class I32 extends Place implements Column {
  get(at: number) {
    return this.file.page(this.page(at)).view.getInt32(this.byte(at), true);
  }
  set(at: number, value: number) {
    this.file.changing(this.page(at)).view.setInt32(this.byte(at), value, true);
  }
}

class U32 extends Place implements Column {
  get(at: number) {
    return this.file.page(this.page(at)).view.getUint32(this.byte(at), true);
  }
  set(at: number, value: number) {
    this.file.changing(this.page(at)).view.setUint32(this.byte(at), value, true);
  }
}

class U8 extends Place implements Column {
  get(at: number) {
    return this.file.page(this.page(at)).bytes[this.byte(at)]!;
  }
  set(at: number, value: number) {
    this.file.changing(this.page(at)).bytes[this.byte(at)] = value;
  }
}

const COLUMNS = {f64: F64, i32: I32, u32: U32, u8: U8} as const;

/**
 * Rows of numbers in a file, of which some pages are in memory. The numbers of a row stand together: what is
 * asked of a campaign is asked of one page. They are little-endian, one row after the other.
 */
export class Table<L extends Layout> {
  readonly columns: {readonly [N in keyof L]: Column};
  /** Bytes of a row: a power of two, so that none lies across two pages. */
  readonly stride: number;
  readonly file: PagedFile;

  constructor(file: PagedFile, layout: L) {
    this.file = file;
    const names = Object.entries(layout);
    const used = names.reduce((sum, [, kind]) => sum + BYTES[kind], 0);
    this.stride = 2 ** Math.ceil(Math.log2(used));
    let offset = 0;
    const columns = names.map(([name, kind]) => {
      const column = new COLUMNS[kind](file, this.stride, offset);
      offset += BYTES[kind];
      return [name, column];
    });
    this.columns = Object.fromEntries(columns) as {[N in keyof L]: Column};
  }

  /** Copies a row of another table of the same layout. */
  copy(from: Table<L>, at: number, to: number): void {
    const {stride} = this;
    const each = PAGE_BYTES / stride;
    const begin = (at % each) * stride;
    const bytes = from.file
      .page(Math.floor(at / each))
      .bytes.slice(begin, begin + stride);
    this.file.changing(Math.floor(to / each)).bytes.set(bytes, (to % each) * stride);
  }

  close(): void {
    this.file.close();
  }
}

/** A part of a column. */
export class Span {
  readonly length: number;
  readonly #column: Column;
  readonly #from: number;

  constructor(column: Column, from: number, to: number) {
    this.#column = column;
    this.#from = from;
    this.length = to - from;
  }

  get(index: number): number {
    return this.#column.get(this.#from + index);
  }

  /** A part of it; as much as there is. */
  slice(from: number, to: number): Span {
    const end = Math.min(to, this.length);
    return new Span(this.#column, this.#from + Math.min(from, end), this.#from + end);
  }

  *[Symbol.iterator](): Generator<number> {
    for (let index = 0; index < this.length; index += 1) yield this.get(index);
  }
}
