import {parseTerritory, regionOfDepartement} from './codes.js';
import {indexOfCommune} from './communes.js';
import {codeOf, departementsOf, kindOf, targetOf, type SearchIndex} from './search-index.js';

/** Says whether an entry of the index may be found. */
export type Accept = (entry: number) => boolean;

/**
 * Keeps what lies in a territory, itself included. An EPCI that crosses a border lies on both
 * sides. A territory that is malformed or unknown contains nothing.
 */
export function withinFilter(index: SearchIndex, territory: string): Accept {
  const outer = parseTerritory(territory);
  switch (outer?.kind) {
    case 'country':
      return () => outer.code === 'FR';
    case 'region':
      return inRegion(index, outer.code);
    case 'departement':
      return (entry) => departementsOf(index, entry).includes(outer.code);
    case 'epci':
      return inEpci(index, outer.code);
    case 'commune':
      return inCommune(index, outer.code);
    default:
      return () => false;
  }
}

function inRegion(index: SearchIndex, code: string): Accept {
  const members = new Set(
    index.departements
      .filter((departement) => regionOfDepartement(departement.code) === code)
      .map((departement) => departement.code),
  );
  return (entry) =>
    kindOf(index, entry) === 'region'
      ? codeOf(index, entry) === code
      : departementsOf(index, entry).some((departement) => members.has(departement));
}

function inEpci(index: SearchIndex, code: string): Accept {
  const {communes, first} = index;
  const rank = index.epcis.findIndex((epci) => epci.code === code);
  return (entry) => {
    const target = targetOf(index, entry);
    if (rank < 0) return false;
    return target < first.former ? communes.epci[target] === rank : target === first.epci + rank;
  };
}

function inCommune(index: SearchIndex, code: string): Accept {
  const {communes, first} = index;
  const outer = indexOfCommune(communes, code);
  return (entry) => {
    const target = targetOf(index, entry);
    if (outer < 0 || target >= first.former) return false;
    return target === outer || communes.parent[target] === outer;
  };
}
