import {STATUSES} from '../../feed/points.js';
import type {Areas, Box} from '../../feed/published/format.js';
import {isOverseas, MAINLAND} from '../../territory/areas.js';
import {outlinesOf, type Outline} from '../../territory/outlines.js';
import type {Edition} from './edition.js';
import {NOWHERE} from './rows.js';

/** Degrees of columns. */
const SCALE = 1e5;
/** Boxes are rounded to as many of these. */
const STEP = 1000;
const STATES = STATUSES.length + 1;
/** The share of its size by which what is off the coast of an overseas département counts with it. */
const OFF_COAST = 0.1;

/** Where the campaigns of an edition are, about. */
export async function areasOf({rows}: Pick<Edition, 'rows'>): Promise<Areas> {
  const {longitude, latitude, status} = rows.columns;
  const outlines = await outlinesOf('departement');
  const overseas = outlines
    .filter(({code}) => isOverseas(code))
    .map(({code, outline}) => ({
      code: code.replace('departement:', ''),
      box: boxOf(outline),
      counts: blank(),
    }));
  const mainland = scaled(MAINLAND);
  const [inside, elsewhere] = [blank(), blank()];
  const boxes = Array.from({length: STATES}, (): Box | null => null);
  for (let at = 0; at < rows.length; at += 1) {
    const [x, y, state] = [longitude.get(at), latitude.get(at), status.get(at)];
    if (x === NOWHERE) continue;
    if (isIn(mainland, x, y)) {
      inside[state]! += 1;
      const box = (boxes[state] ??= [x, y, x, y]);
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
    } else {
      const counts = overseas.find(({box}) => isIn(box, x, y))?.counts ?? elsewhere;
      counts[state]! += 1;
    }
  }
  return {
    mainland: {counts: trimmed(inside), boxes: trimmed(boxes.map((box) => box && rounded(box)))},
    overseas: Object.fromEntries(
      overseas.flatMap(({code, counts}) => (counts.some(Boolean) ? [[code, trimmed(counts)]] : [])),
    ),
    elsewhere: trimmed(elsewhere),
  };
}

function blank(): number[] {
  return Array.from({length: STATES}, () => 0);
}

function scaled(box: Box): Box {
  return box.map((side) => Math.round(side * SCALE)) as Box;
}

function boxOf({coordinates}: Outline): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of coordinates.flat(2)) {
    [west, south] = [Math.min(west, x), Math.min(south, y)];
    [east, north] = [Math.max(east, x), Math.max(north, y)];
  }
  const [width, height] = [(east - west) * OFF_COAST, (north - south) * OFF_COAST];
  return scaled([west - width, south - height, east + width, north + height]);
}

function isIn([west, south, east, north]: Box, x: number, y: number): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** Outwards, in degrees. */
function rounded([west, south, east, north]: Box): Box {
  const degrees = (side: number, round: (value: number) => number) =>
    (round(side / STEP) * STEP) / SCALE;
  return [
    degrees(west, Math.floor),
    degrees(south, Math.floor),
    degrees(east, Math.ceil),
    degrees(north, Math.ceil),
  ];
}

/** Without what is nothing at the end. */
function trimmed<T>(list: readonly T[]): T[] {
  return list.slice(0, list.findLastIndex(Boolean) + 1);
}
