import {PAGE_BYTES, type PagedFile} from './pages.js';

/** Where a text begins is a multiple of this: the place of one among 16 GB fits in 32 bits. */
const UNIT = 4;

/** Texts one after the other in a file, of which some pages are in memory. */
export class Texts {
  readonly #file: PagedFile;
  #length = 0;

  constructor(file: PagedFile) {
    this.#file = file;
  }

  /** @returns Where it stands, in units; from 0. */
  add(text: string): number {
    const bytes = Buffer.from(text);
    this.#length = Math.ceil(this.#length / UNIT) * UNIT;
    const start = this.#length / UNIT;
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bytes.length);
    for (const part of [size, bytes]) this.#put(part);
    return start;
  }

  at(start: number): string {
    const at = start * UNIT;
    return this.#take(at + 4, this.#take(at, 4).readUInt32LE()).toString();
  }

  #put(bytes: Buffer) {
    for (let done = 0; done < bytes.length;) {
      const from = this.#length % PAGE_BYTES;
      const part = bytes.subarray(done, done + PAGE_BYTES - from);
      this.#file.changing(Math.floor(this.#length / PAGE_BYTES)).bytes.set(part, from);
      this.#length += part.length;
      done += part.length;
    }
  }

  #take(start: number, size: number): Buffer {
    const bytes = Buffer.allocUnsafe(size);
    for (let done = 0; done < size;) {
      const from = (start + done) % PAGE_BYTES;
      const page = this.#file.page(Math.floor((start + done) / PAGE_BYTES));
      const part = page.bytes.subarray(from, from + size - done);
      bytes.set(part, done);
      done += part.length;
    }
    return bytes;
  }
}
