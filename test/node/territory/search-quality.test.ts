/**
 * How often the right commune comes first, for what people type. Each figure is measured on 300
 * communes drawn with the same chance, then on 300 drawn as often as they have inhabitants. What
 * "right" means:
 *
 * - A name that no other commune bears must find its commune. A shared name is typed with the
 *   number of its département, and must find its own; typed alone, the most populated must come
 *   first. `Aÿ` and `ay` are one name: names are compared folded.
 * - Without its article, a name that is then another commune's, or is shared, has its département.
 * - A postcode must put first the most populated of the communes it serves (in Paris, Lyon and
 *   Marseille the arrondissement), and the commune itself must be among them.
 * - One typing error, anywhere after the first letter: a letter added, dropped, replaced, or
 *   swapped with the next. When the result is a name or the beginning of one, or is one error away
 *   from another name, nobody could tell what was meant: the département is typed too.
 * - The beginning of a name, three letters at least, must put first the commune whose whole name it
 *   is, if there is one, else the most populated of those whose name begins so, article or not.
 *
 * Only the very first result counts: a département or an EPCI that comes first is a miss.
 */
import assert from 'node:assert/strict';
import {before, describe, it} from 'node:test';

import {fold} from '../../../lib/territory/fold.js';
import {communesOf, findByPostcode, type Territory} from '../../../lib/territory/gazetteer.js';
import {searchTerritories} from '../../../lib/territory/search.js';
import {draw, isOneErrorAway, misspell, sampler} from './typing.ts';

const SIZE = 300;
const TARGET = 98;

interface Known {
  commune: Territory;
  /** The name folded, and the same without its article. */
  folded: string;
  bare: string;
}

interface Question {
  about: string;
  /** What is typed to find a commune; nothing when the commune does not suit the question. */
  typed: (one: Known) => string | undefined;
  /** The code that must come first; the commune's own unless told. */
  right?: (one: Known, typed: string) => Promise<string | undefined> | string | undefined;
  suits?: (one: Known) => boolean;
}

const random = sampler(20_261_124);
let known: Known[] = [];
let byFolded = new Map<string, Known[]>();
let byBare = new Map<string, Known[]>();

const QUESTIONS: Question[] = [
  {
    about: 'full name',
    typed: ({commune, folded}) => precise(commune.name, isShared(folded), commune),
  },
  {
    about: 'full name alone, shared or not',
    typed: ({commune}) => commune.name,
    right: ({folded}) => mostPopulated(byFolded.get(folded)),
  },
  {
    about: 'without accents',
    typed: ({commune, folded}) => precise(folded, isShared(folded), commune),
    suits: ({commune, folded}) => commune.name.toLowerCase() !== folded,
  },
  {
    about: 'St and Ste',
    typed: ({commune, folded}) =>
      precise(commune.name.replace(/\bSaint(e?)\b/g, 'St$1'), isShared(folded), commune),
    suits: ({commune}) => /\bSainte?\b/.test(commune.name),
  },
  {
    about: 'without article',
    typed: ({commune, bare}) =>
      precise(
        commune.name.replace(/^(?:L'|Le |La |Les )/, ''),
        (byBare.get(bare)?.length ?? 0) > 1,
        commune,
      ),
    suits: ({folded, bare}) => folded !== bare,
  },
  {
    about: 'postcode',
    typed: ({commune}) => commune.postcodes?.[0],
    right: firstOfPostcode,
    suits: ({commune}) => commune.postcodes !== undefined,
  },
  {
    about: 'one error',
    typed: ({commune, folded}) => {
      const typed = misspell(commune.name, random);
      return precise(typed, isAmbiguous(fold(typed), folded), commune);
    },
    suits: ({folded}) => folded.length > 2,
  },
  {
    about: 'beginning',
    typed: ({folded}) => folded.slice(0, 3 + Math.floor(random() * (folded.length - 3))).trim(),
    right: (_, typed) => beginning(typed),
    suits: ({folded}) => folded.length > 3,
  },
];

before(async () => {
  known = (await communesOf('country:FR')).map((commune) => {
    const folded = fold(commune.name);
    return {commune, folded, bare: folded.replace(/^(?:l|le|la|les) /, '')};
  });
  byFolded = grouped(({folded}) => folded);
  byBare = grouped(({bare}) => bare);
});

for (const [chance, weight] of [
  ['each commune alike', () => 1],
  ['each inhabitant alike', inhabitants],
] as const) {
  describe(`the right commune comes first, ${chance}`, () => {
    for (const question of QUESTIONS) {
      it(question.about, async (test) => {
        const {asked, misses} = await measure(question, weight);
        const share = (100 * (asked - misses.length)) / asked;
        const figure = `${question.about}, ${chance}: ${share.toFixed(1)} % of ${asked}`;
        test.diagnostic([figure, ...misses.slice(0, 3)].join('; '));
        assert.ok(share >= TARGET, [figure, ...misses].join('; '));
      });
    }
  });
}

async function measure(
  {typed: ask, right = ({commune}) => commune.code, suits = () => true}: Question,
  weight: (one: Known) => number,
): Promise<{asked: number; misses: string[]}> {
  const misses: string[] = [];
  const sample = draw(known.filter(suits), SIZE, weight, random);
  for (const one of sample) {
    const typed = ask(one) ?? '';
    const [first] = await searchTerritories(typed);
    const code = await right(one, typed);
    if (first?.code !== code) misses.push(`${typed} gives ${first?.code}, not ${code}`);
  }
  return {asked: sample.length, misses};
}

function grouped(key: (one: Known) => string): Map<string, Known[]> {
  const groups = new Map<string, Known[]>();
  for (const one of known) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

function inhabitants({commune}: Known): number {
  return commune.population ?? 0;
}

function mostPopulated(some: Known[] = []): string | undefined {
  return some.toSorted((a, b) => inhabitants(b) - inhabitants(a))[0]?.commune.code;
}

function isShared(folded: string): boolean {
  return (byFolded.get(folded)?.length ?? 0) > 1;
}

function precise(typed: string, isNeeded: boolean, {departement}: Territory): string {
  return isNeeded ? `${typed} ${departement}` : typed;
}

async function firstOfPostcode({commune}: Known, typed: string): Promise<string | undefined> {
  const served = await findByPostcode(typed);
  assert.ok(served.some(({code}) => code === commune.code));
  return served[0]?.code;
}

function isAmbiguous(typed: string, meant: string): boolean {
  if (isShared(meant)) return true;
  return known.some(
    ({folded, bare}) =>
      folded !== meant &&
      (folded.startsWith(typed) ||
        bare.startsWith(typed) ||
        isOneErrorAway(typed, folded) ||
        isOneErrorAway(typed, bare)),
  );
}

function beginning(typed: string): string | undefined {
  const begun = known.filter((one) => one.folded.startsWith(typed) || one.bare.startsWith(typed));
  return mostPopulated(byFolded.get(typed) ?? begun);
}
