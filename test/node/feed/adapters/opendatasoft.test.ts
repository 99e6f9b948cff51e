import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {answerOf, campaignsOf, readAnswer} from './fixtures.ts';

const FORMAT = "opendatasoft:url='https://ville.example/projets/{titre}'";

describe('Opendatasoft', () => {
  it('guesses what the names tell, and makes the link that the page describes', async () => {
    const halle = (await campaignsOf('opendatasoft.json', FORMAT))['ville.example/projets/Halle'];
    assert.equal(halle?.url, 'https://ville.example/projets/Halle');
    assert.deepEqual([halle?.raised, halle?.goal], [5230, null]);
    assert.equal(halle?.place?.code, '93066');
    assert.equal(halle?.endsAt, '2026-11-30T23:59:59+01:00');
    assert.deepEqual(halle?.coordinates, [2.3574, 48.9362]);
    // A file of the portal has no address.
    assert.equal(halle?.image, null);
  });

  it('gives a code the zero that it lost, and null stays unknown', async () => {
    const campaigns = await campaignsOf('opendatasoft.json', FORMAT);
    const lavoir = campaigns['ville.example/projets/Lavoir%20%26%20fontaine'];
    assert.equal(lavoir?.place?.code, '01053');
    assert.equal(lavoir?.raised, null);
    assert.equal(lavoir?.coordinates, null);
    assert.equal(lavoir?.endsAt, '2026-12-24T18:00:00+01:00');
  });

  it('reads French names, cents by their name, and a point that is a list of latitude and longitude', async () => {
    const {'p-1': halle} = await campaignsOf('opendatasoft-french.json');
    assert.deepEqual([halle?.raised, halle?.goal], [5230.5, 12_000]);
    assert.equal(halle?.place?.postcode, '93200');
    assert.deepEqual(halle?.coordinates, [2.3574, 48.9362]);
    assert.deepEqual(halle?.owner, {name: 'Les Amis', url: null, kind: 'association'});
    assert.equal(halle?.status, 'live');
  });

  it('lets the mapping say everything', async () => {
    const records = [{a: 'Halle', b: 'x/y', c: 1234, d: '2026-11-30T18:00:00', 'e,f': 'CH'}];
    const mapping =
      "opendatasoft:title=a, url='https://ville.example/{b}', raised=c, cents='1', endsAt=d, timezone='Europe/London', currency='CHF', place.country=e%2Cf";
    const {campaigns, problems} = await readAnswer({total_count: 1, results: records}, mapping);
    const [halle] = campaigns;
    assert.deepEqual(problems, []);
    assert.equal(halle?.url, 'https://ville.example/x%2Fy');
    assert.deepEqual([halle?.raised, halle?.currency], [12.34, 'CHF']);
    assert.equal(halle?.endsAt, '2026-11-30T18:00:00+00:00');
  });

  it('follows records until all are there', async () => {
    const nextOf = async (url: string) =>
      (await readAnswer(answerOf('opendatasoft.json'), FORMAT, url)).next;
    const base = 'https://data.example/api/explore/v2.1/catalog/datasets/d/records';
    assert.equal(await nextOf(`${base}?where=a`), `${base}?where=a&offset=2&limit=100`);
    assert.equal(await nextOf(`${base}?limit=50&offset=100`), `${base}?limit=50&offset=102`);
    assert.equal(await nextOf(`${base}?offset=248`), null);
  });

  it('reads no records as no campaigns', async () => {
    assert.deepEqual((await readAnswer({total_count: 0, results: []})).campaigns, []);
  });
});
