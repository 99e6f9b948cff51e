import type {Campaign} from '../../feed/campaign.js';
import {drawingSvg} from '../../outputs/drawing-svg.js';
import type {Drawing} from '../../outputs/drawing.js';
import {emailCard, mjmlCard} from '../../outputs/email-card.js';
import {loadLetters} from '../../outputs/letters.js';
import {printDrawing, type PrintFormat} from '../../outputs/print-card.js';
import {shareDrawing} from '../../outputs/share-image.js';
import {staticCard} from '../../outputs/static-card.js';
import type {CardOptions} from '../../outputs/words.js';
import type {CardFormat} from './formats.js';
import {drawingPdf} from './pdf.js';
import {MOST_PNG_BYTES, pngOf} from './png.js';

/** How a card of any format is made. */
export interface MakeOptions extends CardOptions {
  /** A print card rather than a share image, for `svg` and `png`. A PDF is always one; default: `a6`. */
  print?: PrintFormat;
  /** Millimetres beyond the cut, in print. */
  bleed?: number;
  /** The campaign's picture as a `data:` address, for share images and print cards. */
  picture?: string | null;
  /** Columns of the e-mail card and of its MJML. */
  columns?: 'one' | 'two';
  /** Address of a picture of the card, for the e-mail card. */
  image?: string;
}

/** A card, and what of it could not be made as it should. */
export interface MadeCard {
  content: string | Buffer;
  /** One English sentence each: what is missing, and what to do. */
  warnings: string[];
}

/** Dots of a printer, for the PNG of a print card. */
const DPI = 300;

/**
 * One card of a campaign.
 *
 * @throws {RangeError} When it cannot be printed (`printCard`).
 */
export async function makeCard(
  campaign: Campaign,
  format: CardFormat,
  options: MakeOptions = {},
): Promise<MadeCard> {
  switch (format) {
    case 'email':
      return {content: emailCard(campaign, options).html, warnings: []};
    case 'text':
      return {content: `${emailCard(campaign, options).text}\n`, warnings: []};
    case 'mjml':
      return {content: mjmlCard(campaign, options), warnings: []};
    case 'html':
      return {content: staticCard(campaign, options), warnings: []};
    default:
      return drawn(campaign, format, options);
  }
}

async function drawn(
  campaign: Campaign,
  format: 'png' | 'svg' | 'pdf',
  options: MakeOptions,
): Promise<MadeCard> {
  const letters = await loadLetters();
  const {print = format === 'pdf' ? ('a6' as const) : undefined, ...rest} = options;
  const draw = (picture: string | null): Drawing =>
    print
      ? printDrawing(campaign, {...rest, format: print, picture}, letters)
      : shareDrawing(campaign, {...rest, picture}, letters);
  const drawing = draw(options.picture ?? null);
  const warnings = drawing.shapes.some(({kind}) => kind === 'words') ? [foreign(format)] : [];
  if (format === 'svg') return {content: drawingSvg(drawing), warnings};
  if (format === 'pdf') {
    const made = new Date(Date.parse(options.updatedAt ?? '') || (options.now ?? Date.now()));
    try {
      return {content: await drawingPdf(drawing, made), warnings};
    } catch (error) {
      if (!options.picture) throw error;
      warnings.push(
        `Its picture cannot be printed (${(error as Error).message}): it is left out. Give a JPEG or a PNG.`,
      );
      return {content: await drawingPdf(draw(null), made), warnings};
    }
  }
  const width = print ? Math.round((drawing.width / 25.4) * DPI) : drawing.width;
  const png = pngOf(drawingSvg(drawing), width);
  if (print || png.length <= MOST_PNG_BYTES) return {content: png, warnings};
  warnings.push(
    `With its picture the PNG weighs ${Math.round(png.length / 1000)} kB, more than the 300 kB that networks show: it is left out. Give one with fewer details, or take the SVG.`,
  );
  return {content: pngOf(drawingSvg(draw(null)), width), warnings};
}

function foreign(format: 'png' | 'svg' | 'pdf'): string {
  const what = 'Some words are in a script that the letters of Relais do not have';
  if (format === 'pdf') return `${what}: the PDF leaves them out. Take the SVG.`;
  return `${what}: they are set in the fonts of ${format === 'svg' ? 'whoever opens the file' : 'this machine'}. Look at it.`;
}
