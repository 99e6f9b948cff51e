import {callNameOf, fileNameOf} from '../../feed/published/format.js';
import {campaignUnits} from './campaign-files.js';
import type {Edition, Unit} from './edition.js';
import {callGroups, territoryGroups} from './groups.js';
import {inputsOf, listUnits} from './list-files.js';
import {openTileUnits, tileUnits} from './tile-files.js';
import {withinUnit} from './within-file.js';

/**
 * Every file of an edition but the manifest. Campaigns come first: while a run writes, a list that is new
 * already names none whose file is not.
 *
 * @param calls - Ids of the calls that the feed describes: each has a file, also without laureates.
 */
export function* unitsOf(
  edition: Edition,
  shards: number | null,
  calls: readonly string[],
): Generator<Unit> {
  const {rows, pages} = edition;
  yield* campaignUnits(edition, shards);
  yield* tileUnits(edition);
  yield* openTileUnits(edition);
  for (const group of territoryGroups(rows, pages)) {
    const base = `territories/${fileNameOf(group.name)}`;
    const inputs = inputsOf(edition, group);
    yield* listUnits(edition, group, inputs, {base, isCall: false});
    const within = withinUnit(edition, group, inputs.all, base);
    if (within) yield within;
  }
  const taken = new Set<string>();
  for (const group of callGroups(rows, calls, pages)) {
    const base = `calls/${callNameOf(group.name)}`;
    // Two ids with one name: the odds are one in four thousand million, unless somebody tries.
    if (taken.has(base)) continue;
    taken.add(base);
    yield* listUnits(edition, group, inputsOf(edition, group), {base, isCall: true});
  }
}
