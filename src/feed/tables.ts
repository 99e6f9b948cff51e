import {isFault, type Download, type DownloadOptions, type Fault} from './download.js';
import {dateOf, openAnswer} from './open.js';
import {errorOf, insist} from './retry.js';

/** What servers call a table. */
const TYPE = /^\s*(?:text|application)\/(?:csv|tab-separated-values|x-csv|vnd\.ms-excel)\b/i;
const FILE = /\.(?:csv|tsv)$/i;
const LOST = '\ufffd';

/**
 * As `insist`, for what should be JSON. What is none and is a table is given as its text, asked for once more
 * when it turns out to be in another encoding than UTF-8.
 */
export async function insistOnData(
  url: string,
  options: DownloadOptions,
  first: Fault,
  again: () => Promise<Download | Fault>,
): Promise<Download> {
  const orTable = async (outcome: Download | Fault): Promise<Download | Fault> => {
    const table = isFault(outcome) && tableOf(outcome, url, options.format);
    if (!table) return outcome;
    const charset = charsetOf(outcome as Fault);
    return charset ? {...table, ...(await decoded(url, options, charset))} : table;
  };
  const begun = await orTable(first);
  if (!isFault(begun)) return begun;
  return insist(url, options, begun, async () => orTable(await again()));
}

/** The answer in its own encoding. A browser has it still. @throws {FeedError} As `openAnswer`; `too-large`. */
async function decoded(url: string, options: DownloadOptions, charset: string) {
  const response = await openAnswer(url, {...options, fresh: false});
  const body = await Promise.race([response.arrayBuffer(), options.aborted]);
  if (body.byteLength > options.maxBytes()) {
    throw errorOf({reason: 'too-large'}, url, options.maxBytes());
  }
  return {json: new TextDecoder(charset).decode(body), bytes: body.byteLength};
}

/** What was downloaded, when it is a table: by its type, its name, or `format`. Null for anything else. */
function tableOf({reason, response, text = ''}: Fault, url: string, format = ''): Download | null {
  if (reason !== 'not-json' || !response || !text.trim()) return null;
  const address = response.url || url;
  const type = response.headers.get('content-type') ?? '';
  const isSaid = format
    ? /^\s*csv\s*(?::|$)/i.test(format)
    : TYPE.test(type) || FILE.test(new URL(address).pathname);
  // A page of a portal that asks for a password is often what is there instead.
  if (!isSaid || /^\s*</.test(text)) return null;
  const {length: bytes} = new TextEncoder().encode(text);
  return {json: text, url: address, date: dateOf(response), bytes};
}

/**
 * The encoding to ask for a table again in; '' when it was read right. What the server says counts; else
 * French spreadsheets write Windows-1252, and some UTF-16, where it is no UTF-8.
 */
function charsetOf({response, text = ''}: Fault): string {
  const [, said = ''] =
    /charset="?([\w-]+)/i.exec(response?.headers.get('content-type') ?? '') ?? [];
  if (!text.includes(LOST)) return '';
  if (said && !/^utf-?8$/i.test(said) && isKnown(said)) return said;
  if (!text.startsWith(LOST + LOST)) return 'windows-1252';
  // A byte order mark of UTF-16, then a first letter that is one byte and a zero, or the other way round.
  return text[2] === '\0' ? 'utf-16be' : 'utf-16le';
}

function isKnown(charset: string): boolean {
  try {
    return !!new TextDecoder(charset);
  } catch {
    return false;
  }
}
