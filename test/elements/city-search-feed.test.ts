import {aTimeout, expect, fixture, html, oneEvent} from '@open-wc/testing';
import {http, HttpResponse, delay} from 'msw';

import '../../src/elements/city-search.js';
import type {RelaisCitySearch} from '../../src/elements/city-search.js';
import type {RelaisErrorEvent, RelaisSelectEvent} from '../../src/elements/events.js';
import {expectAccessible} from '../helpers/axe.js';
import {part, type, words} from '../helpers/city-search.js';
import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {network, serveFeed} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

const FEED = 'https://feeds.example/search.json';

/** Pau, Lescar and Billère stand in one EPCI; Salles-Mongiscard in another of the same département. */
const PAU = 'commune:64445';
const LESCAR = 'commune:64335';
const BILLERE = 'commune:64129';

function liveIn(...codes: string[]) {
  return makeFeed(
    codes.map((code, index) =>
      makeFeature({
        id: `c${index}`,
        properties: {status: 'live', place: {name: code, code: code.slice(8), country: 'FR'}},
      }),
    ),
  );
}

function said(search: RelaisCitySearch): string {
  return words(part(search, 'outcome')?.querySelector('[role="status"]') ?? null);
}

async function settled(search: RelaisCitySearch, words: RegExp) {
  await waitUntil(() => words.test(said(search)), `never said ${words}`);
  await search.updateComplete;
}

async function searchOf(feed: unknown, attributes: Record<string, string> = {}) {
  serveFeed(FEED, feed);
  const search = document.createElement('relais-city-search');
  for (const [name, value] of Object.entries({lang: 'fr', feed: FEED, ...attributes})) {
    search.setAttribute(name, value);
  }
  const box = await fixture(html`<div>${search}<div id="map"></div></div>`);
  await waitUntil(() => search.state !== 'loading' && search.state !== 'idle', 'never loaded');
  return {search, map: box.querySelector('#map') as HTMLElement & {territory?: string}};
}

