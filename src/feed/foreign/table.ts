import {dsvFormat} from 'd3-dsv';

import {noFeed} from './faults.js';
import {isShown, recordReader, type RecordReader} from './records.js';
import type {Understanding} from './understanding.js';

/** What may part the cells, the most probable first: French spreadsheets write semicolons. */
const DELIMITERS = [';', '\t', ',', '|'];
/** Lines before the names: a title, an empty line. */
const MOST_BEFORE = 10;
/** The first lines are awaited before it is told what parts the cells. */
const FIRST_CHARACTERS = 4096;

/**
 * Campaigns out of a table that arrives piece by piece: memory holds one piece and the line that it
 * breaks off in.
 */
export class TableReader {
  readonly #url: string;
  readonly #mapping: string;
  #rest = '';
  #delimiter = '';
  #names: string[] = [];
  #reader: RecordReader | undefined;
  #read = 0;
  #rows: number[] = [];

  /**
   * @param url - Where the table comes from: its relative links count from there.
   * @param mapping - Which column is what, where its name does not tell (`mapping.ts`).
   */
  constructor(url: string, mapping = '') {
    this.#url = url;
    this.#mapping = mapping;
  }

  /** What the page says of the whole feed; known after the first lines. */
  get head(): object {
    return this.#reader?.head ?? {};
  }

  /** Which column is what; known after the first lines. */
  get understanding(): Understanding | null {
    return this.#reader?.understanding ?? null;
  }

  /** For each of the campaigns last given: of which of the records it was made, counted from 0. */
  get rows(): readonly number[] {
    return this.#rows;
  }

  /**
   * The next piece, of any length.
   *
   * @returns Features of the wire: the lines that ended in it.
   * @throws {FeedError} `not-a-feed` as `recordReader`, once the names are known.
   */
  push(piece: string): unknown[] {
    this.#rows = [];
    this.#rest += piece;
    if (!this.#delimiter && this.#rest.length < FIRST_CHARACTERS) return [];
    this.#delimiter ||= delimiterOf(this.#rest);
    const end = endOfLines(this.#rest, this.#delimiter);
    const text = this.#rest.slice(0, end);
    this.#rest = this.#rest.slice(end);
    return text ? this.#campaignsIn(text) : [];
  }

  /** What is left when there is no more. @throws {FeedError} As `push`; `not-a-feed` when there was no table. */
  end(): unknown[] {
    this.#rows = [];
    const text = this.#rest;
    this.#rest = '';
    const features = text ? this.#campaignsIn(text) : [];
    if (this.#reader) return features;
    throw noFeed(
      this.#url,
      'is no table: a line of names, then a line for each campaign, is expected.',
    );
  }

  #campaignsIn(text: string): unknown[] {
    const plain = this.#reader ? text : text.replace(/^\ufeff/, '');
    this.#delimiter ||= delimiterOf(plain);
    const rows = rowsIn(plain, this.#delimiter);
    const before = this.#read;
    this.#read += rows.length;
    let at = 0;
    if (!this.#reader) {
      if (/^\s*<(?:!doctype|html|\?xml|head|body)\b/i.test(plain)) {
        throw noFeed(this.#url, 'is a page, and no table: is this the address of the data?');
      }
      at = headerIn(rows);
      const names = rows[at];
      if (!names) return [];
      at += 1;
      this.#names = distinct(names.map((name) => name.replace(/\s+/g, ' ').trim()));
      this.#reader = recordReader(this.#names.filter(Boolean), {
        mapping: this.#mapping,
        url: this.#url,
        format: 'csv',
      });
    }
    const features: unknown[] = [];
    for (; at < rows.length; at += 1) {
      const row = rows[at] ?? [];
      if (!row.some((cell) => cell.trim())) continue;
      const feature = this.#reader.featureOf(this.#recordOf(row));
      if (!isShown(feature)) continue;
      features.push(feature);
      this.#rows.push(before + at);
    }
    return features;
  }

  #recordOf(row: string[]): Record<string, string> {
    return Object.fromEntries(
      this.#names.flatMap((name, column) => (name ? [[name, row[column] ?? '']] : [])),
    );
  }
}

/** The first line with two names or more: people write a title above. In a table of one column, the first. */
function headerIn(rows: readonly string[][]): number {
  const filled = (row: string[]) => row.filter((cell) => cell.trim()).length;
  const first = rows.slice(0, MOST_BEFORE).findIndex((row) => filled(row) > 1);
  return first < 0 ? rows.findIndex((row) => filled(row) > 0) : first;
}

/** A second column of the same name is another. */
function distinct(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count > 1 && name ? `${name} ${count}` : name;
  });
}

function rowsIn(text: string, delimiter: string): string[][] {
  return dsvFormat(delimiter).parseRows(text);
}

/** What stands most often in the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, FIRST_CHARACTERS)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n?|\n/, MOST_BEFORE);
  const widest = (delimiter: string) =>
    Math.max(...lines.map((line) => line.split(delimiter).length));
  const [first = ';', ...others] = DELIMITERS;
  return others.reduce((best, other) => (widest(other) > widest(best) ? other : best), first);
}

/** Where the last line ends that is whole: at a line break outside quotes, which count at the start of a cell alone. */
function endOfLines(text: string, delimiter: string): number {
  let isQuoted = false;
  let end = 0;
  for (const {0: mark, index} of text.matchAll(/"+|\n/g)) {
    if (mark === '\n') {
      if (!isQuoted) end = index + 1;
      continue;
    }
    const before = text[index - 1] ?? '\n';
    const isAtStart = before === delimiter || before === '\n' || before === '\r';
    // Within quotes two stand for one; an odd number ends them.
    if (isQuoted || isAtStart) isQuoted = isQuoted !== (mark.length % 2 === 1);
  }
  return end;
}
