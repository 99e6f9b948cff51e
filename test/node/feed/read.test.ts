import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {Campaign, Problem} from '../../../lib/feed/campaign.js';
import {FeedError} from '../../../lib/feed/errors.js';
import {readFeed} from '../../../lib/feed/read.js';
import {makeFeature, makeFeed} from '../../helpers/campaigns.ts';

const URL_OF_FEED = 'https://feeds.example/town/feed.json';

function read(features: readonly unknown[], top: Record<string, unknown> = {}) {
  return readFeed(makeFeed(features, top), URL_OF_FEED).feed;
}

/** One campaign with these properties, and what was said of it. */
function readOne(
  properties: Record<string, unknown>,
  top: Record<string, unknown> = {},
): {campaign: Campaign; problems: Problem[]; paths: string[]} {
  const {campaigns, problems} = read([makeFeature({properties})], top);
  const [campaign] = campaigns;
  assert.ok(campaign, JSON.stringify(problems));
  return {campaign, problems, paths: problems.map(({path}) => path)};
}

describe('readFeed', () => {
  it('reads a campaign that says everything', () => {
    const {campaign, problems} = readOne({
      title: 'La halle',
      url: 'https://platform.example/halle?a=1#b',
      tagline: 'Un toit pour le marché.',
      category: 'patrimoine',
      image: {src: 'https://images.example/halle.jpg', alt: 'La halle', width: 800, height: 600},
      status: 'live',
      currency: 'chf',
      goal: 12000,
      raised: 9930.5,
      unit: 'money',
      threshold: 0.6,
      stretchGoals: [20000, 15000, 15000, 500],
      extendedFrom: '2026-11-01',
      matching: {by: 'La Région', rate: 1, cap: 5000, given: 0},
      backers: 134,
      startsAt: '2026-10-01',
      endsAt: '2026-11-30',
      place: {
        name: 'Pau',
        code: '64445',
        postcode: '64000',
        epci: '200067254',
        departement: '64',
        region: '75',
      },
      owner: {name: 'Ville de Pau', url: 'https://pau.example/', kind: 'public'},
      mentors: [{name: 'Le Département', logo: 'https://images.example/d.png'}],
      call: {id: 'places', edition: 2026},
      history: [
        {at: '2026-11-10', raised: 5000},
        {at: '2026-10-10', raised: 100, backers: 3},
      ],
      news: [
        {at: '2026-10-02', title: 'Merci', url: 'https://platform.example/n/1'},
        {at: '2026-11-02', title: 'Les travaux commencent'},
      ],
      lang: 'fr',
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(campaign, {
      id: 'halle',
      title: 'La halle',
      url: 'https://platform.example/halle?a=1#b',
      tagline: 'Un toit pour le marché.',
      category: 'patrimoine',
      image: {src: 'https://images.example/halle.jpg', alt: 'La halle', width: 800, height: 600},
      status: 'live',
      currency: 'CHF',
      unit: 'money',
      goal: 12000,
      raised: 9930.5,
      threshold: 0.6,
      stretchGoals: [15000, 20000],
      extendedFrom: '2026-11-01T23:59:59+01:00',
      matching: {by: 'La Région', rate: 1, cap: 5000, given: 0},
      backers: 134,
      startsAt: '2026-10-01T00:00:00+02:00',
      endsAt: '2026-11-30T23:59:59+01:00',
      place: {
        name: 'Pau',
        code: '64445',
        postcode: '64000',
        epci: '200067254',
        departement: '64',
        region: '75',
        country: 'FR',
      },
      coordinates: null,
      owner: {name: 'Ville de Pau', url: 'https://pau.example/', kind: 'public'},
      mentors: [{name: 'Le Département', url: null, logo: 'https://images.example/d.png'}],
      call: {id: 'places', edition: '2026'},
      history: [
        {at: '2026-10-10T00:00:00+02:00', raised: 100, backers: 3},
        {at: '2026-11-10T00:00:00+01:00', raised: 5000, backers: null},
      ],
      news: [
        {at: '2026-11-02T00:00:00+01:00', title: 'Les travaux commencent', url: null},
        {at: '2026-10-02T00:00:00+02:00', title: 'Merci', url: 'https://platform.example/n/1'},
      ],
      lang: 'fr',
    });
  });

  it('takes null, missing and unknown properties for what they are', () => {
    const {campaign, problems} = readOne({
      raised: null,
      goal: null,
      backers: null,
      image: null,
      mentors: null,
      invented: {deep: [1, 2]},
    });
    assert.deepEqual(problems, []);
    assert.equal(campaign.raised, null);
    assert.equal(campaign.goal, null);
    assert.equal(campaign.backers, null);
    assert.deepEqual(campaign.mentors, []);
    assert.ok(!('invented' in campaign));
  });

  it('keeps zero, which is not unknown', () => {
    assert.equal(readOne({raised: 0, backers: 0}).campaign.raised, 0);
    assert.equal(readOne({raised: 0, backers: 0}).campaign.backers, 0);
  });

  it('does not change what it is given', () => {
    const json = makeFeed([makeFeature({id: 3, properties: {raised: 'x', mentors: [{}]}})]);
    const before = structuredClone(json);
    readFeed(json, URL_OF_FEED);
    assert.deepEqual(json, before);
  });

  it('reads the head', () => {
    const {feed, next} = readFeed(
      makeFeed([], {
        licence: 'Licence Ouverte 2.0',
        next: '?page=2',
        updatedAt: '2026-11-20T09:00:00Z',
      }),
      URL_OF_FEED,
    );
    assert.equal(feed.title, 'Les campagnes de la ville');
    assert.deepEqual(feed.publisher, {name: 'Plateforme', url: 'https://platform.example/'});
    assert.equal(feed.licence, 'Licence Ouverte 2.0');
    assert.equal(feed.updatedAt, '2026-11-20T09:00:00Z');
    assert.deepEqual(feed.urls, [URL_OF_FEED]);
    assert.equal(next, 'https://feeds.example/town/feed.json?page=2');
  });

  it('resolves relative links against the feed, when they show that they are relative', () => {
    const {campaign, paths} = readOne({
      url: '/projects/1',
      image: {src: '../images/a.svg'},
      owner: {name: 'A', url: 'not a link'},
      mentors: [{name: 'B', url: './b', logo: '//cdn.example/b.png'}],
    });
    assert.equal(campaign.url, 'https://feeds.example/projects/1');
    assert.equal(campaign.image?.src, 'https://feeds.example/images/a.svg');
    assert.equal(campaign.owner?.url, null);
    assert.equal(campaign.mentors[0]?.url, 'https://feeds.example/town/b');
    assert.equal(campaign.mentors[0]?.logo, 'https://cdn.example/b.png');
    assert.deepEqual(paths, ['properties.owner.url']);
  });

  describe('refuses what is no feed', () => {
    for (const [name, json] of Object.entries({
      null: null,
      'a number': 3,
      'a list': [],
      'an object': {},
      'a Feature': makeFeature(),
      'no features': {type: 'FeatureCollection'},
      'features that are no list': {type: 'FeatureCollection', features: {}},
    })) {
      it(name, () => {
        assert.throws(
          () => readFeed(json, URL_OF_FEED),
          (error) =>
            error instanceof FeedError &&
            error.code === 'not-a-feed' &&
            error.message.includes(URL_OF_FEED),
        );
      });
    }

    for (const version of ['2.0', '2', 2, '10.1']) {
      it(`of version ${JSON.stringify(version)}`, () => {
        assert.throws(
          () => readFeed(makeFeed([], {version}), URL_OF_FEED),
          (error) => error instanceof FeedError && error.code === 'version',
        );
      });
    }
  });

  it('reads later minor versions, a number, and a feed without a version, which it tells', () => {
    assert.deepEqual(read([], {version: '1.7'}).problems, []);
    assert.deepEqual(read([], {version: 1}).problems, []);
    const {campaigns, problems, title} = read([makeFeature()], {version: undefined});
    assert.equal(campaigns.length, 1);
    assert.equal(title, 'Les campagnes de la ville');
    assert.deepEqual(
      problems.map(({kind, path}) => [kind, path]),
      [['feed', 'version']],
    );
  });

  it('drops what is wrong at the top and keeps the rest', () => {
    const feed = read([makeFeature()], {
      publisher: {url: 'https://x.example'},
      updatedAt: 'yesterday',
      licence: 12,
      timezone: 'Mars/Olympus',
    });
    assert.equal(feed.publisher, null);
    assert.equal(feed.updatedAt, null);
    assert.equal(feed.campaigns.length, 1);
    assert.deepEqual(
      new Set(feed.problems.map(({path}) => path)),
      new Set(['publisher.name', 'updatedAt', 'licence', 'timezone']),
    );
    assert.ok(feed.problems.every(({kind, index}) => kind === 'feed' && index === null));
  });
});

describe('a campaign', () => {
  for (const [name, feature, path] of [
    ['is no object', 5, ''],
    ['is null', null, ''],
    ['has no properties', {type: 'Feature', id: 'a', geometry: null}, 'properties'],
    ['has no id', makeFeature({id: null}), 'id'],
    ['has an empty id', makeFeature({id: '  '}), 'id'],
    ['has no title', makeFeature({properties: {title: undefined}}), 'properties.title'],
    ['has a title that is a number', makeFeature({properties: {title: 7}}), 'properties.title'],
    [
      'has a title that nobody sees',
      makeFeature({properties: {title: ' \u202e\u0000\u200b '}}),
      'properties.title',
    ],
    ['has no link', makeFeature({properties: {url: undefined}}), 'properties.url'],
    [
      'links to a script',
      makeFeature({properties: {url: 'javascript:alert(1)'}}),
      'properties.url',
    ],
    [
      'links to a script in disguise',
      makeFeature({properties: {url: ' java\nscript:alert(1)'}}),
      'properties.url',
    ],
    ['links to data', makeFeature({properties: {url: 'data:text/html,x'}}), 'properties.url'],
    [
      'has a link that does not parse',
      makeFeature({properties: {url: 'https://['}}),
      'properties.url',
    ],
  ] as const) {
    it(`that ${name} is left out, and the others show`, () => {
      const {campaigns, problems} = read([
        makeFeature({id: 'one'}),
        feature,
        makeFeature({id: 'two'}),
      ]);
      assert.deepEqual(
        campaigns.map(({id}) => id),
        ['one', 'two'],
      );
      const [problem, ...others] = problems;
      assert.deepEqual(others, []);
      assert.equal(problem?.kind, 'campaign');
      assert.equal(problem?.index, 1);
      assert.equal(problem?.path, path);
      assert.match(problem?.reason ?? '', /: write /);
    });
  }

  it('that comes twice keeps the first, and is told', () => {
    const {campaigns, problems} = read([
      makeFeature({id: 'a', properties: {title: 'First'}}),
      makeFeature({id: 'a', properties: {title: 'Second'}}),
    ]);
    assert.deepEqual(
      campaigns.map(({title}) => title),
      ['First'],
    );
    assert.deepEqual(
      problems.map(({kind, index, id, path}) => [kind, index, id, path]),
      [['campaign', 1, 'a', 'id']],
    );
  });

  it('may have its id among its properties, and a number for it', () => {
    const {campaigns} = read([
      makeFeature({id: 42}),
      {
        type: 'Feature',
        geometry: null,
        properties: {id: 'inside', title: 'T', url: 'https://x.example/'},
      },
    ]);
    assert.deepEqual(
      campaigns.map(({id}) => id),
      ['42', 'inside'],
    );
  });

  it('has one problem of kind campaign, beside those of its fields', () => {
    const {problems} = read([makeFeature({properties: {title: 5, raised: 'x', status: 'on'}})]);
    assert.deepEqual(
      new Set(problems.map(({kind, path}) => `${kind} ${path}`)),
      new Set(['campaign properties.title', 'field properties.raised', 'field properties.status']),
    );
  });
});

describe('a field that is wrong is unknown, told, and nothing else is lost', () => {
  const cases: [
    path: string,
    properties: Record<string, unknown>,
    value: (campaign: Campaign) => unknown,
    left: unknown,
  ][] = [
    ['properties.raised', {raised: '12 000 €'}, (c) => c.raised, null],
    ['properties.raised', {raised: -1}, (c) => c.raised, null],
    ['properties.raised', {raised: 1e13}, (c) => c.raised, null],
    [
      'properties.raised',
      JSON.parse('{"raised": 1e999}') as Record<string, unknown>,
      (c) => c.raised,
      null,
    ],
    ['properties.raised', {raised: {cents: 12}}, (c) => c.raised, null],
    ['properties.goal', {goal: 0}, (c) => c.goal, null],
    ['properties.goal', {goal: true}, (c) => c.goal, null],
    ['properties.threshold', {threshold: 60}, (c) => c.threshold, 1],
    ['properties.backers', {backers: 1.5}, (c) => c.backers, null],
    ['properties.backers', {backers: '134'}, (c) => c.backers, null],
    ['properties.status', {status: 'successful'}, (c) => c.status, null],
    ['properties.endsAt', {endsAt: '30/11/2026'}, (c) => c.endsAt, null],
    ['properties.endsAt', {endsAt: '2026-02-30'}, (c) => c.endsAt, null],
    ['properties.endsAt', {endsAt: '2026-11-30T25:00:00Z'}, (c) => c.endsAt, null],
    ['properties.endsAt', {endsAt: 1780000000}, (c) => c.endsAt, null],
    [
      'properties.place.code',
      {place: {name: 'Bourg', code: 1053}},
      (c) => [c.place?.code, c.place?.name],
      [null, 'Bourg'],
    ],
    ['properties.place.departement', {place: {departement: 1}}, (c) => c.place?.departement, null],
    ['properties.place.code', {place: {code: '2C004'}}, (c) => c.place?.code, null],
    ['properties.place.country', {place: {name: 'Liège', country: 'BEL'}}, (c) => c.place, null],
    ['properties.image.src', {image: {alt: 'A picture of nothing'}}, (c) => c.image, null],
    ['properties.image.src', {image: {src: 'data:image/png;base64,AA'}}, (c) => c.image, null],
    [
      'properties.image.width',
      {image: {src: 'https://i.example/a', width: -5}},
      (c) => c.image?.width,
      null,
    ],
    [
      'properties.owner.kind',
      {owner: {name: 'A', kind: 'city'}},
      (c) => c.owner,
      {name: 'A', url: null, kind: null},
    ],
    ['properties.mentors', {mentors: 'La Ville'}, (c) => c.mentors, []],
    [
      'properties.mentors[0].name',
      {mentors: [{}, {name: 'B'}]},
      (c) => c.mentors.map(({name}) => name),
      ['B'],
    ],
    [
      'properties.mentors[1]',
      {mentors: [{name: 'A'}, 'B', {name: 'C'}]},
      (c) => c.mentors.map(({name}) => name),
      ['A', 'C'],
    ],
    [
      'properties.mentors[0].logo',
      {mentors: [{name: 'A', logo: 'vbscript:x'}]},
      (c) => c.mentors,
      [{name: 'A', url: null, logo: null}],
    ],
    [
      'properties.stretchGoals[1]',
      {goal: 1, stretchGoals: [5, 'x', 3]},
      (c) => c.stretchGoals,
      [3, 5],
    ],
    [
      'properties.history[0].at',
      {history: [{raised: 1}, {at: '2026-01-01'}]},
      (c) => c.history.length,
      1,
    ],
    [
      'properties.history[0].raised',
      {history: [{at: '2026-01-01', raised: -5, backers: 2}]},
      (c) => c.history[0],
      {at: '2026-01-01T00:00:00+01:00', raised: null, backers: 2},
    ],
    [
      'properties.news[0].url',
      {news: [{title: 'N', url: 'javascript:1'}]},
      (c) => c.news,
      [{at: null, title: 'N', url: null}],
    ],
    ['properties.matching.rate', {matching: {by: 'A', rate: 0}}, (c) => c.matching, null],
    ['properties.call.id', {call: {edition: '2026'}}, (c) => c.call, null],
    ['properties.lang', {lang: 'français'}, (c) => c.lang, null],
  ];
  for (const [path, properties, value, left] of cases) {
    it(`${path} as ${JSON.stringify(properties).slice(0, 60)}`, () => {
      const {campaign, problems, paths} = readOne({tagline: 'Stays', ...properties});
      assert.deepEqual(paths, [path]);
      assert.deepEqual(value(campaign), left);
      assert.equal(campaign.tagline, 'Stays');
      assert.equal(problems[0]?.kind, 'field');
      assert.equal(problems[0]?.index, 0);
      assert.equal(problems[0]?.id, 'halle');
      assert.match(problems[0]?.reason ?? '', /: (write|swap)/);
    });
  }

  it('a wrong currency or unit takes the amounts with it: nobody knows in what they are', () => {
    for (const wrong of [{currency: '€'}, {currency: 'euros'}, {unit: 'euros'}]) {
      const {campaign} = readOne({
        ...wrong,
        goal: 100,
        raised: 50,
        stretchGoals: [200],
        backers: 3,
        history: [{at: '2026-01-01', raised: 5}],
      });
      assert.equal(campaign.goal, null);
      assert.equal(campaign.raised, null);
      assert.deepEqual(campaign.stretchGoals, []);
      assert.deepEqual(campaign.history, []);
      assert.equal(campaign.backers, 3);
    }
  });
});

describe('coordinates', () => {
  function coordinatesOf(coordinates: readonly unknown[]) {
    const {campaigns, problems} = read([makeFeature({coordinates})]);
    return {at: campaigns[0]?.coordinates, reason: problems[0]?.reason ?? ''};
  }

  for (const at of [
    [-0.3708, 43.2951],
    [55.45, -20.88],
    [-61.53, 16.24],
    [-52.33, 4.93],
    [45.23, -12.78],
    [-149.57, -17.53],
    [174.78, -41.29],
    [0, 51.48],
  ]) {
    it(`${at.join(', ')} stand`, () => {
      assert.deepEqual(coordinatesOf(at).at, at);
    });
  }

  it('lose their altitude', () => {
    assert.deepEqual(coordinatesOf([2.35, 48.85, 35]).at, [2.35, 48.85]);
  });

  for (const at of [
    [43.2951, -0.3708],
    [48.85, 2.35],
    [-20.88, 55.45],
    [16.24, -61.53],
    [4.93, -52.33],
    [-12.78, 45.23],
  ]) {
    it(`${at.join(', ')} are swapped`, () => {
      const {at: read, reason} = coordinatesOf(at);
      assert.equal(read, null);
      assert.match(reason, /swap/);
    });
  }

  for (const at of [
    [0, 0],
    [181, 0],
    [2, 95],
    [2],
    [],
    ['2.35', '48.85'],
    [2, 48, 0, 0],
    [null, 3],
  ]) {
    it(`${JSON.stringify(at)} are dropped`, () => {
      const {at: read, reason} = coordinatesOf(at);
      assert.equal(read, null);
      assert.match(reason, /write/);
    });
  }

  it('of anything but a point are dropped', () => {
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [0, 1],
          [2, 3],
          [4, 5],
          [0, 1],
        ],
      ],
    };
    const {campaigns, problems} = read([{...makeFeature(), geometry}]);
    assert.equal(campaigns[0]?.coordinates, null);
    assert.ok(problems.some(({path}) => path === 'geometry.type'));
  });
});

