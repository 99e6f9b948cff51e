import {FeedError} from '../../feed/errors.js';

const [QUOTE, COMMA, BACKSLASH, NEWLINE] = [34, 44, 92, 10];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];
const SPACE = 32;

/** Bytes that one campaign may take: no feed has one of a tenth. */
export const MOST_BYTES_EACH = 10_000_000;
/** Bytes of what stands around the campaigns, and of an answer that an adapter reads as a whole. */
const MOST_AROUND = 256_000_000;
/** Bytes before a bracket that tell under which name it stands. */
const KEY_BYTES = 64;

/** One campaign as it is written. */
export interface Piece {
  /** Its own bytes, without white space around. */
  raw: Buffer;
  /** The line on which it begins, from 1. */
  line: number;
}

/**
 * Cuts a JSON text into its campaigns while it arrives: the elements of the list `features` of its
 * outermost object, each with its own bytes and its line. As `FeatureSplitter` does for a page, it knows
 * brackets and strings and nothing more: `JSON.parse` judges each element, and what stands around them.
 */
export class Scanner {
  readonly #name: string;
  #line = 1;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inFeatures = false;
  #hasFeatures = false;
  #isDone = false;
  /** What stands around the features. */
  #around: Buffer[] = [];
  #aroundBytes = 0;
  /** How many pieces of it stand before the campaigns. */
  #opening = 0;
  /** An element that is not whole yet, and the line on which it begins; 0 when it has not. */
  #rest: Buffer = Buffer.alloc(0);
  #startLine = 0;
  #found: Piece[] = [];
  #count = 0;

  /** @param name - What messages call the text. */
  constructor(name: string) {
    this.#name = name;
  }

  /** The list of campaigns was found. */
  get hasFeatures(): boolean {
    return this.#hasFeatures;
  }

  /** The outermost value was closed. */
  get isDone(): boolean {
    return this.#isDone;
  }

  /** The line that is being read. */
  get line(): number {
    return this.#line;
  }

  /** What stands before the campaigns, closed: JSON with an empty list of them. */
  get before(): string {
    return `${Buffer.concat(this.#around.slice(0, this.#opening)).toString()}]}`;
  }

  /** What stands around the campaigns, once it is done: JSON with an empty list of them. */
  get around(): string {
    return Buffer.concat(this.#around).toString();
  }

  /** Hands out the campaigns found since it was last asked. */
  take(): Piece[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /**
   * Takes in a piece.
   *
   * @returns What stands after the outermost value; mostly nothing.
   * @throws {FeedError} `not-json` when a campaign is missing between two commas; `too-large`.
   */
  push(piece: Uint8Array): Buffer {
    const before = this.#rest.length;
    const bytes = before
      ? Buffer.concat([this.#rest, piece])
      : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    this.#rest = Buffer.alloc(0);
    let from = 0;
    for (let at = before; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
        continue;
      }
      if (byte === NEWLINE) this.#line += 1;
      const isBetween = this.#inFeatures && this.#depth === 2;
      if (isBetween && (byte === COMMA || byte === CLOSE_LIST)) {
        this.#cut(bytes.subarray(from, at), byte === CLOSE_LIST);
        from = byte === COMMA ? at + 1 : at;
      } else if (isBetween && !this.#startLine && byte! > SPACE) {
        this.#startLine = this.#line;
      }
      if (byte === QUOTE) this.#inString = true;
      else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        this.#depth += 1;
        if (this.#depth !== 2 || byte !== OPEN_LIST || this.#hasFeatures) continue;
        if (!/"features"\s*:\s*$/.test(this.#keyBefore(bytes.subarray(from, at)))) continue;
        this.#keep(bytes.subarray(from, at + 1));
        from = at + 1;
        this.#opening = this.#around.length;
        this.#inFeatures = true;
        this.#hasFeatures = true;
      } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) {
        this.#depth -= 1;
        if (this.#depth === 1) this.#inFeatures = false;
        if (this.#depth > 0) continue;
        this.#isDone = true;
        this.#keep(bytes.subarray(from, at + 1));
        return bytes.subarray(at + 1);
      }
    }
    if (!this.#inFeatures) this.#keep(bytes.subarray(from));
    else if (bytes.length - from > MOST_BYTES_EACH) {
      throw new FeedError(
        'too-large',
        `${this.#name}: the campaign at line ${this.#startLine} takes more than ${MOST_BYTES_EACH} bytes: is a quote missing?`,
      );
    } else this.#rest = Buffer.from(bytes.subarray(from));
    return Buffer.alloc(0);
  }

  #cut(region: Buffer, isLast: boolean) {
    const line = this.#startLine;
    this.#startLine = 0;
    if (line) {
      this.#count += 1;
      this.#found.push({raw: trimmed(region), line});
    } else if (!isLast || this.#count) {
      throw new FeedError(
        'not-json',
        `${this.#name} is no JSON: line ${this.#line}: a comma too many between two campaigns.`,
      );
    }
  }

  #keep(bytes: Buffer) {
    if (!bytes.length) return;
    this.#aroundBytes += bytes.length;
    if (this.#aroundBytes > MOST_AROUND) {
      throw new FeedError(
        'too-large',
        `${this.#name} has more than ${MOST_AROUND} bytes and no list of campaigns ("features") in them.`,
      );
    }
    // A copy, so that the piece itself can go.
    this.#around.push(Buffer.from(bytes));
  }

  /** The last characters before a bracket. */
  #keyBefore(bytes: Buffer): string {
    let tail = bytes.subarray(-KEY_BYTES);
    for (let at = this.#around.length - 1; at >= 0 && tail.length < KEY_BYTES; at -= 1) {
      tail = Buffer.concat([this.#around[at]!, tail]);
    }
    return tail.subarray(-KEY_BYTES).toString('latin1');
  }
}

/** Without white space at both ends. */
export function trimmed(bytes: Buffer): Buffer {
  let from = 0;
  let to = bytes.length;
  while (from < to && isBlank(bytes[from]!)) from += 1;
  while (to > from && isBlank(bytes[to - 1]!)) to -= 1;
  return bytes.subarray(from, to);
}

/** White space in JSON (RFC 8259 §2). */
function isBlank(byte: number): boolean {
  return byte === SPACE || (byte >= 9 && byte <= 13);
}
