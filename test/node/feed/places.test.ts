import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Place} from '../../../lib/feed/campaign.js';
import {withinTerritory} from '../../../lib/feed/places.js';
import {makeCampaign} from '../../helpers/campaigns.ts';

const nowhere: Place = {
  name: null,
  code: null,
  postcode: null,
  epci: null,
  departement: null,
  region: null,
  country: 'FR',
};

async function isIn(place: Partial<Place> | null, territory: string): Promise<boolean> {
  const campaign = makeCampaign({place: place && {...nowhere, ...place}});
  return (await withinTerritory([campaign], territory)).length === 1;
}

describe('withinTerritory', () => {
  it('keeps all without a territory, in their order', async () => {
    const campaigns = [makeCampaign({id: 'b'}), makeCampaign({id: 'a'})];
    assert.deepEqual(await withinTerritory(campaigns, ' '), campaigns);
  });

  it('keeps none of what is no territory, nor campaigns that are nowhere', async () => {
    assert.equal(await isIn({code: '64445'}, 'Pau'), false);
    assert.equal(await isIn({code: '64445'}, '64445'), false);
    assert.equal(await isIn(null, 'country:FR'), false);
    assert.equal(await isIn({}, 'departement:64'), false);
  });

  const pau = {code: '64445'};
  const cases: [place: Partial<Place>, territory: string, inside: boolean, why?: string][] = [
    [pau, 'commune:64445', true],
    [pau, 'commune:64122', false],
    [pau, 'departement:64', true],
    [pau, 'departement:65', false],
    [pau, 'region:75', true],
    [pau, 'region:76', false],
    [pau, 'country:FR', true],
    [pau, 'country:BE', false],
    [pau, 'epci:200067254', true, 'its EPCI follows from the gazetteer'],
    [pau, 'epci:243300316', false],
    [{epci: '243300316'}, 'epci:243300316', true],
    [{departement: '33'}, 'region:75', true],
    [{departement: '33'}, 'commune:33063', false, 'a département alone is in no commune'],
    [{region: '75'}, 'region:75', true],
    [{region: '75'}, 'departement:33', false],
    [{code: '2A004'}, 'departement:2A', true],
    [{code: '2A004'}, 'region:94', true],
    [{code: '97411'}, 'departement:974', true],
    [{code: '97411'}, 'region:04', true, 'région 04 is La Réunion, département 04 is not'],
    [{code: '97411'}, 'departement:04', false],
    [{code: '75111'}, 'commune:75056', true, 'an arrondissement is in its city'],
    [{code: '75056'}, 'commune:75111', false],
    [{code: '93059'}, 'commune:93066', true, 'Pierrefitte has merged into Saint-Denis'],
    [{code: '64445', country: 'BE'}, 'departement:64', false, 'codes of elsewhere are not ours'],
    [{country: 'BE'}, 'country:BE', true],
    [{name: 'Pau', departement: '64'}, 'commune:64445', true, 'name and département are unique'],
    [{name: 'Saint-Denis', departement: '93'}, 'commune:93066', true],
    [{name: 'Saint-Denis'}, 'commune:93066', false, 'a name alone is ambiguous'],
    [{name: 'Pau', postcode: '64000'}, 'commune:64445', true],
    [{postcode: '64000'}, 'departement:64', true],
    [{postcode: '64000'}, 'region:75', true],
    [
      {postcode: '20000'},
      'departement:2A',
      true,
      'a Corsican postcode does not say its département',
    ],
    [{name: 'Pau'}, 'departement:64', true, 'only one commune is called Pau'],
  ];
  for (const [place, territory, inside, why = ''] of cases) {
    it(`${JSON.stringify(place)} is ${inside ? '' : 'not '}in ${territory} ${why}`, async () => {
      assert.equal(await isIn(place, territory), inside);
    });
  }
});