describe('texts', () => {
  it('are text: markup stays as it is written', () => {
    const title = '<img src=x onerror=alert(1)> & <b>co</b>';
    assert.equal(readOne({title}).campaign.title, title);
  });

  it('lose control characters, turned directions and halves of characters, on one line', () => {
    const {campaign} = readOne({title: ' A\u0000\u202eb\n\n c\ud800\u2066d\ufeff '});
    assert.equal(campaign.title, 'A b c d');
  });

  it('keep what scripts and emoji need', () => {
    assert.equal(readOne({title: '👩‍🚒 नमस्ते'}).campaign.title, '👩‍🚒 नमस्ते');
  });

  it('are cut by characters, with an ellipsis, and told', () => {
    const {campaign, problems} = readOne({
      title: '🎪'.repeat(1_000_000),
      tagline: 'é'.repeat(1500),
    });
    assert.equal(Array.from(campaign.title).length, 300);
    assert.ok(campaign.title.endsWith('🎪…'));
    assert.equal(Array.from(campaign.tagline ?? '').length, 1000);
    assert.deepEqual(problems.map(({path}) => path).sort(), [
      'properties.tagline',
      'properties.title',
    ]);
  });

  it('in the report are short and plain', () => {
    const {problems} = readOne({raised: `\u202e${'9'.repeat(1000)}`});
    assert.ok((problems[0]?.reason.length ?? 0) < 200);
    assert.doesNotMatch(problems[0]?.reason ?? '', /\u202e/);
  });
});

