import {directionOf} from './direction.js';
import {isCovered, outlineOf, widthOf, type Letters, type Weight} from './letters.js';

/** A line of words set as outlines. */
export interface Outlines {
  kind: 'outlines';
  /** Where its base line starts. */
  x: number;
  y: number;
  size: number;
  /** SVG path in thousandths of the size, y upwards. */
  path: string;
  fill: string;
}

/** A line of words in letters that we do not have: set in the fonts of whoever reads it. */
export interface Words {
  kind: 'words';
  x: number;
  y: number;
  size: number;
  weight: Weight;
  direction: 'ltr' | 'rtl';
  /** The most room that it may take. */
  width: number;
  text: string;
  fill: string;
}

export interface Box {
  kind: 'box';
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
  radius?: number;
}

/** Squares of one size, by their column and row: a QR code. */
export interface Squares {
  kind: 'squares';
  x: number;
  y: number;
  /** Side of one square. */
  side: number;
  /** Runs of squares on one row: column, row, how many. */
  runs: readonly (readonly [column: number, row: number, count: number])[];
  fill: string;
}

/** A picture that fills its box and is cut where it is longer. */
export interface Photograph {
  kind: 'photograph';
  x: number;
  y: number;
  width: number;
  height: number;
  /** A data: address. */
  data: string;
}

export type Shape = Outlines | Words | Box | Squares | Photograph;

/** Shapes on a sheet, from the lowest to the uppermost; y downwards. What writes SVG or PDF reads it. */
export interface Drawing {
  width: number;
  height: number;
  /** What a length of 1 is. */
  unit: 'px' | 'mm';
  /** What it is called, and what it says to whoever does not see it. */
  title: string;
  description: string;
  lang: string;
  /** What is printed beyond the cut on each side. Default: 0. */
  bleed?: number;
  /** Where it leads. */
  link?: string;
  shapes: Shape[];
}

/** How a line of words is set. */
export interface Setting {
  x: number;
  /** Base line. */
  y: number;
  size: number;
  weight?: Weight;
  fill: string;
  /** The most room that it may take. */
  width: number;
  /** `end`: it ends where its room ends. */
  at?: 'start' | 'end';
}

/** A line of words: outlines where we have all its letters. From right to left it stands at the right. */
export function line(text: string, letters: Letters, setting: Setting): Shape {
  const {x, y, size, weight = 'regular', fill, width, at = 'start'} = setting;
  if (!isCovered(text, letters)) {
    const direction = directionOf(text);
    const start = direction === 'rtl' ? x + width : x;
    return {kind: 'words', x: start, y, size, weight, direction, width, text, fill};
  }
  const free = at === 'end' ? width - widthOf(text, size, weight, letters) : 0;
  return {kind: 'outlines', x: x + free, y, size, path: outlineOf(text, weight, letters), fill};
}
