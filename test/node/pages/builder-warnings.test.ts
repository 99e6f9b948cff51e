import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {contrastRatio} from '../../../lib/outputs/contrast.js';
import type {OutputForm} from '../../../lib/outputs/index.js';
import {readChoices} from '../../../lib/pages/builder/choices.js';
import {coloursOf, contrastsOf} from '../../../lib/pages/builder/contrasts.js';
import {sentenceOf} from '../../../lib/pages/builder/view-notes.js';
import {isLocal, warningsOf, type Found} from '../../../lib/pages/builder/warnings.js';
import {makeCampaign} from '../../helpers/campaigns.ts';

const NOW = Date.parse('2026-11-24T09:00:00Z');
const BASE = 'https://relais.example/v1/';
const PNG = {src: 'https://platform.example/halle.png', alt: null, width: 800, height: 500};
const live = makeCampaign({
  goal: 12_000,
  raised: 9930,
  endsAt: '2099-01-01T00:00:00Z',
  image: PNG,
});

const found: Found = {
  error: null,
  open: null,
  campaigns: [live],
  campaign: live,
  live: null,
  problems: 0,
  drawable: null,
  now: NOW,
};

/** The kinds of what is warned of. */
function kinds(query: string, form: OutputForm = 'module', more: Partial<Found> = {}, base = BASE) {
  const choices = readChoices(`?feed=https://platform.example/feed.json&campaign=halle&${query}`);
  return warningsOf(choices, form, {...found, ...more}, base).map(({kind}) => kind);
}

