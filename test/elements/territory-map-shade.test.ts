import {expect} from '@open-wc/testing';

import '../../src/elements/territory-map.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {expectAccessible} from '../helpers/axe.js';
import {boxOutline, makeFeature, makeFeed} from '../helpers/campaigns.js';
import {all, FEED, mapOf, markers, one, words} from '../helpers/map.js';
import {serveFeed} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

const OUTLINES = 'https://geo.example/epci.json';

/** Three EPCI of the south-west, drawn as boxes: [SIREN, west, south]. */
const BOXES = [
  ['200067254', -0.6, 43.2],
  ['243300316', -0.9, 44.7],
  ['200067106', -1.8, 43.2],
] as const;

function outlines() {
  return {
    type: 'FeatureCollection',
    features: BOXES.map(([siren, west, south]) =>
      boxOutline({siren, nom: 'A name that the package knows better'}, [
        west,
        south,
        west + 0.5,
        south + 0.3,
      ]),
    ),
  };
}

function campaign(id: string, raised: number | null, place: Record<string, string>) {
  return makeFeature({
    id,
    coordinates: [-0.4, 43.3],
    properties: {status: 'live', goal: 1000, raised, place: {country: 'FR', ...place}},
  });
}

const FEATURES = [
  // By its commune, by the EPCI that the feed says, and in none that is outlined.
  campaign('pau', 300, {code: '64445'}),
  campaign('lescar', 100, {epci: '200067254'}),
  campaign('bordeaux', 900, {code: '33063'}),
  campaign('nowhere', 50, {country: 'BE'}),
];

async function colouredMap(attributes: Record<string, string>) {
  serveFeed(OUTLINES, outlines());
  const map = await mapOf(
    {territory: '', by: 'epci', boundaries: OUTLINES, ...attributes},
    FEATURES,
  );
  await waitUntil(() => shades(map).length === BOXES.length, 'no territory is coloured');
  return map;
}

/** The class of each coloured shape, in the order of the table. */
function shades(map: RelaisTerritoryMap): string[] {
  return all(map, 'path.leaflet-interactive, path')
    .map((path) => /(?:shade-\d|none|unknown)/.exec(path.getAttribute('class') ?? '')?.[0] ?? '')
    .filter(Boolean);
}

/** The rows of the table, as they read. */
function rows(map: RelaisTerritoryMap): string[] {
  return all(map, '[part="row"]').map((row) => (row.textContent ?? '').replace(/\s+/g, ' ').trim());
}

describe('relais-territory-map coloured by EPCI', () => {
  it('colours the outlines that the page gave, names them, and says the same in its table', async () => {
    const map = await colouredMap({shade: 'number'});
    expect(shades(map)).to.deep.equal(['shade-5', 'shade-1', 'none']);
    const [first, second, third, fourth] = rows(map);
    expect(first).to.match(/^CA Pau Béarn Pyrénées 2 400 €/);
    expect(second).to.match(/^Bordeaux Métropole 1 900 €/);
    expect(third).to.match(/^CA du Pays Basque 0 0 €/);
    expect(fourth).to.contain('1');
    expect(rows(map)).to.have.length(4);
    expect(words(map, 'tfoot')).to.match(/4 1 350 €/);
    expect(words(map, '[part="legend"]')).to.contain('intercommunalité');
    expect(markers(map)).to.have.length(0);
    await expectAccessible(map);
  });

  it('colours by what was raised, and by what that is for one inhabitant', async () => {
    const map = await colouredMap({shade: 'amount'});
    expect(rows(map)[0]).to.match(/^Bordeaux Métropole/);
    map.shade = 'per-inhabitant';
    // Fewer live in Pau.
    await waitUntil(() => rows(map)[0]?.startsWith('CA Pau'), 'not by inhabitant');
    expect(shades(map)).to.have.length(BOXES.length);
  });

  it('goes back to markers, and to colours', async () => {
    const map = await colouredMap({shade: 'number'});
    map.shade = '';
    await waitUntil(() => markers(map).length > 0, 'no marker');
    expect(shades(map)).to.deep.equal([]);
    map.shade = 'number';
    await waitUntil(() => shades(map).length === BOXES.length, 'no colour');
    expect(markers(map)).to.have.length(0);
  });

  it('follows a feed that is read again', async () => {
    const map = await colouredMap({shade: 'number'});
    serveFeed(
      FEED,
      makeFeed([
        ...FEATURES,
        campaign('b2', 5, {code: '33063'}),
        campaign('b3', 5, {code: '33063'}),
      ]),
    );
    map.reload();
    await waitUntil(() => rows(map)[0]?.startsWith('Bordeaux'), 'the old figures stay');
    expect(one(map, '[part="row"]').textContent).to.contain('3');
  });

  it('has rows without a shape where nobody outlines them', async () => {
    serveFeed(OUTLINES, {...outlines(), features: outlines().features.slice(0, 1)});
    const map = await mapOf(
      {territory: '', by: 'epci', boundaries: OUTLINES, shade: 'number'},
      FEATURES,
    );
    await waitUntil(() => rows(map).length === 3, 'no table');
    expect(rows(map).map((row) => row.split(/ \d/)[0])).to.deep.equal([
      'CA Pau Béarn Pyrénées',
      'Bordeaux Métropole',
      'Ailleurs, ou lieu inconnu',
    ]);
  });
});
