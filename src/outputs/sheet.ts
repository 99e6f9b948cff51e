import {line, type Shape} from './drawing.js';
import {drawable, widthOf, wrapped, type Letters, type Weight} from './letters.js';
import {qrCode} from './qr-code.js';
import {colourOf, readableOn} from './words.js';

const INK = '#000000';
const PAPER = '#ffffff';
const TRACK = '#dedede';

/** How words are put on a sheet. */
export interface Put {
  x: number;
  /** Top of the first line. */
  y: number;
  width: number;
  size: number;
  weight?: Weight;
  /** The most lines; what is longer is cut. Default: 1. */
  most?: number;
  fill?: string;
  at?: 'start' | 'end';
}

/** A sheet of paper to print on, measured in mm from the corner of the cut. */
export class Sheet {
  readonly shapes: Shape[] = [];
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
  /** As it was asked for, and as it reads on paper. */
  readonly accent: string;
  readonly readable: string;
  readonly #letters: Letters;

  constructor(
    letters: Letters,
    given: {width: number; height: number; bleed: number; accent: string | undefined},
  ) {
    this.#letters = letters;
    this.width = given.width;
    this.height = given.height;
    this.bleed = given.bleed;
    this.accent = colourOf(given.accent);
    this.readable = readableOn(PAPER, this.accent);
    const {bleed} = this;
    this.box(-bleed, -bleed, this.width + 2 * bleed, this.height + 2 * bleed, PAPER);
  }

  box(x: number, y: number, width: number, height: number, fill: string, radius = 0): void {
    const {bleed} = this;
    this.shapes.push({kind: 'box', x: x + bleed, y: y + bleed, width, height, fill, radius});
  }

  /** @returns Where the next thing may stand: under the last line. */
  put(
    text: string,
    {x, y, width, size, weight = 'regular', most = 1, fill = INK, at = 'start'}: Put,
  ) {
    const leading = size * 1.2;
    const lines = this.lines(text, size, weight, width, most);
    for (const [index, said] of lines.entries()) {
      const base = y + size * 0.86 + index * leading;
      this.shapes.push(
        line(said, this.#letters, {
          x: x + this.bleed,
          y: base + this.bleed,
          width,
          size,
          weight,
          fill,
          at,
        }),
      );
    }
    return y + lines.length * leading;
  }

  /** The lines of a text. */
  lines(text: string, size: number, weight: Weight, width: number, most: number): string[] {
    return wrapped(drawable(text, this.#letters), size, weight, this.#letters, width, most);
  }

  /** The width of a text on one line. */
  measure(text: string, size: number, weight: Weight): number {
    return widthOf(drawable(text, this.#letters), size, weight, this.#letters);
  }

  /** The first of some sizes at which a text stands whole in a box, no word broken; else the last. */
  fitting(text: string, sizes: readonly number[], weight: Weight, width: number, height: number) {
    const whole = (size: number) =>
      this.lines(text, size, weight, width, 99).length * size * 1.2 <= height &&
      text.split(/[ -]/).every((word) => this.measure(word, size, weight) <= width);
    return sizes.find(whole) ?? sizes.at(-1) ?? 0;
  }

  bar(x: number, y: number, width: number, height: number, filled: number): void {
    this.box(x, y, width, height, TRACK, height / 2);
    if (filled > 0) {
      this.box(x, y, Math.max(height, width * filled), height, this.readable, height / 2);
    }
  }

  /** @throws {RangeError} When the address is too long for a code of that side. */
  qr(url: string, x: number, y: number, side: number): void {
    this.box(x, y, side, side, PAPER);
    this.shapes.push(qrCode(url, {x: x + this.bleed, y: y + this.bleed, side}));
  }

  /** A picture across the top, to the edge of the paper. */
  photograph(data: string, height: number): void {
    const {bleed, width} = this;
    this.shapes.push({
      kind: 'photograph',
      x: 0,
      y: 0,
      width: width + 2 * bleed,
      height: height + bleed,
      data,
    });
  }
}
