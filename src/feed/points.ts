import type {Campaign, Status} from './campaign.js';
import {statusOf} from './select.js';

/**
 * Where campaigns are and what a map counts of them, a column for each thing: a million of them are
 * 13 MB, and no object. A campaign is its position, from 0 to `length` - 1.
 */
export interface Points {
  length: number;
  /** 1e-5 degrees, which is about a metre. */
  longitude: Int32Array;
  latitude: Int32Array;
  /** Major units of one currency; NaN when unknown, in another currency, or in orders. */
  raised: Float32Array;
  /** Position in `STATUSES`; `NO_STATUS` when nobody can tell how it ended. */
  status: Uint8Array;
}

/** What `Points.status` counts in. */
export const STATUSES: readonly Status[] = ['upcoming', 'live', 'succeeded', 'failed', 'cancelled'];

/** Ended, and the amounts do not tell how. */
export const NO_STATUS = STATUSES.length;

/** Every status, and none, as a mask: bit n is position n of `STATUSES`. */
export const ANY_STATUS = 2 ** (NO_STATUS + 1) - 1;

const SCALE = 1e5;

/** Statuses as a mask. None: any. */
export function maskOf(statuses: readonly Status[] = []): number {
  const bits = statuses.map((status) => 2 ** STATUSES.indexOf(status));
  return bits.reduce((mask, bit) => mask | bit, 0) || ANY_STATUS;
}

/** Degrees as `Points` write them. */
export function fixedDegrees(degrees: number): number {
  return Math.round(degrees * SCALE);
}

/** Room for so many points. */
export function blankPoints(length: number): Points {
  return {
    length,
    longitude: new Int32Array(length),
    latitude: new Int32Array(length),
    raised: new Float32Array(length),
    status: new Uint8Array(length),
  };
}

/** The points of campaigns that have coordinates; others are left out. */
export function pointsOf(
  campaigns: readonly Campaign[],
  currency: string,
  now: number = Date.now(),
): Points {
  const placed = campaigns.filter((campaign) => campaign.coordinates);
  const points = blankPoints(placed.length);
  placed.forEach((campaign, at) => writePoint(points, at, campaign, currency, now));
  return points;
}

/** Longitude and latitude of a point, in degrees. */
export function degreesAt({longitude, latitude}: Points, at: number): [number, number] {
  return [(longitude[at] ?? 0) / SCALE, (latitude[at] ?? 0) / SCALE];
}

function writePoint(
  points: Points,
  at: number,
  campaign: Campaign,
  currency: string,
  now: number,
): void {
  const [longitude = 0, latitude = 0] = campaign.coordinates ?? [];
  const status = statusOf(campaign, now);
  points.longitude[at] = fixedDegrees(longitude);
  points.latitude[at] = fixedDegrees(latitude);
  points.raised[at] = amountIn(campaign, currency) ?? NaN;
  points.status[at] = status ? STATUSES.indexOf(status) : NO_STATUS;
}

/** What was raised, when it is money of that currency. */
export function amountIn({raised, unit, currency}: Campaign, asked: string): number | null {
  return unit === 'money' && currency === asked ? raised : null;
}
