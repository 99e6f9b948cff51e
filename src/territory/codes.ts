import {COMMUNE_CODE} from './commune-code.js';

export {departementOfCommune} from './commune-code.js';

/** A level of the French administrative map. */
export type TerritoryKind = 'commune' | 'epci' | 'departement' | 'region' | 'country';

/** A territory with its level, such as `commune:33063` or `region:75`. */
export type TerritoryCode = `${TerritoryKind}:${string}`;

const SHAPES: Readonly<Record<TerritoryKind, RegExp>> = {
  commune: COMMUNE_CODE,
  epci: /^\d{9}$/,
  departement: /^(\d\d|2[AB]|9[78]\d)$/,
  region: /^(\d\d|9[78]\d)$/,
  country: /^[A-Z]{2}$/,
};

/** Départements of each région (COG 2026). The overseas collectivities are their own région. */
const REGIONS =
  '01:971 02:972 03:973 04:974 06:976 11:75,77,78,91,92,93,94,95 24:18,28,36,37,41,45 ' +
  '27:21,25,39,58,70,71,89,90 28:14,27,50,61,76 32:02,59,60,62,80 ' +
  '44:08,10,51,52,54,55,57,67,68,88 52:44,49,53,72,85 53:22,29,35,56 ' +
  '75:16,17,19,23,24,33,40,47,64,79,86,87 76:09,11,12,30,31,32,34,46,48,65,66,81,82 ' +
  '84:01,03,07,15,26,38,42,43,63,69,73,74 93:04,05,06,13,83,84 94:2A,2B';

/**
 * Reads a territory as a feed or an attribute writes it.
 *
 * @returns null when the level or the form of the code is not one of ours. A well-formed code may
 * still be unknown: only the gazetteer can tell.
 */
export function parseTerritory(text: string): {kind: TerritoryKind; code: string} | null {
  const [, name = '', value = ''] = /^([a-zé]+)\s*:\s*(\w+)$/i.exec(text.trim()) ?? [];
  const kind = name.toLowerCase().replace(/é/g, 'e');
  const code = value.toUpperCase();
  return isKind(kind) && SHAPES[kind].test(code) ? {kind, code} : null;
}

/** Writes a territory the way feeds and attributes do. The code is not checked. */
export function territoryCode(kind: TerritoryKind, code: string): TerritoryCode {
  return `${kind}:${code.toUpperCase()}`;
}

/** The région of a département, undefined when no such département exists. */
export function regionOfDepartement(departement: string): string | undefined {
  const code = departement.trim().toUpperCase();
  if (/^9(?:7[578]|8[46789])$/.test(code)) return code;
  return REGIONS.split(' ')
    .find((line) => line.slice(3).split(',').includes(code))
    ?.slice(0, 2);
}

function isKind(text: string): text is TerritoryKind {
  return Object.hasOwn(SHAPES, text);
}
