import {hash} from 'node:crypto';

/** 48 bits of a hash, as a number: enough to tell that something changed. */
export function numberOf(data: string | Uint8Array): number {
  return digest(data).readUIntBE(0, 6);
}

/** The same, and 32 further bits. */
export function numbersOf(data: string | Uint8Array): [number, number] {
  const bytes = digest(data);
  return [bytes.readUIntBE(0, 6), bytes.readUInt32BE(6)];
}

/** The first characters of a hash, in hexadecimal. */
export function textOf(data: string | Uint8Array, length = 16): string {
  return digest(data).toString('hex', 0, length / 2);
}

function digest(data: string | Uint8Array): Buffer {
  return hash('sha256', data, 'buffer');
}

/** Many numbers under one hash, without a copy of them for each. */
export class NumberHash {
  #numbers = new Float64Array(4096);
  #length = 0;

  add(value: number): void {
    if (this.#length === this.#numbers.length) {
      const longer = new Float64Array(this.#length * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#length++] = value;
  }

  /** The hash of what was added since the last one. */
  end(length = 16): string {
    const text = textOf(new Uint8Array(this.#numbers.buffer, 0, this.#length * 8), length);
    this.#length = 0;
    return text;
  }
}
