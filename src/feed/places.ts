import {
  departementOfCommune,
  parseTerritory,
  regionOfDepartement,
  type TerritoryKind,
} from '../territory/codes.js';
import type {Campaign, Place} from './campaign.js';

/**
 * The campaigns of a territory, in their order.
 *
 * Codes decide: those of the feed first, those that follow from a commune's code next. The gazetteer is
 * loaded only for what they cannot tell: an EPCI that the feed does not say, a commune that has merged,
 * an arrondissement, a postcode.
 *
 * @param territory - "departement:33"; '' keeps all. What is no territory keeps none.
 */
export async function withinTerritory(
  campaigns: readonly Campaign[],
  territory: string,
): Promise<Campaign[]> {
  if (!territory.trim()) return [...campaigns];
  const wanted = parseTerritory(territory);
  if (!wanted) return [];
  const {kind, code} = wanted;
  const verdicts = campaigns.map(({place}) => (place ? isIn(place, kind, code) : false));
  if (verdicts.includes(undefined)) {
    const {contains} = await import('../territory/gazetteer.js');
    const communes = new Map<string, Promise<boolean>>();
    await Promise.all(
      campaigns.map(async ({place}, index) => {
        if (verdicts[index] !== undefined || !place?.code) return;
        let answer = communes.get(place.code);
        if (!answer) communes.set(place.code, (answer = contains(`${kind}:${code}`, place.code)));
        verdicts[index] = await answer;
      }),
    );
  }
  return campaigns.filter((_, index) => verdicts[index] === true);
}

/** Whether a place is in a territory, as far as its codes tell; undefined when they do not. */
function isIn(place: Place, kind: TerritoryKind, code: string): boolean | undefined {
  if (kind === 'country') return place.country === code;
  if (place.country !== 'FR') return false;
  const unknown = place.code ? undefined : false;
  const departement =
    place.departement ?? (place.code ? departementOfCommune(place.code) : undefined);
  switch (kind) {
    case 'commune':
      if (place.code === code) return true;
      // An old code may be that of a part of the commune; one of another département cannot.
      return place.code && departementOfCommune(place.code) !== departementOfCommune(code)
        ? false
        : unknown;
    case 'epci':
      return place.epci ? place.epci === code : unknown;
    case 'departement':
      return departement ? departement === code : unknown;
    case 'region': {
      const region = place.region ?? (departement ? regionOfDepartement(departement) : undefined);
      return region ? region === code : unknown;
    }
  }
}
