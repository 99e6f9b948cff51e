/** Ends an id. No id has one in it: reading a feed takes control characters away. */
const END = 10;

/**
 * Ids of campaigns by position, once they were asked for: each stands in the lists of six territories, and is read from
 * the disk once. They are bytes: a million texts would take three times as much.
 */
export class Ids {
  /** Where each begins; 0 when it was not asked for yet. */
  readonly #starts: Uint32Array;
  #bytes = Buffer.alloc(4096);
  #used = 1;

  constructor(length: number) {
    this.#starts = new Uint32Array(length);
  }

  /** @param read - Gives the id of that position when it was not asked for before. */
  at(position: number, read: () => string): string {
    const start = this.#starts[position]!;
    if (start) return this.#bytes.toString('utf8', start, this.#bytes.indexOf(END, start));
    const id = read();
    const size = Buffer.byteLength(id);
    while (this.#used + size >= this.#bytes.length) {
      this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    }
    this.#bytes.write(id, this.#used);
    this.#bytes[this.#used + size] = END;
    this.#starts[position] = this.#used;
    this.#used += size + 1;
    return id;
  }
}
