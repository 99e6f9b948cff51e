import {aTimeout, expect} from '@open-wc/testing';

import '../../src/elements/territory-map.js';
import {makeFeature} from '../helpers/campaigns.js';
import {
  all,
  entries,
  mapOf,
  marked,
  markers,
  nameOf,
  one,
  press,
  standing,
  words,
} from '../helpers/map.js';
import {prefersMotion} from '../helpers/motion.js';
import {waitUntil} from '../helpers/wait.js';

/** The transform of the layer that moves with the map: it changes when the map moves. */
function place(map: Parameters<typeof one>[0]): string {
  return markers(map)
    .map((marker) => marker.getBoundingClientRect())
    .map(({x, y}) => `${Math.round(x)},${Math.round(y)}`)
    .join(' ');
}

describe('relais-territory-map in use', () => {
  prefersMotion('reduced');

  describe('a marker and its entry', () => {
    it('opens its entry: pressed, current, and with the focus on its link', async () => {
      const map = await standing(await mapOf());
      const marker = markers(map).find((one) => nameOf(one).startsWith('Projet langon'));
      marker?.click();
      await waitUntil(() => map.shadowRoot?.activeElement?.localName === 'a');
      expect(map.shadowRoot?.activeElement?.textContent).to.equal('Projet langon');
      expect(one(map, '[aria-current]').dataset['id']).to.equal('langon');
      expect(marker?.getAttribute('aria-pressed')).to.equal('true');
      expect(entries(map).placed).to.have.length(6);
    });

    it('lights up while the pointer or the focus is on its entry', async () => {
      const map = await standing(await mapOf());
      // A page that is not in front gets no such event from `focus()`.
      one(map, '[data-id="langon"] a').dispatchEvent(new FocusEvent('focusin', {bubbles: true}));
      await waitUntil(() => all(map, '.pointed').length === 1);
      expect(one(map, '.pointed').textContent).to.contain('Projet langon');
      one(map, '[data-id="b2"]').dispatchEvent(new PointerEvent('pointerenter'));
      expect(one(map, '.pointed').className).to.contain('cluster');
    });

    it('tells campaigns of one place apart in the list, where no zoom can', async () => {
      const map = await standing(await mapOf());
      const cluster = one(map, '.cluster');
      expect(nameOf(cluster)).to.match(/^3\scampagnes au même endroit, Bordeaux/);
      cluster.click();
      await waitUntil(() => map.shadowRoot?.activeElement?.localName === 'a');
      expect(entries(map).placed).to.deep.equal(['b1', 'b2', 'b3']);
      expect(words(map, '[part="count"]')).to.match(/^3\scampagnes à cet endroit, sur 7$/);
      one(map, '[part="all"]').click();
      await map.updateComplete;
      expect(entries(map).placed).to.have.length(6);
    });

    it('comes into view when its entry asks', async () => {
      const map = await standing(await mapOf());
      one(map, '[part~="zoom"]').click();
      one(map, '[data-id="lesparre"] .locate')?.click();
      await waitUntil(() => markers(map).some((one) => nameOf(one).startsWith('Projet lesparre')));
      expect(one(map, '[aria-current]').dataset['id']).to.equal('lesparre');
    });
  });

  describe('moving', () => {
    it('keeps the list in step with the view, counts, and gives all back', async () => {
      const map = await standing(await mapOf());
      const [zoomIn] = all(map, '[part="zoom"]');
      zoomIn?.click();
      zoomIn?.click();
      zoomIn?.click();
      await waitUntil(() => map.bounds !== null && entries(map).placed.length < 6);
      await map.updateComplete;
      expect(marked(map)).to.equal(entries(map).placed.length);
      expect(entries(map).unplaced).to.deep.equal(['nowhere']);
      expect(words(map, '[part="count"]')).to.contain('dans cette vue, sur 7');
      map.reset();
      await map.updateComplete;
      expect(map.bounds).to.equal(null);
      expect(entries(map).placed).to.have.length(6);
      expect(marked(map)).to.equal(6);
    });

    it('follows the keys while it has the focus, and leaves by Escape to the list', async () => {
      const map = await standing(await mapOf());
      const region = one(map, '.map');
      region.focus();
      for (const key of ['ArrowLeft', 'ArrowDown', '+', '-']) {
        const before = `${place(map)} ${map.bounds}`;
        press(region, key);
        await waitUntil(() => `${place(map)} ${map.bounds}` !== before, `${key} does nothing`);
      }
      press(region, 'Escape');
      expect(map.shadowRoot?.activeElement).to.equal(one(map, '.panel'));
      const moved = place(map);
      press(one(map, '.panel'), 'ArrowLeft');
      await aTimeout(50);
      expect(place(map)).to.equal(moved);
    });

    it('has a skip link, and needs no drag: buttons pan', async () => {
      const map = await standing(await mapOf());
      one(map, '.skip').click();
      expect(map.shadowRoot?.activeElement).to.equal(one(map, '.panel'));
      for (const button of all(map, '[part="pan"]')) {
        const before = `${map.bounds}`;
        button.click();
        await waitUntil(() => `${map.bounds}` !== before, nameOf(button));
      }
    });

    it('leaves the wheel to the page, unless it has the focus or a modifier is held', async () => {
      const map = await standing(await mapOf());
      const canvas = one(map, '.canvas');
      const wheel = (fields: WheelEventInit = {}) => {
        const event = new WheelEvent('wheel', {
          deltaY: -200,
          bubbles: true,
          cancelable: true,
          ...fields,
        });
        canvas.dispatchEvent(event);
        return event.defaultPrevented;
      };
      expect(wheel()).to.equal(false);
      await map.updateComplete;
      expect(words(map, '.hint')).to.contain('Ctrl');
      expect(wheel({ctrlKey: true})).to.equal(true);
      await waitUntil(() => map.bounds !== null);
      one(map, '.map').focus();
      expect(wheel()).to.equal(true);
    });

    it('keeps the focus in the map when the marker that had it is gone', async () => {
      const features = [0, 1, 2].map((at) =>
        makeFeature({
          id: `c${at}`,
          coordinates: [-0.5 + at * 0.02, 44.8],
          properties: {status: 'live', place: {departement: '33'}},
        }),
      );
      const map = await standing(await mapOf({}, features));
      const cluster = one(map, '.cluster');
      cluster.focus();
      cluster.click();
      await waitUntil(() => markers(map).length === 3);
      expect(one(map, '.map').contains(map.shadowRoot?.activeElement ?? null)).to.equal(true);
    });

    it('moves without animation for who asked for less motion', async () => {
      const map = await standing(await mapOf());
      one(map, '[part="zoom"]').click();
      expect(all(map, '.leaflet-zoom-anim, .leaflet-pan-anim')).to.have.length(0);
      expect(map.bounds).not.to.equal(null);
    });

    it('gives its box to the list that `for` names, and takes it back', async () => {
      const map = await mapOf({for: 'follower nobody'});
      const list = document.createElement('div') as HTMLElement & {bounds?: unknown};
      list.id = 'follower';
      map.after(list);
      await standing(map);
      expect(list.bounds).to.equal(undefined);
      one(map, '[part="zoom"]').click();
      await waitUntil(() => Array.isArray(list.bounds));
      expect(list.bounds).to.deep.equal(map.bounds);
      one(map, '[part="reset"]').click();
      await waitUntil(() => list.bounds === null);
    });

    it('follows a change of `for`: the one list shows everything again, the other what is in view', async () => {
      const map = await mapOf({for: 'one'});
      const [first, second] = ['one', 'two'].map((id) => {
        const list = document.createElement('div') as HTMLElement & {bounds?: unknown};
        list.id = id;
        map.after(list);
        return list;
      });
      await standing(map);
      one(map, '[part="zoom"]').click();
      await waitUntil(() => Array.isArray(first?.bounds));
      map.setAttribute('for', 'two');
      await map.updateComplete;
      expect(first?.bounds).to.equal(null);
      expect(second?.bounds).to.deep.equal(map.bounds);
      map.removeAttribute('for');
      await map.updateComplete;
      expect(second?.bounds).to.equal(null);
      expect(map.bounds).not.to.equal(null);
    });

    it('moves to another territory, with its campaigns and its name; the last asked wins', async () => {
      const map = await standing(
        await mapOf({}, [
          makeFeature({
            id: 'g',
            coordinates: [-0.5, 44.8],
            properties: {status: 'live', place: {departement: '33'}},
          }),
          makeFeature({
            id: 'n',
            coordinates: [3, 50.6],
            properties: {status: 'live', place: {departement: '59'}},
          }),
        ]),
      );
      map.territory = 'departement:75';
      map.territory = 'departement:59';
      await waitUntil(() => entries(map).placed.join() === 'n');
      await waitUntil(() => one(map, '.map').getAttribute('aria-label')?.endsWith('Nord') === true);
      expect(marked(map)).to.equal(1);
      expect(map.bounds).to.equal(null);
    });

    it('offers the places apart', async () => {
      const map = await standing(
        await mapOf({territory: 'country:FR'}, [
          makeFeature({
            id: 'g',
            coordinates: [-0.5, 44.8],
            properties: {status: 'live', place: {departement: '33'}},
          }),
          makeFeature({
            id: 'r',
            coordinates: [55.45, -20.9],
            properties: {status: 'live', place: {departement: '974'}},
          }),
        ]),
      );
      expect(words(map, '[part="area"]')).to.match(/^La Réunion \(1\scampagne\)$/);
      one(map, '[part="area"]').click();
      await waitUntil(() => entries(map).placed.join() === 'r');
      expect(marked(map)).to.equal(1);
    });
  });

  describe('coming and going', () => {
    it('takes its map down with it, and builds it again', async () => {
      const map = await standing(await mapOf());
      const {parentElement} = map;
      map.remove();
      await aTimeout(0);
      expect(markers(map)).to.have.length(0);
      parentElement?.append(map);
      await standing(map);
      expect(marked(map)).to.equal(6);
    });

    it('waits while it is hidden, and shows when it is not any more', async () => {
      const map = await mapOf({hidden: ''});
      await aTimeout(50);
      expect(all(map, '.leaflet-container')).to.have.length(0);
      map.hidden = false;
      await standing(map);
      map.hidden = true;
      await aTimeout(50);
      map.hidden = false;
      await aTimeout(50);
      expect(marked(map)).to.equal(6);
    });
  });
});
