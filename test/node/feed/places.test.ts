import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Place} from '../../../lib/feed/campaign.js';
import {withinTerritory} from '../../../lib/feed/places.js';
import {findTerritory} from '../../../lib/territory/gazetteer.js';
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
    [{code: '49144'}, 'commune:44180', true, 'Freigné has merged into a commune of another one'],
    [{code: '49144', departement: '49'}, 'commune:44180', true, 'whatever the feed adds'],
    [{code: '49144'}, 'departement:44', true],
    [{code: '49144'}, 'departement:49', false],
    [{code: '51494'}, 'region:44', true],
    [{code: '20004'}, 'commune:2A004', true, 'Ajaccio, as before 1976'],
    [{code: '20004'}, 'departement:2B', false],
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

  it('knows each commune that has merged into one of another département since 1969', async () => {
    const moved: string[] = [];
    // Seine, Seine-et-Oise, and what went to Lyon in 1968; 20 is not a département any more.
    const before = ['01', '20', '38', '75', '78'];
    const departements = Array.from({length: 95}, (_, at) => String(at + 1).padStart(2, '0'));
    for (const departement of departements.filter((one) => !before.includes(one))) {
      for (let number = 1; number < 1000; number += 1) {
        const code = departement + String(number).padStart(3, '0');
        const today = (await findTerritory(`commune:${code}`))?.code.slice('commune:'.length);
        if (today && !today.startsWith(departement)) moved.push(code);
      }
    }
    assert.ok(moved.length > 10);
    for (const code of moved) {
      const today = (await findTerritory(`commune:${code}`))!.code;
      assert.equal(await isIn({code}, today), true, code);
    }
  });
});
