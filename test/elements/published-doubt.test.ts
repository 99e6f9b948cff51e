import {expect, oneEvent} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';

import '../../src/elements/territory-map.js';
import type {RelaisErrorEvent} from '../../src/elements/events.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {shardOf, type Manifest} from '../../src/feed/published/format.js';
import {boxOutline, makeFeature, makeFeed} from '../helpers/campaigns.js';
import {place, type FeedElement} from '../helpers/elements.js';
import {all, entries, markers, standing, words} from '../helpers/map.js';
import {network, serveFeed} from '../helpers/network.js';
import {file, PUBLISHED, servePublished} from '../helpers/published.js';
import {waitUntil} from '../helpers/wait.js';

const OTHER = 'https://feeds.example/other.json';

async function shown(tag: string, attributes: Record<string, string>): Promise<FeedElement> {
  const element = place(tag, {feed: PUBLISHED, lang: 'fr', ...attributes});
  await waitUntil(() => !['idle', 'loading'].includes(element.state), 'never left loading');
  await element.updateComplete;
  return element;
}

const count = (element: FeedElement) =>
  (element.shadowRoot?.querySelector('[part="count"]')?.textContent ?? '')
    .replace(/\s+/g, ' ')
    .trim();

/** How many campaigns the markers of a map stand for; each of them is one, or says how many. */
const figures = (map: RelaisTerritoryMap) =>
  markers(map).reduce((sum, marker) => {
    const figure = Number(marker.querySelector('.figure')?.textContent?.replace(/\D/g, ''));
    return sum + (marker.matches('.marker') ? 1 : figure);
  }, 0);

describe('elements that read a published folder, when not all is well', () => {
  afterEach(() => {
    document.body.replaceChildren();
  });

  it('read campaigns that share files', async () => {
    const manifest = JSON.parse((await file('feed.json')).text) as Manifest;
    const campaigns = {href: 'campaigns/4/{shard}.json', shards: 4};
    const shard = async (number: number) => {
      const ids = Array.from({length: 420}, (_, at) => `c${at}`);
      const own = ids.filter((id) => shardOf(id, 4) === number);
      const files = await Promise.all(own.map((id) => file(`campaigns/${id}.json`)));
      const features = files.flatMap(({text}) => (JSON.parse(text) as {features: []}).features);
      return HttpResponse.json(makeFeed(features));
    };
    const asked = await servePublished({
      'feed.json': () => HttpResponse.json({...manifest, campaigns}),
      ...Object.fromEntries([0, 1, 2, 3].map((at) => [`campaigns/4/${at}.json`, () => shard(at)])),
    });
    const card = await shown('relais-project-card', {campaign: 'c3'});
    expect(card.shadowRoot?.querySelector('[part="title"]')?.textContent).to.contain('Projet 3');
    expect(asked).to.deep.equal(['feed.json', `campaigns/4/${shardOf('c3', 4)}.json`]);
    const list = await shown('relais-project-list', {status: 'all', limit: '100'});
    expect(list.shadowRoot?.querySelectorAll('[part="item"]').length).to.equal(100);
  });

  for (const [what, answer] of [
    ['not there', () => new HttpResponse(null, {status: 404})],
    ['refused', () => new HttpResponse(null, {status: 403})],
    ['garbage', () => new HttpResponse('<html>Bonjour')],
  ] as const) {
    it(`a map shows all of them when a tile is ${what}, and tells the page`, async () => {
      const errors: string[] = [];
      const onError = (event: Event) =>
        errors.push((event as unknown as RelaisErrorEvent).error.message);
      document.addEventListener('relais-error', onError);
      try {
        await servePublished();
        network.use(http.get(/published\.example\/tiles\/[1-9]/, answer));
        const map = await shown('relais-territory-map', {status: 'all', territory: 'country:FR'});
        await standing(map as unknown as RelaisTerritoryMap);
        await waitUntil(() => errors.length > 0, 'nobody was told');
        expect(errors[0]).to.match(/tiles\/[1-9]\/\d+\/\d+\.mvt/);
        expect(map.state).to.equal('ready');
        expect(figures(map as unknown as RelaisTerritoryMap)).to.be.greaterThan(340);
        expect(count(map)).to.equal('420 campagnes');
      } finally {
        document.removeEventListener('relais-error', onError);
      }
    });
  }

  it('never show one campaign as a cluster', async () => {
    await servePublished();
    const map = (await shown('relais-territory-map', {})) as unknown as RelaisTerritoryMap;
    await standing(map);
    for (let steps = 0; steps < 4; steps += 1) {
      const [cluster] = all(map, '.cluster');
      const before = map.bounds;
      cluster?.click();
      await waitUntil(() => !cluster || map.bounds !== before, 'did not move');
      const said = all(map, '.cluster').map((one) => one.querySelector('.figure')?.textContent);
      expect(said).not.to.contain('1');
    }
  });

  it('a map shows on its ground where an entry is', async () => {
    await servePublished();
    const map = (await shown('relais-territory-map', {})) as unknown as RelaisTerritoryMap;
    await standing(map);
    await waitUntil(() => all(map, '[part="locate"]').length > 0, 'no entry');
    const [id] = entries(map).placed;
    all(map, '[part="locate"]')[0]?.click();
    await waitUntil(() => all(map, '.chosen.pin').length === 1, 'no marker is chosen');
    expect(all(map, `[data-id="${id}"][aria-current="true"]`).length).to.equal(1);
  });

  it('a map colours communes whose outlines the page gives', async () => {
    const asked = await servePublished();
    const square = (code: string, west: number, south: number) =>
      boxOutline({code, name: `Commune ${code}`}, [west, south, west + 0.3, south + 0.3]);
    serveFeed('https://feeds.example/outlines.json', {
      type: 'FeatureCollection',
      features: [square('33063', -0.7, 44.7), square('33009', -1.3, 44.5)],
    });
    const map = (await shown('relais-territory-map', {
      territory: 'departement:33',
      status: 'all',
      shade: 'number',
      by: 'commune',
      boundaries: 'https://feeds.example/outlines.json',
    })) as unknown as RelaisTerritoryMap;
    await waitUntil(() => all(map, '[part="table"]').length === 1, 'no table');
    expect(words(map, '[part="table"]')).to.match(/Arcachon 60.*Bordeaux 60/);
    expect(asked).to.contain('territories/departement-33.within.json');
  });

  it('a list merges a published folder with a plain feed, and says how far it went', async () => {
    await servePublished();
    serveFeed(
      OTHER,
      makeFeed([
        makeFeature({
          id: 'plain',
          properties: {title: 'Un projet', status: 'live', place: {code: '33063'}},
        }),
      ]),
    );
    const list = await shown('relais-project-list', {
      feed: `${PUBLISHED} ${OTHER}`,
      territory: 'commune:33063',
      status: 'all',
    });
    expect(count(list)).to.equal('61 campagnes');
  });

  it('a list keeps what it showed when a refresh finds the folder gone', async () => {
    let isGone = false;
    const {text} = await file('feed.json');
    await servePublished({
      'feed.json': () => (isGone ? new HttpResponse(null, {status: 404}) : new HttpResponse(text)),
    });
    const list = await shown('relais-project-list', {territory: 'departement:33'});
    isGone = true;
    const failed = oneEvent(list, 'relais-error');
    list.reload();
    await failed;
    await list.updateComplete;
    expect(list.stale).to.equal(true);
    expect(count(list)).to.equal('40 campagnes');
    isGone = false;
    list.reload();
    await waitUntil(() => !list.stale, 'stays stale');
    expect(list.state).to.equal('ready');
  });
});
