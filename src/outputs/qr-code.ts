import {encode} from 'uqr';

import type {Squares} from './drawing.js';

/** What has to stay empty around a QR code, in modules (ISO/IEC 18004 §6.3.8). */
export const QUIET_ZONE = 4;
/** The narrowest module that a phone reads off paper printed at 300 dpi: three dots. */
const LEAST_MODULE = 0.25;

/**
 * The QR code of an address, error correction Q: a quarter of it may be dirty or torn.
 *
 * @param box - Where it stands, its quiet zone within: left, top, side, in mm.
 * @throws {RangeError} When the address is so long that its modules would be under 0.25 mm.
 */
export function qrCode(url: string, box: {x: number; y: number; side: number}): Squares {
  const modules = modulesOf(url);
  const count = modules.length + 2 * QUIET_ZONE;
  const side = box.side / count;
  if (!modules.length || side < LEAST_MODULE) {
    throw new RangeError(
      `The address is too long for a QR code of ${box.side} mm that a phone can read: give a shorter one, or a larger format. ${url.slice(0, 80)}…`,
    );
  }
  const runs = modules.flatMap((row, at) =>
    [...row.matchAll(/1+/g)].map(
      ({index, 0: run}) => [index + QUIET_ZONE, at + QUIET_ZONE, run.length] as const,
    ),
  );
  return {kind: 'squares', x: box.x, y: box.y, side, runs, fill: '#000000'};
}

/** Rows of the code, without its quiet zone: 1 is dark. None when it does not fit in any version. */
function modulesOf(url: string): string[] {
  try {
    const {data} = encode(url, {ecc: 'Q', border: 0});
    return data.map((row) => row.map(Number).join(''));
  } catch {
    return [];
  }
}
