import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {adapt} from '../../../../lib/feed/adapters/index.js';
import {platforms} from '../../../../lib/feed/adapters/recognise.js';
import {FeedError} from '../../../../lib/feed/errors.js';
import {loadFeed} from '../../../../lib/feed/load.js';
import {readFeed} from '../../../../lib/feed/read.js';
import {startServer} from '../server.ts';
import {answerOf, bytesOf, filesOfFixtures, fixtures, readAnswer} from './fixtures.ts';

const server = await startServer();
const withoutPort = (id: string) => id.replace(`:${new URL(server.origin).port}`, '');

/** Serves a fixture as a platform would. */
function serve(file: string): string {
  const type = file.endsWith('.json') ? 'application/json' : 'text/csv';
  return server.on(`/${file}`, (_, response) => {
    response.writeHead(200, {'content-type': type}).end(bytesOf(file));
  });
}

describe('every fixture', () => {
  it('is known here, and every platform has a good one and a bad one', () => {
    assert.deepEqual(fixtures.map(({file}) => file).sort(), filesOfFixtures());
    for (const name of Object.keys(platforms)) {
      const own = fixtures.filter(({file}) => file.split(/[-.]/)[0] === name);
      assert.ok(
        own.some(({ids, problems}) => ids && !problems),
        `${name}: a good one`,
      );
      assert.ok(
        own.some(({ids, problems}) => !ids || problems),
        `${name}: a bad one`,
      );
    }
  });

  for (const {file, format, byShape, ids, problems = [], remarks = [], says} of fixtures) {
    for (const forced of byShape ? ['', format] : [format]) {
      it(`${file} ${forced ? `as ${forced}` : 'by its shape'}`, async () => {
        const url = serve(file);
        // The first page is what is asked about; the others are tested by themselves.
        const reading = loadFeed(url, {fresh: true, ...(forced && {format: forced})});
        if (!ids) {
          const error: unknown = await reading.then(
            () => null,
            (reason: unknown) => reason,
          );
          assert.ok(error instanceof FeedError, String(error));
          assert.equal(error.code, 'not-a-feed');
          assert.match(error.message, says ?? /never/);
          assert.equal(error.url, url);
          return;
        }
        const {campaigns, problems: found} = await reading;
        assert.deepEqual(
          campaigns.map(({id}) => withoutPort(id)),
          ids,
        );
        const own = found.filter(({path}) => path !== 'next');
        assert.deepEqual(
          own.map(({index, path}) => [index, path]),
          [...remarks.map((field) => [null, field]), ...problems],
        );
      });
    }
  }

  it('that is understood by its shape is so by one adapter before any other', () => {
    for (const {file, byShape} of fixtures.filter(({ids}) => ids)) {
      const first = Object.entries(platforms).find(([, {recognises}]) =>
        recognises(answerOf(file)),
      );
      // GeoJSON and records are recognised, but may need a mapping.
      if (byShape || first) assert.equal(first?.[0], file.split(/[-.]/)[0], file);
    }
  });

  it('says what the fields are when the title or the link cannot be told', async () => {
    const url = serve('opendatasoft.json');
    await assert.rejects(loadFeed(url), {
      name: 'FeedError',
      code: 'not-a-feed',
      message: /campaign's page \(url\).*url=FIELD.*titre, code_insee, montant_collecte, objectif/,
    });
  });

  it('of another GeoJSON that cannot be told without a mapping is told so among the problems', async () => {
    const {campaigns, problems} = await loadFeed(serve('geojson-wrong.json'));
    assert.deepEqual(campaigns, []);
    assert.equal(problems[0]?.kind, 'feed');
    assert.match(problems[0]?.reason ?? '', /title=FIELD.*couleur, surface/);
  });
});

describe('pages of a platform', () => {
  it('are read one after the other, with what was asked', async () => {
    const asked: string[] = [];
    const ask: typeof fetch = async (input) => {
      const url = new URL(input as string);
      asked.push(url.search);
      const file = url.searchParams.get('offset') ? 'ulule-search-2.json' : 'ulule-search.json';
      return new Response(new Uint8Array(bytesOf(file)));
    };
    const feed = await loadFeed('https://api.ulule.example/v1/search/projects?q=sort:new&lang=fr', {
      fetch: ask,
    });
    assert.deepEqual(
      feed.campaigns.map(({id}) => id),
      ['901001', '901002', '901003'],
    );
    assert.deepEqual(feed.problems, []);
    assert.deepEqual(asked, ['?q=sort:new&lang=fr', '?limit=16&offset=16&q=sort%3Anew&lang=fr']);
  });
});

