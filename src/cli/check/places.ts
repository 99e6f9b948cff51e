import {fold} from '../../territory/fold.js';
import {departementOfCommune, regionOfDepartement} from '../../territory/codes.js';
import {
  findByName,
  findByPostcode,
  findTerritory,
  type Territory,
} from '../../territory/gazetteer.js';
import {partOf, type Properties, type Say} from './finding.js';
import {liesIn} from './outside.js';

/** What is said of a place, whatever the campaign. */
type Said = Parameters<Say>;

/** Candidates that are named when a name has several. */
const MOST_CANDIDATES = 5;
const MOST_KEPT = 20_000;

/** Answers for places already seen: a feed has fewer places than campaigns. */
const answers = new Map<string, Promise<Said[]>>();

/** Codes that are old, unknown, of another level or of another place, and places that have none. */
export async function checkPlace(properties: Properties, geometry: unknown, say: Say) {
  const place = properties['place'];
  if (typeof place !== 'object' || !place || Array.isArray(place)) return;
  const key = JSON.stringify(place);
  let answer = answers.get(key);
  if (!answer) {
    if (answers.size >= MOST_KEPT) answers.clear();
    answers.set(key, (answer = judge(place as Properties)));
  }
  for (const said of await answer) say(...said);
  await checkPosition(place as Properties, partOf(geometry, 'coordinates'), say);
}

async function judge(place: Properties): Promise<Said[]> {
  const said: Said[] = [];
  const say: Say = (rule, name, ...rest) => said.push([rule, `properties.place.${name}`, ...rest]);
  const code = codeIn(place, 'code', /^(\d\d|2[AB])\d{3}$/);
  const country = textIn(place, 'country')?.toUpperCase() ?? 'FR';
  if (country !== 'FR') {
    if (code) say('country', 'country', country, 'the commune code is one of France', 'FR');
    return said;
  }
  const commune = code ? await checkCode(code, place, say) : await resolve(place, say);
  await checkLevels(place, commune, say);
  return said;
}

/** @returns The commune of the code, or of what was meant by it. */
async function checkCode(
  code: string,
  place: Properties,
  say: Say,
): Promise<Territory | undefined> {
  const commune = await findTerritory(`commune:${code}`);
  const name = textIn(place, 'name');
  const postcode = codeIn(place, 'postcode', /^\d{5}$/);
  const isNamed = commune && name ? await bears(name, commune) : true;
  const served = commune && isNamed ? [] : await findByPostcode(code);
  const meant = name ? await ofName(served, name) : served;
  if (!commune || (!isNamed && meant.length)) {
    if (served.length) {
      const fault = 'a postcode, not a commune code';
      say('postcode-as-code', 'code', code, ...choice(fault, meant.length ? meant : served));
      return meant.length === 1 ? meant[0] : undefined;
    }
    const named = await candidates(place);
    say('unknown-code', 'code', code, ...choice('no commune has or had this code', named));
    return undefined;
  }
  const today = plain(commune);
  if (today !== code && isNamed) {
    const reason = `an old code, read as that of ${commune.name}: write today's`;
    say('old-code', 'code', code, reason, today);
  }
  if (!isNamed) {
    say('other-name', 'name', name, `${code} is ${labelOf(commune)}: one of the two is wrong`);
    return commune;
  }
  const byPostcode = postcode ? await findByPostcode(postcode) : [];
  const parent = commune.parent;
  const isServed = byPostcode.some(
    (one) => one.code === commune.code || one.code === parent || one.parent === commune.code,
  );
  if (byPostcode.length && !isServed) {
    const reason = `not a postcode of ${labelOf(commune)}: it serves ${listOf(byPostcode)}`;
    say('other-postcode', 'postcode', postcode, reason);
  }
  return commune;
}

/** A place without a code: which commune it is, or may be. */
async function resolve(place: Properties, say: Say): Promise<Territory | undefined> {
  const name = textIn(place, 'name');
  if (!name && !textIn(place, 'postcode')) return undefined;
  if (place['code'] !== undefined && place['code'] !== null) return undefined;
  const found = await candidates(place);
  const what = name ? 'a name alone is no territory' : 'a postcode alone is no territory';
  say('no-code', 'code', undefined, ...choice(`missing: ${what}`, found));
  return found.length === 1 ? found[0] : undefined;
}

