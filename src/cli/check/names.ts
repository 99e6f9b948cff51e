import {shapes} from '../../feed/shapes.js';
import {heldBy, partsOf, type ObjectShape} from '../../feed/fit.js';
import type {Properties, Say} from './finding.js';

/** What platforms and spreadsheets call what the format has under another name. */
const ALIASES: Readonly<Record<string, string>> = {
  amount: 'raised',
  amountraised: 'raised',
  collected: 'raised',
  pledged: 'raised',
  total: 'raised',
  target: 'goal',
  goalamount: 'goal',
  objective: 'goal',
  objectif: 'goal',
  supporters: 'backers',
  contributors: 'backers',
  donors: 'backers',
  backerscount: 'backers',
  contributeurs: 'backers',
  start: 'startsAt',
  startdate: 'startsAt',
  begin: 'startsAt',
  end: 'endsAt',
  enddate: 'endsAt',
  deadline: 'endsAt',
  picture: 'image',
  photo: 'image',
  subtitle: 'tagline',
  description: 'tagline',
  location: 'place',
  city: 'place',
  commune: 'place',
  state: 'status',
  creator: 'owner',
  mentor: 'mentors',
  mentoredby: 'mentors',
  insee: 'code',
  citycode: 'code',
  zipcode: 'postcode',
  codepostal: 'postcode',
  department: 'departement',
  siren: 'epci',
};

const feature = shapes.campaignFeature as ObjectShape;
const properties = shapeOf(feature, 'properties');
const place = shapeOf(properties, 'place');

/** Names that the format does not know and that look like one it knows: their values are ignored. */
export function checkNames(given: Properties, say: Say): void {
  checkObject(given, properties, 'properties', say);
  const inPlace = heldBy(given, 'place');
  if (typeof inPlace === 'object' && inPlace && !Array.isArray(inPlace)) {
    checkObject(inPlace, place, 'properties.place', say);
  }
}

function checkObject(given: object, shape: ObjectShape, path: string, say: Say): void {
  const known = partsOf(shape).map(([name]) => name);
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const plain = name.toLowerCase().replace(/[^a-z]/g, '');
    const meant =
      known.find((one) => one.toLowerCase() === plain) ??
      known.find((one) => one === ALIASES[plain]) ??
      known.find((one) => plain.length > 4 && isNear(one.toLowerCase(), plain));
    if (!meant || (heldBy(given, meant) ?? null) !== null) continue;
    const key = name.length > 40 ? `${name.slice(0, 40)}…` : name;
    const value = (given as Record<string, unknown>)[name];
    say('unknown-name', `${path}.${key}`, value, `ignored: is "${meant}" meant?`);
  }
}

/** Whether two names differ by one letter: added, left out or another. */
function isNear(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.length === long.length
    ? short.slice(at + 1) === long.slice(at + 1)
    : short.slice(at) === long.slice(at + 1);
}

function shapeOf(shape: ObjectShape, name: string): ObjectShape {
  return partsOf(shape).find(([one]) => one === name)?.[1] as ObjectShape;
}
