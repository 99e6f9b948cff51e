import {expect, fixture, html} from '@open-wc/testing';
import {http, HttpResponse} from 'msw';

import '../../src/elements/progress-bar.js';
import type {RelaisProgressBar} from '../../src/elements/progress-bar.js';
import {campaignInPau, makeFeature, makeFeed} from '../helpers/campaigns.js';
import {ELEMENTS, place} from '../helpers/elements.js';
import {network, serveFeed} from '../helpers/network.js';
import {said} from '../helpers/page.js';
import {waitUntil} from '../helpers/wait.js';

const FEED = 'https://platform.example/refresh.json';

/** No timer of the library itself is that long but the one between two readings. */
const LONG_MS = 9000;
const TIMEOUT_MS = 15_000;

/** The timers that were set between two readings, in milliseconds; `ring` makes the last one go off. */
interface Timers {
  set: number[];
  ring: () => void;
}

const native = globalThis.setTimeout;

/** Holds the long timers back, so that a test decides when they go off. */
function holdTimers(): Timers {
  const timers: Timers = {set: [], ring: () => undefined};
  globalThis.setTimeout = ((run: () => void, wait = 0, ...rest: unknown[]) => {
    if (wait < LONG_MS || wait === TIMEOUT_MS) return native(run, wait, ...rest);
    timers.set.push(wait);
    timers.ring = run;
    return native(() => undefined, 0);
  }) as typeof setTimeout;
  return timers;
}

async function barOf(refresh: string): Promise<RelaisProgressBar> {
  const bar = await fixture<RelaisProgressBar>(
    html`<relais-progress-bar feed=${FEED} refresh=${refresh}></relais-progress-bar>`,
  );
  await waitUntil(() => bar.state === 'ready' || bar.state === 'error', 'the feed was never read');
  return bar;
}

/** A feed whose first campaign has raised that much, with so many others. */
function feedOf(raised: number, others: number) {
  const rest = Array.from({length: others}, (_, at) => campaignInPau(`other-${at}`, {raised: 1}));
  const calls = [{id: 'call', title: 'Appel', editions: [{id: 'one', title: 'Une'}]}];
  return makeFeed([campaignInPau('good', {raised}), ...rest], {calls});
}

/** What each element says of 40 and one other, then of 70 and three others. */
const SAYS: Record<string, {before: RegExp; after: RegExp}> = {
  'relais-project-card': {before: /40\s%/, after: /70\s%/},
  'relais-progress-bar': {before: /40\s%/, after: /70\s%/},
  'relais-project-list': {before: /2\s?campagnes.*40\s%/, after: /4\s?campagnes.*70\s%/},
  'relais-territory-map': {before: /2\s?campagnes.*40\s%/, after: /4\s?campagnes.*70\s%/},
  'relais-city-search': {before: /\b2\s?campagnes\b/, after: /\b4\s?campagnes\b/},
  'relais-call-for-projects': {before: /41\s€/, after: /73\s€/},
  'relais-territory-summary': {before: /41\s€/, after: /73\s€/},
};

describe('refresh', () => {
  let timers: Timers;

  beforeEach(() => {
    timers = holdTimers();
  });

  afterEach(() => {
    globalThis.setTimeout = native;
  });

  it('reads again, and shows what came', async () => {
    serveFeed(FEED, makeFeed([makeFeature({properties: {goal: 10, raised: 5}})]));
    const bar = await barOf('60');
    expect(timers.set).to.deep.equal([60_000]);
    serveFeed(FEED, makeFeed([makeFeature({properties: {goal: 10, raised: 9}})]));
    timers.ring();
    await waitUntil(() => bar.shadowRoot?.textContent?.includes('90'), 'nothing new shows');
    expect(timers.set).to.deep.equal([60_000, 60_000]);
  });

  for (const [tag, attributes] of Object.entries(ELEMENTS)) {
    it(`brings ${tag} what has changed, keeps it when nothing comes, and goes on`, async () => {
      const {before, after} = SAYS[tag] ?? {before: /^$/, after: /^$/};
      serveFeed(FEED, feedOf(40, 1));
      const element = place(tag, {...attributes, feed: FEED, refresh: '60'});
      await waitUntil(() => before.test(said(element)), `not ${before}: ${said(element)}`);
      await waitUntil(() => timers.set.length === 1, 'no timer is set');
      serveFeed(FEED, feedOf(70, 3));
      timers.ring();
      await waitUntil(() => after.test(said(element)), `not ${after}: ${said(element)}`);
      network.use(http.get(FEED, () => new HttpResponse(null, {status: 404})));
      await waitUntil(() => timers.set.length === 2, 'no second timer is set');
      timers.ring();
      await waitUntil(() => element.stale, 'never stale');
      await element.updateComplete;
      expect(said(element)).to.match(after);
      expect(timers.set).to.deep.equal([60_000, 60_000, 60_000]);
      element.remove();
    });
  }

  for (const [refresh, waits] of [
    ['0', []],
    ['-5', []],
    ['soon', []],
    ['1', [10_000]],
    // A timer of a browser counts no further than 2³¹ milliseconds, and rings at once instead.
    ['86400000', [2_000_000_000]],
    ['Infinity', [2_000_000_000]],
  ] as const) {
    it(`refresh="${refresh}" waits ${waits.join() || 'for ever'}`, async () => {
      serveFeed(FEED, makeFeed([makeFeature({})]));
      await barOf(refresh);
      expect(timers.set).to.deep.equal(waits);
    });
  }

  it('does not ask sooner than the server allows', async () => {
    network.use(
      http.get(FEED, () => new HttpResponse(null, {status: 429, headers: {'retry-after': '3600'}})),
    );
    const bar = await barOf('60');
    expect(bar.state).to.equal('error');
    expect(timers.set).to.deep.equal([3_600_000]);
    serveFeed(FEED, makeFeed([makeFeature({})]));
    timers.ring();
    await waitUntil(() => bar.state === 'ready', 'never read again');
    expect(timers.set).to.deep.equal([3_600_000, 60_000]);
  });

  it('follows its attribute: set after the reading, changed, and taken away', async () => {
    serveFeed(FEED, makeFeed([makeFeature({})]));
    const bar = await barOf('0');
    expect(timers.set).to.deep.equal([]);
    for (const refresh of ['60', '30']) {
      bar.setAttribute('refresh', refresh);
      await waitUntil(() => timers.set.at(-1) === Number(refresh) * 1000, 'never set');
    }
    expect(bar.state).to.equal('ready');
    bar.removeAttribute('refresh');
    await bar.updateComplete;
    await waitUntil(() => bar.state === 'ready', 'never read again');
    expect(timers.set).to.deep.equal([60_000, 30_000]);
  });
});
