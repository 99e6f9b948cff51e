import {Resvg} from '@resvg/resvg-js';

/** What networks show at once: WhatsApp drops heavier pictures. */
export const MOST_PNG_BYTES = 300_000;

/**
 * An SVG as PNG.
 *
 * @param width - Pixels. Default: the drawing's own.
 */
export function pngOf(svg: string, width?: number): Buffer {
  // Outlines need no font. What has no outline is set in the machine's own, which take time to find.
  const loadSystemFonts = svg.includes('<text');
  return new Resvg(svg, {
    font: {loadSystemFonts},
    ...(width === undefined ? {} : {fitTo: {mode: 'width' as const, value: width}}),
  })
    .render()
    .asPng();
}