describe('the builder warns', () => {
  it('of nothing when all is well', () => {
    assert.deepEqual(kinds(''), []);
    assert.deepEqual(kinds('', 'email'), []);
    assert.deepEqual(kinds('image=https://town.example/a.png', 'image'), []);
  });

  it('of a feed that other sites cannot read', () => {
    assert.deepEqual(kinds('', 'module', {error: 'network', campaigns: null, campaign: null}), [
      'feed',
    ]);
    assert.deepEqual(kinds('', 'module', {open: false}), ['closed']);
    assert.deepEqual(kinds('', 'module', {open: true}), []);
    // A mail asks nothing of a feed.
    assert.deepEqual(kinds('', 'email', {open: false}), []);
  });

  it('of http on https, and of addresses that nobody reaches', () => {
    const at = (feed: string, form: OutputForm = 'module', base = BASE) => {
      const choices = readChoices(`?${new URLSearchParams({feed, campaign: 'halle'})}`);
      return warningsOf(choices, form, found, base).map(({kind}) => kind);
    };
    assert.deepEqual(at('http://platform.example/feed.json'), ['insecure']);
    assert.deepEqual(at('http://localhost:8000/feed.json'), ['local']);
    assert.deepEqual(at('https://platform.example/a https://intranet/b'), ['local']);
    assert.deepEqual(at('https://platform.example/f', 'module', 'http://localhost:8000/dist/'), [
      'local-base',
    ]);
    assert.deepEqual(at('https://platform.example/f', 'static', 'http://localhost:8000/dist/'), []);
    for (const address of [
      'http://localhost/',
      'http://127.0.0.1:8000/',
      'http://10.1.2.3/',
      'http://172.16.0.1/',
      'http://172.31.0.1/',
      'http://192.168.1.1/',
      'http://169.254.1.1/',
      'http://[::1]/',
      'http://[fd00::1]/',
      'http://[fe80::1]/',
      'http://mairie.local/',
      'http://serveur/',
      'file:///C:/feed.json',
    ]) {
      assert.ok(isLocal(address), address);
    }
    for (const address of [
      'https://platform.example/',
      'https://172.32.0.1/',
      'https://11.0.0.1/',
      'https://[2001:db8::1]/',
      'https://local.example/',
      'x',
      '',
    ]) {
      assert.equal(isLocal(address), false, address);
    }
  });

  it('of a campaign that has ended, is cancelled, has not begun, or is gone', () => {
    const at = (more: Parameters<typeof makeCampaign>[0]) =>
      kinds('', 'module', {campaign: makeCampaign({...live, ...more})});
    assert.deepEqual(at({endsAt: '2020-01-01T00:00:00Z'}), ['ended']);
    assert.deepEqual(at({status: 'cancelled'}), ['cancelled']);
    assert.deepEqual(at({startsAt: '2098-01-01T00:00:00Z'}), ['upcoming']);
    assert.deepEqual(kinds('', 'module', {campaign: null}), ['campaign-missing']);
  });

  it('of a territory without a live campaign, and of what the feed holds that is wrong', () => {
    assert.deepEqual(
      kinds('widget=project-list&territory=departement:64', 'module', {live: 0, campaign: null}),
      ['campaign-missing', 'nothing-live'],
    );
    assert.deepEqual(kinds('widget=project-list', 'module', {live: 3}), []);
    assert.deepEqual(kinds('', 'module', {problems: 2}), ['problems']);
  });

  it('of a missing picture, where the form needs one', () => {
    const svg = makeCampaign({...live, image: {...PNG, src: 'https://platform.example/a.svg'}});
    const none = makeCampaign({...live, image: null});
    for (const campaign of [svg, none]) {
      assert.deepEqual(kinds('', 'email', {campaign}), ['mail-picture']);
      assert.deepEqual(kinds('image=https://town.example/a.png', 'email', {campaign}), []);
      assert.deepEqual(kinds('', 'module', {campaign}), []);
    }
    assert.deepEqual(kinds('', 'image'), ['image-missing']);
    assert.deepEqual(kinds('image=http://town.example/a.png', 'image'), ['image-insecure']);
    assert.deepEqual(kinds('image=http://localhost/a.png', 'image'), ['local-image']);
    assert.deepEqual(kinds('', 'share', {drawable: false}), ['share-picture']);
    assert.deepEqual(kinds('', 'share', {drawable: true}), []);
  });

  it('of low contrast, on a light page and on a dark one', () => {
    const low = (query: string) =>
      contrastsOf(readChoices(query))
        .filter(({isEnough}) => !isEnough)
        .map(({pair, scheme}) => `${pair} ${scheme}`);
    assert.deepEqual(low(''), [], 'the house’s own colours are readable');
    assert.deepEqual(low('?accent=%23ffcc00'), ['accent light']);
    assert.deepEqual(low('?accent=%230b5d3b'), ['accent dark']);
    assert.deepEqual(low('?accent=%23a8371a&surface=%23ffffff'), []);
    assert.deepEqual(low('?accent=%23ffffff&on-accent=%23ffff00&surface=%23000000'), [
      'on-accent light',
      'on-accent dark',
    ]);
    assert.deepEqual(kinds('accent=%23ffcc00'), ['contrast']);
  });

  it('and what nobody chose is readable on what was', () => {
    for (const surface of ['#000000', '#ffffff', '#777777', '#0b5d3b', '#ffcc00']) {
      const {text = '', muted = ''} = coloursOf(readChoices(`?${new URLSearchParams({surface})}`));
      for (const ink of [text, muted]) assert.ok(contrastRatio(ink, surface) >= 4.5, surface);
    }
    const {'on-accent': ink = ''} = coloursOf(readChoices('?accent=%23ffcc00'));
    assert.ok(contrastRatio(ink, '#ffcc00') >= 4.5);
  });

  it('counts contrast as WCAG does', () => {
    assert.equal(contrastRatio('#000000', '#ffffff'), 21);
    assert.equal(contrastRatio('#777777', '#777777'), 1);
    assert.equal(contrastRatio('#ffffff', '#767676').toFixed(2), '4.54');
    assert.equal(contrastRatio('#777777', '#ffffff').toFixed(2), '4.48');
  });

  it('in words of both languages', () => {
    const choices = readChoices('?feed=http://localhost/f&campaign=x&accent=%23ffcc00');
    for (const lang of ['fr', 'en'] as const) {
      const said = warningsOf(
        choices,
        'image',
        {...found, campaign: null, problems: 1, error: 'not-json'},
        'http://localhost/',
      ).map((warning) => sentenceOf(warning, lang));
      assert.equal(new Set(said).size, 5);
      for (const sentence of said) assert.match(sentence, /^\S.*\.$/);
    }
  });
});
