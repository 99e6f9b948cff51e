import PDFDocument from 'pdfkit';

import type {Drawing, Shape} from '../../outputs/drawing.js';
import {squaresPath} from '../../outputs/drawing-svg.js';

const MM = 72 / 25.4;

/**
 * A drawing as a PDF of one page, for a printer: vectors, black as the one ink black, other colours in
 * four inks. The page's boxes say where it is cut and how far it bleeds (PDF 32000-1 §14.11.2). It has a
 * title, a language and a description in place of its outlines (PDF/UA), and its whole face is a link.
 *
 * @param drawing - In mm. Pictures have to be JPEG or PNG; another is left out.
 * @param made - When, for the file's own date: the same drawing and date give the same bytes.
 */
export function drawingPdf(drawing: Drawing, made: Date): Promise<Buffer> {
  const {width, height, bleed = 0, title, description, lang, link} = drawing;
  const scale = drawing.unit === 'mm' ? MM : 0.75;
  const size: [number, number] = [width * scale, height * scale];
  const pdf = new PDFDocument({
    size,
    margin: 0,
    lang,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {Title: title, Subject: description, CreationDate: made, ModDate: made},
  });
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });
  const cut = bleed * scale;
  const page: Record<string, unknown> = pdf.page.dictionary.data;
  page['TrimBox'] = [cut, cut, size[0] - cut, size[1] - cut];
  page['BleedBox'] = [0, 0, ...size];
  const figure = pdf.struct('Figure', {alt: `${title}. ${description}`}, () => {
    pdf.save();
    pdf.scale(scale);
    for (const shape of drawing.shapes) draw(pdf, shape);
    pdf.restore();
  });
  pdf.addStructure(figure);
  if (link) pdf.link(0, 0, ...size, link);
  pdf.end();
  return whole;
}

function draw(pdf: PDFKit.PDFDocument, shape: Shape): void {
  pdf.save();
  switch (shape.kind) {
    case 'box': {
      const {x, y, width, height, fill, radius} = shape;
      if (radius) pdf.roundedRect(x, y, width, height, radius);
      else pdf.rect(x, y, width, height);
      paint(pdf, fill);
      break;
    }
    case 'outlines': {
      const {x, y, size, path, fill} = shape;
      pdf.translate(x, y).scale(size / 1000, -size / 1000);
      pdf.path(path);
      paint(pdf, fill);
      break;
    }
    case 'squares': {
      const {x, y, side, runs, fill} = shape;
      pdf.translate(x, y).scale(side);
      pdf.path(squaresPath(runs));
      paint(pdf, fill);
      break;
    }
    case 'photograph': {
      const {x, y, width, height, data} = shape;
      if (!/^data:image\/(?:png|jpeg);/.test(data)) break;
      pdf.rect(x, y, width, height).clip();
      const picture = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
      pdf.image(picture, x, y, {cover: [width, height], align: 'center', valign: 'center'});
      break;
    }
    case 'words':
      // No font of the reader's can be in a file that prints the same everywhere: the CLI says so.
      break;
  }
  pdf.restore();
}

/** Fills what has been outlined, in inks. pdfkit's own `fill` would name a colour space: printers' tools look for `k`. */
function paint(pdf: PDFKit.PDFDocument, colour: string): void {
  pdf.addContent(`${inksOf(colour).join(' ')} k`).addContent('f');
}

/** Cyan, magenta, yellow and black of `#rrggbb`, 0 to 1: greys are black alone. */
export function inksOf(colour: string): [number, number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (start) => parseInt(colour.slice(start, start + 2), 16) / 255,
  );
  const light = Math.max(red, green, blue);
  const ink = (part: number) => (light ? Number(((light - part) / light).toFixed(3)) : 0);
  return [ink(red), ink(green), ink(blue), Number((1 - light).toFixed(3))];
}
