import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {outlineOf, outlinesOf, type Outline} from '../../../lib/territory/outlines.js';
import {findTerritory} from '../../../lib/territory/gazetteer.js';

type Point = [number, number];

const pointsOf = ({coordinates}: Outline): Point[] => coordinates.flat(2);

function areaOf(ring: Point[]): number {
  return ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

function isInside([x, y]: Point, {coordinates}: Outline): boolean {
  let inside = false;
  for (const ring of coordinates.flat()) {
    ring.forEach(([x1, y1], index) => {
      const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
    });
  }
  return inside;
}

describe('outlineOf', () => {
  it('draws départements, régions and the country', async () => {
    for (const code of [
      'departement:33',
      'departement:2A',
      'region:75',
      'country:FR',
      'departement:974',
    ]) {
      assert.equal((await outlineOf(code))?.type, 'MultiPolygon', code);
    }
  });

  it('tells a région from the département of the same code', async () => {
    const paca = await outlineOf('region:93');
    const seine = await outlineOf('departement:93');
    assert.ok(paca && seine);
    assert.ok(isInside([5.38, 43.5], paca) && !isInside([5.38, 43.5], seine));
    assert.ok(isInside([2.45, 48.91], seine) && !isInside([2.45, 48.91], paca));
  });

  it('is undefined for communes, EPCI and unknown codes', async () => {
    for (const code of [
      'commune:33063',
      'epci:243300316',
      'departement:20',
      'region:99',
      'country:BE',
      'x',
    ]) {
      assert.equal(await outlineOf(code), undefined, code);
    }
  });

  it('gives each caller a geometry of its own', async () => {
    const [one, other] = await Promise.all([
      outlineOf('departement:64'),
      outlineOf('departement:64'),
    ]);
    assert.deepEqual(one, other);
    assert.notEqual(one?.coordinates[0]?.[0]?.[0], other?.coordinates[0]?.[0]?.[0]);
  });

  it('keeps islands, holes and enclaves', async () => {
    const pyrenees = await outlineOf('departement:64');
    assert.equal(pyrenees?.coordinates.flat().length, 3, 'two enclaves of Hautes-Pyrénées');
    const vaucluse = await outlineOf('departement:84');
    assert.equal(vaucluse?.coordinates.length, 2, 'the canton of Valréas');
    const polynesia = await outlineOf('departement:987');
    assert.ok((polynesia?.coordinates.length ?? 0) > 80);
    const guadeloupe = await outlineOf('departement:971');
    assert.ok((guadeloupe?.coordinates.length ?? 0) >= 6);
  });
});

describe('outlinesOf', () => {
  it('draws every département and every région, with names', async () => {
    const departements = await outlinesOf('departement');
    assert.equal(departements.length, 109);
    assert.equal(departements.find(({code}) => code === 'departement:2B')?.name, 'Haute-Corse');
    assert.equal((await outlinesOf('region')).length, 26);
  });

  it('makes valid rings: closed, with an area, the outside counter-clockwise', async () => {
    for (const {code, outline} of [
      ...(await outlinesOf('departement')),
      ...(await outlinesOf('region')),
    ]) {
      for (const polygon of outline.coordinates) {
        polygon.forEach((ring, index) => {
          assert.ok(ring.length >= 4, code);
          assert.deepEqual(ring[0], ring.at(-1), code);
          assert.ok(index === 0 ? areaOf(ring) > 0 : areaOf(ring) < 0, code);
        });
      }
      for (const [lon, lat] of pointsOf(outline)) {
        assert.ok(Math.abs(lon) <= 180 && Math.abs(lat) <= 90, code);
      }
    }
  });

  it('makes neighbours meet: most points of an inland border belong to two départements', async () => {
    const seen = new Map<string, Set<string>>();
    for (const {code, outline} of await outlinesOf('departement')) {
      for (const point of pointsOf(outline)) {
        const key = point.join();
        seen.set(key, (seen.get(key) ?? new Set()).add(code));
      }
    }
    for (const inland of [
      '18',
      '36',
      '63',
      '87',
      '23',
      '03',
      '58',
      '89',
      '41',
      '45',
      '77',
      '91',
      '92',
    ]) {
      const outline = await outlineOf(`departement:${inland}`);
      assert.ok(outline);
      const lonely = pointsOf(outline).filter((point) => seen.get(point.join())?.size === 1);
      assert.deepEqual(lonely, [], inland);
    }
  });

  it('draws a région with the borders of its départements and nothing inside', async () => {
    const [brittany, normandy] = await Promise.all([
      outlineOf('region:53'),
      outlineOf('region:28'),
    ]);
    assert.ok(brittany && normandy);
    const points = new Set<string>();
    let sum = 0;
    for (const code of ['22', '29', '35', '56']) {
      const outline = await outlineOf(`departement:${code}`);
      assert.ok(outline);
      for (const point of pointsOf(outline)) points.add(point.join());
      sum += outline.coordinates.flat().reduce((total, ring) => total + areaOf(ring), 0);
    }
    const area = brittany.coordinates.flat().reduce((total, ring) => total + areaOf(ring), 0);
    assert.ok(Math.abs(area - sum) < 1e-9);
    assert.ok(pointsOf(brittany).every((point) => points.has(point.join())));
    assert.ok(
      normandy.coordinates.every((polygon) => polygon.length === 1),
      'no seam inside',
    );
  });

  it('holds the centre of each inhabited département', async () => {
    for (const {code, outline} of await outlinesOf('departement')) {
      const found = await findTerritory(code);
      // Archipelagos may have theirs at sea, and the horseshoe of Hauts-de-Seine has it in Paris.
      if (!found?.center || /:(9[78]|92)/.test(code)) continue;
      assert.ok(isInside(found.center, outline), `${code} ${found.center}`);
    }
  });
});