describe('calls', () => {
  it('are read with their editions, the latest first', () => {
    const {calls, problems} = read([], {
      calls: [
        {
          id: 7,
          title: 'Places vivantes',
          organiser: {name: 'Département', logo: './logo.svg'},
          url: 'https://call.example/',
          budget: {available: 50000},
          editions: [
            {id: 2025, opensAt: '2025-01-15', closesAt: '2025-03-01'},
            {
              id: '2026',
              title: 'Deuxième',
              opensAt: '2026-01-15',
              closesAt: '2026-07-01',
              campaignsTo: '2026-12-24',
            },
          ],
        },
      ],
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(calls, [
      {
        id: '7',
        title: 'Places vivantes',
        organiser: {name: 'Département', url: null, logo: 'https://feeds.example/town/logo.svg'},
        url: 'https://call.example/',
        applyUrl: null,
        budget: {available: 50000, committed: null},
        currency: 'EUR',
        editions: [
          {
            id: '2026',
            title: 'Deuxième',
            opensAt: '2026-01-15T00:00:00+01:00',
            closesAt: '2026-07-01T23:59:59+02:00',
            campaignsFrom: null,
            campaignsTo: '2026-12-24T23:59:59+01:00',
          },
          {
            id: '2025',
            title: '2025',
            opensAt: '2025-01-15T00:00:00+01:00',
            closesAt: '2025-03-01T23:59:59+01:00',
            campaignsFrom: null,
            campaignsTo: null,
          },
        ],
      },
    ]);
  });

  it('that are wrong are left out and told, and the others stay', () => {
    const {calls, problems} = read([], {
      calls: [
        {title: 'No id'},
        {id: 'a', title: 'A', budget: {available: '5 k€'}},
        {id: 'a', title: 'Again'},
        5,
      ],
    });
    assert.deepEqual(
      calls.map(({title}) => title),
      ['A'],
    );
    assert.deepEqual(
      problems.map(({kind, path}) => `${kind} ${path}`),
      ['feed calls[0].id', 'feed calls[1].budget.available', 'feed calls[2].id', 'feed calls[3]'],
    );
  });

  it('that are no list are told', () => {
    assert.deepEqual(
      read([], {calls: {}}).problems.map(({path}) => path),
      ['calls'],
    );
  });
});

describe('the report', () => {
  it('lists so many problems, and counts the others', () => {
    const {problems} = read(Array.from({length: 2000}, () => 0));
    assert.equal(problems.length, 501);
    assert.match(problems.at(-1)?.reason ?? '', /^1500 more/);
    const all = readFeed(makeFeed(Array.from({length: 2000}, () => 0)), URL_OF_FEED, {
      mostProblems: Infinity,
    });
    assert.equal(all.feed.problems.length, 2000);
  });
});
