/** What is used of fontkit, which ships no types. */
declare module 'fontkit' {
  interface Glyph {
    advanceWidth: number;
    path: {commands: {command: string; args: number[]}[]};
  }
  export interface Font {
    characterSet: number[];
    glyphForCodePoint(code: number): Glyph;
    layout(
      text: string,
      features: Record<string, boolean>,
    ): {glyphs: Glyph[]; positions: {xAdvance: number}[]};
  }
  export function openSync(file: string): Font;
}
