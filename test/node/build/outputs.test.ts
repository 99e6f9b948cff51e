import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {halle, NOW} from '../outputs/cards.ts';

describe('dist/outputs.js, as a page loads it', () => {
  it('makes every card, its letters from beside it', async () => {
    const file = new URL('../../../dist/outputs.js', import.meta.url).href;
    const outputs = (await import(file)) as typeof import('../../../lib/outputs/index.js');
    const options = {now: NOW, relay: 'pau'};
    assert.match(outputs.emailCard(halle(), options).html, /^<table/);
    assert.match(outputs.mjmlCard(halle(), options), /^<mj-section/);
    assert.match(outputs.staticCard(halle(), options), /<strong>/);
    assert.match(outputs.structuredData(halle(), options), /^\{"@context"/);
    assert.match(outputs.openGraph(halle(), options), /og:title/);
    assert.match(await outputs.shareImage(halle(), options), /^<svg[^]*d="M0 0m/);
    assert.match(await outputs.printCard(halle(), options), /^<svg[^]*crispEdges/);
  });
});
