import type {Sheet} from './sheet.js';
import type {CardWords} from './words.js';

/** What a print card says. */
export interface PrintWords extends CardWords {
  /** The address in clear, and what of it to say when it is too long. */
  address: string;
  host: string;
  /** "Scannez pour soutenir". */
  scan: string;
  picture: string | null;
}

/** The business card: words on the left, the code on the right. */
export function landscape(sheet: Sheet, card: PrintWords): void {
  const {width, height, bleed} = sheet;
  const {text} = card;
  sheet.box(-bleed, -bleed, 3 + bleed, height + 2 * bleed, sheet.accent);
  const side = 28;
  const left = 8;
  // The quiet zone of the code is white already: it may lie in the margin.
  const codeLeft = width - side - 3;
  const column = codeLeft - left - 2;

  let y = sheet.put(card.kicker, {x: left, y: 5, width: column, size: 2.5});
  const size = sheet.fitting(text.title, [5, 4.5, 4, 3.5], 'bold', column, 17);
  const most = Math.floor(17 / (size * 1.2));
  y = sheet.put(text.title, {x: left, y: y + 0.6, width: column, size, weight: 'bold', most});

  y = figures(sheet, card, {x: left, y: Math.max(y + 2, 26), width: column, size: 3.4, height: 2});
  y = sheet.put(card.facts, {x: left, y: y + 1.2, width: column, size: 2.5});
  if (y < height - 10.5) {
    sheet.put(text.mentors || text.owner, {x: left, y: y + 0.2, width: column, size: 2.5});
  }
  sheet.put(card.date, {x: left, y: height - 7.2, width: column, size: 2.2});

  sheet.put(card.scan, {
    x: codeLeft + 2,
    y: 5,
    width: side - 2,
    size: 2.7,
    weight: 'bold',
    most: 2,
  });
  sheet.qr(card.url, codeLeft, 11.5, side);
  address(sheet, card, {x: codeLeft + 2, y: 41, width: side - 2, size: 2.3, most: 3});
}

/** The postcard and the quarter of a page: words above, the code at the foot. */
export function portrait(sheet: Sheet, card: PrintWords): void {
  const {width, height, bleed} = sheet;
  const {text} = card;
  const margin = width * 0.085;
  const room = width - 2 * margin;
  const side = Math.round(width * 0.38);
  const foot = height - margin - side + 1;
  const unit = width / 100;
  const end = foot - (card.support.length ? 36 : 31) * unit;
  const lead = 3.6 * unit * 1.2 + 0.8;
  const sizes = [9, 8, 7, 6.2, 5.4, 4.8].map((size) => size * unit);
  const heading = (top: number) => sheet.fitting(text.title, sizes, 'bold', room, end - top - lead);
  let y = margin + 5 * unit;
  if (card.picture) {
    // The picture leaves the title the room to be read.
    const shares = [0.3, 0.26, 0.22, 0.18].map((share) => share * height);
    const tall = shares.find((each) => heading(each + 5.5) > 6 * unit) ?? shares.at(-1) ?? 0;
    sheet.photograph(card.picture, tall);
    sheet.box(-bleed, tall, width + 2 * bleed, 1.5, sheet.accent);
    y = tall + 5.5;
  } else {
    sheet.box(-bleed, -bleed, width + 2 * bleed, 5 * unit + bleed, sheet.accent);
  }

  const size = heading(y);
  y = sheet.put(card.kicker, {x: margin, y, width: room, size: 3.6 * unit}) + 0.8;
  const most = Math.max(1, Math.floor((end - y) / (size * 1.2)));
  y = sheet.put(text.title, {x: margin, y, width: room, size, weight: 'bold', most}) + 1.5;
  const small = 4 * unit;
  if (sheet.lines(text.tagline, small, 'regular', room, 9).length * small * 1.2 <= end - y) {
    y = sheet.put(text.tagline, {x: margin, y, width: room, size: small, most: 9});
  }

  y = Math.max(y + 3 * unit, end + 2 * unit);
  y = figures(sheet, card, {x: margin, y, width: room, size: 5 * unit, height: 3 * unit});
  y = sheet.put(card.facts, {x: margin, y: y + 1.6, width: room, size: small});
  const behind = [text.mentors, text.owner].filter(Boolean);
  for (const said of behind.slice(0, 2)) {
    if (y + small * 1.2 > foot - 1) break;
    y = sheet.put(said, {x: margin, y: y + 0.2, width: room, size: small});
  }

  // The quiet zone of the code lies in the margin: its dark part is in line with the words.
  sheet.qr(card.url, margin - 2.4, foot, side);
  const beside = margin + side;
  const narrow = width - margin - beside;
  let down = sheet.put(card.scan, {
    x: beside,
    y: foot + 2.4,
    width: narrow,
    size: 4.8 * unit,
    weight: 'bold',
    most: 2,
  });
  down = address(sheet, card, {x: beside, y: down + 1, width: narrow, size: 3.6 * unit, most: 4});
  const last = sheet.lines(card.date, 3 * unit, 'regular', narrow, 2).length * 3.6 * unit;
  sheet.put(card.date, {
    x: beside,
    y: Math.max(down + 1, foot + side - 2.6 - last),
    width: narrow,
    size: 3 * unit,
    most: 2,
  });
}

/** The amount, its percentage at the end of the line, and the bar. */
function figures(
  sheet: Sheet,
  {text}: PrintWords,
  {x, y, width, size, height}: {x: number; y: number; width: number; size: number; height: number},
): number {
  const percents = text.percent ? sheet.measure(text.percent, size, 'bold') + size : 0;
  const together = sheet.measure(text.amount, size * 0.8, 'bold') + percents <= width;
  const fits = [size, size * 0.9, size * 0.8].find(
    (each) => sheet.measure(text.amount, each, 'bold') + percents <= width,
  );
  const bold = {x, y, weight: 'bold'} as const;
  let below = y;
  if (text.percent && together) {
    sheet.put(text.percent, {...bold, width, size, fill: sheet.readable, at: 'end'});
  } else if (text.percent) {
    below = sheet.put(text.percent, {...bold, width, size, fill: sheet.readable});
  }
  const wide = together ? width - percents : width;
  below = sheet.put(text.amount, {
    ...bold,
    y: below,
    width: wide,
    size: fits ?? size * 0.8,
    most: 2,
  });
  if (text.filled === null) return below;
  sheet.bar(x, below + height * 0.3, width, height, text.filled);
  return below + height * 1.3;
}

/** The address in clear, whole, or its host alone: half an address leads nowhere. */
function address(
  sheet: Sheet,
  card: PrintWords,
  place: {x: number; y: number; width: number; size: number; most: number},
): number {
  const {size, width, most} = place;
  const whole = sheet.lines(card.address, size, 'regular', width, most + 1).length <= most;
  return sheet.put(whole ? card.address : card.host, place);
}
