import {readFile} from 'node:fs/promises';

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

/** The same of its bytes; `name` is what an error calls it. */
export function pictureData(bytes: Buffer, name: string): string {
  const head = bytes.subarray(0, 16).toString('latin1');
  const kind = KINDS.find(([, start]) => start.test(head))?.[0];
  if (!kind) throw new RangeError(`${name} is no picture for a card: give a JPEG or a PNG.`);
  return `data:${kind};base64,${bytes.toString('base64')}`;
}
