import {cleanText} from '../clean.js';
import {plainText} from './plain-text.js';
import {isObject} from './values.js';

/** A campaign as an adapter found it: names and shapes of the wire (FEED.md), null where nothing is said. */
export interface Draft {
  id: unknown;
  title: unknown;
  url: unknown;
  /** Longitude, latitude. */
  point?: readonly [unknown, unknown] | null;
  geometry?: unknown;
  [property: string]: unknown;
}

/** Texts that a platform may have written in HTML, and the characters that a feed may have of them. */
const TEXTS = [
  ['title', 300],
  ['tagline', 1000],
  ['category', 300],
] as const;

/** A feature of the wire. What is null, empty, or an object without a value is left out. */
export function featureOf({id, point, geometry = null, ...properties}: Draft): object {
  const [longitude = null, latitude = null] = point ?? [];
  const isKnown = longitude !== null && latitude !== null;
  for (const [name, most] of TEXTS) {
    const text = properties[name];
    if (typeof text === 'string') properties[name] = cleanText(plainText(text), most);
  }
  return {
    type: 'Feature',
    id: typeof id === 'number' ? String(id) : id,
    geometry: isKnown ? {type: 'Point', coordinates: [longitude, latitude]} : geometry,
    properties: said(properties) ?? {},
  };
}

/** A feed of the wire. */
export function feedOf(features: readonly unknown[], head: object = {}): object {
  return {type: 'FeatureCollection', version: '1.0', ...(said(head) as object | null), features};
}

/** What of a value is said; null when nothing is. Lists keep their places. */
export function said(value: unknown): unknown {
  if (!isObject(value)) return value === undefined || value === '' ? null : value;
  const kept = Object.entries(value).flatMap(([name, inner]) => {
    const known = said(inner);
    return known === null ? [] : [[name, known] as const];
  });
  return kept.length ? Object.fromEntries(kept) : null;
}
