import {TableReader} from '../../feed/adapters/csv.js';
import {feedOf} from '../../feed/foreign/draft.js';
import {addressOf, inItsName} from './adapted.js';
import {fill, type Batch, type Gatherer, type Page} from './batch.js';

const [QUOTE, NEWLINE, RETURN] = [34, 10, 13];
/** What stands between two fields: comma, semicolon, tab, bar. */
const BETWEEN = new Set([44, 59, 9, 124]);
/** Bytes of records that the adapter gets together. */
const BATCH_BYTES = 256_000;

/** One record of a CSV file. */
export interface CsvRecord {
  /** Without the end of its line. */
  raw: Buffer;
  /** The line on which it begins, from 1. */
  line: number;
}

/**
 * Cuts CSV (RFC 4180) into records while it arrives: a quoted field may hold line ends. A quote opens a
 * field at its beginning alone, so that a 12" record stays one line. Empty lines are left out.
 */
export class CsvSplitter {
  #rest: Buffer = Buffer.alloc(0);
  #at = 0;
  #isQuoted = false;
  #line = 1;
  #startLine = 1;

  push(piece: Uint8Array): CsvRecord[] {
    const bytes = Buffer.concat([this.#rest, piece]);
    const records: CsvRecord[] = [];
    let from = 0;
    for (let at = this.#at; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === NEWLINE) this.#line += 1;
      if (byte === QUOTE) {
        // Two in a row close and open again: inside a field they are one.
        if (this.#isQuoted) this.#isQuoted = false;
        else this.#isQuoted = at === from || BETWEEN.has(bytes[at - 1]!) || bytes[at - 1] === QUOTE;
      } else if (byte === NEWLINE && !this.#isQuoted) {
        this.#cut(bytes.subarray(from, at), records);
        from = at + 1;
      }
    }
    this.#rest = bytes.subarray(from);
    this.#at = bytes.length - from;
    return records;
  }

  /** What stands behind the last line end. */
  end(): CsvRecord[] {
    const records: CsvRecord[] = [];
    this.#cut(this.#rest, records);
    this.#rest = Buffer.alloc(0);
    return records;
  }

  #cut(bytes: Buffer, records: CsvRecord[]) {
    const end = bytes.at(-1) === RETURN ? bytes.length - 1 : bytes.length;
    const raw = bytes.subarray(0, end);
    if (raw.some((byte) => byte > 32)) records.push({raw, line: this.#startLine});
    this.#startLine = this.#line;
  }
}

/**
 * The text of a file kept by hand: UTF-8, or Windows-1252 when it is not, as old spreadsheets write it.
 */
export function textOfCsv(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * Reads CSV through its adapter, some records at a time, each time under the file's first record, which
 * names the columns.
 */
export async function* readCsv(
  pieces: AsyncIterable<Buffer>,
  page: Page,
  gatherer: Gatherer,
  format: string,
): AsyncGenerator<Batch> {
  const splitter = new CsvSplitter();
  const table = new TableReader(addressOf(page), format.replace(/^csv:?/, ''));
  let held: CsvRecord[] = [];
  /** Records that were read before those. */
  let before = 0;
  let bytes = 0;
  const flush = (isLast: boolean) => {
    const text = held.map(({raw}) => `${textOfCsv(raw)}\n`).join('');
    const features = table.push(text);
    const rows = [...table.rows];
    if (isLast) {
      features.push(...table.end());
      rows.push(...table.rows);
    }
    page.understanding ??= table.understanding;
    const lines = rows.map((row) => held[row - before]?.line ?? null);
    fill(page, gatherer, feedOf(features, table.head), lines);
    before += held.length;
    held = [];
    bytes = 0;
  };
  const take = (records: CsvRecord[]) => {
    held.push(...records);
    for (const {raw} of records) bytes += raw.length;
  };
  for await (const piece of pieces) {
    take(splitter.push(piece));
    if (bytes < BATCH_BYTES) continue;
    await inItsName(page, () => flush(false));
    yield gatherer.take();
  }
  take(splitter.end());
  await inItsName(page, () => flush(true));
}

/** Whether a text looks like CSV: by its name, or by separators in a first line without brackets. */
export function looksLikeCsv(start: Buffer, hint: string): boolean {
  const [line = ''] = start.toString('utf8', 0, 4000).split('\n');
  const isNamed = /text\/csv|\.(?:csv|tsv)$/i.test(hint);
  return start[0] !== 60 && (isNamed || /^[^{}<>]+[,;\t][^{}<>]+$/.test(line));
}
