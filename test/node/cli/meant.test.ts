import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {meantBy} from '../../../lib/cli/check/meant.js';

const meantAs = (path: string) => (value: unknown) => meantBy(path, value, {})?.value;
const amountMeant = meantAs('properties.raised');
const shareMeant = meantAs('properties.threshold');
const dateMeant = meantAs('properties.endsAt');

describe('what was meant', () => {
  it('by amounts of people', () => {
    const meant: [unknown, number | undefined][] = [
      ['12 450 €', 12450],
      ['12\u202f450\u00a0€', 12450],
      ['€12,450.50', 12450.5],
      ['12.450,50 EUR', 12450.5],
      ['1,234,567', 1234567],
      ['12,5', 12.5],
      ["1'200 CHF", 1200],
      ['0', 0],
      // Twelve in JSON, twelve thousand in German: nobody knows.
      ['12.450', undefined],
      ['12,450', undefined],
      ['beaucoup', undefined],
      ['-5', undefined],
      ['', undefined],
      [null, undefined],
      [{}, undefined],
    ];
    for (const [value, amount] of meant) assert.equal(amountMeant(value), amount, String(value));
  });

  it('by shares', () => {
    const meant: [unknown, number | undefined][] = [
      [60, 0.6],
      ['60 %', 0.6],
      ['60', 0.6],
      ['0,6', 0.6],
      ['0.5%', 0.005],
      [100, 1],
      [160, undefined],
      [0, undefined],
      [null, undefined],
      ['x', undefined],
    ];
    for (const [value, share] of meant) assert.equal(shareMeant(value), share, String(value));
  });

  it('by dates', () => {
    const meant: [unknown, string | undefined][] = [
      [1796083200, '2026-12-01T00:00:00Z'],
      [1796083200000, '2026-12-01T00:00:00Z'],
      ['1796083200', '2026-12-01T00:00:00Z'],
      ['30/11/2026', '2026-11-30'],
      ['1.12.2026', '2026-12-01'],
      ['1/12/26', '2026-12-01'],
      ['30/11/2026 18h30', '2026-11-30T18:30:00'],
      ['20261130', '2026-11-30'],
      ['2026/11/30', '2026-11-30'],
      ['46356', '2026-11-30'],
      [46356, '2026-11-30'],
      ['12345', undefined],
      ['1er décembre 2026', '2026-12-01'],
      ['30 novembre 2026', '2026-11-30'],
      ['Mon, 30 Nov 2026 18:00:00 +0100', '2026-11-30T17:00:00Z'],
      // There is no such day, and no such month: an American may have written it.
      ['2026-02-30', undefined],
      ['11/30/2026', undefined],
      ['bientôt', undefined],
      [12, undefined],
      [NaN, undefined],
      [null, undefined],
    ];
    for (const [value, date] of meant) assert.equal(dateMeant(value), date, String(value));
  });

  it('by what else the format refuses', () => {
    const meant: [path: string, value: unknown, expected: unknown][] = [
      ['geometry.coordinates', [43.3, -0.37], [-0.37, 43.3]],
      ['geometry.coordinates', ['-0.37', '43,3'], [-0.37, 43.3]],
      ['geometry.coordinates', {lat: 43.3, lng: -0.37}, [-0.37, 43.3]],
      ['geometry.coordinates', [0, 0], undefined],
      ['geometry.coordinates', 'x', undefined],
      ['properties.currency', '€', 'EUR'],
      ['properties.currency', 'euros', 'EUR'],
      ['properties.status', 'En cours', 'live'],
      ['properties.status', 'Annulé', 'cancelled'],
      ['properties.status', 'closed', undefined],
      ['properties.owner.kind', 'Mairie', 'public'],
      ['properties.unit', 'presale', 'orders'],
      ['properties.place.code', 1053, '01053'],
      ['properties.place.code', '33 063', '33063'],
      ['properties.place.code', 'Pau', undefined],
      ['properties.place.departement', 1, '01'],
      ['properties.place.departement', 974, '974'],
      ['properties.place.region', 75, '75'],
      ['properties.place.epci', 200067254, '200067254'],
      ['properties.place.country', 'FRA', 'FR'],
      ['properties.lang', 'fr_FR', 'fr-FR'],
      ['properties.lang', 'français', 'fr'],
      ['properties.mentors[0].logo', 'town.example/logo.svg', 'https://town.example/logo.svg'],
      ['properties.url', 'javascript:alert(1)', undefined],
      ['properties.backers', '134 contributeurs', undefined],
      ['properties.backers', '134', 134],
      ['properties.stretchGoals[1]', '1 500 €', 1500],
      ['properties.title', 2026, '2026'],
      ['properties.news[2].at', '30/11/2026', '2026-11-30'],
    ];
    for (const [path, value, expected] of meant) {
      assert.deepEqual(meantBy(path, value, {})?.value, expected, `${path} ${String(value)}`);
    }
  });

  it('by other names of what is missing', () => {
    assert.deepEqual(meantBy('properties.title', undefined, {name: 'Une halle'}), {
      value: 'Une halle',
      how: 'it stands in "name"',
    });
    assert.equal(meantBy('properties.title', undefined, {name: 3}), undefined);
    assert.equal(meantBy('properties.title', undefined, null), undefined);
  });
});
