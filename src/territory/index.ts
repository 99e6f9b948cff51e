/** WHERE: names, codes, search and outlines of French territories. */
export {
  departementOfCommune,
  parseTerritory,
  regionOfDepartement,
  territoryCode,
  type TerritoryCode,
  type TerritoryKind,
} from './codes.js';
export {
  communesOf,
  contains,
  findByName,
  findByPostcode,
  findTerritory,
  widerThan,
  type Territory,
} from './gazetteer.js';
export {outlineOf, outlinesOf, type NamedOutline, type Outline} from './outlines.js';
export {searchTerritories, type FoundTerritory, type SearchOptions} from './search.js';
