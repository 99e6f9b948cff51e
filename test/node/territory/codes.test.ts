import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {
  departementOfCommune,
  parseTerritory,
  regionOfDepartement,
  territoryCode,
} from '../../../lib/territory/codes.js';
import {communesOf, findTerritory} from '../../../lib/territory/gazetteer.js';

describe('parseTerritory', () => {
  it('reads each level', () => {
    assert.deepEqual(parseTerritory('commune:33063'), {kind: 'commune', code: '33063'});
    assert.deepEqual(parseTerritory('epci:243300316'), {kind: 'epci', code: '243300316'});
    assert.deepEqual(parseTerritory('departement:974'), {kind: 'departement', code: '974'});
    assert.deepEqual(parseTerritory('region:04'), {kind: 'region', code: '04'});
    assert.deepEqual(parseTerritory('country:FR'), {kind: 'country', code: 'FR'});
  });

  it('forgives spaces, capitals, accents and small Corsican letters', () => {
    assert.deepEqual(parseTerritory('  commune:2a004 '), {kind: 'commune', code: '2A004'});
    assert.deepEqual(parseTerritory('Département: 2b'), {kind: 'departement', code: '2B'});
    assert.deepEqual(parseTerritory('Région:975'), {kind: 'region', code: '975'});
    assert.deepEqual(parseTerritory('country:fr'), {kind: 'country', code: 'FR'});
  });

  for (const text of [
    '',
    '33063',
    'Bordeaux',
    'commune:',
    'commune:3306',
    'commune:330633',
    'commune:2C004',
    'commune:33 063',
    'epci:24330031',
    'departement:333',
    'departement:9',
    'region:2A',
    'country:France',
    'ville:33063',
    'constructor:33063',
    '__proto__:33063',
    'commune:33063,commune:33318',
    'commune:33063\ncommune:33318',
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseTerritory(text), null));
  }
});

describe('territoryCode', () => {
  it('writes what parseTerritory reads', () => {
    assert.equal(territoryCode('commune', '2a004'), 'commune:2A004');
    assert.deepEqual(parseTerritory(territoryCode('departement', '2b')), {
      kind: 'departement',
      code: '2B',
    });
  });
});

describe('departementOfCommune', () => {
  it('takes three characters overseas and keeps the Corsican letter', () => {
    assert.equal(departementOfCommune('33063'), '33');
    assert.equal(departementOfCommune('01001'), '01');
    assert.equal(departementOfCommune('2a004'), '2A');
    assert.equal(departementOfCommune('97411'), '974');
    assert.equal(departementOfCommune('98818'), '988');
  });

  it('is undefined for what is not a commune code', () => {
    for (const text of ['', '33', '3306', '330630', 'Pau', '2C004']) {
      assert.equal(departementOfCommune(text), undefined);
    }
  });
});

describe('regionOfDepartement', () => {
  it('knows what the tables know', async () => {
    for (const {code} of await communesOf('country:FR')) {
      const departement = departementOfCommune(code.slice(8)) ?? '';
      const region = regionOfDepartement(departement);
      const found = await findTerritory(`departement:${departement}`);
      assert.equal(region, found?.region, departement);
    }
  });

  it('gives an overseas collectivity its own code', () => {
    for (const code of ['975', '977', '978', '984', '986', '987', '988', '989']) {
      assert.equal(regionOfDepartement(code), code);
    }
    assert.equal(regionOfDepartement('974'), '04');
    assert.equal(regionOfDepartement('2b'), '94');
  });

  it('is undefined for what is not a département', () => {
    for (const text of ['', '20', '96', '9', '976,', '979', '11:75', '999']) {
      assert.equal(regionOfDepartement(text), undefined, text);
    }
  });
});
