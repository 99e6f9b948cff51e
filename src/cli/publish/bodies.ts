import {closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync} from 'node:fs';

/** Bytes that wait to be written. */
const HELD = 1_000_000;

/**
 * What is published of each campaign, as JSON, one after the other in one file, which only grows: a
 * campaign that has not changed stays where it is.
 */
export class Bodies {
  readonly #file: number;
  #written: number;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #scratch = Buffer.alloc(65_536);

  /** @param length - What of the file counts. What an earlier run left behind it goes. */
  constructor(path: string, length: number) {
    this.#file = openSync(path, length ? 'r+' : 'w+');
    if (fstatSync(this.#file).size < length) {
      closeSync(this.#file);
      throw new RangeError(`${path} is shorter than it was.`);
    }
    ftruncateSync(this.#file, length);
    this.#written = length;
  }

  /** Bytes of the file. */
  get length(): number {
    return this.#written + this.#heldBytes;
  }

  /** @returns Where it stands. */
  add(body: Buffer): number {
    const offset = this.length;
    this.#held.push(body);
    this.#heldBytes += body.length;
    if (this.#heldBytes >= HELD) this.flush();
    return offset;
  }

  flush(): void {
    if (!this.#heldBytes) return;
    const bytes = Buffer.concat(this.#held);
    for (let done = 0; done < bytes.length;) {
      done += writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done);
    }
    this.#written += bytes.length;
    [this.#held, this.#heldBytes] = [[], 0];
  }

  /** A copy of a body's bytes. */
  bytes(offset: number, size: number): Buffer {
    return Buffer.from(this.#read(offset, size));
  }

  text(offset: number, size: number): string {
    return this.#read(offset, size).toString();
  }

  close(): void {
    closeSync(this.#file);
  }

  /** Valid until the next reading. */
  #read(offset: number, size: number): Buffer {
    if (offset + size > this.#written) this.flush();
    if (size > this.#scratch.length) this.#scratch = Buffer.alloc(size * 2);
    for (let done = 0; done < size;) {
      const count = readSync(this.#file, this.#scratch, done, size - done, offset + done);
      if (!count) throw new Error('The file of bodies breaks off.');
      done += count;
    }
    return this.#scratch.subarray(0, size);
  }
}
