import {warnOnce} from './feed-controller.js';

/** Pictures of the ground that a page offers. */
export interface Tiles {
  /** Address with {z}, {x} and {y}, absolute. */
  template: string;
  /** Who would see the visitor's address: named before anything is asked. */
  host: string;
}

/**
 * Reads the address of tiles.
 *
 * @returns Null when it is missing, is not http(s), or lacks one of {z}, {x} and {y}.
 */
export function readTiles(text: string): Tiles | null {
  const wanted = text.trim();
  if (!['{z}', '{x}', '{y}'].every((name) => wanted.includes(name))) return null;
  // {s} is a sub-domain that Leaflet chooses; a host with braces would not parse.
  const plain = wanted.replace(/\{s\}\.?/g, '').replace(/[{}]/g, '');
  if (!URL.canParse(plain, document.baseURI)) return null;
  const {protocol, host} = new URL(plain, document.baseURI);
  return /^https?:$/.test(protocol) ? {template: wanted, host} : null;
}

/** Tells the page's developer of an address that is none of tiles: the map stays without. */
export function checkTiles(host: Element, text: string): void {
  if (!text.trim() || readTiles(text)) return;
  warnOnce(
    host.localName,
    `tiles="${text.trim()}" is no address of tiles: write one like "https://tiles.example/{z}/{x}/{y}.png".`,
  );
}
