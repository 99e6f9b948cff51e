import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import fc from 'fast-check';

import {TableReader} from '../../../../lib/feed/adapters/csv.js';
import {loadFeed} from '../../../../lib/feed/load.js';
import {startServer} from '../server.ts';
import {answerOf, bytesOf, campaignsOf, readAnswer} from './fixtures.ts';

const server = await startServer();

function serve(path: string, body: string | Buffer, type = 'text/csv'): string {
  return server.on(path, (_, response) => {
    response.writeHead(200, {'content-type': type}).end(body);
  });
}

describe('a table kept by hand', () => {
  it('is read with semicolons, quotes, a byte order mark and the French way of writing', async () => {
    const {'ville.example/halle': halle} = await campaignsOf('csv.csv');
    assert.equal(halle?.title, 'Une halle ; et son "préau"');
    assert.deepEqual([halle?.raised, halle?.goal, halle?.backers], [12_450, 15_000.5, 134]);
    assert.equal(halle?.endsAt, '2026-11-30T23:59:59+01:00');
    assert.deepEqual([halle?.place?.name, halle?.place?.code], ['Pau', '64445']);
    assert.deepEqual(halle?.coordinates, [-0.37, 43.3]);
    assert.equal(halle?.status, 'live');
    assert.equal(halle?.owner?.name, 'Les Amis de la halle');
  });

  it('has an empty cell unknown, 0 as 0, and a code with the zero that the spreadsheet took', async () => {
    const campaigns = await campaignsOf('csv.csv');
    const lavoir = campaigns['ville.example/lavoir'];
    assert.deepEqual(
      [lavoir?.raised, lavoir?.goal, lavoir?.backers, lavoir?.endsAt],
      [null, null, null, null],
    );
    assert.equal(lavoir?.title, 'Le lavoir');
    assert.equal(lavoir?.place?.code, '01004');
    const four = campaigns['api.example/four'];
    assert.deepEqual(
      [four?.raised, four?.goal, four?.backers, four?.status],
      [0, 1200, 0, 'cancelled'],
    );
    assert.equal(four?.title, 'Le four banal');
    assert.equal(four?.endsAt, '2026-12-01T23:59:59+01:00');
  });

  it('is read with commas and in English, where a comma parts thousands', async () => {
    const {'town.example/hall': hall, 'town.example/wash': wash} =
      await campaignsOf('csv-english.csv');
    assert.equal(hall?.title, 'The market, hall');
    assert.deepEqual(
      [hall?.raised, hall?.goal, hall?.backers, hall?.currency],
      [12_450, 15_000.5, 1340, 'GBP'],
    );
    assert.equal(hall?.endsAt, '2026-11-30T18:00:00+01:00');
    assert.deepEqual([wash?.raised, wash?.goal], [null, null]);
  });

  it('is read with tabs, below a title, with cents that its name tells', async () => {
    const {'ville.example/miel': miel} = await campaignsOf('csv-tabs.tsv');
    assert.deepEqual([miel?.raised, miel?.currency, miel?.unit], [1234.5, 'EUR', 'money']);
  });

  it('is read as town halls keep it: a title above, Windows-1252, sums below, drafts among them', async () => {
    const {campaigns, problems} = await loadFeed(serve('/mairie.csv', bytesOf('csv-mairie.csv')));
    assert.deepEqual(problems, []);
    const [wash, cafe, garden, ...others] = campaigns;
    assert.deepEqual(others, []);
    assert.deepEqual([wash?.raised, wash?.goal, wash?.backers], [2350.5, 4000, 41]);
    assert.equal(wash?.url, 'https://www.plateforme.example/lavoir');
    assert.equal(wash?.image?.src, 'https://plateforme.example/lavoir.jpg');
    assert.deepEqual([wash?.status, wash?.category], ['live', 'Patrimoine']);
    assert.deepEqual([wash?.owner?.name, wash?.owner?.kind], ['Les Amis du lavoir', 'association']);
    assert.deepEqual([wash?.place?.name, wash?.place?.postcode], ['Lescar', '64230']);
    assert.equal(wash?.startsAt, '2026-10-01T00:00:00+02:00');
    assert.equal(wash?.endsAt, '2026-12-15T23:59:59+01:00');
    assert.deepEqual([cafe?.raised, cafe?.goal, cafe?.backers], [12_350.5, 12_000, 1340]);
    assert.deepEqual([cafe?.status, cafe?.owner?.kind], ['succeeded', 'company']);
    assert.equal(cafe?.url, 'https://plateforme.example/projets/cafe');
    assert.equal(cafe?.endsAt, '2026-10-15T23:59:59+02:00');
    assert.deepEqual([garden?.raised, garden?.goal, garden?.backers], [null, 15_000, null]);
    assert.deepEqual([garden?.status, garden?.owner?.kind], ['upcoming', 'public']);
    assert.equal(garden?.endsAt, '2027-01-15T18:00:00+01:00');
  });

  it('shows no figure of a column that may be one thing or another, and says what to write', async () => {
    const url = serve('/montant.csv', bytesOf('csv-montant.csv'));
    const {campaigns, problems} = await loadFeed(url);
    const [halle] = campaigns;
    assert.deepEqual([halle?.raised, halle?.goal, halle?.endsAt], [null, 12_000, null]);
    assert.deepEqual(problems, [
      {
        kind: 'feed',
        index: null,
        id: null,
        path: 'Montant',
        reason:
          '"Montant" may be what was raised, and is not read: say which in the format, as csv:raised=Montant',
      },
      {
        kind: 'feed',
        index: null,
        id: null,
        path: 'Date',
        reason:
          '"Date" may be its beginning or its end, and is not read: say which in the format, as csv:startsAt=Date or csv:endsAt=Date',
      },
    ]);
    const said = await loadFeed(url, {format: 'csv:raised=Montant,endsAt=Date'});
    assert.equal(said.campaigns[0]?.raised, 5230.5);
    assert.deepEqual(said.problems, []);
  });

  it('has states in many words, and a share that is none', async () => {
    const states = {
      Live: 'live',
      'En ligne': 'live',
      'Campagne en cours': 'live',
      'En cours de collecte': 'live',
      'Terminée ✓': 'succeeded',
      'Projet abandonné': 'cancelled',
      'Objectif atteint !': 'succeeded',
      'À venir': 'upcoming',
      '83 %': null,
      '0,83': null,
    };
    for (const [state, status] of Object.entries(states)) {
      const {campaigns, problems} = await readAnswer(
        `Titre;Lien;Collecté;Objectif;Statut\nA;https://a.example/a;9;8;${state}\n`,
      );
      assert.deepEqual([campaigns[0]?.status, problems], [status, []], state);
    }
    const {campaigns, problems} = await readAnswer(
      'Titre;Lien;Statut\nA;https://a.example/a;Peut-être\nB;https://a.example/b;Refusé\n',
    );
    assert.deepEqual(
      campaigns.map(({status}) => status),
      [null],
    );
    assert.match(problems[0]?.reason ?? '', /"Peut-être": write upcoming or live/);
  });

  it('may have a column of amounts that is nothing here, beside those that are something', async () => {
    const table = 'Titre;Lien;Montant;Montant collecté;Objectif\nA;https://a.example/a;9;1;2\n';
    const {campaigns, problems} = await readAnswer(table);
    assert.deepEqual([campaigns[0]?.raised, campaigns[0]?.goal], [1, 2]);
    assert.deepEqual(problems, []);
  });

  const headers: [property: string, names: string][] = [
    [
      'raised',
      'Montant collecté|Montant récolté (€)|MONTANT COLLECTE EN EUROS|Collecté|Total des dons|Somme collectée|Fonds levés|Dons reçus|Collecte à ce jour',
    ],
    [
      'goal',
      'Objectif|Objectif de collecte|Objectif (en €)|Montant recherché|Objectif financier|Montant cible',
    ],
    ['backers', 'Contributeurs|Nb contributeurs|Nombre de donateurs|Contributeur·ices|Soutiens'],
    ['endsAt', 'Date de fin|Clôture|Date de clôture|Fin de campagne|Date limite|Échéance|Jusqu’au'],
    [
      'startsAt',
      'Date de début|Début|Date de lancement|Début de la collecte|Date de mise en ligne',
    ],
  ];
  for (const [property, names] of headers) {
    it(`knows ${property} by what people call it: ${names}`, async () => {
      for (const name of names.split('|')) {
        const value = property.endsWith('At') ? '15/10/2026' : '12';
        const {campaigns, problems} = await readAnswer(
          `Nom du projet;Lien;${name}\nA;https://a.example/a;${value}\n`,
        );
        assert.deepEqual(problems, [], name);
        const read = campaigns[0]?.[property as 'raised' | 'endsAt'];
        assert.ok(read === 12 || String(read).startsWith('2026-10-15'), `${name}: ${String(read)}`);
      }
    });
  }

  it('shows no amount of which it is not sure', async () => {
    const {campaigns} = await readAnswer(answerOf('csv-wrong.csv'));
    assert.deepEqual(
      campaigns.map(({raised}) => raised),
      [10.5, null, null],
    );
  });

  it('is mapped where its names do not tell', async () => {
    const table = 'Quoi,Où donc,Combien,"But, en euros"\nHalle,/halle,"1 234,5",2000\n';
    const {campaigns, problems} = await readAnswer(
      table,
      'csv:title=Quoi,url=Où donc,raised=Combien,goal=But%2C en euros',
      'https://ville.example/t.csv',
    );
    assert.deepEqual(problems, []);
    assert.equal(campaigns[0]?.url, 'https://ville.example/halle');
    assert.deepEqual([campaigns[0]?.raised, campaigns[0]?.goal], [1234.5, 2000]);
  });

  it('reads the same in pieces of any length', () => {
    const text = `${answerOf('csv.csv') as string}${'"a ""b""; c\n\r\n d";https://ville.example/x;1 " 2;3;;;;;;;\n'.repeat(120)}`;
    const read = (pieces: string[]) => {
      const reader = new TableReader('https://a.example/t.csv');
      return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
    };
    const whole = read([text]);
    assert.equal(whole.length, 123);
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: text.length - 1}), {maxLength: 12}), (cuts) => {
        const at = [0, ...cuts.sort((one, other) => one - other), text.length];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        assert.deepEqual(read(pieces), whole);
      }),
      {numRuns: 60},
    );
  });
});

