import type {Pixel} from './map-pins.js';

/** A box in CSS pixels, from the map's upper left corner. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The room that a map has for its markers: its size, and what stands over it. */
export interface Room {
  width: number;
  height: number;
  /** The buttons and notes over the map. */
  covers: readonly Rect[];
}

/** Where a marker stands, and how wide it is. */
export interface Stand extends Pixel {
  size: number;
}

/** CSS pixels that a target has at least, in both directions (WCAG 2.5.8). */
const TARGET = 24;

/** CSS pixels around a marker's middle that nothing may cover: who aims at it must hit it. */
const MIDDLE = 2;

/** A marker that cannot be pressed is as bad as so many that something only touches. */
const COVERED = 100;

/** How many places a map tries on each axis, to stand clear of its buttons. */
const TRIES = 9;

/** CSS pixels between what is framed and the map's edge, at least, however it is moved. */
const AIR = 8;

export function rectBetween(upperLeft: Pixel, lowerRight: Pixel): Rect {
  return {left: upperLeft.x, top: upperLeft.y, right: lowerRight.x, bottom: lowerRight.y};
}

/** The room inside a container, once what stands over it has been measured. */
export function roomIn(container: Element, covers: Iterable<Element>): Room {
  const {left, top, width, height} = container.getBoundingClientRect();
  const rects = [...covers].map((cover) => {
    const rect = cover.getBoundingClientRect();
    return {
      left: rect.left - left,
      top: rect.top - top,
      right: rect.right - left,
      bottom: rect.bottom - top,
    };
  });
  const whole = {left: 0, top: 0, right: width, bottom: height};
  return {width, height, covers: rects.filter((rect) => overlap(rect, whole))};
}

/** Whether a marker can be pressed: its middle is in the map and under nothing, and what else is free of it is a target. */
export function isFree({x, y, size}: Stand, {width, height, covers}: Room): boolean {
  const whole = {left: 0, top: 0, right: width, bottom: height};
  const marker = around(x, y, size / 2);
  const above = covers.filter((cover) => overlap(cover, marker));
  const middle = around(x, y, MIDDLE);
  if (!isInside(middle, whole) || above.some((cover) => overlap(cover, middle))) return false;
  const seen = {
    left: Math.max(marker.left, 0),
    top: Math.max(marker.top, 0),
    right: Math.min(marker.right, width),
    bottom: Math.min(marker.bottom, height),
  };
  const free = above.reduce(
    (rects, cover) =>
      rects.flatMap((rect) => (overlap(rect, cover) ? besides(rect, cover) : [rect])),
    [seen],
  );
  return free.some(isTarget);
}

/**
 * How far to move the ground, in CSS pixels, for the fewest markers to be under something, and to touch
 * something; the least of several such ways.
 *
 * @param framed - What must stay in the map.
 */
export function clearMove(markers: readonly Stand[], room: Room, framed: Rect): Pixel {
  const [xs, ys] = [
    steps(AIR - framed.left, room.width - AIR - framed.right),
    steps(AIR - framed.top, room.height - AIR - framed.bottom),
  ];
  const ways = ys.flatMap((y) => xs.map((x) => ({x, y})));
  ways.sort((one, other) => Math.hypot(one.x, one.y) - Math.hypot(other.x, other.y));
  let best = {x: 0, y: 0};
  let least = Infinity;
  for (const way of ways) {
    let cost = 0;
    for (const {x, y, size} of markers) {
      if (isClear(x + way.x, y + way.y, size / 2, room)) continue;
      cost += isFree({x: x + way.x, y: y + way.y, size}, room) ? 1 : COVERED;
      if (cost >= least) break;
    }
    if (cost >= least) continue;
    best = way;
    least = cost;
    if (least === 0) break;
  }
  return best;
}

/** Whether nothing cuts off anything of a marker. In plain numbers: this is asked some thousand times at once. */
function isClear(x: number, y: number, reach: number, {width, height, covers}: Room): boolean {
  if (x < reach || y < reach || x + reach > width || y + reach > height) return false;
  for (const {left, top, right, bottom} of covers) {
    if (x - reach < right && x + reach > left && y - reach < bottom && y + reach > top)
      return false;
  }
  return true;
}

/** 0, and steps from `from` to `to`; 0 alone when there is no way to go. */
function steps(from: number, to: number): number[] {
  if (from >= to) return [0];
  const step = (to - from) / (TRIES - 1);
  return [0, ...[...Array(TRIES).keys()].map((at) => Math.round(from + at * step))];
}

function around(x: number, y: number, reach: number): Rect {
  return {left: x - reach, top: y - reach, right: x + reach, bottom: y + reach};
}

function overlap(one: Rect, other: Rect): boolean {
  return (
    one.left < other.right &&
    one.right > other.left &&
    one.top < other.bottom &&
    one.bottom > other.top
  );
}

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.right <= outer.right &&
    inner.bottom <= outer.bottom
  );
}

/** What of a box is left on each side of another that lies over it. */
function besides(rect: Rect, cover: Rect): Rect[] {
  const parts = [
    {...rect, right: cover.left},
    {...rect, left: cover.right},
    {...rect, bottom: cover.top},
    {...rect, top: cover.bottom},
  ];
  return parts.filter(isTarget);
}

function isTarget({left, top, right, bottom}: Rect): boolean {
  return right - left >= TARGET && bottom - top >= TARGET;
}
