import {readFile} from 'node:fs/promises';
import {inflateSync} from 'node:zlib';

/** The first bytes of each kind of picture that cards take. */
const KINDS = [
  ['image/png', /^\x89PNG/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF.{4}WEBP/s],
] as const;

/**
 * A picture's file as a `data:` address. Its first bytes say what it is, not its name.
 *
 * @throws {RangeError} When it is no JPEG, PNG, GIF or WebP.
 */
export async function pictureFile(path: string): Promise<string> {
  return pictureData(await readFile(path), path);
}

/** The same of its bytes; `name` is what an error calls it. @throws {RangeError} Also when a PNG breaks off: the PDF library would end the process. */
export function pictureData(bytes: Buffer, name: string): string {
  const head = bytes.subarray(0, 16).toString('latin1');
  const kind = KINDS.find(([, start]) => start.test(head))?.[0];
  if (!kind) throw new RangeError(`${name} is no picture for a card: give a JPEG or a PNG.`);
  if (kind === 'image/png' && !isWholePng(bytes)) {
    throw new RangeError(`${name} is a PNG that breaks off or is damaged: give a whole one.`);
  }
  return `data:${kind};base64,${bytes.toString('base64')}`;
}

/** The most that a picture may take up once uncompressed: one of 8000 × 8000. */
const MOST_RAW_BYTES = 256_000_000;
/** Numbers of a pixel, by a PNG's colour type (PNG §11.2.1). */
const CHANNELS: Readonly<Record<number, number>> = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4};

/** Whether a PNG has all of its lines, each with a filter that exists (PNG §9.2). Of an interlaced one, whether it can be uncompressed. */
function isWholePng(bytes: Buffer): boolean {
  const data: Buffer[] = [];
  let isEnded = false;
  for (let at = 8; !isEnded && at + 12 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const [length, type] = [bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
    isEnded = type === 'IEND';
  }
  const channels = CHANNELS[bytes[25] ?? -1];
  if (!isEnded || !channels) return false;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const line = Math.ceil((width * channels * (bytes[24] ?? 0)) / 8) + 1;
  let raw: Buffer;
  try {
    raw = inflateSync(Buffer.concat(data), {maxOutputLength: MOST_RAW_BYTES});
  } catch {
    return false;
  }
  if (bytes[28]) return true;
  if (raw.length < line * height) return false;
  for (let row = 0; row < height; row += 1) if (raw[row * line]! > 4) return false;
  return true;
}
