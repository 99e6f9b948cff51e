/** Numbers of any width one after the other, without a byte between them. */
export class BitWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  #held = 0;
  #count = 0;

  /**
   * @param value - Whole, from 0, below 2 ** `width`.
   * @param width - 0 to 53.
   */
  write(value: number, width: number): void {
    if (width > 24) {
      this.write(value % 0x1000000, 24);
      this.write(Math.floor(value / 0x1000000), width - 24);
      return;
    }
    this.#held |= value << this.#count;
    this.#count += width;
    while (this.#count >= 8) {
      this.#put(this.#held & 255);
      this.#held >>>= 8;
      this.#count -= 8;
    }
  }

  /** All that was written; what is left of the last byte is 0. */
  end(): Uint8Array {
    if (this.#count) this.#put(this.#held & 255);
    [this.#held, this.#count] = [0, 0];
    return this.#bytes.subarray(0, this.#length);
  }

  #put(byte: number) {
    if (this.#length === this.#bytes.length) {
      const longer = new Uint8Array(this.#length * 2);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    this.#bytes[this.#length++] = byte;
  }
}

/** The way back. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws {RangeError} When there are no more bits. */
  read(width: number): number {
    if (width > 24) {
      const low = this.read(24);
      return low + this.read(width - 24) * 0x1000000;
    }
    while (this.#count < width) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('The file of points breaks off.');
      this.#held |= byte << this.#count;
      this.#count += 8;
    }
    const value = this.#held & (2 ** width - 1);
    this.#held >>>= width;
    this.#count -= width;
    return value;
  }
}

/** How many bits a whole number from 0 has: 0 has none. */
export function widthOf(value: number): number {
  if (value < 0x80000000) return 32 - Math.clz32(value);
  return 31 + widthOf(Math.floor(value / 0x80000000));
}
