import {expect} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';

import {boundariesFrom, readBoundaries} from '../../src/elements/map-boundaries.js';
import {
  clusterIndex,
  lonLat,
  MAX_ZOOM,
  worldPoint,
  type Bounds,
} from '../../src/elements/map-clusters.js';
import {areasOf, frameOf, inside, type FrameWish} from '../../src/elements/map-frame.js';
import {readTiles} from '../../src/elements/map-tiles.js';
import {MAINLAND} from '../../src/territory/areas.js';
import {network} from '../helpers/network.js';

const WORLD: Bounds = [-180, -85, 180, 85];

/** Points that look scattered and are the same in every run. */
function scattered(count: number): [number, number][] {
  let seed = 7;
  const next = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  return Array.from({length: count}, () => [-5 + next() * 14, 42 + next() * 9]);
}

describe('the parts of a map', () => {
  describe('clusters', () => {
    const points = scattered(800);
    const index = clusterIndex([...points, null]);

    it('lose and repeat nobody at any zoom, and leave out who has no place', () => {
      for (let zoom = 0; zoom <= MAX_ZOOM; zoom += 1) {
        const members = index.clustersIn(WORLD, zoom).flatMap((cluster) => cluster.members);
        expect([...members].sort((a, b) => a - b)).to.deep.equal(points.map((_, at) => at));
      }
    });

    it('only split when zooming in', () => {
      for (let zoom = 4; zoom < 12; zoom += 1) {
        const wider = index.clustersIn(WORLD, zoom);
        const of = new Map(
          wider.flatMap(({members}, at) => members.map((member) => [member, at] as const)),
        );
        for (const {members} of index.clustersIn(WORLD, zoom + 1)) {
          expect(new Set(members.map((member) => of.get(member))).size).to.equal(1);
        }
      }
    });

    it('are the same from whichever view they are seen', () => {
      const seen = index.clustersIn([0, 44, 4, 48], 7);
      const all = index.clustersIn(WORLD, 7);
      for (const cluster of seen) expect(all).to.deep.include(cluster);
    });

    it('are at most as many as asked', () => {
      expect(index.clustersIn(WORLD, MAX_ZOOM, 200).length).to.be.at.most(200);
    });

    it('are one place when no zoom tells the members apart', () => {
      const same = clusterIndex([
        [2, 48],
        [2, 48],
        [5, 45],
      ]);
      const [first] = same.clustersIn(WORLD, MAX_ZOOM);
      expect(first && same.isOnePlace(first)).to.equal(true);
      const [wide] = same.clustersIn(WORLD, 0);
      expect(wide && same.isOnePlace(wide)).to.equal(false);
      expect(wide && same.extentOf(wide)).to.deep.equal([2, 45, 5, 48]);
    });

    it('stand on the world and come back from it', () => {
      for (const point of [
        [2.35, 48.85],
        [55.45, -20.88],
        [-176.2, -13.3],
      ] as [number, number][]) {
        const [lon, lat] = lonLat(worldPoint(point));
        expect(lon).to.be.closeTo(point[0], 1e-9);
        expect(lat).to.be.closeTo(point[1], 1e-9);
      }
    });
  });

  describe('the frame', () => {
    const REUNION = {name: 'La Réunion', bounds: [55.2, -21.4, 55.8, -20.8] as Bounds};
    const wish = (fields: Partial<FrameWish>): FrameWish => ({
      outline: null,
      country: false,
      home: null,
      territory: false,
      points: [],
      overseas: [REUNION],
      ...fields,
    });

    it('is the outline, the mainland for the country, the campaigns otherwise', () => {
      const outline: Bounds = [-1, 44, 0, 45];
      expect(frameOf(wish({outline}))).to.deep.equal(outline);
      expect(frameOf(wish({outline, country: true}))).to.deep.equal(MAINLAND);
      expect(frameOf(wish({}))).to.deep.equal(MAINLAND);
      expect(
        frameOf(
          wish({
            points: [
              [3, 50.6],
              [5.4, 43.3],
            ],
          }),
        ),
      ).to.deep.equal(MAINLAND);
      const near = frameOf(
        wish({
          points: [
            [3, 50.6],
            [55.5, -21],
          ],
        }),
      );
      expect(inside(near, [3, 50.6])).to.equal(true);
      expect(near[2] - near[0]).to.be.below(1);
      expect(inside(frameOf(wish({points: [[55.5, -21]]})), [55.5, -21])).to.equal(true);
      expect(frameOf(wish({home: outline}))).to.deep.equal(outline);
    });

    it('names the places apart, and what lies in none of them', () => {
      const asked = wish({
        country: true,
        points: [
          [3, 50],
          [55.5, -21],
          [55.4, -21.1],
          [-73.5, 45.5],
        ],
      });
      const areas = areasOf(MAINLAND, asked);
      expect(areas.map(({name, count}) => [name, count])).to.deep.equal([
        ['La Réunion', 2],
        ['', 1],
      ]);
    });
  });

  describe('boundaries', () => {
    const RING = [
      [0, 45],
      [1, 45],
      [1, 46],
      [0, 45],
    ];
    const feature = (properties: unknown, coordinates: unknown = [RING]) => ({
      type: 'Feature',
      properties,
      geometry: {type: 'Polygon', coordinates},
    });

    it('reads features with their codes, and bare geometries', () => {
      const [one, two] = readBoundaries({
        type: 'FeatureCollection',
        features: [feature({code: '33063'}), feature({siren: 243300316, nom: 'x'})],
      });
      expect(one?.codes).to.deep.equal(['33063']);
      expect(two?.codes).to.deep.equal(['243300316']);
      expect(readBoundaries({type: 'MultiPolygon', coordinates: [[RING]]})).to.have.length(1);
    });

    it('leaves out what is no polygon on earth, whatever it is', () => {
      for (const value of [
        null,
        12,
        'x',
        [],
        {},
        {type: 'FeatureCollection', features: 'no'},
        {type: 'FeatureCollection', features: [null, 3, {type: 'Feature', geometry: null}]},
        feature(null, [
          [
            [0, 45],
            [1, 45],
            ['x', 46],
            [0, 45],
          ],
        ]),
        feature(null, [
          [
            [0, 450],
            [1, 45],
            [1, 46],
            [0, 450],
          ],
        ]),
        feature(null, 'x'),
        feature(null, [[[0, 1]]]),
        {type: 'Point', coordinates: [0, 45]},
      ]) {
        expect(readBoundaries(value), JSON.stringify(value)).to.deep.equal([]);
      }
      let deep: unknown = {type: 'Polygon', coordinates: [RING]};
      for (let depth = 0; depth < 50; depth += 1)
        deep = {type: 'GeometryCollection', geometries: [deep]};
      expect(readBoundaries(deep)).to.deep.equal([]);
    });

    it('refuses other addresses than http(s), answers that say no, and what is too long', async () => {
      const {signal} = new AbortController();
      const refused = async (address: string) =>
        boundariesFrom(address, signal).then(
          () => false,
          () => true,
        );
      expect(await refused('javascript:alert(1)')).to.equal(true);
      network.use(
        http.get('https://geo.example/404.json', () => new HttpResponse(null, {status: 404})),
        http.get('https://geo.example/long.json', () => HttpResponse.text(' '.repeat(8_000_001))),
      );
      expect(await refused('https://geo.example/404.json')).to.equal(true);
      expect(await refused('https://geo.example/long.json')).to.equal(true);
    });
  });

  describe('tiles', () => {
    it('name their host, and are nothing when they are not an address of tiles', () => {
      const template = 'https://{s}.tiles.example/{z}/{x}/{y}.png';
      expect(readTiles(` ${template} `)).to.deep.equal({template, host: 'tiles.example'});
      expect(readTiles('/tiles/{z}/{x}/{y}.png')?.host).to.equal(location.host);
      for (const bad of [
        '',
        'https://tiles.example/',
        'javascript:{z}{x}{y}',
        'data:,{z}{x}{y}',
        'https://%/{z}/{x}/{y}',
      ]) {
        expect(readTiles(bad), bad).to.equal(null);
      }
    });
  });
});