describe('a table on a server', () => {
  const table = 'Titre;Lien\nUne halle;https://ville.example/halle\n';

  it('is known by its type, by its name, or by format', async () => {
    for (const [path, type, format] of [
      ['/pub?output=csv', 'text/csv; charset=utf-8', ''],
      ['/campagnes.csv', 'application/octet-stream', ''],
      ['/campagnes.tsv?v=2', 'text/plain', ''],
      ['/export', 'text/plain', 'csv'],
    ] as const) {
      const url = serve(path, table, type);
      const feed = await loadFeed(url, format ? {format} : {});
      assert.equal(feed.campaigns[0]?.title, 'Une halle', path);
      assert.ok(feed.updatedAt, path);
      assert.equal(server.asked.get(path), 1, path);
    }
  });

  it('is not taken for one when it is a page, or said to be something else', async () => {
    const page = serve('/login.csv', '<!doctype html><title>Connexion</title>', 'text/html');
    await assert.rejects(loadFeed(page), {code: 'not-json', message: /a page, not a feed/});
    const other = serve('/other.csv', table);
    await assert.rejects(loadFeed(other, {format: 'ulule'}), {code: 'not-json'});
    await assert.rejects(loadFeed(serve('/words', table, 'text/plain')), {code: 'not-json'});
  });

  it('is read in the encoding that it has', async () => {
    const text = 'Titre;Lien\nLe théâtre d’été;https://ville.example/theatre\n';
    const bodies: [path: string, body: Buffer, type: string][] = [
      ['/windows.csv', bytesOf('csv-windows.csv'), 'text/csv'],
      ['/latin.csv', Buffer.from(text.replace('’', "'"), 'latin1'), 'text/csv; charset=iso-8859-1'],
      [
        '/le.csv',
        Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
        'text/csv',
      ],
      [
        '/be.csv',
        Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
        'text/csv',
      ],
    ];
    for (const [path, body, type] of bodies) {
      const {campaigns} = await loadFeed(serve(path, body, type));
      assert.equal(campaigns[0]?.title.replace("'", '’'), 'Le théâtre d’été', path);
    }
  });

  it('comes after a server that was busy', async () => {
    let count = 0;
    const url = server.on('/busy.csv', (_, response) => {
      count += 1;
      if (count === 1) response.writeHead(503).end();
      else response.writeHead(200, {'content-type': 'text/csv'}).end(table);
    });
    assert.equal((await loadFeed(url)).campaigns.length, 1);
    assert.equal(count, 2);
  });

  it('has no more bytes than a feed may have', async () => {
    const url = serve('/long.csv', bytesOf('csv-windows.csv'));
    await assert.rejects(loadFeed(url, {maxBytes: 20}), {code: 'too-large'});
  });
});
