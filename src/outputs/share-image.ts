import type {Campaign} from '../feed/campaign.js';
import {line, type Drawing, type Shape} from './drawing.js';
import {drawingSvg} from './drawing-svg.js';
import {drawable, loadLetters, widthOf, wrapped, type Letters, type Weight} from './letters.js';
import {PICTURE, cardWords, colourOf, readableOn, type CardOptions} from './words.js';

/** How a share image is made. */
export interface ShareOptions extends CardOptions {
  /**
   * The campaign's picture as a `data:image/…;base64,` address (JPEG, PNG, GIF or WebP), for the right
   * side. Anything else is left out: the function fetches nothing.
   */
  picture?: string | null;
}

const WIDTH = 1200;
const HEIGHT = 630;
/** What networks may cut is beyond: words stay in the centre 1000 × 500. */
const LEFT = 100;
const TOP = 65;
const BOTTOM = HEIGHT - TOP;
const PAPER = '#fffaf2';
const INK = '#1f2328';
const QUIET = '#565d66';
const TRACK = '#e4dbcc';
/** Where the picture begins. */
const ASIDE = 772;

/**
 * The picture of a campaign for social networks: an SVG document of 1200 × 630. Its letters are outlines,
 * so that it looks the same in any program, whatever fonts are installed. Scripts that the outlines do not
 * have (Arabic, Chinese…) are set in the fonts of whoever opens it.
 *
 * The figures carry their date: networks keep a picture for months.
 */
export async function shareImage(campaign: Campaign, options: ShareOptions = {}): Promise<string> {
  return drawingSvg(shareDrawing(campaign, options, await loadLetters()));
}

/** The same picture as shapes. */
export function shareDrawing(campaign: Campaign, options: ShareOptions, letters: Letters): Drawing {
  const words = cardWords(campaign, options, 'social');
  const accent = readableOn(PAPER, colourOf(options.accent));
  const picture = PICTURE.test(options.picture ?? '') ? options.picture : null;
  const width = picture ? ASIDE - 52 - LEFT : WIDTH - 2 * LEFT;
  const shapes: Shape[] = [
    {kind: 'box', x: 0, y: 0, width: WIDTH, height: HEIGHT, fill: PAPER},
    {kind: 'box', x: 0, y: 0, width: 28, height: HEIGHT, fill: colourOf(options.accent)},
  ];
  if (picture) {
    const box = {x: ASIDE, y: 0, width: WIDTH - ASIDE, height: HEIGHT};
    shapes.push({kind: 'box', ...box, fill: TRACK}, {kind: 'photograph', ...box, data: picture});
  }

  const put = (said: string, y: number, size: number, fill: string, weight: Weight = 'regular') => {
    const [first] = wrapped(drawable(said, letters), size, weight, letters, width, 1);
    if (first) shapes.push(line(first, letters, {x: LEFT, y, size, weight, fill, width}));
  };
  const {text} = words;
  put(words.kicker, TOP + 24, 30, QUIET);
  put(words.date, BOTTOM - 6, 24, QUIET);
  const support = text.mentors || text.owner;
  let y = BOTTOM - 48;
  for (const said of [support, words.facts].filter(Boolean)) {
    put(said, y, 30, said === support ? QUIET : INK);
    y -= 42;
  }
  if (text.filled !== null) {
    y -= 26;
    const bar = {kind: 'box', x: LEFT, y, height: 24, radius: 12} as const;
    shapes.push({...bar, width, fill: TRACK});
    if (text.filled > 0) {
      // Shorter than it is high, a bar is no bar.
      shapes.push({...bar, width: Math.max(24, width * text.filled), fill: accent});
    }
    y -= 24;
  }
  y = figures(shapes, {amount: text.amount, percent: text.percent, y, width, accent, letters});
  const room = {top: TOP + (words.kicker ? 42 : 0), bottom: y - 18, width, letters};
  const below = heading(shapes, text.title, room);
  introduction(shapes, text.tagline, {...room, top: below});
  return {
    width: WIDTH,
    height: HEIGHT,
    unit: 'px',
    title: text.title,
    description: words.alt,
    lang: words.lang,
    shapes,
  };
}

interface Figures {
  amount: string;
  percent: string;
  /** Base line of the last line. */
  y: number;
  width: number;
  accent: string;
  letters: Letters;
}

/** The percentage at the end of the line, the amount before it; above one another when they do not fit. */
function figures(shapes: Shape[], {amount, percent, y, width, accent, letters}: Figures): number {
  const place = {x: LEFT, width, weight: 'bold'} as const;
  const big = 64;
  const percents = percent ? widthOf(percent, big, 'bold', letters) + 32 : 0;
  let top = y;
  if (amount) {
    const sizes = [44, 40, 36, 32, 28];
    const fits = (size: number) =>
      widthOf(amount, size, 'bold', letters) <= width - (percents > width / 2 ? 0 : percents);
    const size = sizes.find(fits) ?? 28;
    const room = percents > width / 2 || !fits(size) ? width : width - percents;
    const lines = wrapped(amount, size, 'bold', letters, room, 2);
    for (const [index, said] of lines.toReversed().entries()) {
      top = y - index * (size + 8);
      shapes.push(line(said, letters, {...place, y: top, size, fill: INK}));
    }
    if (percent && room === width) {
      top -= size + 12;
      shapes.push(line(percent, letters, {...place, y: top, size: big, fill: accent}));
      return top - big * 0.7;
    }
    top -= size * 0.7;
  }
  if (percent) {
    shapes.push(line(percent, letters, {...place, y, size: big, fill: accent, at: 'end'}));
    top = Math.min(top, y - big * 0.7);
  }
  return top;
}

interface Room {
  top: number;
  bottom: number;
  width: number;
  letters: Letters;
}

/** The title, as large as its room lets it, from the top. Returns where it ends. */
function heading(shapes: Shape[], title: string, {top, bottom, width, letters}: Room): number {
  const said = drawable(title, letters);
  const rows = (size: number) => Math.max(1, Math.floor((bottom - top) / (size * 1.14)));
  const sizes = [76, 68, 60, 54, 48, 42, 36];
  const all = (size: number) => wrapped(said, size, 'bold', letters, width, 99);
  // A word that is cut looks worse than a smaller size.
  const whole = (size: number) => all(size).length <= rows(size);
  const size =
    sizes.find((each) => whole(each) && !breaksWord(said, each, width, letters)) ??
    sizes.find(whole) ??
    36;
  const lines = wrapped(said, size, 'bold', letters, width, rows(size));
  for (const [index, words] of lines.entries()) {
    const y = top + size * (0.86 + index * 1.14);
    shapes.push(line(words, letters, {x: LEFT, y, size, weight: 'bold', fill: INK, width}));
  }
  return top + size * 1.14 * lines.length;
}

/** The tagline, where the title leaves room for it: whole, or not at all. */
function introduction(shapes: Shape[], tagline: string, {top, bottom, width, letters}: Room): void {
  const size = 32;
  const said = drawable(tagline, letters);
  const lines = wrapped(said, size, 'regular', letters, width, 9);
  if (!said || top + 16 + lines.length * 42 > bottom) return;
  for (const [index, words] of lines.entries()) {
    const y = top + 44 + index * 42;
    shapes.push(line(words, letters, {x: LEFT, y, size, fill: QUIET, width}));
  }
}

function breaksWord(text: string, size: number, width: number, letters: Letters): boolean {
  return text.split(/[ -]/).some((word) => widthOf(word, size, 'bold', letters) > width);
}
