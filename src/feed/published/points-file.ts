import {blankPoints, type Points} from '../points.js';
import {BitReader, BitWriter, widthOf} from './bits.js';
import {byUse, cellsOf, uncross} from './point-cells.js';

/**
 * `NAME.points.bin`: where campaigns are, how they stand and what they raised, in the list's order.
 *
 * A campaign costs the bits in which it differs from others. Places are rounded to 1e-4 degrees (11 m) and cut
 * into cells; the file lists the cells in use, and of each campaign the rank of its cell, the most used first,
 * and its place inside. The cells are as large as makes the file smallest: one place each where campaigns
 * stand at the centres of their communes, a kilometre where they have addresses.
 *
 * A number is written in two parts: how many bits it has, as a byte that gzip or brotli make short, and those
 * bits below the first, which nothing makes shorter.
 *
 * Layout, little-endian: "RPT1"; `list` and seven counts as 32 bits; then a byte for each: bits of the
 * gaps between those without coordinates, of the gaps between cells, of the campaigns in each cell, of each
 * campaign's rank, of what it raised, its status; then all the lower bits in the same order.
 */
export interface PointsFile {
  /** As in the territory's file. */
  list: string;
  /** Campaigns of the list, those without coordinates included. */
  length: number;
  points: Points;
  /** For each point its position in the list, ascending. */
  at: Uint32Array;
}

/** What a file of points is made from: as `Points`, with amounts in full. A million need not be copied for it. */
export interface PointsToWrite {
  list: string;
  length: number;
  at: ArrayLike<number>;
  /** 1e-5 degrees, of a position of `at`. */
  longitude: (index: number) => number;
  latitude: (index: number) => number;
  /** Major units; NaN when unknown. Written to the cent. */
  raised: (index: number) => number;
  status: (index: number) => number;
}

const MAGIC = 0x31545052;
const HEAD = 36;
/** Added to the bits of an amount that is not whole: those are of cents. */
const CENTS = 64;
/** Longitudes and latitudes as whole numbers from 0, of 1e-4 degrees. */
const [EAST, NORTH, UNIT] = [1_800_000, 900_000, 10];

/** A file of points out of what it says. */
export function encodePoints(given: PointsToWrite): Uint8Array {
  const {at, longitude, latitude, raised, status, length} = given;
  const count = at.length;
  const xs = new Int32Array(count);
  const ys = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    xs[i] = Math.round(longitude(i) / UNIT) + EAST;
    ys[i] = Math.round(latitude(i) / UNIT) + NORTH;
  }
  const {level, cells, counts, ranks} = cellsOf(xs, ys);
  const bits = new BitWriter();
  const widths = new Uint8Array(length + count + 2 * cells.length);
  let wide = 0;
  const put = (value: number, more = 0) => {
    const width = widthOf(value);
    widths[wide++] = width + more;
    if (width > 1) bits.write(value - 2 ** (width - 1), width - 1);
  };
  let expected = 0;
  for (let i = 0, next = 0; next < length; next += 1) {
    if (at[i] === next) i += 1;
    else {
      put(next - expected);
      expected = next + 1;
    }
  }
  let before = -1;
  for (const cell of cells) {
    put(cell - before - 1);
    before = cell;
  }
  for (const each of counts) put(each);
  for (const rank of ranks) put(rank);
  const inside = 2 ** level;
  for (let i = 0; i < count; i += 1) {
    bits.write(xs[i]! % inside, level);
    bits.write(ys[i]! % inside, level);
  }
  for (let i = 0; i < count; i += 1) {
    const amount = raised(i);
    const cents = Math.round(amount * 100);
    if (Number.isNaN(amount)) put(0);
    else if (cents % 100 === 0) put(cents / 100 + 1);
    else put(cents, CENTS);
  }
  const low = bits.end();
  const bytes = new Uint8Array(HEAD + widths.length + count + low.length);
  const view = new DataView(bytes.buffer);
  [
    MAGIC,
    Number.parseInt(given.list, 16),
    length,
    count,
    cells.length,
    level,
    low.length,
    widths.length,
    0,
  ].forEach((value, index) => view.setUint32(index * 4, value, true));
  bytes.set(widths, HEAD);
  for (let i = 0; i < count; i += 1) bytes[HEAD + widths.length + i] = status(i);
  bytes.set(low, HEAD + widths.length + count);
  return bytes;
}

/**
 * What a file of points says.
 *
 * @throws {RangeError} When it is none, or breaks off.
 */
export function decodePoints(bytes: Uint8Array): PointsFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEAD || view.getUint32(0, true) !== MAGIC) {
    throw new RangeError('No file of points.');
  }
  const [list = 0, length = 0, count = 0, cellCount = 0, level = 0, lowBytes = 0, wide = 0] = [
    0, 1, 2, 3, 4, 5, 6,
  ].map((index) => view.getUint32(index * 4 + 4, true));
  const isSane =
    count <= length &&
    cellCount <= count &&
    level <= 16 &&
    wide === length + count + 2 * cellCount &&
    bytes.length === HEAD + wide + count + lowBytes;
  if (!isSane) throw new RangeError('The file of points breaks off.');
  const bits = new BitReader(bytes.subarray(HEAD + wide + count));
  let next = HEAD;
  const take = (width: number) => (width > 1 ? 2 ** (width - 1) + bits.read(width - 1) : width);
  const number = () => take(bytes[next++]!);

  const at = new Uint32Array(count);
  let placed = 0;
  let position = 0;
  const placeUntil = (end: number) => {
    while (position < end && placed < count) at[placed++] = position++;
  };
  for (let i = count; i < length; i += 1) {
    placeUntil(position + number());
    position += 1;
  }
  placeUntil(length);

  const cells = new Float64Array(cellCount);
  let before = -1;
  for (let i = 0; i < cellCount; i += 1) cells[i] = before += number() + 1;
  const counts = new Uint32Array(cellCount);
  for (let i = 0; i < cellCount; i += 1) counts[i] = number();
  const order = byUse(counts);
  const points = blankPoints(count);
  const {longitude, latitude, raised, status} = points;
  const ranks = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) ranks[i] = number();
  const inside = 2 ** level;
  for (let i = 0; i < count; i += 1) {
    const [column, line] = uncross(cells[order[ranks[i]!] ?? -1] ?? 0);
    longitude[i] = (column * inside + bits.read(level) - EAST) * UNIT;
    latitude[i] = (line * inside + bits.read(level) - NORTH) * UNIT;
  }
  for (let i = 0; i < count; i += 1) {
    const width = bytes[next++]!;
    if (width >= CENTS) raised[i] = take(width - CENTS) / 100;
    else raised[i] = width ? take(width) - 1 : NaN;
  }
  status.set(bytes.subarray(HEAD + wide, HEAD + wide + count));
  return {list: list.toString(16).padStart(8, '0'), length, points, at};
}
