import assert from 'node:assert/strict';
import {createRequire} from 'node:module';
import {describe, it} from 'node:test';
import {inflateSync} from 'node:zlib';

import {Resvg} from '@resvg/resvg-js';
import fc from 'fast-check';

import {drawingPdf, inksOf} from '../../../lib/cli/cards/pdf.js';
import {loadLetters, outlineOf} from '../../../lib/outputs/letters.js';
import {
  printCard,
  printDrawing,
  printSizes,
  type PrintOptions,
} from '../../../lib/outputs/print-card.js';
import {halle, hostileCampaign, NOW} from './cards.ts';

// Node gives a CommonJS module whole where its types promise its default.
const {default: jsQR} = createRequire(import.meta.url)('jsqr') as typeof import('jsqr');
const letters = await loadLetters();
const formats = ['business', 'a6', 'quarter'] as const;
const options = (more: Partial<PrintOptions> = {}) => ({now: NOW, relay: 'mairie-pau', ...more});
const MADE = new Date(NOW);

/** What a decoder reads off a drawing, rendered in grey at so many pixels of width. */
function decoded(svg: string, width: number): string | undefined {
  const image = new Resvg(svg, {
    fitTo: {mode: 'width', value: Math.round(width)},
    font: {loadSystemFonts: false},
  }).render();
  const pixels = new Uint8ClampedArray(image.pixels);
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3);
    pixels.fill(Math.round(0.299 * red + 0.587 * green + 0.114 * blue), at, at + 3);
  }
  return jsQR(pixels, image.width, image.height)?.data;
}

/** Side of the dark part of the code, in mm. */
function codeOf(more: Partial<PrintOptions> = {}) {
  const drawing = printDrawing(halle(), options(more), letters);
  const code = drawing.shapes.find((shape) => shape.kind === 'squares');
  assert.ok(code);
  const columns = code.runs.map(([column, , count]) => column + count);
  const modules = Math.max(...columns) - 4;
  return {drawing, code, modules, side: modules * code.side};
}

/** The page's drawing commands. */
function commandsOf(pdf: Buffer): string {
  const start = pdf.indexOf('stream\n') + 'stream\n'.length;
  return inflateSync(pdf.subarray(start, pdf.indexOf('\nendstream', start))).toString('latin1');
}

