/**
 * What people type to find a commune, and the commune that must come first. What "right" means:
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
 */
import assert from 'node:assert/strict';

import {fold} from '../../../lib/territory/fold.js';
import {communesOf, findByPostcode, type Territory} from '../../../lib/territory/gazetteer.js';
import {draw, isOneErrorAway, misspell} from './typing.ts';

export interface Known {
  commune: Territory;
  /** The name folded, and the same without its article. */
  folded: string;
  bare: string;
}

export interface Question {
  about: string;
  /** What is typed to find a commune; nothing when the commune does not suit the question. */
  typed: (one: Known, random: () => number) => string | undefined;
  /** The code that must come first; the commune's own unless told. */
  right?: (one: Known, typed: string) => Promise<string | undefined> | string | undefined;
  suits?: (one: Known) => boolean;
}

/** Something that was typed, and the code that must come first. */
export interface Asked {
  typed: string;
  code: string | undefined;
}

const known: Known[] = (await communesOf('country:FR')).map((commune) => {
  const folded = fold(commune.name);
  return {commune, folded, bare: folded.replace(/^(?:l|le|la|les) /, '')};
});
const byFolded = grouped(({folded}) => folded);
const byBare = grouped(({bare}) => bare);

export const QUESTIONS: Question[] = [
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
    typed: ({commune, folded}, random) => {
      const typed = misspell(commune.name, random);
      return precise(typed, isAmbiguous(fold(typed), folded), commune);
    },
    suits: ({folded}) => folded.length > 2,
  },
  {
    about: 'beginning',
    typed: ({folded}, random) =>
      folded.slice(0, 3 + Math.floor(random() * (folded.length - 3))).trim(),
    right: (_, typed) => beginning(typed),
    suits: ({folded}) => folded.length > 3,
  },
];

/** Asks about so many communes, drawn as often as their weight says. */
export async function ask(
  {typed: type, right = ({commune}) => commune.code, suits = () => true}: Question,
  size: number,
  weight: (commune: Territory) => number,
  random: () => number,
): Promise<Asked[]> {
  const sample = draw(known.filter(suits), size, ({commune}) => weight(commune), random);
  const asked: Asked[] = [];
  for (const one of sample) {
    const typed = type(one, random) ?? '';
    asked.push({typed, code: await right(one, typed)});
  }
  return asked;
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
