import {closeSync, fstatSync, ftruncateSync, openSync, readSync, rmSync, writeSync} from 'node:fs';
import {join} from 'node:path';

/** Bytes of a page: a campaign's row is one of 64 on it. A page that is not in memory takes some microseconds to read. */
export const PAGE_BYTES = 2048;
/** Bytes of pages that are in memory at once: what 300,000 campaigns take that are asked for again and again. */
const MOST_BYTES = 40_000_000;
/** Pages that are asked of the system together: by themselves they would keep what is freed around them. */
const TOGETHER = 512;

/** A part of a file that is in memory. */
interface Page {
  readonly view: DataView;
  readonly bytes: Uint8Array;
  file: PagedFile | null;
  number: number;
  /** Whether it was asked for since it was last looked at. */
  isUsed: boolean;
  /** Whether it has to be written before it goes. */
  isChanged: boolean;
}

/**
 * Memory for the pages of files, as much as was given and never more, whatever the files take. Of those that
 * nobody has asked for lately, one goes when another comes (the clock algorithm).
 */
export class Pages {
  readonly #folder: string;
  readonly #most: number;
  readonly #all: Page[] = [];
  #block = new ArrayBuffer(0);
  #hand = 0;
  #count = 0;
  readonly #open = new Set<PagedFile>();

  /** @param folder - Where files for a while are made. */
  constructor(folder: string, bytes = MOST_BYTES) {
    this.#folder = folder;
    this.#most = Math.max(1, Math.floor(bytes / PAGE_BYTES));
  }

  /** Bytes of memory that pages have taken. */
  get bytes(): number {
    return this.#all.length * PAGE_BYTES;
  }

  /** A file that nobody sees, and that is gone with the process. */
  scratch(): PagedFile {
    const path = join(this.#folder, `scratch-${process.pid}-${(this.#count += 1)}`);
    const file = openSync(path, 'w+');
    rmSync(path, {force: true});
    return this.#opened(file);
  }

  /** A file of that name: an empty one to write, or one to read. */
  open(path: string, flags: 'r' | 'w+'): PagedFile {
    return this.#opened(openSync(path, flags));
  }

  /** Closes every file that is still open; what was not written is lost. */
  close(): void {
    for (const file of this.#open) file.close();
  }

  #opened(file: number): PagedFile {
    const opened = new PagedFile(this, file);
    this.#open.add(opened);
    return opened;
  }

  /** For a file that is closed. */
  forget(file: PagedFile): void {
    this.#open.delete(file);
  }

  /** A page for another content than it has. */
  free(): Page {
    if (this.#all.length < this.#most) {
      const place = this.#all.length % TOGETHER;
      if (!place) this.#block = new ArrayBuffer(PAGE_BYTES * TOGETHER);
      const bytes = new Uint8Array(this.#block, place * PAGE_BYTES, PAGE_BYTES);
      const view = new DataView(this.#block, place * PAGE_BYTES, PAGE_BYTES);
      const page = {view, bytes, file: null, number: 0, isUsed: true, isChanged: false};
      this.#all.push(page);
      return page;
    }
    for (;;) {
      this.#hand = (this.#hand + 1) % this.#all.length;
      const page = this.#all[this.#hand]!;
      if (!page.isUsed) {
        page.file?.letGo(page);
        return page;
      }
      page.isUsed = false;
    }
  }
}

/** A file that is read and written by pages. What was never written of it is zeros. */
export class PagedFile {
  readonly #pages: Pages;
  readonly #file: number;
  /** Those in memory, by number. */
  readonly #held: (Page | undefined)[] = [];
  /** Bytes of the file itself: there is nothing to read beyond. */
  #size: number;

  constructor(pages: Pages, file: number) {
    this.#pages = pages;
    this.#file = file;
    this.#size = fstatSync(file).size;
  }

  /** A page to be read, until another is asked for. */
  page(number: number): Page {
    const page = this.#held[number] ?? this.#load(number);
    page.isUsed = true;
    return page;
  }

  /** A page to be written in, until another is asked for. */
  changing(number: number): Page {
    const page = this.page(number);
    page.isChanged = true;
    return page;
  }

  /** Writes what was changed, and after `length` bytes of it `more`, as its end. */
  end(length: number, more: Uint8Array): void {
    for (const page of this.#held) if (page?.isChanged) this.#write(page);
    ftruncateSync(this.#file, length);
    writeAll(this.#file, more, length);
    this.#size = length + more.length;
  }

  /** Gives its pages back; what was not written is lost. */
  close(): void {
    for (const page of this.#held) if (page) vacate(page);
    this.#held.length = 0;
    this.#pages.forget(this);
    closeSync(this.#file);
  }

  /** For `Pages` alone. */
  letGo(page: Page): void {
    if (page.isChanged) this.#write(page);
    this.#held[page.number] = undefined;
    vacate(page);
  }

  #load(number: number): Page {
    const page = this.#pages.free();
    page.file = this;
    page.number = number;
    // One after the other: a list with gaps would be a table of numbers.
    while (this.#held.length <= number) this.#held.push(undefined);
    this.#held[number] = page;
    const start = number * PAGE_BYTES;
    const size = Math.max(0, Math.min(PAGE_BYTES, this.#size - start));
    let done = 0;
    for (let count = -1; done < size && count !== 0; done += count) {
      count = readSync(this.#file, page.bytes, done, size - done, start + done);
    }
    page.bytes.fill(0, done);
    return page;
  }

  #write(page: Page) {
    const start = page.number * PAGE_BYTES;
    writeAll(this.#file, page.bytes, start);
    this.#size = Math.max(this.#size, start + PAGE_BYTES);
    page.isChanged = false;
  }
}

function vacate(page: Page) {
  page.file = null;
  page.isUsed = false;
  page.isChanged = false;
}

function writeAll(file: number, bytes: Uint8Array, at: number) {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(file, bytes, done, bytes.length - done, at + done);
  }
}
