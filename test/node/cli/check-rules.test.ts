import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {checkAmounts, CentsWatch} from '../../../lib/cli/check/amounts.js';
import {checkDates} from '../../../lib/cli/check/dates.js';
import {checkNames} from '../../../lib/cli/check/names.js';
import {liesIn} from '../../../lib/cli/check/outside.js';
import {checkPlace} from '../../../lib/cli/check/places.js';
import {checkTexts} from '../../../lib/cli/check/texts.js';
import type {Say} from '../../../lib/cli/check/finding.js';

type Properties = Record<string, unknown>;
type Said = Parameters<Say>;

const said = (check: (say: Say) => void): Said[] => {
  const all: Said[] = [];
  check((...one) => all.push(one));
  return all;
};
/** "rule path → what was meant" of each. */
const short = (all: Said[]) =>
  all.map(([rule, path, , , meant]) =>
    [rule, path, ...(meant === undefined ? [] : ['→', JSON.stringify(meant)])].join(' '),
  );

describe('warnings of amounts', () => {
  const of = (properties: Properties) => short(said((say) => checkAmounts(properties, say)));

  it('say nothing of a campaign that is right', () => {
    assert.deepEqual(of({goal: 12000, raised: 9930.5, backers: 134, currency: 'EUR'}), []);
    assert.deepEqual(of({goal: 100, raised: 250000, backers: 900}), []);
    assert.deepEqual(of({unit: 'orders', goal: 10, raised: 4000, backers: 3}), []);
    assert.deepEqual(of({}), []);
    assert.deepEqual(of({goal: 'x', raised: null, backers: {}, stretchGoals: 3, matching: []}), []);
  });

  const faults: [Properties, string[]][] = [
    [{raised: 100, backers: 0}, ['no-backers properties.backers']],
    [{raised: 0, backers: 12}, ['no-amount properties.raised']],
    [{goal: 12000, raised: 993050}, ['cents properties.raised → 9930.5']],
    [{raised: 993050, backers: 134}, ['cents properties.raised → 9930.5']],
    [{currency: 'eur'}, ['currency-form properties.currency → "EUR"']],
    [{currency: 'EUX'}, ['unknown-currency properties.currency']],
    [{threshold: 0.6}, ['threshold-without-goal properties.threshold']],
    [{goal: 10, stretchGoals: [9, 20]}, ['stretch-goal properties.stretchGoals[0]']],
    [{matching: {cap: 10, given: 11}}, ['matching properties.matching.given']],
  ];
  for (const [properties, expected] of faults) {
    it(JSON.stringify(properties), () => assert.deepEqual(of(properties), expected));
  }

  it('see a whole feed in cents, and no feed of round euros', () => {
    const watch = (campaigns: Properties[]) => {
      const cents = new CentsWatch();
      for (const campaign of campaigns) cents.add(campaign);
      return cents.verdict;
    };
    const three = (campaign: Properties) => [campaign, campaign, campaign];
    assert.match(watch(three({goal: 1200000, raised: 900000, backers: 100})), /9000 from each/);
    assert.equal(watch(three({goal: 12000, raised: 9000, backers: 100})), '');
    assert.equal(watch(three({goal: 1200000, raised: 900050, backers: 100})), '');
    assert.equal(watch([{goal: 1200000, raised: 900000, backers: 100}]), '', 'too few to tell');
  });
});

describe('warnings of dates', () => {
  const now = Date.parse('2026-11-26T12:00:00Z');
  const context = {now, zone: 'Europe/Paris'};
  const of = (properties: Properties) => short(said((say) => checkDates(properties, say, context)));

  it('say nothing of a campaign that is right', () => {
    const right = {status: 'live', startsAt: '2026-11-01', endsAt: '2026-12-04T18:00:00+01:00'};
    assert.deepEqual(of(right), []);
    assert.deepEqual(of({...right, endsAt: '2026-11-26'}), [], 'a day lasts until its end');
    assert.deepEqual(of({news: 3, history: [null], startsAt: 5, status: 'open'}), []);
  });

  const faults: [Properties, string[]][] = [
    [
      {endsAt: '2026-12-04T18:00:00'},
      ['no-offset properties.endsAt → "2026-12-04T18:00:00+01:00"'],
    ],
    [{startsAt: '1970-01-01T00:00:00Z'}, ['odd-year properties.startsAt']],
    [{startsAt: '2026-05-02', endsAt: '2026-05-01'}, ['ends-first properties.endsAt']],
    [{endsAt: '2026-05-02', extendedFrom: '2026-05-02'}, ['not-prolonged properties.extendedFrom']],
    [{status: 'live', endsAt: '2026-05-01'}, ['status properties.status']],
    [
      {status: 'live', endsAt: '2026-05-01', goal: 10, raised: 6, threshold: 0.6},
      ['status properties.status → "succeeded"'],
    ],
    [{status: 'live', startsAt: '2027-01-01'}, ['status properties.status → "upcoming"']],
    [{status: 'upcoming', startsAt: '2026-01-01'}, ['status properties.status → "live"']],
    [{status: 'succeeded', goal: 10, raised: 6}, ['status properties.status']],
    [{status: 'failed', goal: 10, raised: 10}, ['status properties.status → "succeeded"']],
    [{status: 'succeeded', endsAt: '2027-01-01'}, ['status properties.status → "live"']],
    [{history: [{at: '2027-01-01'}]}, ['date-to-come properties.history[0].at']],
  ];
  for (const [properties, expected] of faults) {
    it(JSON.stringify(properties), () => assert.deepEqual(of(properties), expected));
  }
});

