import {expect} from '@open-wc/testing';

import {ELEMENTS, place, type FeedElement} from '../helpers/elements.js';
import {serveFeed, servePictures} from '../helpers/network.js';
import {said} from '../helpers/page.js';
import {waitUntil} from '../helpers/wait.js';

const FORMS = 'https://api.helloasso.example/forms';

async function helloAsso(): Promise<unknown> {
  return (await fetch('/test/fixtures/adapters/helloasso-forms.json')).json();
}

/** What each element makes of two HelloAsso forms that collect, of which one has an end. */
const ASKED: Record<string, {attributes: Record<string, string>; says: RegExp}> = {
  'relais-project-card': {
    attributes: {campaign: 'demo-boutique-crowdfunding-toit'},
    says: /Le toit.*Liège.*Demo Boutique/,
  },
  'relais-progress-bar': {
    attributes: {campaign: 'demo-boutique-crowdfunding-toit'},
    says: /Le toit/,
  },
  'relais-project-list': {attributes: {status: 'all'}, says: /2 campagnes.*Le toit/},
  'relais-territory-map': {attributes: {status: 'all', view: 'list'}, says: /2 campagnes.*Le toit/},
  'relais-territory-summary': {attributes: {}, says: /2.*campagnes/},
};

describe('a platform’s own answer', () => {
  beforeEach(() => servePictures('https://img.example/*'));

  for (const [tag, {attributes, says}] of Object.entries(ASKED)) {
    it(`is read by ${tag}, and no figure is made of what it does not say`, async () => {
      expect(ELEMENTS).to.have.property(tag);
      serveFeed(FORMS, await helloAsso());
      const element: FeedElement = place(tag, {...attributes, feed: FORMS});
      await waitUntil(() => element.state === 'ready', `never ready: ${element.state}`);
      await element.updateComplete;
      expect(said(element)).to.match(says);
      expect(said(element)).not.to.match(/0\s*(€|%|contribut)/);
      element.remove();
    });
  }

  it('is read by the adapter that the page names, and refused by another', async () => {
    serveFeed(FORMS, await helloAsso());
    const named = place('relais-project-list', {feed: FORMS, format: 'helloasso', status: 'all'});
    await waitUntil(() => named.state === 'ready', 'never ready');
    const wrong = place('relais-project-list', {feed: FORMS, format: 'ulule', status: 'all'});
    await waitUntil(() => wrong.state === 'error', `not refused: ${wrong.state}`);
    named.remove();
    wrong.remove();
  });
});
