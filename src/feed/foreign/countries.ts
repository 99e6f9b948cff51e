import {iso31661Alpha3ToAlpha2} from 'iso-3166';

import {inTable} from './values.js';

/** ISO 3166-1 alpha-2, out of alpha-3 too ("FRA"). A code that is none stays, for the reader to report. */
export function countryOf(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const code = given.trim().toUpperCase();
  if (code === 'FRANCE') return 'FR';
  return inTable(iso31661Alpha3ToAlpha2, code) ?? given;
}
