import {expect} from '@open-wc/testing';

import {MarkerLayer, type Camera} from '../../src/elements/map-marker-layer.js';
import type {MapCampaigns} from '../../src/elements/map-scene.js';
import {pause, waitUntil} from '../helpers/wait.js';

/** More than one turn makes. */
const COUNT = 130;
/** Milliseconds in which all of them would have come. */
const ALL_CAME_MS = 300;

/** Markers in rows of ten, two degrees from one another. */
const CAMPAIGNS = {
  points: Array.from({length: COUNT}, (_, at) => [(at % 10) * 2, Math.floor(at / 10) * 2] as const),
  keyOf: ({first}) => String(first),
  has: ({first}, id) => String(first) === id,
  describe: (member) => ({name: `Projet ${member}`, percent: '', filled: null, reached: false}),
  nameCluster: () => '',
  placeOf: () => '',
  count: ({count}) => String(count),
  sum: () => '',
  onMarker: () => {},
  onOnePlace: () => {},
} satisfies MapCampaigns;

const project = (lon: number, lat: number) => ({x: lon * 50, y: lat * 50});
const CAMERA: Camera = {
  bounds: [-1, -1, 21, 27],
  zoom: 10,
  room: {width: 1100, height: 1400, covers: []},
  project,
  inside: project,
};

describe('the markers of a map', () => {
  let pane: HTMLElement;
  let layer: MarkerLayer;
  const there = () => [...pane.querySelectorAll('.pin')].map((pin) => pin.textContent);

  beforeEach(() => {
    pane = document.createElement('div');
    document.body.append(pane);
    layer = new MarkerLayer({markers: pane, names: document.createElement('div')});
    layer.setCampaigns(CAMPAIGNS, () => {});
  });
  afterEach(() => {
    layer.stop();
    pane.remove();
  });

  it('come in turns when they are many, and then stand in their order', async () => {
    layer.draw(CAMERA, false);
    expect(there().length).to.be.within(1, COUNT - 1);
    await waitUntil(() => there().length === COUNT, 'never all');
    expect(there().map((name) => Number(/\d+/.exec(name ?? '')?.[0]))).to.deep.equal(
      CAMPAIGNS.points.map((_, at) => at),
    );
  });

  it('that are there stay there, with their focus and their mark', async () => {
    layer.draw(CAMERA, false);
    await waitUntil(() => there().length === COUNT);
    const last = pane.querySelector<HTMLElement>('.pin:last-child');
    last?.focus();
    layer.mark(String(COUNT - 1), '');
    layer.draw(CAMERA, false);
    expect(there().length).to.equal(COUNT);
    expect(document.activeElement).to.equal(last);
    expect(last?.matches('.chosen[aria-pressed=true]')).to.equal(true);
  });

  it('come no more to a map that leaves for elsewhere, or that is taken down', async () => {
    for (const end of [() => layer.move(project), () => layer.stop()]) {
      layer.draw(CAMERA, true);
      const before = there().length;
      expect(before).to.be.lessThan(COUNT);
      end();
      await pause(ALL_CAME_MS);
      expect(there().length).to.equal(before);
    }
  });
});
