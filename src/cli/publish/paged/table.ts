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
  /** The bytes of a row on a page, and of the column in it. */
  readonly #stride: number;
  readonly #offset: number;
  /** Rows of a page, as a power of two. */
  readonly #shift: number;
  readonly #mask: number;
  /** Pages of these rows in all, and which of them it is. */
  readonly #sections: number;
  readonly #section: number;

  constructor(
    file: PagedFile,
    {stride, sections}: Pick<Shape, 'stride' | 'sections'>,
    section: number,
    offset: number,
  ) {
    this.file = file;
    this.#stride = stride;
    this.#offset = offset;
    this.#shift = Math.log2(PAGE_BYTES / stride);
    this.#mask = PAGE_BYTES / stride - 1;
    this.#sections = sections;
    this.#section = section;
  }

  page(at: number): number {
    return (at >>> this.#shift) * this.#sections + this.#section;
  }

  byte(at: number): number {
    return (at & this.#mask) * this.#stride + this.#offset;
  }
}

/** How rows lie on pages. */
interface Shape {
  /** Bytes of a row on each of its pages: a power of two, so that none lies across two. */
  stride: number;
  /** Pages that a row lies on: one for each layout. */
  sections: number;
  /** Rows of a page. */
  each: number;
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
 * Rows of numbers in a file, of which some pages are in memory. The numbers of a layout stand together: what is
 * asked of a row at one time is asked of one page. They are little-endian. With a second layout, each page of
 * the first is followed by one with what the same rows have of the second.
 */
export class Table<First extends Layout, Second extends Layout = Record<never, never>> {
  readonly columns: {readonly [N in keyof First | keyof Second]: Column};
  readonly file: PagedFile;
  readonly #shape: Shape;

  constructor(file: PagedFile, first: First, second?: Second) {
    this.file = file;
    const layouts: Layout[] = second ? [first, second] : [first];
    const sizes = layouts.map((layout) =>
      Object.values(layout).reduce((sum, kind) => sum + BYTES[kind], 0),
    );
    const stride = 2 ** Math.ceil(Math.log2(Math.max(...sizes)));
    this.#shape = {stride, sections: layouts.length, each: PAGE_BYTES / stride};
    const columns = layouts.flatMap((layout, section) => {
      let offset = 0;
      return Object.entries(layout).map(([name, kind]) => {
        const column = new COLUMNS[kind](file, this.#shape, section, offset);
        offset += BYTES[kind];
        return [name, column] as const;
      });
    });
    this.columns = Object.fromEntries<Column>(columns) as typeof this.columns;
  }

  /** Bytes that so many rows take in the file. */
  bytes(length: number): number {
    const {each, sections} = this.#shape;
    return Math.ceil(length / each) * sections * PAGE_BYTES;
  }

  /** Copies a row of another table of the same layout. */
  copy(from: Table<First, Second>, at: number, to: number): void {
    const {stride, sections, each} = this.#shape;
    const begin = (at % each) * stride;
    for (let section = 0; section < sections; section += 1) {
      const page = from.file.page(Math.floor(at / each) * sections + section);
      const bytes = page.bytes.slice(begin, begin + stride);
      const target = this.file.changing(Math.floor(to / each) * sections + section);
      target.bytes.set(bytes, (to % each) * stride);
    }
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
  part(from: number, to: number): Span {
    const end = Math.min(to, this.length);
    return new Span(this.#column, this.#from + Math.min(from, end), this.#from + end);
  }

  *[Symbol.iterator](): Generator<number> {
    for (let index = 0; index < this.length; index += 1) yield this.get(index);
  }
}
