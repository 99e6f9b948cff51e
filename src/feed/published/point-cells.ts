/** Cells that points are cut into, and which of them each point is in. */
export interface PointCells {
  /** A cell is 2 ** level units wide and high. */
  level: number;
  /** The cells in use, ascending: a number each, by which neighbours are near one another (Z-order). */
  cells: Float64Array;
  /** How many points are in each. */
  counts: Uint32Array;
  /** For each point, the rank of its cell in `byUse(counts)`. */
  ranks: Uint32Array;
}

/** Cells of more units than this are never the smallest to write: ten kilometres. */
const MOST_LEVEL = 10;
/** What the number of a cell costs beyond the bits that tell cells apart. */
const CELL_BITS = 5;

/** The cells by which points take the fewest bits. Columns are below 2 ** 22, lines below 2 ** 21. */
export function cellsOf(xs: Int32Array, ys: Int32Array): PointCells {
  const crossed = new Float64Array(xs.length);
  for (let at = 0; at < xs.length; at += 1) crossed[at] = cross(xs[at]!, ys[at]!);
  const sorted = crossed.slice().sort();
  let [level, least] = [0, Infinity];
  for (let each = 0; each <= MOST_LEVEL; each += 1) {
    const bits = bitsAt(sorted, each);
    if (bits < least) [level, least] = [each, bits];
  }
  const side = 4 ** level;
  // There are no more cells than points: they take the place of those that were gone through.
  const cells = sorted;
  const counts = new Uint32Array(sorted.length);
  let [used, before] = [0, -1];
  for (let at = 0; at < sorted.length; at += 1) {
    const cell = Math.floor(sorted[at]! / side);
    if (cell !== before) cells[used++] = before = cell;
    counts[used - 1]! += 1;
  }
  const inUse = cells.subarray(0, used);
  const rankOf = new Uint32Array(used);
  byUse(counts.subarray(0, used)).forEach((cell, rank) => (rankOf[cell] = rank));
  const ranks = new Uint32Array(xs.length);
  for (let at = 0; at < xs.length; at += 1) {
    ranks[at] = rankOf[find(inUse, Math.floor(crossed[at]! / side))]!;
  }
  return {level, cells: inUse, counts: counts.subarray(0, used), ranks};
}

/** Cells by how many use them, the most first; then as they stand. */
export function byUse(counts: Uint32Array): Uint32Array {
  // One number for both: sorting without a comparison is ten times as quick.
  const {length} = counts;
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  const keys = new Float64Array(length);
  for (let at = 0; at < length; at += 1) keys[at] = (most - counts[at]!) * length + at;
  const order = new Uint32Array(length);
  keys.sort().forEach((key, rank) => (order[rank] = key % length));
  return order;
}

/** Column and line of a cell. */
export function uncross(cell: number): [number, number] {
  const high = Math.floor(cell / 0x1000000);
  const low = cell % 0x1000000;
  return [(gather(high) << 12) + gather(low), (gather(high >> 1) << 12) + gather(low >> 1)];
}

/** About what points take with cells of this level. */
function bitsAt(sorted: Float64Array, level: number): number {
  const side = 4 ** level;
  let [bits, cells, run, before] = [sorted.length * 2 * level, 0, 0, -1];
  const end = () => {
    if (run) bits += run * Math.log2(sorted.length / run);
    run = 0;
  };
  for (let at = 0; at < sorted.length; at += 1) {
    const cell = Math.floor(sorted[at]! / side);
    if (cell !== before) {
      end();
      cells += 1;
      before = cell;
    }
    run += 1;
  }
  end();
  const span = Math.max(1, ((sorted.at(-1) ?? 0) - (sorted[0] ?? 0)) / side);
  return bits + cells * (Math.log2(Math.max(1, span / cells)) + CELL_BITS);
}

function find(cells: Float64Array, cell: number): number {
  let [low, high] = [0, cells.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cells[middle] ?? 0) < cell) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The bits of two numbers in turn. */
function cross(x: number, y: number): number {
  const high = spread(x >> 12) + 2 * spread(y >> 12);
  return high * 0x1000000 + spread(x & 0xfff) + 2 * spread(y & 0xfff);
}

/** 12 bits, with a free one after each. */
function spread(bits: number): number {
  let found = (bits | (bits << 8)) & 0x0f00ff;
  found = (found | (found << 4)) & 0x0f0f0f;
  found = (found | (found << 2)) & 0x333333;
  return (found | (found << 1)) & 0x555555;
}

/** Every second bit of 24. */
function gather(bits: number): number {
  let found = bits & 0x555555;
  found = (found | (found >> 1)) & 0x333333;
  found = (found | (found >> 2)) & 0x0f0f0f;
  found = (found | (found >> 4)) & 0x0f00ff;
  return (found | (found >> 8)) & 0x000fff;
}
