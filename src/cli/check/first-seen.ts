import {hash} from 'node:crypto';

/** Half full at most: searches stay short. */
const FULL = 0.5;

/**
 * Where each text was seen first, in some 24 bytes a text whatever its length: a million identifiers and
 * addresses as strings would be 200 MB. Texts are told apart by 64 bits of their SHA-256.
 */
export class FirstSeen {
  #size = 0;
  #keys = new BigUint64Array(1024);
  #indexes = new Uint32Array(1024);

  /**
   * Notes a text.
   *
   * @param index - Where it stands, below 2^32.
   * @returns Where it stood first; undefined when it is new.
   */
  note(text: string, index: number): number | undefined {
    // 0 marks an empty place.
    const key = hash('sha256', text, 'buffer').readBigUInt64LE() || 1n;
    if (this.#size >= this.#keys.length * FULL) this.#grow();
    const at = this.#placeOf(key);
    if (this.#keys[at] === key) return this.#indexes[at];
    this.#keys[at] = key;
    this.#indexes[at] = index;
    this.#size += 1;
    return undefined;
  }

  #placeOf(key: bigint): number {
    const mask = this.#keys.length - 1;
    let at = Number(key & 0xffffffffn) & mask;
    while (this.#keys[at] !== 0n && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow() {
    const [keys, indexes] = [this.#keys, this.#indexes];
    this.#keys = new BigUint64Array(keys.length * 2);
    this.#indexes = new Uint32Array(keys.length * 2);
    keys.forEach((key, from) => {
      if (key === 0n) return;
      const at = this.#placeOf(key);
      this.#keys[at] = key;
      this.#indexes[at] = indexes[from] ?? 0;
    });
  }
}
