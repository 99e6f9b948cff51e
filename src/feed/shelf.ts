import type {Campaign} from './campaign.js';

/**
 * Campaigns out of the way: as bytes that the browser keeps where it likes (a Blob, on disk if need
 * be), read one by one when they are asked for. As objects, a hundred thousand of them are 200 MB.
 */
export class Shelf {
  #blobs: Blob[] = [];
  /** For each campaign: its blob, and where it begins and ends there. */
  #where: number[] = [];

  get length(): number {
    return this.#where.length / 3;
  }

  /** Puts campaigns behind those that are there. */
  put(campaigns: readonly Campaign[]): void {
    if (campaigns.length === 0) return;
    const encoder = new TextEncoder();
    let at = 0;
    const parts = campaigns.map((campaign) => {
      const bytes = encoder.encode(JSON.stringify(campaign));
      this.#where.push(this.#blobs.length, at, at + bytes.length);
      at += bytes.length;
      return bytes;
    });
    this.#blobs.push(new Blob(parts));
  }

  /** The campaigns at these places, in that order; what is not there is left out. */
  async get(places: readonly number[]): Promise<Campaign[]> {
    const texts = places.flatMap((place) => {
      const [blob = -1, from, to] = this.#where.slice(place * 3, place * 3 + 3);
      return this.#blobs[blob]?.slice(from, to).text() ?? [];
    });
    return (await Promise.all(texts)).map((text) => JSON.parse(text) as Campaign);
  }
}