async function checkLevels(place: Properties, commune: Territory | undefined, say: Say) {
  const epci = codeIn(place, 'epci', /^\d{9}$/);
  const departement = codeIn(place, 'departement', /^(\d\d|2[AB]|9[78]\d)$/);
  const region = codeIn(place, 'region', /^(\d\d|9[78]\d)$/);
  const mismatch = (name: string, given: string, right: string | undefined) => {
    if (!commune || given === right) return;
    const is = right ? `${commune.name} is in ${right}` : `${commune.name} is in none`;
    say(`other-${name}`, name, given, `${is}: leave it out, it follows from the code`, right);
  };
  if (epci && !(await findTerritory(`epci:${epci}`))) {
    say(
      'unknown-code',
      'epci',
      epci,
      'no EPCI has this SIREN today: leave it out, it follows from the code',
      commune?.epci,
    );
  } else if (epci) mismatch('epci', epci, commune?.epci);
  if (departement && !(await findTerritory(`departement:${departement}`))) {
    say(
      'unknown-code',
      'departement',
      departement,
      'no département has this code',
      commune?.departement,
    );
  } else if (departement) mismatch('departement', departement, commune?.departement);
  const regionHere = commune?.region ?? (departement && regionOfDepartement(departement));
  if (region && !(await findTerritory(`region:${region}`))) {
    const isOther = await findTerritory(`departement:${region}`);
    const reason = isOther
      ? 'the code of a département, not of a région'
      : 'no région has this code';
    say('unknown-code', 'region', region, reason, regionHere);
  } else if (region && commune) mismatch('region', region, commune.region);
  else if (region && regionHere && region !== regionHere) {
    say(
      'other-region',
      'region',
      region,
      `département ${departement} is in ${regionHere}`,
      regionHere,
    );
  }
}

/** Coordinates outside of the département that the place is in. */
async function checkPosition(place: Properties, coordinates: unknown, say: Say) {
  const country = textIn(place, 'country')?.toUpperCase() ?? 'FR';
  const code = codeIn(place, 'code', /^(\d\d|2[AB])\d{3}$/);
  const departement =
    (code && departementOfCommune(code)) ?? codeIn(place, 'departement', /^(\d\d|2[AB]|9[78]\d)$/);
  if (country !== 'FR' || !departement || !Array.isArray(coordinates)) return;
  const [longitude, latitude] = coordinates as unknown[];
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return;
  const isInside = await liesIn(departement, longitude, latitude);
  if (isInside !== false) return;
  const isSwapped = await liesIn(departement, latitude, longitude);
  const path = 'geometry.coordinates';
  if (isSwapped) {
    const reason = 'swap the two: longitude comes first (GeoJSON)';
    say('swapped-coordinates', path, coordinates, reason, [latitude, longitude]);
  } else {
    const name = (await findTerritory(`departement:${departement}`))?.name ?? departement;
    say('outside', path, coordinates, `outside of ${name} (${departement}), in which the place is`);
  }
}

/** The communes that a name and a postcode may be. */
async function candidates(place: Properties): Promise<Territory[]> {
  const [name, postcode] = [textIn(place, 'name'), textIn(place, 'postcode')];
  const departement = codeIn(place, 'departement', /^(\d\d|2[AB]|9[78]\d)$/);
  const named = name ? await findByName(name, {departement}) : [];
  if (!postcode) return named;
  const served = await findByPostcode(postcode);
  const both = served.filter(({code}) => named.some((one) => one.code === code));
  if (both.length || !name) return both.length ? both : served;
  return named;
}

/** Those of a name; of a city and its arrondissements the latter, since a postcode means one of them. */
async function ofName(territories: readonly Territory[], name: string): Promise<Territory[]> {
  const named = (await findByName(name)).map(({code}) => code);
  const found = territories.filter(
    ({code, parent}) => named.includes(code) || (parent && named.includes(parent)),
  );
  const parts = found.filter(({parent}) => parent);
  return parts.length ? parts : found;
}

/** Whether a commune bears a name, or took over from one that did, or is part of one that does. */
async function bears(name: string, commune: Territory): Promise<boolean> {
  if (fold(commune.name) === fold(name)) return true;
  const named = await findByName(name);
  if (named.some(({code}) => code === commune.code || code === commune.parent)) return true;
  // "Pau (64)", "Paris 11e": more words than the name, or fewer.
  return named.length === 0 || fold(name).includes(fold(commune.name));
}

/** A fault with what to write instead: the only candidate, or several to choose from. */
function choice(fault: string, found: readonly Territory[]): [reason: string, meant?: string] {
  const [only, ...others] = found;
  if (!only) return [`${fault}: write the official code of its commune`];
  if (!others.length) return [`${fault}: write the commune's`, plain(only)];
  return [`${fault}: it may be ${listOf(found)}`];
}

function listOf(found: readonly Territory[]): string {
  const rest = found.length - MOST_CANDIDATES;
  const some = found.slice(0, MOST_CANDIDATES).map(labelOf).join(', ');
  return rest > 0 ? `${some} and ${rest} more` : some;
}

function labelOf(territory: Territory): string {
  return `${territory.name} ${plain(territory)}`;
}

function plain({code}: Territory): string {
  return code.slice(code.indexOf(':') + 1);
}

function textIn(place: Properties, name: string): string | undefined {
  const value = place[name];
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}

function codeIn(place: Properties, name: string, form: RegExp): string | undefined {
  const text = textIn(place, name)?.toUpperCase();
  return text && form.test(text) ? text : undefined;
}
