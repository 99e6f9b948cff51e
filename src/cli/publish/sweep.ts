import {rmSync, rmdirSync} from 'node:fs';
import {dirname, join} from 'node:path';

import {UNFINISHED} from './job.js';
import type {Ledger} from './ledger.js';

/**
 * Removes the files that earlier runs wrote and this one did not, and the folders that are empty then.
 * Nothing else in the folder is touched.
 *
 * @returns How many files, without those beside them.
 */
export function sweep(folder: string, ledger: Ledger): number {
  const folders = new Set<string>();
  let removed = 0;
  for (const paths of ledger.leftOver()) {
    removed += 1;
    for (const path of paths) {
      rmSync(join(folder, path), {force: true});
      rmSync(join(folder, path) + UNFINISHED, {force: true});
      folders.add(dirname(path));
    }
  }
  for (const path of folders) removeEmpty(folder, path);
  return removed;
}

function removeEmpty(folder: string, path: string) {
  for (let at = path; at !== '.'; at = dirname(at)) {
    try {
      rmdirSync(join(folder, at));
    } catch {
      // Not empty, or gone.
      return;
    }
  }
}
