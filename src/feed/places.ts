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
 * an arrondissement, a place that has a postcode or a name and no code. What stays ambiguous is outside.
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
    const gazetteer = await import('../territory/gazetteer.js');
    /** One question for all the campaigns of a place. */
    const asked = new Map<string, Promise<boolean>>();
    const isInside = async (place: Place) => {
      const communes = await communesOf(place, gazetteer);
      const inside = communes.map((one) => gazetteer.contains(`${kind}:${code}`, one));
      return communes.length > 0 && (await Promise.all(inside)).every(Boolean);
    };
    await Promise.all(
      campaigns.map(async ({place}, index) => {
        if (verdicts[index] !== undefined || !place) return;
        const key = place.code ?? JSON.stringify([place.postcode, place.name, place.departement]);
        let answer = asked.get(key);
        if (!answer) asked.set(key, (answer = isInside(place)));
        verdicts[index] = await answer;
      }),
    );
  }
  return campaigns.filter((_, index) => verdicts[index] === true);
}

/**
 * Codes whose commune is in another département today, so that they tell neither: those that merged across the border since
 * 1969, and Corsica's of before 1976. What Seine, Seine-et-Oise and Lyon's neighbours lost in 1968 is left out.
 */
const MOVED =
  /^(20\d{3}|02285|02344|14507|14513|28131|39012|44060|49144|51494|52210|55227|79224|80072|80831|91143|91620)$/;

/** Whether a place is in a territory, as far as its codes tell; undefined when they do not. */
export function isIn(place: Place, kind: TerritoryKind, code: string): boolean | undefined {
  if (kind === 'country') return place.country === code;
  if (place.country !== 'FR') return false;
  const isMoved = place.code !== null && MOVED.test(place.code);
  const departement =
    place.departement ?? (place.code && !isMoved ? departementOfCommune(place.code) : undefined);
  const unknown = place.code || place.postcode || place.name ? undefined : false;
  switch (kind) {
    case 'commune':
      if (place.code === code) return true;
      // An old code may be that of a part of the commune; one of another département seldom.
      return !isMoved && departement && departement !== departementOfCommune(code)
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

/** The communes that a place may be; several when a postcode or a name serves several. */
export async function communesOf(
  {code, postcode, name, departement}: Place,
  gazetteer: typeof import('../territory/gazetteer.js'),
): Promise<string[]> {
  if (code) return [code];
  const byName = name ? await gazetteer.findByName(name, departement ? {departement} : {}) : [];
  const named = byName.map((one) => one.code);
  if (!postcode) return named;
  const served = (await gazetteer.findByPostcode(postcode)).map((one) => one.code);
  const both = served.filter((one) => named.includes(one));
  return both.length ? both : served;
}
