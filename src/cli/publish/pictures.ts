import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

import type {Campaign} from '../../feed/campaign.js';
import {pictureData} from '../cards/picture.js';
import type {CardFailure} from '../cards/write.js';
import {textOf} from './hash.js';

/** How pictures are fetched. */
export interface PicturesOptions {
  signal?: AbortSignal | undefined;
  /** What asks. Default: the platform's `fetch`. */
  fetch?: typeof fetch | undefined;
}

const MOST_BYTES = 8_000_000;
const MOST_MS = 15_000;

/**
 * The pictures of campaigns, fetched from where they stand and kept in a folder by their address: each is
 * fetched once, a new picture is one with a new address. What is no picture is not kept.
 */
export class Pictures {
  /** Pictures that could not be had. */
  readonly failures: CardFailure[] = [];
  readonly #folder: string;
  readonly #options: PicturesOptions;

  constructor(folder: string, options: PicturesOptions = {}) {
    this.#folder = folder;
    this.#options = options;
  }

  /** A campaign's picture as a `data:` address; null when it has none, or it cannot be had: `failures` says why. */
  async of({id, image}: Campaign): Promise<string | null> {
    if (!image || !/^https?:/i.test(image.src)) return null;
    const path = join(this.#folder, textOf(image.src, 32));
    const kept = await readFile(path).catch(() => null);
    if (kept) return pictureData(kept, path);
    try {
      const bytes = await this.#fetch(image.src);
      const data = pictureData(bytes, image.src);
      await mkdir(this.#folder, {recursive: true});
      await writeFile(`${path}.tmp`, bytes);
      await rename(`${path}.tmp`, path);
      return data;
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      // Reasons of the network are in the cause.
      const {message, cause} = error as Error;
      const reason = cause instanceof Error ? cause.message : message;
      this.failures.push({
        id,
        format: 'png',
        reason: `without its picture ${image.src}: ${reason}`,
      });
      return null;
    }
  }

  async #fetch(address: string): Promise<Buffer> {
    const {signal, fetch = globalThis.fetch} = this.#options;
    const late = AbortSignal.timeout(MOST_MS);
    const response = await fetch(address, {
      signal: signal ? AbortSignal.any([signal, late]) : late,
      credentials: 'omit',
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new RangeError(`the answer is ${response.status}`);
    }
    const pieces: Uint8Array[] = [];
    let size = 0;
    // Leaving the loop lets the connection go.
    for await (const piece of response.body ?? []) {
      size += piece.length;
      if (size > MOST_BYTES) throw new RangeError(`it is larger than ${MOST_BYTES / 1e6} MB`);
      pieces.push(piece);
    }
    return Buffer.concat(pieces);
  }
}
