import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {http, HttpResponse, delay} from 'msw';

import type {
  RelaisErrorEvent,
  RelaisLoadEvent,
  RelaisSelectEvent,
} from '../../src/elements/events.js';
import '../../src/elements/territory-map.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {expectAccessible} from '../helpers/axe.js';
import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {
  all,
  entries,
  FEED,
  mapOf,
  marked,
  markers,
  nameOf,
  one,
  standing,
  words,
} from '../helpers/map.js';
import {network, serveFeed} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

describe('relais-territory-map', () => {
  describe('accessibility', () => {
    it('has no axe violation, with its map, as a list, and with a marker chosen', async () => {
      const map = await standing(await mapOf());
      await expectAccessible(map);
      one(map, '.marker').click();
      await map.updateComplete;
      await expectAccessible(map);
      map.view = 'list';
      await map.updateComplete;
      await expectAccessible(map);
    });

    it('has no axe violation while loading, when empty, on error and when idle', async () => {
      network.use(http.get('https://feeds.example/slow.json', () => delay('infinite')));
      network.use(
        http.get('https://feeds.example/gone.json', () => new HttpResponse(null, {status: 404})),
      );
      serveFeed('https://feeds.example/none.json', makeFeed([]));
      for (const [feed, state] of [
        ['https://feeds.example/slow.json', 'loading'],
        ['https://feeds.example/none.json', 'empty'],
        ['https://feeds.example/gone.json', 'error'],
        ['', 'idle'],
      ] as const) {
        const map = await fixture<RelaisTerritoryMap>(
          html`<relais-territory-map feed=${feed} lang="fr"></relais-territory-map>`,
        );
        await waitUntil(() => map.state === state, `never ${state}`);
        await map.updateComplete;
        await expectAccessible(map);
      }
    });

    it('names the map, its keys, each marker and each button', async () => {
      const map = await standing(await mapOf());
      expect(one(map, '.map').getAttribute('role')).to.equal('group');
      expect(one(map, '.map').getAttribute('aria-label')).to.equal(
        'Carte des campagnes\u00a0: Gironde',
      );
      expect(words(map, '#keys')).to.contain('Échap');
      for (const button of all(map, 'button')) {
        expect(nameOf(button), button.className).not.to.equal('');
      }
      const names = markers(map).map(nameOf);
      expect(names.some((name) => /^Projet arcachon, Arcachon\s\(33\), .*40/.test(name))).to.equal(
        true,
      );
      expect(new Set(names).size).to.equal(names.length);
    });

    it('has targets of 24 px at least', async () => {
      const map = await standing(await mapOf());
      for (const button of all(map, 'button')) {
        const {width, height} = button.getBoundingClientRect();
        if (width === 0) continue;
        expect(Math.min(width, height), button.className).to.be.at.least(24);
      }
    });

    it('scrolls nowhere at 320 px', async () => {
      const map = await standing(await mapOf({tiles: 'https://tiles.example/{z}/{x}/{y}.png'}));
      map.parentElement?.style.setProperty('width', '288px');
      await map.updateComplete;
      expect(one(map, '.whole').scrollWidth).to.be.at.most(288);
    });
  });

  describe('the list', () => {
    it('says the same as the markers, in the order of the time left, and names what has no place', async () => {
      const map = await standing(await mapOf());
      expect(entries(map).placed).to.deep.equal([
        'b1',
        'b2',
        'b3',
        'arcachon',
        'langon',
        'lesparre',
      ]);
      expect(entries(map).unplaced).to.deep.equal(['nowhere']);
      expect(marked(map)).to.equal(6);
      expect(words(map, '[part="count"]')).to.equal('7 campagnes');
      expect(words(map, '#unplaced')).to.equal('Sans lieu sur la carte');
    });

    it('stands without the map when it is asked alone', async () => {
      const map = await mapOf({view: 'list'});
      expect(all(map, '.canvas')).to.have.length(0);
      expect(entries(map).placed).to.have.length(6);
      expect(all(map, '.locate')).to.have.length(0);
    });

    it('shows twenty entries, then twenty more, and goes on with the first of them', async () => {
      const features = Array.from({length: 45}, (_, index) =>
        makeFeature({id: `c${index}`, coordinates: [-0.5, 44.8], properties: {status: 'live'}}),
      );
      const map = await mapOf({view: 'list', territory: ''}, features);
      expect(entries(map).placed).to.have.length(20);
      one(map, '[part="more"]').click();
      await map.updateComplete;
      await map.updateComplete;
      expect(entries(map).placed).to.have.length(40);
      const focused = map.shadowRoot?.activeElement?.closest<HTMLElement>('.entry');
      expect(focused?.dataset['id']).to.equal(entries(map).placed[20]);
    });

    it('filters by territory and by status', async () => {
      const features = [
        makeFeature({
          id: 'lille',
          properties: {status: 'live', place: {code: '59350', departement: '59'}},
        }),
        makeFeature({
          id: 'done',
          properties: {status: 'succeeded', place: {code: '33063', departement: '33'}},
        }),
        makeFeature({
          id: 'here',
          properties: {status: 'live', place: {code: '33063', departement: '33'}},
        }),
      ];
      const map = await mapOf({view: 'list'}, features);
      expect(entries(map).unplaced).to.deep.equal(['here']);
      map.status = 'all';
      await waitUntil(() => entries(map).unplaced.length === 2);
      map.territory = 'departement:59';
      await waitUntil(() => entries(map).unplaced.join() === 'lille');
    });
  });

  describe('events', () => {
    it('fires relais-load with the campaigns it shows, and relais-error', async () => {
      serveFeed(FEED, makeFeed([makeFeature({properties: {status: 'live'}})]));
      const map = document.createElement('relais-territory-map');
      map.view = 'list';
      map.feed = FEED;
      document.body.append(map);
      const load = (await oneEvent(map, 'relais-load')) as RelaisLoadEvent;
      expect(load.campaigns).to.have.length(1);
      network.use(
        http.get(FEED, () => new HttpResponse('<html>', {headers: {'content-type': 'text/html'}})),
      );
      map.reload();
      const failure = (await oneEvent(map, 'relais-error')) as RelaisErrorEvent;
      expect(failure.error.code).to.equal('not-json');
      await map.updateComplete;
      expect(map.stale).to.equal(true);
      expect(all(map, '[part="date"]')).to.have.length(1);
      map.remove();
    });

    it('fires relais-select for a marker; a page that cancels it keeps the list as it is', async () => {
      const map = await standing(await mapOf());
      const chosen: string[] = [];
      const onSelect = (event: RelaisSelectEvent) => {
        chosen.push(event.campaign?.id ?? '');
        event.preventDefault();
      };
      map.addEventListener('relais-select', onSelect);
      one(map, '.marker').click();
      await map.updateComplete;
      expect(chosen).to.deep.equal(['arcachon']);
      expect(all(map, '[aria-current]')).to.have.length(0);
      one(map, '.entry a').click();
      expect(chosen).to.have.length(2);
    });
  });

  describe('states', () => {
    it('keeps the page’s own content while it loads and when it fails', async () => {
      network.use(
        http.get('https://feeds.example/gone.json', () => new HttpResponse(null, {status: 404})),
      );
      const map = await fixture<RelaisTerritoryMap>(
        html`<relais-territory-map feed="https://feeds.example/gone.json"><a href="/all">Toutes</a></relais-territory-map>`,
      );
      expect(all(map, 'slot')).to.have.length(1);
      await waitUntil(() => map.state === 'error');
      await map.updateComplete;
      expect(all(map, 'slot')).to.have.length(1);
      expect(all(map, '[part="notice"]')).to.have.length(1);
    });

    it('keeps the territory in view when nothing is there', async () => {
      const map = await mapOf({}, []);
      expect(map.state).to.equal('empty');
      await waitUntil(() => all(map, 'path.outline').length === 1, 'no outline');
      expect(words(map, '[part="notice"]')).to.contain('Aucune campagne');
    });
  });

  describe('hostile input', () => {
    it('shows markup as text, in the list and in the names of markers', async () => {
      const title = '<img src=x onerror="document.title=1"><b>Halle</b>';
      const map = await standing(
        await mapOf({}, [
          makeFeature({
            id: '"]<i>',
            coordinates: [-0.5, 44.8],
            properties: {title, status: 'live', place: {name: '<u>Ici</u>', departement: '33'}},
          }),
        ]),
      );
      expect(all(map, 'img, b, u')).to.have.length(0);
      expect(nameOf(one(map, '.marker'))).to.contain('<b>Halle</b>');
      one(map, '.marker').click();
      await map.updateComplete;
      expect(map.shadowRoot?.activeElement?.textContent).to.contain('<b>Halle</b>');
    });

    it('keeps in the list what has coordinates that are not on earth', async () => {
      const map = await mapOf({view: 'list', territory: ''}, [
        makeFeature({id: 'far', coordinates: [999, 12], properties: {status: 'live'}}),
      ]);
      expect(entries(map).unplaced).to.deep.equal(['far']);
    });
  });
});