describe('relais-city-search with a feed', () => {
  describe('what is live', () => {
    it('counts it for each place of the list, and says so when there is none', async () => {
      const {search} = await searchOf(liveIn(PAU, PAU, LESCAR));
      await type(search, 'Lescar', /^Lescar/);
      await waitUntil(() => /1 campagne en cours/.test(words(part(search, 'option'))));
      await type(search, 'Pau', /^Pau /);
      await waitUntil(() => /2 campagnes en cours/.test(words(part(search, 'option'))));
      await type(search, 'Billère', /^Billère/);
      await waitUntil(() => /aucune campagne en cours/.test(words(part(search, 'option'))));
      await expectAccessible(search);
    });

    it('counts only what is live', async () => {
      const place = {name: 'Pau', code: '64445', country: 'FR'};
      const ended = makeFeature({id: 'old', properties: {status: 'succeeded', place}});
      const {search} = await searchOf(makeFeed([ended]));
      expect(search.state).to.equal('empty');
    });

    it('says it of the place that is chosen', async () => {
      const {search} = await searchOf(liveIn(PAU, PAU), {value: PAU});
      await settled(search, /^2 campagnes en cours à Pau\.$/);
      expect(part(search, 'toggle')).to.equal(null);
    });
  });

  describe('widening', () => {
    it('goes to the nearest wider territory with live campaigns, says so, and comes back', async () => {
      const {search, map} = await searchOf(liveIn(PAU, BILLERE), {for: 'map', value: LESCAR});
      await settled(
        search,
        /^Aucune campagne en cours à Lescar\. Au plus près : Communauté d’agglomération Pau .*, 2 campagnes/,
      );
      expect(search.value).to.equal(LESCAR);
      expect(map.territory).to.match(/^epci:/);
      expect(search.territory).to.equal(map.territory);
      await expectAccessible(search);
      const toggle = part(search, 'toggle') as HTMLButtonElement;
      expect(words(toggle)).to.equal('Voir seulement Lescar');
      const heard = oneEvent(search, 'relais-select');
      toggle.click();
      expect(((await heard) as unknown as RelaisSelectEvent).territory).to.equal(LESCAR);
      await search.updateComplete;
      expect(map.territory).to.equal(LESCAR);
      expect(said(search)).to.equal('Aucune campagne en cours à Lescar.');
      toggle.click();
      await search.updateComplete;
      expect(map.territory).to.match(/^epci:/);
    });

    it('goes as far as the country when it must', async () => {
      const {search, map} = await searchOf(liveIn('commune:97411'), {for: 'map', value: LESCAR});
      await settled(search, /France, 1 campagne/);
      expect(map.territory).to.equal('country:FR');
    });

    it('never leaves its scope', async () => {
      const {search, map} = await searchOf(liveIn('commune:97411'), {
        for: 'map',
        value: LESCAR,
        scope: 'departement:64',
      });
      await settled(
        search,
        /^Aucune campagne en cours à Lescar\. Il n’y en a pas non plus alentour/,
      );
      expect(map.territory).to.equal(LESCAR);
      expect(search.state).to.equal('empty');
    });

    it('follows the last choice, however fast they come', async () => {
      const {search, map} = await searchOf(liveIn(PAU), {for: 'map'});
      for (const code of [LESCAR, 'commune:33063', BILLERE, PAU]) {
        search.value = code;
        await Promise.resolve();
      }
      await settled(search, /à Pau\.$/);
      await aTimeout(200);
      expect(map.territory).to.equal(PAU);
      expect(said(search)).to.equal('1 campagne en cours à Pau.');
    });

    it('widens when the feed comes after the choice', async () => {
      network.use(
        http.get(FEED, async () => {
          await delay(400);
          return HttpResponse.json(liveIn(PAU));
        }),
      );
      const box = await fixture(
        html`<div><relais-city-search lang="fr" feed=${FEED} for="map" value=${LESCAR}></relais-city-search><p id="map"></p></div>`,
      );
      const map = box.querySelector('#map') as HTMLElement & {territory?: string};
      await waitUntil(() => map.territory === LESCAR, 'never moved');
      await waitUntil(() => map.territory?.startsWith('epci:'), 'never widened');
    });
  });

  describe('for', () => {
    it('moves several elements, and gives them back what they had when it is cleared', async () => {
      const search = document.createElement('relais-city-search');
      search.setAttribute('for', 'one  two none');
      const box = await fixture(html`<div>${search}<p id="one"></p><p id="two"></p></div>`);
      const [one, two] = ['one', 'two'].map(
        (id) => box.querySelector(`#${id}`) as HTMLElement & {territory?: string},
      );
      if (one) one.territory = 'departement:64';
      search.value = PAU;
      await waitUntil(() => one?.territory === PAU && two?.territory === PAU);
      part(search, 'clear')?.click();
      await search.updateComplete;
      expect(one?.territory).to.equal('departement:64');
      expect(two?.territory).to.equal('');
    });

    it('finds elements that come later, are replaced, or are defined later', async () => {
      const search = document.createElement('relais-city-search');
      search.setAttribute('for', 'late');
      search.value = PAU;
      const box = await fixture(html`<div>${search}</div>`);
      const set: string[] = [];
      const late = document.createElement('test-late-target');
      late.id = 'late';
      box.append(late);
      await waitUntil(() => search.territory === PAU);
      customElements.define(
        'test-late-target',
        class extends HTMLElement {
          set territory(code: string) {
            set.push(code);
          }
          get territory() {
            return set.at(-1) ?? '';
          }
        },
      );
      await waitUntil(() => set.at(-1) === PAU, 'never set');
      expect(set).to.deep.equal([PAU]);
      late.remove();
      const next = document.createElement('p') as HTMLElement & {territory?: string};
      next.id = 'late';
      box.append(next);
      await waitUntil(() => next.territory === PAU);
    });

    it('follows its attribute: who is named no more has its territory back, who is named now moves', async () => {
      const {search, map} = await searchOf(liveIn(PAU), {for: 'map'});
      map.territory = BILLERE;
      const other = document.createElement('p') as HTMLElement & {territory?: string};
      other.id = 'other';
      map.after(other);
      search.value = PAU;
      await waitUntil(() => map.territory === PAU, 'never moved');
      search.setAttribute('for', 'other');
      await waitUntil(() => other.territory === PAU, 'the other never moved');
      expect(map.territory).to.equal(BILLERE);
      search.removeAttribute('for');
      await search.updateComplete;
      expect(other.territory).to.equal('');
    });

    it('stays in its own root', async () => {
      const outside = await fixture<HTMLElement & {territory?: string}>(html`<p id="outside"></p>`);
      const host = await fixture(html`<div></div>`);
      const search = document.createElement('relais-city-search');
      search.setAttribute('for', 'outside');
      host.attachShadow({mode: 'open'}).append(search);
      search.value = PAU;
      await waitUntil(() => search.territory === PAU);
      await aTimeout(50);
      expect(outside.territory).to.equal(undefined);
    });

    it('moves nothing when the page cancels relais-select', async () => {
      const {search, map} = await searchOf(liveIn(PAU), {for: 'map'});
      search.addEventListener('relais-select', (event) => event.preventDefault());
      await type(search, 'Lescar', /^Lescar/);
      search.renderRoot.querySelector<HTMLElement>('[role="option"]')?.click();
      await aTimeout(300);
      expect(search.value).to.equal(LESCAR);
      expect(map.territory).to.equal(undefined);
      expect(said(search)).to.equal('');
    });
  });

  describe('states', () => {
    it('searches on when the feed fails, counts nothing, and tells the page', async () => {
      network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
      const heard = oneEvent(document, 'relais-error');
      const search = await fixture<RelaisCitySearch>(
        html`<relais-city-search lang="fr" feed=${FEED}></relais-city-search>`,
      );
      expect(((await heard) as unknown as RelaisErrorEvent).error.code).to.equal('http');
      expect(search.state).to.equal('error');
      expect(search.getAttribute('state')).to.equal('error');
      await type(search, 'Lescar', /^Lescar/);
      await aTimeout(300);
      expect(words(part(search, 'option'))).not.to.contain('campagne');
      expect(part(search, 'notice')).to.equal(null);
      await expectAccessible(search);
    });

    it('keeps its figures, and says their date, when a refresh fails', async () => {
      const {search} = await searchOf(liveIn(PAU), {value: PAU});
      await settled(search, /1 campagne/);
      network.resetHandlers();
      network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
      search.reload();
      await waitUntil(() => search.stale);
      await search.updateComplete;
      expect(part(search, 'date')?.textContent).to.match(/20\d\d/);
      expect(said(search)).to.match(/1 campagne/);
    });

    it('shows markup of a feed nowhere', async () => {
      const place = {
        name: '<img src=x onerror="globalThis.hacked=1">',
        code: '64445',
        country: 'FR',
      };
      const {search} = await searchOf(
        makeFeed([makeFeature({properties: {title: '<script>1</script>', status: 'live', place}})]),
        {value: PAU},
      );
      await settled(search, /1 campagne/);
      expect(search.renderRoot.querySelector('img, script')).to.equal(null);
    });
  });
});
