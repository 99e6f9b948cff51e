import {fixture, html} from '@open-wc/testing';

import '../../src/elements/territory-map.js';
import type {RelaisTerritoryMap} from '../../src/elements/territory-map.js';
import {makeFeature, makeFeed} from './campaigns.js';
import {serveFeed} from './network.js';
import {waitUntil} from './wait.js';

export const FEED = 'https://feeds.example/map.json';

/** Gironde: three campaigns at one point, and three places far enough apart. */
const PLACES: [id: string, name: string, code: string, lon: number, lat: number][] = [
  ['b1', 'Bordeaux', '33063', -0.5792, 44.8378],
  ['b2', 'Bordeaux', '33063', -0.5792, 44.8378],
  ['b3', 'Bordeaux', '33063', -0.5792, 44.8378],
  ['arcachon', 'Arcachon', '33009', -1.1675, 44.6586],
  ['langon', 'Langon', '33227', -0.2489, 44.5533],
  ['lesparre', 'Lesparre-Médoc', '33240', -0.9386, 45.3075],
];

/** The campaigns of Gironde on the wire, one of them without a place on the map. */
export function girondeFeatures() {
  return [
    ...PLACES.map(([id, name, code, lon, lat], index) =>
      makeFeature({
        id,
        coordinates: [lon, lat],
        properties: {
          title: `Projet ${id}`,
          status: 'live',
          goal: 1000,
          raised: 100 * (index + 1),
          endsAt: `2099-01-0${index + 1}`,
          place: {name, code, departement: '33', region: '75'},
        },
      }),
    ),
    makeFeature({
      id: 'nowhere',
      properties: {
        title: 'Projet nowhere',
        status: 'live',
        place: {departement: '33', region: '75'},
      },
    }),
  ];
}

/** A map in the page, answered by `features`; attributes are set before it is connected. */
export async function mapOf(
  attributes: Record<string, string> = {},
  features: readonly unknown[] = girondeFeatures(),
): Promise<RelaisTerritoryMap> {
  serveFeed(FEED, makeFeed(features));
  const place = await fixture<HTMLElement>(html`<div></div>`);
  const map = document.createElement('relais-territory-map');
  for (const [name, value] of Object.entries({
    feed: FEED,
    lang: 'fr',
    territory: 'departement:33',
    ...attributes,
  })) {
    map.setAttribute(name, value);
  }
  place.append(map);
  // The schema comes only with a feed that is not right: a second or two of modules, one by one.
  await waitUntil(() => !['idle', 'loading'].includes(map.state), 'the map never left loading');
  await map.updateComplete;
  return map;
}

/** Waits until the map itself stands, with its markers. */
export async function standing(map: RelaisTerritoryMap): Promise<RelaisTerritoryMap> {
  await waitUntil(() => all(map, '.tools').length === 1 && markers(map).length > 0, 'no marker');
  await map.updateComplete;
  return map;
}

export function all(map: RelaisTerritoryMap, selector: string): HTMLElement[] {
  return [...map.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

export function one(map: RelaisTerritoryMap, selector: string): HTMLElement {
  const [found] = all(map, selector);
  if (!found) throw new Error(`nothing is ${selector}`);
  return found;
}

export function markers(map: RelaisTerritoryMap): HTMLElement[] {
  return all(map, '.pin');
}

/** How many campaigns the markers stand for. */
export function marked(map: RelaisTerritoryMap): number {
  return markers(map).reduce(
    (sum, marker) =>
      sum + (marker.matches('.marker') ? 1 : Number(marker.querySelector('.figure')?.textContent)),
    0,
  );
}

/** Identifiers of the campaigns in the list, in order; those without a place apart. */
export function entries(map: RelaisTerritoryMap): {placed: string[]; unplaced: string[]} {
  const lists = all(map, '[part="list"]');
  const ids = (list: HTMLElement | undefined) =>
    [...(list?.querySelectorAll<HTMLElement>('.entry') ?? [])].map(
      ({dataset}) => dataset['id'] ?? '',
    );
  const unplaced = lists.find((list) => list.hasAttribute('aria-labelledby'));
  return {placed: ids(lists.find((list) => list !== unplaced)), unplaced: ids(unplaced)};
}

export function words(map: RelaisTerritoryMap, selector = '.whole'): string {
  return (one(map, selector).textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The accessible name of a button: its label, else what it holds that is not for the eye alone. */
export function nameOf(button: HTMLElement): string {
  const label = button.getAttribute('aria-label');
  if (label) return label;
  const said = button.cloneNode(true) as HTMLElement;
  for (const hidden of said.querySelectorAll('[aria-hidden]')) hidden.remove();
  return (said.textContent ?? '').trim();
}

export function press(target: Element, key: string): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}),
  );
}