describe('a format', () => {
  const cases: [format: string, says: RegExp][] = [
    ['facebook', /no format "facebook": use one of relais, csv, .*geojson/],
    ['constructor', /no format "constructor"/],
    ['ulule:title=name', /takes nothing after its name/],
    ['csv:title', /"title" is no pair/],
    ['csv:nom=Titre', /names the property "nom": use id, title/],
    ['csv:title=Nom', /no field "Nom", which "format" names for title.*Its fields: Titre, Lien/],
    ['helloasso', /no answer of HelloAsso/],
  ];
  for (const [format, says] of cases) {
    it(`${format} is refused with a reason`, async () => {
      await assert.rejects(readAnswer('Titre;Lien\nA;https://a.example/\n', format), {
        name: 'FeedError',
        code: 'not-a-feed',
        message: says,
      });
    });
  }

  it('relais takes a feed as it is', async () => {
    const feed = {type: 'FeatureCollection', version: '1.0', features: []};
    assert.equal(await adapt(feed, 'relais', {url: 'https://a.example/'}), feed);
  });
});

describe('any answer', () => {
  const names = Object.keys(platforms);
  const keys = fc.constantFrom(
    ...'projects items data edges node nodes account results features properties type geometry coordinates version _campaign place raised goal minor currency cents collectedAmount publicUrl absolute_url name title url slug stats total_count pagination meta next urls web project photo location state status deadline formType formSlug project-url call-url date-opened errors message __proto__ constructor toString'.split(
      ' ',
    ),
  );
  const leaf = fc.oneof(
    fc.string(),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      'FeatureCollection',
      'https://jsonfeed.org/version/1.1',
      'https://a.example/',
      '12 450 €',
      'Mon, 32 Foo 2026 00:00:00 GMT',
      '\ud800',
      1e300,
      -1,
    ),
  );
  const {tree} = fc.letrec<{tree: unknown}>((tie) => ({
    tree: fc.oneof(
      {depthSize: 'medium'},
      leaf,
      fc.array(tie('tree'), {maxLength: 3}),
      fc.dictionary(keys, tie('tree'), {maxKeys: 6}),
    ),
  }));

  it('given to any adapter throws nothing but a FeedError, and reads as a feed', async () => {
    await fc.assert(
      fc.asyncProperty(tree, fc.constantFrom('', ...names), async (value, format) => {
        // As JSON has it: a key "__proto__" is one of the object's own.
        const answer: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
        const url = 'https://api.example/v1/calls/%E0%A4%A/projects?page=x&offset=-1';
        try {
          readFeed(await adapt(answer, format, {url}), url);
        } catch (error) {
          assert.ok(error instanceof FeedError, String((error as Error).stack));
        }
      }),
      {numRuns: 3000},
    );
  });

  it('in a fixture whose parts are others throws nothing but a FeedError', async () => {
    const json = fixtures.filter(({file}) => file.endsWith('.json'));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...json),
        fc.nat(),
        tree,
        async ({file, format}, place, value) => {
          let count = 0;
          const text = JSON.stringify(answerOf(file), (_, part: unknown) => {
            count += 1;
            return count === (place % 120) + 2 ? value : part;
          });
          const url = 'https://api.example/v1/';
          try {
            readFeed(await adapt(JSON.parse(text), format, {url}), url);
          } catch (error) {
            assert.ok(error instanceof FeedError, String((error as Error).stack));
          }
        },
      ),
      {numRuns: 2000},
    );
  });

  it('as a table throws nothing but a FeedError', async () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'Titre',
        'Lien',
        'Collecté',
        '"',
        ';',
        '\n',
        '12,450',
        'https://a.example/',
        '\ufeff',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, {maxLength: 30}), async (cells) => {
        const url = 'https://a.example/table.csv';
        try {
          readFeed(await adapt(`Titre;Lien\n${cells.join(';')}`, 'csv', {url}), url);
        } catch (error) {
          assert.ok(error instanceof FeedError, String((error as Error).stack));
        }
      }),
      {numRuns: 1000},
    );
  });
});