describe('the print card', () => {
  for (const format of formats) {
    it(`as ${format} has the size of its paper, and its bleed around it`, async () => {
      const [width, height] = printSizes[format];
      const svg = await printCard(halle(), options({format, bleed: 3}));
      assert.match(
        svg,
        new RegExp(
          `width="${width + 6}mm" height="${height + 6}mm" viewBox="0 0 ${width + 6} ${height + 6}"`,
        ),
      );
      const pdf = (
        await drawingPdf(printDrawing(halle(), options({format, bleed: 3}), letters), MADE)
      ).toString('latin1');
      const [, ...trim] = /\/TrimBox \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
      const [left = 0, top = 0, right = 0, bottom = 0] = trim.map(Number);
      assert.ok(Math.abs(left - 8.504) < 0.01 && Math.abs(top - 8.504) < 0.01);
      assert.ok(Math.abs(right - left - (width / 25.4) * 72) < 0.01);
      assert.ok(Math.abs(bottom - top - (height / 25.4) * 72) < 0.01);
    });

    it(`as ${format} has a code of 15 mm at the least, its quiet zone empty`, () => {
      const {drawing, code, modules, side} = codeOf({format});
      assert.ok(side >= 15, `${side} mm`);
      const box = {
        left: code.x,
        top: code.y,
        right: code.x + (modules + 8) * code.side,
        bottom: code.y + (modules + 8) * code.side,
      };
      for (const [column, row] of code.runs) assert.ok(column >= 4 && row >= 4);
      const dark = new Resvg(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${drawing.width}" height="${drawing.height}">${drawing.shapes
          .filter((shape) => shape.kind === 'outlines')
          .map(
            ({x, y, size, path}) =>
              `<path transform="translate(${x} ${y}) scale(${size / 1000} -${size / 1000})" d="${path}"/>`,
          )
          .join('')}</svg>`,
        {fitTo: {mode: 'width', value: drawing.width * 10}},
      ).render();
      // Each reading of `pixels` copies them all.
      const {width, pixels} = dark;
      for (let y = Math.ceil(box.top * 10); y < Math.floor(box.bottom * 10); y++) {
        for (let x = Math.ceil(box.left * 10); x < Math.floor(box.right * 10); x++) {
          assert.equal(pixels[(y * width + x) * 4 + 3] ?? 0, 0, `words at ${x / 10}, ${y / 10}`);
        }
      }
    });

    it(`as ${format} leads to the campaign with its utm parameters, at 300 dpi in grey`, async () => {
      const {drawing, side} = codeOf({format});
      const svg = await printCard(halle(), options({format}));
      const link =
        'https://platform.example/projects/halle?utm_source=mairie-pau&utm_medium=print&utm_campaign=halle';
      assert.equal(decoded(svg, (drawing.width / 25.4) * 300), link);
      // As if the code were printed 15 mm wide.
      assert.equal(decoded(svg, ((drawing.width / side) * 15 * 300) / 25.4), link);
    });

    it(`as ${format} prints its words in black alone, and its colour in inks`, async () => {
      const drawing = printDrawing(halle(), options({format, accent: '#004f9f'}), letters);
      const commands = commandsOf(await drawingPdf(drawing, MADE));
      const inks = new Set([...commands.matchAll(/^(.*) k$/gm)].map(([, said]) => said));
      assert.deepEqual([...inks].sort(), ['0 0 0 0', '0 0 0 0.129', '0 0 0 1', '1 0.503 0 0.376']);
      assert.doesNotMatch(commands, / (rg|RG|scn|SCN|g|G)$/m);
      assert.equal(
        commands.match(/^0 0 0 1 k$/gm)?.length,
        drawing.shapes.filter((shape) => 'fill' in shape && shape.fill === '#000000').length,
      );
      assert.doesNotMatch(commands, /Tj|TJ| Do$/m);
    });
  }

  it('says its address in clear, whole or its host alone', () => {
    const paths = (url: string, more: Partial<PrintOptions> = {}) =>
      printDrawing(halle({url}), options(more), letters).shapes.flatMap((shape) =>
        shape.kind === 'outlines' ? [shape.path] : [],
      );
    const says = (paths: string[], text: string) =>
      paths.includes(outlineOf(text, 'regular', letters));
    assert.ok(says(paths('https://www.ville.example/halle/'), 'ville.example/halle'));
    assert.ok(
      says(paths(`https://ville.example/${'a'.repeat(300)}`, {relay: ''}), 'ville.example'),
    );
    assert.ok(says(paths('https://ville.example/x', {address: 'pau.fr/halle'}), 'pau.fr/halle'));
  });

  it('carries a title, a language, a description and a link', async () => {
    const drawing = printDrawing(halle(), options(), letters);
    const pdf = (await drawingPdf(drawing, MADE)).toString('latin1');
    assert.match(pdf, /\/Lang \(fr\)/);
    assert.match(pdf, /\/MarkInfo/);
    assert.match(
      pdf,
      /\/URI \(https:\/\/platform\.example\/projects\/halle\?utm_source=mairie-pau&utm_medium=print/,
    );
    assert.match(drawing.description, /9\u202f930\u00a0€ collectés.*chiffres du 3 mars 2026/);
  });

  it('is the same bytes for the same drawing and date', async () => {
    const made = () => drawingPdf(printDrawing(halle(), options(), letters), MADE);
    assert.ok((await made()).equals(await made()));
  });

  it('refuses what cannot be printed, and says why', async () => {
    await assert.rejects(printCard(halle(), {format: 'a5' as 'a6'}), /No print format "a5"/);
    await assert.rejects(printCard(halle(), {bleed: 20}), /0 to 10 mm/);
    const url = `https://platform.example/${'a'.repeat(2000)}`;
    await assert.rejects(printCard(halle({url}), options()), /too long for a QR code/);
  });

  it('stays whole with hostile texts', async () => {
    await fc.assert(
      fc.asyncProperty(hostileCampaign, fc.constantFrom(...formats), async (campaign, format) => {
        const given = {...campaign, url: 'https://platform.example/p', id: 'p'};
        const drawing = printDrawing(given, options({format}), letters);
        const svg = await printCard(given, options({format}));
        assert.ok(new Resvg(svg, {font: {loadSystemFonts: false}}).width > 0);
        assert.doesNotMatch(svg, /<(script|img|b|foreignObject)|href/i);
        const pdf = await drawingPdf(drawing, MADE);
        assert.ok(pdf.subarray(-6).includes('%%EOF'));
      }),
      {numRuns: 60},
    );
  });
});

describe('inks', () => {
  it('are black alone for greys', () => {
    assert.deepEqual(inksOf('#000000'), [0, 0, 0, 1]);
    assert.deepEqual(inksOf('#ffffff'), [0, 0, 0, 0]);
    assert.deepEqual(inksOf('#808080'), [0, 0, 0, 0.498]);
    assert.deepEqual(inksOf('#ff0000'), [0, 1, 1, 0]);
  });
});
