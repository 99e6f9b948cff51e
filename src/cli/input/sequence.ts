import {trimmed, MOST_BYTES_EACH} from './scan.js';
import type {Batch, Gatherer, Page} from './batch.js';

const [NEWLINE, SEPARATOR] = [10, 0x1e];

/** One text of a sequence. */
interface Text {
  raw: Buffer;
  line: number;
  /** It went on for longer than any campaign may: the rest of it is dropped. */
  isCut: boolean;
}

/**
 * Reads newline-delimited GeoJSON: a text on each line, or after each record separator (RFC 8142). A
 * text is a campaign, or a FeatureCollection with some; the first of those that says more than that is
 * the head. A text that is no JSON is broken alone: the others are read.
 *
 * @param isSeparated - Texts begin with a record separator; they may then take several lines.
 * @param line - The line on which the first piece begins.
 */
export async function* readSequence(
  pieces: AsyncIterable<Uint8Array>,
  page: Page,
  gatherer: Gatherer,
  {isSeparated, line = 1}: {isSeparated: boolean; line?: number},
): AsyncGenerator<Batch> {
  let hasHead = Object.keys(page.head).length > 0;
  if (!hasHead) page.head = {type: 'FeatureCollection', version: '1.0'};
  for await (const text of textsOf(pieces, isSeparated ? SEPARATOR : NEWLINE, line)) {
    if (gatherer.addKnown(text.raw, text.line)) {
      if (gatherer.isFull) yield gatherer.take();
      continue;
    }
    const json = text.isCut ? undefined : parsed(text.raw);
    if (json === undefined) {
      gatherer.addBroken(faultOf(text, isSeparated), text.raw, text.line);
    } else if (isCollection(json)) {
      const {features, ...head} = json;
      if (!hasHead && Object.keys(head).length > 1) page.head = head;
      hasHead ||= Object.keys(head).length > 1;
      for (const feature of features) gatherer.addMade(feature, text.line);
    } else {
      gatherer.add(json, text.raw, text.line);
    }
    if (gatherer.isFull) yield gatherer.take();
  }
}

async function* textsOf(
  pieces: AsyncIterable<Uint8Array>,
  delimiter: number,
  firstLine: number,
): AsyncGenerator<Text> {
  let line = firstLine;
  let rest: Buffer[] = [];
  let size = 0;
  const textOf = (): Text => {
    const whole = rest.length === 1 ? rest[0]! : Buffer.concat(rest);
    const raw = trimmed(whole);
    const blank = raw.length ? whole.subarray(0, raw.byteOffset - whole.byteOffset) : whole;
    const text = {raw, line: line + newlinesIn(blank), isCut: size > MOST_BYTES_EACH};
    line += newlinesIn(whole) + (delimiter === NEWLINE ? 1 : 0);
    rest = [];
    size = 0;
    return text;
  };
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let at = bytes.indexOf(delimiter); at >= 0; at = bytes.indexOf(delimiter, from)) {
      rest.push(bytes.subarray(from, at));
      from = at + 1;
      const text = textOf();
      if (text.raw.length) yield text;
    }
    size += bytes.length - from;
    if (size <= MOST_BYTES_EACH || !rest.length) rest.push(bytes.subarray(from));
  }
  const last = textOf();
  if (last.raw.length) yield last;
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

function parsed(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString()) as unknown;
  } catch {
    return undefined;
  }
}

function faultOf({raw, isCut}: Text, isSeparated: boolean): string {
  if (isCut) return `more than ${MOST_BYTES_EACH} bytes: write one campaign in each text`;
  const where = isSeparated ? 'after each separator' : 'on each line';
  return `no JSON (${faultOfJson(raw.toString())}): write one whole campaign ${where}`;
}

/** What the parser says of a text that is no JSON, without the text itself. '' when it is JSON. */
export function faultOfJson(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    const {message} = error as Error;
    // V8 names the place by what stands around it, or by its position.
    const [, around] = /"([^]*)"(?:\.\.\.)? is not valid JSON/.exec(message) ?? [];
    const [, position = text.length] = /position (\d+)/.exec(message) ?? [];
    const near = around ?? text.slice(Number(position), Number(position) + 20);
    return near ? `near "${near}"` : 'it breaks off';
  }
}

function isCollection(
  json: unknown,
): json is Record<string, unknown> & {features: readonly unknown[]} {
  const {type, features} = (json ?? {}) as {type?: unknown; features?: unknown};
  return type === 'FeatureCollection' && Array.isArray(features);
}
