/**
 * How often the right commune comes first, for what people type (`questions.ts` says what is right).
 * Each figure is measured on 300 communes drawn with the same chance, then on 300 drawn as often as they
 * have inhabitants. Only the very first result counts: a département or an EPCI that comes first is a miss.
 */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {searchTerritories} from '../../../lib/territory/search.js';
import {ask, QUESTIONS} from './questions.ts';
import {sampler} from './typing.ts';

const SIZE = 300;
const TARGET = 98;

const random = sampler(20_261_124);

for (const [chance, weight] of [
  ['each commune alike', () => 1],
  ['each inhabitant alike', ({population = 0}: {population?: number}) => population],
] as const) {
  describe(`the right commune comes first, ${chance}`, () => {
    for (const question of QUESTIONS) {
      const {about} = question;
      it(about, async (test) => {
        const misses: string[] = [];
        for (const {typed, code} of await ask(question, SIZE, weight, random)) {
          const [first] = await searchTerritories(typed);
          if (first?.code !== code) misses.push(`${typed} gives ${first?.code}, not ${code}`);
        }
        const share = (100 * (SIZE - misses.length)) / SIZE;
        const figure = `${about}, ${chance}: ${share.toFixed(1)} % of ${SIZE}`;
        test.diagnostic([figure, ...misses.slice(0, 3)].join('; '));
        assert.ok(share >= TARGET, [figure, ...misses].join('; '));
      });
    }
  });
}
