/** What a stranger does with an answer of a platform that was saved: `relais check` on every fixture of every adapter. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

import {checkFeed, type Summary} from '../../../lib/cli/check/check.js';
import type {Finding} from '../../../lib/cli/check/finding.js';
import {bytesOf, filesOfFixtures, fixtures, type Fixture} from '../feed/adapters/fixtures.ts';
import {relais} from './relais.ts';

interface Document {
  findings: Finding[];
  summary: Summary | null;
  error?: {code: string; message: string};
}

const FOLDER = fileURLToPath(new URL('../../fixtures/adapters/', import.meta.url));

/** Of these answers there are other pages, and a copy leads to none. */
const GOES_ON = [
  'goteo-projects.json',
  'helloasso-forms.json',
  'jsonfeed.json',
  'kickstarter-discover.json',
  'opendatasoft.json',
  'ulule-search.json',
];

const places = (findings: readonly Finding[]) => findings.map(({index, path}) => [index, path]);
const ofLevel = (findings: readonly Finding[], wanted: Finding['level']) =>
  findings.filter(({level}) => level === wanted);

function judge(
  {file, ids, problems = [], remarks = []}: Fixture,
  findings: Finding[],
  summary: Summary,
) {
  assert.deepEqual(places(ofLevel(findings, 'error')), problems);
  const told = findings.filter(({rule}) => /^(?:ambiguous-field|more-pages)$/.test(rule));
  assert.deepEqual(
    told.map(({level, field}) => [level, field]),
    remarks.map((field) => ['warning', field]),
  );
  assert.equal(summary.campaigns - summary.leftOut, ids?.length);
  if (!problems.length) assert.equal(summary.right, ids?.length);
  const away = findings.filter(({rule}) => rule === 'page-away');
  assert.deepEqual(
    away.map(({path}) => path),
    GOES_ON.includes(file) ? ['next'] : [],
  );
  assert.equal(summary.notes, ofLevel(findings, 'note').length);
}

describe('every fixture of every adapter, checked', () => {
  for (const file of filesOfFixtures()) {
    it(`${file}, from its file`, async () => {
      const fixture = fixtures.find((one) => one.file === file);
      assert.ok(fixture, `${file} is in fixtures.ts`);
      const path = FOLDER + file;
      const flags = fixture.byShape ? [] : ['--format', fixture.format];
      const {status, stdout, stderr} = await relais(['check', path, '--json', ...flags]);
      const {findings, summary, error} = JSON.parse(stdout) as Document;
      if (!fixture.ids) {
        assert.equal(status, 2);
        assert.equal(error?.code, 'not-a-feed');
        assert.match(error?.message ?? '', fixture.says ?? /never/);
        assert.ok(stderr.startsWith(`relais: ${path} `), stderr);
        return;
      }
      assert.ok(summary, stderr);
      judge(fixture, findings, summary);
      assert.equal(status, fixture.problems ? 1 : 0);
    });

    it(`${file}, from the standard input, forced`, async () => {
      const fixture = fixtures.find((one) => one.file === file);
      assert.ok(fixture, `${file} is in fixtures.ts`);
      const findings: Finding[] = [];
      async function* stdin() {
        yield new Uint8Array(bytesOf(file));
      }
      const checking = checkFeed('-', {
        stdin: stdin(),
        format: fixture.format,
        onFinding: (finding) => void findings.push(finding),
      });
      if (!fixture.ids) {
        await assert.rejects(checking, {code: 'not-a-feed', message: fixture.says ?? /never/});
        await assert.rejects(checking, /^FeedError: standard input /);
      } else judge(fixture, findings, await checking);
    });
  }

  it('says which column or field a fault stands in, and on which line', async () => {
    const {stdout} = await relais(['check', `${FOLDER}csv-wrong.csv`]);
    assert.match(
      stdout,
      /^Campaign #1 "ville\.example\/ambigu" \(line 3\)\n {2}field left out: properties\.raised \("Collecté"\): "12,450": /m,
    );
    assert.match(stdout, /properties\.endsAt \("Date de fin"\): "2026-02-31"/);
  });

  it('says which columns are nothing here, and that a column may be one thing or another', async () => {
    const {status, stdout} = await relais(['check', `${FOLDER}csv-montant.csv`]);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^ {2}warning: "Montant" may be what was raised, and is not read: say which in the format, as csv:raised=Montant$/m,
    );
    const strict = await relais(['check', `${FOLDER}csv-montant.csv`, '--strict', '--quiet']);
    assert.deepEqual(strict, {status: 1, stdout: '', stderr: ''});
    const other = await relais(['check', '-', '--strict'], {
      input: 'Titre;Lien;Couleur;Objectif\nA;https://a.example/a;bleu;5\n',
    });
    assert.equal(other.status, 0);
    assert.match(other.stdout, /^ {2}note: not read: "Couleur"\. If one is something/m);
  });

  it('names the fields, and how to say which is what, where the title or the link cannot be told', async () => {
    const path = `${FOLDER}opendatasoft.json`;
    const {status, stderr} = await relais(['check', path]);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /opendatasoft\.json does not tell which field is the campaign's page \(url\): say it in the format, as opendatasoft:url=FIELD\. Its fields: titre, code_insee, montant_collecte/,
    );
  });
});
