import {fold} from './fold.js';
import type {TerritoryKind} from './codes.js';
import type {Division} from './divisions.js';

/** One way to understand what was typed. */
export interface Reading {
  /** The name, folded. */
  name: string;
  /** What is taken off a match, in powers of ten of inhabitants. */
  penalty: number;
  /** The départements that what follows the name allows. */
  departements?: ReadonlySet<string>;
  /** The postcode beside the name. */
  postcode?: string;
  /** The levels that what comes before the name allows. */
  kinds?: readonly TerritoryKind[];
}

interface Divided {
  departements: readonly Division[];
  regions: readonly Division[];
}

const LINK = '(?:de la|de l|du|des|de|d)';

const PREFIXES: readonly (readonly [RegExp, TerritoryKind])[] = [
  [
    new RegExp(
      `^(?:cc|ca|cu|communaute de communes|communaute d agglomeration|communaute urbaine|metropole ${LINK}|agglomeration ${LINK})(?: ${LINK})? (.+)$`,
    ),
    'epci',
  ],
  [new RegExp(`^(?:departement|dept)(?: ${LINK})? (.+)$`), 'departement'],
  [new RegExp(`^region(?: ${LINK})? (.+)$`), 'region'],
  [new RegExp(`^(?:ville|commune|mairie|village)(?: ${LINK}) (.+)$`), 'commune'],
];

/** Taken off when the département is not written in full: a name that goes on so comes first. */
export const UNFINISHED = 12;

/**
 * The ways to read a folded query: a name; a name and the number or the name of its département or
 * région (`saint denis 93`, `saint denis la reunion`); a name and a postcode; a level and a name.
 */
export function readingsOf(query: string, divided: Divided): Reading[] {
  const levels = PREFIXES.flatMap(([pattern, kind]): Reading[] => {
    const rest = pattern.exec(query)?.[1];
    return rest === undefined ? [] : named(rest, divided).map((one) => ({...one, kinds: [kind]}));
  });
  const bare = /^(?:la|le|les|l) (.+)$/.exec(query)?.[1];
  const kinds: TerritoryKind[] = ['departement', 'region'];
  return [
    ...named(query, divided),
    ...levels,
    // `la Gironde`: their names are kept without the article.
    ...(bare === undefined ? [] : [{name: bare, kinds, penalty: 2.5}]),
  ];
}

/** A name alone, or with what may follow it. */
function named(query: string, divided: Divided): Reading[] {
  return [
    {name: query, penalty: 0},
    // Arrondissements are written `Paris 01` as well.
    ...(/ 0\d$/.test(query) ? [{name: query.replace(/0(\d)$/, '$1'), penalty: 0}] : []),
    ...postcodeReadings(query),
    ...numberReadings(query, divided),
    ...numberFirstReadings(query, divided),
    ...nameReadings(query, divided),
  ];
}

function postcodeReadings(query: string): Reading[] {
  const [, before, name = '', after] = /^(?:(\d{5}) )?(.*?)(?: (\d{5}))?$/.exec(query) ?? [];
  const postcode = before ?? after;
  return postcode === undefined || name === '' ? [] : [{name, postcode, penalty: 0}];
}

function numberReadings(query: string, {departements}: Divided): Reading[] {
  const [, name = '', number = ''] = /^(.+) (\d{1,3}|2[ab])$/.exec(query) ?? [];
  if (number === '') return [];
  const codes = departements.map(({code}) => code);
  // 20 was Corsica, and its postcodes still say so.
  const whole =
    number === '20' ? ['2A', '2B'] : codes.filter((code) => code === number.toUpperCase());
  if (whole.length > 0) return [{name, departements: new Set(whole), penalty: 0}];
  const begun = codes.filter((code) => code.startsWith(number));
  return begun.length > 0 ? [{name, departements: new Set(begun), penalty: UNFINISHED}] : [];
}

/** `64 Pau`: as above, with a number that is complete, since a name follows it. */
function numberFirstReadings(query: string, divided: Divided): Reading[] {
  const [, number, name = ''] = /^(\d{2,3}|2[ab]) (.+)$/.exec(query) ?? [];
  if (number === undefined) return [];
  return numberReadings(`${name} ${number}`, divided).filter(({penalty}) => penalty === 0);
}

/** Cuts the query at each space; what follows must be, or begin, the name of a division. */
function nameReadings(query: string, divided: Divided): Reading[] {
  const readings: Reading[] = [];
  for (let at = query.indexOf(' '); at > 0; at = query.indexOf(' ', at + 1)) {
    const end = query.slice(at + 1).replace(/^(?:en|dans|a) /, '');
    const bare = end.replace(/^(?:l|la|le|les|de la|de l|du|des|de|d) /, '');
    if (bare.length < 3) continue;
    for (const [code, name] of divisionNames(divided)) {
      const isWhole = name === end || name === bare;
      if (!isWhole && !name.startsWith(end) && !name.startsWith(bare)) continue;
      const members = divided.departements.filter(
        (one) => one.code === code || `r${one.region}` === code,
      );
      readings.push({
        name: query.slice(0, at),
        departements: new Set(members.map((one) => one.code)),
        penalty: isWhole ? 0.5 : UNFINISHED,
      });
    }
  }
  return readings;
}

let names: (readonly [string, string])[] | undefined;

/** Codes and folded names, articles left out; the code of a région after an `r`. */
function divisionNames({departements, regions}: Divided): (readonly [string, string])[] {
  names ??= [
    ...departements.map(({code, name}) => [code, fold(name).replace(/^(?:la|le|l) /, '')] as const),
    ...regions.map(
      ({code, name}) => [`r${code}`, fold(name).replace(/^(?:la|le|l) /, '')] as const,
    ),
  ];
  return names;
}
