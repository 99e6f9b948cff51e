import '../../src/index.js';
import type {State} from '../../src/elements/feed-controller.js';

/** What every element that reads a feed has. */
export type FeedElement = HTMLElement & {
  feed: string;
  state: State;
  stale: boolean;
  updateComplete: Promise<boolean>;
  reload: () => void;
};

/** The seven elements, each with what makes it show the campaign `good` of Pau and its call. */
export const ELEMENTS: Record<string, Record<string, string>> = {
  'relais-project-card': {campaign: 'good'},
  'relais-progress-bar': {campaign: 'good'},
  'relais-project-list': {status: 'all', limit: '100'},
  'relais-territory-map': {territory: 'departement:64', status: 'all'},
  'relais-city-search': {label: 'Votre commune', value: 'commune:64445'},
  'relais-call-for-projects': {call: 'call'},
  'relais-territory-summary': {territory: 'departement:64'},
};

/** An element in the page, not yet asked for anything but what its attributes say. */
export function place(tag: string, attributes: Record<string, string>, fallback = ''): FeedElement {
  const element = document.createElement(tag) as FeedElement;
  element.lang = 'fr';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (fallback) {
    const content = document.createElement('p');
    content.textContent = fallback;
    element.append(content);
  }
  document.body.append(element);
  return element;
}
