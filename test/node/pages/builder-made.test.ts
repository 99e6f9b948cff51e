import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {
  emailCard,
  mjmlCard,
  openGraph,
  outputForms,
  snippet,
  snippetForms,
  structuredDataScript,
} from '../../../lib/outputs/index.js';
import {readChoices, widgets} from '../../../lib/pages/builder/choices.js';
import {
  commandOf,
  formOf,
  makeForm,
  makePicture,
  offeredForms,
  type Known,
} from '../../../lib/pages/builder/made.js';
import {makeCampaign} from '../../helpers/campaigns.ts';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const campaign = makeCampaign({goal: 12_000, raised: 9930});
const known: Known = {
  base: 'https://relais.example/v1/',
  integrity: `sha384-${'a'.repeat(64)}`,
  campaign,
  calls: [],
  updatedAt: null,
  now: NOW,
};
const QUERY =
  '?feed=https://platform.example/feed.json&campaign=halle&relay=mairie-pau&accent=%230b5d3b&image=https://town.example/a.png';

describe('what the builder makes', () => {
  it('is what the functions of the package make', () => {
    const choices = readChoices(QUERY);
    const options = {
      element: 'relais-project-card',
      attributes: {
        feed: 'https://platform.example/feed.json',
        campaign: 'halle',
        relay: 'mairie-pau',
      },
      base: known.base,
      campaign,
      colours: {accent: '#0b5d3b', 'on-accent': '#fefefe'},
      integrity: known.integrity,
      image: 'https://town.example/a.png',
      lang: 'fr',
      updatedAt: null,
      now: NOW,
    };
    for (const form of snippetForms) {
      assert.equal(makeForm(form, choices, known).text, snippet({...options, form}), form);
    }
    const card = {lang: 'fr', relay: 'mairie-pau', accent: '#0b5d3b', updatedAt: null, now: NOW};
    const mail = {...card, image: 'https://town.example/a.png'};
    assert.equal(makeForm('email', choices, known).text, emailCard(campaign, mail).html);
    assert.equal(makeForm('text', choices, known).text, emailCard(campaign, mail).text);
    assert.equal(makeForm('mjml', choices, known).text, mjmlCard(campaign, mail));
    assert.equal(makeForm('data', choices, known).text, structuredDataScript(campaign, card));
    assert.equal(makeForm('graph', choices, known).text, openGraph(campaign, mail));
  });

  it('is made for every widget and form, or says what is missing', () => {
    for (const widget of widgets) {
      for (const form of outputForms) {
        const made = makeForm(form, readChoices(`${QUERY}&widget=${widget}`), known);
        assert.equal(made.missing, null);
        assert.equal(made.text !== '', form !== 'share' && form !== 'print', `${widget} ${form}`);
      }
    }
    const missing = (query: string, form: Parameters<typeof makeForm>[0], more = {}) =>
      makeForm(form, readChoices(query), {...known, ...more}).missing;
    assert.equal(missing('', 'module'), 'feed');
    assert.equal(missing('?feed=javascript:alert(1)', 'module'), 'feed');
    assert.equal(missing(QUERY, 'email', {campaign: null}), 'campaign');
    assert.equal(missing(QUERY, 'integrity', {integrity: ''}), 'integrity');
    assert.equal(missing('?feed=https://platform.example/f', 'image'), 'image');
  });

  it('an oEmbed answer that holds a frame, and the line that finds it', () => {
    const {text, second} = makeForm('oembed', readChoices(QUERY), known);
    const {type, html} = JSON.parse(text) as {type: string; html: string};
    assert.equal(type, 'rich');
    assert.match(html, /<iframe src="https:\/\/relais\.example\/v1\/embed\.html\?/);
    assert.match(second, /href="https:\/\/platform\.example\/oembed\/halle\.json"/);
    const own = makeForm('oembed', readChoices(`${QUERY}&answer=https://town.example/o`), known);
    assert.match(own.second, /href="https:\/\/town\.example\/o"/);
  });

  it('pictures of the campaign, in the formats of paper', async () => {
    const share = await makePicture('share', readChoices(QUERY), known, null);
    assert.match(share ?? '', /^<svg [^>]*viewBox="0 0 1200 630"/);
    for (const [name, size] of [
      ['a6', '105mm'],
      ['business', '85mm'],
      ['quarter', '90mm'],
    ]) {
      const choices = readChoices(`${QUERY}&print=${name}`);
      const print = await makePicture('print', choices, known, null);
      assert.match(print ?? '', new RegExp(`^<svg [^>]*width="${size}"`));
    }
    assert.equal(await makePicture('email', readChoices(QUERY), known, null), null);
  });

  it('a command whose words no shell takes apart', () => {
    const own = makeCampaign({id: `it's; rm -rf "$HOME"`});
    const command = commandOf(readChoices(`${QUERY}&print=business&bleed=3&speaks=en`), own);
    assert.equal(
      command,
      `npx relais card 'https://platform.example/feed.json' 'it'\\''s; rm -rf "$HOME"' --format pdf --print business --bleed 3 --lang en --relay 'mairie-pau' --accent '#0b5d3b' --out card.pdf`,
    );
  });

  it('says how the feed is read wherever it is read', () => {
    const format = "csv:title=Intitulé,url='https://ville.example/{id}'";
    const choices = readChoices(`${QUERY}&format=${encodeURIComponent(format)}`);
    const said = encodeURIComponent(format).replaceAll("'", '%27');
    for (const form of ['module', 'integrity', 'classic'] as const) {
      const {text} = makeForm(form, choices, known);
      assert.match(text, /format="csv:title=Intitulé,url=&#39;https:\/\/ville\.example/);
    }
    for (const form of ['iframe', 'frame', 'address', 'oembed'] as const) {
      const {text} = makeForm(form, choices, known);
      assert.ok(text.includes(`format=${said}`), `${form}: ${text}`);
    }
    assert.match(commandOf(choices, campaign), / --from 'csv:title=Intitulé,url='\\''https:/);
  });

  it('gives the frame of an oEmbed answer the look that was chosen', () => {
    const {text} = makeForm('oembed', readChoices(`${QUERY}&radius=0`), known);
    assert.match(text, /accent=%230b5d3b/);
    assert.match(text, /radius=0/);
  });

  it('puts first what the destination keeps', () => {
    const first = (destination: string) => formOf(readChoices(`?destination=${destination}`));
    assert.deepEqual(['', 'wordpress', 'jahia', 'wix', 'brevo', 'mailjet', 'paper'].map(first), [
      'module',
      'module',
      'image',
      'address',
      'email',
      'mjml',
      'print',
    ]);
    for (const destination of ['', 'jahia', 'brevo']) {
      const offered = offeredForms(readChoices(`?destination=${destination}`));
      assert.deepEqual(offered.toSorted(), outputForms.toSorted());
    }
  });
});
