import type {Place} from '../../feed/campaign.js';
import {communesOf, isIn} from '../../feed/places.js';
import {
  departementOfCommune,
  parseTerritory,
  regionOfDepartement,
  territoryCode,
} from '../../territory/codes.js';
import * as gazetteer from '../../territory/gazetteer.js';

/** What is known of a place. */
export interface Placed {
  /** The territories that it is in, as `withinTerritory` has it: "commune:33063", "country:FR"… */
  territories: string[];
  /** The same place with every code that follows from what is said. */
  place: Place;
}

/** Places that are remembered: more than there are communes. */
const MOST_KNOWN = 50_000;

/** Finds the territories of places. Many campaigns share one: each is looked up once, as a rule. */
export class Placer {
  readonly #known = new Map<string, Promise<Placed>>();
  readonly #served = new Map<string, ReturnType<typeof gazetteer.findByPostcode>>();

  of(place: Place): Promise<Placed> {
    const key = JSON.stringify(place);
    let found = this.#known.get(key);
    if (!found) {
      // A feed may have a place of its own for each campaign.
      if (this.#known.size >= MOST_KNOWN) this.#known.clear();
      if (this.#served.size >= MOST_KNOWN) this.#served.clear();
      this.#known.set(key, (found = this.#find(place)));
    }
    return found;
  }

  async #find(place: Place): Promise<Placed> {
    const country = territoryCode('country', place.country);
    if (place.country !== 'FR') return {territories: [country], place};
    const communes = await communesOf(place, {
      ...gazetteer,
      // A postcode is looked for among all communes: once is enough.
      findByPostcode: (postcode) => {
        let served = this.#served.get(postcode);
        if (!served) this.#served.set(postcode, (served = gazetteer.findByPostcode(postcode)));
        return served;
      },
    });
    const found = (
      await Promise.all(communes.map((one) => gazetteer.findTerritory(withKind(one))))
    ).filter((one) => one !== undefined);
    const {code, epci, departement, region} = place;
    const regionSaid = region ?? (departement && regionOfDepartement(departement));
    const candidates = new Set<string>([
      country,
      ...(code ? [territoryCode('commune', code)] : []),
      ...(epci ? [territoryCode('epci', epci)] : []),
      ...(departement ? [territoryCode('departement', departement)] : []),
      ...(regionSaid ? [territoryCode('region', regionSaid)] : []),
    ]);
    for (const one of found) {
      candidates.add(one.code);
      if (one.parent) candidates.add(one.parent);
      if (one.epci) candidates.add(territoryCode('epci', one.epci));
      if (one.departement) candidates.add(territoryCode('departement', one.departement));
      if (one.region) candidates.add(territoryCode('region', one.region));
    }
    if (code) {
      const own = departementOfCommune(code);
      if (own) candidates.add(territoryCode('departement', own));
      const ownRegion = own && regionOfDepartement(own);
      if (ownRegion) candidates.add(territoryCode('region', ownRegion));
    }
    const territories: string[] = [];
    for (const candidate of candidates) {
      if (await isInside(place, candidate, communes)) territories.push(candidate);
    }
    const [only] = found;
    const isOne = found.length === 1 && communes.length === 1;
    const of = (kind: string) =>
      territories.find((one) => one.startsWith(kind))?.slice(kind.length) ?? null;
    return {
      territories,
      place: {
        ...place,
        code: isOne && only ? only.code.replace('commune:', '') : code,
        epci: epci ?? of('epci:'),
        departement: departement ?? of('departement:'),
        region: region ?? of('region:'),
      },
    };
  }
}

/** As `withinTerritory` decides. */
async function isInside(place: Place, territory: string, communes: string[]): Promise<boolean> {
  const wanted = parseTerritory(territory);
  if (!wanted) return false;
  const verdict = isIn(place, wanted.kind, wanted.code);
  if (verdict !== undefined) return verdict;
  const inside = communes.map((one) => gazetteer.contains(territory, one));
  return communes.length > 0 && (await Promise.all(inside)).every(Boolean);
}

function withKind(code: string): string {
  return code.includes(':') ? code : territoryCode('commune', code);
}
