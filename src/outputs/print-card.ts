import type {Campaign} from '../feed/campaign.js';
import {statusOf} from '../feed/select.js';
import {pick} from '../i18n/localize.js';
import {outputStrings} from '../i18n/output-strings.js';
import type {Drawing} from './drawing.js';
import {drawingSvg} from './drawing-svg.js';
import {loadLetters, type Letters} from './letters.js';
import {landscape, portrait} from './print-layouts.js';
import {Sheet} from './sheet.js';
import {PICTURE, cardWords, type CardOptions} from './words.js';

/** A business card, a postcard, a quarter of a page of an A4 magazine within its margins. */
export type PrintFormat = 'business' | 'a6' | 'quarter';

/** Width and height of each format once cut, in mm. */
export const printSizes: Readonly<Record<PrintFormat, readonly [width: number, height: number]>> = {
  business: [85, 55],
  a6: [105, 148],
  quarter: [90, 130],
};

/** How a print card is made. */
export interface PrintOptions extends CardOptions {
  /** Default: `a6`. */
  format?: PrintFormat;
  /** What is printed beyond the cut on each side, in mm: 0 (default) to 10. Printers ask for 3. */
  bleed?: number;
  /** The address that the card says in clear. Default: the host and the path of the campaign's own. */
  address?: string;
  /** As in `ShareOptions`; above the words of `a6` and `quarter`. A PDF takes JPEG and PNG alone. */
  picture?: string | null;
}

/**
 * The card of a campaign for paper: an SVG document in mm. Its letters are outlines and its words pure
 * black. The QR code leads to the campaign with its utm parameters (`utm_medium=print`), the address in
 * clear beside it to the same page. The figures carry their date. SVG knows red, green and blue alone: the
 * PDF of `relais card --format pdf` has the black as one ink.
 *
 * @throws {RangeError} When the format is none of ours, the bleed not 0 to 10 mm, the address too long for
 *   a QR code of this format.
 */
export async function printCard(campaign: Campaign, options: PrintOptions = {}): Promise<string> {
  return drawingSvg(printDrawing(campaign, options, await loadLetters()));
}

/** The same card as shapes, in mm, its bleed around it. */
export function printDrawing(campaign: Campaign, options: PrintOptions, letters: Letters): Drawing {
  const {format = 'a6', bleed = 0} = options;
  if (!Object.hasOwn(printSizes, format)) {
    throw new RangeError(`No print format "${format}": business, a6 or quarter.`);
  }
  if (!(bleed >= 0 && bleed <= 10)) throw new RangeError(`A bleed is 0 to 10 mm, not ${bleed}.`);
  const [width, height] = printSizes[format];
  const words = cardWords(campaign, options, 'print');
  const strings = pick(outputStrings, words.lang);
  const live = statusOf(campaign, options.now) === 'live';
  const sheet = new Sheet(letters, {bleed, width, height, accent: options.accent});
  const card = {
    ...words,
    address: options.address ?? addressOf(campaign.url),
    host: URL.canParse(campaign.url) ? new URL(campaign.url).host.replace(/^www\./, '') : '',
    scan: live ? strings.scan : strings.scanOther,
    picture: PICTURE.test(options.picture ?? '') ? (options.picture ?? null) : null,
  };
  if (format === 'business') landscape(sheet, card);
  else portrait(sheet, card);
  return {
    width: width + 2 * bleed,
    height: height + 2 * bleed,
    unit: 'mm',
    bleed,
    link: words.url,
    title: words.text.title,
    description: words.alt,
    lang: words.lang,
    shapes: sheet.shapes,
  };
}

/** "exemple.fr/projets/halle": what one types. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const {host, pathname} = new URL(url);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}`;
}
