import {closeSync, openSync, readSync} from 'node:fs';

const STEP = 65_536;
const NEWLINE = 10;

/** The lines of a file, some at a time, without what does not end: a killed run leaves half a line. None when there is no such file. */
export function* linesOf(path: string): Generator<string> {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    const step = Buffer.alloc(STEP);
    let rest = Buffer.alloc(0);
    for (let count = -1; count !== 0;) {
      count = readSync(file, step, 0, STEP, null);
      const bytes = Buffer.concat([rest, step.subarray(0, count)]);
      const end = bytes.lastIndexOf(NEWLINE) + 1;
      if (end) yield* bytes.toString('utf8', 0, end - 1).split('\n');
      rest = bytes.subarray(end);
    }
  } finally {
    closeSync(file);
  }
}