describe('warnings of texts and links', () => {
  const of = (properties: Properties) => short(said((say) => checkTexts(properties, say)));

  it('say nothing of a campaign that is right', () => {
    assert.deepEqual(
      of({
        title: 'Théâtre & cinéma: 3 < 5, « Noël » à Âge',
        url: 'https://platform.example/',
        image: {src: '/a.jpg', alt: ''},
        mentors: [{name: 'Pau', logo: 'https://town.example/logo.svg'}],
      }),
      [],
    );
    assert.deepEqual(of({title: 3, mentors: {}, news: [null], image: 'x', owner: []}), []);
  });

  const faults: [Properties, string[]][] = [
    [
      {title: '<b>Une halle</b> &amp; un four'},
      ['markup properties.title → "Une halle & un four"'],
    ],
    [{tagline: '<script>alert(1)</script>'}, ['markup properties.tagline']],
    [{title: 'ThÃ©Ã¢tre'}, ['encoding properties.title → "Théâtre"']],
    [{title: 'Th\ufffd\ufffdtre'}, ['encoding properties.title']],
    [{url: 'http://a.example/x'}, ['http-link properties.url → "https://a.example/x"']],
    [{url: 'http://localhost:3000/'}, ['private-link properties.url']],
    [{owner: {url: 'https://me:secret@a.example/'}}, ['password properties.owner.url']],
    [
      {image: {src: 'http://a.example/x.jpg'}},
      [
        'http-picture properties.image.src → "https://a.example/x.jpg"',
        'no-alt properties.image.alt',
      ],
    ],
    [
      {mentors: [{name: 'A'}, {name: '<i>B</i>', logo: 'http://a.example/l'}]},
      [
        'markup properties.mentors[1].name → "B"',
        'http-picture properties.mentors[1].logo → "https://a.example/l"',
      ],
    ],
    [{news: [{title: 'A&nbsp;B'}]}, ['markup properties.news[0].title → "A B"']],
  ];
  for (const [properties, expected] of faults) {
    it(JSON.stringify(properties), () => assert.deepEqual(of(properties), expected));
  }

  it('never repeat a password', () => {
    const all = said((say) => checkTexts({url: 'https://me:secret@a.example/'}, say));
    assert.doesNotMatch(JSON.stringify(all), /secret/);
  });
});

describe('warnings of names', () => {
  const of = (properties: Properties) => short(said((say) => checkNames(properties, say)));

  it('see a name that was meant for one of the format', () => {
    assert.deepEqual(
      of({end_date: 'x', EndsAt: 'x', backer: 3, tagLine: 'x', place: {insee: '1'}}),
      [
        'unknown-name properties.end_date',
        'unknown-name properties.EndsAt',
        'unknown-name properties.backer',
        'unknown-name properties.tagLine',
        'unknown-name properties.place.insee',
      ],
    );
  });

  it('leave alone what is of the feed itself, or said under the right name, too', () => {
    assert.deepEqual(of({theme: 'x', percent: 3, endsAt: '2026-01-01', end_date: 'x'}), []);
    assert.deepEqual(of({__proto__: null, constructor: 3, place: ['insee']}), []);
  });
});

