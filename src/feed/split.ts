const [QUOTE, BACKSLASH, COMMA] = [34, 92, 44];
const OPENING = new Set([91, 123]);
const CLOSING = new Set([93, 125]);

/** Bytes of features that are parsed at once: a few milliseconds' worth. */
const BATCH = 96_000;

/**
 * Cuts a GeoJSON FeatureCollection that is too long to be one string into what `JSON.parse` reads at
 * once, while it arrives. It knows brackets and strings and nothing more: `JSON.parse` judges the rest.
 */
export class FeatureSplitter {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inFeatures = false;
  #hasFeatures = false;
  /** What stands around the features, and what of them is not handed out yet. */
  #head: Uint8Array[] = [];
  #rest: Uint8Array[] = [];
  #restBytes = 0;

  /** The features were found. A long answer without any is no feed, or another platform's. */
  get hasFeatures(): boolean {
    return this.#hasFeatures;
  }

  /** Every bracket was closed. */
  get isWhole(): boolean {
    return this.#depth === 0 && !this.#inString;
  }

  /** What stands around the features so far, closed: JSON with an empty list of features. */
  get head(): string {
    const text = textOf(this.#head);
    return this.#inFeatures ? `${text}]}` : text;
  }

  /** Takes in a piece. @returns Lists of features as JSON, each of about a hundred; often none. */
  push(piece: Uint8Array): string[] {
    const batches: string[] = [];
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at]!;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
      } else if (byte === QUOTE) {
        this.#inString = true;
      } else if (OPENING.has(byte)) {
        this.#depth += 1;
        if (this.#depth !== 2 || byte !== 91 || this.#hasFeatures) continue;
        this.#head.push(piece.slice(from, at + 1));
        from = at + 1;
        this.#inFeatures = /"features"\s*:\s*\[$/.test(textOf(this.#head));
        this.#hasFeatures = this.#inFeatures;
      } else if (CLOSING.has(byte)) {
        this.#depth -= 1;
        if (this.#depth !== 1 || !this.#inFeatures) continue;
        this.#keep(piece.slice(from, at));
        if (this.#restBytes > 0) batches.push(this.#take());
        this.#inFeatures = false;
        from = at;
      } else if (byte === COMMA && this.#depth === 2 && this.#inFeatures) {
        if (this.#restBytes + at - from < BATCH) continue;
        this.#keep(piece.slice(from, at));
        batches.push(this.#take());
        from = at + 1;
      }
    }
    const tail = piece.slice(from);
    if (this.#inFeatures) this.#keep(tail);
    else this.#head.push(tail);
    return batches;
  }

  #keep(bytes: Uint8Array) {
    this.#rest.push(bytes);
    this.#restBytes += bytes.length;
  }

  #take(): string {
    const text = textOf(this.#rest);
    this.#rest = [];
    this.#restBytes = 0;
    return `[${text}]`;
  }
}

function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return pieces.map((piece) => decoder.decode(piece, {stream: true})).join('') + decoder.decode();
}
