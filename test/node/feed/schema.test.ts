import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {describe, it} from 'node:test';

import {readFeed} from '../../../lib/feed/read.js';
import {campaignFeed} from '../../../lib/feed/schema.js';
import {campaignFeedSchema, type JsonSchema} from '../../../scripts/json-schema.ts';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';
import {faultsOf} from './json-schema.ts';

const schema = campaignFeedSchema();
const feeds = new URL('../../../demo/feeds/', import.meta.url);

/** Feeds that are wrong on purpose. */
const WRONG = /^(invalid|hostile|broken)/;

function demoFeeds(pick: (name: string) => boolean): [string, unknown][] {
  return readdirSync(feeds)
    .filter((name) => /\.(geo)?json$/.test(name) && pick(name))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, feeds), 'utf8'))]);
}

describe('the JSON Schema', () => {
  it('is of draft 2020-12, whole, without references', () => {
    assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
    assert.doesNotMatch(JSON.stringify(schema), /"\$ref"/);
    assert.deepEqual(schema.required, ['type', 'version', 'features']);
    assert.deepEqual(schema.properties?.['features']?.items?.required, [
      'type',
      'id',
      'properties',
    ]);
  });

  it('has a sentence for each property, and patterns that compile', () => {
    const visit = (part: JsonSchema, path: string) => {
      if (part.pattern) assert.doesNotThrow(() => new RegExp(part.pattern ?? '', 'u'), path);
      part.anyOf?.forEach((variant) => visit(variant, path));
      if (part.items) visit(part.items, `${path}[]`);
      for (const [name, property] of Object.entries(part.properties ?? {})) {
        assert.match(property.description ?? '', /\w.*\.$/, `${path}.${name}`);
        visit(property, `${path}.${name}`);
      }
    };
    visit(schema, '');
  });

  it('agrees with zod', () => {
    const places = [{name: 'Bourg', code: '01053'}, {code: 1053}, {code: '2a004'}, {code: 'x'}];
    const samples = [
      {},
      {raised: 5},
      {raised: -5},
      {raised: '5'},
      {goal: 0},
      {backers: 1.5},
      {backers: 0},
      {backers: null},
      {threshold: 1},
      {threshold: 1.01},
      {url: '/here'},
      {url: 'nowhere'},
      {url: 'javascript:1'},
      {status: 'live'},
      {status: 'LIVE'},
      {currency: 'eur'},
      {currency: '€'},
      {endsAt: '2026-11-30'},
      {endsAt: '30/11/2026'},
      {title: ''},
      {title: ' \u202e'},
      {mentors: [{name: 'A'}]},
      {mentors: [{}]},
      {mentors: [null]},
      {image: {src: 'https://i.example/a', width: 3, height: 3, alt: ''}},
      {image: {src: 'a.png'}},
      ...places.map((place) => ({place})),
    ];
    const whole = campaignFeed();
    for (const properties of samples) {
      const feed = makeFeed([makeFeature({properties})]);
      assert.equal(
        faultsOf(schema, feed).length === 0,
        whole.safeParse(feed).success,
        JSON.stringify(properties),
      );
    }
  });
});

describe('the feeds of the demo', () => {
  for (const [name, feed] of demoFeeds((file) => !WRONG.test(file))) {
    it(`${name} is as the schema says, and reads without a problem`, () => {
      assert.deepEqual(faultsOf(schema, feed), []);
      const {problems} = readFeed(feed, `https://demo.example/feeds/${name}`).feed;
      assert.deepEqual(problems, []);
    });
  }

  for (const [name, feed] of demoFeeds((file) => WRONG.test(file))) {
    it(`${name} is not, and what is valid in it still shows`, () => {
      assert.notDeepEqual(faultsOf(schema, feed), []);
      const {campaigns, problems} = readFeed(feed, `https://demo.example/feeds/${name}`).feed;
      assert.notEqual(campaigns.length, 0);
      assert.notEqual(problems.length, 0);
    });
  }
});
