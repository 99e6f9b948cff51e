import {expect, fixture, html} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';

import '../../src/elements/progress-bar.js';
import type {RelaisProgressBar} from '../../src/elements/progress-bar.js';
import {expectAccessible} from '../helpers/axe.js';
import {makeFeature, makeFeed} from '../helpers/campaigns.js';
import {network, serveFeed} from '../helpers/network.js';
import {waitUntil} from '../helpers/wait.js';

const FEED = 'https://feeds.example/bar.json';

function bar(element: RelaisProgressBar): HTMLElement | null {
  return element.renderRoot.querySelector('[part~="bar"]');
}

function words(element: RelaisProgressBar, part: string): string {
  const found = element.renderRoot.querySelector(`[part~="${part}"]`);
  return (found?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

async function barOf(attributes: Record<string, string>): Promise<RelaisProgressBar> {
  const element = await fixture<RelaisProgressBar>(
    html`<relais-progress-bar lang="fr"></relais-progress-bar>`,
  );
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  await element.updateComplete;
  return element;
}

describe('relais-progress-bar', () => {
  describe('accessibility', () => {
    for (const [name, attributes] of Object.entries({
      'half way': {value: '50', max: '100'},
      'past the goal': {value: '1860', max: '1000'},
      'without a goal': {value: '50'},
      'unknown amount': {max: '100'},
      orders: {value: '5', max: '100', unit: 'orders'},
    })) {
      it(`has no axe violation ${name}`, async () => {
        await expectAccessible(await barOf(attributes));
      });
    }

    it('is a progressbar with a name, a value in its range and words', async () => {
      const found = bar(await barOf({value: '12450', max: '10000'}));
      expect(found?.getAttribute('role')).to.equal('progressbar');
      expect(found?.getAttribute('aria-valuemin')).to.equal('0');
      expect(found?.getAttribute('aria-valuemax')).to.equal('100');
      expect(found?.getAttribute('aria-valuenow')).to.equal('100');
      expect(found?.getAttribute('aria-valuetext')).to.contain('124');
      expect(found?.getAttribute('aria-label')).to.match(/\S/);
    });

    it('takes its name from the label', async () => {
      expect(
        bar(await barOf({value: '1', max: '2', label: 'La halle'}))?.getAttribute('aria-label'),
      ).to.equal('La halle');
    });
  });

  describe('attributes', () => {
    it('has no bar without a goal, with a goal of 0 or an unknown amount, and invents no zero', async () => {
      for (const attributes of [
        {value: '50'},
        {value: '50', max: '0'},
        {max: '100'},
        {value: 'x', max: '100'},
      ]) {
        expect(bar(await barOf(attributes)), JSON.stringify(attributes)).to.equal(null);
      }
      expect(words(await barOf({max: '100'}), 'amount')).not.to.match(/(^|\D)0\s€/);
    });

    it('takes negative and infinite values for unknown', async () => {
      for (const value of ['-5', 'Infinity', 'NaN', '1e999', '']) {
        expect(bar(await barOf({value, max: '100'})), value).to.equal(null);
      }
    });

    it('shows a true zero', async () => {
      const element = await barOf({value: '0', max: '100'});
      expect(bar(element)?.getAttribute('aria-valuenow')).to.equal('0');
      expect(words(element, 'amount')).to.match(/0\s€/);
    });

    it('writes the currency, and none for orders', async () => {
      expect(words(await barOf({value: '5', max: '9', currency: 'CHF'}), 'amount')).to.contain(
        'CHF',
      );
      expect(words(await barOf({value: '5', max: '9', unit: 'orders'}), 'amount')).not.to.contain(
        '€',
      );
    });

    it('shows nothing at all when nothing is asked, and follows what is asked next', async () => {
      const element = await barOf({});
      expect(element.state).to.equal('idle');
      element.value = 3;
      element.max = 4;
      await element.updateComplete;
      expect(element.state).to.equal('ready');
      expect(words(element, 'percent')).to.match(/75\s%/);
    });

    it('forgives the space around an id, and says in the console which territory is none', async () => {
      serveFeed(FEED, makeFeed([makeFeature({id: 'a', properties: {goal: 100, raised: 7}})]));
      const said: unknown[] = [];
      const warn = console.warn;
      console.warn = (words: unknown) => said.push(words);
      try {
        const element = await barOf({feed: FEED, campaign: ' a '});
        await waitUntil(() => element.state === 'ready', 'never found');
        element.removeAttribute('campaign');
        element.setAttribute('territory', '64445');
        await waitUntil(() => element.state === 'empty' && said.length > 0, 'nothing was said');
      } finally {
        console.warn = warn;
      }
      expect(said).to.have.length(1);
      expect(said[0]).to.match(/territory="64445".*commune:64445/);
    });

    it('keeps a figure in order on a page that runs from right to left', async () => {
      const element = await barOf({value: '42', max: '100'});
      (element.parentElement as HTMLElement).dir = 'rtl';
      const percent = element.renderRoot.querySelector('[part~="percent"]') as HTMLElement;
      // Comments of Lit hold numbers, too.
      const text = [...percent.childNodes].find(
        (node) => node instanceof Text && node.data.includes('42'),
      ) as Text;
      const at = (sign: string) => {
        const range = document.createRange();
        range.setStart(text, text.data.indexOf(sign));
        range.setEnd(text, text.data.indexOf(sign) + 1);
        return range.getBoundingClientRect().x;
      };
      expect(at('4')).to.be.lessThan(at('2'));
      expect(at('2')).to.be.lessThan(at('%'));
    });

    it('is idle again, and says nothing, when its figures are taken away', async () => {
      const element = await barOf({value: '3', max: '4'});
      element.append('A page of its own');
      for (const name of ['value', 'max']) element.removeAttribute(name);
      await element.updateComplete;
      expect(element.state).to.equal('idle');
      expect(words(element, 'notice')).to.equal('');
      expect(element.renderRoot.querySelector('slot')).not.to.equal(null);
    });
  });

  describe('feed', () => {
    it("shows a campaign's progress", async () => {
      serveFeed(
        FEED,
        makeFeed([makeFeature({id: 'a', properties: {title: 'T', goal: 1000, raised: 996}})]),
      );
      const element = await fixture<RelaisProgressBar>(
        html`<relais-progress-bar feed=${FEED} campaign="a" lang="fr"></relais-progress-bar>`,
      );
      await waitUntil(() => element.state === 'ready');
      await element.updateComplete;
      expect(words(element, 'percent')).to.match(/^99\s%$/);
      expect(bar(element)?.getAttribute('aria-label')).to.equal('T');
    });

    it('shows the fallback and a calm sentence on error', async () => {
      network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
      const element = await fixture<RelaisProgressBar>(
        html`<relais-progress-bar feed=${FEED} lang="fr"><p>Page</p></relais-progress-bar>`,
      );
      await waitUntil(() => element.state === 'error');
      await element.updateComplete;
      expect(element.renderRoot.querySelector('slot')).not.to.equal(null);
      expect(words(element, 'notice')).to.match(/\S/);
      await expectAccessible(element);
    });
  });
});