describe('warnings of places', () => {
  const all = async (place: unknown, coordinates?: unknown) => {
    const found: Said[] = [];
    const geometry = coordinates ? {type: 'Point', coordinates} : null;
    await checkPlace({place}, geometry, (...one) => found.push(one));
    return found;
  };
  const of = async (place: unknown, coordinates?: unknown) => short(await all(place, coordinates));

  it('say nothing of a place that is right', async () => {
    const pau = {name: 'Pau', code: '64445', postcode: '64000', epci: '200067254', region: '75'};
    assert.deepEqual(await of({...pau, departement: '64', country: 'FR'}, [-0.37, 43.3]), []);
    assert.deepEqual(await of({name: 'Paris 11e', code: '75111', postcode: '75011'}), []);
    assert.deepEqual(await of({name: 'Paris', code: '75056', postcode: '75011'}), []);
    assert.deepEqual(await of({name: 'Saint-Pierre', code: '97502', postcode: '97500'}), []);
    assert.deepEqual(
      await of({name: 'Bruxelles', country: 'BE', postcode: '1000'}, [4.3, 50.8]),
      [],
    );
    assert.deepEqual(await of({name: 'Bordeaux', code: '33063', postcode: '33077'}), [], 'CEDEX');
    assert.deepEqual(await of('Pau'), []);
    assert.deepEqual(await of({name: 3, code: null, departement: {}}), []);
  });

  const faults: [string, Properties, string[]][] = [
    ['a commune that has merged', {code: '50173'}, ['old-code properties.place.code → "50129"']],
    ['a code that never was', {code: '64999'}, ['unknown-code properties.place.code']],
    [
      'a code that never was, with a name',
      {code: '64999', name: 'Pau'},
      ['unknown-code properties.place.code → "64445"'],
    ],
    [
      'a postcode',
      {code: '64000', name: 'Pau'},
      ['postcode-as-code properties.place.code → "64445"'],
    ],
    [
      'a postcode that is also a code',
      {code: '33200', name: 'Bordeaux'},
      ['postcode-as-code properties.place.code → "33063"'],
    ],
    [
      'the postcode of an arrondissement',
      {code: '75011', name: 'Paris'},
      ['postcode-as-code properties.place.code → "75111"'],
    ],
    ['the name of another', {code: '64445', name: 'Bayonne'}, ['other-name properties.place.name']],
    [
      'the postcode of another',
      {code: '64445', postcode: '33000'},
      ['other-postcode properties.place.postcode'],
    ],
    [
      'another département',
      {code: '64445', departement: '40'},
      ['other-departement properties.place.departement → "64"'],
    ],
    [
      'another région',
      {code: '64445', region: '76'},
      ['other-region properties.place.region → "75"'],
    ],
    [
      'a département as région',
      {code: '64445', region: '64'},
      ['unknown-code properties.place.region → "75"'],
    ],
    [
      'a région of another département',
      {departement: '64', region: '76'},
      ['other-region properties.place.region → "75"'],
    ],
    [
      'another EPCI',
      {code: '64445', epci: '243300316'},
      ['other-epci properties.place.epci → "200067254"'],
    ],
    [
      'an EPCI that is none',
      {code: '64445', epci: '123456789'},
      ['unknown-code properties.place.epci → "200067254"'],
    ],
    [
      'a name and a postcode',
      {name: 'Pau', postcode: '64000'},
      ['no-code properties.place.code → "64445"'],
    ],
    [
      'another country',
      {code: '64445', country: 'BE'},
      ['country properties.place.country → "FR"'],
    ],
  ];
  for (const [what, place, expected] of faults) {
    it(what, async () => assert.deepEqual(await of(place), expected));
  }

  it('name the communes that a name alone may be', async () => {
    const [[, , , reason, meant] = []] = await all({name: 'Saint-Denis'});
    assert.match(String(reason), /may be Saint-Denis \d{5}, Saint-Denis \d{5}/);
    assert.equal(meant, undefined);
  });

  it('see coordinates outside of the département, and swapped ones', async () => {
    const place = {code: '64445'};
    assert.deepEqual(await of(place, [2.35, 48.85]), ['outside geometry.coordinates']);
    assert.deepEqual(await of(place, [43.3, -0.37]), [
      'swapped-coordinates geometry.coordinates → [-0.37,43.3]',
    ]);
    assert.deepEqual(await of({code: '97411'}, [55.45, -20.88]), []);
    assert.deepEqual(await of({departement: '29'}, [-5.1, 48.46]), [], 'an island near the coast');
  });

  it('know where départements are, the same when asked again', async () => {
    for (let again = 0; again < 2; again += 1) {
      assert.equal(await liesIn('64', -0.37, 43.3), true);
      assert.equal(await liesIn('64', -0.57, 44.84), false);
      assert.equal(await liesIn('2A', 8.74, 41.93), true);
      assert.equal(await liesIn('00', 0, 0), undefined);
    }
  });
});
